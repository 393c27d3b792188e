"""Finds the items that a closing sentence may be about, without holding it against all of them."""

from collections import Counter
from collections.abc import Iterable

from sukien.tell.agenda.closings import Closing
from sukien.tell.agenda.drafts import Draft
from sukien.tell.dates import spans_around
from sukien.tell.timeline.sameness import Rarity

_LOOKED_UP_BY = 8
_LONGEST_ROW = 48
_PROPOSED = 24
_HEARD = 6
_DATE_VOTES = 4


class Lookup:
    """Items by their dates, the spans around them and their rarest features."""

    def __init__(self, drafts: Iterable[Draft], rarity: Rarity) -> None:
        self._rarity = rarity
        self._drafts: list[Draft] = []
        self._dates: dict[str, list[int]] = {}
        self._rows: dict[str, list[int]] = {}
        for one in drafts:
            self.put(one)

    def put(self, one: Draft) -> None:
        """One more item that can be found."""
        number = len(self._drafts)
        self._drafts.append(one)
        for span in spans_around(one.date):
            self._dates.setdefault(span, []).append(number)
        heard = one.claims[:_HEARD]
        features = (f for c in heard for f in self._rarity.rarest(c.features, _LOOKED_UP_BY))
        for feature in dict.fromkeys(features):
            row = self._rows.setdefault(feature, [])
            if len(row) < _LONGEST_ROW:
                row.append(number)

    def near(self, closing: Closing) -> list[Draft]:
        """The items that share most with a closing sentence: its dates, then what is rare."""
        votes: Counter[int] = Counter()
        for feature in self._rarity.rarest(closing.features, 2 * _LOOKED_UP_BY):
            votes.update(self._rows.get(feature, ()))
        for date in closing.dates:
            for span in spans_around(date)[:_DATE_VOTES]:
                votes.update(dict.fromkeys(self._dates.get(span, ()), _DATE_VOTES))
        found = sorted(votes, key=lambda number: (-votes[number], number))[:_PROPOSED]
        return [self._drafts[number] for number in sorted(found)]
