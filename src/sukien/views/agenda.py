"""What the stories of a library announce, as of a day: to come, silent, done, moved, cancelled.

Whether something announced is still to come is no property of a story but of the day one asks.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from sukien.library import Library
from sukien.model import AgendaItem, Evidence, Story
from sukien.store import Planned
from sukien.tell.dates import days
from sukien.views.reasons import reason_words
from sukien.views.since import day_meant

STATES = ("upcoming", "silent", "done", "moved", "cancelled")
"""`silent`: its day has passed and no article says what became of it. The rest are outcomes."""
STRETCHES = ("week", "month")
PAGE = 60
_SHOWN = 200
_SOME_DAY = dt.date(1970, 1, 1)  # stands in for today where no article has a date
_OPEN = frozenset(("upcoming", "silent"))
_CALENDAR = ("upcoming", "silent", "cancelled")
_LONG = 31  # days from which on something announced is of no week or month


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which items are asked for.

    `story` is an id; `start` and `end` bound the dates, `now` is the day from which to see them
    (the day of the library's last article by default), as a person says them: `2024-03-16`,
    `16/3/2024`, `tuần trước`. `state` is one of STATES; without it what is open, and with
    `everything` what is closed too.
    """

    story: str | None = None
    start: str | None = None
    end: str | None = None
    now: str | None = None
    everything: bool = False
    state: str | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """The states asked for, in their order."""
        if self.state is not None:
            return (self.state,)
        return STATES if self.everything else tuple(one for one in STATES if one in _OPEN)


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


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one week or month: `date` is `2024-W20`, `2024-05`, or empty for what may be on
    any day of longer than a month, or began before the day from which it is seen.
    """

    date: str
    lines: tuple[AgendaLine, ...]


class AgendaPage(msgspec.Struct, frozen=True, kw_only=True):
    """The items asked for, by date, as of the day `now` (None in a library without dates).

    `counts` says how many there are in each state, `months` how many of those asked for begin in
    each month. `number` of `pages` is shown; `by` is week or month, `label` that of the story.
    """

    now: str | None
    lines: tuple[AgendaLine, ...]
    asked: Asked = Asked()
    label: str | None = None
    counts: dict[str, int] = {}
    months: dict[str, int] = {}
    number: int = 1
    pages: int = 1
    by: str = STRETCHES[0]

    @property
    def groups(self) -> tuple[AgendaGroup, ...]:
        """The lines by state; what went silent and what is closed the latest first."""
        return tuple(group for state in STATES if (group := self._group(state)).count)

    def _group(self, state: str) -> AgendaGroup:
        lines = [line for line in self.lines if line.state == state]
        if state != "upcoming":
            lines.reverse()
        return AgendaGroup(state=state, count=len(lines), lines=tuple(lines[:_SHOWN]))

    @property
    def tabs(self) -> tuple[tuple[str, int], ...]:
        """Every state with how many items stand so."""
        return tuple((state, self.counts.get(state, 0)) for state in STATES)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The lines by week or month, in their order; what has no week or month comes last."""
        named = [(self._stretch(line), line) for line in self.lines]
        named.sort(key=lambda one: one[0] == "")
        return tuple(
            Stretch(date=date, lines=tuple(line for _, line in lines))
            for date, lines in groupby(named, key=lambda one: one[0])
        )

    def _stretch(self, line: AgendaLine) -> str:
        span = days(line.item.date)
        if span is None or (span[1] - span[0]).days >= _LONG:
            return ""
        first = span[0].isoformat()
        if line.state == "upcoming" and self.now is not None and first < self.now:
            return ""
        if self.by == "month" or (span[1] - span[0]).days >= 7:
            return first[: len("2024-05")]
        year, week, _ = span[0].isocalendar()
        return f"{year:04d}-W{week:02d}"


def agenda_page(
    library: Library,
    asked: Asked,
    *,
    number: int = 1,
    limit: int | None = None,
    by: str = STRETCHES[0],
) -> AgendaPage:
    """The agenda of a library, `limit` items on a page. Raises DateError for a date that is none,
    NotFoundError.
    """
    wanted = _wanted(library, asked)
    counts = library.beside.planned_counts(msgspec.structs.replace(wanted, states=()))
    found = sum(counts.get(state, 0) for state in wanted.states)
    pages = max(1, -(-found // limit)) if limit else 1
    number = min(max(1, number), pages)
    rows = library.beside.planned(wanted, start=(number - 1) * (limit or 0), limit=limit)
    return AgendaPage(
        now=wanted.now,
        lines=agenda_lines(library, rows),
        asked=msgspec.structs.replace(asked, story=wanted.story),
        label=library.labels([wanted.story]).get(wanted.story) if wanted.story else None,
        counts=counts,
        months=library.beside.planned_months(wanted),
        number=number,
        pages=pages,
        by=by if by in STRETCHES else STRETCHES[0],
    )


def agenda_lines(
    library: Library, rows: Sequence[tuple[str, str, AgendaItem]]
) -> tuple[AgendaLine, ...]:
    """Announced items with their stories' labels."""
    labels = library.labels(story for story, _, _ in rows)
    return tuple(
        AgendaLine(story=story, label=labels[story], state=state, item=item)
        for story, state, item in rows
        if story in labels
    )


def calendar_items(
    library: Library, asked: Asked, *, limit: int | None = None
) -> list[tuple[Story, AgendaItem]]:
    """The items that a calendar takes, each with its story as far as a calendar wants to know it;
    with `limit`, the first so many of them by date.

    Those of the state asked for; else what is open or cancelled, with `everything` what is done.
    Something moved is there under its new date.
    """
    states = (asked.state,) if asked.state else (*_CALENDAR, *(["done"] * asked.everything))
    wanted = msgspec.structs.replace(_wanted(library, asked), states=states)
    rows = library.beside.planned(wanted, limit=limit)
    stories = _announcing(library, {story for story, _, _ in rows})
    return [(stories[story], item) for story, _, item in rows if story in stories]


def _announcing(library: Library, ids: set[str]) -> dict[str, Story]:
    """Stories with their label, and what they announce where something of it was moved: a calendar
    follows an item from date to date.
    """
    beside = library.beside
    moved = {story for story, _, _ in beside.planned(Planned(states=("moved",)))} & ids
    return {
        name: Story(
            id=name,
            label=label,
            first=None,
            last=None,
            episodes=(),
            articles=(),
            agenda=tuple(one for _, _, one in beside.planned(Planned(story=name)))
            if name in moved
            else (),
        )
        for name, label in library.labels(ids).items()
    }


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


def _wanted(library: Library, asked: Asked) -> Planned:
    """What is asked for, with the days that were meant. Raises DateError, NotFoundError."""
    last = library.last_day()
    now = last[:10] if last else None
    if asked.now:
        now = day_meant(asked.now, _day(now)).isoformat()
    bounds: Iterable[str | None] = (
        day_meant(one, _day(now)).isoformat() if one else None for one in (asked.start, asked.end)
    )
    start, end = bounds
    story = library.full_story_id(asked.story) if asked.story is not None else None
    return Planned(
        story=story,
        start=start,
        end=end,
        now=now,
        states=asked.states,
        latest_first=asked.state is not None and asked.state != "upcoming",
    )


def _day(day: str | None) -> dt.date:
    return dt.date.fromisoformat(day) if day else _SOME_DAY
