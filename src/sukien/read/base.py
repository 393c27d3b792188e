"""What a reader is, what it is given, and how it fails.

A reader turns one document into articles. What it cannot read it yields as a failure, in its
place, and goes on; only what makes the whole call senseless is raised.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO

import msgspec

from sukien.errors import ArticleError, SukienError
from sukien.model import Article, ReadFailure

Item = Article | ReadFailure
MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What is known beforehand about all that is read.

    `date` is the date of publication of articles that carry none, `publisher` that of articles
    that name none. `columns` says which column or JSON key holds a field: {"text": "noi_dung"}.
    """

    date: str | None = None
    publisher: str | None = None
    columns: Mapping[str, str] = {}


class Document(msgspec.Struct, frozen=True):
    """One file, or standard input, open for reading.

    `name` is what messages call it; `stream` gives its bytes, unpacked; `size` is in bytes, None
    where it is not known. `named` is False for standard input, whose name says nothing.
    """

    name: str
    stream: BinaryIO
    size: int | None = None
    named: bool = True

    @property
    def stem(self) -> str | None:
        """The name without folders and suffixes: the default id of its article."""
        if not self.named:
            return None
        name = PurePath(self.name).name.removesuffix(".gz")
        return PurePath(name).stem or None

    def content(self, largest: int = LARGEST) -> bytes:
        """All bytes; raises ArticleError when there are more than `largest`."""
        if self.size is None or self.size <= largest:
            data = self.stream.read(largest + 1)
            if len(data) <= largest:
                return data
        size = f"{self.size / MEGABYTE:.0f} MB" if self.size else f"over {largest // MEGABYTE} MB"
        raise ArticleError(
            self.name, f"is {size}, more than the {largest // MEGABYTE} MB read at once; split it"
        )


Read = Callable[[Document, ReadOptions], Iterator[Item]]


class Reader(msgspec.Struct, frozen=True):
    """One kind of file: its name, the suffixes it goes by, and how it is read."""

    kind: str
    suffixes: tuple[str, ...]
    read: Read


def failure(source: str, error: SukienError) -> ReadFailure:
    """The record of an error at `source`; its message names the place."""
    message = str(error)
    told = message if message.startswith(source) else f"{source}: {message}"
    return ReadFailure(source, type(error).__name__, told)
