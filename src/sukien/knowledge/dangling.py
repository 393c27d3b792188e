"""Openings of sentences that lean on the sentence before."""

from functools import cache

from sukien.knowledge.tables import read_table


@cache
def dangling_openings() -> tuple[str, ...]:
    """What a sentence must not begin with to stand alone, in lower case with a space behind."""
    return tuple(f"{row['opening'].casefold()} " for row in read_table("dangling_openings"))
