"""TIMEX3 values as intervals of days, to be compared and ordered."""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_HALF = re.compile(r"(\d{4})-H([12])$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_YEAR = re.compile(r"(\d{4})$")
_SEASONS = {"SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12)}
_MONTHS_OF: tuple[tuple[re.Pattern[str], Callable[[str], tuple[int, int]]], ...] = (
    (_MONTH, lambda month: (int(month), int(month))),
    (_QUARTER, lambda quarter: (3 * int(quarter) - 2, 3 * int(quarter))),
    (_HALF, lambda half: (6 * int(half) - 5, 6 * int(half))),
    (_SEASON, lambda season: _SEASONS[season]),
    (_YEAR, lambda _: (1, 12)),
)
Days = tuple[dt.date, dt.date]


@lru_cache(maxsize=8192)
def days(value: str) -> Days | None:
    """The first and last day of a calendar value; None for anything vaguer than a year."""
    try:
        return _days(value)
    except (OverflowError, ValueError):
        return None


def _days(value: str) -> Days | None:
    if match := _DAY.match(value):
        day = dt.date(*(int(group) for group in match.groups()))
        return day, day
    if match := _WEEK.match(value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + dt.timedelta(days=5 if match[3] else 0), monday + dt.timedelta(days=6))
    for pattern, months in _MONTHS_OF:
        if match := pattern.match(value):
            return _months(int(match[1]), *months(match[match.re.groups]))
    return None


def _months(year: int, first: int, last: int) -> Days:
    end = calendar.monthrange(year, last)[1]
    return dt.date(year, first, 1), dt.date(year, last, end)


@lru_cache(maxsize=8192)
def spans_around(value: str) -> tuple[str, ...]:
    """A calendar value and the wider ones that its days lie in: week, month, quarter, half, year.

    `2024-03-16` lies in `2024-W11`, `2024-03`, `2024-Q1`, `2024-SP` and `2024`.
    """
    span = days(value)
    if span is None:
        return (value,)
    first = span[0]
    week = f"{first.isocalendar()[0]:04d}-W{first.isocalendar()[1]:02d}"
    season = next(name for name, (low, high) in _SEASONS.items() if low <= first.month <= high)
    wider = (
        *(week, f"{week}-WE", f"{first.year:04d}-{first.month:02d}"),
        *(f"{first.year:04d}-Q{(first.month + 2) // 3}", f"{first.year:04d}-{season}"),
        *(f"{first.year:04d}-H{(first.month + 5) // 6}", f"{first.year:04d}"),
    )
    return tuple(dict.fromkeys((value, *(one for one in wider if _holds(one, span)))))


def _holds(value: str, inner: Days) -> bool:
    outer = days(value)
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def shifted(day: str, by: int) -> str:
    """The day (ISO 8601) so many days later, before for a negative number; none before the first
    or after the last day that a calendar has.
    """
    wanted = dt.date.fromisoformat(day).toordinal() + by
    return dt.date.fromordinal(min(max(wanted, 1), dt.date.max.toordinal())).isoformat()


def day_value(value: str) -> str:
    """The value without the part of the day: `2024-05-03TMO` is `2024-05-03`."""
    return value.partition("T")[0] if _DAY.match(value) else value


def compatible(one: str, other: str) -> bool:
    """Whether one value lies inside the other: `2024-03` and `2024-03-16` do."""
    a, b = days(one), days(other)
    if a is None or b is None:
        return False
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def length(value: str) -> int:
    """The number of days that a value covers, 0 when it is none of the calendar."""
    span = days(value)
    return (span[1] - span[0]).days + 1 if span else 0
