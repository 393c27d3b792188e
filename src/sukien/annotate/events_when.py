"""When an event is, where, and whether it is a fact, a plan, a possibility or denied."""

from collections.abc import Mapping

from sukien.annotate.events_roles import serial_group
from sukien.annotate.phrases import is_finite
from sukien.annotate.rows import Row
from sukien.knowledge.happenings import triggers
from sukien.model import Name, Time

_UNCLEAR = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_PLANS = frozenset({"kế hoạch", "lịch trình", "đề án", "dự án", "ý định", "thời hạn", "lộ trình"})
_PROMISES = frozenset({"đồng ý", "cam kết", "nhất trí", "thống nhất", "hứa", "chấp thuận"})
_WISHES = frozenset({"demand", "threaten"})
_FAR = 100


def is_date(time: Time) -> bool:
    """Whether the time can date an event: no duration, no `gần đây`."""
    return time.type in {"DATE", "TIME"} and time.value not in _UNCLEAR


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
