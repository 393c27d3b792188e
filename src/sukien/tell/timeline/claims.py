"""What one article says of dates: each sentence that dates something is a claim."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sukien.knowledge.date_references import date_references
from sukien.knowledge.grammar import function_words
from sukien.knowledge.happenings import event_types
from sukien.model import AnnotatedArticle, Event, Span, Time
from sukien.tell.dates import day_value, days, length
from sukien.tell.reading import Told, told_sentences
from sukien.text.syllables import canonical

WIDEST_WITHOUT_EVENT = 31
"""The most days that a date may cover and stand on a timeline without an event."""
WRITTEN, RELATIVE, IMPLIED = 0, 1, 2
"""How a claim's date stands in its sentence: in figures, as `hôm qua`, or not at all."""
LEAST_WEIGHT = 0.5
STRONG = 0.6
_LEAST_YEAR = 1000
_WEEK = 7
_FAR_AHEAD, _FAR_AHEAD_PLANNED = 150, 240
_YEAR = re.compile(r"\d{4}")
_CLAUSE_END = re.compile(r"[,;:.(]\s")
_DIGIT = re.compile(r"\d")
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"))
_OPENING = frozenset(("title", "lead"))


class Claim(NamedTuple):
    """A sentence that says what happened or will happen on a date.

    `types` are those of its events that have the date; `features` what it can be compared by: its
    content words, who takes part, the types that say much; `stated` how the date stands in it;
    `plans` are the types of its events that are planned; `quoted` that somebody's own words make
    up most of it.
    """

    told: Told
    date: str
    types: frozenset[str]
    features: frozenset[str]
    stated: int
    plans: frozenset[str]
    quoted: bool

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.told.article.id

    @property
    def published(self) -> str:
        """The day of its article's publication, empty when it is not known."""
        return (self.told.article.article.published or "")[:10]

    @property
    def planned(self) -> bool:
        """Whether something in it is planned."""
        return bool(self.plans)

    @property
    def strong(self) -> frozenset[str]:
        """The types that weigh enough to recognise the happening by."""
        return strong(self.types)


@lru_cache(maxsize=4096)
def strong(types: frozenset[str]) -> frozenset[str]:
    """The types of event that make a line of a timeline by themselves."""
    return frozenset(name for name in types if event_types()[name].weight >= STRONG)


def claims(article: AnnotatedArticle) -> list[Claim]:
    """Every claim of an article, in the order of its sentences."""
    return [claim for claim in _claims(article) if not _is_guess(claim)]


def _is_guess(claim: Claim) -> bool:
    """Whether a day far ahead in the next year was given that year by us: who means it says so."""
    span, article = days(claim.date), claim.told.article
    if not claim.published or span is None or span[0].year <= int(claim.published[:4]):
        return False
    ahead = (span[0] - dt.date.fromisoformat(claim.published)).days
    if ahead <= (_FAR_AHEAD_PLANNED if claim.planned else _FAR_AHEAD):
        return False
    inside = (
        t for t in article.times if t.start < claim.told.span.end and t.end > claim.told.span.start
    )
    return not any(
        day_value(time.value) == claim.date and _YEAR.search(article.surface(time))
        for time in inside
    )


def _claims(article: AnnotatedArticle) -> list[Claim]:
    events = _dated_events(article)
    sentences = told_sentences(article)
    stated = {told.number: _stated(article, told) for told in sentences}
    today = (article.article.published or "")[:10]
    dated = any(
        length(date) == 1
        for told in sentences
        if told.part in _OPENING
        for date in stated[told.number]
    )
    found: list[Claim] = []
    for told in sentences:
        own = stated[told.number]
        dates = events.get(told.number, {})
        if not own:
            # A date that is told elsewhere carries a line only for the news of the opening.
            dates = {
                d: them for d, them in dates.items() if told.part in _OPENING and _is_new(d, today)
            }
        elif any(length(date) == 1 for date in own):
            # A sentence that names a day does not tell of another one that it leaves out.
            dates = {date: them for date, them in dates.items() if date in own}
        if dated and today not in own:
            # The opening says when it happened: the day of publication is not that day.
            dates = {date: them for date, them in dates.items() if date != today}
        found += [_claim(told, date, them, own.get(date, IMPLIED)) for date, them in dates.items()]
        if not dates and told.part in {"lead", "body"}:
            bare = [date for date in own if length(date) <= WIDEST_WITHOUT_EVENT]
            found += [_claim(told, date, [], own[date]) for date in bare[:1]]
    return found


def _dated_events(article: AnnotatedArticle) -> dict[int, dict[str, list[Event]]]:
    """The events worth a line, by sentence and date."""
    found: dict[int, dict[str, list[Event]]] = {}
    for event in article.events:
        if _is_told(event):
            dates = found.setdefault(event.sentence, {})
            dates.setdefault(day_value(event.date or ""), []).append(event)
    return found


def _is_told(event: Event) -> bool:
    """Whether an event is worth a line: dated, no mere possibility, more than that one acts."""
    if not event.date or event.status not in {"actual", "planned"}:
        return False
    return is_calendar(event.date) and event_types()[event.type].weight >= LEAST_WEIGHT


def is_calendar(value: str) -> bool:
    """Whether a TIMEX3 value is a day, week, month ... of a calendar year."""
    span = days(value)
    return span is not None and span[0].year >= _LEAST_YEAR


def _is_new(date: str, today: str) -> bool:
    """Whether a date lies within the week before the day of publication, given as `today`."""
    told, published = days(date), days(today)
    if told is None or published is None:
        return False
    return 0 <= (published[0] - told[0]).days <= _WEEK


def _stated(article: AnnotatedArticle, told: Told) -> dict[str, int]:
    """The calendar dates that stand in a sentence, in order, each with how it stands there."""
    found: dict[str, int] = {}
    for time in article.times:
        if not told.span.start <= time.start < told.span.end or time.type not in {"DATE", "TIME"}:
            continue
        if is_calendar(time.value) and _says_when(article, told, time):
            how = WRITTEN if _DIGIT.search(article.surface(time)) else RELATIVE
            date = day_value(time.value)
            found[date] = min(how, found.get(date, how))
    return found


def _says_when(article: AnnotatedArticle, told: Told, time: Time) -> bool:
    """Whether a time says when something happens, and is not compared with or part of a name."""
    before = article.text[told.span.start : time.start].casefold()
    clause = _CLAUSE_END.split(before)[-1]
    if any(phrase in clause for phrase in date_references()):
        return False
    return not _belongs_to_noun(article, told, time)


def _belongs_to_noun(article: AnnotatedArticle, told: Told, time: Time) -> bool:
    """Whether a bare year says which one is meant (`Hiến pháp năm 1992`), not when it happened."""
    if length(time.value) <= WIDEST_WITHOUT_EVENT:
        return False
    at = bisect_left(article.words, time.start, key=_start) - 1
    if at < 0 or article.words[at].start < told.span.start:
        return False
    word = article.words[at]
    if word.pos not in {"NOUN", "PROPN"} or article.text[word.end : time.start].strip():
        return False
    return not any(
        event.trigger.start <= word.start < event.trigger.end for event in article.events
    )


def _start(span: Span) -> int:
    return span.start


def _claim(told: Told, date: str, events: Sequence[Event], stated: int) -> Claim:
    return Claim(
        told=told,
        date=date,
        types=frozenset(event.type for event in events),
        features=features(told, events),
        stated=stated,
        plans=frozenset(event.type for event in events if event.status == "planned"),
        quoted=_is_quoted(told),
    )


def _is_quoted(told: Told) -> bool:
    span = told.span
    inside = sum(
        max(0, min(span.end, quote.end) - max(span.start, quote.start))
        for quote in told.article.quotes
        if quote.kind == "direct"
    )
    return 2 * inside > span.end - span.start


def features(told: Told, events: Sequence[Event]) -> frozenset[str]:
    """What a sentence with these events can be compared by: words, participants, types.

    `told` may be cut to a clause of a sentence.
    """
    article, span = told.article, told.span
    found = set(_content(told))
    found.update(
        f"country {actor.country}"
        for actor in article.actors
        if actor.country and span.start <= actor.start < span.end
    )
    for event in events:
        found.update(role.entity for role in event.roles if role.entity)
        if event_types()[event.type].weight >= STRONG:
            found.add(f"type {event.type}")
    return frozenset(found)


def _content(told: Told) -> list[str]:
    """The content words of a sentence, without those of its times."""
    article, span = told.article, told.span
    times = [time for time in article.times if span.start <= time.start < span.end]
    first = bisect_left(article.words, span.start, key=_start)
    last = bisect_left(article.words, span.end, key=_start)
    found = []
    for word in article.words[first:last]:
        if word.pos in _CONTENT and not any(t.start <= word.start < t.end for t in times):
            text = " ".join(canonical(part) for part in article.surface(word).split())
            if text not in function_words():
                found.append(text)
    return found
