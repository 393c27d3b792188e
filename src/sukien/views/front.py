"""The front page: a library's stories by weight, what is new, contradicted and coming."""

import calendar
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from sukien.library import Library
from sukien.model import SECTIONS, Dispute, StorySummary
from sukien.store import Card, Month, Planned, Standing, Wanted
from sukien.tell.dates import days, shifted
from sukien.views.agenda import AgendaLine
from sukien.views.contract import PLAIN_VERDICTS

PAGE = 30
VERDICTS = ("conflict", "changed", "same")
_NEWS_STORY = 2  # articles that make a story more than a short item
_SECONDS, _MORE_SECONDS = 2, 4
_SHORT_RAIL, _LONG_RAIL = 4, 8  # lines beside the lead: few, and so many that more stand below it
_OPENING, _LONG_OPENING = 280, 520
_TODAY, _COMING, _DISPUTES = 6, 6, 4
_NAMED = 3  # contradictions beside the lead
_WEEK = 7
_PERIODS = (("last_day", 1), ("last_week", 7), ("last_month", 30))


class FrontAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which stories a reader wants: of a section, with articles from day to day; which page."""

    section: str | None = None
    start: str | None = None
    end: str | None = None
    number: int = 1


class StoryCard(msgspec.Struct, frozen=True, kw_only=True):
    """A story on the front page, and why it stands where it does.

    `articles` and `sources` (independent ones) are those of the days asked for; where none are,
    all its articles and the sources of its last seven days. `last` is the last of those days.
    `weight` is the number of the day `last` plus two for each doubling of `sources`. `coming` is
    the next date that the story announces, seen from the last day of the page.
    """

    story: StorySummary
    weight: float
    last: str | None
    articles: int
    sources: int
    coming: str | None = None

    @property
    def is_long(self) -> bool:
        """Whether it is more than a short item."""
        return self.story.articles >= _NEWS_STORY

    @property
    def opening(self) -> str:
        """The start of its brief."""
        return _cut(self.story.brief, _OPENING)

    @property
    def long_opening(self) -> str:
        """More of its brief, as the story that leads has it."""
        return _cut(self.story.brief, _LONG_OPENING)

    @property
    def verdict_counts(self) -> tuple[tuple[str, int], ...]:
        """How many figures are in conflict, have changed, are the same; none left out but zero."""
        counts = dict.fromkeys(VERDICTS, 0)
        for verdict, number in self.story.verdicts:
            counts[PLAIN_VERDICTS[verdict]] += number
        return tuple((verdict, number) for verdict, number in counts.items() if number)


class TodayLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story that has articles of the day: how many, and from how many independent sources."""

    story: str
    label: str
    articles: int
    sources: int


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """What is new on the last day: the first stories, how many there are, how many articles."""

    day: str
    lines: tuple[TodayLine, ...]
    stories: int
    articles: int


class DisputeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A contradiction, its story, and the two articles (None where one is gone)."""

    story: str
    label: str
    dispute: Dispute
    one: Card | None
    other: Card | None

    @property
    def sources(self) -> tuple[str, str]:
        """Who says the one and the other: a speaker, a source, a publisher, else the title."""
        return _said_by(self.dispute.one.source, self.one), _said_by(
            self.dispute.other.source, self.other
        )


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """What is announced for the days from `start` to `end`: the first lines, and how many."""

    start: str
    end: str
    lines: tuple[AgendaLine, ...]
    count: int


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A choice of days: last_day, last_week, last_month or all, and whether it is the one shown."""

    name: str
    start: str | None
    end: str | None
    chosen: bool


class MonthChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A month with articles: its first and last day, and how many stories and articles it has."""

    month: str
    start: str
    end: str
    stories: int
    articles: int
    chosen: bool


class FrontPage(msgspec.Struct, frozen=True, kw_only=True):
    """The stories asked for, the weightiest first; `number` of `pages` is shown.

    `as_of` is the last day asked for, at the most that of the library; None in a library without
    dates. `found` counts the stories asked for, `sections` the stories of each section, `months`
    those with articles in each month. `today`, `disputes` and `coming` stand on the first page:
    what is new on the day `as_of`, contradictions of the stories asked for (`dispute_count` in
    all), and what was announced for the seven days after.
    """

    asked: FrontAsked
    as_of: str | None
    stories: tuple[StoryCard, ...]
    number: int
    pages: int
    found: int
    today: Today | None
    disputes: tuple[DisputeLine, ...]
    dispute_count: int
    coming: Coming | None
    sections: dict[str, int]
    months: tuple[MonthChoice, ...]
    periods: tuple[Period, ...]
    story_count: int
    article_count: int
    failure_count: int

    @property
    def lead(self) -> StoryCard | None:
        """The story that opens the first page: the weightiest of several articles, else of one."""
        return next(iter((*self._long, *self.stories)), None) if self.number == 1 else None

    @property
    def seconds(self) -> tuple[StoryCard, ...]:
        """The next stories of several articles, which stand below it: as many as there is room."""
        return tuple(self._long[1 : 1 + self._room]) if self.number == 1 else ()

    @property
    def columns(self) -> tuple[StoryCard, ...]:
        """The other stories of several articles."""
        return tuple(self._long[1 + self._room :] if self.number == 1 else self._long)

    @property
    def short(self) -> tuple[StoryCard, ...]:
        """The stories of one article."""
        return tuple(c for c in self.stories if not c.is_long and c is not self.lead)

    @property
    def is_of_chosen_days(self) -> bool:
        """Whether days are asked for that are none of the quick choices."""
        bounded = self.asked.start is not None or self.asked.end is not None
        return bounded and not any(one.chosen for one in self.periods)

    @property
    def years(self) -> tuple[tuple[str, tuple[MonthChoice, ...]], ...]:
        """The months by year, the last year first."""
        by_year = groupby(self.months, key=lambda one: one.month[:4])
        return tuple((year, tuple(months)) for year, months in by_year)[::-1]

    @property
    def first_disputes(self) -> tuple[DisputeLine, ...]:
        """The contradictions named beside the lead; below stand all with their sentences."""
        return self.disputes[:_NAMED]

    @property
    def has_rail(self) -> bool:
        """Whether anything stands beside the lead."""
        return bool(self.today or self.coming or self.disputes or (self.lead and self.lead.is_long))

    @property
    def has_short_rail(self) -> bool:
        """Whether so little stands beside the lead that its last moments stand there too."""
        return self._rail < _SHORT_RAIL

    @property
    def _room(self) -> int:
        """How many stories stand below the lead: more where more stands beside it."""
        return _MORE_SECONDS if self._rail >= _LONG_RAIL else _SECONDS

    @property
    def _rail(self) -> int:
        new = self.today.lines if self.today else ()
        coming = self.coming.lines if self.coming else ()
        return len(new) + len(coming) + len(self.first_disputes)

    @property
    def _long(self) -> list[StoryCard]:
        return [card for card in self.stories if card.is_long]


def front_page(library: Library, asked: FrontAsked | None = None) -> FrontPage:
    """The front page of a library, `PAGE` stories on a page; `asked.number` counts from 1."""
    asked = asked or FrontAsked()
    wanted = Wanted(section=asked.section, start=asked.start, end=asked.end)
    beside, counts = library.beside, library.counts()
    found, _ = beside.standing_counts(wanted)
    pages = max(1, -(-found // PAGE))
    number = min(max(1, asked.number), pages)
    standings = beside.standings(wanted, start=(number - 1) * PAGE, limit=PAGE)
    last = library.last_day()
    last = last[:10] if last else None
    as_of = min(last, asked.end) if last and asked.end else last
    is_first = number == 1
    return FrontPage(
        asked=asked,
        as_of=as_of,
        stories=_cards(library, standings, as_of),
        number=number,
        pages=pages,
        found=found,
        today=_today(library, asked, as_of) if is_first and as_of else None,
        disputes=_disputes(library, wanted) if is_first else (),
        dispute_count=beside.dispute_count(wanted),
        coming=_coming(library, asked, as_of) if is_first and as_of else None,
        sections=_sections(beside.sections()),
        months=tuple(_month(one, asked) for one in beside.months()),
        periods=_periods(asked, last),
        story_count=counts["stories"],
        article_count=counts["articles"],
        failure_count=counts["failures"],
    )


def _cards(
    library: Library, standings: Sequence[Standing], as_of: str | None
) -> tuple[StoryCard, ...]:
    summaries = {one.id: one for one in library.beside.summaries(s.story for s in standings)}
    return tuple(
        StoryCard(
            story=summaries[one.story],
            weight=one.weight,
            last=one.last,
            articles=one.articles,
            sources=one.sources,
            coming=_next(summaries[one.story].planned, as_of),
        )
        for one in standings
        if one.story in summaries
    )


def _next(planned: Iterable[str], as_of: str | None) -> str | None:
    """The first of the dates that is not past on a day."""
    for date in planned:
        span = days(date)
        if as_of is None or (span is not None and span[1].isoformat() >= as_of):
            return date
    return None


def _today(library: Library, asked: FrontAsked, day: str) -> Today | None:
    wanted = Wanted(section=asked.section, start=day, end=day)
    found = library.beside.standings(wanted, limit=_TODAY)
    stories, articles = library.beside.standing_counts(wanted)
    labels = library.labels(one.story for one in found)
    return Today(
        day=day,
        lines=tuple(
            TodayLine(
                story=one.story,
                label=labels[one.story],
                articles=one.articles,
                sources=one.sources,
            )
            for one in found
            if one.story in labels
        ),
        stories=stories,
        articles=articles,
    )


def _disputes(library: Library, wanted: Wanted) -> tuple[DisputeLine, ...]:
    """The first contradictions: one of each story, then others while there is room."""
    found = library.beside.disputes(wanted, limit=_DISPUTES * _DISPUTES)
    firsts = {story: number for number, (story, _) in reversed(list(enumerate(found)))}
    order = sorted(
        range(len(found)), key=lambda number: (firsts[found[number][0]] != number, number)
    )
    return dispute_lines(library, [found[number] for number in order[:_DISPUTES]])


def dispute_lines(library: Library, rows: Sequence[tuple[str, Dispute]]) -> tuple[DisputeLine, ...]:
    """Contradictions with their stories' labels and their articles."""
    ids = {side.place.article for _, told in rows for side in (told.one, told.other)}
    cards = {card.id: card for card in library.cards(sorted(ids))}
    labels = library.labels(story for story, _ in rows)
    return tuple(
        DisputeLine(
            story=story,
            label=labels[story],
            dispute=told,
            one=cards.get(told.one.place.article),
            other=cards.get(told.other.place.article),
        )
        for story, told in rows
        if story in labels
    )


def _coming(library: Library, asked: FrontAsked, day: str) -> Coming | None:
    """What was announced by a day for the seven days after it; what lasts longer is left out."""
    start, end = shifted(day, 1), shifted(day, _WEEK)
    wanted = Planned(
        section=asked.section, start=start, end=end, now=day, states=("upcoming",), inside=True
    )
    rows = library.beside.planned(wanted, limit=_COMING)
    labels = library.labels(story for story, _, _ in rows)
    lines = tuple(
        AgendaLine(story=story, label=labels[story], state=state, item=item)
        for story, state, item in rows
        if story in labels
    )
    count = sum(library.beside.planned_counts(wanted).values())
    return Coming(start=start, end=end, lines=lines, count=count) if lines else None


def _periods(asked: FrontAsked, last: str | None) -> tuple[Period, ...]:
    """The choices of days, all of them last; none in a library without dates."""
    if last is None:
        return ()
    bounds: Iterable[tuple[str, str | None, str | None]] = (
        *((name, shifted(last, 1 - length), last) for name, length in _PERIODS),
        ("all", None, None),
    )
    return tuple(
        Period(name=name, start=start, end=end, chosen=(asked.start, asked.end) == (start, end))
        for name, start, end in bounds
    )


def _month(told: Month, asked: FrontAsked) -> MonthChoice:
    year, month = int(told.month[:4]), int(told.month[5:])
    start, last = f"{told.month}-01", calendar.monthrange(year, month)[1]
    return MonthChoice(
        month=told.month,
        start=start,
        end=f"{told.month}-{last:02d}",
        stories=told.stories,
        articles=told.articles,
        chosen=(asked.start, asked.end) == (start, f"{told.month}-{last:02d}"),
    )


def _sections(counts: dict[str, int]) -> dict[str, int]:
    """The sections that have stories, in the order of a newspaper."""
    return {code: counts[code] for code in SECTIONS if code in counts}


def _said_by(source: str, card: Card | None) -> str:
    return source or (card and (card.publisher or card.title)) or ""


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
