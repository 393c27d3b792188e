"""The lines of a story's timeline as a page lists them: under dates, some of them folded."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from sukien.views.lines import TimelineLine

_USUAL, _FEW = (30, 15, 10, 15), (15, 5, 5, 8)  # recent, earlier, background, planned
_BACK = (("since_last_day", 0), ("since_last_week", 6), ("since_last_month", 29))


class TimelineDate(NamedTuple):
    """The lines of a timeline that stand next to each other under one date."""

    date: str
    lines: tuple[TimelineLine, ...]


class ToldLines(NamedTuple):
    """What lies well before the story, what happened before the last lines, these, and what is to
    come, each under its dates; `left` is how many more lines there are.
    """

    background: tuple[TimelineDate, ...]
    earlier: tuple[TimelineDate, ...]
    recent: tuple[TimelineDate, ...]
    planned: tuple[TimelineDate, ...]
    left: int

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the lines that are listed."""
        groups = (*self.background, *self.earlier, *self.recent, *self.planned)
        return frozenset(line.number for group in groups for line in group.lines)


def told_lines(timeline: Iterable[TimelineLine], *, few: bool = False) -> ToldLines:
    """The lines under their dates; of very many the last, and the nearest to come, `few` of them
    where that is wanted.
    """
    recent_lines, earlier_lines, background_lines, planned_lines = _FEW if few else _USUAL
    lines = list(timeline)
    past = [line for line in lines if not line.upcoming and not line.background]
    parts = (
        [line for line in lines if line.background][-background_lines:],
        past[:-recent_lines][-earlier_lines:],
        past[-recent_lines:],
        [line for line in lines if line.upcoming][:planned_lines],
    )
    left = len(lines) - sum(len(part) for part in parts)
    background, earlier, recent, planned = (by_date(part) for part in parts)
    return ToldLines(background, earlier, recent, planned, left)


def by_date(lines: Iterable[TimelineLine]) -> tuple[TimelineDate, ...]:
    """Lines that stand next to each other under one date."""
    groups = groupby(lines, key=lambda line: line.date)
    return tuple(TimelineDate(date, tuple(group)) for date, group in groups)


def days_before(last: str | None) -> tuple[tuple[str, str], ...]:
    """The first of the last one, seven and thirty days of a story, each with its phrase's name."""
    if not last:
        return ()
    day = dt.date.fromisoformat(last[:10])
    return tuple(
        (name, dt.date.fromordinal(max(1, day.toordinal() - days)).isoformat())
        for name, days in _BACK
    )
