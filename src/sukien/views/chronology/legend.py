"""What the shapes of a timeline mean, as far as they are drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from sukien.views.chronology.drawing import Drawing
from sukien.views.chronology.marks import Event, radii

_SIZES = (1, 3, 10, 30, 100, 300, 1000)
_SHOWN = 3
_ROOM = 5.0


class Size(NamedTuple):
    """A point of the legend: how many sources it stands for."""

    sources: int
    x: float
    radius: float


class Legend(NamedTuple):
    """Points of up to three sizes, in a box of `width`; and which other shapes there are."""

    sizes: tuple[Size, ...]
    width: float
    groups: bool
    bars: bool
    background: bool
    planned: bool


def legend(events: Sequence[Event], *drawings: Drawing) -> Legend:
    """The legend of what is drawn, in any of the drawings."""
    points = [point for drawing in drawings for point in drawing.points]
    sizes = _sizes(events)
    return Legend(
        sizes=sizes,
        width=round(sizes[-1].x + sizes[-1].radius + _ROOM, 1),
        groups=any(point.is_group for point in points),
        bars=any(one.beams for one in drawings) or any(one.bar for one in points),
        background=any(event.background for event in events),
        planned=any(event.upcoming for event in events),
    )


def _sizes(events: Sequence[Event]) -> tuple[Size, ...]:
    """One source, the most, and a usual number between."""
    most = max((event.sources for event in events), default=1)
    between = [size for size in _SIZES if size < most][-(_SHOWN - 1) :]
    wanted, sizes, at = sorted({1, *between[-1:], max(1, most)}), radii(events), _ROOM
    found = []
    for sources in wanted:
        radius = round(sizes.of(sources), 1)
        found.append(Size(sources, round(at + radius, 1), radius))
        at += 2 * radius + _ROOM
    return tuple(found)
