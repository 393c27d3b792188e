"""Units as a person writes them."""

import re

from sukien.views.language import LANGUAGES, phrase

UNITS = frozenset(
    (
        *("VND", "in_i", "GBy", "MBy", "TBy", "mAh", "har", "t", "Cel", "kn_i", "m2", "m3", "km2"),
        *("a", "ml", "l", "fraction"),
    )
)
"""Codes of UCUM and ISO 4217, without their punctuation, that a person writes otherwise."""


def unit_words(code: str | None, language: str = LANGUAGES[0]) -> str:
    """The unit of a code: `đồng` of `VND`, `ha` of `har`; `km` and `USD` are themselves."""
    bare = re.sub(r"\W", "", code or "")
    if bare in UNITS:
        return phrase(f"unit_{bare}", language)
    return re.sub(r"[{}\[\]]", "", code or "")
