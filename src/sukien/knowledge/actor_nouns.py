"""Nouns for those who act, with their sector."""

import functools
from typing import NamedTuple

from sukien.knowledge.grammar import spelled
from sukien.knowledge.tables import read_table, values


class ActorNoun(NamedTuple):
    """A noun's PLOVER `sector` (None when it may be any) and `kind`: title, body or group."""

    sector: str | None
    kind: str


@functools.cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Each actor noun, in lower case, with what it is."""
    found = {}
    for row in read_table("actor_nouns"):
        sector = None if row["sector"] == "-" else row["sector"]
        for word in values(row["words"]):
            found[spelled(word)] = ActorNoun(sector, row["kind"])
    return found
