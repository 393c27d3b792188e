"""The pages of a library as an ASGI application."""

from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from sukien.errors import LibraryError, MissingExtraError, NotFoundError
from sukien.library import Library, open_library
from sukien.views.contract import json_line
from sukien.views.language import LANGUAGES
from sukien.web import addresses
from sukien.web.answers import Answer, Moved, Page, Written
from sukien.web.asked import Asked
from sukien.web.caching import Assets, is_kept, page_tag, tagged, unchanged
from sukien.web.headers import HEADERS, StrictHeaders
from sukien.web.pages import PAGES
from sukien.web.rendering import Door, html

_JSON = ".json"
_LANGUAGE = "lang"
_A_YEAR = 365 * 24 * 3600
_WITH_ID = "{id:path}"
_PACKED_FROM_BYTES = 1000
_PACKING = 5


class Problem(NamedTuple):
    """Why there is no page: the name of its texts, a detail that anybody may read, a status."""

    name: str
    status: int
    detail: str = ""


MISSING = Problem("missing", 404)


def create_app(library_path: str | Path) -> Starlette:
    """The application that shows the library in the file `library_path`.

    The file is opened for each request, so that it may be written, replaced or removed meanwhile;
    a page says so when it cannot be read (503). Nothing is fetched from anywhere else.
    """
    path = Path(library_path)
    door = Door(library_name=path.stem)
    routes: list[Route | Mount] = [
        Route(address, partial(_answer, page, door, path))
        for page in PAGES
        for address in _addresses(page)
    ]
    app = Starlette(
        routes=[*routes, Mount("/static", Assets())],
        middleware=[
            Middleware(StrictHeaders),
            Middleware(GZipMiddleware, minimum_size=_PACKED_FROM_BYTES, compresslevel=_PACKING),
        ],
        exception_handlers={HTTPException: partial(_refused, door), 500: partial(_failed, door)},
    )
    app.router.redirect_slashes = False
    return app


def _addresses(page: Page) -> tuple[str, ...]:
    """Where a page is shown as HTML and as JSON."""
    if page.path.endswith(_WITH_ID) or "." in page.path:
        return (page.path,)
    return (page.path, "/index.json" if page.path == "/" else page.path + _JSON)


def _answer(page: Page, door: Door, path: Path, request: Request) -> Response:
    """One page of the library, or the page that says why there is none.

    A browser that has the page as the library stands now is told so at once.
    """
    tag = page_tag(path, request)
    if tag and is_kept(tag, request):
        return unchanged(tag)
    try:
        with open_library(path, refresh=False) as library:
            return tagged(_found(page, door, request, library), tag)
    except NotFoundError:
        problem = MISSING if path.exists() else _unavailable(path, "NotFoundError")
    except MissingExtraError as error:
        problem = Problem("unavailable", 501, str(error))
    except LibraryError as error:
        problem = _unavailable(path, type(error).__name__)
    return _told(door, request, problem)


def _unavailable(path: Path, kind: str) -> Problem:
    return Problem("unavailable", 503, f"{path.name}: {kind}")


def _found(page: Page, door: Door, request: Request, library: Library) -> Response:
    """The page; an id that ends in `.json` and is none asks for JSON."""
    asked = _asked(request)
    by_id = page.path.endswith(_WITH_ID)
    if not by_id:
        answer = page.answer(asked, library)
        return _written(answer, door, request, asked, as_json=_wants_json(request))
    try:
        answer = page.answer(asked, library)
        return _written(answer, door, request, asked, as_json=False)
    except NotFoundError:
        if not asked.id.endswith(_JSON):
            raise
    asked = msgspec.structs.replace(asked, id=asked.id.removesuffix(_JSON))
    return _written(page.answer(asked, library), door, request, asked, as_json=True)


def _written(
    answer: Answer, door: Door, request: Request, asked: Asked, *, as_json: bool
) -> Response:
    if isinstance(answer, Moved):
        return _moved(asked, answer.id, _JSON if as_json else "")
    if isinstance(answer, Written):
        return Response(answer.content, media_type=answer.media_type)
    if as_json:
        return Response(json_line(answer.view), media_type="application/json")
    content = html(asked, door, answer.template, {"page": answer.view, **answer.more})
    return _page(request, content, asked.language)


def _moved(asked: Asked, name: str, ending: str) -> Response:
    """To where it stands now; not to be remembered, a correction can be undone."""
    room = asked.path.split("/")[1].removesuffix(_JSON)
    address = addresses.of(f"/{room}", name) + ending
    return RedirectResponse(address, status_code=301, headers={"cache-control": "no-cache"})


def _page(request: Request, content: bytes, language: str, status: int = 200) -> Response:
    """HTML with the headers that every page has; a language that was chosen is remembered."""
    headers = {**HEADERS, "content-language": language, "cache-control": "no-cache"}
    response = HTMLResponse(content, status_code=status, headers=headers)
    if request.query_params.get(_LANGUAGE) == language:
        response.set_cookie(_LANGUAGE, language, max_age=_A_YEAR, httponly=True, samesite="lax")
    return response


def _asked(request: Request) -> Asked:
    """What the address asks for; the language is that of the address, else of the cookie."""
    pairs = parse_qsl(request.url.query, keep_blank_values=True, errors="replace")
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    chosen = (request.query_params.get(_LANGUAGE), request.cookies.get(_LANGUAGE))
    return Asked(
        path=request.scope["path"],
        id=request.path_params.get("id") or request.query_params.get("id", ""),
        query=query,
        language=next((one for one in chosen if one in LANGUAGES), LANGUAGES[0]),
    )


def _wants_json(request: Request) -> bool:
    return str(request.scope["path"]).endswith(_JSON)


def _told(door: Door, request: Request, problem: Problem) -> Response:
    """The page that says what is the matter, or the same as JSON."""
    if _wants_json(request):
        said = {"error": problem.name, "detail": problem.detail}
        return Response(json_line(said), problem.status, media_type="application/json")
    asked = _asked(request)
    context = {"problem": problem.name, "detail": problem.detail}
    content = html(asked, door, "problem.html", context, status=problem.status)
    return _page(request, content, asked.language, problem.status)


def _refused(door: Door, request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    return _told(door, request, MISSING if status == 404 else Problem("refused", status))


def _failed(door: Door, request: Request, _error: Exception) -> Response:
    return _told(door, request, Problem("failed", 500))
