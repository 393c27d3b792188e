"""What a form sends: from this site alone, short, in one way of writing it."""

import asyncio
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from sukien.web.problems import Problem

MOST_BYTES = 64 * 1024
_MOST_FIELDS = 500
_SECONDS = 15
_FORM = "application/x-www-form-urlencoded"
FOREIGN = Problem("foreign", 403)
_TOO_LONG = Problem("too_long", 413)
_NO_FORM = Problem("refused", 415)
_UNREADABLE = Problem("refused", 400)
_TOO_SLOW = Problem("refused", 408)


class Refused(Exception):  # noqa: N818  a problem to show, not an error of the program
    """A request that is not answered as it wants; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def require(condition: object, problem: Problem) -> None:
    """Raises Refused with the problem unless the condition holds."""
    if not condition:
        raise Refused(problem)


class Form:
    """The fields of a form."""

    def __init__(self, fields: Mapping[str, Sequence[str]]) -> None:
        self.fields = fields

    def text(self, name: str) -> str:
        """The last value of a field; empty where there is none."""
        return self.fields.get(name, ("",))[-1]


def is_from_here(request: Request) -> bool:
    """Whether the browser says that the request comes from a page of this site.

    Fetch Metadata says so (Sec-Fetch-Site), or the Origin (RFC 6454) is this host. A request that
    has neither was sent by no browser of today; its token decides.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return True
    try:
        return bool(origin) and urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:
        return False


async def form(request: Request) -> Form:
    """The form that was sent. Raises Refused for what is none, comes from elsewhere or is long."""
    if not is_from_here(request):
        raise Refused(FOREIGN)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise Refused(_NO_FORM)
    try:
        async with asyncio.timeout(_SECONDS):
            body = await _body(request)
    except TimeoutError:
        raise Refused(_TOO_SLOW) from None
    return Form(_fields(body))


async def _body(request: Request) -> bytes:
    """The body, which is not read further than it may be long."""
    said = request.headers.get("content-length", "0")
    if not said.isascii() or not said.isdigit():
        raise Refused(_UNREADABLE)
    if len(said) > len(str(MOST_BYTES)) or int(said) > MOST_BYTES:
        raise Refused(_TOO_LONG)
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > MOST_BYTES:
            raise Refused(_TOO_LONG)
    return bytes(content)


def _fields(body: bytes) -> dict[str, list[str]]:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        raise Refused(_UNREADABLE) from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields
