"""Serving a library's pages until the reader stops it."""

import gc
import socket
import sys
from ipaddress import ip_address
from pathlib import Path
from types import FrameType

import uvicorn
from anyio.to_thread import current_default_thread_limiter

from sukien.errors import InputError
from sukien.library import open_library
from sukien.views.language import both
from sukien.web.app import create_app
from sukien.web.changes.gate import Gate

_LAST_SECONDS = 3
_PAGES_AT_ONCE = 4
_OBJECTS = 50_000
_LOCAL_NAMES = ["localhost", "127.0.0.1", "[::1]"]


def serve(path: str, *, host: str, port: int, gate: Gate | None = None) -> None:
    """Print the address and serve the pages of the library in the file `path`, until Ctrl-C.

    With port 0 a free one is taken. `gate` says who may read and change; whether the server is
    alone on this machine is seen here. Raises LibraryError when the file cannot be used, InputError
    when the host or port or the file of people cannot.
    """
    gate = (gate or Gate())._replace(alone=_is_local(host))
    gate.check()
    with open_library(path) as library:
        library.refresh()
    with _listening(host, port) as listener:
        # Another site's page must not read this one under a name of its own.
        own = gate.alone and not gate.behind_proxy
        app = create_app(Path(path), gate, hosts=[*_LOCAL_NAMES, host] if own else ["*"])
        _tell(path, listener, gate)
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_level="warning",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_LAST_SECONDS,
        )
        _collect_seldom()
        _Quiet(config).run(sockets=[listener])


class _Quiet(uvicorn.Server):
    """A server that a signal ends in order, without a traceback and with exit code 0."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve; more pages at once would only take memory, one is computed at a time."""
        await super().startup(sockets)
        current_default_thread_limiter().total_tokens = _PAGES_AT_ONCE

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Stop serving; uvicorn's own would raise the signal again afterwards."""
        self.force_exit = self.should_exit
        self.should_exit = True


def _collect_seldom() -> None:
    """Search for cycles seldom: a page makes many small objects and hardly a cycle, and what is
    loaded by now stays.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise InputError(f"--host {host}: is no address of this machine ({error})") from error
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        raise InputError(
            f"cannot serve on {host} port {port} ({error.strerror}); give another one with --port"
        ) from error
    return listener


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _tell(path: str, listener: socket.socket, gate: Gate) -> None:
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"{path}: http://{name}:{port}/   (Ctrl-C: dừng · stop)\n")
    if gate.people is None and (gate.behind_proxy or not gate.alone):
        sys.stdout.write(f"{both('serving_reads_only')}\n")
    sys.stdout.flush()
