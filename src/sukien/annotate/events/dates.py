"""Which date an event has: one of its sentence, one told before, or of the same event elsewhere.

Every date that may be meant is a choice with clues; learned weights say which is the surest, and
whether it is sure enough.
"""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sukien.annotate.clauses.phrases import verb_group
from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.events.find import Found
from sukien.annotate.events.score import Scene
from sukien.annotate.events.told import Told
from sukien.knowledge.happenings import date_weights, event_types
from sukien.model import Event

_LEAST = -1.6
_FRAMES = 2
_LONGEST_FRAME = 10
_BACK, _REACH = 6, 12
_DAY = 10
_THEN = frozenset(
    {"sau đó", "tiếp đó", "ngay sau đó", "cùng ngày", "tại đây", "khi đó", "lúc này", "lúc đó"}
    | {"theo đó", "cụ thể", "trong đó", "ngoài ra", "đồng thời", "kết quả", "qua đó"}
)
_EARLIER = frozenset({"trước đó", "từng", "trước đây"})
_HABITS = frozenset({"thường", "luôn", "mỗi", "hàng năm", "hằng năm", "thường xuyên", "vẫn thường"})
_NOW = frozenset({"hiện", "hiện nay", "hiện tại", "đang", "nay", "đến nay", "vẫn", "vẫn đang"})
_STRONG = 0.7
_NEW = frozenset({"vừa", "mới", "vừa mới", "vừa qua"})
_WIDE = 60
_KEPT = 65536

Clues = tuple[str, ...]
_ALWAYS, _CUE, _NO_CUE = ("always",), ("cue",), ("no cue",)
_SOURCES = ("any", "frame", "named", "prev", "main", "next", "trigger", "type", "first", "today")
_PLACES = {source: place for place, source in enumerate(_SOURCES)}
_ANY = 0
_CENTURIES = frozenset({"19", "20"})
_FRAMED = {
    (place, gap, near): f"{place} {gap} {'line' if near else 'far'}"
    for place in range(_FRAMES)
    for gap in range(5)
    for near in (False, True)
}


class Draft(NamedTuple):
    """An event before its date is known, the trigger it was read from, and where it stands."""

    event: Event
    hit: Found
    scene: Scene


class Choice(NamedTuple):
    """A date that an event may have, and what speaks for and against it, by source."""

    value: str
    clues: list[tuple[str, Clues]]

    def names(self) -> Iterator[str]:
        """The clues as the table of weights lists them."""
        for source, clues in self.clues:
            yield from (f"{source} {clue}" for clue in clues)


class Calendar:
    """The dates of an article: those of each sentence, and those told before it."""

    def __init__(
        self,
        rows: Sequence[Row],
        lines: Sequence[int],
        told: Sequence[Told],
        today: str | None,
    ) -> None:
        self.rows = rows
        self.lines = lines
        self.today = today
        self.told = told
        self.frames = list(self._frames())
        self.after = self._after()
        self._years: dict[int, list[tuple[int, str]]] = {}
        counted = Counter(t.value[:_DAY] for mine in told for _, t in mine.dates)
        full = [value for value in counted if len(value) == _DAY]
        self.main = max(full, key=lambda v: counted[v]) if full else None
        self.about: dict[int, Clues] = {}
        self.before: dict[int, tuple[int, str]] = {}
        days = {time.value[:_DAY] for mine in told for _, time in mine.dates}
        self.days = sum(len(value) == _DAY for value in days)
        self.same: dict[str, str] = {}
        self.first: str | None = None

    def _frames(self) -> Iterator[list[tuple[int, str]]]:
        """Before each sentence the dates told last, each with its sentence, the latest first."""
        told: list[tuple[int, str]] = []
        for number, mine in enumerate(self.told):
            yield [(n, value) for n, value in told[:_FRAMES] if number - n <= _LONGEST_FRAME]
            for _, time in mine.dates:
                value = time.value[:_DAY]
                told = [(number, value), *((n, v) for n, v in told if v != value)][:_FRAMES]

    def _after(self) -> list[str]:
        """Behind each sentence the first date of the next one."""
        firsts = [mine.dates[0][1].value[:_DAY] if mine.dates else "" for mine in self.told]
        return [*firsts[1:], ""]

    def years(self, number: int) -> list[tuple[int, str]]:
        """The years that names of a sentence end with, each with its unit."""
        if number not in self._years:
            self._years[number] = _years(self.rows[number])
        return self._years[number]

    def learn(self, drafts: Sequence[Draft]) -> None:
        """Keep what the sentences themselves say, for what is told again elsewhere."""
        last: tuple[int, str] | None = None
        for draft in drafts:
            date, number = draft.event.date, draft.event.sentence
            if last and last[0] < number and number - last[0] <= _LONGEST_FRAME:
                self.before[number] = last
            if date and (draft.event.status == "actual" or self.today is None):
                last = number, date[:_DAY]
            if not date or draft.event.status != "actual":
                continue
            row = self.rows[draft.event.sentence]
            self.same.setdefault(f"trigger {row[draft.hit.unit].text}", date[:_DAY])
            self.same.setdefault(f"type {draft.event.type}", date[:_DAY])
            if self.first is None and len(date) >= _DAY:
                self.first = date[:_DAY]


def chosen(draft: Draft, calendar: Calendar) -> str | None:
    """The date that an event has: one of its sentence, else the surest one told elsewhere."""
    if draft.event.date:
        return draft.event.date
    found = _told(draft, calendar)
    if not found:
        return _of_the_day(draft, calendar)
    about = [sum(each) for each in zip(*map(_weights, about_of(draft, calendar)), strict=True)]
    best, most = None, _LEAST
    for value, seen in found.items():
        score = _weights(_ALWAYS)[_ANY]
        for source, own in seen:
            place = _PLACES[source]
            score += about[place] + _weights(own)[place]
        if score > most:
            best, most = value, score
    return best or _of_the_day(draft, calendar)


@functools.lru_cache(maxsize=_KEPT)
def _weights(group: Clues) -> tuple[float, ...]:
    """What a group of clues says of each source's dates; the same groups come again and again."""
    tables = [date_weights().get(source, {}) for source in _PLACES]
    return tuple([sum([mine.get(clue, 0.0) for clue in group]) for mine in tables])


def _of_the_day(draft: Draft, calendar: Calendar) -> str | None:
    """The day of publication for what title or lead tells as a fact without a date."""
    opens = draft.scene.part in {"title", "lead"}
    return calendar.today if opens and draft.event.status == "actual" else None


def choices(draft: Draft, calendar: Calendar) -> list[Choice]:
    """Every date that the article tells elsewhere; one value once, with all that speaks for it."""
    groups = about_of(draft, calendar)
    return [
        Choice(
            value,
            [
                ("any", _ALWAYS),
                *seen,
                *((source, group) for source, _ in seen for group in groups),
            ],
        )
        for value, seen in _told(draft, calendar).items()
    ]


def _told(draft: Draft, calendar: Calendar) -> dict[str, list[tuple[str, Clues]]]:
    """The dates told elsewhere, each with its sources and what they say of it."""
    found: dict[str, list[tuple[str, Clues]]] = {}
    for source, seen, value in _elsewhere(draft, calendar):
        own = _of_value(seen, value, calendar.today, draft.event.status)
        if own:
            found.setdefault(value, []).append((source, own))
    return found


@functools.lru_cache(maxsize=_KEPT)
def _of_value(seen: str, value: str, today: str | None, status: str) -> Clues:
    """What is seen of a date itself; nothing of one that lies ahead of what is a fact."""
    age = age_of(value, today)
    if age == "ahead" and status == "actual":
        return ()
    return seen, f"{seen} age {age}", *lies_of(value, today, status)


def _elsewhere(draft: Draft, calendar: Calendar) -> Iterator[tuple[str, str, str]]:
    """Dates that the article tells elsewhere, and the day of publication: source, clue, value."""
    number = draft.event.sentence
    for place, (sentence, value) in enumerate(calendar.frames[number]):
        near = calendar.lines[sentence] == calendar.lines[number]
        yield "frame", _FRAMED[place, min(number - sentence, 4), near], value
    yield from _named(calendar.years(number), draft.hit.unit)
    if number in calendar.before:
        sentence, value = calendar.before[number]
        yield "prev", str(min(number - sentence, 4)), value
    if calendar.main:
        yield "main", "told", calendar.main
    if calendar.after[number]:
        yield "next", "told", calendar.after[number]
    text = calendar.rows[number][draft.hit.unit].text
    for kind, what in (("trigger", text), ("type", draft.event.type)):
        value = calendar.same.get(f"{kind} {what}", "")
        if value:
            yield kind, "told", value
    if calendar.first:
        yield "first", "told", calendar.first
    if calendar.today:
        yield "today", "told", calendar.today


def _named(years: Sequence[tuple[int, str]], at: int) -> Iterator[tuple[str, str, str]]:
    """The year that a name near the trigger ends with: `Hoa hậu Lào 2007`."""
    for index, year in years:
        if at - _BACK <= index < at + _REACH:
            yield "named", "behind" if index > at else "before", year


def _years(row: Row) -> list[tuple[int, str]]:
    """The units that end with a year and are no times: `Hoa hậu Lào 2007`."""
    likely = [index for index, unit in enumerate(row) if unit.text[-4:].isdigit()]
    return [(index, row[index].text[-4:]) for index in likely if _ends_with_year(row, index)]


def _ends_with_year(row: Row, index: int) -> bool:
    unit = row[index]
    if unit.text[-4:-2] not in _CENTURIES or unit.kind == "time" or not index:
        return False
    bare = len(unit.text) == 4 and row[index - 1].kind in {"name", "noun"}
    return bare or (unit.kind == "name" and unit.text[-5:-4] == " ")


def about_of(draft: Draft, calendar: Calendar) -> list[Clues]:
    """What the sentence and the trigger say about taking a date."""
    number, at, scene = draft.event.sentence, draft.hit.unit, draft.scene
    row = calendar.rows[number]
    if number not in calendar.about:
        calendar.about[number] = _of_sentence(row, scene, calendar.days)
    noun = row[at].kind == "noun" or draft.hit.noun
    quoted = scene.quoted.get(at, "not")
    event, form = draft.event, draft.hit.trigger.form
    group = verb_group(row, at, max(0, at - _WIDE))
    return [
        calendar.about[number],
        _of_event(event.status, event.type, form, quoted, noun),
        _CUE if at in scene.cues else _NO_CUE,
        tuple(_marked(row[group:at])) if group < at else (),
    ]


def _of_sentence(row: Row, scene: Scene, days: int) -> Clues:
    """What the sentence says of all its events."""
    return (
        f"part {scene.part}",
        "early" if scene.number < 3 else "middle" if scene.number < 8 else "late",
        f"days {min(3, days)}",
        f"opening {_opening(row)}",
        *_opened(row),
        *_tempers(row[:_WIDE]),
    )


@functools.lru_cache(maxsize=_KEPT)
def _of_event(status: str, kind: str, form: str, quoted: str, noun: bool) -> Clues:
    """What the event says of itself."""
    return (
        f"status {status}",
        f"form {form}",
        f"quoted {quoted}",
        f"of {kind}",
        f"weight {event_types()[kind].weight >= _STRONG}",
        "noun" if noun else "verb",
    )


def _opened(row: Row) -> Iterator[str]:
    """Openings that go on from what was told."""
    opening = {unit.text for unit in row[:2]}
    if not opening.isdisjoint(_THEN):
        yield "then"
    if not opening.isdisjoint(_EARLIER):
        yield "earlier"


def _tempers(row: Iterable[Unit]) -> Iterator[str]:
    """Words of habit, and of what is so at present."""
    words = {unit.text for unit in row}
    if not words.isdisjoint(_HABITS):
        yield "habit"
    if not words.isdisjoint(_NOW):
        yield "now"


def _marked(group: Sequence[Unit]) -> Iterator[str]:
    """The marks of the verb."""
    if any(unit.text in _NEW for unit in group):
        yield "new"
    classes = {name for unit in group for name in unit.classes}
    yield from (
        f"mark {mark}" for mark in ("past", "present", "future", "adverb") if mark in classes
    )


def _opening(row: Row) -> str:
    """What a sentence begins with."""
    first = row[0]
    for kind in ("pronoun", "subordinator", "determiner", "opener", "preposition", "past"):
        if first.is_a(kind):
            return kind
    return first.label or first.kind


def age_of(value: str, today: str | None) -> str:
    """How long before the publication a date lies."""
    if today is None or not value[:_DAY].replace("-", "").isdigit():
        return "unknown"
    if value[:_DAY] > today[: len(value[:_DAY])]:
        return "ahead"
    if value[:4] != today[:4]:
        return "years" if int(today[:4]) - int(value[:4]) > 1 else "year"
    return "month" if value[:7] == today[:7] else "season"


def lies_of(value: str, today: str | None, status: str) -> Clues:
    """How precise a date is, and on which side of the day of publication it lies."""
    precision = {4: "year", 7: "month", _DAY: "day"}.get(len(value), "other")
    precision = "time" if len(value) > _DAY else precision
    if today is None:
        return precision, "unknown"
    shown = today[: len(value[:_DAY])]
    if not value[:_DAY].replace("-", "").isdigit():
        return precision, "unclear"
    if value[:_DAY] == shown:
        return precision, f"now {status}"
    if value[:4] < shown[:4]:
        return precision, f"other year {status}"
    return precision, f"{'past' if value[:_DAY] < shown else 'ahead'} {status}"
