"""What the stories of a library announce, as of a day: to come, silent, done, moved, cancelled.

Whether something announced is still to come is no property of a story but of the day one asks.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sukien.library import Library
from sukien.model import AgendaItem, Evidence, Story
from sukien.tell.dates import days
from sukien.views.reasons import reason_words
from sukien.views.since import day_meant

STATES = ("upcoming", "silent", "done", "moved", "cancelled")
"""`silent`: its day has passed and no article says what became of it. The rest are outcomes."""
_SHOWN = 200
_SOME_DAY = dt.date(1970, 1, 1)  # stands in for today where no article has a date
_OPEN = frozenset(("upcoming", "silent"))
_CALENDAR = frozenset(("upcoming", "silent", "cancelled"))


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which items are asked for.

    `story` is an id; `start` and `end` bound the dates, `now` is the day from which to see them
    (the day of the library's last article by default), as a person says them: `2024-03-16`,
    `16/3/2024`, `tuần trước`. With `everything`, what is closed too.
    """

    story: str | None = None
    start: str | None = None
    end: str | None = None
    now: str | None = None
    everything: bool = False


class AgendaLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something announced, the story it belongs to, and how it stands (one of STATES).

    `item` says what, when, who announced it, with evidence, and what later articles say.
    """

    story: str
    label: str
    state: str
    item: AgendaItem

    @property
    def is_closed(self) -> bool:
        """Whether it was known what became of it."""
        return self.state not in _OPEN

    @property
    def proof(self) -> Evidence:
        """The sentence that announces it best."""
        return self.item.evidence[0]


class AgendaGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The first lines of one state; `count` is how many there are."""

    state: str
    count: int
    lines: tuple[AgendaLine, ...]


class AgendaPage(msgspec.Struct, frozen=True, kw_only=True):
    """The items asked for, by date, as of the day `now` (None in a library without dates)."""

    now: str | None
    lines: tuple[AgendaLine, ...]

    @property
    def groups(self) -> tuple[AgendaGroup, ...]:
        """The lines by state; what went silent and what is closed the latest first."""
        return tuple(group for state in STATES if (group := self._group(state)).count)

    def _group(self, state: str) -> AgendaGroup:
        lines = [line for line in self.lines if line.state == state]
        if state != "upcoming":
            lines.reverse()
        return AgendaGroup(state=state, count=len(lines), lines=tuple(lines[:_SHOWN]))


def agenda_page(library: Library, asked: Asked) -> AgendaPage:
    """The agenda of a library. Raises DateError for a date that is none, NotFoundError."""
    window = _window(library, asked)
    shown = STATES if asked.everything else _OPEN
    lines = [line for _, line in _lines(library, asked, window) if line.state in shown]
    now = window.now.isoformat() if window.now else None
    return AgendaPage(now=now, lines=tuple(sorted(lines, key=_order)))


def calendar_items(library: Library, asked: Asked) -> list[tuple[Story, AgendaItem]]:
    """The items that a calendar takes: what is open or cancelled; with `everything` what is done.

    Something moved is there under its new date.
    """
    shown = _CALENDAR | ({"done"} if asked.everything else set())
    lines = _lines(library, asked, _window(library, asked))
    return [(story, line.item) for story, line in lines if line.state in shown]


def state_of(item: AgendaItem, now: dt.date | None) -> str:
    """How an item stands on a day: its outcome if that was known, or whether it is to come."""
    span = days(item.date)
    if item.outcome != "announced" and _was_known(item.closed, now):
        return item.outcome
    return "upcoming" if now is None or span is None or span[1] >= now else "silent"


def _was_known(day: str | None, now: dt.date | None) -> bool:
    return now is None or day is None or day <= now.isoformat()


def story_lines(story: Story, now: dt.date | None) -> tuple[AgendaLine, ...]:
    """Everything that a story had announced by a day, by date, as it stood then."""
    return tuple(
        AgendaLine(story=story.id, label=story.label, state=state_of(item, now), item=item)
        for item in story.agenda
        if _was_known(item.announced, now)
    )


def outcome_words(item: AgendaItem, language: str) -> str:
    """Why an item is taken to be done, moved or cancelled; empty when it is open."""
    return reason_words(item.reason, language) if item.reason else ""


def _stories(library: Library, asked: Asked) -> list[Story]:
    if asked.story is not None:
        return [library.story(library.full_story_id(asked.story))]
    return library.stories()


class _Window(NamedTuple):
    """The days between which items are asked for, and the day from which they are seen."""

    start: dt.date
    end: dt.date
    now: dt.date | None

    def holds(self, item: AgendaItem) -> bool:
        """Whether an item's days and those asked for meet."""
        span = days(item.date)
        return span is not None and span[1] >= self.start and span[0] <= self.end


def _window(library: Library, asked: Asked) -> _Window:
    last = _last_day(library)
    now = day_meant(asked.now, last or _SOME_DAY) if asked.now else last
    today = now or _SOME_DAY
    return _Window(
        start=day_meant(asked.start, today) if asked.start else dt.date.min,
        end=day_meant(asked.end, today) if asked.end else dt.date.max,
        now=now,
    )


def _lines(library: Library, asked: Asked, window: _Window) -> Iterable[tuple[Story, AgendaLine]]:
    for story in _stories(library, asked):
        for line in story_lines(story, window.now):
            if window.holds(line.item):
                yield story, line


def _last_day(library: Library) -> dt.date | None:
    last = library.last_day()
    return dt.date.fromisoformat(last) if last else None


def _order(line: AgendaLine) -> tuple[dt.date, dt.date, str, str]:
    span = days(line.item.date) or (dt.date.max, dt.date.max)
    return (*span, line.story, line.item.text)
