"""When an event is, where, and whether it is a fact, a plan, a possibility or denied."""

from collections.abc import Mapping, Sequence

from sukien.annotate.events_roles import serial_group
from sukien.annotate.phrases import is_break, is_finite
from sukien.annotate.quotes_direct import cue_at
from sukien.annotate.rows import Row
from sukien.knowledge.happenings import triggers
from sukien.model import Name, Time

_UNCLEAR = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_PLANS = frozenset({"kế hoạch", "lịch trình", "đề án", "dự án", "ý định", "thời hạn", "lộ trình"})
_PROMISES = frozenset({"đồng ý", "cam kết", "nhất trí", "thống nhất", "hứa", "chấp thuận"})
_WISHES = frozenset({"demand", "threaten"})
_FAR = 100
_NEAR = 6
_YEAR = 4
_TO = frozenset({"đến", "tới", "-", "–", "và", "cho đến"})
_FILLERS = frozenset({"(", ")", "ngày", "tháng", "năm"})
_LABELS = frozenset({"sn", "sinh", "sinh năm", "nhiệm kỳ", "khóa", "khoá", "niên khóa", "mùa giải"})
_CROSSED = {"comma": 3.0, "verb": 2.0, "cue": 5.0, "opener": 5.0, "unit": 0.1}


def is_date(time: Time) -> bool:
    """Whether the time can date an event: no duration, no `gần đây`."""
    return time.type in {"DATE", "TIME"} and time.value not in _UNCLEAR


def date_of(row: Row, at: int, times: Mapping[int, Time]) -> Time | None:
    """The time of the sentence that belongs to the unit at `at`; None when there is none.

    `times` are the dates by their start. The nearest wins, where commas, other verbs, reporting
    verbs and subordinators part; of a stretch of time its start.
    """
    low, high = max(0, at - _FAR), min(len(row), at + _FAR)
    born = at + 1  # `sinh năm 1962` dates the birth alone
    near = (i for i in range(low, high) if row[i].start in times)
    there = [i for i in near if i == born or dates(row, i)]
    found = [(i, times[row[i].start]) for i in there]
    if not found:
        return None
    costs = [_cost(row, at, index, time.value) for index, time in found]
    best = costs.index(min(costs))
    return found[_start(row, found, best)][1]


def dates(row: Row, at: int) -> bool:
    """Whether a time can say when something is: it is no part of `SN 1962`, `nhiệm kỳ 2016`."""
    return at == 0 or row[at - 1].text not in _LABELS


def _start(row: Row, found: Sequence[tuple[int, Time]], best: int) -> int:
    """Of `từ 3/5 đến 5/5`, `30/4 và 1/5` the first: where the stretch of the chosen date starts."""
    if best == 0:
        return best
    (first, one), (last, other) = found[best - 1], found[best]
    between = [unit.text for unit in row[first + 1 : last] if unit.text not in _FILLERS]
    joined = bool(between) and len(between) <= _NEAR and between[-1] in _TO
    if joined and len(between) > 1:
        joined = between[-1] != "và" and any(u.text == "từ" for u in row[max(0, first - 2) : first])
    return best - 1 if joined and len(one.value) >= len(other.value[:_YEAR]) else best


def _cost(row: Row, at: int, index: int, value: str) -> float:
    """How far the time at `index` is from the trigger at `at`."""
    backwards = index < at
    low, high = (index + 1, at) if backwards else (at + 1, index)
    cost = sum(_CROSSED["unit"] + _step(row, i, low, backwards=backwards) for i in range(low, high))
    if not backwards or index == 0:
        return cost
    before = row[index - 1]
    named = before.kind in {"noun", "name"} and len(value) == _YEAR  # `Hoa hậu năm 1960`
    told = before.kind == "verb" and row[index + 1].text == ","  # `sinh năm 1946, ...`
    return cost + (_CROSSED["comma"] if named or told else 0.0)


def _step(row: Row, there: int, low: int, *, backwards: bool) -> float:
    unit = row[there]
    if unit.text == ",":
        return 0.3 if backwards and there == low else _CROSSED["comma"]
    if is_break(unit) or (backwards and unit.text == "và"):
        return _CROSSED["comma"]
    if cue_at(row, there):
        return _CROSSED["cue"] if not backwards else _CROSSED["verb"]
    if unit.is_a("subordinator") or unit.text in {"sau", "trước"}:
        return _CROSSED["opener"]
    return _CROSSED["verb"] if unit.text in triggers() or unit.kind == "verb" else 0.0


def status_of(row: Row, at: int, low: int, *, noun: bool) -> str:
    """actual, planned, possible or negated, by the marks of the verb and what governs it."""
    if row[at].text in _PROMISES and at + 1 < len(row) and row[at + 1].kind == "verb":
        return "planned"
    group = at if noun else serial_group(row, at, low)
    marks = row[max(low, group - 1 if noun else group) : at]
    if noun:
        marks = row[max(low, at - 4) : at]
    for classes, status in (
        ("negation", "negated"),
        ("future", "planned"),
        ("possible", "possible"),
    ):
        if any(unit.is_a(classes) for unit in marks):
            return status
    if any(unit.text in _PROMISES for unit in marks):
        return "planned"
    return _governed(row, at, low)


def _governed(row: Row, at: int, low: int) -> str:
    before = row[max(0, at - 8) : at]
    if low and row[low - 1].text in {"nếu", "miễn là", "với điều kiện", "giả sử"}:
        return "possible"
    if any(unit.text in _PLANS for unit in before[-4:]):
        return "planned"
    asked = next((u for u in reversed(before) if u.text in triggers()), None)
    if asked is not None and triggers()[asked.text].type in _WISHES:
        return "possible"
    return "actual"


def predicted(row: Row, at: int, time_start: int) -> bool:
    """Whether what stands between the trigger and its time announces: `dự kiến kết thúc 15/9`."""
    between = (u for u in row[at + 1 : at + _FAR] if u.start < time_start)
    marks = [u for u in between if is_finite(u)]
    return bool(marks) and marks[-1].is_a("future")


def place_of(row: Row, at: int, places: Mapping[int, Name]) -> str | None:
    """The entity of the place that a preposition ties to the event, behind it or before.

    `places` are the names of places by their start.
    """
    after = _place(row, range(at + 1, min(len(row), at + _FAR)), places)
    return after or _place(row, range(at - 1, max(0, at - _FAR) - 1, -1), places)


def _place(row: Row, indices: range, places: Mapping[int, Name]) -> str | None:
    for index in indices:
        name = places.get(row[index].start)
        if name is None or not name.entity:
            continue
        if any(unit.is_a("place") for unit in row[max(0, index - 3) : index]):
            return _closest(row, index, places) or name.entity
    return None


def _closest(row: Row, index: int, places: Mapping[int, Name]) -> str | None:
    """The entity of the last of names that stand side by side: `quốc gia Tây Phi Niger`."""
    last = None
    while index < len(row) and row[index].start in places:
        last = places[row[index].start].entity or last
        index += 1
    return last
