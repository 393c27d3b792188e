"""What a timeline draws at which place: points, short bars, long bars, and groups folded to one."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from sukien.views.chronology.stretches import Stretch, stretch

_SMALLEST, _USUAL, _LARGEST = 2.0, 4.2, 15.0
_GROUP = 10.0
_SHORT_BAR = 5.0
_LONG, _LONG_DAY = 36.0, 240.0
_GAP = 1.5
STACKED = 3
"""So many events of one day stand one over the other; more are folded."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the story's timeline as the graphic shows it; `number` counts the lines from 0."""

    number: int
    date: str
    text: str
    sources: int
    upcoming: bool = False
    background: bool = False
    new: bool = False

    @property
    def stretch(self) -> Stretch:
        """When it was; only what a calendar can place is an event of the graphic."""
        return stretch(self.date) or Stretch(1, 1)

    @property
    def is_day(self) -> bool:
        """Whether the day is known, or more of it."""
        return self.stretch.width <= 1

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """What is new, is no background, has more sources, is later weighs more."""
        return (self.new, not self.background, self.sources, self.number)


class Scale(NamedTuple):
    """From moments to units of a drawing: `length` units show `within`, from `offset` on."""

    within: Stretch
    offset: float
    length: float

    def at(self, moment: float) -> float:
        """The place of a moment, the nearer end for one outside."""
        share = (moment - self.within.start) / self.within.width
        return self.offset + self.length * min(1.0, max(0.0, share))


class Mark(NamedTuple):
    """Something drawn on the line: one event or several, around `at`, `radius` to both sides.

    `half` is half the width of a short bar, 0 for a point. `stack` are the radii of points that
    stand one over the other, the first on the line; empty where several events are folded to one.
    """

    events: tuple[Event, ...]
    at: float
    radius: float
    half: float = 0.0
    stack: tuple[float, ...] = ()

    @property
    def main(self) -> Event:
        """The event that weighs most."""
        return max(self.events, key=lambda event: event.weight)

    @property
    def is_group(self) -> bool:
        """Whether several events are folded to one mark."""
        return len(self.events) > 1 and not self.stack

    @property
    def height(self) -> float:
        """How far it goes above the line."""
        return 2 * sum(self.stack) - min(self.stack) if self.stack else self.radius

    @property
    def reach(self) -> float:
        """How far it goes to both sides."""
        return max(self.radius, self.half)


class Bar(NamedTuple):
    """An event that is long at this scale, from `start` to `end`; it may go on outside."""

    event: Event
    start: float
    end: float
    thickness: float


class Radii(NamedTuple):
    """How large points are: the radius of one source; areas grow with the number of sources."""

    one: float

    def of(self, sources: int) -> float:
        """The radius of a point for so many sources."""
        return max(_SMALLEST, self.one * math.sqrt(max(1, sources)))


def radii(events: Iterable[Event]) -> Radii:
    """The sizes at which the event of most sources is not too large."""
    most = max((event.sources for event in events), default=1)
    return Radii(min(_USUAL, _LARGEST / math.sqrt(max(1, most))))


def marks(
    events: Sequence[Event], scale: Scale, sizes: Radii, *, stacked: int = 1
) -> tuple[list[Mark], list[Bar]]:
    """Points and short bars in order, what would overlap folded into one; and the long bars.

    Up to `stacked` points of one day stand one over the other instead.
    """
    found, long = [], []
    for event in events:
        span = event.stretch
        start, end = scale.at(span.start), scale.at(span.end)
        if end - start >= (_LONG_DAY if event.is_day else _LONG):
            long.append(Bar(event, start, end, 1.2 * sizes.of(event.sources)))
        else:
            half = 0.0 if event.is_day else max(_SHORT_BAR, (end - start) / 2)
            radius = sizes.of(event.sources)
            stack = (radius,) if event.is_day else ()
            found.append(Mark((event,), scale.at(span.middle), radius, half, stack))
    return folded(found, stacked), long


def folded(found: Iterable[Mark], stacked: int = 1) -> list[Mark]:
    """The marks from left to right, those that would overlap in one, until none does."""
    stack: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.at, mark.main.number)):
        stack.append(mark)
        while len(stack) > 1 and _overlap(stack[-2], stack[-1]):
            last = stack.pop()
            stack.append(_together(stack.pop(), last, stacked))
    return stack


def _overlap(one: Mark, other: Mark) -> bool:
    return other.at - one.at < one.reach + other.reach + _GAP


def _together(one: Mark, other: Mark, stacked: int) -> Mark:
    """A stack of few points of one day, else a group at the mean of all that is in it."""
    few, many = len(one.events), len(other.events)
    events = (*one.events, *other.events)
    if one.stack and other.stack and one.at == other.at and few + many <= stacked:
        return Mark(events, one.at, max(one.radius, other.radius), 0.0, one.stack + other.stack)
    return Mark(events, (one.at * few + other.at * many) / (few + many), _GROUP)
