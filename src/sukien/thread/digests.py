"""What of an article counts when articles are compared: its words, title, lead, names and day.

A term is a word in lower case with its tone marks in one place, syllables joined by `_`; where no
words were read, a syllable. A digest is small, so a library keeps one an article and compares
articles without opening them.
"""

import datetime as dt
import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from sukien.model import AnnotatedArticle, Name, Span
from sukien.text.syllables import canonical
from sukien.text.tokens import tokenize
from sukien.thread.signatures import signature

T = TypeVar("T", "Term", Name)
_NO_TEXT = frozenset({"byline", "agency", "credit"})
_LONGEST = 40  # characters of a syllable that count
_TITLE_CHARACTERS = 160  # of an article that has no title part and no lines
_LEAD_CHARACTERS = 500  # of an article's lead, or of its body where it has none
_HEADING_WORDS = 16  # of an article that has no title
_MOST = 4000  # terms of an article that count: a longer one says no more about what it is about


class Named(msgspec.Struct, frozen=True, array_like=True):
    """A name as often as an article has it: its entity or spelling, type, and its syllables."""

    key: str
    type: str
    surface: str
    count: int


class Digest(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article as the comparison sees it.

    `day` is a proleptic ordinal, None when unknown; `hour` the hour of publication, None when only
    the day is known. `words` counts each term; `title` and `lead` are terms. `signature` is a
    MinHash of its shingles, empty for a text that is too short. `heading` is its title, or its
    first words, `titled` says which.
    """

    id: str
    day: int | None
    hour: float | None
    words: dict[str, int]
    title: tuple[str, ...]
    lead: tuple[str, ...]
    names: tuple[Named, ...]
    signature: bytes
    heading: str
    titled: bool


class Term(NamedTuple):
    """A word of the text as it is compared, and where it stands."""

    start: int
    text: str


def digest(article: AnnotatedArticle) -> Digest:
    """What counts of the article; layers that have not run are done without."""
    hidden = sorted((p.start, p.end) for p in article.parts if p.kind in _NO_TEXT)
    terms = list(_shown(_terms(article), hidden))[:_MOST]
    title = _title(article)
    lead = _lead(article, title)
    heading = " ".join(article.text[title.start : title.end].split())
    titled = any(part.kind == "title" for part in article.parts)
    return Digest(
        id=article.id,
        day=day_of(article),
        hour=_hour(article),
        words=dict(Counter(term.text for term in terms)),
        title=tuple(dict.fromkeys(term.text for term in _inside(terms, title))),
        lead=tuple(dict.fromkeys(term.text for term in _inside(terms, lead))),
        names=tuple(_names(article, hidden)),
        signature=signature([part for term in terms for part in term.text.split("_")]),
        heading=heading if titled and heading else _opening(article),
        titled=bool(titled and heading),
    )


def day_of(article: AnnotatedArticle) -> int | None:
    """The day of publication; for an undated article the first that its text allows."""
    published = article.article.published_date
    if published:
        return published.toordinal()
    known = [bound for bound in article.published_bounds or () if bound]
    return dt.date.fromisoformat(known[0][:10]).toordinal() if known else None


def _hour(article: AnnotatedArticle) -> float | None:
    published = article.article.published or ""
    clock = published[11:16]
    if len(clock) < len("20:15") or not clock[:2].isdigit() or not clock[3:].isdigit():
        return None
    return int(clock[:2]) + int(clock[3:]) / 60


def terms_of(article: AnnotatedArticle) -> list[str]:
    """Every term of an article, as often as it stands there."""
    return [term.text for term in _terms(article)]


def _terms(article: AnnotatedArticle) -> Iterator[Term]:
    text = article.text
    if article.words:
        spans: Iterable[tuple[int, str]] = (
            (word.start, text[word.start : word.end]) for word in article.words
        )
    else:
        spans = ((token.start, token.text) for token in tokenize(text))
    for start, surface in spans:
        if term := _term(surface):
            yield Term(start, term)


@functools.lru_cache(1 << 16)
def _term(surface: str) -> str:
    """A word as it is compared; nothing for marks."""
    syllables = [s[:_LONGEST] for s in surface.split() if s[0].isalnum() or s[-1].isalnum()]
    return "_".join(map(canonical, syllables))


def _shown(found: Iterable[T], hidden: Sequence[tuple[int, int]]) -> Iterator[T]:
    """The terms or names, in order, that do not start inside a hidden part."""
    if not hidden:
        yield from found
        return
    at, end = 0, 0
    for one in found:
        while at < len(hidden) and hidden[at][0] <= one.start:
            end = max(end, hidden[at][1])
            at += 1
        if one.start >= end:
            yield one


def _inside(terms: Sequence[Term], span: Span) -> Sequence[Term]:
    first = bisect_left(terms, (span.start, ""))
    return terms[first : bisect_left(terms, (span.end, ""))]


def _title(article: AnnotatedArticle) -> Span:
    """The title; without one the first sentence, line, or characters."""
    for part in article.parts:
        if part.kind == "title":
            return part
    if article.sentences:
        return article.sentences[0]
    line = article.text.find("\n")
    return Span(0, line if 0 < line < 2 * _TITLE_CHARACTERS else _TITLE_CHARACTERS)


def _lead(article: AnnotatedArticle, title: Span) -> Span:
    for part in article.parts:
        if part.kind == "lead":
            return Span(part.start, min(part.end, part.start + _LEAD_CHARACTERS))
    return Span(title.end, title.end + _LEAD_CHARACTERS)


def _opening(article: AnnotatedArticle) -> str:
    words = article.text[:1000].split()
    return " ".join(words[:_HEADING_WORDS]) + (" …" if len(words) > _HEADING_WORDS else "")


def _names(article: AnnotatedArticle, hidden: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """Each proper name as its entity, or its syllables if it has none, with its syllables."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    ordered = sorted(article.names, key=lambda name: name.start)
    for name in _shown(ordered, hidden):
        surface = " ".join(map(canonical, article.surface(name).split()))
        key = name.entity or surface
        counts[key] += 1
        first.setdefault(key, (name.type, surface))
    return (Named(key, *first[key], count) for key, count in counts.items())
