"""What telling asks of an article: its told sentences, their parts, who is behind it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
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


class Origins:
    """Tells how many independent sources stand behind articles.

    Articles that credit one agency, copy each other, or come from one publisher are one source.
    """

    def __init__(
        self, articles: Iterable[AnnotatedArticle], duplicates: Sequence[Sequence[str]]
    ) -> None:
        copies = {name: group[0] for group in duplicates for name in group}
        self._keys = {a.id: _keys(a, copies.get(a.id)) for a in articles}

    def of(self, article_id: str) -> tuple[str, ...]:
        """What stands behind an article: agencies, the one that it copies, its publisher."""
        return self._keys[article_id]

    def count(self, article_ids: Iterable[str]) -> int:
        """The number of independent sources among the articles."""
        return independent(self._keys[name] for name in set(article_ids))

    def sources(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The source of each article, named by the first of the articles that go back to it."""
        first: dict[str, str] = {}
        found: dict[str, str] = {}
        for name in article_ids:
            known = (first[key] for key in self._keys[name] if key in first)
            found[name] = next(known, name)
            for key in self._keys[name]:
                first.setdefault(key, found[name])
        return found


def independent(origins: Iterable[tuple[str, ...]]) -> int:
    """The number of independent ones among what stands behind articles."""
    seen: set[str] = set()
    number = 0
    for keys in sorted(origins, key=_fewest):
        number += not seen & set(keys)
        seen |= set(keys)
    return number


def _fewest(keys: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Articles of one source first: one that credits two adds nothing to both."""
    return len(keys), keys


def _keys(article: AnnotatedArticle, copy_of: str | None) -> tuple[str, ...]:
    agencies = {article.surface(p).casefold() for p in article.parts if p.kind == "agency"}
    keys = [f"agency {name}" for name in sorted(agencies)]
    if copy_of is not None:
        keys.append(f"copy of {copy_of}")
    if not agencies:
        publisher = article.article.publisher
        keys.append(f"publisher {publisher}" if publisher else f"article {article.id}")
    return tuple(keys)
