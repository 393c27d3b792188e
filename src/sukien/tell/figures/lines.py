"""A sentence as syllables, with how far its words stand from a number.

A mark or another number between two places counts as distance, so that what belongs to a clause is
nearer than what belongs to the next.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sukien.knowledge.figures import counted, happenings, words_of
from sukien.model import AnnotatedArticle, Quantity, Quote, Span
from sukien.tell.reading import Told
from sukien.text.syllables import canonical

FARTHEST = 9.0
"""What stands farther from a number does not belong to it."""
COMMA, OTHER, BRACKET = 2.0, 4.0, 6.0
"""How far off a comma, another number, any other mark puts what is behind it."""
_AFTER = 3  # syllables behind a person among which what befell him is told
_SYLLABLE = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[;:.!?()]|,")


class Scene:
    """The layers of an article, to be asked for what lies in a sentence."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self.article = article
        self.quotes = sorted(article.quotes, key=lambda quote: quote.end - quote.start)
        self._layers = {
            "quantities": article.quantities,
            "times": article.times,
            "names": article.names,
            "words": article.words,
            "actors": article.actors,
        }
        self._starts = {key: [one.start for one in layer] for key, layer in self._layers.items()}

    def inside(self, layer: str, span: Span) -> Sequence[Span]:
        """The spans of a layer that start in a stretch."""
        starts = self._starts[layer]
        return self._layers[layer][bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def quote_around(self, quantity: Span) -> Quote | None:
        """The shortest quotation that a number stands in."""
        around = (q for q in self.quotes if q.start <= quantity.start and quantity.end <= q.end)
        return next(around, None)


class Line:
    """A sentence as syllables, with what parts them: marks, and its other numbers."""

    def __init__(self, told: Told, scene: Scene) -> None:
        self.told = told
        text = told.article.text
        found = list(_SYLLABLE.finditer(text, told.span.start, told.span.end))
        self.starts = [match.start() for match in found]
        self.syllables = [canonical(match.group()) for match in found]
        self.stops = [
            (match.start(), COMMA if match.group() == "," else BRACKET)
            for match in _STOP.finditer(text, told.span.start, told.span.end)
            if not _is_inside_number(text, match.start())
        ]
        self._stop_starts = [start for start, _ in self.stops]
        stated = [q for q in scene.inside("quantities", told.span) if isinstance(q, Quantity)]
        self.quantities = sorted([*stated, *self._ones()], key=lambda q: q.start)

    def _ones(self) -> Iterator[Quantity]:
        """`một người chết`: one is a number where it says that something happened to somebody."""
        for at in range(len(self.syllables)):
            one = words_of("one").at(self.syllables, at)
            noun = counted().at(self.syllables, one[1]) if one else None
            if noun is None or noun[0].kind != "person":
                continue
            behind = (happenings().at(self.syllables, noun[1] + skip) for skip in range(_AFTER))
            if any(behind):
                end = self.starts[noun[1] - 1] + len(self.syllables[noun[1] - 1])
                item = self.told.article.text[self.starts[one[1]] : end] if one else ""
                yield Quantity(self.starts[at], end, value=1.0, low=1.0, high=1.0, item=item)

    def index(self, offset: int) -> int:
        """The place of the syllable at or behind an offset."""
        return bisect_left(self.starts, offset)

    def cost(self, quantity: Span, start: int, end: int) -> float:
        """How far a stretch is from a number: syllables, and what lies between."""
        first, last = (end, quantity.start) if end <= quantity.start else (quantity.end, start)
        if last < first:
            return 0.0
        between = self.index(last) - self.index(first)
        return float(max(0, between)) + self.parted(first, last, quantity)

    def parted(self, first: int, last: int, quantity: Span) -> float:
        """What the marks and the other numbers between two offsets add to their distance."""
        low = bisect_left(self._stop_starts, first)
        high = bisect_left(self._stop_starts, last)
        cost = sum(cost for _, cost in self.stops[low:high])
        passed = sum(first <= q.start < last for q in self.quantities if q is not quantity)
        return cost + OTHER * passed


def _is_inside_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


@lru_cache(maxsize=4096)
def syllables_of(text: str) -> tuple[str, ...]:
    """The syllables of a text in one spelling, in small letters."""
    return tuple(canonical(match.group()) for match in _SYLLABLE.finditer(text))
