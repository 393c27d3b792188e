"""The addresses of the pages."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from sukien.model import Evidence, Span
from sukien.views.lines import Place
from sukien.web.caching import asset_version

TARGET = "mark"
_NOT_A_PATH = frozenset({"", ".", ".."})


def story(story_id: str) -> str:
    """The page of a story."""
    return of("/story", story_id)


def article(article_id: str, span: Span | None = None, beside: str = "") -> str:
    """The page of an article; with `span`, at these characters, marked; with `beside`, with that in
    the margin: notes, input or layers.
    """
    if span is None:
        return of("/article", article_id, {"beside": beside} if beside else {})
    return f"{of('/article', article_id, {'from': span.start, 'to': span.end})}#{TARGET}"


def annotations(article_id: str) -> str:
    """The layers of an article, as JSON of the output contract."""
    return _with("/annotations.json", {"id": article_id})


def proof(place: Place | Evidence) -> str:
    """The characters that prove a line, marked in their article."""
    return article(place.article, place)


def entity(entity_id: str) -> str:
    """The page of somebody, something or somewhere."""
    return of("/entity", entity_id)


def agenda(everything: bool = False) -> str:
    """The agenda; with `everything`, what is done, moved or cancelled too."""
    return _with("/agenda", {"all": 1} if everything else {})


def agenda_calendar() -> str:
    """The agenda for a calendar program."""
    return "/agenda.ics"


def new(since: str = "") -> str:
    """What is new since a day, by default the week before the library's last article."""
    return _with("/new", {"since": since} if since else {})


def about() -> str:
    """What marks and verdicts mean, and what could not be read."""
    return "/about"


def asset(name: str) -> str:
    """A file that pages load: `css/base.css`, `js/search.js`; with what its content is."""
    return _with(f"/static/{name}", {"v": asset_version(name)})


def as_json(path: str, query: Mapping[str, Sequence[str]]) -> str:
    """The view of the page at `path` as JSON."""
    pairs = {name: values for name, values in query.items() if name != "lang"}
    name = "/index.json" if path == "/" else f"{quote(path)}.json"
    return f"{name}?{urlencode(pairs, doseq=True, errors='replace')}" if pairs else name


def network(entity_id: str = "", event_type: str = "") -> str:
    """Who acted on whom: of one party, by one type of event, or all."""
    asked = {"entity": entity_id, "type": event_type}
    return _with("/network", {name: value for name, value in asked.items() if value})


def search(query: str = "", number: int = 1) -> str:
    """The results of a search; without a query, where a form asks."""
    asked = ({"q": query} if query else {}) | ({"page": number} if number > 1 else {})
    return _with("/search", asked)


def stories(number: int = 1) -> str:
    """A page of the list of stories."""
    return _with("/", {"page": number} if number > 1 else {})


def again(path: str, query: Mapping[str, Sequence[str]], **changed: str) -> str:
    """The same page with some of its parameters changed."""
    return f"{quote(path)}?{urlencode({**query, **changed}, doseq=True, errors='replace')}"


def of(room: str, name: str, query: Mapping[str, object] | None = None) -> str:
    """Names that a browser would read as a step in the path go into the query."""
    if name in _NOT_A_PATH or "\n" in name:
        return _with(room, {"id": name, **(query or {})})
    return _with(f"{room}/{quote(name, safe='', errors='replace')}", query or {})


def _with(path: str, query: Mapping[str, object]) -> str:
    return f"{path}?{urlencode(query, errors='replace')}" if query else path
