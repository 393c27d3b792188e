"""The country that a place, or a name inside a longer name, belongs to."""

import functools

from sukien.knowledge.gazetteer import alpha3, gazetteer
from sukien.knowledge.tables import read_table
from sukien.text.syllables import canonical
from sukien.text.tokens import pieces

_VIETNAM = "VNM"
_LONGEST = 4


@functools.lru_cache(maxsize=4096)
def country_of(entity: str | None) -> str | None:
    """The ISO 3166 alpha-3 code of the country of an entity that is a place, or None."""
    kind, _, name = (entity or "").partition(":")
    if kind == "country":
        return alpha3().get(name)
    if kind in {"city", "region"} and name in _vietnamese():
        return _VIETNAM
    return alpha3().get(_cities().get(name, "")) if kind == "city" else None


@functools.lru_cache(maxsize=4096)
def country_in(name: str) -> str | None:
    """The country in a body's name: that of `Bộ Quốc phòng Mỹ` is USA; None when it has none."""
    tokens = [tuple(canonical(piece) for piece in pieces(token)) for token in name.split()]
    codes, firsts = _places()
    for start, token in enumerate(tokens):
        if token[0] in firsts:
            for end in range(min(len(tokens), start + _LONGEST), start, -1):
                code = codes.get(sum(tokens[start:end], ()))
                if code:
                    return code
    return None


def governed_from(entity: str | None) -> str | None:
    """The entity of the country whose capital an entity is: `country:NE` of `city:Niamey`."""
    kind, _, name = (entity or "").partition(":")
    code = _seats().get(name) if kind == "city" else None
    return f"country:{code}" if code else None


def country_entity(code: str | None) -> str | None:
    """The entity of the country with an ISO 3166 alpha-3 code: `country:NE` of NER."""
    alpha2 = _alpha2().get(code or "")
    return f"country:{alpha2}" if alpha2 else None


@functools.cache
def country_label(entity: str) -> str | None:
    """The usual Vietnamese name of a country's entity, or None."""
    code = entity.removeprefix("country:")
    names = {row["alpha2"]: row["vietnamese"] for row in read_table("countries")}
    return names.get(code) if code != entity else None


@functools.cache
def _alpha2() -> dict[str, str]:
    return {three: two for two, three in alpha3().items()}


@functools.cache
def _places() -> tuple[dict[tuple[str, ...], str], frozenset[str]]:
    """Names of places in canonical form with their countries, and the tokens that begin them."""
    named = ((forms, e.entity) for forms, e in gazetteer().by_name().items() if e.type == "LOC")
    codes = {forms: code for forms, entity in named if (code := country_of(entity))}
    return codes, frozenset(forms[0] for forms in codes)


@functools.cache
def _cities() -> dict[str, str]:
    return {row["name"]: row["alpha2"] for row in reversed(read_table("world_cities"))}


@functools.cache
def _seats() -> dict[str, str]:
    return {row["name"]: row["alpha2"] for row in read_table("seats")}


@functools.cache
def _vietnamese() -> frozenset[str]:
    rows = read_table("districts")
    names = {row[key] for row in rows for key in ("name", "province")}
    return frozenset(names | {"Hanoi", "Ho Chi Minh City", "Da Nang", "Hai Phong", "Huế"})
