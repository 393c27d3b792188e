"""How many articles were published when, as an outline along the axis."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sukien.views.chronology.marks import Scale
from sukien.views.chronology.stretches import Stretch, ordinal
from sukien.views.chronology.ticks import bins


class Histogram(NamedTuple):
    """Numbers of articles between moments; `unit` is day, week, month, quarter or year."""

    unit: str
    counts: tuple[int, ...]
    borders: tuple[float, ...]

    @property
    def most(self) -> int:
        """The greatest of the numbers."""
        return max(self.counts, default=0)


def histogram(days: Sequence[tuple[str, int]], within: Stretch, most: int) -> Histogram:
    """Articles by the finest unit that gives at most so many numbers."""
    unit, borders = bins(within, most)
    found = [0] * (len(borders) - 1)
    for day, articles in days:
        moment = ordinal(day)
        if within.start <= moment < within.end:
            found[bisect_right(borders, moment) - 1] += articles
    return Histogram(unit, tuple(found), borders)


def steps(found: Histogram, scale: Scale, height: float) -> tuple[tuple[float, float], ...]:
    """The outline: places along the axis, each with how far it stands off there."""
    unit = height / max(1, found.most)
    path: list[tuple[float, float]] = [(scale.at(found.borders[0]), 0.0)]
    for count, (start, end) in zip(found.counts, pairwise(found.borders), strict=True):
        path += [(scale.at(start), count * unit), (scale.at(end), count * unit)]
    return (*path, (scale.at(found.borders[-1]), 0.0))
