"""The cast of an article: whom `ông`, `họ`, `công ty này` mean, and whom a clause leaves unsaid.

A role holds the words of its clause. Where they only point back, a second role of the same name
holds the phrase they stand for, in the same sentence or in one before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sukien.annotate.clauses.noun_phrases import behind, headed, is_verb
from sukien.annotate.clauses.phrases import NOMINAL, Range
from sukien.annotate.clauses.rows import Row, Unit, start_of
from sukien.annotate.clauses.traits import (
    ACTOR,
    AFTER,
    DOUBLE,
    FINITE,
    NAME,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERBAL,
)
from sukien.annotate.events.find import Found
from sukien.annotate.events.roles import Part, suffers
from sukien.annotate.events.subject import subject_of
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.model import Name, Quote

_MEN = frozenset({"ông", "anh", "cậu", "chú", "bác", "chàng", "lão", "ông ấy", "anh ấy", "anh ta"})
_WOMEN = frozenset({"bà", "chị", "cô", "nàng", "bà ấy", "cô ấy", "chị ấy", "cô ta", "bà ta"})
_SEXED = _MEN | _WOMEN
_ME = frozenset({"tôi", "chúng tôi", "mình", "chúng ta", "chúng em", "chúng cháu"})
_ANYBODY = frozenset({"ai", "ai đó", "mọi người", "người ta", "con", "em", "cháu"})
_MANY = frozenset(
    {"họ", "chúng", "cả hai", "hai bên", "các bên", "nhóm này", "hai người", "cặp đôi", "đôi trẻ"}
    | {"hai nước", "hai đội", "cả hai đội", "hai quốc gia", "hai vợ chồng", "hai nhà lãnh đạo"}
)
_OF_MANY = tuple(sorted({phrase.split(maxsplit=1)[0] for phrase in _MANY}))
_MOST_MANY = max(len(phrase.split()) for phrase in _MANY)
_STATE = frozenset({"nước này", "quốc gia này", "nước", "quốc gia", "đất nước"})
_PLURAL = frozenset({"các", "những", "hai", "ba", "bốn", "nhiều", "một số", "hàng loạt", "cặp"})
_BODIES = frozenset(
    {
        "đơn vị",
        "công ty",
        "hãng",
        "doanh nghiệp",
        "tập đoàn",
        "ngân hàng",
        "nhà trường",
        "bệnh viện",
    }
    | {"đội", "đội bóng", "câu lạc bộ", "clb", "cơ quan", "tổ chức", "trường", "tờ báo", "nhà băng"}
)
_WORKS = frozenset({"phim", "bộ phim", "tác phẩm", "album", "ca khúc", "cuốn sách", "vở kịch"})
_EMPTY = frozenset({"đây", "đó", "điều", "điều này", "việc", "ai"})
_VERBS = VERBAL | DOUBLE | FINITE
_FIRST = 4
_BACK_ROWS = 6
_BACK_NAMES = 60
_TITLES = 3
_CHAIN = 3
_NESTED = 4


class Place(NamedTuple):
    """Units `first` to `last` of the sentence with number `row`."""

    row: int
    first: int
    last: int


class Cast:
    """The names, speakers and subjects of an article, for what points back to them."""

    def __init__(
        self, rows: Sequence[Row], quotes: Sequence[Quote], names: Sequence[Name] = ()
    ) -> None:
        self.rows = rows
        self.quotes = sorted(quotes, key=start_of)
        self.named = [
            (number, index)
            for number, row in enumerate(rows)
            for index, unit in enumerate(row)
            if unit.traits & NAME
        ]
        self.people = {name.start: name.entity for name in names if name.type == "PER"}
        self.full = self._full_names()
        self._topics: dict[int, Place | None] = {}

    def _full_names(self) -> dict[str, Place]:
        """Where each person is first named in full, by the entity."""
        found: dict[str, Place] = {}
        for number, index in self.named:
            unit = self.rows[number][index]
            entity = self.people.get(unit.start)
            if entity and " " in unit.text:
                found.setdefault(entity, Place(number, index, index + 1))
        return found

    def complete(
        self, number: int, hit: Found, parts: Sequence[Part]
    ) -> Iterator[tuple[str, Place]]:
        """The parts of an event, with whom they point back to, and who is unsaid."""
        row = self.rows[number]
        said = (hit.noun and bool(parts)) or any(part.units[0] < hit.unit for part in parts)
        topic = None if said else self.topic(number, hit.unit)
        if topic:
            yield "other" if suffers(row, hit.unit, max(0, hit.unit - 3)) else "one", topic
        for part in parts:
            place = Place(number, *part.units)
            yield part.side, place
            meant = self.antecedent(place) or self._fuller(place)
            if meant:
                yield part.side, meant

    def _fuller(self, place: Place) -> Place | None:
        """The full name of a person whom the phrase names by one word: `ông Tập`."""
        row, name = self.rows[place.row], place.last - 1
        short = row[name].label == "PER" and " " not in row[name].text
        if not short or _titled(row, name) > place.first:
            return None
        return self.full.get(self.people.get(row[name].start) or "")

    def antecedent(self, place: Place, depth: int = 0) -> Place | None:
        """The phrase that the phrase at `place` stands for, or None when it says itself who."""
        row = self.rows[place.row]
        head = row[place.first]
        one = place.last == place.first + 1
        if depth > _CHAIN or head.kind == "name":
            return None
        if one and (head.traits & PRONOUN or head.text in _MANY):
            return self._pronoun(place, head, depth)
        if not one and _many(row, place):
            return self._group(place, depth)
        for index in range(place.first, place.last):
            if row[index].traits & NAME:
                return None
        last = row[place.last - 1]
        points = bool(last.traits & AFTER) or last.text.endswith(" này")
        if points or one:
            return self._described(place, points=points)
        return None

    def topic(self, number: int, at: int) -> Place | None:
        """What the sentence or the one before speaks of, for a clause without a subject."""
        here = self._topic(number)
        if here and (here.last <= at or at < _FIRST or _opened(self.rows[number], at)):
            return here
        earlier = self._topic(number - 1) or self._topic(number - 2)
        return earlier or (self._topic(1) if number == 0 else None)

    def _topic(self, number: int) -> Place | None:
        if not 0 <= number < len(self.rows):
            return None
        if number not in self._topics:
            self._topics[number] = self._main_subject(number)
        return self._topics[number]

    def _main_subject(self, number: int) -> Place | None:
        row = self.rows[number]
        for index in range(min(len(row), 60)):
            traits = row[index].traits
            if not traits & _VERBS:
                continue
            verbal = is_verb(row, index) or (index and traits & FINITE)
            if verbal and not (index and row[index - 1].text in NOMINAL):
                units = subject_of(row, index, 0).units
                if units and row[units[0]].text not in _EMPTY:
                    return Place(number, *units)
        return None

    def _pronoun(self, place: Place, head: Unit, depth: int) -> Place | None:
        text = head.text
        if text in _ME:
            return self._speaker(head)
        if text in _ANYBODY:
            return None
        if text in _STATE:
            return self._name(place, lambda unit, _: unit.label == "LOC")
        if text in _MANY:
            found = self._group(place, depth)
        elif text.endswith(" này") and text[:-4] in actor_nouns():
            found = self._same(place, text[:-4])
        else:
            found = self._person(place, text) if text in _SEXED else None
        return found or self._back(place, depth)

    def _speaker(self, head: Unit) -> Place | None:
        """Who says the direct speech that the unit stands in."""
        last = bisect_right(self.quotes, head.start, key=start_of)
        for quote in reversed(self.quotes[max(0, last - _NESTED) : last]):
            if head.start < quote.end and quote.kind == "direct" and quote.speaker:
                return self._at(quote.speaker.start, quote.speaker.end)
        return None

    def _at(self, start: int, end: int) -> Place | None:
        number = bisect_left(self.rows, start + 1, key=lambda row: row[0].start if row else 0) - 1
        row = self.rows[number] if number >= 0 else []
        first = bisect_left(row, start, key=start_of)
        last = bisect_left(row, end, key=start_of)
        return Place(number, first, last) if first < last else None

    def _person(self, place: Place, text: str) -> Place | None:
        """The last person before, of the sex of `ông` or `bà`; one with that very title first."""
        wrong = _WOMEN if text in _MEN else _MEN
        title = text.split(maxsplit=1)[0]
        same = self._name(place, lambda unit, before: unit.label == "PER" and before == title)
        return same or self._name(
            place, lambda unit, before: unit.label == "PER" and before not in wrong
        )

    def _name(self, place: Place, test: Callable[[Unit, str], bool]) -> Place | None:
        """The last name before `place` that passes the test, with its titles."""
        end = bisect_left(self.named, (place.row, place.first))
        for number, index in reversed(self.named[max(0, end - _BACK_NAMES) : end]):
            if number < place.row - _BACK_ROWS:
                return None
            row = self.rows[number]
            if test(row[index], row[index - 1].text if index else ""):
                first = index if row[index].label == "LOC" else _titled(row, index)
                return Place(number, first, index + 1)
        return None

    def _same(self, place: Place, noun: str) -> Place | None:
        """The last name whose title or own first word is the noun."""

        def test(unit: Unit, before: str) -> bool:
            return before == noun or unit.text.startswith(noun + " ")

        found = self._name(place, test)
        if found or noun not in _BODIES:
            return found or self._name(place, lambda unit, _: unit.label == _kind(noun))
        return self._name(place, lambda unit, _: unit.label == "ORG")

    def _described(self, place: Place, *, points: bool) -> Place | None:
        """The name that a phrase without one stands for: `công ty này`, `Tổng thống`."""
        units = self.rows[place.row][place.first : place.last]
        if any(unit.text in _WORKS for unit in units[:2]):
            return self._name(place, lambda unit, _: unit.label == "MISC")
        noun = next((unit.text for unit in units if unit.traits & ACTOR), None)
        if noun is None:
            return None
        if units[0].text in _PLURAL:
            return self._group(place, 0) if points else None
        if points or noun in _BODIES:
            return self._same(place, noun)
        return self._name(place, lambda unit, before: before == noun and unit.label == "PER")

    def _group(self, place: Place, depth: int) -> Place | None:
        """The last phrase for several before `place`, else what was spoken of."""
        for there in range(place.row, max(-1, place.row - 3), -1):
            row = self.rows[there]
            limit = place.first if there == place.row else len(row)
            found = list(_groups(row, limit))
            if found:
                return Place(there, *found[-1 if there == place.row else 0])
        return self._back(place, depth)

    def _back(self, place: Place, depth: int) -> Place | None:
        for there in range(place.row, max(-1, place.row - 4), -1):
            found = self._topic(there)
            if found is None or (there == place.row and found.last > place.first):
                continue
            return self.antecedent(found, depth + 1) or found
        return None


def _opened(row: Row, at: int) -> bool:
    """Whether the verb's own clause only opens the sentence: `Sau khi bỏ trốn, X ...`."""
    return any(u.traits & (SUBORDINATOR | PREPOSITION) for u in row[max(0, at - 3) : at])


def _many(row: Row, place: Place) -> bool:
    """Whether the phrase is one of those for several: `cả hai đội`."""
    if place.last - place.first > _MOST_MANY or not row[place.first].text.startswith(_OF_MANY):
        return False
    return " ".join(unit.text for unit in row[place.first : place.last]) in _MANY


def _kind(noun: str) -> str:
    known = actor_nouns().get(noun)
    return "PER" if noun.startswith(("nam ", "nữ ")) or (known and known.kind == "title") else "ORG"


def _titled(row: Row, index: int) -> int:
    """Where the titles before a name start: `ông A`, `Tổng thống Nga A`."""
    first = index
    while first > 0 and index - first < _TITLES:
        unit = row[first - 1]
        if not (unit.traits & (ACTOR | PRONOUN) or unit.label == "LOC"):
            break
        first -= 1
    return first


def _several(units: Row) -> bool:
    """Whether several people, bodies or states are named and joined."""
    names = sum(unit.label in {"PER", "ORG", "LOC"} for unit in units)
    return names > 1 and any(unit.text in {"và", ",", "cùng", "với"} for unit in units)


def _groups(row: Row, limit: int) -> Iterator[Range]:
    """The phrases for several people or bodies before the unit `limit`."""
    index = 0
    while index + 1 < limit:
        unit = row[index]
        counted = unit.text in _PLURAL or (unit.kind == "number" and unit.text != "một")
        if not counted and not unit.traits & NAME:
            index += 1
            continue
        end = min(behind(row, index, limit, clausal=True), limit)
        several = _several(row[index:end])
        acts = any(u.traits & ACTOR for u in row[index:end])
        if end > index and headed(row, index, end) and (acts if counted else several):
            yield index, end
        index = max(end, index + 1)
