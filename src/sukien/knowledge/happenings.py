"""The taxonomy of events, and the words that name them."""

import functools
from typing import NamedTuple

from sukien.knowledge.grammar import spelled
from sukien.knowledge.tables import read_table, values


class EventType(NamedTuple):
    """A type of event: its names, its ACE 2005 and PLOVER types, and the names of its two roles."""

    type: str
    vi: str
    en: str
    ace: str | None
    plover: str | None
    one: str
    other: str


class Trigger(NamedTuple):
    """What a trigger names; `form` (verb, noun, cue, head) says when it counts, `rank` how sure."""

    type: str
    form: str


@functools.cache
def event_types() -> dict[str, EventType]:
    """Every event type by its id, in the order of the data file."""
    return {row["type"]: _event_type(row) for row in read_table("event_types")}


def _event_type(row: dict[str, str]) -> EventType:
    ace, plover = (None if row[key] == "-" else row[key] for key in ("ace", "plover"))
    return EventType(
        row["type"], row["vi"], row["en"], ace, plover, one=row["one"], other=row["other"]
    )


@functools.cache
def triggers() -> dict[str, Trigger]:
    """Every trigger, in lower case, with the type of event it names."""
    rows = read_table("event_triggers")
    return {
        spelled(word): Trigger(row["type"], row["form"])
        for row in rows
        for word in values(row["words"])
    }
