"""Make the coastlines that maps are drawn from: `python -m training.coastlines FOLDER`.

FOLDER is the package world-atlas as npm unpacks it (`npm pack world-atlas@2`, outside the
repository): Natural Earth 4.1 as TopoJSON, in the public domain. Only the outlines of land are
read, never a border. Needs shapely, which the program itself does not: `pip install shapely`.

Two sets of rings are kept: `world`, from the scale 1:50 million, and `near`, Vietnam and the seas
around it, from 1:10 million. A point's `level` tells how much it matters, so that a drawing of any
size takes the points that it can show (Visvalingam and Whyatt, The Cartographic Journal 30, 1993).
"""

import heapq
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Polygon, box

from sukien.knowledge.coastlines import (
    LEAST_AREA,
    LEVELS_PER_DOUBLING,
    NEAR,
    NEAR_BOUNDS,
    STEPS,
    WORLD,
)

OUT = Path(__file__).parents[1] / "src" / "sukien" / "knowledge" / "data" / "coastlines.npz"
SETS = {WORLD: ("land-50m.json", 0.016, 0.07), NEAR: ("land-10m.json", 0.0008, 0.00002)}
NEAR_BOX = box(*NEAR_BOUNDS)
HALF_TURN, FULL_TURN = 180, 360
POLE = -90
FINER, FINER_BY = (85.0, -12.0, 145.0, 46.0), 5.0
LEAST_POINTS = 4


def arcs_of(topology: dict[str, Any]) -> list[np.ndarray]:
    """The lines that a TopoJSON file builds its shapes of, in degrees of longitude and latitude."""
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]


def polygons(shape: dict[str, Any], arcs: Sequence[np.ndarray]) -> Iterator[Polygon]:
    """The polygons of a shape."""
    found = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for part in found:
        outer, *holes = [_joined(arcs, ring) for ring in part]
        if len(outer) >= LEAST_POINTS:
            yield from parts(shapely.make_valid(Polygon(outer, holes)))


def _joined(arcs: Sequence[np.ndarray], numbers: Sequence[int]) -> np.ndarray:
    lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return unwrapped(np.concatenate([lines[0], *(line[1:] for line in lines[1:])]))


def unwrapped(ring: np.ndarray) -> np.ndarray:
    """A ring in one piece: beyond 180 degrees it goes on, round the south pole it is closed."""
    turned = np.unwrap(ring[:, 0], period=FULL_TURN)
    turned -= FULL_TURN * np.floor((turned.min() + HALF_TURN) / FULL_TURN)
    points = np.stack([turned, ring[:, 1]], axis=1)
    if abs(turned[-1] - turned[0]) < HALF_TURN:
        return points
    return np.concatenate([points, [(turned[-1], POLE), (turned[0], POLE)]])


def parts(shape: Any) -> list[Polygon]:
    """The polygons of any shape."""
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for one in getattr(shape, "geoms", ()) for part in parts(one)]


def levels(points: np.ndarray) -> np.ndarray:
    """How much each point of a closed ring matters: the area it spans when its turn comes to go."""
    count = len(points)
    shrink = np.cos(np.radians(points[:, 1]))
    before, after = list(range(-1, count - 1)), [*range(1, count), 0]
    before[0] = count - 1
    flat = points * np.stack([shrink, np.ones(count)], axis=1)

    def area(i: int) -> float:
        a, b, c = flat[before[i]], flat[i], flat[after[i]]
        return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2

    found = np.full(count, np.inf)
    heap = [(area(i), i) for i in range(count)]
    current = {i: value for value, i in heap}
    heapq.heapify(heap)
    largest, left = 0.0, count
    while heap and left > 3:
        value, i = heapq.heappop(heap)
        if current.get(i) != value:
            continue
        largest = max(largest, value)
        found[i] = largest
        del current[i]
        left -= 1
        one, other = before[i], after[i]
        after[one], before[other] = other, one
        for near in (one, other):
            current[near] = area(near)
            heapq.heappush(heap, (current[near], near))
    found[np.isinf(found)] = max(largest, _size(flat))
    doublings = np.log2(np.maximum(found, LEAST_AREA) / LEAST_AREA)
    return np.minimum(255, np.floor(doublings * LEVELS_PER_DOUBLING)).astype(np.uint8)


def _thinned(points: np.ndarray, finest: float) -> np.ndarray:
    """The points of a ring that matter, finer in the part of the world that the news is from."""
    east, north = points.T
    west_edge, south_edge, east_edge, north_edge = FINER
    asia = (west_edge < east) & (east < east_edge) & (south_edge < north) & (north < north_edge)
    least = np.where(asia, finest / FINER_BY, finest)
    areas = LEAST_AREA * 2.0 ** (levels(points) / LEVELS_PER_DOUBLING)
    return np.asarray(points[areas >= least])


def _size(points: np.ndarray) -> float:
    x, y = points[:, 0], points[:, 1]
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def distilled(path: Path, name: str, finest: float, least: float) -> dict[str, np.ndarray]:
    """The arrays of one set: differences of points, levels, and how many points a ring has."""
    topology = json.loads(path.read_text())
    arcs = arcs_of(topology)
    shapes = topology["objects"]["land"]["geometries"]
    land = [part for shape in shapes for part in polygons(shape, arcs)]
    if name == NEAR:
        land = [part for one in land for part in parts(one.intersection(NEAR_BOX))]
    lines = [ring for one in land for ring in (one.exterior, *one.interiors)]
    lines = [ring for ring in lines if Polygon(ring).area >= least]
    lines.sort(key=lambda ring: (-round(Polygon(ring).area, 6), ring.coords[0]))
    outlines = [_thinned(np.array(ring.coords)[:-1], finest) for ring in lines]
    points = [np.round(one * STEPS[name]).astype(np.int16) for one in outlines if len(one) > 2]
    joined = np.concatenate(points)
    return {
        f"{name}_points": np.diff(joined, axis=0, prepend=0).astype("<i2").view(np.uint8).T.copy(),
        f"{name}_levels": np.concatenate([levels(ring / STEPS[name]) for ring in points]),
        f"{name}_lengths": np.array([len(ring) for ring in points], dtype=np.int16),
    }


def main() -> None:
    """Write `knowledge/data/coastlines.npz` and say how large it is."""
    folder = Path(sys.argv[1])
    found: dict[str, np.ndarray] = {}
    for name, (file, finest, least) in SETS.items():
        found |= distilled(folder / file, name, finest, least)
    np.savez_compressed(OUT, **found)
    for name in SETS:
        print(name, len(found[f"{name}_lengths"]), "rings,", len(found[f"{name}_levels"]), "points")
    print(math.ceil(OUT.stat().st_size / 1024), "KiB")


if __name__ == "__main__":
    main()
