"""The timeline across a wide page: texts above the line, long bars and the axis below it."""

from collections.abc import Sequence
from typing import NamedTuple

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
    points_of,
    seen,
)
from sukien.views.chronology.labels import Flag, hung, rows, text_width, wrapped
from sukien.views.chronology.marks import STACKED, Bar, Event, Mark, Scale, marks, radii
from sukien.views.chronology.stretches import ordinal
from sukien.views.chronology.ticks import Tick, ticks
from sukien.views.chronology.windows import Window
from sukien.views.dates import date_words

WIDTH = 1000.0
SIZE = 13.0
_EDGE = 18.0
_TOP = 24.0
_LANE, _LANES, _LINE = 49.0, 5, 15.0
_TEXT, _LINES, _LABELS = 172.0, 2, 24
_ROW, _ROWS, _BEAM_TEXT = 27.0, 4, 330.0
_BEAM_THICK = 7.0
_TICKS, _TICK_TEXT = 16, 60.0
_BINS = 240
_AXIS_TEXT, _DENSITY = 36.0, 26.0


class Told(NamedTuple):
    """What a drawing is of: events within a window, articles by day, the last article's day."""

    events: tuple[Event, ...]
    days: tuple[tuple[str, int], ...]
    window: Window
    today: str | None


class Levels(NamedTuple):
    """How far below the top the lanes of texts end, and where line, bars, axis and articles are."""

    lanes: float
    line: float
    beams: float
    axis: float
    density: float

    @property
    def height(self) -> float:
        """The whole height."""
        return self.density + _DENSITY + 2


def wide(told: Told) -> Drawing:
    """The drawing for columns from 50 rem on."""
    scale = Scale(told.window.stretch, _EDGE, WIDTH - 2 * _EDGE)
    points, bars = marks(told.events, scale, radii(told.events), stacked=STACKED)
    flags = _hung(points)
    boxes = [_box(bar) for bar in bars]
    places = rows(boxes, _ROWS)
    shown = seen(bars, places)
    level = _levels(points, max((lane for *_, lane in flags), default=0), shown)
    return Drawing(
        width=WIDTH,
        height=level.height,
        line=level.line,
        axis=level.axis,
        points=tuple(one for mark in points for one in points_of(mark, level.line, told.window)),
        labels=tuple(_label(mark, flag, lane, level, told.window) for mark, flag, lane in flags),
        beams=tuple(_beam(bar, row, level) for bar, row in shown),
        scratches=tuple(
            _scratch(round(scale.at(one.moment), 1), one) for one in ticks(scale.within, _TICKS)
        ),
        density=_density(histogram(told.days, scale.within, _BINS), scale, level),
        today=today_at(told, scale),
        end=scale.offset + scale.length,
        left_out=len(bars) - len(shown),
    )


def today_at(told: Told, scale: Scale) -> float | None:
    """Where the day of the last article ends, if that is in the window."""
    if told.today is None:
        return None
    end = ordinal(told.today) + 1
    inside = scale.within.start < end <= scale.within.end
    return round(scale.at(end), 1) if inside else None


def texts(mark: Mark, width: float, lines: int) -> tuple[str, ...]:
    """The text of a mark's weightiest event, in lines."""
    return wrapped(mark.main.text, SIZE, width, lines)


def _hung(points: Sequence[Mark]) -> list[tuple[Mark, Flag, int]]:
    """The weightiest marks that can have a text beside each other, with its lane."""
    order = sorted(points, key=lambda mark: mark.main.weight, reverse=True)
    return hung(order, _flag, lanes_at_most=_LANES, at_most=_LABELS)


def _flag(mark: Mark) -> Flag:
    when = date_words(mark.main.date) + (" (00)" if mark.is_group else "")
    widths = [text_width(when, SIZE) * 1.1] + [
        text_width(line, SIZE) for line in texts(mark, _TEXT, _LINES)
    ]
    width = max(widths) + 5
    return Flag(mark.at, width, left=mark.at + width > WIDTH)


def _levels(points: Sequence[Mark], lanes: int, shown: Sequence[tuple[Bar, int]]) -> Levels:
    below = max((mark.radius for mark in points), default=0.0)
    lanes_end = _TOP + lanes * _LANE
    line = lanes_end + 8 + max((mark.height for mark in points), default=0.0)
    beams = line + below + 8
    axis = beams + (1 + max((row for _, row in shown), default=-1)) * _ROW + 4
    return Levels(lanes=lanes_end, line=line, beams=beams, axis=axis, density=axis + _AXIS_TEXT)


def _scratch(at: float, tick: Tick) -> Scratch:
    """The words of the last mark stand before it, for they would leave the drawing."""
    return Scratch(at, tick, "end" if at > WIDTH - _TICK_TEXT else "start")


def _label(mark: Mark, flag: Flag, lane: int, level: Levels, shown: Window) -> Label:
    top = level.lanes - lane * _LANE
    side = -5 if flag.left else 5
    return Label(
        point=point_of(mark, mark.at, level.line, shown),
        leader=((mark.at, level.line - mark.height), (mark.at, top + 3)),
        x=round(mark.at + side, 1),
        y=round(top + 12, 1),
        anchor="end" if flag.left else "start",
        lines=texts(mark, _TEXT, _LINES),
    )


def _beam_line(bar: Bar) -> str:
    when = date_words(bar.event.date)
    room = _BEAM_TEXT - text_width(when, SIZE) * 1.1
    return "".join(wrapped(bar.event.text, SIZE, room, 1))


def _box(bar: Bar) -> tuple[float, float]:
    """What a long bar takes of its row: the bar and its text."""
    width = _beam_width(bar)
    if _hangs_left(bar, width):
        return (min(bar.start, bar.end - width), bar.end + 8)
    return (bar.start, max(bar.end, bar.start + width) + 8)


def _beam_width(bar: Bar) -> float:
    when = date_words(bar.event.date)
    return text_width(when, SIZE) * 1.1 + text_width(_beam_line(bar), SIZE) + 8


def _hangs_left(bar: Bar, width: float) -> bool:
    return bar.start + width > WIDTH


def _beam(bar: Bar, row: int, level: Levels) -> Beam:
    left = _hangs_left(bar, _beam_width(bar))
    top = level.beams + row * _ROW
    return Beam(
        box=Box(
            round(bar.start, 1),
            round(top + 18, 1),
            round(bar.end - bar.start, 1),
            round(min(bar.thickness, _BEAM_THICK), 1),
        ),
        event=bar.event,
        text_x=round(bar.end if left else bar.start, 1),
        text_y=round(top + 13, 1),
        anchor="end" if left else "start",
        line=_beam_line(bar),
    )


def _density(found: Histogram, scale: Scale, level: Levels) -> Density | None:
    if not found.most:
        return None
    bottom = level.density + _DENSITY
    outline = steps(found, scale, _DENSITY)
    path = "L".join(f"{number(x)} {number(bottom - off)}" for x, off in outline)
    return Density(f"M{path}Z", found.unit, found.most)
