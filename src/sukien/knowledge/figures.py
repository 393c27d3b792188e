"""What the figures of the news count, what happens to it, and the words that say of what scope."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values
from sukien.text.phrases import Phrases


class Counted(NamedTuple):
    """A class of nouns that mean the same to a reader of figures.

    `kind` is the wider class that it is a part of; numbers of the kind `none` tell nothing. Of what
    is `owned` it matters whose they are.
    """

    id: str
    kind: str
    label: str
    owned: bool


class Happening(NamedTuple):
    """What happens to what is counted, or what a sum, a share or a price is of.

    What befalls people goes `first`: before another that stands nearer. `of_measures` alone are
    depths, heights and the like; `of_people` is what people undergo or do, `of_owned` what
    soldiers and ships do. `alone` is how a sum of
    it is called, empty where it names none.
    """

    id: str
    label: str
    first: bool
    of_measures: bool
    of_people: bool = False
    of_owned: bool = False
    alone: str = ""


@cache
def counted() -> Phrases[Counted]:
    """Classes by the nouns that open a counted noun phrase."""
    return Phrases(
        (noun, Counted(row["class"], row["kind"], row["label"], bool(row["owned"])))
        for row in read_table("figure_nouns")
        for noun in values(row["nouns"])
    )


@cache
def happenings() -> Phrases[Happening]:
    """Happenings by the words that name them."""
    return Phrases(
        (words, _happening(row))
        for row in read_table("figure_happenings")
        for words in values(row["words"])
    )


def _happening(row: dict[str, str]) -> Happening:
    return Happening(
        row["happening"],
        row["label"],
        bool(row["first"]),
        row["of"] == "measure",
        row["of"] == "person" or bool(row["first"]),
        row["of"] == "owned",
        "" if row["alone"] == "-" else row["alone"] or row["label"],
    )


@cache
def diseases() -> Phrases[str]:
    """How a figure names those who fell ill, by the words for the disease."""
    return Phrases(
        (words, row["label"])
        for row in read_table("figure_diseases")
        for words in values(row["words"])
    )


MARKS = ("part", "more", "daily", "total", "average", "plan", "limit", "change", "before")
"""Kinds of words that say of what scope a figure is."""


@cache
def marks() -> Phrases[str]:
    """Kinds of scope by the words that mark them."""
    return Phrases(
        (words, row["kind"])
        for row in read_table("figure_words")
        if row["kind"] in MARKS
        for words in values(row["words"])
    )


@cache
def words_of(kind: str) -> Phrases[str]:
    """The words of one kind of `figure_words`."""
    rows = (row for row in read_table("figure_words") if row["kind"] == kind)
    return Phrases((words, words) for row in rows for words in values(row["words"]))


def at_word() -> str:
    """The preposition before a place in what a figure is called."""
    return _only("at")


def price_word() -> str:
    """The word before what a rate is called by: a price of what is sold."""
    return _only("price")


@cache
def _only(kind: str) -> str:
    return next(row["words"] for row in read_table("figure_words") if row["kind"] == kind)


@cache
def figure_weights(model: str) -> dict[str, float]:
    """How much each clue speaks for two numbers being of one figure (or of one scope)."""
    rows = read_table("figure_weights")
    return {row["clue"]: float(row["weight"]) for row in rows if row["model"] == model}
