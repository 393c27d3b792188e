"""Items of an agenda while it is told: who announces what, and what closes it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sukien.knowledge.agenda_words import limit_words
from sukien.tell.agenda.closings import Closing
from sukien.tell.dates import compatible, days, length
from sukien.tell.reading import Told
from sukien.tell.timeline.claims import IMPLIED, WRITTEN, Claim, strong
from sukien.tell.timeline.merging import Happening
from sukien.tell.timeline.sameness import Rarity

Place = tuple[str, int]
_NAMES_ITS_DATE = 0.15
_REPEATED_LIMIT, _REPEATED_HERE = 0.08, 0.1
_REPEATED_TYPE, _REPEATED = 0.12, 0.28
_HAPPENED, _OF_ITS_TYPE, _ALIKE = 0.2, 0.33, 0.45
_COMPARED = 6
_WIDEST_NAMED = 31
_USUAL = 0.3
_WORDS, _FEW_WORDS = 3.0, 1.2
_LONG_PAST = 7
_SOON = 2
_LIMIT_BEFORE = 30
_ABOUT_CLOSING = frozenset(("type postpone", "type break-off", "type close-event"))


@dataclass(slots=True)
class Draft:
    """Something announced for `date` by `claims`; `told` are later claims that it happened."""

    date: str
    claims: list[Claim]
    told: list[Claim] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)

    @property
    def announced(self) -> str:
        """The day of the first article that announces it, empty when none is dated."""
        return min((claim.published for claim in self.claims if claim.published), default="")

    @property
    def is_limit(self) -> bool:
        """Whether the date is the last day for it: `trước ngày 15/9`."""
        return any(_is_limit(claim) for claim in self.claims[:_COMPARED])


def _is_limit(claim: Claim) -> bool:
    article, span = claim.told.article, claim.told.span
    for time in article.times:
        if span.start <= time.start < span.end and time.value.startswith(claim.date):
            before = article.text[max(span.start, time.start - _LIMIT_BEFORE) : time.start]
            if limit_words().search(before.lower()):
                return True
    return False


def draft(happening: Happening, closings: Mapping[Place, Closing], rarity: Rarity) -> Draft | None:
    """What a happening's claims announce, and which of them tell that it came to be."""
    announcing = [claim for claim in happening.claims if announces(claim, closings)]
    if not announcing:
        return None
    date = min((claim.date for claim in announcing), key=lambda one: (length(one), one))
    one = Draft(date, announcing)
    if _is_of_now(one):
        return None
    one.told += [
        claim
        for claim in happening.claims
        if _tells(claim, one)
        and not _is_closed_there(claim, closings)
        and not announces(claim, closings)
        and _is_the_same(claim, announcing, rarity)
    ]
    return one


def _is_closed_there(claim: Claim, closings: Mapping[Place, Closing]) -> bool:
    """Whether a claim's own clause moves or cancels what its date had."""
    closing = closings.get(place(claim))
    return closing is not None and closing.outcome != "done" and claim.date in closing.own


def _is_of_now(one: Draft) -> bool:
    """Whether a wide date holds the day it is spoken of: a goal for this year is no appointment."""
    span = days(one.date)
    wide = span is not None and (span[1] - span[0]).days > _WIDEST_NAMED
    return wide and span is not None and one.announced >= span[0].isoformat()


def _tells(claim: Claim, one: Draft) -> bool:
    """Whether a claim is of the item's day, from then or later, and of something that happened."""
    own, span = days(claim.date), days(one.date)
    if own is None or span is None or claim.planned or not claim.types:
        return False
    inside = claim.stated == IMPLIED or (span[0] <= own[0] and own[1] <= span[1])
    later = claim.published > one.announced and own[0].isoformat() >= one.announced
    return inside and later and claim.published >= span[0].isoformat()


def _is_the_same(claim: Claim, announcing: Sequence[Claim], rarity: Rarity) -> bool:
    """Whether a claim tells what was announced, not another thing that the sentence mentions."""
    return any(
        rarity.alike(claim.features, other.features) >= _least_told(claim, other)
        and _shares_words(claim.features, other.features, rarity, _WORDS)
        and _may_be_of_one(claim.told, other.told)
        for other in announcing[:_COMPARED]
    )


def _least_told(claim: Claim, other: Claim) -> float:
    """How much a claim must share with what was announced: less where it is of the type planned."""
    if claim.strong & strong(other.plans or other.types):
        return _HAPPENED
    return _OF_ITS_TYPE if _have_in_common(_named(claim.told), _named(other.told)) else _ALIKE


def _shares_words(one: frozenset[str], other: frozenset[str], rarity: Rarity, least: float) -> bool:
    """Whether two sentences share more than types of events and what all of the story share."""
    words = frozenset(word for word in one & other if not word.startswith("type "))
    return rarity.size(words) >= least


def _may_be_of_one(one: Told, other: Told) -> bool:
    """Whether two sentences name nobody, or somebody in common: people, bodies, countries."""
    mine, yours = _named(one), _named(other)
    return not mine or not yours or _have_in_common(mine, yours)


def _have_in_common(mine: Mapping[str, str], yours: Mapping[str, str]) -> bool:
    """Whether an entity is in both, or a name of one is part of a name of the other."""
    return bool(mine.keys() & yours.keys()) or any(
        one in other or other in one for one in mine.values() for other in yours.values()
    )


def _named(told: Told) -> dict[str, str]:
    """The people, bodies and countries that a sentence names, with their words."""
    span = told.span
    return {
        name.entity: f" {' '.join(told.article.surface(name).split()).lower()} "
        for name in told.article.names
        if name.entity
        and span.start <= name.start < span.end
        and (name.type in {"PER", "ORG"} or name.entity.startswith("country:"))
    }


def without_repeats(drafts: Sequence[Draft], rarity: Rarity) -> list[Draft]:
    """Items of one date in like words, or of one type, are one."""
    kept: list[Draft] = []
    by_date: dict[str, list[Draft]] = {}
    for one in drafts:
        rows = by_date.setdefault(one.date, [])
        home = next((other for other in rows if _repeats(one, other, rarity)), None)
        if home is None:
            rows.append(one)
            kept.append(one)
        else:
            home.claims += one.claims
            home.told += one.told
    return kept


def _repeats(one: Draft, other: Draft, rarity: Rarity) -> bool:
    """Whether two items of a date are one; of last days a story seldom has two on one day."""
    limits = one.is_limit and other.is_limit
    return any(
        rarity.alike(a.features, b.features)
        >= (_REPEATED_LIMIT if limits else _least_repeated(a, b))
        for a in one.claims[:_COMPARED]
        for b in other.claims[:_COMPARED]
    )


def _least_repeated(one: Claim, other: Claim) -> float:
    """How much two claims of a date share that are one; less within an article."""
    if one.article == other.article:
        return _REPEATED_HERE
    return _REPEATED_TYPE if one.strong & other.strong else _REPEATED


def place(claim: Claim) -> Place:
    """A claim's article and the number of its sentence."""
    return claim.article, claim.told.number


def announces(claim: Claim, closings: Mapping[Place, Closing]) -> bool:
    """Whether a claim is of a day after its article's: what is to come, not what has been.

    In a sentence that moves or cancels, only the new date is announced.
    """
    span = days(claim.date)
    if span is None or claim.stated == IMPLIED:
        return False
    closing = closings.get(place(claim))
    if closing is not None and closing.outcome != "done":
        return any(new.led and new.date == claim.date for new in closing.new)
    if not claim.published:
        return claim.planned
    today = dt.date.fromisoformat(claim.published)
    if claim.planned:
        return span[1] > today
    # What is told of the next days as past was printed later than its article says.
    soon = bool(claim.types) and (span[0] - today).days <= _SOON
    return span[0] == span[1] > today and claim.stated == WRITTEN and not soon


def closed_by(drafts: Sequence[Draft], closing: Closing, rarity: Rarity) -> list[Draft]:
    """The items that a closing sentence is about: those of the date that it states, else the most
    alike, of these the nearest to come.
    """
    scored = [
        (score, one)
        for one in drafts
        if _can_close(one, closing) and (score := _likeness(one, closing, rarity))
    ]
    named = [one for _, one in scored if names_date(one, closing)]
    if named or not scored:
        return named
    return [max(scored, key=lambda pair: (round(pair[0], 2), _backwards(pair[1].date)))[1]]


def _backwards(date: str) -> int:
    span = days(date)
    return -span[0].toordinal() if span else 0


def _can_close(one: Draft, closing: Closing) -> bool:
    """Whether the days fit: said after the announcement, and of the item's day if of any."""
    if place(one.claims[0]) == closing.place or not one.announced <= closing.published:
        return False
    if all(claim.article == closing.told.article.id for claim in one.claims):
        return False
    span = days(one.date)
    if span is None:
        return False
    if closing.outcome == "done":
        last = span[1].isoformat()
        days_said = (closing.published, *(date for date in closing.dates if length(date) == 1))
        return any(one.announced < day <= last for day in days_said) and one.is_limit
    if closing.outcome == "moved" and closing.published > span[1].isoformat():
        return False
    return names_date(one, closing) or not (_is_long_past(one, closing) or _is_of_other(closing))


def _is_long_past(one: Draft, closing: Closing) -> bool:
    span = days(one.date)
    if span is None or not closing.published:
        return False
    return (dt.date.fromisoformat(closing.published) - span[1]).days > _LONG_PAST


def _is_of_other(closing: Closing) -> bool:
    """Whether a sentence speaks of a day, or of days long gone, and not of the item's."""
    return any(
        length(date) == 1 or (span := days(date)) is None or span[1].isoformat() < closing.published
        for date in closing.dates
        if not _is_new(date, closing)
    )


def _is_new(date: str, closing: Closing) -> bool:
    return any(new.date == date and new.led for new in closing.new)


def names_date(one: Draft, closing: Closing) -> bool:
    """Whether a closing sentence states the item's own date."""
    return any(
        length(date) <= _WIDEST_NAMED and compatible(date, one.date)
        for date in closing.dates
        if not _is_new(date, closing)
    )


def _likeness(one: Draft, closing: Closing, rarity: Rarity) -> float:
    """How much a closing sentence is about an item, 0 when it is about something else."""
    features = closing.features - _ABOUT_CLOSING
    named = names_date(one, closing)
    heard = one.claims[:_COMPARED]
    usual = sum(rarity.alike(features, claim.features) for claim in heard) / len(heard)
    if not named and usual < _USUAL:
        return 0.0
    best = 0.0
    for claim in heard:
        least, words = (_NAMES_ITS_DATE, _FEW_WORDS) if named else (_ALIKE, _WORDS)
        if not named and _shares_type(features, claim.features):
            least = _OF_ITS_TYPE
        alike = rarity.alike(features, claim.features)
        about = alike >= least and _shares_words(features, claim.features, rarity, words)
        if about and _may_be_of_one(closing.told, claim.told):
            best = max(best, alike + named)
    return best


def _shares_type(one: Iterable[str], other: frozenset[str]) -> bool:
    return any(feature in other for feature in one if feature.startswith("type "))


def new_date(one: Draft, closing: Closing) -> str | None:
    """The date that an item was moved to, where the sentence gives one."""
    other = [new for new in closing.new if not compatible(new.date, one.date)]
    led = [new.date for new in other if new.led]
    later = [new.date for new in other if new.date > closing.published]
    return next(iter((*led, *later)), None)
