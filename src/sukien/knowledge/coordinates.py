"""Where places are, by the ids that articles give them."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import Row, read_table

WIDE, RIVER, BEYOND = "wide", "river", "beyond"
KINDS = (
    "country",
    "province",
    "district",
    "city",
    "area",
    "sea",
    "island",
    "spot",
    WIDE,
    RIVER,
    BEYOND,
)


class Location(NamedTuple):
    """Where a place is: degrees north and east, None for what no point can stand for.

    `kind` is one of `KINDS`: of a `wide` region only its name stands on a map, a `river` is a line,
    `beyond` is not on Earth. `country` is ISO 3166 alpha-2, "" where that is contested or there is
    none; `province` the entity of a district's province.
    """

    kind: str
    country: str
    province: str
    latitude: float | None
    longitude: float | None


class Islet(NamedTuple):
    """An island that no outline shows at the scale of a page, and the group that it belongs to."""

    group: str
    latitude: float
    longitude: float


@cache
def _locations() -> dict[str, tuple[Location, ...]]:
    """Every place; the rows made by hand come before the others."""
    found: dict[str, list[Location]] = {}
    by_hand = read_table("place_points")
    for row in by_hand:
        found.setdefault(row["entity"], []).append(_location(row))
    own = frozenset(found)
    for row in read_table("place_coordinates"):
        if row["entity"] not in own:
            found.setdefault(row["entity"], []).append(_location(row))
    return {entity: tuple(rows) for entity, rows in found.items()}


def _location(row: Row) -> Location:
    return Location(
        kind=row["kind"],
        country=row["country"],
        province=row.get("province", ""),
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
    )


def locations(entity: str) -> tuple[Location, ...]:
    """Where the place of that id may be: nowhere known, one place, or one in each of several
    provinces that have a district of that name.
    """
    return _locations().get(entity, ())


@cache
def islets() -> tuple[Islet, ...]:
    """The islands that maps draw as dots of land."""
    rows = read_table("map_islands")
    return tuple(Islet(r["group"], float(r["latitude"]), float(r["longitude"])) for r in rows)
