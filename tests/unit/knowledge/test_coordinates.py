"""Every row of the tables of places is on Earth, of a kind, and of a place that names lead to."""

import pytest

from sukien.knowledge.coordinates import BEYOND, KINDS, RIVER, WIDE, islets, locations
from sukien.knowledge.gazetteer import gazetteer
from sukien.knowledge.tables import Row, read_table

NO_POINT = {RIVER, BEYOND}
OWN = (8.3, 23.5, 102.0, 117.5)


def rows() -> list[Row]:
    return [*read_table("place_points"), *read_table("place_coordinates")]


def named() -> set[str | None]:
    return {entry.entity for entry in gazetteer().entries() if entry.type == "LOC"}


def test_every_row_is_of_a_kind_and_on_earth() -> None:
    for row in rows():
        assert row["kind"] in KINDS, row
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90, row
            assert -180 <= float(row["longitude"]) <= 180, row
        else:
            assert not row["longitude"]
            assert row["kind"] in NO_POINT | {WIDE}, row


def test_every_row_is_of_an_entity_that_names_lead_to() -> None:
    seats = {f"city:{row['name']}" for row in read_table("seats")}
    towns = {f"city:{row['province']}" for row in read_table("districts")}
    countries = {f"country:{row['alpha2']}" for row in read_table("countries")}
    known = named() | seats | towns | countries
    for row in rows():
        assert row["entity"] in known or row["entity"].startswith("place:"), row


def test_countries_and_provinces_of_rows_are_known() -> None:
    countries = {row["alpha2"] for row in read_table("countries")}
    entities = named()
    for row in rows():
        assert not row["country"] or row["country"] in countries, row
        assert not row.get("province") or row["province"] in entities, row


def test_places_in_vietnam_lie_in_vietnam() -> None:
    south, north, west, east = OWN
    for row in rows():
        if row["country"] == "VN":
            assert south <= float(row["latitude"]) <= north, row
            assert west <= float(row["longitude"]) <= east, row


def test_every_place_of_the_tables_of_names_has_a_row() -> None:
    assert [entity for entity in sorted(filter(None, named())) if not locations(entity)] == []


def test_no_row_is_said_twice() -> None:
    by_hand = [row["entity"] for row in read_table("place_points")]
    assert len(by_hand) == len(set(by_hand))
    made = [(row["entity"], row["province"]) for row in read_table("place_coordinates")]
    assert len(made) == len(set(made))


@pytest.mark.parametrize(
    ("entity", "latitude", "longitude"),
    [
        ("country:NE", 17, 10),
        ("city:Niamey", 13.5, 2.1),
        ("city:Washington", 38.9, -77.0),
        ("city:Hanoi", 21.0, 105.8),
        ("city:Valencia", 39.5, -0.4),
        ("region:Lào Cai", 22.3, 104.2),
        ("region:Vân Đồn", 21.1, 107.4),
        ("region:Paracel Islands", 16.5, 112),
        ("place:sân bay Nội Bài", 21.2, 105.8),
    ],
)
def test_places_are_where_they_are(entity: str, latitude: float, longitude: float) -> None:
    (found,) = locations(entity)
    assert found.latitude == pytest.approx(latitude, abs=1)
    assert found.longitude == pytest.approx(longitude, abs=1)


def test_a_name_of_several_provinces_is_in_each() -> None:
    assert len({one.province for one in locations("region:An Lão")}) > 1


def test_what_nobody_knows_is_nowhere() -> None:
    assert locations("place:nowhere at all") == ()


def test_the_islands_of_the_east_sea_are_in_two_groups() -> None:
    assert {one.group for one in islets()} == {row["group"] for row in read_table("map_islands")}
    for one in islets():
        (group,) = locations(f"region:{'Paracel' if one.latitude > 13 else 'Spratly'} Islands")
        assert group.kind == "island"
        assert abs(one.latitude - float(group.latitude or 0)) < 3
        assert abs(one.longitude - float(group.longitude or 0)) < 3
