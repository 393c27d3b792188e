"""Which date an event has whose sentence names none: told before, or of the same event elsewhere.

Every date that may be meant is a choice with clues; learned weights say which is the surest, and
whether it is sure enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sukien.annotate.events_find import Found
from sukien.annotate.events_score import Scene
from sukien.annotate.events_when import dates
from sukien.annotate.phrases import verb_group
from sukien.annotate.rows import Row
from sukien.knowledge.happenings import date_weights, event_types
from sukien.model import Event, Time

_LEAST = -2.0
_FRAMES = 2
_LONGEST_FRAME = 6
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


class Draft(NamedTuple):
    """An event before its date is known, the trigger it was read from, and where it stands."""

    event: Event
    hit: Found
    scene: Scene


class Choice(NamedTuple):
    """A date that an event may have, and what speaks for and against it."""

    value: str
    clues: tuple[str, ...]


class Calendar:
    """The dates of an article: those of each sentence, and those told before it."""

    def __init__(
        self,
        rows: Sequence[Row],
        lines: Sequence[int],
        times: Mapping[int, Time],
        today: str | None,
    ) -> None:
        self.rows = rows
        self.lines = lines
        self.times = times
        self.today = today
        self.dates = [  # of each sentence
            [(i, times[u.start]) for i, u in enumerate(row) if u.start in times and dates(row, i)]
            for row in rows
        ]
        self.frames = list(self._frames())
        told = {time.value[:_DAY] for mine in self.dates for _, time in mine}
        self.days = sum(len(value) == _DAY for value in told)
        self.same: dict[str, str] = {}
        self.first: str | None = None

    def _frames(self) -> Iterator[list[tuple[int, str]]]:
        """Before each sentence the dates told last, each with its sentence, the latest first."""
        told: list[tuple[int, str]] = []
        for number, mine in enumerate(self.dates):
            yield [(n, value) for n, value in told[:_FRAMES] if number - n <= _LONGEST_FRAME]
            for _, time in mine:
                value = time.value[:_DAY]
                told = [(number, value), *((n, v) for n, v in told if v != value)][:_FRAMES]

    def learn(self, drafts: Sequence[Draft]) -> None:
        """Keep what the sentences themselves say, for what is told again elsewhere."""
        for draft in drafts:
            date = draft.event.date
            if not date or draft.event.status != "actual":
                continue
            row = self.rows[draft.event.sentence]
            self.same.setdefault(f"trigger {row[draft.hit.unit].text}", date[:_DAY])
            self.same.setdefault(f"type {draft.event.type}", date[:_DAY])
            if self.first is None and len(date) >= _DAY:
                self.first = date[:_DAY]


def chosen(draft: Draft, calendar: Calendar) -> str | None:
    """The date that an event has: one of its sentence, else the surest one told elsewhere."""
    if draft.event.date or calendar.dates[draft.event.sentence]:
        return draft.event.date
    weights = date_weights()
    best, most = None, _LEAST
    for choice in choices(draft, calendar):
        score = sum([weights.get(clue, 0.0) for clue in choice.clues])
        if score > most:
            best, most = choice.value, score
    return best or _of_the_day(draft, calendar)


def _of_the_day(draft: Draft, calendar: Calendar) -> str | None:
    """The day of publication for what title or lead tells as a fact without a date."""
    opens = draft.scene.part in {"title", "lead"}
    return calendar.today if opens and draft.event.status == "actual" else None


def choices(draft: Draft, calendar: Calendar) -> list[Choice]:
    """Every date that the article tells elsewhere; one value once, with all that speaks for it."""
    found: dict[str, list[str]] = {}
    about = list(_about(draft, calendar))
    for kind, value in _elsewhere(draft, calendar):
        age = _age(value, calendar.today)
        if age == "ahead" and draft.event.status == "actual":
            continue
        source = kind.split()[0]
        clues = found.setdefault(value, [])
        clues.append(kind)
        clues += [f"{source} {clue}" for clue in about]
        clues.append(f"{kind if source == 'frame' else source} age {age}")
        clues += [f"{source} {clue}" for clue in _of_value(value, draft, calendar)]
    return [Choice(value, (*clues, "always")) for value, clues in found.items()]


def _elsewhere(draft: Draft, calendar: Calendar) -> Iterator[tuple[str, str]]:
    """Dates that the article tells elsewhere, and the day of publication."""
    number = draft.event.sentence
    for place, (sentence, value) in enumerate(calendar.frames[number]):
        near = calendar.lines[sentence] == calendar.lines[number]
        gap = min(number - sentence, 4)
        yield f"frame {place} {gap} {'line' if near else 'far'}", value
    text = calendar.rows[number][draft.hit.unit].text
    for kind in (f"trigger {text}", f"type {draft.event.type}"):
        if kind in calendar.same:
            yield kind.split()[0], calendar.same[kind]
    if calendar.first:
        yield "first", calendar.first
    if calendar.today:
        yield "today", calendar.today


def _about(draft: Draft, calendar: Calendar) -> Iterator[str]:
    """What the sentence and the trigger say about taking a date from elsewhere."""
    row, at, scene = calendar.rows[draft.event.sentence], draft.hit.unit, draft.scene
    yield f"part {scene.part}"
    yield "early" if scene.number < 3 else "middle" if scene.number < 8 else "late"
    yield f"status {draft.event.status}"
    yield f"form {draft.hit.trigger.form}"
    yield f"quoted {scene.quoted.get(at, 'not')}"
    if at in scene.cues:
        yield "cue"
    opening = {unit.text for unit in row[:2]}
    if opening & _THEN:
        yield "then"
    if opening & _EARLIER:
        yield "earlier"
    yield f"days {min(3, calendar.days)}"
    yield f"of {draft.event.type}"
    yield f"weight {event_types()[draft.event.type].weight >= _STRONG}"
    if any(unit.text in _HABITS for unit in row):
        yield "habit"
    if any(unit.text in _NOW for unit in row):
        yield "now"
    yield f"opening {_opening(row)}"
    if row[at].kind == "noun" or draft.hit.noun:
        yield "noun"
    group = row[verb_group(row, at, 0) : at]
    if any(unit.text in _NEW for unit in group):
        yield "new"
    for mark in ("past", "present", "future", "adverb"):
        if any(unit.is_a(mark) for unit in group):
            yield f"mark {mark}"


def _age(value: str, today: str | None) -> str:
    """How long before the publication a date lies."""
    if today is None or not value[:_DAY].replace("-", "").isdigit():
        return "unknown"
    if value[:_DAY] > today[: len(value[:_DAY])]:
        return "ahead"
    if value[:4] != today[:4]:
        return "years" if int(today[:4]) - int(value[:4]) > 1 else "year"
    return "month" if value[:7] == today[:7] else "season"


def _opening(row: Row) -> str:
    """What a sentence begins with."""
    first = row[0]
    for kind in ("pronoun", "subordinator", "determiner", "opener", "preposition", "past"):
        if first.is_a(kind):
            return kind
    return first.label or first.kind


def _of_value(value: str, draft: Draft, calendar: Calendar) -> Iterator[str]:
    """How precise a date is, and on which side of the day of publication it lies."""
    precision = {4: "year", 7: "month", _DAY: "day"}.get(len(value), "other")
    yield "time" if len(value) > _DAY else precision
    if calendar.today is None:
        yield "unknown"
        return
    shown = calendar.today[: len(value[:_DAY])]
    if not value[:_DAY].replace("-", "").isdigit():
        yield "unclear"
    elif value[:_DAY] == shown:
        yield f"now {draft.event.status}"
    elif value[:4] < shown[:4]:
        yield f"other year {draft.event.status}"
    else:
        yield f"{'past' if value[:_DAY] < shown else 'ahead'} {draft.event.status}"
