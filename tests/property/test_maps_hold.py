"""Whatever the places, a map is drawn and everything on it lies inside."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sukien.views.maps.drawing import WIDTH, Drawing, Spot, drawn
from sukien.views.maps.framing import Dot, frame

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
spots = st.lists(
    st.builds(
        Spot,
        name=st.text(min_size=1, max_size=40),
        kind=st.sampled_from(("country", "province", "city", "sea", "spot")),
        longitude=st.floats(-180, 180),
        latitude=st.floats(-90, 90),
        weight=st.integers(1, 5000).map(float),
        happened=st.booleans(),
    ),
    min_size=1,
    max_size=20,
)


def the_map(found: list[Spot]) -> Drawing:
    shown = frame([Dot(one.longitude, one.latitude, one.weight) for one in found])
    assert shown.extent.west < shown.extent.east
    assert -90 <= shown.extent.south < shown.extent.north <= 90
    return drawn(found, shown.extent, world=shown.world)


@given(spots)
def test_signs_and_names_lie_inside(found: list[Spot]) -> None:
    drawing = the_map(found)
    assert 0 < drawing.height < 4 * WIDTH
    for symbol in drawing.symbols:
        assert 0 <= symbol.x <= drawing.width
        assert 0 <= symbol.y <= drawing.height
        assert 0 < symbol.radius <= symbol.reach
    for label in (*drawing.names, *drawing.narrow):
        assert 0 <= label.x <= drawing.width
        assert 0 <= label.y <= drawing.height
        assert 1 <= label.number <= len(found)


@given(spots)
def test_coasts_reach_hardly_beyond_the_map(found: list[Spot]) -> None:
    drawing = the_map(found)
    least, most = -0.2 * WIDTH, 1.2 * max(WIDTH, drawing.height)
    for outline in drawing.land.split("z")[:-1]:
        x = y = 0.0
        numbers = [int(one) for one in NUMBERS.findall(outline)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right / 10, y + down / 10
            assert least <= x <= most
            assert least <= y <= most


@given(spots)
def test_the_most_important_place_is_on_the_map(found: list[Spot]) -> None:
    first = found[0]._replace(weight=1e6)
    drawing = the_map([first, *found[1:]])
    assert any(symbol.number == 1 for symbol in drawing.symbols)


@given(spots)
def test_the_same_places_give_the_same_map(found: list[Spot]) -> None:
    assert the_map(found) == the_map(list(found))
