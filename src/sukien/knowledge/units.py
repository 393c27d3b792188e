"""Units, counted nouns and the words that go with numbers."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table
from sukien.text.phrases import Phrases


class Unit(NamedTuple):
    """A unit: its UCUM or ISO 4217 code, and what a number before it is multiplied by."""

    code: str
    factor: float


@cache
def units() -> Phrases[Unit]:
    """The units of `units.tsv`."""
    rows = read_table("units")
    return Phrases((row["phrase"], Unit(row["code"], float(row["factor"]))) for row in rows)


@cache
def counted_nouns() -> Phrases[bool]:
    """Nouns and classifiers that numbers count."""
    return Phrases((row["noun"], True) for row in read_table("counted_nouns"))


@cache
def quantity_words(role: str) -> Phrases[str]:
    """The words of `quantity_words.tsv` that play one role."""
    rows = read_table("quantity_words")
    return Phrases((row["phrase"], row["value"]) for row in rows if row["role"] == role)
