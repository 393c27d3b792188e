"""Which events join two parties in a network, and how."""

import functools
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values


class Dealing(NamedTuple):
    """A type of event by which one party acts on another.

    `mutual` says that both act alike; `whom` are the roles of the other party, the likeliest first,
    none where it is only that of the event inside of it;
    `kinds` are what it can be: person, org, country, place; `alike` that both must be of one kind.
    `inner` is `ends` where an event inside of it is thereby ended, `says` where it is only spoken
    of, else None.
    """

    mutual: bool
    whom: tuple[str, ...]
    kinds: frozenset[str]
    alike: bool
    inner: str | None


@functools.cache
def dealings() -> dict[str, Dealing]:
    """Each event type that joins two parties, by its id."""
    return {row["type"]: _dealing(row) for row in read_table("dealings")}


def _dealing(row: dict[str, str]) -> Dealing:
    return Dealing(
        mutual=row["mutual"] == "yes",
        whom=() if row["whom"] == "-" else values(row["whom"]),
        kinds=frozenset(values(row["kinds"])),
        alike=row["alike"] == "yes",
        inner=None if row["inner"] == "-" else row["inner"],
    )
