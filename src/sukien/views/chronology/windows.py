"""The stretch of time that a timeline shows, and those that lie one step from it."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sukien.views.chronology.stretches import FIRST, LAST, Stretch, iso, ordinal

_NEAR_DAYS = 30
_STEP = 2


class Window(msgspec.Struct, frozen=True):
    """A stretch of whole days, `first` and `last` included, as ISO dates."""

    first: str
    last: str

    @property
    def stretch(self) -> Stretch:
        """The same as moments."""
        return Stretch(ordinal(self.first), ordinal(self.last) + 1)

    @property
    def length(self) -> int:
        """How many days it has."""
        return int(self.stretch.width)


class Moves(NamedTuple):
    """Where one can go from a window; None where nothing more would be seen."""

    nearer: Window | None
    wider: Window | None
    earlier: Window | None
    later: Window | None
    whole: Window | None


def window_of(start: float, end: float) -> Window:
    """The days that a stretch touches, within the calendar."""
    last = end - 1 if end == int(end) else end
    return Window(iso(start), iso(max(start, last)))


def hull(stretches: Iterable[Stretch]) -> Window | None:
    """The least window that holds them all; None for none."""
    found = list(stretches)
    if not found:
        return None
    return window_of(min(one.start for one in found), max(one.end for one in found))


def opening(main: Iterable[Stretch], told: Window | None) -> Window | None:
    """What a timeline shows first: the days of the articles, with what happens close to them.

    `main` is what happens and is no background. Close is as long before the first or after the last
    article as the articles themselves last, a month at least.
    """
    found = list(main)
    if told is None:
        return hull(found)
    days = told.stretch
    reach = max(_NEAR_DAYS, days.width)
    near = (s for s in found if s.start >= days.start - reach and s.end <= days.end + reach)
    return hull([days, *near])


def asked(first: str | None, last: str | None) -> Window | None:
    """The window between two days that somebody asks for; None unless both are there, in order."""
    if first is None or last is None or first > last:
        return None
    return Window(first, last)


def moves(window: Window, whole: Window) -> Moves:
    """The windows one step away; none goes beyond what there is."""
    now, bounds = window.stretch, hull([window.stretch, whole.stretch]) or whole
    half = now.width / _STEP
    nearer = _around(now.middle, half) if now.width > 1 else None
    wider = _within(now.start - half, now.end + half, bounds)
    return Moves(
        nearer=nearer,
        wider=wider if wider != window else None,
        earlier=_shifted(window, -half) if now.start > whole.stretch.start else None,
        later=_shifted(window, half) if now.end < whole.stretch.end else None,
        whole=whole if whole != window else None,
    )


def _around(middle: float, width: float) -> Window:
    length = max(1, int(width))
    start = int(middle - length / 2)
    return Window(iso(start), iso(start + length - 1))


def _within(start: float, end: float, bounds: Window) -> Window:
    edge = bounds.stretch
    return Window(iso(max(start, edge.start)), iso(min(end, edge.end) - 1))


def _shifted(window: Window, by: float) -> Window:
    step = int(by) or (1 if by > 0 else -1)
    start = min(max(FIRST, int(window.stretch.start) + step), LAST - window.length + 1)
    return Window(iso(start), iso(start + window.length - 1))
