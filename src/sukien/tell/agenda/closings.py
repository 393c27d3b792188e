"""Sentences that say that something announced was moved, cancelled, or done before its day."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.knowledge.agenda_words import (
    any_closing_word,
    closing_words,
    new_date_words,
    undecided_words,
)
from sukien.model import AnnotatedArticle, Event, Span
from sukien.tell.dates import day_value
from sukien.tell.reading import Told, told_sentences
from sukien.tell.timeline.claims import features, is_calendar

_NEAR = 40
_SHORTEST = 40
_LED_WITHIN = 24
_MARK = re.compile(r"[,;:.]\s")
_CLAUSE_ENDS = ".;:!?"
_PARTS = frozenset(("title", "lead", "body", "caption"))


class NewDate(NamedTuple):
    """A date behind the word for moving; `led` when `sang`, `đến` or the like stands before it."""

    date: str
    led: bool


class Closing(NamedTuple):
    """A sentence with a word that closes something announced.

    `outcome` is moved, cancelled or done; `word` is that word; `new` are the dates behind it;
    `own` are the dates of its clause, `dates` these or else those of the sentence; `features` what
    its clause can be compared by.
    """

    told: Told
    outcome: str
    word: str
    new: tuple[NewDate, ...]
    dates: tuple[str, ...]
    own: frozenset[str]
    features: frozenset[str]

    @property
    def published(self) -> str:
        """The day of its article's publication, empty when it is not known."""
        return (self.told.article.article.published or "")[:10]

    @property
    def place(self) -> tuple[str, int]:
        """Its article and the number of its sentence."""
        return self.told.article.id, self.told.number


def closings(article: AnnotatedArticle) -> Iterator[Closing]:
    """The closing sentences of an article, in order."""
    by_sentence: dict[int, list[Event]] = {}
    for event in article.events:
        by_sentence.setdefault(event.sentence, []).append(event)
    for told in told_sentences(article):
        if told.part in _PARTS and (found := _word(told, by_sentence.get(told.number, ()))):
            yield _closing(told, *found, by_sentence.get(told.number, ()))


def _word(told: Told, events: Sequence[Event]) -> tuple[str, str, int] | None:
    """The outcome, the word that says it and where that ends in the article."""
    text = told.article.text[told.span.start : told.span.end].lower()
    if not any_closing_word().search(text):
        return None
    for row in closing_words():
        clean = row.never.sub(lambda match: "·" * len(match[0]), text) if row.never else text
        match = row.words.search(clean)
        if match is None or _is_undecided(clean[: match.start()]):
            continue
        if row.outcome == "done" and any(event.status != "actual" for event in events):
            continue
        return row.outcome, match[0], told.span.start + match.end()
    return None


def _is_undecided(before: str) -> bool:
    """Whether the clause before a closing word leaves it open."""
    at = max(before.rfind(mark) for mark in _CLAUSE_ENDS) + 1
    return bool(undecided_words().search(before[max(at, len(before) - _NEAR) :]))


def _closing(told: Told, outcome: str, word: str, end: int, events: Sequence[Event]) -> Closing:
    article = told.article
    times = [
        time
        for time in article.times
        if told.span.start <= time.start < told.span.end
        and time.type in {"DATE", "TIME"}
        and is_calendar(time.value)
    ]
    new = tuple(
        NewDate(day_value(time.value), _is_led(article.text[end : time.start].lower()))
        for time in times
        if time.start >= end and outcome == "moved"
    )
    clause = _clause(told, end)
    own = [time for time in times if time.start in clause]
    return Closing(
        told=told,
        outcome=outcome,
        word=word,
        new=new,
        dates=tuple(dict.fromkeys(day_value(time.value) for time in own or times)),
        own=frozenset(day_value(time.value) for time in own),
        features=features(
            told._replace(span=Span(clause.start, clause.stop)),
            [event for event in events if event.trigger.start in clause],
        ),
    )


def _clause(told: Told, at: int) -> range:
    """The characters between the marks around a place; more before it where they are few."""
    text, span = told.article.text, told.span
    after = _MARK.search(text, at, span.end)
    end = after.start() if after else span.end
    starts = [match.end() for match in _MARK.finditer(text, span.start, at)]
    long = [start for start in starts if end - start >= _SHORTEST]
    return range(max(long, default=span.start), end)


def _is_led(between: str) -> bool:
    """Whether the last words before a date lead to a new one."""
    found = list(new_date_words().finditer(between))
    return bool(found) and len(between) - found[-1].end() <= _LED_WITHIN
