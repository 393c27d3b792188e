"""A map as shapes with their measures: coasts, signs, names, a scale and a smaller map beside."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sukien.knowledge.coordinates import islets
from sukien.views.language import LANGUAGES
from sukien.views.maps.coasts import land
from sukien.views.maps.framing import MAINLAND, VIETNAM
from sukien.views.maps.labels import Box, Label, Sign, labels, space
from sukien.views.maps.projection import Extent, Projection
from sukien.views.numbers import figure_words

WIDTH = 480.0
_LARGEST, _CROWDED, _SMALLEST = 13.0, 10.0, 4.0
_FEW = 12
_LARGER = 1.5
_REACH = 12.0
_LETTERS, _LETTERS_NARROW, _LETTERS_QUIET, _LETTERS_INSET = 12.5, 19.0, 10.0, 8.0
_NAMED, _NAMED_NARROW = 24, 8
_KM_PER_DEGREE = 111.2
_SCALE_ROOM = 110.0
_INSET, _INSET_MARGIN, _PART = 92.0, 6.0, 0.6
_SQUARES = frozenset(("country",))
_DIAMONDS = frozenset(("province", "area", "sea"))


class Spot(NamedTuple):
    """A place to be drawn: its name and kind, where it is, how much it weighs in the story, and
    whether something happened there.
    """

    name: str
    kind: str
    longitude: float
    latitude: float
    weight: float
    happened: bool


class Symbol(NamedTuple):
    """The sign of a place: `number` is the place's in the list, `reach` the radius that answers to
    a finger, `shape` square (a country), diamond (a province, a region, a sea) or circle.

    Signs have the area of a circle of `radius`, whatever their shape.
    """

    number: int
    x: float
    y: float
    radius: float
    reach: float
    shape: str
    happened: bool

    @property
    def path(self) -> str:
        """The outline of the sign as an SVG path."""
        return outline(self.shape, self.x, self.y, self.radius)


class Scale(NamedTuple):
    """A bar as long as so many kilometres in the middle of the map."""

    x: float
    y: float
    width: float
    kilometres: int

    @property
    def words(self) -> dict[str, str]:
        """The length in words, by language."""
        return {one: f"{figure_words(self.kilometres, None, one)} km" for one in LANGUAGES}


class Inset(NamedTuple):
    """A small map of all of Vietnam with the frame of the large one."""

    x: float
    y: float
    width: float
    height: float
    land: str
    islets: tuple[tuple[float, float], ...]
    names: tuple[Label, ...]
    frame: Box

    @property
    def outline(self) -> str:
        """The frame of the large map as an SVG path."""
        left, top, right, bottom = self.frame
        return f"M{left} {top}H{right}V{bottom}H{left}z"


class Drawing(NamedTuple):
    """All that a map consists of, in units of which it is `width` wide.

    `land` is an SVG path in tenths of units. `symbols` go from large to small, so that a small one
    stands on a large one; `names` and `narrow` are the names on a wide and on a narrow screen, by
    the number of their place; `quiet` are names of groups of islands.
    """

    width: float
    height: float
    world: bool
    land: str
    islets: tuple[tuple[float, float], ...]
    symbols: tuple[Symbol, ...]
    names: tuple[Label, ...]
    narrow: tuple[Label, ...]
    quiet: tuple[Label, ...]
    scale: Scale | None
    inset: Inset | None


def drawn(spots: Sequence[Spot], extent: Extent, *, world: bool) -> Drawing:
    """The map of an extent with the places that lie in it; the first is the most important."""
    projection = Projection(extent, WIDTH, world)
    symbols = _symbols(spots, projection)
    height = round(projection.height, 1)
    room = Box(2.0, 2.0, WIDTH - 2.0, height - 2.0)
    inset = None if world else _inset(extent, symbols, height)
    scale = None if world else _scale(projection, symbols, inset)
    quiet = _quiet(projection, {spot.name for spot in spots}, _LETTERS_QUIET)
    taken = [*_spaces(inset, scale), *(space(label, _LETTERS_QUIET) for label in quiet)]
    signs = [_sign(symbol, spots) for symbol in symbols]
    wide = labels(signs, room, taken, size=_LETTERS, most=_NAMED)
    narrow = labels(signs, room, taken, size=_LETTERS_NARROW, most=_NAMED_NARROW)
    return Drawing(
        width=WIDTH,
        height=height,
        world=world,
        land=land(projection),
        islets=_islets(projection),
        symbols=tuple(sorted(symbols, key=lambda one: -one.radius)),
        names=_numbered(wide, symbols),
        narrow=_numbered(narrow, symbols),
        quiet=quiet,
        scale=scale,
        inset=inset,
    )


def _symbols(spots: Sequence[Spot], projection: Projection) -> list[Symbol]:
    greatest = max((spot.weight for spot in spots), default=1.0)
    largest = _LARGEST if len(spots) <= _FEW else _CROWDED
    return [
        _symbol(number, spot, projection, math.sqrt(spot.weight / greatest) * largest)
        for number, spot in enumerate(spots, 1)
        if projection.extent.holds(spot.longitude, spot.latitude)
    ]


def _symbol(number: int, spot: Spot, projection: Projection, radius: float) -> Symbol:
    x, y = projection.at(spot.longitude, spot.latitude)
    radius = max(_SMALLEST, radius)
    return Symbol(
        number=number,
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        reach=round(max(radius, _REACH), 1),
        shape=shape_of(spot.kind),
        happened=spot.happened,
    )


def shape_of(kind: str) -> str:
    """The shape of a place's sign by its kind."""
    if kind in _SQUARES:
        return "square"
    return "diamond" if kind in _DIAMONDS else "circle"


def outline(shape: str, x: float, y: float, radius: float) -> str:
    """A square, diamond or circle around a point as an SVG path."""
    if shape == "circle":
        turn = f"a{radius} {radius} 0 1 0"
        return f"M{x - radius:.1f} {y}{turn} {2 * radius:.1f} 0{turn}-{2 * radius:.1f} 0z"
    half = radius * math.sqrt(math.pi) / 2
    if shape == "square":
        return f"M{x - half:.1f} {y - half:.1f}h{2 * half:.1f}v{2 * half:.1f}h-{2 * half:.1f}z"
    reach = half * math.sqrt(2)
    right, left = f"{reach:.1f}", f"-{reach:.1f}"
    return f"M{x - reach:.1f} {y}l{right} {left} {right} {right} {left} {right}z"


def _sign(symbol: Symbol, spots: Sequence[Spot]) -> Sign:
    return Sign(symbol.x, symbol.y, symbol.radius, spots[symbol.number - 1].name)


def _numbered(found: Iterable[Label], symbols: Sequence[Symbol]) -> tuple[Label, ...]:
    return tuple(label._replace(number=symbols[label.number].number) for label in found)


def _islets(projection: Projection) -> tuple[tuple[float, float], ...]:
    """The small islands of the East Sea; of the whole world they are too small even for dots."""
    if projection.world:
        return ()
    shown = [one for one in islets() if projection.extent.holds(one.longitude, one.latitude)]
    units = (projection.at(one.longitude, one.latitude) for one in shown)
    return tuple(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in units))


def _quiet(projection: Projection, named: set[str], size: float) -> tuple[Label, ...]:
    """The names of the groups of islands that are on the map, but for those the story names."""
    if projection.world:
        return ()
    found = []
    room = Box(0, 0, projection.width, projection.height)
    for group in dict.fromkeys(one.group for one in islets()):
        mine = [one for one in islets() if one.group == group]
        shown = all(projection.extent.holds(one.longitude, one.latitude) for one in mine)
        if shown and group not in named:
            units = [projection.at(one.longitude, one.latitude) for one in mine]
            found.append(_group(group, units, room, size))
    return tuple(label for label in found if space(label, size).within(room))


def _group(name: str, units: Sequence[tuple[float, float]], room: Box, size: float) -> Label:
    """The name of a group of islands below them, with room for the larger letters of a phone."""
    half = _LARGER * space(Label(0, 0.0, 0.0, "start", name), size).right / 2
    x = sum(x for x, _ in units) / len(units)
    x = min(max(x, room.left + half), room.right - half)
    y = min(max(y for _, y in units) + 1.1 * size, room.bottom - size / 2)
    return Label(0, round(x, 1), round(y, 1), "middle", name)


def _scale(projection: Projection, symbols: Sequence[Symbol], inset: Inset | None) -> Scale | None:
    """A bar of a round number of kilometres in the lower corner that has more room."""
    per_unit = projection.extent.height * _KM_PER_DEGREE / projection.height
    most = _SCALE_ROOM * per_unit
    power = 10 ** math.floor(math.log10(most))
    kilometres = max(step * power for step in (1, 2, 5) if step * power <= most)
    width = round(kilometres / per_unit, 1)
    y = round(projection.height - 10.0, 1)
    left = 10.0
    right = round(WIDTH - width - 10.0, 1)
    boxes = [*(_around(one) for one in symbols), *_spaces(inset, None)]
    x = min((left, right), key=lambda at: _met(Box(at, y - 16, at + width, y + 6), boxes))
    return Scale(x, y, width, int(kilometres))


def _around(symbol: Symbol) -> Box:
    x, y, r = symbol.x, symbol.y, symbol.radius
    return Box(x - r, y - r, x + r, y + r)


def _met(box: Box, others: Iterable[Box]) -> int:
    return sum(box.meets(other) for other in others)


def _inset(extent: Extent, symbols: Sequence[Symbol], height: float) -> Inset | None:
    """All of Vietnam in the corner with fewest signs, for a map that shows but a part of it."""
    middle = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
    if extent.height > _PART * VIETNAM.height or not MAINLAND.holds(*middle):
        return None
    small = Projection(VIETNAM, _INSET, world=False)
    tall = round(small.height, 1)
    margin = _INSET_MARGIN
    corners = [
        Box(x, y, x + _INSET, y + tall)
        for x in (WIDTH - _INSET - margin, margin)
        for y in (height - tall - margin, margin)
    ]
    boxes = [_around(symbol) for symbol in symbols]
    box = min(corners, key=lambda corner: _met(corner, boxes))
    west_north, east_south = (
        small.at(extent.west, extent.north),
        small.at(extent.east, extent.south),
    )
    frame = Box(*(round(one, 1) for one in (*west_north, *east_south)))
    return Inset(
        x=round(box.left, 1),
        y=round(box.top, 1),
        width=_INSET,
        height=tall,
        land=land(small),
        islets=_islets(small),
        names=_quiet(small, set(), _LETTERS_INSET),
        frame=frame,
    )


def _spaces(inset: Inset | None, scale: Scale | None) -> list[Box]:
    """What the names of places leave free."""
    found = []
    if inset:
        found.append(Box(inset.x, inset.y, inset.x + inset.width, inset.y + inset.height))
    if scale:
        found.append(Box(scale.x - 4, scale.y - 18, scale.x + scale.width + 4, scale.y + 8))
    return found
