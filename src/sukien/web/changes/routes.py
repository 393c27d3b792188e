"""What forms are sent to: a change, signing in and out. Each answers with another address (303)."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sukien.errors import InputError
from sukien.web import addresses
from sukien.web.changes.doing import BUSY, Wanted, done
from sukien.web.changes.people import LONGEST_NAME, People, Person
from sukien.web.changes.posted import Form, Refused, form, require
from sukien.web.changes.visiting import Visit
from sukien.web.problems import MISSING, Problem
from sukien.web.rendering import html
from sukien.web.site import Site, asked_of, page, told

OFF = Problem("off", 403)
_EXPIRED = Problem("expired", 403)
_NO_NAME = Problem("cannot", 400, reason="cannot_nobody")
_SECONDS = 2.0
# Passwords are slow to check: one at a time, and not in the threads that make pages.
_checking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="password")
_NO_PEOPLE = Problem("failed", 500)


async def make(kind: str, site: Site, request: Request) -> Response:
    """Make a change; where that takes longer than two seconds, to a page that waits for it."""
    visit = site.visit(request)
    try:
        sent = await form(request)
        _allowed(visit, sent)
        wanted = _wanted(kind, visit, sent)
        job = _started(site, wanted)
    except Refused as refused:
        return told(site, request, refused.problem, visit)
    visit.remember(wanted.by)
    return visit.seal(await _became(site, request, job))


def _allowed(visit: Visit, sent: Form) -> None:
    """Raises Refused for who may not change anything, and for a form that is not his."""
    require(visit.may_change, OFF)
    require(visit.is_own(sent.text("token")), _EXPIRED)


def _started(site: Site, wanted: Wanted) -> str:
    job = site.working.start(partial(done, site.path, wanted))
    if job is None:
        raise Refused(BUSY)
    return job


def _wanted(kind: str, visit: Visit, sent: Form) -> Wanted:
    by = visit.name or sent.text("by").strip()
    if not by:
        raise Refused(_NO_NAME)
    names = sent.fields.get("name", ())
    return Wanted(kind, names, by, sent.text("note"))


async def wait(site: Site, request: Request) -> Response:
    """The page of a change that is being made, which asks again by itself."""
    name = request.path_params["id"]
    if not site.working.knows(name):
        return told(site, request, MISSING)
    return await _became(site, request, name)


async def _became(site: Site, request: Request, job: str) -> Response:
    outcome = await site.working.outcome(job, _SECONDS)
    if isinstance(outcome, Problem):
        return told(site, request, outcome)
    if outcome is not None:
        return _to(outcome)
    if request.method == "POST":
        return _to(addresses.working(job))
    asked = asked_of(request)
    door = site.door._replace(visitor=site.visit(request))
    content = html(
        asked, door, "correct/working.html", {"again": addresses.working(job)}, status=202
    )
    return page(request, content, asked.language, 202)


def to_sign_in(following: str) -> Response:
    """To where one signs in, and from there on."""
    return _to(addresses.sign_in(following))


def _to(address: str) -> Response:
    headers = {"cache-control": "no-store, private"}
    return RedirectResponse(address, status_code=303, headers=headers)


def ask_who(site: Site, request: Request) -> Response:
    """The form that asks for name and password."""
    return _asking(site, request, site.visit(request), following=asked_of(request).text("next"))


def _asking(
    site: Site,
    request: Request,
    visit: Visit,
    *,
    following: str = "",
    problem: str = "",
    wait: int = 0,
) -> Response:
    if site.gate.people is None:
        return told(site, request, OFF, visit)
    asked = asked_of(request)
    status = 429 if wait else 403 if problem else 200
    context = {"following": following, "problem": problem, "wait": wait}
    door = site.door._replace(visitor=visit)
    content = html(asked, door, "correct/sign_in.html", context, status=status)
    response = visit.seal(page(request, content, asked.language, status))
    if wait:
        response.headers["retry-after"] = str(wait)
    return response


async def sign_in(site: Site, request: Request) -> Response:
    """Look a name and a password up; on to the page that was wanted, signed in."""
    visit = site.visit(request)
    try:
        sent = await form(request)
        require(site.gate.people, OFF)
        require(visit.is_own(sent.text("token")), _EXPIRED)
        return await _signed_in(site, request, visit, sent)
    except Refused as refused:
        return told(site, request, refused.problem, visit)


async def _signed_in(site: Site, request: Request, visit: Visit, sent: Form) -> Response:
    following, address = _here(sent.text("next")), site.gate.address(request)
    asking = partial(_asking, site, request, visit, following=following)
    if wait := site.tries.begin(address):
        return asking(problem="too_often", wait=wait)
    try:
        person = await asyncio.get_running_loop().run_in_executor(_checking, _person, site, sent)
    except InputError:
        raise Refused(_NO_PEOPLE) from None
    if person is None:
        return asking(problem="wrong_password")
    site.tries.worked(address)
    visit.sign_in(person)
    return visit.seal(_to(following))


def _person(site: Site, sent: Form) -> Person | None:
    if site.gate.people is None:
        return None
    name = sent.text("person")[: LONGEST_NAME * 2]
    return People(site.gate.people).find(name, sent.text("password"))


def _here(address: str) -> str:
    """An address of this site, to go on to; the front page for anything else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return addresses.stories()
    own = address.startswith("/") and not address.startswith(("//", "/\\"))
    plain = address.isprintable() and address.isascii() and "\\" not in address
    if not own or not plain or parts.scheme or parts.netloc:
        return addresses.stories()
    return address


async def sign_out(site: Site, request: Request) -> Response:
    """Sign out; to the front page."""
    visit = site.visit(request)
    try:
        sent = await form(request)
        require(visit.is_own(sent.text("token")), _EXPIRED)
    except Refused as refused:
        return told(site, request, refused.problem, visit)
    visit.sign_out()
    return visit.seal(_to(addresses.stories()))
