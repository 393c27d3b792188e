"""The timeline down a narrow page: the line on the left, each text in its place beside it."""

from collections.abc import Sequence

from sukien.views.chronology.density import Histogram, histogram, steps
from sukien.views.chronology.drawing import (
    Beam,
    Box,
    Density,
    Drawing,
    Label,
    Scratch,
    number,
    point_of,
    seen,
)
from sukien.views.chronology.labels import rows, slots
from sukien.views.chronology.marks import Bar, Mark, Scale, marks, radii
from sukien.views.chronology.ticks import ticks
from sukien.views.chronology.wide import Told, texts, today_at
from sukien.views.chronology.windows import Window

WIDTH = 340.0
_TOP, _BOTTOM = 16.0, 30.0
_LINE = 92.0
_DENSITY = 14.0
_COLUMN, _COLUMNS = 7.0, 3
_SLOT, _SLOTS, _LEAST = 50.0, 11, 240.0
_FAR = 80.0
_TICK = 44.0
_BIN = 4.0


def tall(told: Told) -> Drawing:
    """The drawing for a phone and other narrow columns."""
    length = _length(told)
    scale = Scale(told.window.stretch, _TOP, length)
    points, bars = marks(told.events, scale, radii(told.events))
    shown = seen(bars, rows([(bar.start, bar.end + 2) for bar in bars], _COLUMNS))
    text_x = _LINE + 24 + _COLUMN * (1 + max((row for _, row in shown), default=-1))
    return Drawing(
        width=WIDTH,
        height=_TOP + length + _BOTTOM,
        line=_LINE,
        axis=_LINE,
        points=tuple(point_of(mark, _LINE, mark.at, told.window, lies=False) for mark in points),
        labels=_labels(
            [*points, *(_mark(bar, column) for bar, column in shown)], text_x, length, told.window
        ),
        beams=tuple(_beam(bar, column) for bar, column in shown),
        scratches=tuple(
            Scratch(round(scale.at(one.moment), 1), one)
            for one in ticks(scale.within, int(length / _TICK))
        ),
        density=_density(histogram(told.days, scale.within, int(length / _BIN)), scale),
        today=today_at(told, scale),
        end=scale.offset + scale.length,
        left_out=len(bars) - len(shown),
    )


def _length(told: Told) -> float:
    """The more there is to tell, the longer, up to a screen or so."""
    return max(_LEAST, _SLOT * min(_SLOTS, len(told.events)))


def _mark(bar: Bar, column: int) -> Mark:
    """A long bar as something that has a text: where it begins, as far from the line as it is."""
    return Mark((bar.event,), bar.start + min(12.0, (bar.end - bar.start) / 2), _off(column) + 4)


def _off(column: int) -> float:
    """How far from the line a column of long bars is."""
    return 14 + _COLUMN * column


def _labels(
    points: Sequence[Mark], text_x: float, length: float, shown: Window
) -> tuple[Label, ...]:
    chosen: list[Mark] = []
    places: list[float] = []
    for mark in sorted(points, key=lambda mark: mark.main.weight, reverse=True):
        tried = sorted([*chosen, mark], key=lambda mark: mark.at)
        found = _places(tried, length)
        if found is not None:
            chosen, places = tried, found
    pairs = zip(chosen, places, strict=True)
    return tuple(_label(mark, place, text_x, shown) for mark, place in pairs)


def _places(chosen: Sequence[Mark], length: float) -> list[float] | None:
    """Where the texts of marks stand; None where there is no room near them."""
    first, last = _TOP + 4, _TOP + length - 28
    if (len(chosen) - 1) * _SLOT > last - first:
        return None
    wanted = [mark.at for mark in chosen]
    found = slots(wanted, _SLOT, first, last)
    off = max(abs(place - at) for place, at in zip(found, wanted, strict=True))
    return found if off <= _FAR else None


def _label(mark: Mark, y: float, x: float, shown: Window) -> Label:
    return Label(
        point=point_of(mark, _LINE, mark.at, shown, lies=False),
        leader=((_LINE + mark.radius, mark.at), (x - 10, y), (x - 3, y)),
        x=x,
        y=round(y + 4, 1),
        anchor="start",
        lines=texts(mark, WIDTH - x, 2),
    )


def _beam(bar: Bar, column: int) -> Beam:
    return Beam(
        box=Box(_LINE + _off(column), round(bar.start, 1), 4.0, round(bar.end - bar.start, 1)),
        event=bar.event,
        text_x=0,
        text_y=0,
        anchor="start",
        line="",
    )


def _density(found: Histogram, scale: Scale) -> Density | None:
    if not found.most:
        return None
    right = _LINE - 18
    outline = steps(found, scale, _DENSITY)
    path = "L".join(f"{number(right - off)} {number(y)}" for y, off in outline)
    return Density(f"M{path}Z", found.unit, found.most)
