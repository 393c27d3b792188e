"""Which part of the Earth a map shows, so that the places of a story stand apart on it."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sukien.knowledge.coastlines import NEAR_BOUNDS
from sukien.views.maps.projection import FULL_TURN, HALF_TURN, POLE, Extent

VIETNAM = Extent(101.6, 6.2, 117.9, 23.8)
WORLD_SOUTH, WORLD_NORTH = -57.0, 80.0
MAINLAND = Extent(102.0, 8.3, 110.0, 23.5)
_WHOLE = 6.0
_KEPT = 0.9
_LESS = 0.4
_MARGIN = 0.14
_LEAST_NEAR, _LEAST_FAR, _LEAST_ALONE = 3.6, 13.0, 46.0
_NARROWEST, _WIDEST = 0.8, 1.75
_HEAVIEST = 24
_WORLD_WIDTH, _WORLD_HEIGHT = 170.0, 95.0
_EUROPE, _PACIFIC = 11.0, 150.0


class Dot(NamedTuple):
    """A place in degrees, and how much it counts when a map is framed."""

    longitude: float
    latitude: float
    weight: float


class Frame(NamedTuple):
    """What a map shows: its extent, and whether that is the whole world."""

    extent: Extent
    world: bool


def frame(dots: Sequence[Dot], *, countries: bool = False) -> Frame:
    """The part of the Earth that has nine tenths of the weight, or all of it where that does not
    make the map much wider.

    A story all over Vietnam has Vietnam with its islands; one all over the world has the world, cut
    where nothing happens. A single place has enough around it to be recognised by its coast, also
    one inland; where all are `countries`, Vietnam is shown whole.
    """
    everything, most = bounds(dots), bounds(_main(dots))
    shown = most if most.width * most.height < _LESS * _size(everything) else everything
    if _is_vietnam(shown) or (countries and inside(shown, MAINLAND)):
        return Frame(VIETNAM, world=False)
    roomy = _roomy(shown)
    if roomy.width > _WORLD_WIDTH or roomy.height > _WORLD_HEIGHT:
        return _world(dots)
    return Frame(roomy, world=False)


def _size(extent: Extent) -> float:
    least = _LEAST_NEAR
    return max(extent.width, least) * max(extent.height, least)


def _is_vietnam(extent: Extent) -> bool:
    return extent.height > _WHOLE and inside(extent, MAINLAND)


def inside(extent: Extent, other: Extent) -> bool:
    """Whether an extent lies in another."""
    return (
        other.west <= extent.west
        and extent.east <= other.east
        and other.south <= extent.south
        and extent.north <= other.north
    )


def _main(dots: Sequence[Dot]) -> list[Dot]:
    """The places nearest to the middle of the story that have most of the weight.

    The middle is the one of the heaviest places that is nearest to all.
    """
    heaviest = sorted(dots, key=lambda one: -one.weight)[:_HEAVIEST]
    middle = min(heaviest, key=lambda one: sum(_apart(one, other) * other.weight for other in dots))
    wanted, weight = _KEPT * sum(dot.weight for dot in dots), 0.0
    kept: list[Dot] = []
    for dot in sorted(dots, key=lambda one: _apart(one, middle)):
        if weight >= wanted:
            break
        kept.append(dot)
        weight += dot.weight
    return kept


def _apart(one: Dot, other: Dot) -> float:
    east = abs(one.longitude - other.longitude) % FULL_TURN
    shrink = math.cos(math.radians((one.latitude + other.latitude) / 2))
    return math.hypot(min(east, FULL_TURN - east) * shrink, one.latitude - other.latitude)


def bounds(dots: Iterable[Dot]) -> Extent:
    """The smallest extent that holds the places, across the date line where that is shorter."""
    known = list(dots)
    longitudes = sorted({(dot.longitude + HALF_TURN) % FULL_TURN - HALF_TURN for dot in known})
    following = [*longitudes[1:], longitudes[0] + FULL_TURN]
    gaps = [after - one for one, after in zip(longitudes, following, strict=True)]
    last = gaps.index(max(gaps))
    west = following[last] - (FULL_TURN if following[last] > HALF_TURN else 0.0)
    latitudes = [dot.latitude for dot in known]
    return Extent(west, min(latitudes), west + FULL_TURN - gaps[last], max(latitudes))


def _roomy(extent: Extent) -> Extent:
    """The extent with a margin, at least so large that a coast is known by its shape, and neither
    very high nor very wide.
    """
    west, south, east, north = extent
    close = inside(extent, Extent(*NEAR_BOUNDS))
    alone = extent.width == extent.height == 0
    least = _LEAST_NEAR if close else _LEAST_ALONE if alone else _LEAST_FAR
    middle, level = (west + east) / 2, (south + north) / 2
    shrink = math.cos(math.radians(min(max(level, -70.0), 70.0)))
    height = max(least, (north - south) * (1 + 2 * _MARGIN))
    width = max(least, (east - west) * shrink * (1 + 2 * _MARGIN))
    width = max(width, height * _NARROWEST)
    height = max(height, width / _WIDEST)
    return _on_earth(middle, level, width / shrink, height)


def _on_earth(middle: float, level: float, width: float, height: float) -> Extent:
    """An extent around a place, moved where it would reach beyond a pole, on tenths of a degree."""
    height = min(height, 2 * POLE)
    south = min(max(level - height / 2, -POLE), POLE - height)
    west = middle - width / 2
    edges = (west, south, west + width, south + height)
    return Extent(*(round(edge, 1) for edge in edges))


def _world(dots: Sequence[Dot]) -> Frame:
    """The whole world around Europe and Africa, or around the Pacific where that is tighter."""
    around = min((_EUROPE, _PACIFIC), key=lambda middle: (_spread(dots, middle), middle))
    south = min(WORLD_SOUTH, min(dot.latitude for dot in dots) - 4.0)
    north = max(WORLD_NORTH, max(dot.latitude for dot in dots) + 2.0)
    west = around - HALF_TURN
    return Frame(Extent(west, max(south, -POLE), west + FULL_TURN, min(north, POLE)), world=True)


def _spread(dots: Sequence[Dot], middle: float) -> float:
    """How far the places reach from west to east on a map around that meridian."""
    east = [(dot.longitude - middle + HALF_TURN) % FULL_TURN for dot in dots]
    return round(max(east) - min(east), 6)
