"""When an event is, where, and whether it is a fact, a plan, a possibility or denied."""

import bisect
from collections.abc import Sequence

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
_CROSSED = {"comma": 3.0, "verb": 2.0, "cue": 5.0, "opener": 5.0, "unit": 0.1}


def date_of(row: Row, at: int, times: Sequence[Time]) -> Time | None:
    """The time of the sentence that belongs to the unit at `at`; None when there is none.

    The nearest wins, where commas, other verbs, reporting verbs and subordinators part.
    """
    best: tuple[float, int] | None = None
    for index, time in _times(row, times):
        cost = _cost(row, at, index)
        if best is None or cost < best[0]:
            best = (cost, time)
    return times[best[1]] if best else None


def _times(row: Row, times: Sequence[Time]) -> list[tuple[int, int]]:
    starts = [time.start for time in times]
    found = []
    for index, unit in enumerate(row):
        if unit.kind != "time":
            continue
        number = bisect.bisect_left(starts, unit.start)
        if number < len(times) and _dates(times[number]):
            found.append((index, number))
    return found


def _dates(time: Time) -> bool:
    return time.type in {"DATE", "TIME"} and time.value not in _UNCLEAR


def _cost(row: Row, at: int, index: int) -> float:
    """How far the time at `index` is from the trigger at `at`."""
    low, high = (index + 1, at) if index < at else (at + 1, index)
    cost = 0.0
    for there in range(low, high):
        cost += _CROSSED["unit"] + _step(row, there, low, backwards=index < at)
    return cost


def _step(row: Row, there: int, low: int, *, backwards: bool) -> float:
    unit = row[there]
    if unit.text == ",":
        return 0.3 if backwards and there == low else _CROSSED["comma"]
    if is_break(unit):
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
    between = [u for u in row[at + 1 :] if u.start < time_start]
    marks = [u for u in between if is_finite(u)]
    return bool(marks) and marks[-1].is_a("future")


def place_of(row: Row, at: int, names: Sequence[Name]) -> str | None:
    """The entity of the place that a preposition ties to the event, behind it or before."""
    places = {name.start: name for name in names if name.type == "LOC"}
    after = _place(row, range(at + 1, len(row)), places)
    return after or _place(row, range(at - 1, -1, -1), places)


def _place(row: Row, indices: range, places: dict[int, Name]) -> str | None:
    for index in indices:
        name = places.get(row[index].start)
        if name is None or not name.entity:
            continue
        if any(unit.is_a("place") for unit in row[max(0, index - 3) : index]):
            return _closest(row, index, places) or name.entity
    return None


def _closest(row: Row, index: int, places: dict[int, Name]) -> str | None:
    """The entity of the last of names that stand side by side: `quốc gia Tây Phi Niger`."""
    last = None
    while index < len(row) and row[index].start in places:
        last = places[row[index].start].entity or last
        index += 1
    return last
