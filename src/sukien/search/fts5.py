"""An index in the library's own SQLite file, by its full-text module FTS5.

A table each for articles, sentences, quotations and stories; they hold no text. Every text is
indexed as written and then once more folded (`đ` too, which SQLite's own folding leaves), a
separator that nobody can ask for between the two: a word typed with diacritics is found in the
first half alone, one typed without in either.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import numpy as np
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from sukien.errors import LibraryError
from sukien.search.base import NUMBERED, Findable, Matches, StoryText
from sukien.search.query import Term
from sukien.text.folding import fold

Connect = Callable[[], AbstractContextManager[Connection]]
_TABLES = {
    "articles": "words_of_articles",
    "sentences": "words_of_sentences",
    "quotes": "words_of_quotes",
    "stories": "words_of_stories",
}
_CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5"
    "(body, title, content = '', tokenize = \"unicode61 remove_diacritics 0\")"
)
_TITLE_WEIGHTS = {"articles": 5.0, "sentences": 1.0, "quotes": 0.5, "stories": 5.0}
_RANKED, _WEIGHED = 3000, 7_500
_PHRASE = 8
_BETWEEN = " \ue000 "
_MOST_NUMBERED = 1 << NUMBERED
Row = tuple[int, str, str]


class Fts5Index:
    """The Index over the connections of a library's store."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def prepare(self) -> None:
        """Make the index's tables where they are not there yet. Call it inside a transaction."""
        for table in _TABLES.values():
            self._run(_CREATE.format(table=table))

    def clear(self) -> None:
        """Forget everything. Call it inside a transaction."""
        for table in _TABLES.values():
            self._run(f"DROP TABLE IF EXISTS {table}")
        self.prepare()

    def put(self, articles: Sequence[tuple[int, Findable]]) -> None:
        """Index articles under their keys, which nothing else has. Inside a transaction."""
        self._articles("INSERT INTO {table}(rowid, body, title) VALUES (?, ?, ?)", articles)

    def remove(self, articles: Sequence[tuple[int, Findable]]) -> None:
        """Forget articles, given as they were put. Inside a transaction."""
        self._articles(_DELETE, articles)

    def put_stories(self, stories: Sequence[tuple[int, StoryText]]) -> None:
        """Index stories under their keys, which nothing else has. Inside a transaction."""
        statement = "INSERT INTO {table}(rowid, body, title) VALUES (?, ?, ?)"
        self._many(statement, "stories", [_story_row(*one) for one in stories])

    def remove_stories(self, stories: Sequence[tuple[int, StoryText]]) -> None:
        """Forget stories, given as they were put. Inside a transaction."""
        self._many(_DELETE, "stories", [_story_row(*one) for one in stories])

    def find(self, kind: str, terms: Sequence[Term], *, most: int, ranked: bool = True) -> Matches:
        """Keys of what holds every term, at most so many, those put last first.

        They come with ranks if these are wanted and the keys are at most 3,000, fewer where there
        are several words: each of them is weighed in each.
        """
        table = _TABLES[kind]
        asked = " AND ".join(f'"{_form(term)}"' for term in terms)
        if not asked:
            return Matches(np.empty(0, dtype=np.int64))
        found = self._keys(table, asked, most + 1)
        more = len(found) > most
        together = _together(terms)
        weighed = len(found) * (len(terms) + bool(together))
        if more or len(found) > _RANKED or weighed > _WEIGHED or not ranked:
            return Matches(found[:most], None, more)
        keys, ranks = self._ranks(table, asked + together, _TITLE_WEIGHTS[kind])
        return Matches(keys, ranks)

    def _keys(self, table: str, asked: str, most: int) -> Any:
        statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"
        with self._cursor() as cursor:
            rows = cursor.execute(statement, (asked, most)).fetchall()
        return np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))

    def _ranks(self, table: str, asked: str, title: float) -> tuple[Any, Any]:
        statement = f"SELECT rowid, bm25({table}, 1, {title}) FROM {table} WHERE {table} MATCH ?"
        with self._cursor() as cursor:
            rows = cursor.execute(statement, (asked,)).fetchall()
        keys = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        return keys, np.fromiter((row[1] for row in rows), dtype=np.float64, count=len(rows))

    def _articles(self, statement: str, articles: Sequence[tuple[int, Findable]]) -> None:
        forms = [(key, one, _Both(one.text)) for key, one in articles]
        self._many(statement, "articles", [_article_row(*one) for one in forms])
        self._many(statement, "sentences", [row for one in forms for row in _sentence_rows(*one)])
        self._many(statement, "quotes", [row for one in forms for row in _quote_rows(*one)])

    def _many(self, statement: str, kind: str, rows: list[Row]) -> None:
        if not rows:
            return
        with self._cursor() as cursor:
            cursor.executemany(statement.format(table=_TABLES[kind]), rows)

    def _run(self, statement: str) -> None:
        with self._cursor() as cursor:
            cursor.execute(statement)

    @contextmanager
    def _cursor(self) -> Iterator[sqlite3.Cursor]:
        """The driver's own cursor: tens of thousands of keys pass through it."""
        try:
            with self._connect() as connection:
                yield connection.connection.cursor()  # type: ignore[misc]
        except sqlite3.DatabaseError as error:
            raise LibraryError(f"the library's index: {error}") from error
        except DatabaseError as error:
            raise LibraryError(f"the library's index: {error.orig}") from error


_DELETE = "INSERT INTO {table}({table}, rowid, body, title) VALUES ('delete', ?, ?, ?)"


class _Both:
    """A text's stretches as they are indexed: lower-cased, and folded."""

    def __init__(self, text: str) -> None:
        self._text = _readable(text)
        self._lower = self._text.lower()
        self._folded = fold(self._text)
        self._aligned = len(self._lower) == len(self._folded) == len(text)

    def whole(self) -> str:
        """All of it."""
        return f"{self._lower}{_BETWEEN}{self._folded}"

    def of(self, start: int, end: int) -> str:
        """The characters from `start` to `end`."""
        if self._aligned:
            return f"{self._lower[start:end]}{_BETWEEN}{self._folded[start:end]}"
        return _both(self._text[start:end])


def _both(text: str) -> str:
    readable = _readable(text)
    return f"{readable.lower()}{_BETWEEN}{fold(readable)}"


def _readable(text: str) -> str:
    """The text without what SQLite cannot take: lone surrogates, and the end of a C string."""
    return text.encode("utf-8", "replace").decode().replace("\x00", " ")


def _form(term: Term) -> str:
    """A term as a quoted phrase, so that no character has a meaning of its own."""
    words = " ".join(term.words)
    return words if term.exact else fold(words)


def _together(terms: Sequence[Term]) -> str:
    """What lets those rank first that hold all words as one phrase; it changes not what is found.

    `rút quân` typed so is mostly meant so, and Vietnamese words have several syllables.
    """
    words = [word for term in terms for word in term.words]
    if len(terms) == 1 or len(words) > _PHRASE:
        return ""
    exact = all(term.exact for term in terms)
    return f' OR "{" ".join(words if exact else map(fold, words))}"'


def _article_row(key: int, one: Findable, forms: _Both) -> Row:
    titles = " ".join(one.text[span.start : span.end] for span in one.titles)
    return key, forms.whole(), _both(titles)


def _sentence_rows(key: int, one: Findable, forms: _Both) -> Iterator[Row]:
    for number, span in enumerate(one.sentences[:_MOST_NUMBERED]):
        yield key << NUMBERED | number, forms.of(span.start, span.end), ""


def _quote_rows(key: int, one: Findable, forms: _Both) -> Iterator[Row]:
    """A quotation is found by its words and by the name of who says it."""
    for number, span in enumerate(one.quotes[:_MOST_NUMBERED]):
        yield key << NUMBERED | number, forms.of(span.start, span.end), _both(span.name)


def _story_row(key: int, story: StoryText) -> Row:
    return key, _both(story.brief), _both(story.label)
