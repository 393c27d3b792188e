"""A library in a SQL database, through SQLAlchemy Core: SQLite today."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, func, insert, select
from sqlalchemy.exc import DatabaseError

from sukien.errors import NotFoundError
from sukien.model import (
    AnnotatedArticle,
    Descent,
    Merge,
    ReadFailure,
    Sighting,
    Story,
)
from sukien.store.base import Card, Known, StoryRow
from sukien.store.beside import drop_beside, drop_beside_articles, put_beside
from sukien.store.leading import around, leading, merges_of
from sukien.store.packing import reader, unpacked
from sukien.store.rows import (
    article_row,
    merge_row,
    sighting_of,
    story_columns,
    story_row,
)
from sukien.store.schema import (
    articles,
    failures,
    memberships,
    merges,
    notes,
    sighting_rows,
    sightings,
    stories,
)
from sukien.store.waiting import WRITES, problem
from sukien.tell import story_index

_CHUNK = 200
_IN_ORDER = (articles.c.published.is_(None), articles.c.published, articles.c.id)


def _whole(content: bytes) -> AnnotatedArticle:
    return unpacked(content, AnnotatedArticle)


class SqlStore:
    """The Store over one engine. Not shared between threads while it writes."""

    def __init__(self, engine: Engine, rest: Callable[[Engine], None] = Engine.dispose) -> None:
        self.engine = engine
        self._rest: Callable[[Engine], None] | None = rest
        self._connection: Connection | None = None

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """The open transaction's connection, or one for reading."""
        try:
            if self._connection is not None:
                yield self._connection
                return
            with self.engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise problem(self.engine, error) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: everything inside is kept, or nothing of it.

        Nobody else writes between its first and its last word. Raises BusyError.
        """
        if self._connection is not None:
            yield
            return
        try:
            with self.engine.execution_options(**WRITES).begin() as connection:
                self._connection = connection
                yield
        except DatabaseError as error:
            raise problem(self.engine, error) from error
        finally:
            self._connection = None

    def _rows(self, statement: Any) -> list[Any]:
        with self.connection() as connection:
            return list(connection.execute(statement).all())

    def known(self) -> dict[str, Known]:
        """Every article id with its fingerprints."""
        c = articles.c
        rows = self._rows(select(c.id, c.text_digest, c.published, c.publisher, c.url))
        return {row[0]: Known(*row[1:]) for row in rows}

    def put_articles(self, batch: Sequence[AnnotatedArticle], pipeline: str) -> None:
        """Add articles, or replace those of the same id."""
        if not batch:
            return
        with self.writing(), self.connection() as connection:
            ids = [article.id for article in batch]
            connection.execute(delete(articles).where(articles.c.id.in_(ids)))
            connection.execute(
                insert(articles), [article_row(article, pipeline) for article in batch]
            )
            connection.execute(delete(sightings).where(sightings.c.article.in_(ids)))
            if seen := [row for article in batch for row in sighting_rows(article)]:
                connection.execute(insert(sightings), seen)

    def article(self, article_id: str) -> AnnotatedArticle:
        """One article with all its layers."""
        rows = self._rows(select(articles.c.content).where(articles.c.id == article_id))
        if not rows:
            raise NotFoundError(f"no article '{article_id}' in {self.engine.url.database}")
        return unpacked(rows[0].content, AnnotatedArticle)

    def articles(
        self, ids: Iterable[str] | None = None, *, layers: Collection[str] | None = None
    ) -> Iterator[AnnotatedArticle]:
        """Articles in order of publication (undated ones last), then of id; with `layers`, with
        these alone.
        """
        read = _whole if layers is None else reader(tuple(sorted(layers)))
        names = self._ordered(None if ids is None else sorted(set(ids)))
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            found = self._rows(
                select(articles.c.id, articles.c.content).where(articles.c.id.in_(chunk))
            )
            content = {row.id: row.content for row in found}
            for name in chunk:
                if name in content:
                    yield read(content[name])

    def _ordered(self, wanted: Sequence[str] | None) -> list[str]:
        """Ids in order of publication, then of id: all, or those wanted that are there."""
        c = articles.c
        if wanted is None:
            return [r.id for r in self._rows(select(c.id).order_by(*_IN_ORDER))]
        rows = []
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            rows += self._rows(select(c.id, c.published).where(c.id.in_(chunk)))
        rows.sort(key=lambda row: (row.published is None, row.published or "", row.id))
        return [row.id for row in rows]

    def cards(self, ids: Iterable[str]) -> list[Card]:
        """The named articles as a list shows them, in the order of the names."""
        names = list(ids)
        cards: dict[str, Card] = {}
        columns = [articles.c[name] for name in Card.__struct_fields__]
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            for row in self._rows(select(*columns).where(articles.c.id.in_(chunk))):
                cards[row.id] = Card(*row)
        return [cards[name] for name in names if name in cards]

    def outdated(self, pipeline: str) -> list[str]:
        """Ids of the articles that another pipeline annotated."""
        stale = select(articles.c.id).where(articles.c.pipeline != pipeline)
        return [row.id for row in self._rows(stale.order_by(articles.c.id))]

    def put_failures(self, batch: Sequence[ReadFailure]) -> None:
        """Record failures; one a source, the last one counts."""
        latest = {failure.source: failure for failure in batch}
        if not latest:
            return
        with self.writing(), self.connection() as connection:
            self.clear_failures(list(latest))
            connection.execute(
                insert(failures), [msgspec.structs.asdict(f) for f in latest.values()]
            )

    def clear_failures(self, sources: Sequence[str]) -> None:
        """Forget the failures of sources that were read after all."""
        with self.writing(), self.connection() as connection:
            for start in range(0, len(sources), _CHUNK):
                chunk = sources[start : start + _CHUNK]
                connection.execute(delete(failures).where(failures.c.source.in_(chunk)))

    def failures(self) -> list[ReadFailure]:
        """All recorded failures, by source."""
        rows = self._rows(
            select(failures.c.source, failures.c.kind, failures.c.message).order_by(
                failures.c.source
            )
        )
        return [ReadFailure(*row) for row in rows]

    def put_stories(
        self, told: Sequence[Story | StoryRow], kept: Collection[str] = frozenset()
    ) -> None:
        """Replace all stories by these and by those of the ids `kept`, which stay as they are."""
        rows = [self._row_of(one) if isinstance(one, Story) else one for one in told]
        with self.writing(), self.connection() as connection:
            ids = [row.id for row in connection.execute(select(stories.c.id))]
            gone = [name for name in ids if name not in kept]
            for start in range(0, len(gone), _CHUNK):
                chunk = gone[start : start + _CHUNK]
                connection.execute(delete(stories).where(stories.c.id.in_(chunk)))
                connection.execute(delete(memberships).where(memberships.c.story_id.in_(chunk)))
                drop_beside(connection, chunk)
            homes = [{"article_id": a, "story_id": row.id, "episode_id": e}
                     for row in rows for a, e in row.homes]  # fmt: skip
            for start in range(0, len(homes), _CHUNK):
                names = [home["article_id"] for home in homes[start : start + _CHUNK]]
                connection.execute(delete(memberships).where(memberships.c.article_id.in_(names)))
                drop_beside_articles(connection, names)
            if rows:
                connection.execute(insert(stories), [story_columns(row) for row in rows])
                connection.execute(insert(memberships), homes)
                put_beside(connection, [row.beside for row in rows])

    def _row_of(self, story: Story) -> StoryRow:
        return story_row(story, story_index(story, list(self.articles(story.articles))), "")

    def story_inputs(self) -> dict[str, str]:
        """What each story was told from, as a digest, by its id."""
        rows = self._rows(select(stories.c.id, stories.c.inputs))
        return {row.id: row.inputs for row in rows}

    def homes(self) -> dict[str, tuple[str, str]]:
        """The story and the episode of each article."""
        c = memberships.c
        rows = self._rows(select(c.article_id, c.story_id, c.episode_id))
        return {row.article_id: (row.story_id, row.episode_id) for row in rows}

    def stories(self, *, start: int = 0, limit: int | None = None) -> list[Story]:
        """All stories, newest first, or `limit` of them from number `start` (from 0) on."""
        c = stories.c
        ordered = select(c.content).order_by(c.last.is_(None), c.last.desc(), c.id)
        rows = self._rows(ordered.offset(start).limit(limit))
        return [unpacked(row.content, Story) for row in rows]

    def story(self, story_id: str) -> Story:
        """One story."""
        rows = self._rows(select(stories.c.content).where(stories.c.id == story_id))
        if not rows:
            raise NotFoundError(f"no story '{story_id}' in {self.engine.url.database}")
        return unpacked(rows[0].content, Story)

    def descent(self, story_id: str) -> Descent:
        """What of a story says where its articles come from; nothing where there is no story."""
        rows = self._rows(select(stories.c.content).where(stories.c.id == story_id))
        return unpacked(rows[0].content, Descent) if rows else Descent()

    def last_day(self) -> str | None:
        """The last day of all stories."""
        last = self._rows(select(func.max(stories.c.last)))[0][0]
        return None if last is None else str(last)

    def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """What the named stories are called."""
        names = sorted(set(ids))
        found: dict[str, str] = {}
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            asked = select(stories.c.id, stories.c.label).where(stories.c.id.in_(chunk))
            found |= {row.id: row.label for row in self._rows(asked)}
        return found

    def full_story_id(self, start: str) -> str:
        """The id of the one story whose id begins so."""
        return self._full_id(stories, "story", "stories", start)

    def full_article_id(self, start: str) -> str:
        """The id of the one article whose id begins so."""
        return self._full_id(articles, "article", "articles", start)

    def _full_id(self, table: Table, one: str, many: str, start: str) -> str:
        begins = table.c.id.startswith(start, autoescape=True)
        rows = self._rows(select(table.c.id).where(begins).order_by(table.c.id))
        ids = [row.id for row in rows]
        if start in ids or len(ids) == 1:
            return start if start in ids else ids[0]
        where = self.engine.url.database
        if ids:
            raise NotFoundError(f"'{start}' begins the ids of {len(ids)} {many} in {where}")
        raise NotFoundError(f"no {one} '{start}' in {where}; 'sukien stories {where}' lists them")

    def story_of(self, article_id: str) -> str | None:
        """The id of the story that an article belongs to."""
        where = memberships.c.article_id == article_id
        rows = self._rows(select(memberships.c.story_id).where(where))
        return rows[0].story_id if rows else None

    def entity_ids(self) -> list[str]:
        """Every id of an entity that articles name, in order."""
        c = sightings.c
        return [row.entity for row in self._rows(select(c.entity).distinct().order_by(c.entity))]

    def stories_of(self, ids: Sequence[str]) -> dict[str, str]:
        """The ids of the stories that the named articles belong to."""
        c = memberships.c
        found: dict[str, str] = {}
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            rows = self._rows(select(c.article_id, c.story_id).where(c.article_id.in_(chunk)))
            found |= {row.article_id: row.story_id for row in rows}
        return found

    def sightings(self, entities: Iterable[str] | None = None) -> list[Sighting]:
        """What articles say of entities, by entity and article; of all, or of those named."""
        c = sightings.c
        columns = [c[name] for name in Sighting.__struct_fields__]
        asked = select(*columns).order_by(c.entity, c.article, c.name, c.reason)
        if entities is not None:
            asked = asked.where(c.entity.in_(list(entities)))
        return list(map(sighting_of, self._rows(asked)))

    def merges(self, leading_from: Iterable[str] | None = None) -> list[Merge]:
        """Every merge, also those undone, or those that lead on from some ids."""
        asked = select(merges)
        return merges_of(
            self._rows(asked)
            if leading_from is None
            else leading(
                lambda ids: self._rows(asked.where(merges.c.source.in_(ids))), leading_from
            )
        )

    def merges_around(self, entity: str) -> list[Merge]:
        """The merges that concern one entity, also those undone: from or to any of its ids."""
        asked, c = select(merges), merges.c
        return merges_of(
            around(
                lambda ids: self._rows(asked.where(c.source.in_(ids))),
                lambda ids: self._rows(asked.where(c.target.in_(ids))),
                entity,
            )
        )

    def put_merge(self, merge: Merge) -> None:
        """Record a merge, or replace the one of the same two ids."""
        with self.writing(), self.connection() as connection:
            same = (merges.c.source == merge.source) & (merges.c.target == merge.target)
            connection.execute(delete(merges).where(same))
            connection.execute(insert(merges), merge_row(merge))

    def put_automatic_merges(self, found: Sequence[Merge]) -> None:
        """Replace the automatic merges that nobody undid by these."""
        with self.writing(), self.connection() as connection:
            automatic = ~merges.c.by_hand & merges.c.undone.is_(None)
            connection.execute(delete(merges).where(automatic))
            if found:
                connection.execute(insert(merges), [merge_row(merge) for merge in found])

    def note(self, key: str, value: str | None = None) -> str | None:
        """Read the note of that name; with `value`, write it."""
        if value is not None:
            with self.writing(), self.connection() as connection:
                connection.execute(delete(notes).where(notes.c.name == key))
                connection.execute(insert(notes), {"name": key, "value": value})
            return value
        rows = self._rows(select(notes.c.value).where(notes.c.name == key))
        return rows[0].value if rows else None

    def counts(self) -> dict[str, int]:
        """How many articles, stories and failures there are."""
        tables: dict[str, Table] = {"articles": articles, "stories": stories, "failures": failures}
        return {
            name: self._rows(select(func.count()).select_from(table))[0][0]
            for name, table in tables.items()
        }

    def close(self) -> None:
        """Let go of the file."""
        if self._rest is not None:
            self._rest(self.engine)
        self._rest = None
