"""The marks of an axis of time: years, quarters, months, weeks, days or hours, as they fit."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sukien.views.chronology.stretches import LAST, Stretch, iso
from sukien.views.dates import date_words
from sukien.views.language import LANGUAGES, phrase

_WEEK, _YEAR, _MONTHS = 7, 365.25, 12
_HOUR = 1 / 24
_EDGE = 1e-6


class Unit(NamedTuple):
    """A step of an axis: its name, its usual number of days, and its moments within a stretch."""

    name: str
    days: float
    moments: Callable[[Stretch], Iterator[float]]


class Tick(NamedTuple):
    """A moment of an axis: the unit it begins, the day, and the hour of it.

    `context` says that the wider unit begins anew, which is named under it.
    """

    moment: float
    unit: str
    day: str
    hour: int
    context: bool


def _every(step: float) -> Callable[[Stretch], Iterator[float]]:
    """Moments each so many days, hours counted from midnight, days from the first of all."""

    def moments(within: Stretch) -> Iterator[float]:
        first = -int(-(within.start - _EDGE) // step)
        last = int((within.end + _EDGE) // step)
        return (number * step for number in range(first, last + 1))

    return moments


def _mondays(within: Stretch) -> Iterator[float]:
    start = int(within.start - _EDGE) + 1
    monday = start + (-(start - 1)) % _WEEK
    return (float(day) for day in range(monday, int(within.end) + 1, _WEEK))


def _months(step: int) -> Callable[[Stretch], Iterator[float]]:
    """First days of every so many months, January among them."""

    def moments(within: Stretch) -> Iterator[float]:
        first = dt.date.fromisoformat(iso(within.start))
        number = (first.year * _MONTHS + first.month - 1) // step * step
        while number // _MONTHS <= dt.date.max.year:
            moment = _month_start(number)
            if moment > within.end:
                return
            if moment >= within.start - _EDGE:
                yield moment
            number += step

    return moments


def _month_start(number: int) -> float:
    year, month = divmod(number, _MONTHS)
    return float(dt.date(max(1, year), month + 1, 1).toordinal()) if year else 0.0


_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
UNITS = (
    *(Unit("hour", hours * _HOUR, _every(hours * _HOUR)) for hours in (1, 2, 3, 6, 12)),
    Unit("day", 1, _every(1)),
    Unit("week", _WEEK, _mondays),
    Unit("month", _YEAR / 12, _months(1)),
    Unit("quarter", _YEAR / 4, _months(3)),
    *(Unit("year", _YEAR * years, _months(_MONTHS * years)) for years in _STEPS),
)
"""From the finest to the widest."""

_BINS = ("day", "week", "month", "quarter", "year")


def ticks(within: Stretch, most: int) -> tuple[Tick, ...]:
    """At most about so many moments of the finest unit that fits, in order."""
    fits = (unit for unit in UNITS if within.width / unit.days <= max(1, most))
    unit = next(fits, UNITS[-1])
    found: list[Tick] = []
    for moment in unit.moments(within):
        if moment <= LAST + 1:
            found.append(_tick(moment, unit.name, found[-1] if found else None))
    return tuple(found)


def bins(within: Stretch, most: int) -> tuple[str, tuple[float, ...]]:
    """The finest of day to year that gives at most so many, and the moments that part them."""
    one_each = [unit for unit in UNITS if unit.name in _BINS and unit.days <= _YEAR]
    fits = (unit for unit in one_each if within.width / unit.days <= most)
    unit = next(fits, one_each[-1])
    inner = [moment for moment in unit.moments(within) if within.start < moment < within.end]
    return unit.name, (within.start, *inner, within.end)


def _tick(moment: float, unit: str, before: Tick | None) -> Tick:
    day = iso(moment + _EDGE)
    hour = round((moment + _EDGE) % 1 / _HOUR) % 24 if unit == "hour" else 0
    cut = _CONTEXT[unit]
    return Tick(
        moment, unit, day, hour, cut > 0 and (before is None or before.day[:cut] != day[:cut])
    )


_CONTEXT = {"hour": 10, "day": 7, "week": 4, "month": 4, "quarter": 4, "year": 0}
"""How many characters of a day name the wider unit that is written beneath."""


def moment_words(tick: Tick, language: str = LANGUAGES[0]) -> str:
    """What stands at a mark of the axis: `6 giờ`, `16/3`, `tháng 3`, `quý I`, `2024`."""
    if tick.unit == "hour":
        return phrase("tick_hour", language).format(hour=tick.hour)
    if tick.unit == "year":
        return _year_of(tick)
    month = int(tick.day[5:7])
    value = {"month": f"XXXX-{month:02}", "quarter": f"XXXX-Q{(month + 2) // 3}"}
    return date_words(value.get(tick.unit, f"XXXX{tick.day[4:]}"), language)


def context_words(tick: Tick, language: str = LANGUAGES[0]) -> str:
    """The wider unit under the mark: the day of hours, the month of days, the year of months."""
    cut = _CONTEXT[tick.unit]
    return date_words(tick.day[:cut], language) if cut > len("2024") else _year_of(tick)


def _year_of(tick: Tick) -> str:
    return str(int(tick.day[:4]))
