"""An index in the library's own SQLite file, by its full-text module FTS5.

Two tables: one of the words as written, for words typed with diacritics, one of the words folded
(`đ` too, which SQLite's own folding leaves), for words typed without.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from sukien.errors import LibraryError
from sukien.model import AnnotatedArticle, content_id
from sukien.search.base import Hit
from sukien.search.query import Term, parse
from sukien.text.folding import fold

Connect = Callable[[], AbstractContextManager[Connection]]
_TITLE_WEIGHT = 5.0
_CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5"
    '(id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 0")'
)
_EXACT, _FOLDED = "words_exact", "words_folded"


class Fts5Index:
    """The Index over the connections of a library's store."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def prepare(self) -> None:
        """Make the index's tables where they are not there yet. Call it inside a transaction."""
        with self._connection() as connection:
            for table in (_EXACT, _FOLDED):
                connection.execute(text(_CREATE.format(table=table)))

    def put(self, articles: Sequence[AnnotatedArticle]) -> None:
        """Index articles, or index them anew. Call it inside the transaction that stores them."""
        if not articles:
            return
        rows = [_row(article) for article in articles]
        folded = [{**row, "t": fold(str(row["t"])), "b": fold(str(row["b"]))} for row in rows]
        keys = [{"k": row["k"]} for row in rows]
        with self._connection() as connection:
            for table, content in ((_EXACT, rows), (_FOLDED, folded)):
                connection.execute(text(f"DELETE FROM {table} WHERE rowid = :k"), keys)
                statement = f"INSERT INTO {table}(rowid, id, title, body) VALUES (:k, :id, :t, :b)"
                connection.execute(text(statement), content)

    def find(self, query: str, *, limit: int) -> list[Hit]:
        """The best articles that hold every word and phrase of the query, best first."""
        terms = parse(query)
        exact = _match([term for term in terms if term.exact])
        plain = _match([term for term in terms if not term.exact])
        if not terms:
            return []
        if exact and plain:
            return self._both(exact, plain, limit)
        table = _EXACT if exact else _FOLDED
        return self._ask(_one(table), {"m": exact or plain, "n": limit})

    def _both(self, exact: str, plain: str, limit: int) -> list[Hit]:
        statement = (
            f"SELECT id, bm25({_FOLDED}, 0, {_TITLE_WEIGHT}, 1) AS rank FROM {_FOLDED} "
            f"WHERE {_FOLDED} MATCH :m AND id IN "
            f"(SELECT id FROM {_EXACT} WHERE {_EXACT} MATCH :e) ORDER BY rank, id LIMIT :n"
        )
        return self._ask(statement, {"m": plain, "e": exact, "n": limit})

    def _ask(self, statement: str, values: dict[str, object]) -> list[Hit]:
        with self._connection() as connection:
            return [Hit(row.id, row.rank) for row in connection.execute(text(statement), values)]

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        try:
            with self._connect() as connection:
                yield connection
        except DatabaseError as error:
            raise LibraryError(f"the library's index: {error.orig}") from error


def _one(table: str) -> str:
    return (
        f"SELECT id, bm25({table}, 0, {_TITLE_WEIGHT}, 1) AS rank FROM {table} "
        f"WHERE {table} MATCH :m ORDER BY rank, id LIMIT :n"
    )


def _match(terms: Sequence[Term]) -> str:
    """The terms in FTS5's language: each a quoted phrase, so that no character has a meaning."""
    phrases = (fold(" ".join(t.words)) if not t.exact else " ".join(t.words) for t in terms)
    return " AND ".join(f'"{phrase}"' for phrase in phrases)


def _row(article: AnnotatedArticle) -> dict[str, str | int]:
    titles = [article.surface(part) for part in article.parts if part.kind == "title"]
    return {
        "k": int(content_id(article.id, length=15), 16),
        "id": article.id,
        "t": " ".join(titles).lower(),
        "b": article.text.lower(),
    }
