"""The country that a place, or a name inside a longer name, belongs to."""

import functools

from sukien.knowledge.gazetteer import alpha3, gazetteer
from sukien.knowledge.tables import read_table

_VIETNAM = "VNM"
_LONGEST = 4


def country_of(entity: str | None) -> str | None:
    """The ISO 3166 alpha-3 code of the country of an entity that is a place, or None."""
    kind, _, name = (entity or "").partition(":")
    if kind == "country":
        return alpha3().get(name)
    if kind in {"city", "region"} and name in _vietnamese():
        return _VIETNAM
    return alpha3().get(_cities().get(name, "")) if kind == "city" else None


def country_in(name: str) -> str | None:
    """The country in a body's name: that of `Bộ Quốc phòng Mỹ` is USA; None when it has none."""
    tokens = name.split()
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + _LONGEST), start, -1):
            entry = gazetteer().named(" ".join(tokens[start:end]))
            code = country_of(entry.entity) if entry and entry.type == "LOC" else None
            if code:
                return code
    return None


@functools.cache
def _cities() -> dict[str, str]:
    return {row["name"]: row["alpha2"] for row in reversed(read_table("world_cities"))}


@functools.cache
def _vietnamese() -> frozenset[str]:
    rows = read_table("districts")
    names = {row[key] for row in rows for key in ("name", "province")}
    return frozenset(names | {"Hanoi", "Ho Chi Minh City", "Da Nang", "Hai Phong", "Huế"})
