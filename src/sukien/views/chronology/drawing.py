"""A timeline as lines, points and texts with their places: what a template writes as SVG."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.views.chronology.labels import wrapped
from sukien.views.chronology.marks import Bar, Event, Mark
from sukien.views.chronology.ticks import Tick
from sukien.views.chronology.windows import Window, hull, window_of

_READING, _READING_WIDTH = 13.0, 830.0
_TODAY = 150.0
_THICK = 6.0


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Point(NamedTuple):
    """A mark at its place. `window` is what a group opens into, None where nothing would part.

    `bar` is the short bar of an event whose day is not known, None for a point.
    """

    x: float
    y: float
    radius: float
    bar: Box | None
    events: tuple[Event, ...]
    main: Event
    window: Window | None

    @property
    def is_group(self) -> bool:
        """Whether it stands for several events."""
        return len(self.events) > 1

    @property
    def more(self) -> int:
        """How many events it has besides the one that it is named for."""
        return len(self.events) - 1

    @property
    def is_new(self) -> bool:
        """Whether one of its events is new."""
        return any(event.new for event in self.events)

    @property
    def first(self) -> Event:
        """The earliest of its events."""
        return min(self.events, key=lambda event: event.number)

    @property
    def dates(self) -> tuple[str, ...]:
        """The date of its first event, and of its last where that is another."""
        ordered = sorted(self.events, key=lambda event: event.stretch)
        return tuple(dict.fromkeys((ordered[0].date, ordered[-1].date)))

    @property
    def reading(self) -> str:
        """The text in one line of a wide drawing."""
        return "".join(wrapped(self.main.text, _READING, _READING_WIDTH, 1))

    @property
    def kind(self) -> str:
        """Words for the style sheet: what it is, and how it stands to the story."""
        shape = "is-group" if self.is_group else "is-bar" if self.bar else "is-dot"
        return " ".join((shape, *stands(self.main), *(("is-new",) if self.is_new else ())))


class Label(NamedTuple):
    """A text beside a point: the line that leads to it, and the lines of the text."""

    point: Point
    leader: tuple[tuple[float, float], ...]
    x: float
    y: float
    anchor: str
    lines: tuple[str, ...]

    @property
    def path(self) -> str:
        """The leader as the data of an SVG path."""
        return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in self.leader)


class Beam(NamedTuple):
    """A long bar with its text."""

    box: Box
    event: Event
    text_x: float
    text_y: float
    anchor: str
    line: str

    @property
    def kind(self) -> str:
        """Words for the style sheet."""
        new = ("is-new",) if self.event.new else ()
        return " ".join(("is-beam", *stands(self.event), *new))


class Scratch(NamedTuple):
    """A mark of the axis; `anchor` is the end of its words that stands at it."""

    at: float
    tick: Tick
    anchor: str = "start"


class Density(NamedTuple):
    """How many articles came when: the outline as path data, the unit counted by, the most."""

    path: str
    unit: str
    most: int


class Drawing(NamedTuple):
    """All of it, in a box of `width` and `height`; `line` is where the points stand.

    `today` is the place of the day of the last article, None outside the window; `end` that of the
    window's last moment. `left_out` is how many events are not drawn because there is no room.
    """

    width: float
    height: float
    line: float
    axis: float
    points: tuple[Point, ...]
    labels: tuple[Label, ...]
    beams: tuple[Beam, ...]
    scratches: tuple[Scratch, ...]
    density: Density | None
    today: float | None
    end: float
    left_out: int

    @property
    def ahead(self) -> float:
        """How far the window goes on after the last article."""
        return round(self.end - self.today, 1) if self.today is not None else 0.0

    @property
    def today_anchor(self) -> str:
        """To which side the words beside the day of the last article go."""
        return "end" if (self.today or 0.0) > self.end - _TODAY else "start"

    def label_of(self, event: Event) -> Label | None:
        """The text beside an event, where there was room for one."""
        found = (one for one in self.labels if one.point.main.number == event.number)
        return next(found, None)


def number(value: float) -> str:
    """A place in a drawing, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def stands(event: Event) -> tuple[str, ...]:
    """How an event stands to its story."""
    if event.upcoming:
        return ("is-planned",)
    return ("is-back",) if event.background else ()


def point_of(mark: Mark, x: float, y: float, shown: Window, *, lies: bool = True) -> Point:
    """The mark at its place; `lies` where the line goes from left to right."""
    return Point(
        x=round(x, 1),
        y=round(y, 1),
        radius=round(mark.radius, 1),
        bar=_bar(x, y, mark.half, lies=lies) if mark.half else None,
        events=mark.events,
        main=mark.main,
        window=_inside(mark, shown),
    )


def points_of(mark: Mark, y: float, shown: Window) -> Iterator[Point]:
    """The mark on a line that lies; of a stack a point each, what weighs most on top."""
    if not mark.stack or len(mark.events) == 1:
        yield point_of(mark, mark.at, y, shown)
        return
    pairs = sorted(zip(mark.events, mark.stack, strict=True), key=lambda pair: pair[0].weight)
    below = -pairs[0][1]
    for event, radius in pairs:
        y -= below + radius
        yield point_of(Mark((event,), mark.at, radius), mark.at, y, shown)
        below = radius


def _bar(x: float, y: float, half: float, *, lies: bool) -> Box:
    along, across = (half, _THICK / 2) if lies else (_THICK / 2, half)
    places = (x - along, y - across, 2 * along, 2 * across)
    return Box(*(round(place, 1) for place in places))


def _inside(mark: Mark, shown: Window) -> Window | None:
    """The window that a group opens into, with a little room around it."""
    inner = hull(event.stretch for event in mark.events)
    if len(mark.events) == 1 or inner is None or inner.length == 1:
        return None
    span, most = inner.stretch, shown.stretch
    room = max(1.0, span.width // 10)
    wider = window_of(max(most.start, span.start - room), min(most.end, span.end + room))
    return wider if wider.length < shown.length else None


def seen(bars: Sequence[Bar], rows: Sequence[int | None]) -> list[tuple[Bar, int]]:
    """The bars that have a row."""
    return [(bar, row) for bar, row in zip(bars, rows, strict=True) if row is not None]
