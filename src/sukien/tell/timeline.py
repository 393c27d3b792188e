"""What happened or is announced, by date: dated events of all articles, merged where they are one.

A claim is an event with its date in a sentence of an article. Claims are one happening when their
dates agree (`2024-03` and `2024-03-16` do) and they share a type of event and an actor or words.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sukien.knowledge.dangling import dangling_openings
from sukien.knowledge.happenings import event_types
from sukien.model import AnnotatedArticle, Event, Evidence, TimelineEntry
from sukien.tell.dates import compatible, day_value, days, length
from sukien.tell.reading import Origins, Told, likeness, told_sentences, words

_ALIKE = 0.45
_ALIKE_SAME_TYPE = 0.15
_LONG = 45
_SHORT = 8
_EVIDENCE_AN_ARTICLE = 2
_LEAST_YEAR = 1000
_WIDEST_WITHOUT_EVENT = 31
_LEAST_WEIGHT = 0.5
_STRONG = 0.7
_WEEK = 7


class Claim(NamedTuple):
    """A sentence that says what happened on a date."""

    told: Told
    date: str
    types: frozenset[str]
    actors: frozenset[str]
    words: frozenset[str]
    explicit: bool
    planned: bool


class Happening(NamedTuple):
    """Claims that tell the same."""

    claims: list[Claim]
    date: str


def timeline(
    articles: Sequence[AnnotatedArticle], origins: Origins, now: dt.date | None
) -> tuple[TimelineEntry, ...]:
    """The lines of a story's timeline, oldest first."""
    claims = [claim for article in articles for claim in _claims(article)]
    happenings = _chosen(_merged(claims))
    entries = [_entry(one, origins, now) for one in happenings]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[dt.date, int, str]:
    span = days(entry.date)
    return (span[0] if span else dt.date.min, length(entry.date), entry.text)


def _claims(article: AnnotatedArticle) -> list[Claim]:
    by_sentence: dict[int, dict[str, list[int]]] = {}
    for number, event in enumerate(article.events):
        if _is_told(event):
            dates = by_sentence.setdefault(event.sentence, {})
            dates.setdefault(day_value(event.date or ""), []).append(number)
    found: list[Claim] = []
    sentences = told_sentences(article)
    today = article.article.published[:10] if article.article.published else ""
    dated = any(_tells_when(article, told) for told in sentences if told.part in {"title", "lead"})
    for told in sentences:
        stated = _stated(article, told)
        dates = by_sentence.get(told.number, {})
        if not stated:
            # A date that is told elsewhere carries a line only for the news of the opening.
            opens = told.part in {"title", "lead"}
            dates = {d: numbers for d, numbers in dates.items() if opens and _is_new(d, today)}
        if dated and today not in stated:
            # The opening says when it happened: the day of publication is not that day.
            dates = {date: numbers for date, numbers in dates.items() if date != today}
        found += [_claim(told, date, numbers, date in stated) for date, numbers in dates.items()]
        bare = [d for d in stated if d not in dates and length(d) <= _WIDEST_WITHOUT_EVENT]
        if not dates and told.part in {"lead", "body"}:
            found += [_claim(told, date, [], True) for date in bare[:1]]
    return found


def _is_new(date: str, today: str) -> bool:
    """Whether a date lies within the week before the day of publication, given as `today`."""
    told, published = days(date), days(today)
    if told is None or published is None:
        return False
    return 0 <= (published[0] - told[0]).days <= _WEEK


def _is_told(event: Event) -> bool:
    """Whether an event is worth a line: dated, no mere possibility, more than that one acts."""
    if not event.date or event.status not in {"actual", "planned"}:
        return False
    return _is_calendar(event.date) and event_types()[event.type].weight >= _LEAST_WEIGHT


def _tells_when(article: AnnotatedArticle, told: Told) -> bool:
    """Whether a sentence states a day."""
    return any(length(date) == 1 for date in _stated(article, told))


def _is_calendar(value: str) -> bool:
    span = days(value)
    return span is not None and span[0].year >= _LEAST_YEAR


def _stated(article: AnnotatedArticle, told: Told) -> dict[str, None]:
    """The calendar dates that stand in a sentence, in order."""
    inside = [
        t
        for t in article.times
        if told.span.start <= t.start < told.span.end and t.type in {"DATE", "TIME"}
    ]
    return dict.fromkeys(day_value(t.value) for t in inside if _is_calendar(t.value))


def _claim(told: Told, date: str, numbers: Sequence[int], explicit: bool) -> Claim:
    events = [told.article.events[number] for number in numbers]
    actors = {
        role.entity or told.article.surface(role).casefold()
        for event in events
        for role in event.roles
    }
    return Claim(
        told=told,
        date=date,
        types=frozenset(event.type for event in events),
        actors=frozenset(actors),
        words=words(told.text),
        explicit=explicit,
        planned=any(event.status == "planned" for event in events),
    )


def _merged(claims: Sequence[Claim]) -> list[Happening]:
    """Claims joined to happenings, the more precise dates first."""
    happenings: list[Happening] = []
    by_first_day: dict[dt.date, list[int]] = {}
    for claim in sorted(claims, key=_precision):
        at = _home(claim, happenings, by_first_day)
        if at is not None:
            happenings[at].claims.append(claim)
            continue
        span = days(claim.date)
        if span is not None:
            by_first_day.setdefault(span[0], []).append(len(happenings))
        happenings.append(Happening([claim], claim.date))
    return happenings


def _precision(claim: Claim) -> tuple[int, str, str, int]:
    told = claim.told
    return (length(claim.date), claim.date, told.article.article.published or "9", told.number)


def _home(
    claim: Claim, happenings: list[Happening], by_first_day: dict[dt.date, list[int]]
) -> int | None:
    """The happening that a claim tells of: the most alike of those whose dates agree."""
    span = days(claim.date)
    if span is None:
        return None
    if length(claim.date) == 1:
        near = by_first_day.get(span[0], [])
    else:
        near = [n for first, ns in by_first_day.items() if span[0] <= first <= span[1] for n in ns]
    best, most = None, 0.0
    for number in near:
        if not compatible(claim.date, happenings[number].date):
            continue
        score = max(_sameness(claim, other) for other in happenings[number].claims)
        if score > most:
            best, most = number, score
    return best


def _sameness(one: Claim, other: Claim) -> float:
    """More than 0 when two claims of agreeing dates tell of one happening."""
    alike = likeness(one.words, other.words)
    same_type = bool(one.types & other.types)
    same_day = one.date == other.date
    if one.told.article.id == other.told.article.id and one.told.number == other.told.number:
        return 2.0 if same_day else 0.0
    if alike >= _ALIKE:
        return 1.0 + alike
    shared = bool(one.actors & other.actors) or alike >= 2 * _ALIKE_SAME_TYPE
    if same_type and alike >= _ALIKE_SAME_TYPE and (shared or not same_day):
        return 0.5 + alike
    return 0.0


def _chosen(happenings: Sequence[Happening]) -> list[Happening]:
    """Of each date the happening that most tell, and every one that several articles tell."""
    by_date: dict[str, list[Happening]] = {}
    for one in happenings:
        by_date.setdefault(one.date, []).append(one)
    chosen: list[Happening] = []
    for rows in by_date.values():
        rows.sort(key=_weight)
        first, *others = rows
        chosen.append(first)
        chosen += [one for one in others if _is_another(one, first)]
    return [one for one in chosen if not _is_vague(one)]


def _is_another(one: Happening, first: Happening) -> bool:
    """Whether a second happening of one date is told by several articles and is of other types."""
    return _article_count(one) > 1 and not _types(one) & _types(first)


def _types(happening: Happening) -> frozenset[str]:
    return frozenset().union(*(claim.types for claim in happening.claims))


def _is_vague(one: Happening) -> bool:
    """A month or week that one article names in passing, or a year with a weak event."""
    span = length(one.date)
    if span == 1 or _article_count(one) > 1:
        return False
    if span > _WIDEST_WITHOUT_EVENT:
        return max((event_types()[name].weight for name in _types(one)), default=0.0) < _STRONG
    return "-W" in one.date or not _types(one)


def _article_count(happening: Happening) -> int:
    return len({claim.told.article.id for claim in happening.claims})


def _weight(happening: Happening) -> tuple[int, int, int, str]:
    best = min(happening.claims, key=_telling(happening.date))
    leads = sum(claim.told.part in {"lead", "title"} for claim in happening.claims)
    return (-_article_count(happening), -leads, best.told.number, best.told.text)


def _fitness(claim: Claim) -> tuple[int, int, str, str]:
    """How well a claim's sentence tells the happening; the least is best."""
    told = claim.told
    syllables = len(told.text.split())
    flaws = 3 * (told.part == "title") + 2 * (told.part == "caption")
    flaws += 2 * (not claim.explicit) * (told.part != "lead") + 2 * (not claim.types)
    flaws += (syllables > _LONG) + 2 * (syllables < _SHORT) + (told.text[:1] in '"“')
    flaws += 2 * told.text.casefold().startswith(dangling_openings())
    return (flaws, told.number, told.article.article.published or "9", told.article.id)


def _telling(date: str) -> Callable[[Claim], tuple[int, tuple[int, int, str, str]]]:
    """Sentences that state the happening's own date come first, then the fittest."""
    return lambda claim: (int(claim.date != date), _fitness(claim))


def _entry(happening: Happening, origins: Origins, now: dt.date | None) -> TimelineEntry:
    claims = sorted(happening.claims, key=_telling(happening.date))
    ids = list(dict.fromkeys(claim.told.article.id for claim in claims))
    span = days(happening.date)
    return TimelineEntry(
        date=happening.date,
        text=claims[0].told.text,
        evidence=tuple(_evidence(claims)),
        articles=len(ids),
        sources=origins.count(ids),
        upcoming=now is not None and span is not None and span[0] > now,
    )


def _evidence(claims: Sequence[Claim]) -> list[Evidence]:
    used: dict[str, set[int]] = {}
    found: list[Evidence] = []
    for claim in claims:
        told = claim.told
        numbers = used.setdefault(told.article.id, set())
        if told.number in numbers or len(numbers) >= _EVIDENCE_AN_ARTICLE:
            continue
        numbers.add(told.number)
        found.append(Evidence(article=told.article.id, start=told.span.start, end=told.span.end))
    return found
