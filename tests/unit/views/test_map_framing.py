"""What a map shows follows from where a story happens."""

from sukien.views.maps.framing import VIETNAM, Dot, bounds, frame

HANOI, SAIGON = Dot(105.8, 21.0, 5), Dot(106.7, 10.8, 5)
LAO_CAI, HAI_PHONG = Dot(104.2, 22.3, 5), Dot(106.7, 20.8, 5)
WASHINGTON, PARIS, TOKYO = Dot(-77.0, 38.9, 5), Dot(2.3, 48.9, 5), Dot(139.7, 35.7, 5)
NIAMEY, AGADEZ = Dot(2.1, 13.5, 5), Dot(8.0, 17.0, 5)


def test_a_story_all_over_vietnam_has_vietnam_with_its_islands() -> None:
    shown = frame([HANOI, SAIGON]).extent
    assert shown == VIETNAM
    assert shown.holds(111.6, 16.5)
    assert shown.holds(115.8, 10.7)


def test_neighbouring_provinces_have_a_map_of_their_own() -> None:
    shown = frame([LAO_CAI, HANOI, HAI_PHONG])
    assert not shown.world
    assert shown.extent.height < 5
    assert all(shown.extent.holds(dot.longitude, dot.latitude) for dot in (LAO_CAI, HAI_PHONG))


def test_a_single_place_has_enough_around_it() -> None:
    assert frame([HANOI]).extent.height >= 3.6
    assert frame([NIAMEY]).extent.height >= 13


def test_two_towns_of_africa_have_west_africa() -> None:
    shown = frame([NIAMEY, AGADEZ])
    assert not shown.world
    assert shown.extent.width < 40


def test_a_story_all_over_the_world_has_the_world() -> None:
    shown = frame([WASHINGTON, PARIS, TOKYO, SAIGON])
    assert shown.world
    assert shown.extent.width == 360


def test_the_world_is_cut_where_nothing_happens() -> None:
    shown = frame([WASHINGTON, TOKYO, Dot(-122.4, 37.8, 5), Dot(151.2, -33.9, 5), SAIGON])
    assert shown.extent.west == -30


def test_a_few_words_of_a_far_place_do_not_make_the_map_wide() -> None:
    shown = frame([LAO_CAI._replace(weight=50), HAI_PHONG._replace(weight=40), WASHINGTON])
    assert shown.extent.width < 10
    assert not shown.extent.holds(-77.0, 38.9)


def test_places_on_both_sides_of_the_date_line_are_neighbours() -> None:
    found = bounds([Dot(179.0, -17.0, 1), Dot(-175.0, -20.0, 1)])
    assert found.width == 6
    assert found.west == 179


def test_near_a_pole_the_map_stays_on_earth() -> None:
    shown = frame([Dot(20.0, 89.0, 1), Dot(10.0, 84.0, 1)]).extent
    assert shown.north <= 90
