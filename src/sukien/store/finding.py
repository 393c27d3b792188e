"""What a search reads beside the index of words, through SQLAlchemy Core.

Records come and go packed, so that they are kept as the search made them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, func, insert, select

from sukien.store.schema import articles, catalogues, findable_stories, findables, spoken, stories
from sukien.store.sql import SqlStore

_CHUNK = 200


class FindableRow(NamedTuple):
    """A packed record of an article under its key."""

    key: int
    article_id: str
    content: bytes


class SpokenRow(NamedTuple):
    """Who says a quotation: the name as written, the entity or None."""

    key: int
    name: str
    entity: str | None


class ListedRow(NamedTuple):
    """An article's key and what it is listed under."""

    key: int
    id: str
    published: str | None
    publisher: str | None
    section: str


class SqlFinding:
    """What a search needs of a store."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def _rows(self, statement: Any) -> list[Any]:
        with self._store.connection() as connection:
            return list(connection.execute(statement).all())

    def _chunks(self, statement: Any, column: Any, values: Iterable[Any]) -> Iterator[Any]:
        named = list(values)
        for start in range(0, len(named), _CHUNK):
            yield from self._rows(statement.where(column.in_(named[start : start + _CHUNK])))

    def of_articles(self, ids: Iterable[str]) -> list[FindableRow]:
        """The records of the named articles."""
        c = findables.c
        wanted = select(c.key, c.article_id, c.content)
        return [FindableRow(*row) for row in self._chunks(wanted, c.article_id, ids)]

    def contents(self, keys: Iterable[int]) -> dict[int, bytes]:
        """The records under those keys."""
        c = findables.c
        return {row.key: row.content for row in self._chunks(select(c.key, c.content), c.key, keys)}

    def next_key(self) -> int:
        """The least key above all that there are."""
        return int(self._rows(select(func.coalesce(func.max(findables.c.key), 0)))[0][0]) + 1

    def put(self, rows: Sequence[FindableRow], said: Sequence[SpokenRow], bits: int) -> None:
        """Keep records, in place of those of the same keys, with who speaks in them.

        A key of `said` is its article's, shifted by `bits`, and a number.
        """
        if not rows:
            return
        with self._store.writing(), self._store.connection() as connection:
            keys = [row.key for row in rows]
            connection.execute(delete(findables).where(findables.c.key.in_(keys)))
            connection.execute(insert(findables), [row._asdict() for row in rows])
            for key in keys:
                within = spoken.c.key.between(key << bits, (key + 1 << bits) - 1)
                connection.execute(delete(spoken).where(within))
            if said:
                connection.execute(insert(spoken), [row._asdict() for row in said])

    def missing(self) -> list[str]:
        """Ids of the articles without a record."""
        joined = articles.outerjoin(findables, articles.c.id == findables.c.article_id)
        wanted = select(articles.c.id).select_from(joined).where(findables.c.key.is_(None))
        return [row.id for row in self._rows(wanted.order_by(articles.c.id))]

    def listed(self) -> list[ListedRow]:
        """Every article that has a record, in order of the keys."""
        c = articles.c
        joined = findables.join(articles, c.id == findables.c.article_id)
        wanted = select(findables.c.key, c.id, c.published, c.publisher, c.section)
        ordered = wanted.select_from(joined).order_by(findables.c.key)
        return [ListedRow(*row) for row in self._rows(ordered)]

    def spoken(self) -> list[SpokenRow]:
        """Who says each quotation, in order of the keys."""
        c = spoken.c
        wanted = select(c.key, c.name, c.entity).order_by(c.key)
        return [SpokenRow(*row) for row in self._rows(wanted)]

    def story_keys(self) -> dict[str, int]:
        """The key of each story, by its id."""
        c = findable_stories.c
        return {row.id: row.key for row in self._rows(select(c.id, c.key))}

    def labels(self) -> dict[str, str]:
        """What each story is called, by its id."""
        c = findable_stories.c
        return {row.id: row.label for row in self._rows(select(c.id, c.label))}

    def stories(self, ids: Iterable[str]) -> dict[int, Mapping[str, Any]]:
        """What is kept of the named stories, by their keys."""
        found = self._chunks(select(findable_stories), findable_stories.c.id, ids)
        return {row.key: dict(row._mapping) for row in found}

    def told(self, ids: Iterable[str]) -> Iterator[bytes]:
        """The named stories as they were told, packed."""
        wanted = select(stories.c.content)
        return (row.content for row in self._chunks(wanted, stories.c.id, ids))

    def put_stories(self, rows: Sequence[Mapping[str, Any]], gone: Collection[int]) -> None:
        """Keep stories under their keys; those of the keys `gone` leave first."""
        with self._store.writing(), self._store.connection() as connection:
            leaving = sorted(gone)
            for start in range(0, len(leaving), _CHUNK):
                chunk = leaving[start : start + _CHUNK]
                connection.execute(
                    delete(findable_stories).where(findable_stories.c.key.in_(chunk))
                )
            if rows:
                connection.execute(insert(findable_stories), list(rows))

    def catalogue(self, name: str) -> bytes | None:
        """The packed catalogue of that name."""
        rows = self._rows(select(catalogues.c.content).where(catalogues.c.name == name))
        return rows[0].content if rows else None

    def put_catalogue(self, name: str, content: bytes) -> None:
        """Keep a packed catalogue in place of the one of that name."""
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(delete(catalogues).where(catalogues.c.name == name))
            connection.execute(insert(catalogues), {"name": name, "content": content})

    def forget(self) -> None:
        """Drop everything: another version made it."""
        with self._store.writing(), self._store.connection() as connection:
            for table in (findables, spoken, findable_stories, catalogues):
                connection.execute(delete(table))
