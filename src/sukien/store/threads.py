"""What threading keeps in a library between two runs, through SQLAlchemy Core."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update

from sukien.errors import NotFoundError
from sukien.model import Change, Judgement, Thread
from sukien.store.packing import packed, unpacked
from sukien.store.schema import articles, changes, computed, digests, judgements, states
from sukien.store.sql import SqlStore
from sukien.thread import Digest, State

_CHUNK = 500
_ASKED = 100
_LISTED = ("before", "after", "articles")


class Computed(msgspec.Struct, frozen=True, kw_only=True):
    """Threads as computed: by which version of threading, after how many times of taking in."""

    version: str
    taken: str
    threads: tuple[Thread, ...]


class SqlThreads:
    """The Threads of a store."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def _rows(self, statement: Any) -> list[Any]:
        with self._store.connection() as connection:
            return list(connection.execute(statement).all())

    def put_digests(self, batch: Sequence[Digest]) -> None:
        """Keep what threading needs of articles; a state that they come too late for is dropped."""
        if not batch:
            return
        with self._store.writing(), self._store.connection() as connection:
            ids = [one.id for one in batch]
            known = self._rows(select(digests.c.day).where(digests.c.article_id.in_(ids)))
            days = [row.day for row in known] + [one.day for one in batch]
            dated = [day for day in days if day is not None]
            if dated:
                connection.execute(delete(states).where(states.c.day >= min(dated)))
            connection.execute(delete(digests).where(digests.c.article_id.in_(ids)))
            connection.execute(insert(digests), [_row(one) for one in batch])

    def missing_digests(self) -> list[str]:
        """Ids of the articles without one."""
        joined = articles.outerjoin(digests, articles.c.id == digests.c.article_id)
        wanted = select(articles.c.id).select_from(joined).where(digests.c.article_id.is_(None))
        return [row.id for row in self._rows(wanted.order_by(articles.c.id))]

    def forget(self) -> None:
        """Drop every digest and state: another version made them."""
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(delete(digests))
            connection.execute(delete(states))

    def digests(self, after: int | None, *, until: int | None = None) -> Iterator[Digest]:
        """Those of the days after `after`, in order of day and id, undated ones last.

        None begins with the first; with `until`, dated ones up to that day alone.
        """
        c = digests.c
        wanted = select(c.article_id).order_by(c.day.is_(None), c.day, c.article_id)
        if after is not None:
            wanted = wanted.where((c.day > after) | c.day.is_(None))
        if until is not None:
            wanted = wanted.where(c.day <= until)
        names = [row.article_id for row in self._rows(wanted)]
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            rows = self._rows(select(c.article_id, c.content).where(c.article_id.in_(chunk)))
            content = {row.article_id: row.content for row in rows}
            yield from (unpacked(content[name], Digest) for name in chunk)

    def order(self) -> list[str]:
        """Ids of all articles in order of day and id, undated ones last."""
        c = digests.c
        ordered = select(c.article_id).order_by(c.day.is_(None), c.day, c.article_id)
        return [row.article_id for row in self._rows(ordered)]

    def last_day(self) -> int | None:
        """The day of the last dated article."""
        day = self._rows(select(func.max(digests.c.day)))[0][0]
        return None if day is None else int(day)

    def untold(self) -> set[str]:
        """Ids of the articles that came, or came anew, since the stories were told."""
        rows = self._rows(select(digests.c.article_id).where(~digests.c.told))
        return {row.article_id for row in rows}

    def mark_told(self) -> None:
        """The stories tell of every article now."""
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(update(digests).where(~digests.c.told).values(told=True))

    def state(self) -> State | None:
        """The state after some day, to go on from."""
        rows = self._rows(select(states.c.content).order_by(states.c.day.desc()).limit(1))
        return unpacked(rows[0].content, State) if rows else None

    def put_state(self, day: int, content: bytes) -> None:
        """Keep the state after that day, packed, in place of the one before."""
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(delete(states))
            connection.execute(insert(states), {"day": day, "content": content})

    def computed(self) -> Computed | None:
        """The threads as computed last, before what people said of them; None where none are."""
        rows = self._rows(select(computed.c.content))
        return unpacked(rows[0].content, Computed) if rows else None

    def put_computed(self, found: Computed) -> None:
        """Keep the threads as computed, in place of those before."""
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(delete(computed))
            connection.execute(insert(computed), {"key": 1, "content": packed(found)})

    def judgements(self) -> list[Judgement]:
        """What people said about stories, in the order in which they said it."""
        rows = self._rows(select(judgements).order_by(judgements.c.key))
        return [_judgement(row) for row in rows]

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; it comes back with its key."""
        values = {
            "kind": judgement.kind,
            "articles": _listing(judgement.articles),
            "rest": _listing(judgement.rest),
            "text": judgement.text,
            "made": judgement.made,
            "by": judgement.by,
            "undone": judgement.undone,
            "undone_by": judgement.undone_by,
            "note": judgement.note,
            "entities": _listing(judgement.entities),
        }
        with self._store.writing(), self._store.connection() as connection:
            done = connection.execute(insert(judgements), values)
            key = done.inserted_primary_key[0] if done.inserted_primary_key else 0
        return self.judgement(key)

    def undo_judgement(self, key: int, now: str, by: str = "") -> Judgement:
        """Mark a judgement as undone at `now`, by whom. Raises NotFoundError."""
        self.judgement(key)
        marked = update(judgements).where(judgements.c.key == key)
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(marked.values(undone=now, undone_by=by))
        return self.judgement(key)

    def judgement(self, key: int) -> Judgement:
        """What was said under that key. Raises NotFoundError."""
        rows = self._rows(select(judgements).where(judgements.c.key == key))
        if not rows:
            raise NotFoundError(f"no correction {key}; 'sukien corrections LIBRARY' lists them")
        return _judgement(rows[0])

    def changes(self, ids: Sequence[str] | None = None) -> list[Change]:
        """What became of episodes and stories, the oldest first; all, or of those named."""
        if ids is None or len(ids) > _ASKED:
            wanted = None if ids is None else set(ids)
            rows = self._rows(select(changes).order_by(changes.c.key))
            every = (_change(row) for row in rows)
            return [one for one in every if wanted is None or wanted & {*one.before, *one.after}]
        if not ids:
            return []
        named = or_(*(_names(column, one) for one in ids
                      for column in (changes.c.before, changes.c.after)))  # fmt: skip
        return [
            _change(row) for row in self._rows(select(changes).where(named).order_by(changes.c.key))
        ]

    def add_changes(self, batch: Sequence[Change]) -> None:
        """Record changes."""
        if not batch:
            return
        rows = [
            {
                "kind": one.kind,
                "what": one.what,
                "day": one.day,
                **{name: _listing(getattr(one, name)) for name in _LISTED},
            }
            for one in batch
        ]
        with self._store.writing(), self._store.connection() as connection:
            connection.execute(insert(changes), rows)


def packed_state(state: State) -> bytes:
    """A state as it is kept."""
    return packed(state)


def _names(column: ColumnElement[str], one: str) -> ColumnElement[bool]:
    """Whether a column of ids has that one."""
    return column.contains(_listing([one])[1:-1], autoescape=True)


def _row(one: Digest) -> dict[str, object]:
    return {"article_id": one.id, "day": one.day, "told": False, "content": packed(one)}


def _judgement(row: Any) -> Judgement:
    return Judgement(
        kind=row.kind,
        articles=_listed(row.articles),
        rest=_listed(row.rest),
        text=row.text,
        made=row.made,
        by=row.by,
        undone=row.undone,
        undone_by=row.undone_by,
        note=row.note,
        entities=_listed(row.entities),
        key=row.key,
    )


def _change(row: Any) -> Change:
    listed = {name: _listed(getattr(row, name)) for name in _LISTED}
    return Change(kind=row.kind, what=row.what, day=row.day, **listed)


def _listing(ids: Sequence[str]) -> str:
    return msgspec.json.encode(ids).decode()


def _listed(column: str) -> tuple[str, ...]:
    return msgspec.json.decode(column, type=tuple[str, ...])
