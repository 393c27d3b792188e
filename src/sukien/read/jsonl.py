"""JSON lines: an object a line, each an article."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from sukien.errors import ArticleError, EmptyArticleError, EncodingError, SukienError
from sukien.model import Article
from sukien.read.base import LARGEST, MEGABYTE, Document, Item, Reader, ReadOptions, failure
from sukien.read.records import article_from_record
from sukien.text.encoding import decode
from sukien.text.signatures import looks_like

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_jsonl(document: Document, options: ReadOptions) -> Iterator[Item]:
    """The article of every line, and a failure in place of every line that is none."""
    empty = True
    for number, line in _lines(document):
        if not line.strip():
            continue
        source = f"{document.name}:{number}"
        if empty and line.strip() in {b"[", b"{"}:
            raise ArticleError(
                source, "is JSON over several lines; put each article on one line (jq -c does)"
            )
        empty = False
        try:
            yield _article(line, source, options)
        except SukienError as error:
            yield failure(source, error)
    if empty:
        raise EmptyArticleError(document.name, "is empty; there is no article in it")


def _article(line: bytes, source: str, options: ReadOptions) -> Article:
    if len(line) > LARGEST:
        raise ArticleError(source, f"is a line of more than {LARGEST // MEGABYTE} MB; split it")
    try:
        value = json.loads(decode(line, source), strict=False)
    except RecursionError:
        raise ArticleError(source, "is nested too deeply to be an article") from None
    except ValueError as error:
        raise ArticleError(source, f"is not JSON ({error}); the other lines are read") from None
    if not isinstance(value, dict):
        raise ArticleError(source, 'is JSON but not an object; write {"text": ...} on each line')
    return article_from_record(value, source, options)


def _lines(document: Document) -> Iterator[tuple[int, bytes]]:
    """The numbered lines; of one that is too long only the beginning."""
    first = document.stream.readline(LARGEST + 1)
    if first.startswith(_WIDE) or b"\x00" in first[:8192]:
        lines = decode(first + document.stream.read(LARGEST), document.name).split("\n")
        yield from enumerate((one.encode("utf-8", "replace") for one in lines), 1)
        return
    second = _next_line(document.stream, first)
    kind = looks_like(first + second)
    if kind:
        raise EncodingError(document.name, f"looks like {kind}")
    yield 1, first.removeprefix(_BOM)
    number, line = 2, second
    while line:
        yield number, line
        number, line = number + 1, _next_line(document.stream, line)


def _next_line(stream: BinaryIO, line: bytes) -> bytes:
    """The line after `line`, of which the stream may still hold the rest."""
    while len(line) > LARGEST and not line.endswith(b"\n"):
        line = stream.readline(LARGEST + 1)
    return stream.readline(LARGEST + 1)


JSONL = Reader(kind="jsonl", suffixes=(".jsonl", ".ndjson"), read=read_jsonl)
