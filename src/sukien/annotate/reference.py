"""Whom a noun phrase means: the entity of the name in it, or what its pronoun stands for."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from sukien.annotate.rows import Row, start_of
from sukien.knowledge.actor_nouns import actor_nouns
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


class Spoken:
    """The names of an article in order, and who has spoken last."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = sorted(names, key=start_of)
        self.last: str | None = None

    def entity(self, row: Row, first: int, last: int) -> str | None:
        """The entity that units `first` to `last` denote, or None."""
        head = row[first]
        if head.is_a("pronoun") and last == first + 1:
            return self._pronoun(head.text, head.start)
        span = Span(head.start, row[last - 1].end)
        named = self.within(span)
        people = [name for name in named if name.type == "PER"]
        if people and self._titled(row, first, last):
            return people[0].entity
        if head.kind == "name" and named:
            return named[0].entity
        return None

    def within(self, span: Span) -> list[Name]:
        """The names that lie in a span."""
        first = bisect_left(self.names, span.start, key=start_of)
        last = bisect_left(self.names, span.end, key=start_of)
        return [name for name in self.names[first:last] if name.end <= span.end]

    def _titled(self, row: Row, first: int, last: int) -> bool:
        """Whether the phrase is a person's name, perhaps with titles before it."""
        for unit in row[first:last]:
            if unit.label == "PER":
                return True
            if unit.text == "," or unit.is_a("of", "preposition"):
                return False
        return False

    def _pronoun(self, text: str, place: int) -> str | None:
        at = bisect_left(self.names, place, key=start_of)
        before = self.names[max(0, at - _BACK) : at]
        if text in _STATE:
            return _last(before, lambda n: (n.entity or "").startswith("country:"))
        if text in _BODY:
            return _last(before, lambda n: n.type == "ORG")
        if text in _MANY:
            return self.last if self.last and not self.last.startswith("person:") else None
        person = self.last if self.last and self.last.startswith("person:") else None
        return person or _last(before, lambda n: n.type == "PER")


def _last(names: Sequence[Name], test: Callable[[Name], bool]) -> str | None:
    return next((name.entity for name in reversed(names) if test(name)), None)


def can_speak(row: Row, first: int, last: int) -> bool:
    """Whether the phrase starts with somebody: a name, a pronoun, a title, a body, a group."""
    for unit in row[first:last]:
        if unit.label or unit.is_a("pronoun") or unit.text in actor_nouns():
            return True
        if not unit.is_a("determiner") and unit.kind not in {"number", "det"}:
            return any(unit.text.startswith(head) for head in ("người ", "nhà ", "giới ", "chủ "))
    return False
