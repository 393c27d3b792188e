"""Degrees become units, and outlines are cut at the edges of a map."""

import numpy as np
import pytest

from sukien.views.maps.coasts import clipped, land
from sukien.views.maps.framing import VIETNAM
from sukien.views.maps.projection import Extent, Projection

WORLD = Extent(-169, -57, 191, 80)
SQUARE = np.array([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)])


def test_a_part_of_the_world_fills_its_drawing() -> None:
    projection = Projection(Extent(100, 0, 110, 10), 480, world=False)
    assert projection.at(100, 10) == pytest.approx((0, 0))
    assert projection.at(110, 0) == pytest.approx((480, projection.height))


def test_it_is_true_at_its_middle() -> None:
    projection = Projection(Extent(10, 55, 20, 65), 100, world=False)
    assert projection.height == pytest.approx(200, rel=0.01)


def test_the_world_is_narrower_towards_the_poles() -> None:
    projection = Projection(WORLD, 480, world=True)
    at_equator = projection.at(100, 0)[0] - projection.at(50, 0)[0]
    in_the_north = projection.at(100, 75)[0] - projection.at(50, 75)[0]
    assert in_the_north < 0.8 * at_equator


def test_the_middle_of_the_world_is_in_the_middle() -> None:
    assert Projection(WORLD, 480, world=True).at(11, 0)[0] == pytest.approx(240)


def test_a_map_across_the_date_line_counts_on() -> None:
    pacific = Extent(150, -20, 200, 20)
    assert pacific.holds(-175, 0)
    assert not pacific.holds(-150, 0)
    x, _ = Projection(pacific, 480, world=False).at(-175, 0)
    assert x == pytest.approx(480 * 35 / 50)


def test_what_lies_inside_is_not_cut() -> None:
    assert clipped(SQUARE, Extent(-1, -1, 5, 5)).tolist() == SQUARE.tolist()


def test_what_lies_outside_goes() -> None:
    assert len(clipped(SQUARE, Extent(5, 5, 6, 6))) == 0


def test_what_crosses_an_edge_is_cut_there() -> None:
    assert sorted(clipped(SQUARE, Extent(2, -1, 9, 9)).tolist()) == [[2, 0], [2, 4], [4, 0], [4, 4]]


def test_an_outline_around_a_map_is_its_frame() -> None:
    cut = clipped(SQUARE, Extent(1, 1, 2, 2))
    assert sorted(cut.tolist()) == [[1, 1], [1, 2], [2, 1], [2, 2]]


@pytest.mark.parametrize(
    ("extent", "world"),
    [
        (VIETNAM, False),
        (WORLD, True),
        (Extent(-30, -57, 330, 80), True),
        (Extent(-20, 0, 30, 40), False),
    ],
)
def test_coasts_are_small_and_whole_numbers(extent: Extent, world: bool) -> None:
    path = land(Projection(extent, 480, world=world))
    assert 500 < len(path) < 20_000
    assert set(path) <= set("Mlz0123456789 -")
    assert path.endswith("z")


def test_the_open_sea_has_no_land() -> None:
    assert land(Projection(Extent(-135, -3, -130, 2), 480, world=False)) == ""
