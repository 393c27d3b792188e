"""Whom a noun phrase means: the entity of the name in it, or what its pronoun stands for."""

import functools
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sukien.annotate.clauses.rows import Row, start_of
from sukien.annotate.clauses.traits import ACTOR, DETERMINER, OF, PREPOSITION, PRONOUN
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.name_titles import gender_inside, title_before
from sukien.model import Name, Span

_ONE = frozenset(
    {"ông", "bà", "anh", "chị", "cô", "hắn", "tôi", "y", "thị", "em", "chàng", "nàng", "lão"}
)
_STATE = frozenset({"nước này", "quốc gia này", "nước", "quốc gia", "đất nước"})
_BODY = frozenset(
    {"hãng này", "đơn vị này", "cơ quan này", "tổ chức này", "công ty này", "tờ báo này", "tờ này"}
    | {
        "bộ này",
        "sở này",
        "ngân hàng này",
        "doanh nghiệp này",
        "tập đoàn này",
        "đội bóng này",
        "đội này",
    }
)
_BACK = 60  # names before a pronoun that it may stand for
_MANY = frozenset({"họ", "chúng tôi", "nhóm này", "hai bên", "các bên", "phía này"})


_SEXES = {
    **dict.fromkeys(("ông", "anh", "chú", "cậu", "hắn", "lão", "nam", "chàng"), "male"),
    **dict.fromkeys(("bà", "chị", "cô", "nàng", "nữ", "dì"), "female"),
}
_ARTICLES = frozenset({"vị", "chính"})
_INDEFINITE = frozenset({"một", "các", "những", "nhiều", "hai", "ba", "vài", "một số", "mỗi"})
_WORDS = 4


class _Person(NamedTuple):
    """A person where he is named: his title there, what it and his name tell of his sex."""

    start: int
    entity: str | None
    role: str
    before: str
    inside: str

    @property
    def sex(self) -> str:
        return self.before or self.inside


class Spoken:
    """The names of an article in order, and who has spoken last.

    With the article's `text` a pronoun or a title (`bà`, `nữ bộ trưởng`) finds the person that it
    fits; without it the last one that was named.
    """

    def __init__(self, names: Sequence[Name], text: str = "") -> None:
        self.names = sorted(names, key=start_of)
        self._starts = [name.start for name in self.names]
        self.last: str | None = None
        self._text = text

    @functools.cached_property
    def _people(self) -> list[_Person]:
        text = self._text
        people = [name for name in self.names if name.type == "PER"] if text else []
        return [
            _Person(
                name.start,
                name.entity,
                *title_before(text, name.start),
                gender_inside(text[name.start : name.end]),
            )
            for name in people
        ]

    def entity(self, row: Row, first: int, last: int) -> str | None:
        """The entity that units `first` to `last` denote, or None."""
        head = row[first]
        if last == first + 1 and head.traits & PRONOUN:
            return self._pronoun(head.text, head.start)
        span = Span(head.start, row[last - 1].end)
        named = self.within(span)
        people = [name for name in named if name.type == "PER"]
        if people and self._titled(row, first, last):
            return people[0].entity
        if head.kind == "name" and named:
            return named[0].entity
        return None if named else self._titled_person(row, first, last)

    def _titled_person(self, row: Row, first: int, last: int) -> str | None:
        """Whom a title without a name means: `nữ bộ trưởng`, `cầu thủ 25 tuổi`."""
        if not self._people or row[first].text in _INDEFINITE:
            return None
        units = [unit for unit in row[first:last] if unit.text not in _ARTICLES]
        if not units:
            return None
        words = " ".join(unit.text for unit in units[:_WORDS])
        noun = next((u.text for u in units if u.text in actor_nouns()), "")
        one = bool(noun) and actor_nouns()[noun].kind == "title"
        marked = units[-1].text in {"này", "trên", "tuổi"} or units[0].text in _SEXES
        if not (one or marked) or any(unit.is_a("of") for unit in units):
            return None
        at = bisect_left(self._people, row[first].start, key=_place)
        before = self._people[max(0, at - _BACK) : at]
        sex = _SEXES.get(words.split(maxsplit=1)[0], "")
        fits = [person for person in before if not _clash(person, sex)]
        known = [person for person in fits if person.role and person.role in words]
        chosen = known or (fits if marked or one else [])
        return chosen[-1].entity if chosen else None

    def within(self, span: Span) -> list[Name]:
        """The names that lie in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        if first == last:
            return []
        return [name for name in self.names[first:last] if name.end <= span.end]

    def _titled(self, row: Row, first: int, last: int) -> bool:
        """Whether the phrase is a person's name, perhaps with titles before it."""
        for unit in row[first:last]:
            if unit.label == "PER":
                return True
            if unit.text == "," or unit.traits & (OF | PREPOSITION):
                return False
        return False

    def _pronoun(self, text: str, place: int) -> str | None:
        at = bisect_left(self._starts, place)
        before = self.names[max(0, at - _BACK) : at]
        if text in _STATE:
            return _last(before, lambda n: (n.entity or "").startswith("country:"))
        if text in _BODY:
            return _last(before, lambda n: n.type == "ORG")
        if text in _MANY:
            return self.last if self.last and not self.last.startswith("person:") else None
        person = self.last if self.last and self.last.startswith("person:") else None
        sex = _SEXES.get(text.split(maxsplit=1)[0], "")
        if self._people and sex:
            return self._of_sex(sex, place, person)
        return person or _last(before, lambda n: n.type == "PER")

    def _of_sex(self, sex: str, place: int, last: str | None) -> str | None:
        """Who spoke last, or was named last before a place, and is no man (woman)."""
        at = bisect_left(self._people, place, key=_place)
        before = self._people[max(0, at - _BACK) : at]
        known = {person.entity for person in before if _clash(person, sex)}
        sure = {person.entity for person in before if person.sex == sex}
        if last and (last not in known or last in sure):
            return last
        fits = (p.entity for p in reversed(before) if p.entity not in known or p.entity in sure)
        return next(fits, None)


def _place(person: _Person) -> int:
    return person.start


def _clash(person: _Person, sex: str) -> bool:
    return bool(sex) and bool(person.sex) and person.sex != sex


def _last(names: Sequence[Name], test: Callable[[Name], bool]) -> str | None:
    return next((name.entity for name in reversed(names) if test(name)), None)


def can_speak(row: Row, first: int, last: int) -> bool:
    """Whether the phrase starts with somebody: a name, a pronoun, a title, a body, a group."""
    for unit in row[first:last]:
        if unit.label or unit.traits & (PRONOUN | ACTOR):
            return True
        if not unit.traits & DETERMINER and unit.kind not in {"number", "det"}:
            return any(unit.text.startswith(head) for head in ("người ", "nhà ", "giới ", "chủ "))
    return False
