"""Axes: from which value to which, which values and days are written beside them."""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.tell.dates import days
from sukien.views.dates import date_words
from sukien.views.language import phrase

GREATEST = 1e15
"""Beyond this no chart is drawn: numbers lose their units, and are slips of reading anyway."""
_BROKEN = 0.25
_STEPS = (1, 2, 5, 10)
_LINES = 4
_TICKS = 5
_EDGE = 3.0
_DAYS = (1, 2, 3, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_YEAR = 12


class ValueScale(NamedTuple):
    """Values from `low` to `high`, with those that a line marks.

    `broken` says that the axis does not start at zero, although all values lie on one side of it.
    """

    low: float
    high: float
    marked: tuple[float, ...]
    broken: bool

    def share(self, value: float) -> float:
        """How far up a value stands, 0 to 1; what lies outside stands at the edge."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


def drawable(value: float | None) -> bool:
    """Whether a value can be shown on an axis at all."""
    return value is not None and math.isfinite(value) and abs(value) <= GREATEST


def value_scale(values: Sequence[float]) -> ValueScale:
    """The axis for some values, one at least: from zero, unless they differ by less than a quarter
    of the greatest, which nobody would see then.
    """
    low, high = min(values), max(values)
    greatest = max(abs(low), abs(high))
    near = high - low < _BROKEN * greatest and low * high > 0
    if not near:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 1e-9 * max(greatest, 1e-9):
        low, high = low - max(1.0, greatest) / 10, high + max(1.0, greatest) / 10
    whole = all(value == int(value) for value in values)
    step = max(_step((high - low) / _LINES), 1.0 if whole else 0.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    marked = tuple(round(number * step, 12) for number in range(first, last + 1))
    return ValueScale(marked[0], marked[-1], marked, broken=near)


def _step(least: float) -> float:
    """The first of 1, 2, 5, 10, 20 ... that is not less."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in _STEPS if power * step >= least * (1 - 1e-9))


class Tick(NamedTuple):
    """A day beside an axis: where, its TIMEX3 value, and how its words stand to their place.

    `minor` ones are left out where the screen is narrow.
    """

    x: float
    value: str
    anchor: str
    minor: bool


class DayScale(NamedTuple):
    """Days from `first` to `last`."""

    first: dt.date
    last: dt.date

    def at(self, day: dt.date) -> float:
        """Where a day stands, in per cent of the width."""
        long = (self.last - self.first).days
        share = (day - self.first).days / long if long else 0.5
        return round(_EDGE + (100 - 2 * _EDGE) * min(1.0, max(0.0, share)), 2)

    def spread(self, within: dt.date, until: dt.date) -> float:
        """Where the middle of several days stands."""
        return round((self.at(within) + self.at(until)) / 2, 2)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """At most five days, months or years to be written beside the axis."""
        return tuple(
            Tick(x, value, _anchor(x), minor=number % 2 == 1)
            for number, (x, value) in enumerate(self._marked())
        )

    def _marked(self) -> list[tuple[float, str]]:
        for step in _DAYS:
            if (self.last - self.first).days // step < _TICKS:
                return [
                    (self.at(day), _day(day, first=day == self.first)) for day in self._of(step)
                ]
        step = next((one for one in _MONTHS if len(self._months(one)) <= _TICKS), _MONTHS[-1])
        months = (dt.date(number // _YEAR, number % _YEAR + 1, 1) for number in self._months(step))
        return [(self.at(day), _month(day, step)) for day in months][:_TICKS]

    def _of(self, step: int) -> Iterator[dt.date]:
        long = (self.last - self.first).days
        return (self.first + dt.timedelta(days=at) for at in range(0, long + 1, step))

    def _months(self, step: int) -> range:
        """Every so many months those whose first day lies within, counted from the year 0."""
        start = self.first.year * _YEAR + self.first.month - (1 if self.first.day == 1 else 0)
        end = self.last.year * _YEAR + self.last.month - 1
        return range(-(-start // step) * step, end + 1, step)


def _anchor(x: float) -> str:
    edge = 10
    return "start" if x < edge else "end" if x > 100 - edge else "middle"


def _day(day: dt.date, *, first: bool) -> str:
    return day.isoformat() if first else f"XXXX{day.isoformat()[4:]}"


def _month(day: dt.date, step: int) -> str:
    return f"{day.year:04d}" if step >= _YEAR else f"{day.year:04d}-{day.month:02d}"


def tick_words(value: str, language: str) -> str:
    """A day, month or year beside an axis, short: `16/3/2024`, `16/4`, `T4/2024`, `2024`."""
    if value.isdecimal():
        return value
    year, _, rest = value.partition("-")
    if rest.isdecimal() and year.isdecimal() and language == "vi":
        return phrase("tick_month", language).format(month=int(rest), year=year)
    return date_words(value, language)


def days_of(said: str | None, published: str | None) -> tuple[dt.date, dt.date] | None:
    """The days that a TIMEX3 value covers, or else the day of publication; None without both."""
    return (days(said) if said else None) or (days(published[:10]) if published else None)
