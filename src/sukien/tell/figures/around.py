"""The words around a number, by which it is compared with others."""

import math

from sukien.knowledge.figures import words_of
from sukien.model import Quantity, Span
from sukien.tell.figures.lines import Line, Scene, syllables_of
from sukien.text.syllables import canonical

_FADE = 6.0


def words_around(quantity: Quantity, line: Line, scene: Scene) -> dict[str, float]:
    """The words around a number, each with how near it is (1 beside it, fading)."""
    found: dict[str, float] = {}
    article = scene.article
    for word in scene.inside("words", line.told.span):
        if quantity.start < word.end and word.start < quantity.end:
            continue
        text = canonical(article.text[word.start : word.end])
        if not text[:1].isalpha():
            continue
        near = math.exp(-line.cost(quantity, word.start, word.end) / _FADE)
        found[text] = max(near, found.get(text, 0.0))
    for syllable in syllables_of(quantity.item or ""):
        found[syllable] = 1.0
    return found


def lead_of(quantity: Quantity, line: Line, scene: Scene) -> frozenset[str]:
    """The words between the last mark or number before a number and the number."""
    start = line.told.span.start
    barriers = [stop + 1 for stop, _ in line.stops if stop < quantity.start]
    barriers += [q.end for q in line.quantities if q.end <= quantity.start]
    return _between(max([start, *barriers]), quantity.start, scene)


def tail_of(quantity: Quantity, line: Line, scene: Scene) -> frozenset[str]:
    """The words between what is counted and the next mark or number, the counted words included."""
    end = line.told.span.end
    barriers = [stop for stop, _ in line.stops if stop >= quantity.end]
    barriers += [q.start for q in line.quantities if q.start >= quantity.end]
    item = frozenset(syllables_of(quantity.item or ""))
    return _between(quantity.end, min([end, *barriers]), scene) | item


def _between(start: int, end: int, scene: Scene) -> frozenset[str]:
    text = scene.article.text
    words = (text[w.start : w.end] for w in scene.inside("words", Span(start, end)))
    found = (canonical(word) for word in words if word[:1].isalpha())
    return frozenset(word for word in found if not words_of("lead").at((word,), 0))
