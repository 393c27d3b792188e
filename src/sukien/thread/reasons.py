"""Why two things are judged to belong together: named grounds, each with its weight.

`detail` names what they share in the articles' own words, so that it needs no translation.
"""

from collections.abc import Iterable

from sukien.model import Reason
from sukien.thread.rarity import Vector, dot

_SHOWN = 6


def words_reason(one: Vector, other: Vector, weight: float | None = None) -> Reason:
    """The terms that two vectors share; the weight is their cosine if none is given."""
    value = dot(one, other) if weight is None else weight
    return Reason("words", round(value, 4), ", ".join(_shared(one, other)))


def names_reason(names: Iterable[str], weight: float) -> Reason:
    """Rare names that stand in both."""
    return Reason("names", round(weight, 4), ", ".join(sorted(names)[:_SHOWN]))


def dates_reason(dates: Iterable[str], weight: float) -> Reason:
    """Days that one tells and on which the other was written or which it tells too."""
    return Reason("dates", round(weight, 4), ", ".join(sorted(dates)[:_SHOWN]))


def gap_reason(days: int, weight: float) -> Reason:
    """The days between the two, which speak against."""
    return Reason("gap", round(weight, 4), f"{days} d")


def _shared(one: Vector, other: Vector) -> list[str]:
    """The weightiest shared terms; a syllable is left out when a shared pair holds it."""
    weights = {term: one[term] * other[term] for term in one if term in other}
    ranked = sorted(weights, key=lambda term: (-weights[term], term))
    pairs = [term for term in ranked[: 4 * _SHOWN] if " " in term]
    inside = {syllable for pair in pairs for syllable in pair.split()}
    return [term for term in ranked if term not in inside][:_SHOWN]
