"""The real server of a library as a process of its own, on a free port."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import NamedTuple

_STARTS_WITHIN, _ENDS_WITHIN = 120, 20  # seconds
_COMMAND = "from sukien.cli import main; main()"
_NANOSECONDS = 1e9
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


class Server(NamedTuple):
    """A server that answers at `address`, which ends without a slash."""

    address: str
    process: int

    def peak(self) -> float | None:
        """The most memory that the process held so far, in MiB; None where that is not told."""
        status = Path(f"/proc/{self.process}/status")
        found = _PEAK.search(status.read_text()) if status.exists() else None
        return int(found[1]) / 1024 if found else None

    def busy(self) -> float:
        """Seconds of the processor that its threads took so far; 0 where that is not told."""
        threads = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(one.read_text().split()[0]) for one in threads) / _NANOSECONDS


@contextmanager
def served(library: Path, *options: str) -> Iterator[Server]:
    """`sukien serve` of the file `library`, with these options, until the end of the block.

    Raises RuntimeError where it does not start within two minutes.
    """
    arguments = ("serve", str(library), "--port", "0", *options)
    command = (sys.executable, "-X", "utf8", "-c", _COMMAND, *arguments)
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield Server(_address(process), process.pid)
        finally:
            _end(process)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    too_late = Timer(_STARTS_WITHIN, process.kill)
    too_late.start()
    line = process.stdout.readline()
    too_late.cancel()
    found = re.search(r"http://\S+", line)
    if found is None:
        raise RuntimeError(f"the server did not start: {line or 'it said nothing'}")
    return found[0].rstrip("/")


def _end(process: subprocess.Popen[str]) -> None:
    """Asked first, as Ctrl-C asks; then not asked."""
    process.terminate()
    try:
        process.wait(_ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
