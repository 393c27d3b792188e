"""When an event is, where, and whether it is a fact, a plan, a possibility or denied."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from sukien.annotate.clauses.phrases import is_finite
from sukien.annotate.clauses.rows import Row
from sukien.annotate.clauses.traits import PLACE
from sukien.annotate.events.roles import serial_group
from sukien.knowledge.happenings import triggers
from sukien.model import Name, Time

_UNCLEAR = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_PLANS = frozenset({"kế hoạch", "lịch trình", "đề án", "dự án", "ý định", "thời hạn", "lộ trình"})
_PROMISES = frozenset({"đồng ý", "cam kết", "nhất trí", "thống nhất", "hứa", "chấp thuận"})
_WISHES = frozenset({"demand", "threaten"})
_STATUSES = (("negation", "negated"), ("future", "planned"), ("possible", "possible"))
_FAR = 100


def is_date(time: Time) -> bool:
    """Whether the time can date an event: no duration, no `gần đây`."""
    return time.type in {"DATE", "TIME"} and time.value not in _UNCLEAR


def status_of(row: Row, at: int, low: int, *, noun: bool) -> str:
    """actual, planned, possible or negated, by the marks of the verb and what governs it."""
    if row[at].text in _PROMISES and at + 1 < len(row) and row[at + 1].kind == "verb":
        return "planned"
    first = max(low, at - 4) if noun else max(low, serial_group(row, at, low))
    if first < at:
        marks = row[first:at]
        classes = [unit.classes for unit in marks if unit.classes]
        for name, status in _STATUSES if classes else ():
            if any(name in mine for mine in classes):
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


def sites(row: Row, places: Mapping[int, Name]) -> list[int]:
    """The units that are places behind a preposition of place; `places` are names by start."""
    return [
        index
        for index, unit in enumerate(row)
        if unit.kind == "name"
        and unit.start in places
        and places[unit.start].entity
        and any(before.traits & PLACE for before in row[max(0, index - 3) : index])
    ]


def place_of(row: Row, at: int, found: Sequence[int], places: Mapping[int, Name]) -> str | None:
    """The entity of the place that a preposition ties to the event, behind it or before.

    `found` are the units that such places stand at, in order.
    """
    behind = bisect_right(found, at)
    if behind < len(found) and found[behind] < at + _FAR:
        return _closest(row, found[behind], places)
    before = bisect_left(found, at)
    if before and found[before - 1] >= at - _FAR:
        return _closest(row, found[before - 1], places)
    return None


def _closest(row: Row, index: int, places: Mapping[int, Name]) -> str | None:
    """The entity of the last of names that stand side by side: `quốc gia Tây Phi Niger`."""
    last = None
    while index < len(row) and row[index].start in places:
        last = places[row[index].start].entity or last
        index += 1
    return last
