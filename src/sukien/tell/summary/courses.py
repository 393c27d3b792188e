"""How the figures of a story went from day to day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import pairwise

from sukien.model import Course, Figure, FigurePoint, Stated
from sukien.tell.dates import days

_CLOSE = 0.01


def courses(figures: Iterable[Figure], told: Mapping[str, str | None]) -> tuple[Course, ...]:
    """The figures that were told with several values; `told` is the day of each article."""
    made = (Course(about=one.about, values=_values(one, told)) for one in figures)
    return tuple(one for one in made if _moves(one.values))


def _values(figure: Figure, told: Mapping[str, str | None]) -> tuple[Stated, ...]:
    """Of each day the statement of the latest date, of several the last."""
    by_day: dict[str, FigurePoint] = {}
    for point in figure.points:
        day = told.get(point.article) or ""
        if day not in by_day or as_of(point) >= as_of(by_day[day]):
            by_day[day] = point
    return tuple(Stated(told=day or None, point=by_day[day]) for day in sorted(by_day))


def as_of(point: FigurePoint) -> dt.date:
    """The first day that a statement speaks of; the earliest of all where it names none."""
    span = days(point.date) if point.date else None
    return span[0] if span else dt.date.min


def _moves(values: Iterable[Stated]) -> bool:
    return any(differ(one.point, other.point) for one, other in pairwise(values))


def differ(one: FigurePoint, other: FigurePoint) -> bool:
    """Whether two statements have values that are not nearly the same."""
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) > _CLOSE * max(abs(one.value), abs(other.value))
