"""How much each sentence of an episode tells of it: a weighted sum of what can be seen.

The weights are learned (`knowledge/data/brief_weights.tsv`) from what people took into their
summaries. They took the fuller sentences of the bodies rather than leads that the bodies tell
again. A lead is judged as a sentence that opens a body; it is worth more where it holds news that
the body leaves out, where no other article tells the same, and where there is room for little else.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sukien.tell.brief.candidates import Line, Page, Pair
from sukien.tell.reading import likeness

Features = dict[str, float]
_OF_A_LEAD = 0.4
_NEWS, _RETOLD = 1.5, 6.0
_SHORT, _ROOM = 2.0, 60
_LEAST_WORTH = 0.01


class Scene:
    """The articles of one episode, seen together; `sources` are what each article goes back to."""

    def __init__(self, pages: Sequence[Page], sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._held: Counter[Pair] = Counter()
        by_source: dict[str, set[Pair]] = {}
        for page in pages:
            by_source.setdefault(sources[page.article.id], set()).update(page.pairs)
        for pairs in by_source.values():
            self._held.update(pairs)
        self._others = max(1, len(by_source) - 1)
        lines = [line for page in pages for line in (*page.leads, *page.body)]
        self._said = Counter(word for line in lines for word in line.syllables)
        self._lines = max(1, len(lines))
        self._titled: defaultdict[str, float] = defaultdict(float)
        for page in pages:
            for word in page.title_words:
                self._titled[word] += 1 / len(page.title_words) / len(pages)

    def features(self, page: Page, line: Line, place: int) -> Features:
        """What is seen of a sentence, the number `place` (from 0) of its body or lead."""
        size = max(1, len(line.pairs))
        told = sum(self._held[pair] - 1 for pair in line.pairs)
        lead = _OF_A_LEAD if line.is_lead else likeness(line.syllables, page.lead_words)
        return {
            "one": 1.0,
            "place": math.log1p(place),
            "opening": 1 / (1 + place),
            "support": told / size / self._others,
            "lead": lead,
            "title": len(line.pairs & page.title) / max(1, len(page.title)),
            "central": self._centrality(line),
            "length": math.log1p(line.length),
        }

    def told_of_titles(self, line: Line) -> float:
        """The share of the syllables of the articles' titles that stand in a sentence."""
        return sum(self._titled.get(word, 0.0) for word in line.syllables)

    def _centrality(self, line: Line) -> float:
        said = sum(self._said[word] for word in line.syllables)
        return said / max(1, len(line.syllables)) / self._lines


def worth(
    features: Features, weights: Mapping[str, float], line: Line, page: Page, *, room: float
) -> float:
    """How much of a sentence belongs into a brief, 0 to 1.

    `room` is the number of words that an episode has in the brief.
    """
    value = sum(weights[name] * seen for name, seen in features.items())
    if line.is_lead:
        short = room < _ROOM or not features["support"]
        value *= _SHORT if short else _of_a_lead(line, page)
    return min(1.0, max(_LEAST_WORTH, value))


def _of_a_lead(line: Line, page: Page) -> float:
    """How much more than a body's sentence a lead is worth: less if the body tells it again."""
    retold = len(line.pairs & page.body_pairs) / max(1, len(line.pairs))
    return max(0.0, _NEWS - _RETOLD * retold)
