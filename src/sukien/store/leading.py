"""Merges of entities as they stand in their table: those that lead on from ids, or around one."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sukien.model import Merge

_AT_ONCE = 500


def merges_of(rows: Iterable[Any]) -> list[Merge]:
    """The merges of these rows, by source and target."""
    found = [
        Merge(
            source=row.source,
            target=row.target,
            reasons=tuple(row.reasons.split("\n")),
            by_hand=row.by_hand,
            undone=row.undone,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.source, one.target))


def leading(rows_of: Callable[[Sequence[str]], Sequence[Any]], ids: Iterable[str]) -> list[Any]:
    """The rows whose sources are these ids, or what those lead to, until nothing leads on.

    `rows_of` gives the rows with some sources, at most 500 of them.
    """
    found: list[Any] = []
    seen: set[str] = set()
    wanted = sorted(set(ids))
    while wanted:
        seen.update(wanted)
        chunks = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
        rows = [row for chunk in chunks for row in rows_of(chunk)]
        found += rows
        wanted = sorted({row.target for row in rows} - seen)
    return found


def around(
    rows_of: Callable[[Sequence[str]], Sequence[Any]],
    rows_into: Callable[[Sequence[str]], Sequence[Any]],
    entity: str,
) -> list[Any]:
    """The rows from or to an id, and from or to all that are one with it.

    Rows that were undone make nothing one. `rows_of` gives the rows with some sources, `rows_into`
    those with some targets, at most 500 of them.
    """
    found: dict[tuple[str, str], Any] = {}
    seen: set[str] = set()
    wanted = [entity]
    while wanted:
        seen.update(wanted)
        chunks = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
        rows = [row for chunk in chunks for row in (*rows_of(chunk), *rows_into(chunk))]
        found |= {(row.source, row.target): row for row in rows}
        ends = {end for row in rows if row.undone is None for end in (row.source, row.target)}
        wanted = sorted(ends - seen)
    return list(found.values())
