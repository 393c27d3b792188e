"""How long the server takes for a page of every kind, and how much memory: `python -m
benchmarks.pages LIBRARY [--most 100]`.

The library is served by a process of its own and asked for one page after the other over a kept
connection, each once, in an order that mixes the kinds. Printed are, for each kind, how many pages
were asked, the milliseconds until the last byte came (the middle one, the 95th of a hundred, the
longest), the 95th of a hundred of the processor's milliseconds, which other work on the machine
does not lengthen much, and the most bytes of one, compressed; then the most
memory that the server held.

The library is brought up to date first, as `sukien serve` does.
"""

import argparse
import gzip
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode, urlsplit

from benchmarks.serving import Server, served

from sukien.library import Library, open_library
from sukien.model import SECTIONS, Story
from sukien.tell.dates import shifted
from sukien.web import addresses

Thing = TypeVar("Thing")
MOST = 100
"""Pages of one kind."""
SEED = 7
_A_WEEK, _A_YEAR = 7, 365
QUERIES = (
    "công an", "cong an", "thành phố hồ chí minh", "thanh pho", "bóng đá", "giá vàng", "bão",
    "covid", "tai nạn giao thông", '"thủ tướng"', "chủ tịch nước", "điện thoại", "bệnh viện",
    "hoc sinh", "đại học", "tòa án", "xăng dầu", "chung cư", "ngân hàng", "người dân", "một",
    "được", "có", "trường tiểu học", "world cup", "U23 Việt Nam", "Donald Trump", "zzzz",
)  # fmt: skip
"""Rare and frequent words, with and without diacritics, phrases, and one that is nowhere."""


class Asked(NamedTuple):
    """A page to ask for."""

    kind: str
    address: str


class Answer(NamedTuple):
    """How it was answered."""

    kind: str
    status: int
    seconds: float
    compressed: int
    busy: float = 0.0


class Row(NamedTuple):
    """One kind of page: milliseconds and bytes."""

    kind: str
    n: int
    middle: float
    p95: float
    longest: float
    heaviest: int
    failed: int
    busy: float


def asked(library: Library, most: int) -> list[Asked]:
    """Pages of every kind, at most so many of each, in an order that a seed decides."""
    stories = library.stories()
    by_size = sorted(stories, key=lambda one: (-len(one.articles), one.id))
    pages = [*_lists(stories), *_stories(by_size, most), *_articles(by_size, most)]
    pages += [*_entities(library, most), *_searches(most), *_suggestions(most)]
    random.Random(SEED).shuffle(pages)
    return pages


def _lists(stories: Sequence[Story]) -> Iterator[Asked]:
    days = sorted({story.last for story in stories if story.last})
    spread = [days[len(days) * part // 8][:10] for part in range(8)] if days else []
    for path in ("/", "/about", "/agenda", "/network", "/new"):
        yield from (Asked(_named(path), path) for _ in range(3))
    yield from (Asked("front page, further", addresses.stories(n)) for n in (2, 3, 10, 50, 200))
    yield from (Asked("front page, section", f"/?section={one}") for one in SECTIONS)
    yield from (Asked("front page, period", f"/?from={day[:7]}-01&to={day}") for day in spread)
    yield from (Asked("new", f"/new?since={day}") for day in spread)
    yield from (
        Asked("new, since a year ago", _since_a_year(days[-1])) for _ in range(3 * any(days))
    )
    yield from (Asked("agenda", f"/agenda?now={day}") for day in spread)
    yield from (Asked("network", f"/network?since={day}") for day in spread)
    yield from (Asked("agenda.ics", f"/agenda.ics?now={day}") for day in spread)
    yield Asked("agenda.ics", "/agenda.ics")
    yield from (Asked("lists as JSON", f"{path}.json") for path in ("/index", "/new", "/agenda"))
    yield Asked("lists as JSON", "/network.json")


def _since_a_year(last: str) -> str:
    return f"/new?since={shifted(last[:10], -_A_YEAR)}"


def _named(path: str) -> str:
    return path.strip("/") or "front page"


def _stories(by_size: Sequence[Story], most: int) -> Iterator[Asked]:
    """The largest few by themselves, and others of all sizes."""
    for story in by_size[:5]:
        yield Asked("story, the largest 5", addresses.story(story.id))
        yield Asked("story as JSON, the largest 5", addresses.story(story.id) + ".json")
        yield Asked("timeline, the largest 5", addresses.timeline(story.id))
    several = [story for story in by_size if len(story.articles) > 1]
    few = _spread(several, most // 3 + 1)
    yield from (Asked("story", addresses.story(one.id)) for one in _spread(several, most))
    yield from (Asked("timeline", addresses.timeline(one.id)) for one in few)
    yield from (Asked("story as JSON", addresses.story(one.id) + ".json") for one in few)
    for one in few:
        if one.last:
            since = shifted(one.last[:10], -_A_WEEK)
            yield Asked("story, new since", addresses.story(one.id, None, since))


def _articles(by_size: Sequence[Story], most: int) -> Iterator[Asked]:
    ids = [article for story in by_size for article in story.articles]
    yield from (Asked("article", addresses.article(one)) for one in _spread(ids, most))
    few = _spread(ids, most // 5 + 1)
    yield from (Asked("article as JSON", addresses.article(one) + ".json") for one in few)


def _entities(library: Library, most: int) -> Iterator[Asked]:
    """The best known, and others down to those that are named once."""
    ids = [one.entity for one in library.entities()]
    yield from (Asked("entity, the best known", addresses.entity(one)) for one in ids[:10])
    yield from (Asked("entity", addresses.entity(one)) for one in _spread(ids, most))
    yield from (Asked("entity as JSON", addresses.entity(one) + ".json") for one in ids[:5])


def _searches(most: int) -> Iterator[Asked]:
    for query in QUERIES[:most]:
        yield Asked("search", addresses.search(query))
    yield from (Asked("search", addresses.search(query, 5)) for query in QUERIES[: most // 4])


def _suggestions(most: int) -> Iterator[Asked]:
    """Each query, letter by letter."""
    typed = [query[:end] for query in QUERIES for end in range(1, min(len(query), 6) + 1)]
    for one in typed[: 2 * most]:
        yield Asked("suggestion", f"{addresses.suggest()}?{urlencode({'q': one})}")


def _spread(things: Sequence[Thing], most: int) -> list[Thing]:
    """At most so many, evenly spread, the first among them."""
    step = max(1, len(things) // most)
    return list(things[::step][:most])


def answers(server: Server, pages: Iterable[Asked]) -> Iterator[Answer]:
    """Ask for one page after the other."""
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=120)
    try:
        for page in pages:
            before = server.busy()
            answer = _answer(connection, page)
            yield answer._replace(busy=server.busy() - before)
    finally:
        connection.close()


def _answer(connection: HTTPConnection, page: Asked) -> Answer:
    start = time.perf_counter()
    connection.request("GET", page.address, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    body = response.read()
    seconds = time.perf_counter() - start
    packed = response.headers.get("content-encoding") == "gzip"
    return Answer(
        page.kind, response.status, seconds, len(body) if packed else len(gzip.compress(body))
    )


def rows(found: Iterable[Answer]) -> list[Row]:
    """One a kind, by name."""
    kinds: dict[str, list[Answer]] = {}
    for answer in found:
        kinds.setdefault(answer.kind, []).append(answer)
    return [_row(kind, kinds[kind]) for kind in sorted(kinds)]


def _row(kind: str, found: Sequence[Answer]) -> Row:
    times = sorted(1000 * answer.seconds for answer in found)
    return Row(
        kind,
        len(times),
        times[len(times) // 2],
        _p95(times),
        times[-1],
        max(answer.compressed for answer in found),
        sum(answer.status >= 400 for answer in found),
        _p95(sorted(1000 * answer.busy for answer in found)),
    )


def _p95(ordered: Sequence[float]) -> float:
    return ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]


def main() -> None:
    """Print a line a kind and one for the memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library", type=Path)
    parser.add_argument("--most", type=int, default=MOST)
    options = parser.parse_args()
    with open_library(options.library) as library:
        pages = asked(library, options.most)
    with served(options.library) as server:
        list(answers(server, pages[:3]))
        found = rows(answers(server, pages))
        peak = server.peak()
    for row in found:
        failed = f"  {row.failed} FAILED" if row.failed else ""
        print(
            f"{row.kind:28} n {row.n:4}  p50 {row.middle:7.1f} ms  p95 {row.p95:7.1f} ms"
            f"  longest {row.longest:7.1f} ms  processor p95 {row.busy:6.1f} ms"
            f"  at most {row.heaviest / 1000:6.1f} KB{failed}"
        )
    if peak is not None:
        print(f"memory of the server at most {peak:.0f} MiB")


if __name__ == "__main__":
    main()
