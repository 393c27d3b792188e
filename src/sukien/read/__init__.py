"""From files, folders and standard input to articles. A kind of file is one file and one line."""

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from sukien.errors import ArticleError, SukienError
from sukien.model import ReadFailure
from sukien.read import paths as places
from sukien.read.base import Document, Item, Reader, ReadOptions, failure
from sukien.read.html import HTML
from sukien.read.jsonl import JSONL
from sukien.read.tables import TABLE
from sukien.read.text import TEXT, article_from_text
from sukien.text.dates import normalize_date

__all__ = ["READERS", "SUFFIXES", "Item", "ReadOptions", "article_from_text", "count", "read_paths"]

READERS: tuple[Reader, ...] = (TEXT, HTML, TABLE, JSONL)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
_BY_KIND = {reader.kind: reader for reader in READERS}
_LINE_KINDS = frozenset({*JSONL.suffixes, *TABLE.suffixes})


def read_paths(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Item]:
    """The articles of files and folders, in order; `-` is standard input.

    A folder is read with all below it. What cannot be read comes as a failure in its place. Raises
    InputError, before anything is read, for a path that does not exist, a folder without
    articles, and (DateError) a date that is none.
    """
    options = options or ReadOptions()
    if options.date is not None:
        options = msgspec.structs.replace(options, date=normalize_date(options.date))
    found = places.find(paths, SUFFIXES)
    return (item for one in found for item in _read(one, options))


def count(paths: Sequence[Path]) -> int:
    """About how many articles there are, for a progress bar: a line of a table counts as one."""
    found = places.find([str(path) for path in paths], SUFFIXES)
    return sum(_count(path) for path in found if isinstance(path, Path))


def _read(found: Path | ReadFailure | None, options: ReadOptions) -> Iterator[Item]:
    if isinstance(found, ReadFailure):
        yield found
        return
    name = str(found) if found else "standard input"
    try:
        document = places.open_path(found) if found else places.standard_input()
        suffix = places.kind_suffix(found) if found else ""
        yield from _read_document(document, suffix, options)
    except SukienError as error:
        yield failure(name, error)
    except (OSError, EOFError, zlib.error) as error:
        problem = f"cannot be read to its end ({error}); what came before is kept"
        yield failure(name, ArticleError(name, problem))


def _read_document(document: Document, suffix: str, options: ReadOptions) -> Iterator[Item]:
    with document.stream:
        reader = _BY_SUFFIX.get(suffix)
        if reader is None:
            kind, document = places.sniff(document)
            reader = _BY_KIND[kind]
        yield from reader.read(document, options)


def _count(path: Path) -> int:
    if path.suffix.lower() not in _LINE_KINDS:
        return 1
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1
