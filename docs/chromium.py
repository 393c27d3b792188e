"""The browser of the tests and of the pictures in README: `python -m docs.chromium` brings it.

Where there is a Chromium it is used as it is. Elsewhere Debian's package is installed, where this
runs as root on Debian, or Playwright's own download, which needs no rights.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-dejavu-core")  # the fonts draw Vietnamese where there are no others
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
)
MISSING = "there is no Chromium for the browser tests; bring one with: make browser"
_RELEASE = Path("/etc/os-release")
_APT = ("apt-get", "-q", "-o", "Dpkg::Use-Pty=0")


class NoBrowserError(RuntimeError):
    """No Chromium is on this machine."""


def path(playwright: Playwright) -> Path | None:
    """The Chromium of this machine: its own, or the one that Playwright downloaded."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium without a window, closed at the end. Raises NoBrowserError."""
    with sync_playwright() as playwright:
        program = path(playwright)
        if program is None:
            raise NoBrowserError(MISSING)
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def ways() -> Iterator[Sequence[Sequence[str]]]:
    """The commands that bring a Chromium here, one way after the other."""
    if _is_debian() and os.geteuid() == 0 and shutil.which("apt-get"):
        install = (*_APT, "install", "-y", "--no-install-recommends", *PACKAGES)
        yield ((*_APT, "update"), install)
    yield ((sys.executable, "-m", "playwright", "install", "chromium"),)


def _is_debian() -> bool:
    """Debian itself: what Ubuntu calls by the same name is no package that runs everywhere."""
    return _RELEASE.exists() and "ID=debian" in _RELEASE.read_text().splitlines()


def _run(way: Sequence[Sequence[str]]) -> bool:
    for command in way:
        print(f"browser: {' '.join(command)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=environment, check=False).returncode:
            return False
    return True


def _found() -> Path | None:
    with sync_playwright() as playwright:
        return path(playwright)


def main() -> None:
    """Bring a Chromium if there is none, and say where it is. Exits with 1 when none came."""
    if (found := _found()) is None:
        print("browser: none here; bringing Chromium for the browser tests", flush=True)
        any(map(_run, ways()))
        found = _found()
    if found is None:
        sys.exit("browser: no Chromium came; install one by hand (any that is called 'chromium')")
    print(f"browser: {found}")


if __name__ == "__main__":
    main()
