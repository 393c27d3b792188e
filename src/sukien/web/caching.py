"""What a browser may keep: pages until the library changes, files until they change."""

import datetime as dt
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import metadata
from os import PathLike, stat_result
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_DIGEST_BYTES = 8
_ROOMS = ("static", "templates")


def page_tag(library: Path, request: Request) -> str | None:
    """The entity tag of the page that a request asks for; None where there is no library.

    It changes with the library's file, its log of what is not yet in the file, the address, the
    cookies, the day and the program (RFC 9110, section 8.8.3); weak, since answers may be packed.
    """
    try:
        state = _state(library.stat())
    except OSError:
        return None
    parts = (
        *(state, _log_state(library), request.scope["path"], request.url.query),
        *(request.headers.get("cookie", ""), dt.date.today().isoformat(), _program()),
    )
    return f'W/"{_digest(repr(parts).encode())}"'


def is_kept(tag: str | None, request: Request) -> bool:
    """Whether the browser says that it has the page with this tag."""
    given = request.headers.get("if-none-match", "").split(",")
    return tag is not None and tag in {one.strip() for one in given}


def unchanged(tag: str) -> Response:
    """The answer that the browser's own copy still stands."""
    return Response(status_code=304, headers={"etag": tag, "cache-control": _ASK_AGAIN})


def tagged(response: Response, tag: str | None) -> Response:
    """The response with its tag, where it is a page that a browser may keep."""
    if tag and response.status_code == 200 and "set-cookie" not in response.headers:
        response.headers["etag"] = tag
        response.headers.setdefault("cache-control", _ASK_AGAIN)
    return response


def _state(status: stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _log_state(library: Path) -> tuple[int, ...]:
    """An empty log comes and goes with each reader and says nothing."""
    try:
        status = library.with_name(library.name + "-wal").stat()
    except OSError:
        return ()
    return _state(status) if status.st_size else ()


@cache
def _program() -> str:
    """What pages are written by, as a digest: the version, the templates and styles."""
    files = sorted(path for room in _ROOMS for path in (STATIC.parent / room).rglob("*.*"))
    content = b"".join(path.read_bytes() for path in files if path.is_file())
    return metadata.version("sukien") + _digest(content)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def asset_version(name: str) -> str:
    """A digest of a file that pages load, for its address; empty where there is no such file."""
    path = STATIC / name
    try:
        return _content_digest(path, _state(path.stat()))
    except OSError:
        return ""


@lru_cache(maxsize=256)
def _content_digest(path: Path, _state: tuple[int, int, int]) -> str:
    """Read again only when the file is another one."""
    return _digest(path.read_bytes())


class Assets(StaticFiles):
    """The files that pages load; one whose address tells its content is kept for a year."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    def file_response(
        self,
        full_path: str | PathLike[str],
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """The file, and how long it may be kept."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        name = Path(full_path).relative_to(STATIC).as_posix()
        kept = scope["query_string"].decode("ascii", "replace") == f"v={asset_version(name)}"
        response.headers["cache-control"] = _FOR_EVER if kept else _ASK_AGAIN
        return response
