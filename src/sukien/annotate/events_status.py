"""Whether an event is a fact, a plan, a possibility or denied: learned weights of the marks.

The rules of `events_when` are one clue among others: the marks of the verb, those of the verbs
that govern it, what opens its clause, and whether its date lies ahead.
"""

from collections.abc import Iterator, Mapping

from sukien.annotate.events_find import Found
from sukien.annotate.events_score import Scene
from sukien.annotate.phrases import verb_group
from sukien.annotate.rows import Row, Unit
from sukien.knowledge.happenings import event_types, status_weights, triggers

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


def settled(
    ruled: str, clues: tuple[str, ...], weights: Mapping[str, Mapping[str, float]] | None = None
) -> str:
    """The status that the clues speak for most; a fact when none does. What is denied stays so.

    `weights` are those of the table when none are given.
    """
    if ruled == DENIED:
        return DENIED
    weights = status_weights() if weights is None else weights
    best, most = ACTUAL, 0.0
    for status in OTHERS:
        mine = weights.get(status, {})
        score = sum([mine.get(clue, 0.0) for clue in clues])
        if score > most:
            best, most = status, score
    return best


def status_clues(row: Row, hit: Found, scene: Scene, ruled: str, lies: str) -> tuple[str, ...]:
    """What is seen of an event's status; `ruled` by the rules, its date `lies`."""
    at = hit.unit
    low = hit.low
    group = at if hit.noun else verb_group(row, at, low)
    return (
        "always",
        f"ruled {ruled}",
        f"ruled {ruled} {'noun' if hit.noun else 'verb'}",
        f"date {lies}",
        f"ruled {ruled} date {lies}",
        f"of {hit.trigger.type}",
        f"word {row[at].text}",
        f"quoted {scene.quoted.get(at, 'not')}",
        f"part {scene.part}",
        *_marks(row, group, at),
        *_led(row, group, low),
        *_opened(row, low),
        *_next(row, at),
        *_planning(row, at),
        *_governed(row, at),
    )


def _marks(row: Row, group: int, at: int) -> Iterator[str]:
    """The marks of the verb itself, word by word; of a noun what stands just before."""
    found = False
    for unit in row[max(0, group - (2 if group == at else 0)) : at]:
        if _is_mark(unit):
            found = True
            yield f"in {unit.text}"
            yield from (f"in a {mark}" for mark in sorted(unit.classes & _MARKS))
    if not found:
        yield "in nothing"


def _is_mark(unit: Unit) -> bool:
    return not _MARKS.isdisjoint(unit.classes)


def _led(row: Row, group: int, low: int) -> Iterator[str]:
    """The marks and leading verbs before the group, in the clause and before it."""
    for index in range(group - 1, max(-1, group - _LED), -1):
        unit = row[index]
        place = "led" if index >= low else "heard"
        if _is_mark(unit):
            yield f"{place} {unit.text}"
            yield from (f"{place} a {mark}" for mark in sorted(unit.classes & _MARKS))


def _opened(row: Row, low: int) -> Iterator[str]:
    """What opens the clause, and what opens the sentence."""
    if low:
        yield f"clause {row[low - 1].text}"
    if row[0].is_a("subordinator"):
        yield f"sentence {row[0].text}"


def _next(row: Row, at: int) -> Iterator[str]:
    """The first mark behind: `cuộc gặp dự kiến diễn ra`."""
    for unit in row[at + 1 : at + _LED]:
        if unit.text == ",":
            return
        if _is_mark(unit):
            yield from (f"next a {mark}" for mark in sorted(unit.classes & _MARKS))
            return


def _planning(row: Row, at: int) -> Iterator[str]:
    """What the sentence says of plans before the trigger."""
    before = row[max(0, at - _FAR) : at]
    if any(unit.text in _PLANS for unit in before):
        yield "plan before"
    if any(unit.is_a("future") for unit in before):
        past = any(unit.is_a("past") for unit in before)
        yield f"future before {'past too' if past else 'only'}"


def _governed(row: Row, at: int) -> Iterator[str]:
    """The words right before, and the event that the nearest earlier trigger names."""
    for unit in row[max(0, at - 2) : at]:
        yield f"before {unit.text}"
    for unit in reversed(row[max(0, at - _PHRASE) : at]):
        trigger = triggers().get(unit.text)
        if trigger is not None and event_types()[trigger.type]:
            yield f"after {trigger.type}"
            yield f"after {unit.text}"
            return


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
