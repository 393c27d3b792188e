"""Which units of a sentence name an event, the surest first and never too many."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from sukien.annotate.clauses.phrases import NOMINAL
from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.events.roles import clause_start
from sukien.annotate.events.score import Scene, Sight, Stand, score
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import reporting
from sukien.knowledge.happenings import OTHER, Trigger, no_events, senses

_MOST = 6
_LEAST = -3.0
_NEAR_BEFORE, _NEAR_AFTER = 4, 7
_HEADS = NOMINAL | {"hoạt động", "tình trạng", "nguy cơ", "đêm", "phiên", "màn", "cú", "ca"}
_PLANS = frozenset({"kế hoạch", "quyết định", "đề xuất"})
_MOTIONS = frozenset({"đến", "tới", "qua", "sang"})
_NEVER = frozenset({"name", "time", "mark", "number"})
_ACT = Trigger(OTHER, "other")


class Found(NamedTuple):
    """A trigger at number `unit`; `noun` when it stands as a noun; `weight` says how sure.

    `low` is the unit at which its clause starts.
    """

    unit: int
    trigger: Trigger
    noun: bool
    weight: float
    low: int = 0


def find(row: Row, taken: frozenset[int], scene: Scene) -> list[Found]:
    """The triggers of a sentence in order; `taken` are indices of units that are no events."""
    found = [hit for hit in candidates(row, taken, scene) if hit.weight > _LEAST]
    best = sorted(found, key=lambda hit: (-hit.weight, hit.unit))[:_MOST]
    return sorted(best, key=lambda hit: hit.unit)


def candidates(row: Row, taken: frozenset[int], scene: Scene) -> Iterator[Found]:
    """Every unit that may name an event, with the sum of what speaks for it."""
    found = stands(row, taken, scene.cues)
    sight = Sight(row) if found else None
    for stand in found:
        weight = score(sight, stand, scene) if sight else 0.0
        yield Found(stand.unit, stand.trigger, stand.noun, weight, stand.low)


def stands(row: Row, taken: frozenset[int], cues: frozenset[int]) -> list[Stand]:
    """Each unit that may name an event: what, whether as a noun, whether as its form asks."""
    found: list[Stand] = []
    for index in _likely(row):
        if index in taken:
            continue
        trigger = named(row, index)
        if trigger is not None and not (trigger.form == "talk" and index in cues):
            noun = trigger.form == "noun" or _is_nominal(row, index)
            surely = _counts(row, index, trigger, noun=noun)
            found.append(Stand(index, trigger, noun, surely, clause_start(row, index)))
    return found


def _likely(row: Row) -> list[int]:
    """The units that may name an event wherever they stand."""
    known, none = senses(), _states()
    return [
        index
        for index, unit in enumerate(row)
        if unit.kind not in _NEVER
        and (
            unit.text in known
            or (unit.kind == "verb" and not unit.classes and unit.text not in none)
        )
    ]


@functools.cache
def _states() -> frozenset[str]:
    """Verbs that are no acts."""
    return no_events() | frozenset(reporting())


def named(row: Row, index: int) -> Trigger | None:
    """What a unit may name: by the table and the words around it, else any act of a verb."""
    unit = row[index]
    if unit.text in _MOTIONS and not _arrives(row, index):
        return None
    for sense in senses().get(unit.text, ()):
        if not (sense.near or sense.never) or _is_meant(row, index, sense):
            return sense
    return _ACT if _is_act(unit) else None


def _arrives(row: Row, index: int) -> bool:
    """Whether `đến`, `tới` is a verb: a place follows, and no verb or number stands before."""
    before = row[index - 1] if index else None
    leads = before is not None and before.kind in {"verb", "number", "time"}
    return not leads and any(u.label in {"LOC", "ORG"} for u in row[index + 1 : index + 4])


def _is_meant(row: Row, index: int, sense: Trigger) -> bool:
    """Whether the words around a trigger fit what it names."""
    if sense.never and any(u.text in sense.never for u in row[max(0, index - 1) : index + 2]):
        return False
    if not sense.near:
        return True
    around = row[max(0, index - _NEAR_BEFORE) : index + _NEAR_AFTER]
    return any(u.text in sense.near for u in around)


def _is_act(unit: Unit) -> bool:
    plain = unit.kind == "verb" and not unit.classes and unit.text[0].isalpha()
    return plain and unit.text not in _states()


def _is_nominal(row: Row, index: int) -> bool:
    """Whether a verb stands as a noun: behind `cuộc`, `vụ` ..., a number or `sau 5 ngày`."""
    if index == 0:
        return False
    before = row[index - 1]
    if before.text in _HEADS:
        return True
    return before.kind == "time" and index + 1 < len(row) and row[index + 1].text in {"giữa", "của"}


def _counts(row: Row, index: int, trigger: Trigger, *, noun: bool) -> bool:
    """Whether the trigger stands as its form asks."""
    unit = row[index]
    single = " " not in unit.text
    if trigger.form == "head":
        return _is_nominal(row, index)
    if noun:
        return not single or unit.kind == "noun" or _is_nominal(row, index)
    if trigger.form in {"cue", "talk", "other"}:
        modifies = bool(index) and _modifies(row, index)
        return unit.kind == "verb" and not modifies
    if trigger.form == "amount":
        return any(u.kind == "number" for u in row[index + 1 : index + 4])
    return unit.kind == "verb" or not single


def _modifies(row: Row, index: int) -> bool:
    """Whether the verb tells what a thing is for: `thỏa thuận hợp tác`, `chương trình hỗ trợ`."""
    before = row[index - 1]
    thing = before.kind == "noun" and before.text not in actor_nouns() and not before.classes
    return thing and before.text not in _PLANS and before.text not in NOMINAL
