"""How fast articles join episodes and stories, and how that grows with a library.

    python -m benchmarks.stream DATA [--sizes 1000,5000,21000] [--a-day 60]

DATA holds `vietnews.jsonl.gz`, undated articles of 2016-2019; they get made-up dates, so many a
day.
They are tagged and named first, in all processes, and kept in a file; then, one library after the
other in a process of its own, their digests are made and joined day by day as a library joins
them. Printed are articles a second after annotation, digest included, what an article costs against
one of the smallest library, and the memory that the stream holds, an article.
"""

import argparse
import datetime as dt
import gzip
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from sukien import pipeline, tag
from sukien.annotate import LAYERS, apply
from sukien.model import AnnotatedArticle, Article
from sukien.text.respace import respace
from sukien.thread import Stream, digest

SIZES = (1000, 5000, 21000)
A_DAY = 60
_FIRST = dt.date(2017, 1, 1)
_NEEDED = ("parts", "names")
_BATCH = 64


class Run(NamedTuple):
    """What one library took."""

    articles: int
    digesting: float
    joining: float
    stories: int
    bytes_an_article: float

    @property
    def cost(self) -> float:
        """Milliseconds an article."""
        return 1000 * (self.digesting + self.joining) / self.articles


def articles(source: Path, most: int, a_day: int) -> Iterator[Article]:
    """The corpus with made-up dates."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, most)):
            record = json.loads(line)
            spaced = respace("\n".join([record["title"], record["lead"], *record["body"]]))
            yield Article(
                id=f"v{number:05}",
                text=spaced.text,
                published=(_FIRST + dt.timedelta(days=number // a_day)).isoformat(),
                breaks=spaced.breaks,
            )


def named(batch: Sequence[Article]) -> bytes:
    """The articles with the layers that threading reads, packed one after the other."""
    found = tag.tag(batch)
    for layer in LAYERS:
        if layer.gives in _NEEDED:
            found = apply(layer, found)
    return b"".join(_framed(msgspec.msgpack.encode(one)) for one in found)


def _framed(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


def prepare(source: Path, target: Path, most: int, a_day: int) -> None:
    """Write the annotated articles to a file."""
    given = articles(source, most, a_day)
    batches = iter(lambda: list(islice(given, _BATCH)), [])
    with multiprocessing.get_context("spawn").Pool() as pool, target.open("wb") as file:
        for content in pool.imap(named, batches):
            file.write(content)


def annotated(source: Path, most: int) -> Iterator[AnnotatedArticle]:
    """The articles of that file."""
    decode = msgspec.msgpack.Decoder(AnnotatedArticle).decode
    with source.open("rb") as file:
        for _ in range(most):
            if size := file.read(4):
                yield decode(file.read(int.from_bytes(size, "big")))


def joined(source: Path, most: int, a_day: int) -> Run:
    """Digest and join so many articles, a day at a time."""
    stream = Stream()
    digesting = joining = 0.0
    count = 0
    held = _resident()
    given = annotated(source, most)
    while day := list(islice(given, a_day)):
        with pipeline.without_collecting():  # as a library does while it threads
            start = time.process_time()
            digests = [digest(one) for one in day]
            middle = time.process_time()
            stream.feed(digests)
        digesting += middle - start
        joining += time.process_time() - middle
        count += len(day)
    start = time.process_time()
    stories = len(stream.threads())
    joining += time.process_time() - start
    return Run(count, digesting, joining, stories, (_resident() - held) / max(1, count))


def _resident() -> float:
    """Bytes of memory that the process holds now, or held at most where that is not told."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _alone(source: Path, most: int, a_day: int) -> Run:
    """The same in a process of its own, warmed up on a few articles."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(joined, (source, 2 * a_day, a_day))
        return pool.apply(joined, (source, most, a_day))


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--a-day", type=int, default=A_DAY)
    parser.add_argument("--kept", type=Path, help="keep the annotated articles in this file")
    args = parser.parse_args()
    sizes = [int(size) for size in args.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        target = args.kept or Path(folder) / "annotated"
        if not target.exists():
            prepare(args.data / "vietnews.jsonl.gz", target, max(sizes), args.a_day)
        first = None
        for size in sizes:
            run = _alone(target, size, args.a_day)
            first = first or run.cost
            print(
                f"{run.articles:6} articles, {args.a_day} a day, {run.stories} stories:"
                f" {1000 / run.cost:6.0f} articles/s"
                f" (digest {1000 * run.digesting / run.articles:.2f} ms,"
                f" join {1000 * run.joining / run.articles:.2f} ms),"
                f" cost {run.cost / first:.2f} of the first,"
                f" {run.bytes_an_article / 1024:.1f} KiB an article",
                flush=True,
            )


if __name__ == "__main__":
    main()
