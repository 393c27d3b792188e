"""Why two things are judged to belong together: named grounds, each with its weight.

`detail` names what they share in the articles' own words, so that it needs no translation.
"""

from collections.abc import Iterable, Mapping

from sukien.model import Reason

_SHOWN = 6


def shared_reason(
    name: str, one: Mapping[str, float], other: Mapping[str, float], weight: float
) -> Reason:
    """The weightiest terms, of words or of titles, that stand in both."""
    return Reason(name, round(weight, 4), ", ".join(_shared(one, other)))


def listed_reason(name: str, shared: Iterable[str], weight: float) -> Reason:
    """Names or dates that stand in both, the weightiest first."""
    return Reason(name, round(weight, 4), ", ".join(list(shared)[:_SHOWN]))


def gap_reason(days: int, weight: float) -> Reason:
    """The days between the two, which speak against."""
    return Reason("gap", round(weight, 4), f"{days} d")


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """The weightiest shared terms, as written."""
    weights = {term: one[term] * other[term] for term in one if term in other}
    ranked = sorted(weights, key=lambda term: (-weights[term], term))
    return [term.replace("_", " ") for term in ranked[:_SHOWN]]
