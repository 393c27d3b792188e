"""Claims of all articles joined to happenings: one happening, one date, everyone who tells it.

The more precise dates come first, so that `tháng 3` finds `16/3`. No claim is held against all
others: an index by calendar span and feature proposes a few happenings, and these are compared.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sukien.tell.dates import compatible, days, length, spans_around
from sukien.tell.timeline.claims import IMPLIED, Claim
from sukien.tell.timeline.sameness import SAME, Rarity

_PROPOSED_BY = 8
_LONGEST_ROW = 48
_COMPARED = 12
_CLAIMS_COMPARED = 4
_KNOWN_TO = 3
_DAYS_BEFORE = 3


class Happening(NamedTuple):
    """Claims that tell the same; `date` is the most precise of theirs."""

    claims: list[Claim]
    date: str

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that tell it."""
        return tuple(dict.fromkeys(claim.article for claim in self.claims))

    @property
    def types(self) -> frozenset[str]:
        """The types of all its claims."""
        return frozenset().union(*(claim.types for claim in self.claims))

    @property
    def strong(self) -> frozenset[str]:
        """Those that make a line by themselves."""
        return frozenset().union(*(claim.strong for claim in self.claims))


class Merged(NamedTuple):
    """The happenings of a story, and how much each feature says in it."""

    happenings: list[Happening]
    rarity: Rarity


def merged(claims: Sequence[Claim]) -> Merged:
    """The happenings that the claims tell, those of precise dates first."""
    rarity = Rarity(claims)
    index = _Index(rarity)
    for claim in sorted(claims, key=_precision):
        at = _home(claim, index, rarity)
        if at is None:
            index.put(claim)
        else:
            index.happenings[at].claims.append(claim)
    return Merged(index.happenings, rarity)


def _precision(claim: Claim) -> tuple[bool, int, str, str, str, int]:
    """Dates that stand in the sentence first, and of these the more precise."""
    implied = claim.stated == IMPLIED
    day = length(claim.date)
    return (implied, day, claim.date, claim.published or "9", claim.article, claim.told.number)


class _Index:
    """Happenings by the spans around their date and their rarest features."""

    def __init__(self, rarity: Rarity) -> None:
        self.happenings: list[Happening] = []
        self._rows: dict[tuple[str, str], list[int]] = {}
        self._rarity = rarity

    def put(self, claim: Claim) -> None:
        """A new happening, told by this claim."""
        number = len(self.happenings)
        self.happenings.append(Happening([claim], claim.date))
        features = self.features(claim)
        for span in spans_around(claim.date):
            for feature in features:
                row = self._rows.setdefault((span, feature), [])
                if len(row) < _LONGEST_ROW:
                    row.append(number)

    def near(self, features: Iterable[str], date: str) -> list[int]:
        """The happenings within a date that share most of these features."""
        votes: Counter[int] = Counter()
        for feature in features:
            votes.update(self._rows.get((date, feature), ()))
        return sorted(votes, key=lambda number: (-votes[number], number))[:_COMPARED]

    def features(self, claim: Claim) -> tuple[str, ...]:
        """What a claim is looked up by."""
        strong = (f"type {name}" for name in sorted(claim.strong))
        rarest = self._rarity.rarest(claim.features, _PROPOSED_BY)
        return tuple(dict.fromkeys((*strong, *rarest)))


def _home(claim: Claim, index: _Index, rarity: Rarity) -> int | None:
    """The happening that a claim tells of: the most alike of those whose dates agree."""
    best, most = None, 0.0
    features = index.features(claim)
    for date in _dates_meant(claim):
        for number in index.near(features, date):
            happening = index.happenings[number]
            if not compatible(date, happening.date):
                continue
            heard = happening.claims[:_CLAIMS_COMPARED]
            known = len(heard) == _CLAIMS_COMPARED and len(happening.articles) >= _KNOWN_TO
            moved = claim._replace(date=date)
            score = max(rarity.sameness(moved, one, known=known) for one in heard)
            if score > most:
                best, most = number, score
    return best if most >= SAME else None


def _dates_meant(claim: Claim) -> list[str]:
    """The claim's date; news that names no day may be of the days before too."""
    span = days(claim.date)
    if claim.stated != IMPLIED or span is None or span[0] != span[1]:
        return [claim.date]
    return [(span[0] - dt.timedelta(days=back)).isoformat() for back in range(_DAYS_BEFORE + 1)]
