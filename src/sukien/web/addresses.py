"""The addresses of the pages."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from sukien.model import Evidence, Span
from sukien.views.lines import Place

TARGET = "mark"
_NOT_A_PATH = frozenset({"", ".", ".."})


def story(story_id: str) -> str:
    """The page of a story."""
    return _of("/story", story_id)


def article(article_id: str, span: Span | None = None) -> str:
    """The page of an article; with `span`, at these characters, marked."""
    if span is None:
        return _of("/article", article_id)
    return f"{_of('/article', article_id, {'from': span.start, 'to': span.end})}#{TARGET}"


def proof(place: Place | Evidence) -> str:
    """The characters that prove a line, marked in their article."""
    return article(place.article, place)


def entity(entity_id: str) -> str:
    """The page of somebody, something or somewhere."""
    return _of("/entity", entity_id)


def agenda(everything: bool = False) -> str:
    """The agenda; with `everything`, what is done, moved or cancelled too."""
    return _with("/agenda", {"all": 1} if everything else {})


def network(entity_id: str = "", event_type: str = "") -> str:
    """Who acted on whom: of one party, by one type of event, or all."""
    asked = {"entity": entity_id, "type": event_type}
    return _with("/network", {name: value for name, value in asked.items() if value})


def search(query: str, number: int = 1) -> str:
    """The results of a search."""
    return _with("/search", {"q": query} | ({"page": number} if number > 1 else {}))


def stories(number: int = 1) -> str:
    """A page of the list of stories."""
    return _with("/", {"page": number} if number > 1 else {})


def again(path: str, query: Mapping[str, str], **changed: str) -> str:
    """The same page with some of its parameters changed."""
    return _with(quote(path), {**query, **changed})


def _of(room: str, name: str, query: Mapping[str, object] | None = None) -> str:
    """Names that a browser would read as a step in the path go into the query."""
    if name in _NOT_A_PATH or "\n" in name:
        return _with(room, {"id": name, **(query or {})})
    return _with(f"{room}/{quote(name, safe='', errors='replace')}", query or {})


def _with(path: str, query: Mapping[str, object]) -> str:
    return f"{path}?{urlencode(query, errors='replace')}" if query else path
