"""TIMEX3 values as stretches of a line of time, as far as a calendar can place them."""

import datetime as dt
import re
from typing import NamedTuple

from sukien.tell.dates import days

FIRST, LAST = 1, dt.date.max.toordinal()
"""The first and last day that a calendar has, as ordinals."""

_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T(?:(\d{2})(?::(\d{2}))?|(MO|MI|AF|EV|NI|DT))")
_PARTS = {"MO": (5, 11), "MI": (11, 13), "AF": (13, 18), "EV": (18, 22), "NI": (20, 24)}
_DAYTIME = (6, 18)
_HOURS, _MINUTES = 24, 60


class Stretch(NamedTuple):
    """From when until when, in days: midnight of 0001-01-01 is 1.0; `end` is not in it."""

    start: float
    end: float

    @property
    def width(self) -> float:
        """How many days it is long."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """The moment that a point for it stands at."""
        return (self.start + self.end) / 2


def stretch(value: str) -> Stretch | None:
    """What a TIMEX3 value covers; None for one that is no place in a calendar (`XXXX-03-16`).

    A day with a clock is a minute or an hour, with a part of the day some hours of it.
    """
    span = days(value)
    if span is None:
        return None
    start = float(span[0].toordinal())
    hours = _hours(value)
    if hours is None:
        return Stretch(start, span[1].toordinal() + 1.0)
    return Stretch(start + hours[0] / _HOURS, start + hours[1] / _HOURS)


def _hours(value: str) -> tuple[float, float] | None:
    """The hours of a day that a value narrows it to."""
    match = _CLOCK.match(value)
    if match is None:
        return None
    hour, minute, part = match.groups()
    if part:
        return _PARTS.get(part, _DAYTIME)
    if int(hour) >= _HOURS or int(minute or 0) >= _MINUTES:
        return None
    at = int(hour) + int(minute or 0) / _MINUTES
    return (at, at + (1 / _MINUTES if minute else 1))


def iso(ordinal: float) -> str:
    """The day of a moment as an ISO date, the calendar's first or last for one beyond."""
    return dt.date.fromordinal(min(max(FIRST, int(ordinal)), LAST)).isoformat()


def ordinal(day: str) -> int:
    """The day's number. Raises ValueError for what is no ISO date."""
    return dt.date.fromisoformat(day).toordinal()
