"""A figure as a chart: its statements over time, hedges as ranges, pairs that contradict joined."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sukien.views.charts.scales import DayScale, Tick, ValueScale, days_of, drawable, value_scale
from sukien.views.language import LANGUAGES
from sukien.views.numbers import number_words

HEIGHT = 190
STRIP = 64
_TOP, _BASE = 26.0, 160.0
_MIDDLE = 30.0
_BESIDE = 1.0  # how far, in spans of the figure's own values, one beside it may lie to be drawn
_REACH = 0.5  # how far beyond the values a range may stretch the axis
_MARKS = 30
_LABELS = 4
_ROOMS = (3, 6, 9, 12)
_DODGE = 12.0
_NEAR = (1.5, 9.0)
_LABEL_ROOM = 26.0
_SHORT = (4.0, 48.0)
_ASIDE = 20.0
_UP = frozenset(("more_than", "at_least"))
_DOWN = frozenset(("less_than", "at_most"))


class Stated(NamedTuple):
    """A statement as a chart sees it; `said` is whether somebody named says it, `beside` whether
    it counts something else.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    mod: str | None = None
    date: str | None = None
    published: str | None = None
    said: bool = False
    beside: bool = False


class Whisker(NamedTuple):
    """The range of a hedge, from `high` down to `low` in pixels from the mark; open ends go on."""

    high: float
    low: float
    open_high: bool
    open_low: bool


class FigureMark(NamedTuple):
    """Statements that stand on one place: `of` numbers them, the first is linked.

    `dx` moves the mark aside, in pixels; `since` and `until` are where the days begin and end that
    a vaguer date covers; `by_publication` says that the day is only that of publication.
    """

    x: float
    y: float
    dx: float
    radius: float
    of: tuple[int, ...]
    said: bool
    beside: bool
    whisker: Whisker | None
    since: float | None
    until: float | None
    by_publication: bool

    @property
    def scale(self) -> float:
        """By how much a square of eight pixels grows for an area like the circle's."""
        return round(self.radius / 4.4, 2)


class Stretch(NamedTuple):
    """A straight line between two places."""

    x1: float
    y1: float
    x2: float
    y2: float


class Joined(NamedTuple):
    """A pair that a verdict joins: the line, and where the verdict's glyph stands."""

    verdict: str
    line: Stretch
    x: float
    dx: float
    y: float


class Label(NamedTuple):
    """A value written above its mark: of which statement, where."""

    of: int
    x: float
    dx: float
    y: float
    anchor: str


class GridLine(NamedTuple):
    """A value of the axis and where it stands: down in a chart, across in a strip."""

    value: float
    at: float


class FigureChart(NamedTuple):
    """A figure drawn. `kind` is `time`, or `strip` where only values differ and no days.

    `left_out` is how many statements have no day, no value or no place within the axis.
    """

    kind: str
    height: int
    marks: tuple[FigureMark, ...]
    steps: tuple[Stretch, ...]
    joined: tuple[Joined, ...]
    labels: tuple[Label, ...]
    grid: tuple[GridLine, ...]
    ticks: tuple[Tick, ...]
    broken: bool
    left_out: int

    @property
    def base(self) -> float:
        """Where the lowest value stands."""
        return _BASE

    @property
    def floor(self) -> int:
        """Where the days or values below stand."""
        return self.height - 5

    @property
    def room(self) -> int:
        """How many letters the longest value beside the axis has, up to the next step."""
        words = (number_words(line.value, one) for line in self.grid for one in LANGUAGES)
        longest = max(map(len, words), default=0)
        return next((room for room in _ROOMS if room >= longest), _ROOMS[-1])

    @property
    def by_publication(self) -> bool:
        """Whether some statements stand on the day of publication for want of another."""
        return self.kind == "time" and any(mark.by_publication for mark in self.marks)


class _Placed(NamedTuple):
    number: int
    stated: Stated
    value: float
    days: tuple[dt.date, dt.date] | None


def figure_chart(
    statements: Sequence[Stated],
    *,
    pairs: Iterable[tuple[int, int, str]] = (),
    told: Sequence[int] = (),
    stepped: bool = False,
) -> FigureChart | None:
    """The chart of a figure; None where its own statements do not differ, or cannot be shown.

    `pairs` are statements that contradict each other, with their verdict; `told` those whose values
    are written out. `stepped` joins the values of one day each by steps.
    """
    placed = [one for one in map(_placed, range(len(statements)), statements) if one is not None]
    own = [one for one in placed if not one.stated.beside]
    if len({one.value for one in own}) < 2:
        return None
    scale = value_scale(_stretched(own, placed))
    dated = [one for one in placed if one.days is not None]
    over_time = len({one.days for one in dated if not one.stated.beside}) > 1
    drawn = [one for one in (dated if over_time else placed) if _fits(one, scale)][:_MARKS]
    left_out = len(statements) - len(drawn)
    if not over_time or len({one.value for one in drawn if not one.stated.beside}) < 2:
        return _strip([one for one in placed if _fits(one, scale)][:_MARKS], scale, len(statements))
    days = _day_scale(drawn)
    marks = _dodged(_marks(drawn, scale, days))
    return FigureChart(
        kind="time",
        height=HEIGHT,
        marks=marks,
        steps=_steps(drawn, scale, days) if stepped else (),
        joined=_joined(marks, pairs),
        labels=_labels(marks, told),
        grid=tuple(GridLine(value, _y(value, scale)) for value in scale.marked),
        ticks=days.ticks,
        broken=scale.broken,
        left_out=left_out,
    )


def _placed(number: int, stated: Stated) -> _Placed | None:
    value = stated.value
    if value is None and drawable(stated.low) and drawable(stated.high):
        value = (stated.low + stated.high) / 2  # type: ignore[operator]
    if value is None or not drawable(value):
        return None
    return _Placed(number, stated, float(value), days_of(stated.date, stated.published))


def _stretched(own: Sequence[_Placed], placed: Sequence[_Placed]) -> list[float]:
    """The values that the axis must hold: the own ones, what stands beside them and the ranges,
    as far as these leave the own ones their room.
    """
    values = [one.value for one in own]
    low, high = min(values), max(values)
    span = max(high - low, abs(high) / 2, abs(low) / 2)
    near = [one.value for one in placed if one.stated.beside]
    held = [v for v in near if low - _BESIDE * span <= v <= high + _BESIDE * span]
    ends = [v for one in own for v in (one.stated.low, one.stated.high) if drawable(v)]
    reach = _REACH * span
    held += [min(high + reach, max(low - reach, v)) for v in ends if v is not None]
    return values + held


def _fits(one: _Placed, scale: ValueScale) -> bool:
    return scale.low <= one.value <= scale.high


def _day_scale(drawn: Sequence[_Placed]) -> DayScale:
    spans = [one.days for one in drawn if one.days is not None]
    return DayScale(min(span[0] for span in spans), max(span[1] for span in spans))


def _y(value: float, scale: ValueScale) -> float:
    return round(_BASE - (_BASE - _TOP) * scale.share(value), 2)


def _x(one: _Placed, days: DayScale) -> float:
    return days.spread(*one.days) if one.days else 50.0


def _marks(drawn: Sequence[_Placed], scale: ValueScale, days: DayScale) -> list[FigureMark]:
    """Statements of one value, day and manner stand on one mark."""
    groups: dict[tuple[object, ...], list[_Placed]] = {}
    for one in drawn:
        stated = one.stated
        key = (one.days, one.value, stated.mod, stated.said, stated.beside)
        groups.setdefault(key, []).append(one)
    return [_mark(group, scale, days) for group in groups.values()]


def _mark(group: Sequence[_Placed], scale: ValueScale, days: DayScale) -> FigureMark:
    first, y = group[0], _y(group[0].value, scale)
    since, until = first.days or (None, None)
    vague = since is not None and until is not None and since != until
    return FigureMark(
        x=_x(first, days),
        y=y,
        dx=0.0,
        radius=_radius(len(group)),
        of=tuple(one.number for one in group),
        said=first.stated.said,
        beside=first.stated.beside,
        whisker=_whisker(first.stated, y, scale),
        since=days.at(since) if vague and since else None,
        until=days.at(until) if vague and until else None,
        by_publication=not first.stated.date,
    )


def _radius(count: int) -> float:
    return round(min(8.0, 4.0 + 1.2 * math.sqrt(count - 1)), 1)


def _whisker(stated: Stated, y: float, scale: ValueScale) -> Whisker | None:
    """The range that the words allow; an open end is drawn a little way."""
    if stated.mod is None and stated.low == stated.high:
        return None
    up, down = stated.mod in _UP, stated.mod in _DOWN
    high, past_high = _end(stated.high, y, scale, -1) if not up else (y - 20.0, True)
    low, past_low = _end(stated.low, y, scale, 1) if not down else (y + 20.0, True)
    top, bottom = (y if down else high), (y if up else low)
    if top == bottom:
        return None
    return Whisker(
        high=round(max(4.0, top) - y, 2),
        low=round(min(_BASE + 8.0, bottom) - y, 2),
        open_high=not down and past_high,
        open_low=not up and past_low,
    )


def _end(value: float | None, y: float, scale: ValueScale, way: int) -> tuple[float, bool]:
    """Where a range ends, and whether it goes on beyond the axis."""
    if value is None or not drawable(value):
        return y, False
    past = value > scale.high if way < 0 else value < scale.low
    return _y(value, scale), past


def _dodged(marks: Sequence[FigureMark]) -> tuple[FigureMark, ...]:
    """Marks that would cover each other, side by side."""
    done: list[FigureMark] = []
    for mark in marks:
        near = sum(
            abs(one.x - mark.x) < _NEAR[0] and abs(one.y - mark.y) < _NEAR[1] for one in done
        )
        way = -1 if mark.x > 50 else 1
        done.append(mark._replace(dx=way * _DODGE * min(near, 4)))
    return tuple(done)


def _steps(drawn: Sequence[_Placed], scale: ValueScale, days: DayScale) -> tuple[Stretch, ...]:
    """The course of the own values, from day to day; a day of several values breaks it."""
    by_day: dict[float, set[float]] = {}
    for placed in drawn:
        if not placed.stated.beside:
            by_day.setdefault(_x(placed, days), set()).add(_y(placed.value, scale))
    found: list[Stretch] = []
    for (x1, one), (x2, other) in pairwise(sorted(by_day.items())):
        if len(one) == len(other) == 1:
            (y1,), (y2,) = one, other
            found += [Stretch(x1, y1, x2, y1), Stretch(x2, y1, x2, y2)]
    return tuple(line for line in found if line[:2] != line[2:])


def _joined(
    marks: Sequence[FigureMark], pairs: Iterable[tuple[int, int, str]]
) -> tuple[Joined, ...]:
    home = {number: mark for mark in marks for number in mark.of}
    found: list[Joined] = []
    for one, other, verdict in pairs:
        if one in home and other in home and home[one] is not home[other]:
            a, b = home[one], home[other]
            line = Stretch(a.x, a.y, b.x, b.y)
            x, y = round((a.x + b.x) / 2, 2), round((a.y + b.y) / 2, 2)
            found.append(Joined(verdict, line, x, _aside(line), y))
    return tuple(found)


def _aside(line: Stretch) -> float:
    """How far a glyph moves aside from marks that stand too close for it to fit between them."""
    if abs(line.x1 - line.x2) > _SHORT[0] or abs(line.y1 - line.y2) > _SHORT[1]:
        return 0.0
    return -_ASIDE if line.x1 > 100 - 2 * _SHORT[0] else _ASIDE


def _labels(marks: Sequence[FigureMark], told: Sequence[int]) -> tuple[Label, ...]:
    """The values written out, above their marks, where they do not cover each other."""
    home = {number: mark for mark in marks for number in mark.of}
    found: list[Label] = []
    for number in told:
        mark = home.get(number)
        if mark is None or len(found) == _LABELS:
            continue
        top = min(mark.y - mark.radius, mark.y + (mark.whisker.high if mark.whisker else 0.0))
        label = Label(number, mark.x, mark.dx, round(max(10.0, top - 6), 2), _anchored(mark.x))
        if all(abs(one.x - label.x) > _LABEL_ROOM or abs(one.y - label.y) > 14 for one in found):
            found.append(label)
    return tuple(found)


def _anchored(x: float) -> str:
    edge = 12
    return "start" if x < edge else "end" if x > 100 - edge else "middle"


def _strip(drawn: Sequence[_Placed], scale: ValueScale, all_of: int) -> FigureChart | None:
    """The values alone, on one line."""
    if len({one.value for one in drawn if not one.stated.beside}) < 2:
        return None
    groups: dict[tuple[float, bool, bool], list[_Placed]] = {}
    for one in drawn:
        groups.setdefault((one.value, one.stated.said, one.stated.beside), []).append(one)
    marks = (
        FigureMark(
            x=_across(value, scale), y=_MIDDLE, dx=0.0, radius=_radius(len(group)),
            of=tuple(one.number for one in group), said=said, beside=beside,
            whisker=None, since=None, until=None, by_publication=False,
        )
        for (value, said, beside), group in groups.items()
    )  # fmt: skip
    return FigureChart(
        kind="strip",
        height=STRIP,
        marks=_dodged(list(marks)),
        steps=(),
        joined=(),
        labels=(),
        grid=tuple(GridLine(value, _across(value, scale)) for value in scale.marked),
        ticks=(),
        broken=scale.broken,
        left_out=all_of - len(drawn),
    )


def _across(value: float, scale: ValueScale) -> float:
    return round(4 + 92 * scale.share(value), 2)
