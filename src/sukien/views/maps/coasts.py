"""Coasts as the path of a drawing: cut off at its edges, no finer than it can show."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sukien.knowledge.coastlines import NEAR, NEAR_BOUNDS, WORLD, Ring, coastlines
from sukien.views.maps.framing import inside
from sukien.views.maps.projection import FULL_TURN, Extent, Points, Projection

FINE = 10
_DETAIL = 0.4
_BEYOND = 0.02
_LEAST_POINTS = 3
_MOST_POINTS = 3200


@lru_cache(maxsize=64)
def land(projection: Projection) -> str:
    """The outlines of land as an SVG path in tenths of the drawing's units."""
    return "".join(_written(ring) for ring in _rings(projection))


def _rings(projection: Projection) -> list[Points]:
    """The outlines in tenths of units, in whole numbers; coarser where they would be too many."""
    detail = _DETAIL
    while True:
        found = [one for one in _outlines(projection, detail) if len(one) >= _LEAST_POINTS]
        if sum(map(len, found)) <= _MOST_POINTS:
            return found
        detail *= 1.6


def _outlines(projection: Projection, detail: float) -> Iterator[Points]:
    cut = [one for one in _seen(projection, detail) if len(one) >= _LEAST_POINTS]
    if not cut:
        return
    units = np.round(projection.to_units(np.concatenate(cut)) * FINE)
    for ring in np.split(units, np.cumsum([len(one) for one in cut])[:-1]):
        yield ring[np.any(ring != np.roll(ring, 1, axis=0), axis=1)]


def _seen(projection: Projection, detail: float) -> Iterator[Points]:
    """What is seen of each outline, in degrees, without the points that are too fine to be seen."""
    extent = projection.extent
    unit = extent.height / projection.height
    least = detail * unit * unit
    edge = _edge(projection)
    for ring in coastlines(NEAR if inside(extent, Extent(*NEAR_BOUNDS)) else WORLD):
        for turn in (-FULL_TURN, 0.0, FULL_TURN):
            if _meets(ring, turn, edge):
                points = ring.points[ring.areas >= least] + (turn, 0.0)
                yield points if _inside(ring, turn, edge) else clipped(points, edge)


def _meets(ring: Ring, turn: float, edge: Extent) -> bool:
    across = ring.west + turn < edge.east and edge.west < ring.east + turn
    return across and ring.south < edge.north and edge.south < ring.north


def _inside(ring: Ring, turn: float, edge: Extent) -> bool:
    return inside(Extent(ring.west + turn, ring.south, ring.east + turn, ring.north), edge)


def _edge(projection: Projection) -> Extent:
    """Where outlines are cut: a little outside what is seen, but at the very edge of the world."""
    extent = projection.extent
    if projection.world:
        return extent
    more = _BEYOND * max(extent.width, extent.height)
    return Extent(extent.west - more, extent.south - more, extent.east + more, extent.north + more)


class _Side(NamedTuple):
    """An edge of an extent: which coordinate it bounds, where, and whether what is more stays."""

    axis: int
    limit: float
    above: bool


def clipped(points: Points, edge: Extent) -> Points:
    """What of a closed outline lies in an extent (Sutherland and Hodgman, Communications of the ACM
    17, 1974).
    """
    sides = (
        _Side(0, edge.west, above=True),
        _Side(0, edge.east, above=False),
        _Side(1, edge.south, above=True),
        _Side(1, edge.north, above=False),
    )
    for side in sides:
        points = _cut(points, side)
    return points


def _cut(points: Points, side: _Side) -> Points:
    beyond = points[:, side.axis] - side.limit
    stays = beyond >= 0 if side.above else beyond <= 0
    if stays.all() or not stays.any():
        return points[stays]
    following = np.roll(points, -1, axis=0)
    crosses = stays != np.roll(stays, -1)
    step = following[:, side.axis] - points[:, side.axis]
    share = np.divide(-beyond, step, out=np.zeros(len(points)), where=crosses)
    met = points + share[:, None] * (following - points)
    both = np.stack([points, met], axis=1).reshape(-1, 2)
    return np.asarray(both[np.stack([stays, crosses], axis=1).reshape(-1)])


def _written(ring: Points) -> str:
    """A closed outline as an SVG path, each point as its distance from the one before."""
    whole = ring.astype(int).tolist()
    steps = " ".join(f"{c - a} {d - b}" for (a, b), (c, d) in pairwise(whole))
    return f"M{whole[0][0]} {whole[0][1]}l{steps}z".replace(" -", "-")
