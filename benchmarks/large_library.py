"""A large library to measure pages on: `python -m benchmarks.large_library DATA OUT [--joined]`.

DATA holds `vietnews.jsonl.gz`, undated articles of 2016-2019. In the order of the file they get
made-up days, thirty a day over 700 days, and one after the other one of seven made-up publishers,
so that the same file gives the same library. OUT must not be there.

With `--joined` all articles are one story, as a person would join them: `--most 500 --joined` makes
a story of 500 different articles. What happens in it hangs together no better than in a newspaper,
so that nothing in its pages is told once for many of them.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.stream import articles
from msgspec.structs import replace

from sukien.library import open_library
from sukien.library.searching import Searching
from sukien.library.telling import Telling
from sukien.model import Article, Judgement
from sukien.store import SqlThreads, open_sqlite

MOST = 21_083
A_DAY = 30
PUBLISHERS = 7


def published(source: Path, most: int) -> Iterator[Article]:
    """The corpus with made-up days and publishers."""
    for number, one in enumerate(articles(source, most, A_DAY)):
        yield replace(one, publisher=f"Báo {number % PUBLISHERS + 1}")


def join(out: Path) -> None:
    """Have all stories of a library be one. One correction after the other tells them each time;
    here they are kept first, then told at once.
    """
    with open_library(out, refresh=False) as library:
        first, *others = library.stories()
    store = open_sqlite(out)
    threads = SqlThreads(store)
    with store.writing():
        for one in others:
            said = Judgement(kind="join", articles=first.articles, rest=one.articles)
            threads.add_judgement(said)
        Telling(store, Searching(store)).stale()
    store.close()
    with open_library(out) as library:
        library.refresh()


def main() -> None:
    """Write the library and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--most", type=int, default=MOST)
    parser.add_argument("-j", "--processes", type=int, default=2)
    parser.add_argument("--joined", action="store_true")
    options = parser.parse_args()
    if options.out.exists():
        parser.error(f"{options.out}: is there already")
    source = options.data / "vietnews.jsonl.gz"
    with open_library(options.out, create=True) as library:
        library.add(published(source, options.most), processes=options.processes)
    if options.joined:
        join(options.out)
    with open_library(options.out) as library:
        print(", ".join(f"{count} {name}" for name, count in sorted(library.counts().items())))


if __name__ == "__main__":
    main()
