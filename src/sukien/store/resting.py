"""Engines between one opening of a library and the next: without connections, ready to go on."""

from collections import deque
from threading import Lock
from typing import NamedTuple

from sqlalchemy import Engine

_MOST = 8


class Opened(NamedTuple):
    """What an engine was made for: the file, what it is called in messages, the patience."""

    file: str
    name: str
    patience: float


class Resting:
    """Engines that nobody uses now, the latest few.

    An engine at rest has no connection, so it knows nothing of the file, which may be written,
    replaced or removed. It only remembers statements that were compiled.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._engines: deque[tuple[Opened, Engine]] = deque(maxlen=most)
        self._lock = Lock()

    def take(self, opened: Opened) -> Engine | None:
        """One that was made for that, for its taker alone."""
        with self._lock:
            for at, (known, engine) in enumerate(self._engines):
                if known == opened:
                    del self._engines[at]
                    return engine
        return None

    def put(self, opened: Opened, engine: Engine) -> None:
        """Let an engine rest: its connections are closed."""
        engine.dispose()
        with self._lock:
            self._engines.append((opened, engine))
