"""Whether an event is a fact, a plan, a possibility or denied: learned weights of the marks.

The rules of `events_when` are one clue among others: the marks of the verb, those of the verbs
that govern it, what opens its clause, and whether its date lies ahead.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence

from sukien.annotate.clauses.phrases import verb_group
from sukien.annotate.clauses.rows import Row
from sukien.annotate.clauses.traits import SUBORDINATOR
from sukien.annotate.events.find import Found
from sukien.annotate.events.score import Scene
from sukien.knowledge.happenings import status_weights, triggers

ACTUAL = "actual"
DENIED = "negated"
OTHERS = ("planned", "possible")
_MARKS = frozenset({"past", "present", "future", "possible", "negation", "passive"})
_LED = 10
_DAY = 10
_FAR = 40
_PLANS = frozenset(
    {"kế hoạch", "theo kế hoạch", "theo lịch", "lịch", "dự kiến", "dự báo", "phương án"}
)
_PHRASE = 5
_KEPT = 65536

Clues = tuple[str, ...]
_UNMARKED: Clues = ("in nothing",)
_PLANNED: Clues = ("plan before",)
_TOO: Clues = ("future before past too",)
_ONLY: Clues = ("future before only",)


def settled(ruled: str, groups: Iterable[Clues]) -> str:
    """The status that the clues speak for most; a fact when none does. What is denied stays so."""
    if ruled == DENIED:
        return DENIED
    planned = possible = 0.0
    for group in groups:
        first, second = _weigh(group)
        planned += first
        possible += second
    return _most((planned, possible))


def settled_by(ruled: str, clues: Clues, weights: Mapping[str, Mapping[str, float]]) -> str:
    """The same by other weights than those of the table."""
    if ruled == DENIED:
        return DENIED
    tables = [weights.get(status, {}) for status in OTHERS]
    return _most([sum([mine.get(clue, 0.0) for clue in clues]) for mine in tables])


def _most(scores: Sequence[float]) -> str:
    best, most = ACTUAL, 0.0
    for status, score in zip(OTHERS, scores, strict=True):
        if score > most:
            best, most = status, score
    return best


@functools.lru_cache(maxsize=_KEPT)
def _weigh(group: Clues) -> tuple[float, float]:
    """What a group of clues says for each status; the same groups come again and again."""
    one, other = (status_weights().get(status, {}) for status in OTHERS)
    return sum([one.get(clue, 0.0) for clue in group]), sum([other.get(c, 0.0) for c in group])


def status_clues(row: Row, hit: Found, scene: Scene, ruled: str, lies: str) -> list[Clues]:
    """What is seen of an event's status; `ruled` by the rules, its date `lies`."""
    at = hit.unit
    low = hit.low
    group = at if hit.noun else verb_group(row, at, low)
    quoted = scene.quoted.get(at, "not")
    return [
        _of_event(ruled, hit.noun, lies, hit.trigger.type),
        _of_place(row[at].text, quoted, scene.part),
        *_marks(row, group, at),
        *_led(row, group, low),
        _opened(row, low),
        _next(row, at),
        _planning(row, at),
        _governed(row, at),
    ]


@functools.lru_cache(maxsize=_KEPT)
def _of_event(ruled: str, noun: bool, lies: str, kind: str) -> Clues:
    """What the rules, the date and the type of the event say."""
    return (
        "always",
        f"ruled {ruled}",
        f"ruled {ruled} {'noun' if noun else 'verb'}",
        f"date {lies}",
        f"ruled {ruled} date {lies}",
        f"of {kind}",
    )


@functools.lru_cache(maxsize=_KEPT)
def _of_place(word: str, quoted: str, part: str) -> Clues:
    """What the word says, and where it stands."""
    return f"word {word}", f"quoted {quoted}", f"part {part}"


@functools.lru_cache(maxsize=_KEPT)
def _mark(place: str, text: str, classes: frozenset[str]) -> Clues:
    """What a word says in a place when it marks a verb; else nothing."""
    marks = sorted(classes & _MARKS)
    return (f"{place} {text}", *(f"{place} a {mark}" for mark in marks)) if marks else ()


def _marks(row: Row, group: int, at: int) -> list[Clues]:
    """The marks of the verb itself, word by word; of a noun what stands just before."""
    before = row[max(0, group - (2 if group == at else 0)) : at]
    found = [_mark("in", unit.text, unit.classes) for unit in before if unit.classes]
    return found if any(found) else [_UNMARKED]


def _led(row: Row, group: int, low: int) -> list[Clues]:
    """The marks and leading verbs before the group, in the clause and before it."""
    first = max(0, group - _LED + 1)
    return [
        _mark("led" if first + place >= low else "heard", unit.text, unit.classes)
        for place, unit in enumerate(row[first:group])
        if unit.classes
    ]


def _opened(row: Row, low: int) -> Clues:
    """What opens the clause, and what opens the sentence."""
    subordinate = row[0].traits & SUBORDINATOR
    if not low and not subordinate:
        return ()
    return _opened_names(row[low - 1].text if low else "", row[0].text if subordinate else "")


@functools.lru_cache(maxsize=_KEPT)
def _opened_names(clause: str, sentence: str) -> Clues:
    names = (f"clause {clause}" if clause else "", f"sentence {sentence}" if sentence else "")
    return tuple(name for name in names if name)


def _next(row: Row, at: int) -> Clues:
    """The first mark behind: `cuộc gặp dự kiến diễn ra`."""
    for unit in row[at + 1 : at + _LED]:
        if unit.text == ",":
            return ()
        if unit.classes and not unit.classes.isdisjoint(_MARKS):
            return _mark("next", unit.text, unit.classes)[1:]
    return ()


def _planning(row: Row, at: int) -> Clues:
    """What the sentence says of plans before the trigger."""
    before = row[max(0, at - _FAR) : at]
    planned = () if _PLANS.isdisjoint([unit.text for unit in before]) else _PLANNED
    marks = [unit.classes for unit in before if unit.classes]
    if not any("future" in classes for classes in marks):
        return planned
    return planned + (_TOO if any("past" in classes for classes in marks) else _ONLY)


def _governed(row: Row, at: int) -> Clues:
    """The words right before, and the event that the nearest earlier trigger names."""
    known = triggers()
    texts = [unit.text for unit in row[max(0, at - _PHRASE) : at]]
    after = next((text for text in reversed(texts) if text in known), "")
    return _governed_names(texts[-1] if texts else "", texts[-2] if len(texts) > 1 else "", after)


@functools.lru_cache(maxsize=_KEPT)
def _governed_names(before: str, earlier: str, after: str) -> Clues:
    words = tuple(f"before {text}" for text in (before, earlier) if text)
    return (*words, f"after {triggers()[after].type}", f"after {after}") if after else words


@functools.lru_cache(maxsize=_KEPT)
def when(date: str | None, own: str | None, today: str | None) -> str:
    """Where a date lies, ahead of the publication, now or past, and whether the sentence has it."""
    if not date:
        return "none"
    day = date[:_DAY]
    if today is None or not day.replace("-", "").isdigit():
        side = "unknown"
    else:
        shown = today[: len(day)]
        side = "now" if day == shown else "past" if day < shown else "ahead"
    return f"{'own' if own else 'told'} {side}{' day' if len(day) == _DAY else ''}"
