"""Sentences as they are compared: by their content words, runs of words, numbers and names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from sukien.knowledge.grammar import function_words
from sukien.model import AnnotatedArticle, Evidence, Span
from sukien.tell.dates import day_value
from sukien.tell.reading import Told, told_sentences
from sukien.tell.timeline.claims import strong
from sukien.text.syllables import canonical

S = TypeVar("S", bound=Span)
_DIGIT = re.compile(r"\d")
_SAID = 0.75
_SAID_IN_ORDER = 0.4
_HOLDS, _HOLDS_IN_ORDER, _HOLDS_BACK = 0.6, 0.3, 0.4
_LEAST_HELD = 6
_NEARLY, _NEARLY_PLAIN, _LEAST_NEARLY = 0.6, 0.5, 7
_SUPPORTS, _SUPPORTS_BACK = 0.25, 0.5
_TOGETHER = 2
_COUNTED = 0.3
_OF_DAY = 0.4
_DAYS = 2
_TOLD = frozenset(("lead", "body"))


class Line(NamedTuple):
    """A sentence of an article with what it can be compared by.

    `plain` are content words outside of names; `pairs` are words that follow each other; `numbers`
    are values and other figures outside of times; `days` the values of its times, `written` those
    of dates in figures.
    """

    told: Told
    content: frozenset[str]
    plain: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]
    written: frozenset[str]

    @property
    def place(self) -> Evidence:
        """Where it stands."""
        span = self.told.span
        return Evidence(article=self.told.article.id, start=span.start, end=span.end)

    @property
    def types(self) -> frozenset[str]:
        """The types of its events that say much."""
        events = self.told.article.events
        return strong(frozenset(e.type for e in events if e.sentence == self.told.number))

    @property
    def specifics(self) -> frozenset[str]:
        """The numbers and names: what makes a sentence say something of its own."""
        return self.numbers | self.names


def lines(article: AnnotatedArticle) -> list[Line]:
    """All sentences of an article that tell something."""
    return [_line(told) for told in told_sentences(article)]


def telling(found: list[Line]) -> list[Line]:
    """Of an article's sentences those of lead and body; without such parts all of them."""
    return [line for line in found if line.told.part in _TOLD] or found


def _line(told: Told) -> Line:
    article, span = told.article, told.span
    names, times = _inside(article.names, span), _inside(article.times, span)
    words = [word for word in _inside(article.words, span) if word.pos != "PUNCT"]
    timed, naming = _covered(times), _covered(names)
    words = [word for word in words if word.start not in timed]
    found = [_word(article.surface(word)) for word in words]
    content = frozenset(word for word in found if word not in function_words())
    named = {one for one, word in zip(found, words, strict=True) if word.start in naming}
    return Line(
        told=told,
        content=content,
        plain=content - named,
        pairs=frozenset(pairwise(found)),
        numbers=_numbers(article, span, content),
        names=frozenset(name.entity or _word(article.surface(name)) for name in names),
        days=frozenset(day_value(time.value) for time in times),
        written=frozenset(
            day_value(time.value)
            for time in times
            if time.type == "DATE" and _DIGIT.search(article.surface(time))
        ),
    )


def _covered(spans: Iterable[Span]) -> set[int]:
    """The characters that lie in one of the spans."""
    return {place for span in spans for place in range(span.start, span.end)}


@lru_cache(maxsize=16384)
def _word(text: str) -> str:
    return " ".join(canonical(part) for part in text.casefold().split())


def _numbers(article: AnnotatedArticle, span: Span, content: Iterable[str]) -> frozenset[str]:
    counted = [q for q in _inside(article.quantities, span) if q.value is not None]
    values = {f"{q.value:g} {q.unit or ''}" for q in counted}
    covered = {_word(part) for q in counted for part in article.surface(q).split()}
    return frozenset(values | {w for w in content if _DIGIT.search(w) and w not in covered})


def _inside(row: Sequence[S], span: Span) -> Sequence[S]:
    first = bisect_left(row, span.start, key=_start)
    return row[first : bisect_left(row, span.end, key=_start)]


def _start(span: Span) -> int:
    return span.start


class Known:
    """The sentences of earlier articles, to find those that say what a new one says.

    They are indexed by content words and days: a sentence meets those alone that share one.
    """

    def __init__(self, found: Iterable[Line]) -> None:
        self.lines = list(found)
        self.specifics = frozenset(one for line in self.lines for one in line.specifics)
        self._by_article: dict[str, list[Line]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_day: dict[str, list[Line]] = {}
        for number, line in enumerate(self.lines):
            self._by_article.setdefault(line.told.article.id, []).append(line)
            for word in line.content:
                self._by_word.setdefault(word, []).append(number)
            for day in line.days:
                self._by_day.setdefault(day, []).append(line)

    def at(self, place: Evidence) -> Line | None:
        """The sentence around a place, where its article is at hand."""
        for line in self._by_article.get(place.article, ()):
            if line.told.span.start <= place.start < line.told.span.end:
                return line
        return None

    def sharing(self, line: Line, least: float) -> list[Line]:
        """The earlier sentences that hold at least such a share of a sentence's content words."""
        counts = Counter(n for word in line.content for n in self._by_word.get(word, ()))
        size = len(line.content)
        return [self.lines[n] for n in sorted(counts) if counts[n] / size >= least]

    def repeated(self, line: Line) -> list[Line]:
        """The earlier sentences that say all of a sentence, its numbers included."""
        return [known for known in self.sharing(line, _HOLDS_BACK) if _says(known, line)]

    def nearly(self, line: Line) -> list[Line]:
        """The earlier sentences that say most of a sentence, and every number and name of it."""
        if len(line.content) < _LEAST_NEARLY:
            return []
        return [
            known
            for known in self.sharing(line, _NEARLY)
            if line.specifics <= known.specifics
            and len(line.plain & known.plain) >= _NEARLY_PLAIN * len(line.plain)
        ]

    def is_new(self, line: Line) -> bool:
        """Whether a sentence brings names and numbers together that no earlier sentence does."""
        together = len(line.specifics) >= _TOGETHER
        return together and not any(line.specifics <= known.specifics for known in self.lines)

    def counted(self, line: Line) -> list[Line]:
        """The earlier sentences that hold the numbers of a sentence, and speak of the same."""
        return [
            known
            for known in self.sharing(line, _COUNTED)
            if line.numbers <= known.numbers and line.names & known.names
        ]

    def of_day(self, line: Line, date: str) -> list[Line]:
        """The earlier sentences that speak of the same day in like words, or of the same days."""
        return [
            known
            for known in self._by_day.get(date, ())
            if share(line, known) >= _OF_DAY or len(line.days & known.days) >= _DAYS
        ]


def share(line: Line, known: Line) -> float:
    """How much of a sentence's content words are in another, 0 to 1."""
    return len(line.content & known.content) / len(line.content) if line.content else 0.0


def _says(known: Line, line: Line) -> bool:
    """Whether an earlier sentence holds a sentence, or is held by it to the most part."""
    if not line.numbers <= known.numbers:
        return False
    shared, here = len(line.pairs & known.pairs), share(line, known)
    if here >= _SAID and shared >= _SAID_IN_ORDER * len(line.pairs):
        return True
    if here < _HOLDS_BACK or len(known.content) < _LEAST_HELD or not known.names <= line.names:
        return False
    return share(known, line) >= _HOLDS and shared >= _HOLDS_IN_ORDER * len(known.pairs)


def supports(line: Line, known: Line) -> bool:
    """Whether two sentences that are said to tell one happening share words, or type and names."""
    if line.types and known.types and not line.types & known.types:
        return False
    if share(line, known) >= _SUPPORTS or share(known, line) >= _SUPPORTS_BACK:
        return True
    names = len(line.names & known.names)
    return bool(line.types & known.types) and 0 < len(line.names) <= 2 * names
