"""The step of a library to version 6: articles get their sections.

An article is judged by its text alone, so nothing else of it is read anew; stories get theirs when
they are told, as they are after any change of how they are told.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, inspect, text

from sukien.annotate.sections import sections
from sukien.model import Article
from sukien.store.packing import packed, unpacked

_AT_ONCE = 200
_COLUMN = "ALTER TABLE articles ADD COLUMN section VARCHAR DEFAULT '' NOT NULL"
_INDEX = "CREATE INDEX IF NOT EXISTS articles_by_section ON articles (section, published, id)"
_ASK = text("SELECT key, content FROM articles WHERE key IN :keys ORDER BY key").bindparams(
    bindparam("keys", expanding=True)
)
_FILL = text("UPDATE articles SET section = :code, content = :content WHERE key = :key")

Record = dict[str, msgspec.Raw]


class _Text(msgspec.Struct):
    """Of an annotated article what its section is told from."""

    article: Article


def sections_of_articles(connection: Connection) -> None:
    """Add the column and fill it, and put each section into the article's record."""
    if "section" not in {column["name"] for column in inspect(connection).get_columns("articles")}:
        connection.execute(text(_COLUMN))
    connection.execute(text(_INDEX))
    for rows in _articles(connection):
        connection.execute(_FILL, _filled(rows))


def _articles(connection: Connection) -> Iterator[Sequence[Any]]:
    """Keys and records, some at a time."""
    keys = [row[0] for row in connection.execute(text("SELECT key FROM articles ORDER BY key"))]
    for start in range(0, len(keys), _AT_ONCE):
        yield connection.execute(_ASK, {"keys": keys[start : start + _AT_ONCE]}).all()


def _filled(rows: Sequence[Any]) -> list[dict[str, object]]:
    """The rows with their sections; everything else in the records stays as it was."""
    found = sections([unpacked(content, _Text).article.text for _, content in rows])
    changed: list[dict[str, object]] = []
    for (key, content), one in zip(rows, found, strict=True):
        record = unpacked(content, Record)
        record["section"] = msgspec.Raw(msgspec.msgpack.encode(one))
        code = one.code if one else ""
        changed.append({"key": key, "code": code, "content": packed(record)})
    return changed
