"""`sukien words`: words, parts of speech and names alone."""

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
import msgspec

from sukien import tag
from sukien.errors import InputError
from sukien.export.conllu import CONLLU
from sukien.model import AnnotatedArticle
from sukien.text.encoding import decode
from sukien.views.contract import json_line

AT_ONCE = 1024
"""Texts that are tagged before the first of them is printed."""

_KEYS = {"sentences": ("start", "end"), "words": ("start", "end", "pos")}
_NAMES = ("start", "end", "type")


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "conllu", "jsonl"]),
    default="text",
    show_default=True,
    help="text: words apart by spaces, syllables joined by _; conllu: with parts of speech and "
    "names; jsonl: offsets of sentences, words and names.",
)
@click.option(
    "--by",
    type=click.Choice(["line", "file"]),
    default="line",
    show_default=True,
    help="What one article is: a line, or a whole file.",
)
def words(paths: tuple[str, ...], form: str, by: str) -> None:
    """Tách từ, gán từ loại và tìm tên riêng, không cần gì khác.

    Segment text into words: a line out for a line in, words apart by one space, the syllables of
    a word joined by an underscore. Other formats tell parts of speech and names too. Without PATH,
    standard input is read.
    """
    write = _FORMS[form]
    for path in paths or ("-",):
        for place, article in _tagged(_texts(path, by)):
            sys.stdout.buffer.write(write(place, article))
    sys.stdout.buffer.flush()


def _tagged(texts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, AnnotatedArticle]]:
    """The texts with their places, read many at once."""
    while chunk := list(islice(texts, AT_ONCE)):
        articles = tag.tag([text for _, text in chunk])
        yield from zip((place for place, _ in chunk), articles, strict=True)


def _texts(path: str, by: str) -> Iterator[tuple[str, str]]:
    """The texts of a file, each with the id that it gets."""
    name = "stdin" if path == "-" else path
    content = decode(_bytes(path), path).replace("\r\n", "\n")
    lines = content.removesuffix("\n").split("\n") if content else []
    if by == "file":
        yield name, "\n".join(lines)
    else:
        yield from ((f"{name}:{number}", line) for number, line in enumerate(lines, 1))


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); name a file of text"
        ) from error


def _text(_: str, article: AnnotatedArticle) -> bytes:
    return f"{tag.joined(article)}\n".encode()


def _named(place: str, article: AnnotatedArticle) -> AnnotatedArticle:
    return msgspec.structs.replace(
        article, article=msgspec.structs.replace(article.article, id=place)
    )


def _conllu(place: str, article: AnnotatedArticle) -> bytes:
    return "".join(CONLLU.write((), [_named(place, article)])).encode()


def _jsonl(place: str, article: AnnotatedArticle) -> bytes:
    record: dict[str, Any] = {"id": place, "text": article.text}
    for layer, keys in _KEYS.items():
        record[layer] = _records(getattr(article, layer), keys)
    record["names"] = _records(article.mentions, _NAMES)
    return json_line(record)


def _records(items: Sequence[Any], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{key: getattr(item, key) for key in keys} for item in items]


_FORMS: dict[str, Callable[[str, AnnotatedArticle], bytes]] = {
    "text": _text,
    "conllu": _conllu,
    "jsonl": _jsonl,
}
