"""The times of a sentence: which of them may date an event, and how far each is from a trigger.

What parts a time from a trigger (commas, other verbs, reporting verbs, subordinators) is summed up
once a sentence, so that every stretch of it costs the same.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from sukien.annotate.clauses.phrases import is_break
from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.quotes.cues import cue_at
from sukien.knowledge.happenings import triggers
from sukien.model import Time

_FAR = 100
_NEAR = 6
_YEAR = 4
_TO = frozenset({"đến", "tới", "-", "–", "và", "cho đến"})
_DASHES = frozenset({"-", "–"})
_FILLERS = frozenset({"(", ")", "ngày", "tháng", "năm"})
_TERMS = frozenset({"nhiệm kỳ", "khóa", "khoá", "niên khóa", "mùa giải"})
_LABELS = _TERMS | {"sn", "sinh", "sinh năm", "so với", "so"}
_UNIT, _COMMA, _VERB, _CUE, _OPENER, _FRAME = 1, 30, 20, 50, 50, 3
"""What a unit between a time and a trigger costs, and what some of them cost besides."""


class Found(NamedTuple):
    """A time of the sentence at number `unit`, as far as `cost` from a trigger."""

    unit: int
    time: Time
    cost: int


class Told:
    """The times of a sentence that may date its events; `times` are all dates by their start."""

    def __init__(self, row: Row, times: Mapping[int, Time]) -> None:
        self.row = row
        self.all = [(i, times[u.start]) for i, u in enumerate(row) if u.start in times]
        self.dates = [pair for pair in self.all if dates(row, pair[0])]
        self._units = [index for index, _ in self.all]
        self._over: list[int] = []
        self._back: list[int] = []

    def _sum(self) -> None:
        """Add up what it costs to go over the units, forwards and backwards."""
        over, back = 0, 0
        self._over.append(0)
        self._back.append(0)
        for index, unit in enumerate(self.row):
            forwards, backwards = _step(self.row, index, unit)
            over += forwards + _UNIT
            back += backwards + _UNIT
            self._over.append(over)
            self._back.append(back)

    def near(self, at: int) -> list[tuple[int, Time]]:
        """The times that may date the trigger at `at`, in order.

        Years of birth and terms of office date nothing but the word right before them.
        """
        if not self.all:
            return []
        low = bisect_left(self._units, at - _FAR)
        high = bisect_left(self._units, at + _FAR)
        return [(i, time) for i, time in self.all[low:high] if i == at + 1 or dates(self.row, i)]

    def between(self, at: int, index: int) -> int:
        """What the units between a trigger and a time cost."""
        if index > at:
            return self._over[index] - self._over[at + 1]
        cost = self._back[at] - self._back[index + 1]
        framed = index + 1 < at and self.row[index + 1].text == ","  # `Ngày 3/5, ...`
        return cost - _COMMA + _FRAME if framed else cost

    def _cost(self, at: int, index: int, value: str) -> int:
        cost, row = self.between(at, index), self.row
        if index > at or index == 0:
            return cost
        before = row[index - 1]
        named = before.kind in {"noun", "name"} and len(value) == _YEAR  # `Hoa hậu năm 1960`
        told = before.kind == "verb" and row[index + 1].text == ","  # `sinh năm 1946, ...`
        return cost + (_COMMA if named or told else 0)

    def of(self, at: int) -> Time | None:
        """The time that belongs to the trigger at `at` by the words between: the nearest.

        Of a stretch of time it is the start.
        """
        near = self.near(at)
        if len(near) < 2:
            return near[0][1] if near else None
        if not self._over:
            self._sum()
        found = [Found(i, time, self._cost(at, i, time.value)) for i, time in near]
        best = min(range(len(found)), key=lambda number: found[number].cost)
        return found[start_of_stretch(self.row, found, best)].time


def dates(row: Row, at: int) -> bool:
    """Whether a time can say when something is: no `SN 1962`, `nhiệm kỳ 2016`, `so với 2016`."""
    if at == 0:
        return True
    before = row[at - 1].text
    if before in _DASHES and at > 2:
        return row[at - 2].kind != "time" or row[at - 3].text not in _TERMS
    return before not in _LABELS


def start_of_stretch(row: Row, found: list[Found], best: int) -> int:
    """Of `từ 3/5 đến 5/5`, `30/4 và 1/5` the first: where the stretch of the chosen date starts."""
    if best == 0:
        return best
    one, other = found[best - 1], found[best]
    first, last = one.unit, other.unit
    if last - first > 2 * _NEAR:
        return best
    between = [unit.text for unit in row[first + 1 : last] if unit.text not in _FILLERS]
    joined = bool(between) and len(between) <= _NEAR and between[-1] in _TO
    if joined and len(between) > 1:
        joined = between[-1] != "và" and any(u.text == "từ" for u in row[max(0, first - 2) : first])
    fits = len(one.time.value) >= len(other.time.value[:_YEAR])
    return best - 1 if joined and fits else best


def _step(row: Row, at: int, unit: Unit) -> tuple[int, int]:
    """What going over a unit costs forwards and backwards."""
    if unit.text == "," or is_break(unit):
        return _COMMA, _COMMA
    back = _COMMA if unit.text == "và" else 0
    if cue_at(row, at):
        return _CUE, back or _VERB
    if unit.is_a("subordinator") or unit.text in {"sau", "trước"}:
        return _OPENER, back or _OPENER
    verb = _VERB if unit.kind == "verb" or unit.text in triggers() else 0
    return verb, back or verb
