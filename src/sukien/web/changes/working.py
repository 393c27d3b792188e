"""Changes one after the other, behind the pages: who waits too long is told where to look."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from sukien.web.problems import Problem

Outcome = str | Problem
_REMEMBERED = 100
_MOST_WAITING = 20
_ID_BYTES = 12


class Working:
    """Changes that are being made or were; the outcomes of the last hundred are remembered."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="change")
        self._jobs: OrderedDict[str, Future[Outcome]] = OrderedDict()

    def start(self, change: Callable[[], Outcome]) -> str | None:
        """Make a change as soon as those before it are made; its id, None when too many wait."""
        if sum(not one.done() for one in self._jobs.values()) >= _MOST_WAITING:
            return None
        name = secrets.token_urlsafe(_ID_BYTES)
        self._jobs[name] = self._pool.submit(change)
        while len(self._jobs) > _REMEMBERED:
            self._jobs.popitem(last=False)
        return name

    def knows(self, name: str) -> bool:
        """Whether there is, or was, a change of that id."""
        return name in self._jobs

    async def outcome(self, name: str, seconds: float) -> Outcome | None:
        """What became of a change; None when it is not made after so many seconds."""
        job, made = self._jobs[name], asyncio.Event()
        loop = asyncio.get_running_loop()

        def tell(_: object) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(made.set)

        job.add_done_callback(tell)
        with suppress(TimeoutError):
            await asyncio.wait_for(made.wait(), seconds)
        return job.result() if job.done() else None
