"""The pages of a library as an ASGI application."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sukien.errors import LibraryError, MissingExtraError, NotFoundError
from sukien.library import Library, open_library
from sukien.web import pages
from sukien.web.headers import StrictHeaders
from sukien.web.rendering import page

_STATIC = Path(__file__).parent / "static"
Handler = Callable[[Request, Library], Response]


class Page(NamedTuple):
    """An address, what its page shows, and the function that answers."""

    path: str
    name: str
    handler: Handler


ROUTES = (
    Page("/", "the stories, newest first; `page` counts from 1", pages.stories),
    Page("/story/{id:path}", "one story; with `.json` behind the id, as JSON", pages.story),
    Page("/story", "the same, with `id` as a parameter", pages.story),
    Page(
        "/article/{id:path}",
        "one article; `from` and `to` mark characters, `layer` (again and again) shows marks",
        pages.article,
    ),
    Page("/article", "the same, with `id` as a parameter", pages.article),
    Page(
        "/entity/{id:path}",
        "who or what has that id: the names seen, what was merged and why, the articles",
        pages.entity,
    ),
    Page("/entity", "the same, with `id` as a parameter", pages.entity),
    Page(
        "/agenda",
        "what is announced; `now`, `from`, `to` are dates, `story` an id, `all` shows all of it",
        pages.agenda,
    ),
    Page("/agenda.ics", "the same for a calendar program", pages.agenda_calendar),
    Page(
        "/network",
        "who acted on whom; `story` and `entity` are ids, `type` one of event, `since` a date",
        pages.network,
    ),
    Page("/network.json", "the same view as JSON", pages.network_json),
    Page(
        "/new",
        "what is new since the date `since`, by default the week before the last article",
        pages.new,
    ),
    Page("/search", "what a search for `q` finds; `page` counts from 1", pages.search),
    Page("/about", "what marks and verdicts mean, and what could not be read", pages.about),
)


def create_app(library_path: str | Path) -> Starlette:
    """The application that shows the library in the file `library_path`.

    The file is opened for each request, so that it may be written, replaced or removed meanwhile;
    a page says so when it cannot be read (503). Nothing is fetched from anywhere else.
    """
    path = Path(library_path)
    routes: list[Route | Mount] = [
        Route(one.path, partial(_answer, one.handler, path)) for one in ROUTES
    ]
    app = Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=_STATIC))],
        middleware=[Middleware(StrictHeaders)],
        exception_handlers={HTTPException: _refused, 500: _failed},
    )
    app.router.redirect_slashes = False
    app.state.library_name = path.stem
    return app


def _answer(handler: Handler, path: Path, request: Request) -> Response:
    """One page of the library, or the page that says why there is none."""
    try:
        library = open_library(path, refresh=False)
    except LibraryError as error:
        return _unavailable(request, path, error)
    with library:
        try:
            return handler(request, library)
        except NotFoundError:
            return _missing(request)
        except MissingExtraError as error:
            context = {"problem": "unavailable", "detail": str(error)}
            return page(request, "problem.html", context, status=501)
        except LibraryError as error:
            return _unavailable(request, path, error)


def _missing(request: Request) -> Response:
    return page(request, "problem.html", {"problem": "missing", "detail": ""}, status=404)


def _unavailable(request: Request, path: Path, error: LibraryError) -> Response:
    context = {"problem": "unavailable", "detail": f"{path.name}: {type(error).__name__}"}
    return page(request, "problem.html", context, status=503)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    if status == 404:
        return _missing(request)
    return page(request, "problem.html", {"problem": "refused", "detail": ""}, status=status)


def _failed(request: Request, _error: Exception) -> Response:
    return page(request, "problem.html", {"problem": "failed", "detail": ""}, status=500)
