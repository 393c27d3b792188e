"""How surely a word is the trigger of an event: learned weights of clues around it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sukien.annotate.events_roles import clause_start
from sukien.annotate.phrases import starts_phrase, verb_group
from sukien.annotate.rows import QUOTE_MARKS, Row, Unit
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import reporting
from sukien.knowledge.happenings import OTHER, Trigger, event_types, event_weights

_MARKS = ("past", "present", "future", "possible", "negation", "passive", "adverb")
_KINDS = ("preposition", "subordinator", "that", "conjunction", "determiner", "pronoun", "of")
_FAR = 12


class Scene(NamedTuple):
    """Where a sentence stands: its part, its number, units in quotations, words of the title."""

    part: str
    number: int
    quoted: Mapping[int, str]
    cues: frozenset[int]
    title: frozenset[str]


def score(row: Row, at: int, trigger: Trigger, stands: tuple[bool, bool], scene: Scene) -> float:
    """The sum of the weights of what speaks for and against an event at unit `at`.

    `stands` says whether the trigger stands as a noun, and whether it stands as its form asks.
    """
    weights = event_weights()
    return sum(weights.get(clue, 0.0) for clue in clues(row, at, trigger, stands, scene))


def clues(
    row: Row, at: int, trigger: Trigger, stands: tuple[bool, bool], scene: Scene
) -> Iterator[str]:
    """What is seen at and around a trigger, by names that the table of weights lists."""
    noun, surely = stands
    unit = row[at]
    form = f"{trigger.form} noun" if noun and trigger.form != "noun" else trigger.form
    yield "always"
    yield f"form {form}"
    yield f"{'long' if ' ' in unit.text else 'short'} {form}"
    yield f"{'fits' if surely else 'loose'} {trigger.form}"
    yield f"type {trigger.type}"
    if trigger.near:
        yield "sense"
    if at in scene.cues:
        yield "cue"
    elif unit.text in reporting():
        yield "reports"
    yield from _of_scene(unit, at, scene)
    low = clause_start(row, at)
    group = at if noun else verb_group(row, at, low)
    yield from _marks(row, group, at)
    yield from _before(row, group, at, low)
    yield from _after(row, at)
    yield from _around(row, at, low)


def _of_scene(unit: Unit, at: int, scene: Scene) -> Iterator[str]:
    yield f"part {scene.part}"
    yield f"quoted {scene.quoted.get(at, 'not')}"
    yield "early" if scene.number < 3 else "middle" if scene.number < 8 else "late"
    if scene.part != "title" and unit.text in scene.title:
        yield "in title"


def _marks(row: Row, group: int, at: int) -> Iterator[str]:
    marks = {mark for unit in row[group:at] for mark in _MARKS if unit.is_a(mark)}
    yield from (f"mark {mark}" for mark in sorted(marks))
    if any(unit.kind == "time" for unit in row[group:at]):
        yield "mark time"


def _before(row: Row, group: int, at: int, low: int) -> Iterator[str]:
    if group == 0:
        yield "before start"
        return
    before = row[group - 1]
    if before.text in QUOTE_MARKS:
        yield "before quote"
    elif before.text in {"để", "nhằm", "của", "và", "cho", "việc", "khi", "sau khi", "bị", "do"}:
        yield f"before {before.text}"
    elif before.classes:
        kinds = [kind for kind in _KINDS if before.is_a(kind)]
        yield f"before {kinds[0] if kinds else 'function'}"
    elif before.text in actor_nouns():
        yield "before actor"
    elif before.kind == "name":
        yield f"before {before.label}"
    else:
        yield f"before {before.kind}"
    verbs = sum(unit.kind == "verb" and not unit.classes for unit in row[max(low, at - _FAR) : at])
    yield f"verbs before {min(verbs, 3)}"
    if low and row[low - 1].text in {"để", "nhằm", "nếu", "khi", "sau khi", "khiến", "làm", "do"}:
        yield f"clause {row[low - 1].text}"


def _after(row: Row, at: int) -> Iterator[str]:
    if at + 1 >= len(row):
        yield "after end"
        return
    after = row[at + 1]
    if after.text == ",":
        yield "after comma"
    elif starts_phrase(after):
        yield f"after phrase {after.kind}"
    elif after.classes:
        kinds = [kind for kind in _KINDS if after.is_a(kind)]
        yield f"after {kinds[0] if kinds else 'function'}"
    else:
        yield f"after {after.kind}"


def _around(row: Row, at: int, low: int) -> Iterator[str]:
    if any(unit.kind == "time" for unit in row[max(0, at - 6) : at + 7]):
        yield "time near"
    elif any(unit.kind == "time" for unit in row):
        yield "time in sentence"
    if any(unit.kind == "name" for unit in row[low:at]):
        yield "name before"
    if any(unit.kind == "number" for unit in row[at + 1 : at + 4]):
        yield "number after"
    if any(unit.label in {"LOC", "ORG", "PER"} for unit in row[at + 1 : at + 6]):
        yield "name after"


def is_typed(trigger: Trigger) -> bool:
    """Whether the trigger says more than that something is done."""
    return trigger.type != OTHER and event_types()[trigger.type].weight > 0
