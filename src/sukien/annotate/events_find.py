"""Which units of a sentence name an event, the surest first and never too many."""

from collections.abc import Iterator
from typing import NamedTuple

from sukien.annotate.phrases import NOMINAL, is_finite, starts_phrase
from sukien.annotate.rows import Row
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.happenings import Trigger, triggers

_MOST = 3
_WEAK = frozenset(
    {"announce", "begin", "decide", "found", "travel", "build", "open-event", "match"}
)
_PLANS = frozenset({"kế hoạch", "quyết định", "đề xuất"})
_STATES = frozenset({"đồn trú", "tuần tra", "bảo vệ", "hỗ trợ", "phát triển", "hoạt động"})


class Found(NamedTuple):
    """A trigger at number `unit`; `noun` when it stands as a noun; `weight` says how sure."""

    unit: int
    trigger: Trigger
    noun: bool
    weight: float


def find(row: Row, quoted: frozenset[int]) -> list[Found]:
    """The triggers of a sentence in order; `quoted` are indices of units that are no events."""
    found = [hit for hit in _candidates(row) if hit.unit not in quoted]
    best = sorted(found, key=lambda hit: (-hit.weight, hit.unit))[:_MOST]
    return sorted(best, key=lambda hit: hit.unit)


def _candidates(row: Row) -> Iterator[Found]:
    table = triggers()
    for index, unit in enumerate(row):
        trigger = table.get(unit.text)
        if trigger is None or unit.kind in {"name", "time"}:
            continue
        noun = trigger.form == "noun" or _is_nominal(row, index)
        if _counts(row, index, trigger, noun=noun):
            yield Found(index, trigger, noun, _weight(row, index, trigger))


def _is_nominal(row: Row, index: int) -> bool:
    """Whether a verb stands as a noun: behind `cuộc`, `vụ` ..., a number or `sau 5 ngày`."""
    if index == 0:
        return False
    before = row[index - 1]
    if before.text in NOMINAL or before.text in {"cuộc", "hoạt động", "tình trạng", "nguy cơ"}:
        return True
    return before.kind == "time" and index + 1 < len(row) and row[index + 1].text in {"giữa", "của"}


def _counts(row: Row, index: int, trigger: Trigger, *, noun: bool) -> bool:
    unit = row[index]
    single = " " not in unit.text
    if trigger.form == "head":
        return _is_nominal(row, index)
    if trigger.type == "travel" and not _travels(row, index):
        return False
    if noun:
        return not single or unit.kind == "noun" or _is_nominal(row, index)
    if trigger.form == "cue":
        modifies = bool(index) and _modifies(row, index)
        return unit.kind == "verb" and not modifies and _has_object(row, index)
    if trigger.form == "amount":
        return any(u.kind == "number" for u in row[index + 1 : index + 4])
    return unit.kind == "verb" or (not single and unit.kind != "name")


def _travels(row: Row, index: int) -> bool:
    """Whether somebody goes somewhere: no other verb leads to it, and a place follows."""
    before = row[max(0, index - 8) : index]
    lead = any(unit.kind == "verb" or unit.text in triggers() for unit in before)
    return not lead and any(unit.label == "LOC" for unit in row[index + 1 : index + 4])


def _has_object(row: Row, index: int) -> bool:
    """Whether a phrase follows the verb, or its passive mark stands before it."""
    if index and row[index - 1].is_a("passive"):
        return True
    rest = row[index + 1 : index + 3]
    return any(starts_phrase(unit) or unit.is_a("place") for unit in rest)


def _weight(row: Row, index: int, trigger: Trigger) -> float:
    unit = row[index]
    weight = {"verb": 2.0, "noun": 2.0, "cue": 1.0, "amount": 1.2}.get(trigger.form, 1.0)
    weight += 0.5 if " " in unit.text else 0.0
    weight -= 0.8 if trigger.type in _WEAK else 0.0
    weight -= 0.8 if unit.text in _STATES else 0.0
    weight -= 0.7 if index and _modifies(row, index) else 0.0
    before = row[max(0, index - 2) : index]
    weight += 0.4 if any(is_finite(u) for u in before) else 0.0
    weight += 0.3 if any(u.kind == "time" for u in row[max(0, index - 4) : index + 6]) else 0.0
    weight -= 0.5 if before and before[-1].is_a("preposition") and before[-1].text != "sau" else 0.0
    return weight


def _modifies(row: Row, index: int) -> bool:
    """Whether the verb tells what a thing is for: `thỏa thuận hợp tác`, `chương trình hỗ trợ`."""
    before = row[index - 1]
    thing = before.kind == "noun" and before.text not in actor_nouns() and not before.classes
    return thing and before.text not in _PLANS and before.text not in NOMINAL
