"""From what the user names - files, folders, standard input - to open documents."""

import gzip
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from sukien.errors import ArticleError, InputError
from sukien.model import ReadFailure
from sukien.read.base import Document, failure

STANDARD_INPUT = "-"
_JSON = re.compile(rb"\{\s*[\"}]")
_PAGE = re.compile(rb"<(?:!doctype|html|head|body|\?xml)", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

Found = Path | ReadFailure | None


def find(paths: Sequence[str], suffixes: frozenset[str]) -> list[Found]:
    """Every file to read, in order; None stands for standard input.

    A folder gives the files with a known suffix in it and below, sorted, hidden ones left out.
    Raises InputError for a path that does not exist and for a folder without articles.
    """
    found: list[Found] = []
    for name in paths:
        if name == STANDARD_INPUT:
            found.append(None)
            continue
        path = Path(name)
        _require(path)
        found += _walk(path, suffixes) if path.is_dir() else [path]
    return found


def kind_suffix(path: Path) -> str:
    """The suffix that tells the kind: `.jsonl` of `news.jsonl.gz`."""
    name = path.name.lower().removesuffix(".gz")
    return os.path.splitext(name)[1]  # noqa: PTH122  the name has lost its .gz


def open_path(path: Path) -> Document:
    """The file as a document; raises ArticleError when it cannot be opened."""
    try:
        if path.name.lower().endswith(".gz"):
            return Document(str(path), cast(BinaryIO, gzip.open(path)))
        stream = path.open("rb")
    except OSError as error:
        broken = os.path.islink(path) and not os.path.exists(path)  # noqa: PTH114, PTH110  never raise
        why = "a broken link" if broken else error.strerror
        raise ArticleError(str(path), f"cannot be read ({why}); it is left out") from error
    return Document(
        str(path), stream, os.fstat(stream.fileno()).st_size if path.is_file() else None
    )


def standard_input() -> Document:
    """Standard input as a document."""
    return Document("standard input", sys.stdin.buffer, named=False)


def sniff(document: Document) -> tuple[str, Document]:
    """The kind of a document whose name does not tell it, and the document as good as new."""
    content = document.content()
    head = content[:2048]
    for mark in _BOMS:
        head = head.removeprefix(mark)
    head = head.replace(b"\x00", b"").lstrip()
    kind = "jsonl" if _JSON.match(head) else "html" if _PAGE.match(head) else "text"
    return kind, Document(document.name, io.BytesIO(content), len(content), document.named)


def _require(path: Path) -> None:
    try:
        path.stat()
    except OSError as error:
        if os.path.islink(path):  # noqa: PTH114  never raises
            raise InputError(f"{path}: is a link to nothing; name a file or folder") from error
        if isinstance(error, PermissionError):
            return
        raise InputError(f"{path}: there is no such file or folder; check the path") from error
    except ValueError as error:
        raise InputError(f"{str(path)!r} is not a path ({error})") from error


def _walk(folder: Path, suffixes: frozenset[str]) -> list[Found]:
    failures: list[Found] = []

    def forbidden(error: OSError) -> None:
        problem = f"cannot be opened ({error.strerror}); it is left out"
        failures.append(failure(str(error.filename), ArticleError(str(error.filename), problem)))

    files: list[Found] = list(_files(folder, suffixes, forbidden))
    if not files and not failures:
        known = ", ".join(sorted(suffixes))
        raise InputError(f"{folder}: has no articles (files that end in {known}); name another")
    return files + failures


def _files(folder: Path, suffixes: frozenset[str], forbidden: object) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=forbidden):  # type: ignore[arg-type]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and kind_suffix(Path(name)) in suffixes:
                yield Path(place, name)
