"""A large library to measure pages on: `python -m benchmarks.large_library DATA OUT`.

DATA holds `vietnews.jsonl.gz`, undated articles of 2016-2019. In the order of the file they get
made-up days, thirty a day over 700 days, and one after the other one of seven made-up publishers,
so that the same file gives the same library. OUT must not be there.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.stream import articles
from msgspec.structs import replace

from sukien.library import open_library
from sukien.model import Article

MOST = 21_083
A_DAY = 30
PUBLISHERS = 7


def published(source: Path, most: int) -> Iterator[Article]:
    """The corpus with made-up days and publishers."""
    for number, one in enumerate(articles(source, most, A_DAY)):
        yield replace(one, publisher=f"Báo {number % PUBLISHERS + 1}")


def main() -> None:
    """Write the library and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--most", type=int, default=MOST)
    parser.add_argument("-j", "--processes", type=int, default=2)
    options = parser.parse_args()
    if options.out.exists():
        parser.error(f"{options.out}: is there already")
    source = options.data / "vietnews.jsonl.gz"
    with open_library(options.out, create=True) as library:
        library.add(published(source, options.most), processes=options.processes)
        print(", ".join(f"{count} {name}" for name, count in sorted(library.counts().items())))


if __name__ == "__main__":
    main()
