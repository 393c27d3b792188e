"""How much a term says about what an article is about: much when few articles hold it.

The share of articles that hold a term is taken from a corpus of everyday news (21,083 articles of
2016-2019; counts only) and from the articles that came so far, whichever is greater: what a
library is full of (a pandemic, one country) parts its articles no better than a common word.
"""

import functools
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

import numpy as np

Vector = dict[str, float]
_UNSEEN = 5.0  # articles of the corpus that a term not kept in the table is taken to be in
_PRIOR = 1000.0  # articles that must have come before their own share of a term counts in full
_KEPT = 300  # terms of an article, the weightiest ...
_KEPT_TOGETHER = 600  # ... and of an episode


class Background(NamedTuple):
    """How many of `articles` articles of everyday news hold each term."""

    held: dict[str, int]
    articles: int


@functools.cache
def background() -> Background:
    """The counts that come with the package."""
    path = resources.files("sukien.thread") / "weights" / "rarity.npz"
    with path.open("rb") as stored, np.load(stored) as table:
        terms = table["terms"].tobytes().decode("utf-8").split("\n")
        held = dict(zip(terms, table["articles"].tolist(), strict=True))
        return Background(held, int(table["all"]))


class Rarity:
    """Weights of terms, as of the articles seen so far."""

    def __init__(self) -> None:
        self._background = background()
        self._seen: Counter[str] = Counter()
        self._articles = 0

    def see(self, terms: Iterable[str]) -> None:
        """Count one more article."""
        self._seen.update(terms)
        self._articles += 1

    def weight(self, term: str) -> float:
        """The information in a term, in nats: the negative logarithm of its share."""
        held = (self._background.held.get(term, 0) + _UNSEEN) / self._background.articles
        share = max(held, self._seen[term] / (self._articles + _PRIOR))
        return -math.log(min(1.0, share))

    def of_name(self, key: str, surface: str) -> float:
        """The weight of a name: that of its rarest two syllables, or less if often seen here."""
        syllables = surface.split() or [key]
        pairs = [" ".join(pair) for pair in pairwise(syllables)]
        return min(self.weight(key), max(map(self.weight, pairs or syllables)))

    def names(self, counts: Mapping[str, int], surfaces: Mapping[str, str]) -> Vector:
        """A vector of names, of length one."""
        weights = {
            key: (1 + math.log(n)) * self.of_name(key, surfaces[key]) for key, n in counts.items()
        }
        return unit(weights)

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """The weightiest terms with (1 + ln count) times their weight, of length one."""
        rows = [(term, (1 + math.log(n)) * self.weight(term)) for term, n in counts.items()]
        rows.sort(key=lambda row: (-row[1], row[0]))
        return unit({sys.intern(term): weight for term, weight in rows[:_KEPT]})


def summed(vectors: Iterable[Vector]) -> Vector:
    """The weightiest terms of the sum of vectors, of length one."""
    given = list(vectors)
    if len(given) == 1:
        return given[0]
    total: Vector = {}
    for vector in given:
        add(total, vector)
    rows = sorted(total.items(), key=lambda row: (-row[1], row[0]))
    return unit(dict(rows[:_KEPT_TOGETHER]))


def add(total: Vector, vector: Vector) -> None:
    """Add the vector to the total, in place."""
    for term, weight in vector.items():
        total[term] = total.get(term, 0.0) + weight


def unit(vector: Vector) -> Vector:
    """The vector stretched to length one; the empty one stays empty."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def dot(one: Vector, other: Vector) -> float:
    """The sum of products over shared terms; the cosine when both are of length one."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)
