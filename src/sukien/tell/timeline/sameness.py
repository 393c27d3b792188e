"""Whether two claims tell of one happening, by what they share, the rare things first."""

import math
from collections import Counter
from collections.abc import Iterable

from sukien.tell.timeline.claims import Claim

SAME = 1.0
"""The least sameness of two claims of one happening."""
_TYPE_WEIGHT = 2.0
_LEAST_SHARED_TYPE = 0.22
_LEAST_SHARED_TYPE_NEAR = 0.26
_LEAST_ALIKE = 0.5
_LEAST_ALIKE_NEAR = 0.6
_KNOWN = 0.6
_FLOOR = 8.0
_SMOOTHING = 10


class Rarity:
    """How much a feature says in a story: what few of its claims have says much."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._spread: Counter[str] = Counter()
        count = 0
        for claim in claims:
            self._spread.update(claim.features)
            count += 1
        self._count = count + _SMOOTHING
        self._weights: dict[str, float] = {}
        self._sizes: dict[frozenset[str], float] = {}

    def weight(self, feature: str) -> float:
        """The weight of a feature, more the rarer it is."""
        weight = self._weights.get(feature)
        if weight is None:
            weight = math.log1p(self._count / (self._spread[feature] + 1))
            weight *= _TYPE_WEIGHT if feature.startswith("type ") else 1.0
            self._weights[feature] = weight
        return weight

    def size(self, features: frozenset[str]) -> float:
        """The weight of several features together."""
        size = self._sizes.get(features)
        if size is None:
            size = math.fsum(map(self.weight, features))
            self._sizes[features] = size
        return size

    def rarest(self, features: frozenset[str], count: int) -> list[str]:
        """The `count` features that say most."""
        return sorted(features, key=lambda one: (-self.weight(one), one))[:count]

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of the smaller set is in the larger, by weight, 0 to 1."""
        shared = one & other
        if not shared:
            return 0.0
        smaller = max(_FLOOR, min(self.size(one), self.size(other)))
        return math.fsum(map(self.weight, shared)) / smaller

    def sameness(self, one: Claim, other: Claim, *, known: bool = False) -> float:
        """1 or more when two claims of agreeing dates tell of one happening.

        One that is `known`, told by several articles, is recognised by fewer words.
        """
        same_day = one.date == other.date
        if one.article == other.article and one.told.number == other.told.number:
            return 3.0 if same_day else 0.0
        alike = self.alike(one.features, other.features)
        least = _LEAST_ALIKE if same_day else _LEAST_ALIKE_NEAR
        if one.strong & other.strong:
            least = _LEAST_SHARED_TYPE if same_day else _LEAST_SHARED_TYPE_NEAR
        return SAME + alike if alike >= least * (_KNOWN if known else 1.0) else 0.0
