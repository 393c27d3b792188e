"""What is asked of a search, and what it answers."""

import datetime as dt
from typing import NamedTuple

import msgspec

from sukien.search.base import KINDS


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A search: words and phrases, what is to be shown, and what it is bounded by.

    `kind` is one of articles, sentences, quotes, stories. `speaker` is an entity or a name as
    written; `start` and `end` are days of publication (ISO 8601), both included. "" bounds nothing.
    """

    words: str = ""
    kind: str = KINDS[0]
    speaker: str = ""
    entity: str = ""
    publisher: str = ""
    section: str = ""
    start: str = ""
    end: str = ""

    @property
    def bounds(self) -> dict[str, str]:
        """What bounds the search, by name; a period stands as one."""
        period = f"{self.start}/{self.end}" if self.start or self.end else ""
        named = {name: getattr(self, name) for name in CHOSEN} | {"period": period}
        return {name: value for name, value in named.items() if value}


CHOSEN = ("publisher", "section", "entity", "speaker")


class Count(msgspec.Struct, frozen=True):
    """How many there are; with `more`, at least so many."""

    number: int
    more: bool = False


class Choice(msgspec.Struct, frozen=True):
    """A value that a search can be bounded by, and how many of what is shown have it."""

    value: str
    count: int


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of days (ISO 8601, both included) and how many of what is shown lie in it."""

    start: str
    end: str
    count: int


class Facets(NamedTuple):
    """What a search can be bounded by further: the values of each kind that most have, periods."""

    choices: dict[str, tuple[Choice, ...]]
    periods: tuple[Stretch, ...]


class Answer(NamedTuple):
    """The keys of what is shown, best first; for stories their ids.

    `counts` are by kind. `ranked` is False where the words are so common that the newest stands
    first. `unknown` names what the search is bounded by and the library does not have.
    """

    keys: tuple[int, ...]
    stories: tuple[tuple[str, int], ...]
    counts: dict[str, Count]
    facets: Facets
    ranked: bool = True
    unknown: tuple[str, ...] = ()


def day_number(day: str | None) -> int | None:
    """The ordinal of an ISO 8601 date or time; None for none."""
    try:
        return dt.date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None
