"""How surely a word is the trigger of an event: learned weights of clues around it.

The clues come in small groups that are the same again and again, so each group is named, and its
weights are added up, once.
"""

import functools
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from sukien.annotate.clauses.phrases import verb_group
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row, Unit
from sukien.annotate.clauses.traits import STARTS
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import reporting
from sukien.knowledge.happenings import Trigger, event_weights

_MARKS = frozenset({"past", "present", "future", "possible", "negation", "passive", "adverb"})
_KINDS = ("preposition", "subordinator", "that", "conjunction", "determiner", "pronoun", "of")
_LEADS = frozenset({"để", "nhằm", "của", "và", "cho", "việc", "khi", "sau khi", "bị", "do"})
_OPENS = frozenset({"để", "nhằm", "nếu", "khi", "sau khi", "khiến", "làm", "do"})
_FAR = 12
_WIDE = 60
_NEAR = 6
_NUMBER, _NAME = 4, 6
_MOST_VERBS = 3
_EARLY, _MIDDLE = 3, 8
_KEPT = 65536

Clues = tuple[str, ...]


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


class Sight:
    """A sentence with the kinds of its units (verbs that only help are `helper`) and its times."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.kinds = kinds = [
            unit.kind if not unit.classes or unit.kind != "verb" else "helper" for unit in row
        ]
        timed = "time" in kinds
        self.times = [i for i, kind in enumerate(kinds) if kind == "time"] if timed else []


class Group(NamedTuple):
    """Clues that are seen together, and the sum of their weights."""

    clues: Clues
    weight: float


def score(sight: Sight, stand: Stand, scene: Scene) -> float:
    """The sum of the weights of what speaks for and against an event."""
    return sum([group.weight for group in groups(sight, stand, scene)])


def _group(*clues: str) -> Group:
    weights = event_weights()
    return Group(clues, sum([weights.get(clue, 0.0) for clue in clues]))


def groups(sight: Sight, stand: Stand, scene: Scene) -> list[Group]:
    """What is seen at and around a trigger, by names that the table of weights lists."""
    at, trigger, noun, surely, low = stand
    row = sight.row
    unit = row[at]
    stage = 0 if scene.number < _EARLY else 1 if scene.number < _MIDDLE else 2
    titled = scene.part != "title" and unit.text in scene.title
    group = at if noun else verb_group(row, at, low)
    return [
        _of_word(trigger.form, trigger.type, noun, surely, unit.kind, " " in unit.text),
        _sense() if trigger.near else _none(),
        _of_scene(scene.part, scene.quoted.get(at, "not"), stage, titled),
        _of_speech(at in scene.cues, unit.text in reporting()),
        _marks(row, group, at) if group < at else _none(),
        _before(sight, group, at, low),
        _after(row[at + 1]) if at + 1 < len(row) else _ends(),
        _around(sight, at, low),
    ]


@functools.lru_cache(maxsize=_KEPT)
def _of_word(form: str, kind: str, noun: bool, surely: bool, tag: str, long: bool) -> Group:
    """What the word itself says; it is the same wherever the word stands so."""
    stands = f"{form} noun" if noun and form != "noun" else form
    return _group(
        "always",
        f"form {stands}",
        f"{'long' if long else 'short'} {stands}",
        f"{'fits' if surely else 'loose'} {form}",
        f"type {kind}",
        f"kind {tag} {stands}",
    )


@functools.cache
def _of_scene(part: str, quoted: str, stage: int, titled: bool) -> Group:
    time = ("early", "middle", "late")[stage]
    return _group(f"part {part}", f"quoted {quoted}", time, *(("in title",) if titled else ()))


@functools.cache
def _none() -> Group:
    return _group()


@functools.cache
def _sense() -> Group:
    return _group("sense")


@functools.cache
def _of_speech(cue: bool, reports: bool) -> Group:
    return _group("cue") if cue else _group("reports") if reports else _group()


def _marks(row: Row, group: int, at: int) -> Group:
    marks: set[str] = set()
    for unit in row[group:at]:
        if unit.classes:
            marks |= unit.classes & _MARKS
        elif unit.kind == "time":
            marks.add("time")
    return _mark_names(frozenset(marks)) if marks else _none()


@functools.lru_cache(maxsize=_KEPT)
def _mark_names(marks: frozenset[str]) -> Group:
    return _group(*[f"mark {mark}" for mark in sorted(marks)])


def _before(sight: Sight, group: int, at: int, low: int) -> Group:
    """What stands before the group of the verb, how many verbs, and what opens the clause."""
    if group == 0:
        return _starts()
    row = sight.row
    unit = row[group - 1]
    first = max(low, at - _FAR)
    verbs = sight.kinds[first:at].count("verb")
    opener = row[low - 1].text if low else ""
    led = _led(unit.text, unit.kind, unit.classes, unit.label)
    return _before_names(led, min(verbs, _MOST_VERBS), opener if opener in _OPENS else "")


@functools.cache
def _before_names(led: str, verbs: int, opener: str) -> Group:
    clause = (f"clause {opener}",) if opener else ()
    return _group(f"before {led}", f"verbs before {verbs}", *clause)


@functools.lru_cache(maxsize=_KEPT)
def _led(text: str, kind: str, classes: frozenset[str], label: str) -> str:
    """What a unit is that stands before a trigger."""
    if text in QUOTE_MARKS:
        return "quote"
    if text in _LEADS:
        return text
    if classes:
        return _function(classes)
    if text in actor_nouns():
        return "actor"
    return label if kind == "name" else kind


def _function(classes: frozenset[str]) -> str:
    return next((kind for kind in _KINDS if kind in classes), "function")


@functools.cache
def _ends() -> Group:
    return _group("after end")


@functools.cache
def _starts() -> Group:
    return _group("before start")


def _after(unit: Unit) -> Group:
    return _after_names(unit.text == ",", bool(unit.traits & STARTS), unit.kind, unit.classes)


@functools.lru_cache(maxsize=_KEPT)
def _after_names(comma: bool, starts: bool, kind: str, classes: frozenset[str]) -> Group:
    if comma:
        return _group("after comma")
    if starts:
        return _group(f"after phrase {kind}")
    return _group(f"after {_function(classes) if classes else kind}")


def _around(sight: Sight, at: int, low: int) -> Group:
    """Times, names and numbers near the trigger."""
    kinds = sight.kinds
    ahead = kinds[at + 1 : at + _NAME]
    named = "name" in ahead and any(
        unit.kind == "name" and unit.label != "MISC" for unit in sight.row[at + 1 : at + _NAME]
    )
    time = _time_near(sight.times, at) if sight.times else 0
    return _around_names(time, "name" in kinds[low:at], "number" in ahead[: _NUMBER - 1], named)


def _time_near(times: list[int], at: int) -> int:
    """2 when a time stands near, 1 when one stands in the sentence, 0 when none does."""
    place = bisect_left(times, at)
    behind = times[place] - at if place < len(times) else _WIDE
    before = at - times[place - 1] if place else _WIDE + 1
    if behind <= _NEAR or before <= _NEAR:
        return 2
    return 1 if behind < _WIDE or before <= _WIDE else 0


@functools.cache
def _around_names(time: int, before: bool, number: bool, named: bool) -> Group:
    seen = {
        "time near": time == 2,
        "time in sentence": time == 1,
        "name before": before,
        "number after": number,
        "name after": named,
    }
    return _group(*[clue for clue, holds in seen.items() if holds])
