"""Which happenings become lines of a timeline, and which sentence tells each."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from sukien.knowledge.dangling import dangling_openings
from sukien.knowledge.happenings import event_types
from sukien.model import Evidence, TimelineEntry
from sukien.tell.dates import days, length
from sukien.tell.origins import Origins
from sukien.tell.timeline.claims import IMPLIED, WIDEST_WITHOUT_EVENT, WRITTEN, Claim
from sukien.tell.timeline.merging import Happening
from sukien.tell.timeline.sameness import Rarity

_LONG, _SHORT = 45, 8
_MOST_A_DATE = 3
_LEAST_ALONE = 0.7
_LEAST_YEAR = 0.9
_LEAST_BACKDROP = 0.5
_ALIKE, _ALIKE_OF_TYPE = 0.3, 0.15
_OF_A_PERSON = frozenset(("born",))
_A_YEAR = 365
_COMPARED = 6
_HEARD = 24
_CENTRAL = 3.0


def chosen(
    happenings: Sequence[Happening], rarity: Rarity, first: dt.date | None
) -> list[Happening]:
    """Of each date the happening that most tell, and others that stand by themselves.

    `first` is the day of the story's first article. What repeats a happening of its date in other
    words becomes further evidence of it.
    """
    by_date: dict[str, list[Happening]] = {}
    for one in happenings:
        if not is_vague(one, first):
            by_date.setdefault(one.date, []).append(one)
    kept = [one for rows in by_date.values() for one in _of_a_date(rows, rarity)]
    elsewhere = Counter(article for one in kept for article in one.articles)
    return [one for one in kept if not (_is_title(one) and elsewhere[one.claims[0].article] > 1)]


def _of_a_date(rows: list[Happening], rarity: Rarity) -> list[Happening]:
    rows.sort(key=_weight)
    kept: list[Happening] = []
    for one in rows:
        home = next((other for other in kept if _repeats(one, other, rarity)), None)
        if home is not None:
            home.claims.extend(one.claims)
        elif not kept or (len(kept) < _MOST_A_DATE and _stands_alone(one)):
            kept.append(Happening([*one.claims], one.date))
    return kept


def _weight(happening: Happening) -> tuple[int, int, int, str]:
    best = min(happening.claims, key=lambda claim: _flaws(claim, happening.date))
    leads = sum(claim.told.part in {"lead", "title"} for claim in happening.claims)
    return (-len(happening.articles), -leads, best.told.number, best.told.text)


def _repeats(one: Happening, other: Happening, rarity: Rarity) -> bool:
    """Whether a happening of the same date is told already, in like words."""
    mine, yours = one.claims[:_COMPARED], other.claims[:_COMPARED]
    return any(
        rarity.alike(a.features, b.features) >= (_ALIKE_OF_TYPE if a.strong & b.strong else _ALIKE)
        for a in mine
        for b in yours
    )


def _is_title(one: Happening) -> bool:
    """Whether nothing but a title without a date tells a happening."""
    return all(claim.told.part == "title" and claim.stated == IMPLIED for claim in one.claims)


def _stands_alone(one: Happening) -> bool:
    """Whether a second happening of a date is worth its own line."""
    if len(one.articles) > 1:
        return bool(one.types)
    said = any(claim.stated == WRITTEN and not claim.quoted for claim in one.claims)
    return said and _heaviest(one) >= _LEAST_ALONE


def _heaviest(one: Happening) -> float:
    return max((event_types()[name].weight for name in one.types), default=0.0)


def is_vague(one: Happening, first: dt.date | None) -> bool:
    """Whether a happening is no line: a month or week that one article names in passing, say.

    So are a year with a weak event, a birth, and a day that somebody who is quoted calls today.
    """
    span = length(one.date)
    if len(one.articles) > 1:
        return False
    if one.types == _OF_A_PERSON or all(_is_somebodys_today(claim) for claim in one.claims):
        return True
    if span == 1:
        return False
    if span > WIDEST_WITHOUT_EVENT:
        return _heaviest(one) < (_LEAST_BACKDROP if is_backdrop(one.date, first) else _LEAST_YEAR)
    return "-W" in one.date or not one.types


def _is_somebodys_today(claim: Claim) -> bool:
    """Whether a day is only named as `hôm nay` by somebody who is quoted."""
    return claim.quoted and claim.stated != WRITTEN


def is_backdrop(date: str, first: dt.date | None) -> bool:
    """Whether a date ended more than a year before the story's first article."""
    span = days(date)
    return first is not None and span is not None and (first - span[1]).days > _A_YEAR


def _flaws(claim: Claim, date: str) -> int:
    """What speaks against a claim's sentence telling the happening; the least is best."""
    text = claim.told.text
    syllables = len(text.split())
    flaws = 4 * (claim.date != date) + 3 * (claim.told.part == "title") + 2 * claim.quoted
    flaws += 2 * (claim.told.part == "caption") + 2 * (not claim.types) + _unstated(claim)
    flaws -= claim.told.part == "lead"
    flaws += (syllables > _LONG) + 2 * (syllables < _SHORT) + (text[:1] in '"“')
    return flaws + 2 * text.casefold().startswith(dangling_openings())


def _unstated(claim: Claim) -> int:
    """A lead need not name the day; any other sentence must to be understood."""
    return 3 if claim.stated == IMPLIED and claim.told.part != "lead" else claim.stated > WRITTEN


def telling(happening: Happening, rarity: Rarity) -> Callable[[Claim], tuple[object, ...]]:
    """The sentences with fewest flaws that share most with the others first."""
    heard = [claim.features for claim in happening.claims[:_HEARD]]

    def order(claim: Claim) -> tuple[object, ...]:
        shared = sum(rarity.alike(claim.features, other) for other in heard) / len(heard)
        score = _flaws(claim, happening.date) - _CENTRAL * shared
        return (round(score, 3), claim.told.number, claim.published or "9", claim.article)

    return order


def line(
    happening: Happening,
    rarity: Rarity,
    origins: Origins,
    *,
    first: dt.date | None,
    now: dt.date | None,
) -> TimelineEntry:
    """A happening as a line: the best sentence, and every sentence that supports it."""
    claims = sorted(happening.claims, key=telling(happening, rarity))
    ids = origins.with_echoes(claim.article for claim in claims)
    span = days(happening.date)
    return TimelineEntry(
        date=happening.date,
        text=claims[0].told.text,
        evidence=evidence(claims),
        articles=len(ids),
        sources=origins.count(ids),
        upcoming=now is not None and span is not None and span[0] > now,
        background=is_backdrop(happening.date, first),
    )


def evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """The sentences of claims, each once."""
    places = {(c.article, c.told.span.start, c.told.span.end): None for c in claims}
    return tuple(Evidence(article=one, start=start, end=end) for one, start, end in places)
