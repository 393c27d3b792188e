"""What of an article counts when articles are compared: its terms, its title, its names, its day.

A term is a syllable or two syllables that stand next to each other, in lower case with the tone
mark in one place. Two syllables are a word often enough, and no fault of a segmenter gets in.
"""

import datetime as dt
import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeVar

from sukien.model import AnnotatedArticle, Name, Span
from sukien.text.syllables import canonical
from sukien.text.tokens import Token, tokenize

T = TypeVar("T", Token, Name)
_NO_TEXT = frozenset({"byline", "agency", "credit"})
_LONGEST = 40  # characters of a token that count
_TITLE_TOKENS = 24  # of an article that has no title part and no lines
_spelled = functools.lru_cache(1 << 17)(canonical)


class Digest(NamedTuple):
    """An article as the comparison sees it.

    `day` is a proleptic ordinal, None when unknown; `surfaces` gives for each of `names` its
    syllables as written; `tokens` are all syllables in order.
    """

    id: str
    day: int | None
    terms: Counter[str]
    title: frozenset[str]
    names: Counter[str]
    surfaces: dict[str, str]
    tokens: tuple[str, ...]


def digest(article: AnnotatedArticle) -> Digest:
    """What counts of the article; layers that have not run are done without."""
    hidden = [part for part in article.parts if part.kind in _NO_TEXT]
    rows = list(_rows(_shown(tokenize(article.text), hidden)))
    names = list(_names(article, hidden))
    return Digest(
        id=article.id,
        day=day_of(article),
        terms=Counter(_terms(rows)),
        title=frozenset(_terms(_rows(tokenize(*_title(article))))),
        names=Counter(key for key, _ in names),
        surfaces=dict(names),
        tokens=tuple(syllable for row in rows for syllable in row),
    )


def day_of(article: AnnotatedArticle) -> int | None:
    """The day of publication; for an undated article the first that its text allows."""
    published = article.article.published_date
    if published:
        return published.toordinal()
    known = [bound for bound in article.published_bounds or () if bound]
    return dt.date.fromisoformat(known[0][:10]).toordinal() if known else None


def terms_of(text: str) -> Iterator[str]:
    """Every term of a text, as often as it stands there."""
    return _terms(_rows(tokenize(text)))


def _shown(spans: Iterable[T], hidden: Iterable[Span]) -> Iterator[T]:
    """The tokens or names, in order, that do not start inside a hidden part."""
    parts = sorted((part.start, part.end) for part in hidden)
    at, end = 0, 0
    for span in spans:
        while at < len(parts) and parts[at][0] <= span.start:
            end = max(end, parts[at][1])
            at += 1
        if span.start >= end:
            yield span


def _rows(tokens: Iterable[Token]) -> Iterator[list[str]]:
    """Stretches of syllables and numbers that no mark parts."""
    row: list[str] = []
    for token in tokens:
        if token.text[0].isalnum():
            row.append(_spelled(token.text[:_LONGEST]))
        elif row:
            yield row
            row = []
    if row:
        yield row


def _terms(rows: Iterable[list[str]]) -> Iterator[str]:
    for row in rows:
        yield from row
        for first, second in pairwise(row):
            yield f"{first} {second}"


def _title(article: AnnotatedArticle) -> tuple[str, int, int]:
    for part in article.parts:
        if part.kind == "title":
            return article.text, part.start, part.end
    if article.sentences:
        return article.text, article.sentences[0].start, article.sentences[0].end
    line = article.text.find("\n")
    tokens = tokenize(article.text, 0, line if line > 0 else 400)[:_TITLE_TOKENS]
    return article.text, 0, tokens[-1].end if tokens else 0


def _names(article: AnnotatedArticle, hidden: Iterable[Span]) -> Iterator[tuple[str, str]]:
    """Each proper name as its entity, or its syllables if it has none, with its syllables."""
    ordered = sorted(article.names, key=lambda name: name.start)
    for name in _shown(ordered, hidden):
        surface = " ".join(map(_spelled, article.surface(name).split()))
        yield name.entity or surface, surface
