"""What a search finds: words from the index, bounds and counts from the catalogue."""

import numpy as np
import numpy.typing as npt

from sukien.search.base import KINDS, NUMBERED, Index, Keys, Matches
from sukien.search.catalogue import NONE, Catalogue
from sukien.search.facets import Bounds, Items, Mask, choices, periods
from sukien.search.query import Term, parse
from sukien.search.questions import CHOSEN, Answer, Count, Facets, Question

MOST_ARTICLES = 50_000
"""Articles that are counted; beyond them counts are at least so many."""
MOST_PIECES = 2_000
"""Sentences or quotations that are counted."""
_MOST_BOUNDED = 20_000
_NAMED = 1.5
_TINY = 1e-9
Weights = npt.NDArray[np.float64]


def find(
    index: Index, catalogue: Catalogue, question: Question, *, start: int = 0, limit: int = 20
) -> Answer:
    """What the words find within the bounds: `limit` of the kind asked for from `start` on.

    Without words, all that lies within the bounds, the newest first; nothing without either.
    """
    return _Search(index, catalogue, question).answer(start, limit)


class _Search:
    """One search: each kind's matches are asked for once."""

    def __init__(self, index: Index, catalogue: Catalogue, question: Question) -> None:
        self._index = index
        self._catalogue = catalogue
        self._question = question
        self._terms: tuple[Term, ...] = parse(question.words)
        self._bounds = Bounds(catalogue, question)

    def answer(self, start: int, limit: int) -> Answer:
        """The page of the answer from `start` on."""
        matches = {one: self._matches(one) for one in KINDS[:3]}
        items = {one: self._items(one, found) for one, found in matches.items()}
        kept = {one: self._bounds.kept(found) for one, found in items.items()}
        counts = {one: Count(int(kept[one].sum()), matches[one].more) for one in kept}
        number, stories = self._stories(items["articles"].rows[kept["articles"]], start, limit)
        shown = self._shown
        best = self._best(items[shown], kept[shown], matches[shown])[start : start + limit]
        return Answer(
            keys=tuple(int(key) for key in best) if shown == self._question.kind else (),
            stories=stories if shown != self._question.kind else (),
            counts={**counts, "stories": Count(number, matches["articles"].more)},
            facets=self._facets(items[shown]),
            ranked=matches[shown].ranks is not None or not self._terms,
            unknown=self._bounds.unknown,
        )

    @property
    def _shown(self) -> str:
        """What is ranked and counted by its choices: of stories, their articles."""
        return KINDS[0] if self._question.kind == "stories" else self._question.kind

    def _matches(self, kind: str) -> Matches:
        if self._terms:
            bounded = self._bounds and kind == self._shown
            most = _MOST_BOUNDED if bounded else MOST_PIECES
            most = MOST_ARTICLES if kind == "articles" else most
            return self._index.find(kind, self._terms, most=most, ranked=kind == self._shown)
        if not self._bounds or kind == "sentences":
            return Matches(np.empty(0, dtype=np.int64))
        if kind == "articles":
            return Matches(self._catalogue.keys[self._bounds.rows()])
        return Matches(self._catalogue.quotes)

    def _items(self, kind: str, found: Matches) -> Items:
        if kind == "articles":
            return Items(found.keys, self._catalogue.rows(found.keys))
        rows = self._catalogue.rows(found.keys >> NUMBERED)
        if kind == "sentences":
            return Items(found.keys, rows)
        places = self._catalogue.quote_places(found.keys)
        speakers = np.append(self._catalogue.speaker, NONE)
        return Items(found.keys, rows, speakers[places])

    def _best(self, items: Items, kept: Mask, found: Matches) -> Keys:
        """Keys within the bounds, best first: by the words, else by the day, the newest first."""
        keys, days = items.keys[kept], self._catalogue.day[items.rows[kept]]
        if found.ranks is None:
            return keys[np.lexsort((keys, -days))]
        return keys[np.lexsort((keys, -days, found.ranks[kept]))]

    def _stories(
        self, rows: Keys, start: int, limit: int
    ) -> tuple[int, tuple[tuple[str, int], ...]]:
        """How many stories there are, and a stretch of them with the number of their articles
        found: those with the most and the best named first.
        """
        names = self._catalogue.names["story"]
        found = self._catalogue.story[rows]
        counts = np.bincount(found[found >= 0], minlength=len(names))
        weights = np.log1p(counts) + self._named()
        if self._bounds:
            weights[counts == 0] = 0
        best = np.argsort(-weights, kind="stable")[start : start + limit]
        shown = tuple((names[i], int(counts[i])) for i in best if weights[i] > 0)
        return int((weights > 0).sum()), shown

    def _named(self) -> Weights:
        """What it adds to a story that the words stand in its label or brief."""
        added = np.zeros(len(self._catalogue.names["story"]))
        found = self._index.find("stories", self._terms, most=MOST_PIECES)
        at = self._catalogue.story_places(found.keys)
        if found.ranks is None:
            added[at[at >= 0]] = _NAMED
        elif len(at):
            share = found.ranks / min(found.ranks.min(), -_TINY)
            added[at[at >= 0]] = _NAMED * (1 + share[at >= 0])
        return added

    def _facets(self, items: Items) -> Facets:
        """What else the search can be bounded by: each bound counts as if it were not there."""
        listed = self._catalogue
        found = {
            name: choices(listed, name, self._but(items, name), getattr(self._question, name))
            for name in CHOSEN
        }
        return Facets(found, periods(listed, self._but(items, "period")))

    def _but(self, items: Items, name: str) -> Items:
        kept = self._bounds.kept(items, but=name)
        speaker = None if items.speaker is None else items.speaker[kept]
        return Items(items.keys[kept], items.rows[kept], speaker)
