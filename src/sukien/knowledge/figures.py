"""What the figures of the news count, and by which words it is known."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values


class Slot(NamedTuple):
    """A thing that figures count. Words are in lower case; empty tuples ask for nothing."""

    id: str
    label: str
    nouns: tuple[str, ...]
    near: tuple[str, ...]
    not_near: tuple[str, ...]
    unit: str | None
    whose: bool


@cache
def slots() -> tuple[Slot, ...]:
    """All slots, in the order in which they are tried."""
    return tuple(
        Slot(
            id=row["slot"],
            label=row["label"],
            nouns=values(row["nouns"]),
            near=values(row["near"]),
            not_near=values(row["not_near"]),
            unit=row["unit"] or None,
            whose=bool(row["whose"]),
        )
        for row in read_table("figure_slots")
    )


@cache
def lead_words() -> frozenset[str]:
    """Words between what is counted and its number: `số người chết đã tăng lên 12`."""
    return frozenset(row["word"] for row in read_table("figure_words") if row["kind"] == "lead")


@cache
def whole_country() -> tuple[str, ...]:
    """Phrases that say that a figure is of the whole country."""
    rows = read_table("figure_words")
    return tuple(row["word"] for row in rows if row["kind"] == "whole")


@cache
def where_words() -> frozenset[str]:
    """Prepositions before a place."""
    return frozenset(row["word"] for row in read_table("figure_words") if row["kind"] == "where")
