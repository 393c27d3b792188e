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
from typing import NamedTuple

import numpy as np

Vector = dict[str, float]
Packed = tuple[tuple[str, ...], bytes]
"""A vector as it is kept: its terms, and their weights as floats of four bytes each."""
_UNSEEN = 5.0  # articles of the corpus that a term not kept in the table is taken to be in
_PRIOR = 1000.0  # articles that must have come before their own share of a term counts in full
_KEPT = 300  # terms of an article, the weightiest


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
        held = dict(zip(map(sys.intern, terms), table["articles"].tolist(), strict=True))
        return Background(held, int(table["all"]))


class Rarity:
    """Weights of terms, as of the articles seen so far."""

    def __init__(self, seen: Mapping[str, int] | None = None, articles: int = 0) -> None:
        self._background = background()
        self.seen: Counter[str] = Counter(seen or {})
        self.articles = articles
        self._weights: dict[str, float] = {}  # until the next article is seen

    def see(self, terms: Iterable[str]) -> None:
        """Count one more article."""
        self.seen.update(terms)
        self.articles += 1
        self._weights.clear()

    def share(self, term: str) -> float:
        """The share of articles that hold a term, 0 to 1."""
        held = (self._background.held.get(term, 0) + _UNSEEN) / self._background.articles
        return min(1.0, max(held, self.seen[term] / (self.articles + _PRIOR)))

    def weight(self, term: str) -> float:
        """The information in a term, in nats, and one: 1 for what every article holds."""
        known = self._weights.get(term)
        if known is None:
            known = self._weights[term] = 1.0 - math.log(self.share(term))
        return known

    def of_name(self, key: str, surface: str) -> float:
        """The weight of a name: that of its rarest syllable or word, less if often seen here."""
        parts = {surface.replace(" ", "_"), *surface.split()}
        return min(self.weight(key), max(map(self.weight, parts)))

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """The weightiest terms with (1 + ln count) times their weight, of length one."""
        weight = self.weight
        rows = [
            (-(1 + math.log(n)) * weight(term) if n > 1 else -weight(term), term)
            for term, n in counts.items()
        ]
        rows.sort()
        return unit({term: -value for value, term in rows[:_KEPT]})


def packed(vector: Vector) -> Packed:
    """The vector as it is kept: a tenth of the memory, and not to be looked up in."""
    return tuple(vector), np.fromiter(vector.values(), "<f4", len(vector)).tobytes()


def plain(kept: Packed) -> Vector:
    """The vector again."""
    return dict(zip(kept[0], np.frombuffer(kept[1], "<f4").tolist(), strict=True))


def interned(kept: Packed) -> Packed:
    """The same vector with terms that are held in memory once."""
    return tuple(map(sys.intern, kept[0])), kept[1]


def add(total: Vector, vector: Vector) -> None:
    """Add the vector to the total, in place."""
    for term, weight in vector.items():
        total[term] = total.get(term, 0.0) + weight


def top(vector: Mapping[str, float], most: int) -> Vector:
    """The weightiest terms, in order of weight."""
    rows = sorted(vector.items(), key=lambda row: (-row[1], row[0]))
    return dict(rows[:most])


def unit(vector: Vector) -> Vector:
    """The vector stretched to length one; the empty one stays empty."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The sum of products over shared terms; the cosine when both are of length one."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])
