"""The outlines of land are whole, small, and where land is."""

from importlib import resources

import numpy as np
import pytest

from sukien.knowledge.coastlines import NEAR, NEAR_BOUNDS, WORLD, Ring, coastlines

LIMIT = 60 * 1024
LAND = [(105.3, 21.3), (108.0, 13.5), (2.5, 46.7), (-98.0, 39.0), (178.0, 67.0), (47.0, -19.0)]
WATER = [(114.0, 14.0), (51.0, 41.0), (-150.0, 10.0), (18.0, 34.5), (-179.0, 20.0)]


def holds(ring: Ring, longitude: float, latitude: float) -> bool:
    """Whether a point lies in a ring, by the number of edges east of it."""
    x, y = ring.points.T
    after_x, after_y = np.roll(x, -1), np.roll(y, -1)
    crosses = (y > latitude) != (after_y > latitude)
    rise = np.where(crosses, after_y - y, 1.0)
    at = x + (latitude - y) * (after_x - x) / rise
    return bool(np.count_nonzero(crosses & (at > longitude)) % 2)


def is_land(name: str, longitude: float, latitude: float) -> bool:
    return sum(holds(ring, longitude, latitude) for ring in coastlines(name)) % 2 == 1


def test_the_file_is_small() -> None:
    path = resources.files("sukien.knowledge") / "data" / "coastlines.npz"
    assert len(path.read_bytes()) < LIMIT


@pytest.mark.parametrize("place", LAND)
def test_land_is_land(place: tuple[float, float]) -> None:
    assert is_land(WORLD, *place)


@pytest.mark.parametrize("place", WATER)
def test_seas_are_no_land(place: tuple[float, float]) -> None:
    assert not is_land(WORLD, *place)


def test_near_vietnam_finer_outlines_agree() -> None:
    assert is_land(NEAR, 105.8, 21.0)
    assert is_land(NEAR, 103.98, 10.25)
    assert not is_land(NEAR, 108.0, 20.0)


@pytest.mark.parametrize("name", [WORLD, NEAR])
def test_outlines_are_closed_rings_on_earth(name: str) -> None:
    west, south, east, north = (-180, -90, 200, 90) if name == WORLD else NEAR_BOUNDS
    for ring in coastlines(name):
        assert len(ring.points) == len(ring.areas) >= 3
        assert west <= ring.west < ring.east <= east
        assert south <= ring.south < ring.north <= north
        assert ring.areas.min() > 0


def test_land_across_the_date_line_is_in_one_piece() -> None:
    for ring in coastlines(WORLD):
        steps = np.abs(np.diff(ring.points[:, 0], append=ring.points[:1, 0]))
        beyond_antarctica = ring.points[:, 1] > -80
        assert steps[beyond_antarctica].max(initial=0) < 180


def test_the_largest_stand_first() -> None:
    sizes = [(ring.east - ring.west) * (ring.north - ring.south) for ring in coastlines(WORLD)]
    assert max(sizes) in sizes[:3]
    assert max(sizes[100:]) < sizes[0] / 100
