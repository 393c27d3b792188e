"""How surely a word is the trigger of an event: learned weights of clues around it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sukien.annotate.phrases import starts_phrase, verb_group
from sukien.annotate.rows import QUOTE_MARKS, Row, Unit
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import reporting
from sukien.knowledge.happenings import Trigger, event_weights

_MARKS = frozenset({"past", "present", "future", "possible", "negation", "passive", "adverb"})
_KINDS = ("preposition", "subordinator", "that", "conjunction", "determiner", "pronoun", "of")
_FAR = 12
_WIDE = 60


class Scene(NamedTuple):
    """Where a sentence stands: its part, its number, units in quotations, words of the title."""

    part: str
    number: int
    quoted: Mapping[int, str]
    cues: frozenset[int]
    title: frozenset[str]


class Stand(NamedTuple):
    """A word that may name an event: its unit, what it names, and how it stands.

    `noun`: as a noun; `surely`: as its form asks; `low`: the unit at which its clause starts.
    """

    unit: int
    trigger: Trigger
    noun: bool
    surely: bool
    low: int


def score(row: Row, stand: Stand, scene: Scene) -> float:
    """The sum of the weights of what speaks for and against an event."""
    weights = event_weights()
    return sum([weights.get(clue, 0.0) for clue in clues(row, stand, scene)])


def clues(row: Row, stand: Stand, scene: Scene) -> Iterator[str]:
    """What is seen at and around a trigger, by names that the table of weights lists."""
    at, trigger, noun, surely, low = stand
    unit = row[at]
    form = f"{trigger.form} noun" if noun and trigger.form != "noun" else trigger.form
    yield "always"
    yield f"form {form}"
    yield f"{'long' if ' ' in unit.text else 'short'} {form}"
    yield f"{'fits' if surely else 'loose'} {trigger.form}"
    yield f"type {trigger.type}"
    yield f"kind {unit.kind} {form}"
    if trigger.near:
        yield "sense"
    if at in scene.cues:
        yield "cue"
    elif unit.text in reporting():
        yield "reports"
    yield from _of_scene(unit, at, scene)
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
    marks: set[str] = set()
    for unit in row[group:at]:
        marks |= unit.classes & _MARKS
        if unit.kind == "time":
            marks.add("time")
    yield from (f"mark {mark}" for mark in sorted(marks))


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
    near = range(max(0, at - _WIDE), min(len(row), at + _WIDE))
    times = [index for index in near if row[index].kind == "time"]
    if any(-6 <= index - at <= 6 for index in times):
        yield "time near"
    elif times:
        yield "time in sentence"
    if any(unit.kind == "name" for unit in row[low:at]):
        yield "name before"
    if any(unit.kind == "number" for unit in row[at + 1 : at + 4]):
        yield "number after"
    if any(unit.kind == "name" and unit.label != "MISC" for unit in row[at + 1 : at + 6]):
        yield "name after"
