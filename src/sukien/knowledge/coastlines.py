"""The outlines of the world's land: no borders, nothing but coasts.

`data/coastlines.npz` is distilled from Natural Earth 4.1 (public domain) by
`training/coastlines.py`; its card stands beside it.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

WORLD, NEAR = "world", "near"
STEPS = {WORLD: 150, NEAR: 250}
LEAST_AREA = 1e-5
LEVELS_PER_DOUBLING = 2
NEAR_BOUNDS = (95.0, 1.0, 123.0, 28.0)

Degrees = npt.NDArray[np.float64]


class Ring(NamedTuple):
    """A closed outline of land, or of a sea inside it, without its first point said twice.

    `points` are degrees of longitude and latitude, shape (n, 2); land across the date line goes on
    beyond 180. `areas` tell of each point how much it matters: the area, in square degrees at the
    equator, that the outline loses or gains without it.
    """

    points: Degrees
    areas: npt.NDArray[np.float64]
    west: float
    south: float
    east: float
    north: float


@cache
def coastlines(name: str = WORLD) -> tuple[Ring, ...]:
    """Every outline, the largest first: of the `world` (1:50 million), or `near` Vietnam, inside
    `NEAR_BOUNDS` and cut off there (1:10 million).
    """
    path = resources.files("sukien.knowledge") / "data" / "coastlines.npz"
    with path.open("rb") as file, np.load(file) as arrays:
        return tuple(_rings(arrays, name))


def _rings(arrays: Any, name: str) -> Iterator[Ring]:
    steps = np.cumsum(arrays[f"{name}_points"].T.copy().view("<i2"), axis=0, dtype=np.int16)
    points = steps / STEPS[name]
    areas = LEAST_AREA * 2.0 ** (arrays[f"{name}_levels"] / LEVELS_PER_DOUBLING)
    ends = np.cumsum(arrays[f"{name}_lengths"], dtype=np.int64)
    for start, end in zip((0, *ends[:-1]), ends, strict=True):
        (west, south), (east, north) = points[start:end].min(axis=0), points[start:end].max(axis=0)
        yield Ring(points[start:end], areas[start:end], west, south, east, north)
