"""What telling asks of an article: its told sentences, their parts, who is behind it."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from sukien.model import AnnotatedArticle, Span
from sukien.text.syllables import canonical

_WORD = re.compile(r"[^\W_]+")
_SILENT = frozenset(("credit", "byline", "agency"))
_PREFIX = re.compile(
    r"\s*\([A-ZĐ][\w.]{1,14}\)\s+(?=[^\s\W])|"
    r"\s*(?:\([^()]{2,30}\)|[A-ZĐ][A-ZĐ.\d ]{1,14}|[A-ZĐ][\w. ]{1,20}\.vn)\s*[-–—]\s+"
)


class Told(NamedTuple):
    """A sentence of an article with the kind of part it stands in; `span` leaves out a prefix."""

    article: AnnotatedArticle
    number: int
    span: Span
    part: str

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return " ".join(self.article.surface(self.span).split())


def told_sentences(article: AnnotatedArticle) -> list[Told]:
    """The sentences of an article that tell something: no bylines, no credits."""
    parts = sorted(article.parts, key=lambda part: part.start)
    starts = [part.start for part in parts]
    found = []
    for number, sentence in enumerate(article.sentences):
        at = bisect_right(starts, sentence.start) - 1
        inside = at >= 0 and sentence.start < parts[at].end
        kind = parts[at].kind if inside else "body"
        if kind not in _SILENT:
            found.append(Told(article, number, _without_prefix(article, sentence, kind), kind))
    return found


def _without_prefix(article: AnnotatedArticle, sentence: Span, kind: str) -> Span:
    """The sentence without the house's mark that opens a lead: `(TNO) -`."""
    start = sentence.start
    if kind in {"lead", "body"}:
        match = _PREFIX.match(article.text, start, sentence.end)
        start = match.end() if match else start
    return Span(start, sentence.end)


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The canonical syllables of a text, as a set."""
    return frozenset(canonical(word) for word in _WORD.findall(text))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set is in the larger: the overlap coefficient, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
