"""From degrees to the units of a drawing."""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
POLE, HALF_TURN, FULL_TURN = 90.0, 180.0, 360.0
_EDGE = 0.015


class Extent(NamedTuple):
    """The part of the Earth that a map shows, in degrees; across the date line `east` is more than
    180.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """Degrees from west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Degrees from south to north."""
        return self.north - self.south

    def near(self, longitude: float) -> float:
        """The same meridian, counted so that it lies in the extent if it can."""
        return self.west + (longitude - self.west) % FULL_TURN

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place is inside, and not so near to the edge that its sign would be cut."""
        across, along = _EDGE * self.width, _EDGE * self.height
        inside = across <= self.near(longitude) - self.west <= self.width - across
        south = self.south + (along if self.south > -POLE else 0.0)
        north = self.north - (along if self.north < POLE else 0.0)
        return (inside or self.width >= FULL_TURN) and south <= latitude <= north


class Projection(NamedTuple):
    """How the degrees of an extent become units of a drawing that is `width` units wide.

    A part of the world is drawn with equal steps of latitude and longitude, true at its middle; the
    whole in the Natural Earth projection (Šavrič, Jenny, Patterson, Petrovič and Hurni, 2011).
    """

    extent: Extent
    width: float
    world: bool

    @property
    def height(self) -> float:
        """The height of the drawing in its units."""
        return _fitting(self).height

    def to_units(self, degrees: Points) -> Points:
        """Points (longitude, latitude) as (right, down), shape (n, 2)."""
        left, top, scale, _ = _fitting(self)
        return np.asarray((self.flat(degrees) - (left, top)) * scale)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """One place, its meridian counted so that it lies in the extent if it can."""
        x, y = self.to_units(np.array([(self.extent.near(longitude), latitude)]))[0]
        return float(x), float(y)

    def flat(self, degrees: Points) -> Points:
        """The points on a plane of no particular size."""
        extent = self.extent
        middle = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
        if self.world:
            return _natural_earth(np.radians(degrees - (middle[0], 0.0)))
        return (degrees - middle) * (math.cos(math.radians(middle[1])), -1.0)


def _natural_earth(radians: Points) -> Points:
    turned, phi = radians[:, 0], radians[:, 1]
    two = phi * phi
    four = two * two
    x = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    y = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return np.stack([turned * x, -phi * y], axis=1)


class _Fitting(NamedTuple):
    """Where the plane's left upper corner is, units a step of it, and the drawing's height."""

    left: float
    top: float
    scale: float
    height: float


@lru_cache(maxsize=256)
def _fitting(projection: Projection) -> _Fitting:
    west, south, east, north = projection.extent
    middle = min(max(0.0, south), north)
    corners = np.array([(west, north), (east, south), (west, middle), (east, middle)])
    flat = projection.flat(corners)
    (left, top), (right, bottom) = flat.min(axis=0), flat.max(axis=0)
    scale = projection.width / (right - left)
    return _Fitting(float(left), float(top), float(scale), float((bottom - top) * scale))
