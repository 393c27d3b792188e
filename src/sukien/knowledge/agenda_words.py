"""Words that say what became of something announced: moved, cancelled, done, not yet decided."""

import re
from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values

_OUTCOMES = {"moved": "moved", "cancelled": "cancelled", "finished": "done"}


class ClosingWords(NamedTuple):
    """The words of one outcome, and the phrases in which they say something else."""

    outcome: str
    words: re.Pattern[str]
    never: re.Pattern[str] | None


@cache
def closing_words() -> tuple[ClosingWords, ...]:
    """The words for moving, cancelling and being done, whole words in lower case, by table row."""
    return tuple(
        ClosingWords(_OUTCOMES[row["kind"]], _any_of(row["words"]), _never(row["never"]))
        for row in read_table("agenda_words")
        if row["kind"] in _OUTCOMES
    )


@cache
def any_closing_word() -> re.Pattern[str]:
    """Any word of `closing_words`: most sentences have none."""
    cells = [row["words"] for row in read_table("agenda_words") if row["kind"] in _OUTCOMES]
    return _any_of("|".join(cells))


@cache
def undecided_words() -> re.Pattern[str]:
    """Words before which moving or cancelling is only thought of."""
    return _of_kind("undecided")


@cache
def limit_words() -> re.Pattern[str]:
    """Words that make a date the last day for something."""
    return _of_kind("limit")


@cache
def new_date_words() -> re.Pattern[str]:
    """Words that lead to the new date."""
    return _of_kind("new")


def _of_kind(kind: str) -> re.Pattern[str]:
    cells = [row["words"] for row in read_table("agenda_words") if row["kind"] == kind]
    return _any_of("|".join(cells))


def _never(cell: str) -> re.Pattern[str] | None:
    return _any_of(cell) if cell else None


def _any_of(cell: str) -> re.Pattern[str]:
    longest_first = sorted(values(cell), key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word.casefold()) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
