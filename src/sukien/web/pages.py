"""One function a page: what was asked for, the view, the template."""

import datetime as dt
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sukien.errors import DateError
from sukien.export.icalendar import calendar
from sukien.library import Library
from sukien.model import Span
from sukien.text.dates import normalize_date
from sukien.views.agenda import Asked, agenda_page, calendar_items
from sukien.views.articles import LAYERS, ArticlePage, Mark, article_page
from sukien.views.contract import json_line
from sukien.views.entities import entity_page
from sukien.views.language import phrase
from sukien.views.network import NetworkPage, Wanted, network_page
from sukien.views.news import a_week_ago, news_page
from sukien.views.reasons import link_words
from sukien.views.stories import search_page, stories_page, story_page
from sukien.web import addresses
from sukien.web.marking import paragraphs
from sukien.web.rendering import language_of, page

_JSON = ".json"
_SEARCH_PAGES = 25
_LONGEST_QUERY = 300
_NEWS_STORIES = 20
_NEWS_ARTICLES = 40
_SWITCHED_ON = ("names", "times", "quantities")
_NUMBER_DIGITS = 9


def stories(request: Request, library: Library) -> Response:
    """The front page: the stories, newest first."""
    view = stories_page(library, number=_number(request, "page", 1))
    return page(request, "stories.html", {"page": view})


def story(request: Request, library: Library) -> Response:
    """One story, or the same view as JSON when the address ends in `.json`.

    The address of a story that is another now leads there.
    """
    asked = _id(request)
    ending = _JSON if asked.endswith(_JSON) else ""
    view = story_page(library, asked.removesuffix(ending))
    if view.id != asked.removesuffix(ending):
        return _moved(addresses.story(view.id) + ending)
    if ending:
        return Response(json_line(view), media_type="application/json")
    return page(request, "story.html", {"page": view})


def _moved(address: str) -> Response:
    """To the story that a former id leads to; not to be remembered, a correction can be undone."""
    return RedirectResponse(address, status_code=301, headers={"cache-control": "no-cache"})


def article(request: Request, library: Library) -> Response:
    """One article with its marks; `from` and `to` mark characters, `layer` says what is shown."""
    view = article_page(library, _id(request))
    language = language_of(request)
    asked = request.query_params.getlist("layer")
    target = _target(request)
    written = paragraphs(
        view.text, view.blocks, view.marks, target, lambda mark: _naming(mark, language)
    )
    context = {
        "page": view,
        "paragraphs": written,
        "titled": any(kind == "title" for kind, _ in written),
        "switched": [name for name in asked if name in LAYERS] if asked else _SWITCHED_ON,
        "readings": _readings(view),
        "values": "values" in asked,
        "kept": (("from", target.start), ("to", target.end)) if target else (),
    }
    return page(request, "article.html", context)


def entity(request: Request, library: Library) -> Response:
    """Who or what has that id: the names seen, what was merged and why, the articles."""
    return page(request, "entity.html", {"page": entity_page(library, _id(request))})


def search(request: Request, library: Library) -> Response:
    """What a search finds."""
    query = request.query_params.get("q", "")[:_LONGEST_QUERY]
    number = min(_number(request, "page", 1), _SEARCH_PAGES)
    view = search_page(library, query, number=number)
    return page(request, "search.html", {"page": view, "last": number == _SEARCH_PAGES})


def agenda(request: Request, library: Library) -> Response:
    """What is announced and what became of it."""
    asked = _asked(request)
    context = {"page": agenda_page(library, asked), "everything": asked.everything}
    return page(request, "agenda.html", context)


def agenda_calendar(request: Request, library: Library) -> Response:
    """The same for a calendar program."""
    written = calendar(calendar_items(library, _asked(request)))
    return Response(written.encode(), media_type="text/calendar; charset=utf-8")


def _asked(request: Request) -> Asked:
    """Which items are asked for; a date that is none bounds nothing."""
    query = request.query_params
    return Asked(
        story=query.get("story") or None,
        start=_date(query.get("from")),
        end=_date(query.get("to")),
        now=_date(query.get("now")),
        everything="all" in query,
    )


def _date(given: str | None) -> str | None:
    try:
        return normalize_date(given)[:10] if given else None
    except DateError:
        return None


def network(request: Request, library: Library) -> Response:
    """Who acted on whom."""
    return page(request, "network.html", {"page": _network(request, library)})


def network_json(request: Request, library: Library) -> Response:
    """The same view as JSON."""
    written = json_line(_network(request, library))
    return Response(written, media_type="application/json")


def _network(request: Request, library: Library) -> NetworkPage:
    query = request.query_params
    since = _date(query.get("since"))
    asked = Wanted(
        entity=query.get("entity") or None,
        type=query.get("type") or None,
        since=dt.date.fromisoformat(since) if since else None,
    )
    return network_page(library, query.get("story") or None, asked)


def new(request: Request, library: Library) -> Response:
    """What is new since a day, in the stories told last."""
    since = _date(request.query_params.get("since")) or a_week_ago(library)
    view = news_page(library, since, limit=_NEWS_STORIES, most=_NEWS_ARTICLES) if since else None
    return page(request, "new.html", {"page": view, "since": since or ""})


def about(request: Request, library: Library) -> Response:
    """What the marks and verdicts mean, and what could not be read."""
    failures = library.failures()
    return page(request, "about.html", {"counts": library.counts(), "failures": failures})


def _id(request: Request) -> str:
    name = request.path_params.get("id") or request.query_params.get("id", "")
    return str(name)


def _number(request: Request, name: str, default: int) -> int:
    """A parameter that is a whole number from 1 on, or the default for anything else."""
    given = request.query_params.get(name, "")
    readable = given.isascii() and given.isdigit() and len(given) <= _NUMBER_DIGITS
    return max(1, int(given)) if readable else default


def _target(request: Request) -> Span | None:
    given = [request.query_params.get(name, "") for name in ("from", "to")]
    if not all(one.isascii() and one.isdigit() and len(one) <= _NUMBER_DIGITS for one in given):
        return None
    start, end = map(int, given)
    return Span(start, end) if start < end else None


def _naming(mark: Mark, language: str) -> str:
    """What a mark's element is called: `Tên riêng: country:NE (vì sao)`."""
    layer = phrase(f"layer_{mark.layer}", language)
    words = f"{layer}: {mark.value}" if mark.value else layer
    return f"{words} ({link_words(mark.why, language)})" if mark.why else words


def _readings(view: ArticlePage) -> Sequence[tuple[str, list[tuple[int, str, Mark]]]]:
    """For each layer its marks with their numbers and the characters they stand on."""
    numbered = [(i, view.text[m.start : m.end], m) for i, m in enumerate(view.marks)]
    layers = [(name, [one for one in numbered if one[2].layer == name]) for name, _ in view.layers]
    return [(name, marks) for name, marks in layers if marks]
