"""The taxonomy of events, and the words that name them."""

import functools
from typing import NamedTuple

from sukien.knowledge.grammar import spelled
from sukien.knowledge.tables import read_table, values

OTHER = "act"
"""The type of an event that is of no other type."""


class EventType(NamedTuple):
    """A type of event: its names, its ACE 2005 and PLOVER types, and the names of its two roles.

    `weight`, 0 to 1, says how much an event of the type is by itself a line of a timeline.
    """

    type: str
    vi: str
    en: str
    ace: str | None
    plover: str | None
    one: str
    other: str
    weight: float


class Trigger(NamedTuple):
    """What a word names; `form` (verb, noun, cue, amount, head) says when it counts.

    One of the words `near` must stand a few words off, none of the words `never` beside it.
    """

    type: str
    form: str
    near: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@functools.cache
def event_types() -> dict[str, EventType]:
    """Every event type by its id, in the order of the data file."""
    return {row["type"]: _event_type(row) for row in read_table("event_types")}


def _event_type(row: dict[str, str]) -> EventType:
    ace, plover = (None if row[key] == "-" else row[key] for key in ("ace", "plover"))
    return EventType(
        row["type"],
        row["vi"],
        row["en"],
        ace,
        plover,
        one=row["one"],
        other=row["other"],
        weight=float(row["weight"]),
    )


@functools.cache
def senses() -> dict[str, tuple[Trigger, ...]]:
    """Every trigger, in lower case, with what it names, in the order to try."""
    found: dict[str, list[Trigger]] = {}
    for row in read_table("event_triggers"):
        near, never = (_words(row[key]) for key in ("near", "never"))
        for word in values(row["words"]):
            found.setdefault(spelled(word), []).append(
                Trigger(row["type"], row["form"], near, never)
            )
    return {
        word: tuple(sorted(several, key=lambda one: not one.near))
        for word, several in found.items()
    }


def _words(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(spelled(word) for word in values(cell))


@functools.cache
def triggers() -> dict[str, Trigger]:
    """Every trigger, in lower case, with the type of event it names when nothing else is known."""
    return {word: several[-1] for word, several in senses().items()}


@functools.cache
def no_events() -> frozenset[str]:
    """Verbs that name no event: states, thoughts, and words that only help other verbs."""
    return frozenset(
        spelled(word) for row in read_table("event_states") for word in values(row["words"])
    )


def event_weights() -> dict[str, float]:
    """How much each clue speaks for a word being the trigger of an event."""
    return _weights("event_weights")


def date_weights() -> dict[str, dict[str, float]]:
    """Of each source of dates how much each clue speaks for an event having its date."""
    return _grouped("event_date_weights")


def status_weights() -> dict[str, dict[str, float]]:
    """Of each status how much each clue speaks for it."""
    return _grouped("event_status_weights")


@functools.cache
def _grouped(table: str) -> dict[str, dict[str, float]]:
    """The weights of a table by the first word of the clue."""
    found: dict[str, dict[str, float]] = {}
    for name, weight in _weights(table).items():
        first, _, clue = name.partition(" ")
        found.setdefault(first, {})[clue] = weight
    return found


@functools.cache
def _weights(table: str) -> dict[str, float]:
    return {row["clue"]: float(row["weight"]) for row in read_table(table)}
