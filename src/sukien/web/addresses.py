"""The addresses of the pages."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from sukien.model import Evidence, Span
from sukien.views.chronology import Window
from sukien.views.lines import Place
from sukien.web.caching import asset_version

TARGET = "mark"
_PARAMETERS = {"start": "from", "end": "to", "number": "page"}
_FIRST = ("number", 1)
_NOT_A_PATH = frozenset({"", ".", ".."})


def story(story_id: str, window: Window | None = None, since: str | None = None) -> str:
    """The page of a story, its timeline drawn within `window`; new is what is told since a day."""
    return of("/story", story_id, _asked(window, since))


def every(story_id: str, kind: str) -> str:
    """The page of a story with all of its articles, figures, quotes, places (`map`) or origins."""
    return of("/story", story_id, {"all": kind}) + f"#{kind}"


def timeline(story_id: str, window: Window | None = None, since: str | None = None) -> str:
    """The timeline of a story alone."""
    return of("/timeline", story_id, _asked(window, since))


def _asked(window: Window | None, since: str | None) -> dict[str, object]:
    days = {"from": window.first, "to": window.last} if window else {}
    return {**days, **({"since": since} if since else {})}


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


def entity(entity_id: str, shown: str = "") -> str:
    """The page of somebody, something or somewhere; `shown` is all, said or did."""
    return of("/entity", entity_id, {"show": shown} if shown not in {"", "all"} else {})


def agenda(**asked: object) -> str:
    """The agenda: `state`, `story`, `start`, `end`, `now`, `by` and `number` bound it."""
    return _with("/agenda", _query(asked))


def agenda_calendar(**asked: object) -> str:
    """The agenda for a calendar program, bounded alike."""
    return _with("/agenda.ics", _query(asked))


def new(since: str = "", number: int = 1) -> str:
    """What is new since a day, by default the week before the library's last article."""
    return _with("/new", _query({"since": since, "number": number}))


def correct_story(story_id: str) -> str:
    """Where a story is corrected."""
    return f"/story/{quote(story_id, safe='')}/correct"


def correct_entity(entity_id: str) -> str:
    """Where an entity is merged into another."""
    return _with("/correct/entity", {"id": entity_id})


def change(kind: str, *names: str) -> str:
    """What would happen by a change of that kind, and the form that makes it."""
    pairs = [("name", one) for one in names]
    return f"/correct/{kind}?{urlencode(pairs, errors='replace')}"


def changing(kind: str) -> str:
    """Where the form of a change is sent."""
    return f"/correct/{kind}"


def corrections(key: int | None = None) -> str:
    """What people corrected; with `key`, at that correction."""
    return "/corrections" if key is None else f"/corrections#c{key}"


def corrections_on(number: int) -> str:
    """A page of what people corrected."""
    return _with("/corrections", {"page": number} if number > 1 else {})


def working(job: str) -> str:
    """Where one waits until a change is made."""
    return of("/working", job)


def done(path: str, key: int) -> str:
    """A page that tells what was just corrected."""
    return f"{path}{'&' if '?' in path else '?'}{urlencode({'done': key})}"


def sign_in(following: str = "") -> str:
    """Where one signs in; `following` is where one goes from there."""
    return _with("/sign-in", {"next": following} if following else {})


def sign_out() -> str:
    """Where the form that signs out is sent."""
    return "/sign-out"


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


def network(entity: str = "", kind: str = "", **asked: object) -> str:
    """Who acted on whom: of one party, by one type of event; `since`, `story`, `number` too."""
    return _with("/network", _query({"entity": entity, "type": kind, **asked}))


def search(query: str = "", number: int = 1) -> str:
    """The results of a search; without a query, where a form asks."""
    asked = ({"q": query} if query else {}) | ({"page": number} if number > 1 else {})
    return _with("/search", asked)


def found(asked: Mapping[str, str]) -> str:
    """The results of a search with those parameters."""
    return _with("/search", asked)


def suggest() -> str:
    """What is suggested while somebody types."""
    return "/suggest"


def stories(number: int = 1, **asked: object) -> str:
    """A page of the front page's stories: `section`, `start` and `end` bound them."""
    return _with("/", _query({**asked, "number": number}))


def again(path: str, query: Mapping[str, Sequence[str]], **changed: str) -> str:
    """The same page with some of its parameters changed."""
    return f"{quote(path)}?{urlencode({**query, **changed}, doseq=True, errors='replace')}"


def of(room: str, name: str, query: Mapping[str, object] | None = None) -> str:
    """Names that a browser would read as a step in the path go into the query."""
    if name in _NOT_A_PATH or "\n" in name:
        return _with(room, {"id": name, **(query or {})})
    return _with(f"{room}/{quote(name, safe='', errors='replace')}", query or {})


def _query(asked: Mapping[str, object]) -> dict[str, object]:
    """Parameters as addresses have them; those that ask for nothing are left out."""
    kept = {name: value for name, value in asked.items() if value and (name, value) != _FIRST}
    return {_PARAMETERS.get(name, name): value for name, value in kept.items()}


def _with(path: str, query: Mapping[str, object]) -> str:
    return f"{path}?{urlencode(query, errors='replace')}" if query else path
