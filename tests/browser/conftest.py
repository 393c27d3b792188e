"""The sample library served by a process of its own, and a real browser that looks at it.

The library and its server are made once for all tests. The browser is opened once a file:
Playwright keeps an event loop running in this thread, and other tests have theirs.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.serving import served
from docs.chromium import launched
from playwright.sync_api import Browser, Page

from browser.sample import PLAIN, Sample, build
from browser.visiting import EVERY_WAY, TWO_WAYS, Visit, page_of, visit


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The library of the sample articles. Not to be changed: for that there is `own`."""
    return build(tmp_path_factory.mktemp("browser") / "mau.sukien")


@pytest.fixture(scope="session")
def server(sample: Sample) -> Iterator[str]:
    """The address at which the sample library is served, without a slash at its end."""
    with served(sample.path) as found:
        yield found.address


@pytest.fixture
def own(sample: Sample, tmp_path: Path) -> Path:
    """A library of one's own to change, write or remove: a copy of the sample."""
    path = tmp_path / "rieng.sukien"
    shutil.copyfile(sample.path, path)
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def visits(browser: Browser, server: str, sample: Sample) -> Callable[[str], Visit]:
    """What a visit to a kind of page saw; each kind is visited once."""
    seen: dict[str, Visit] = {}

    def visited(kind: str) -> Visit:
        if kind not in seen:
            ways = EVERY_WAY if kind in PLAIN else TWO_WAYS
            seen[kind] = visit(browser, server + sample.address(kind), ways)
        return seen[kind]

    return visited


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """An empty page for one test; addresses may begin with a slash."""
    with page_of(browser, base_url=server) as found:
        yield found


@pytest.fixture
def page_with(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Pages with options of a browser's context: `java_script_enabled`, `color_scheme`..."""
    opened = []

    def opening(**options: Any) -> Page:
        holder = page_of(browser, **{"base_url": server, **options})
        opened.append(holder)
        return holder.__enter__()

    yield opening
    for holder in opened:
        holder.__exit__(None, None, None)
