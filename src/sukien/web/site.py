"""What the server knows while it runs, and what its answers have in common."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sukien.views.contract import json_line
from sukien.views.language import LANGUAGES
from sukien.web.asked import Asked
from sukien.web.changes.gate import Gate
from sukien.web.changes.trying import Tries
from sukien.web.changes.visiting import Visit
from sukien.web.changes.visits import Visits
from sukien.web.changes.working import Working
from sukien.web.headers import HEADERS
from sukien.web.problems import Problem
from sukien.web.rendering import Door, html

JSON = ".json"
_LANGUAGE = "lang"
_A_YEAR = 365 * 24 * 3600


class Site(NamedTuple):
    """A library's file, the door to it, who may come in, and what is going on."""

    path: Path
    door: Door
    gate: Gate
    visits: Visits
    tries: Tries
    working: Working

    def visit(self, request: Request) -> Visit:
        """Who asks."""
        return Visit(self.visits, self.gate, request)


def site_of(path: Path, gate: Gate) -> Site:
    """A site as it is when the server starts: nobody is signed in."""
    return Site(path, Door(library_name=path.stem), gate, Visits(), Tries(), Working())


def asked_of(request: Request) -> Asked:
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


def wants_json(request: Request) -> bool:
    """Whether the address asks for JSON."""
    return str(request.scope["path"]).endswith(JSON)


def page(request: Request, content: bytes, language: str, status: int = 200) -> Response:
    """HTML with the headers that every page has; a language that was chosen is remembered."""
    headers = {**HEADERS, "content-language": language, "cache-control": "no-cache"}
    response = HTMLResponse(content, status_code=status, headers=headers)
    if request.query_params.get(_LANGUAGE) == language:
        response.set_cookie(_LANGUAGE, language, max_age=_A_YEAR, httponly=True, samesite="lax")
    return response


def told(site: Site, request: Request, problem: Problem, visit: Visit | None = None) -> Response:
    """The page that says what is the matter, or the same as JSON."""
    if wants_json(request):
        said = {"error": problem.name, "detail": problem.detail}
        response = Response(json_line(said), problem.status, media_type="application/json")
    else:
        visit = visit or site.visit(request)
        asked = asked_of(request)
        context = {"problem": problem.name, "detail": problem.detail, "why": problem.reason}
        door = site.door._replace(visitor=visit)
        content = html(asked, door, "problem.html", context, status=problem.status)
        response = visit.seal(page(request, content, asked.language, problem.status))
    if problem.wait:
        response.headers["retry-after"] = str(problem.wait)
    return response
