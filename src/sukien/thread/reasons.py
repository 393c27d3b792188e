"""Why two things are judged to belong together: named grounds, each with its weight.

`detail` names what they share in the articles' own words, so that it needs no translation.
"""

from collections.abc import Iterable

from sukien.model import Reason
from sukien.thread.rarity import Vector

_SHOWN = 6


def shared_reason(name: str, one: Vector, other: Vector, weight: float) -> Reason:
    """The weightiest terms, of words or of titles, that stand in both."""
    return Reason(name, round(weight, 4), ", ".join(_shared(one, other)))


def listed_reason(name: str, shared: Iterable[str], weight: float) -> Reason:
    """Names or dates that stand in both."""
    return Reason(name, round(weight, 4), ", ".join(sorted(shared)[:_SHOWN]))


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
