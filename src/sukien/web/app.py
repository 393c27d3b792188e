"""The pages of a library as an ASGI application."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from sukien.errors import BusyError, LibraryError, MissingExtraError, NotFoundError
from sukien.library import Library, open_library
from sukien.views.contract import json_line
from sukien.views.correcting import CHANGES
from sukien.views.corrections import CorrectionLine, correction_line
from sukien.web import addresses
from sukien.web.answers import Answer, Moved, Page, Written
from sukien.web.asked import Asked
from sukien.web.caching import Assets, is_kept, page_tag, tagged, unchanged
from sukien.web.changes import routes as changes
from sukien.web.changes.doing import BUSY
from sukien.web.changes.gate import Gate
from sukien.web.changes.visiting import Visit
from sukien.web.headers import StrictHeaders
from sukien.web.pages import PAGES
from sukien.web.problems import MISSING, Problem
from sukien.web.rendering import html
from sukien.web.site import JSON, Site, asked_of, page, site_of, told, wants_json

_WITH_ID = "{id:path}"
_PACKED_FROM_BYTES = 1000
_PACKING = 5
_SIGN_IN = Problem("sign_in_first", 401)


def create_app(
    library_path: str | Path, gate: Gate | None = None, *, hosts: Sequence[str] = ("*",)
) -> Starlette:
    """The application that shows the library in the file `library_path`.

    The file is opened for each request, so that it may be written, replaced or removed meanwhile;
    a page says so when it cannot be read (503). Nothing is fetched from anywhere else. `gate` says
    who may read and change; requests to other names than `hosts` are refused.
    """
    site = site_of(Path(library_path), gate or Gate())
    pages: list[Route | Mount] = [
        Route(address, partial(_answer, one, site)) for one in PAGES for address in _addresses(one)
    ]
    made = [
        Route(addresses.changing(kind), partial(changes.make, kind, site), methods=["POST"])
        for kind in CHANGES
    ]
    app = Starlette(
        routes=[*pages, *made, *_signing(site), Mount("/static", Assets())],
        middleware=[
            Middleware(StrictHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=_PACKED_FROM_BYTES, compresslevel=_PACKING),
        ],
        exception_handlers={HTTPException: partial(_refused, site), 500: partial(_failed, site)},
    )
    app.router.redirect_slashes = False
    return app


def _signing(site: Site) -> list[Route]:
    return [
        Route(addresses.sign_in(), partial(changes.ask_who, site)),
        Route(addresses.sign_in(), partial(changes.sign_in, site), methods=["POST"]),
        Route(addresses.sign_out(), partial(changes.sign_out, site), methods=["POST"]),
        Route("/working/{id}", partial(changes.wait, site)),
    ]


def _addresses(page: Page) -> tuple[str, ...]:
    """Where a page is shown as HTML and as JSON."""
    if page.path.endswith(_WITH_ID) or "." in page.path:
        return (page.path,)
    return (page.path, "/index.json" if page.path == "/" else page.path + JSON)


def _answer(shown: Page, site: Site, request: Request) -> Response:
    """One page of the library, or the page that says why there is none.

    A browser that has the page as the library stands now is told so at once.
    """
    visit = site.visit(request)
    if closed := _closed(shown, site, request, visit):
        return closed
    tag = page_tag(site.path, request)
    if tag and is_kept(tag, request):
        return unchanged(tag)
    try:
        with open_library(site.path, refresh=False) as library:
            return tagged(visit.seal(_found(shown, site, request, library, visit)), tag)
    except NotFoundError:
        problem = MISSING if site.path.exists() else _unavailable(site.path, "NotFoundError")
    except MissingExtraError as error:
        problem = Problem("unavailable", 501, str(error))
    except BusyError:
        problem = BUSY
    except LibraryError as error:
        problem = _unavailable(site.path, type(error).__name__)
    return told(site, request, problem, visit)


def _closed(shown: Page, site: Site, request: Request, visit: Visit) -> Response | None:
    """What is answered to who may not see a page."""
    if not (site.gate.private and visit.person is None) and (visit.may_change or not shown.changes):
        return None
    if not visit.may_sign_in:
        return told(site, request, changes.OFF, visit)
    if wants_json(request):
        return told(site, request, _SIGN_IN, visit)
    query = f"?{request.url.query}" if request.url.query else ""
    return changes.to_sign_in(addresses.again(request.scope["path"], {}).rstrip("?") + query)


def _unavailable(path: Path, kind: str) -> Problem:
    return Problem("unavailable", 503, f"{path.name}: {kind}")


def _found(shown: Page, site: Site, request: Request, library: Library, visit: Visit) -> Response:
    """The page; an id that ends in `.json` and is none asks for JSON."""
    asked = asked_of(request)
    by_id = shown.path.endswith(_WITH_ID)
    writing = partial(_written, site, request, library, visit)
    if not by_id:
        return writing(shown.answer(asked, library), asked, as_json=wants_json(request))
    try:
        return writing(shown.answer(asked, library), asked, as_json=False)
    except NotFoundError:
        if not asked.id.endswith(JSON):
            raise
    asked = msgspec.structs.replace(asked, id=asked.id.removesuffix(JSON))
    return writing(shown.answer(asked, library), asked, as_json=True)


def _written(  # noqa: PLR0913  the first four are bound once
    site: Site,
    request: Request,
    library: Library,
    visit: Visit,
    answer: Answer,
    asked: Asked,
    *,
    as_json: bool,
) -> Response:
    if isinstance(answer, Moved):
        return _moved(asked, answer.id, JSON if as_json else "")
    if isinstance(answer, Written):
        return Response(answer.content, media_type=answer.media_type)
    if as_json:
        return Response(json_line(answer.view), media_type="application/json")
    door = site.door._replace(visitor=visit, notice=_notice(asked, library, visit))
    content = html(asked, door, answer.template, {"page": answer.view, **answer.more})
    return page(request, content, asked.language)


def _notice(asked: Asked, library: Library, visit: Visit) -> CorrectionLine | None:
    """What was just corrected, where the address names it and who asks may undo it."""
    key = asked.number("done", 0) if visit.may_change and asked.has("done") else 0
    found = [one for one in library.corrections() if one.key == key] if key else []
    return correction_line(library, found[0]) if found else None


def _moved(asked: Asked, name: str, ending: str) -> Response:
    """To where it stands now; not to be remembered, a correction can be undone."""
    room = asked.path.split("/")[1].removesuffix(JSON)
    address = addresses.of(f"/{room}", name) + ending
    kept = {"done": asked.text("done")} if asked.has("done") else {}
    address += f"?{urlencode(kept)}" if kept else ""
    return RedirectResponse(address, status_code=301, headers={"cache-control": "no-cache"})


def _refused(site: Site, request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    response = told(site, request, MISSING if status == 404 else Problem("refused", status))
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


def _failed(site: Site, request: Request, _error: Exception) -> Response:
    return told(site, request, Problem("failed", 500))
