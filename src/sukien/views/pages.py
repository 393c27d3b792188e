"""What a person sees of a library: one struct a page. HTML, JSON and the terminal render these.

Fields are data; properties are the same data as a page arranges it, and are not in the JSON.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from sukien.model import (
    AgendaItem,
    Edge,
    Evidence,
    Lineage,
    Origin,
    Span,
    StoryEntity,
)
from sukien.search import Snippet
from sukien.store import Card
from sukien.views.branches import Branch
from sukien.views.contract import PLAIN_VERDICTS
from sukien.views.corrections import ChangeLine, CorrectionLine
from sukien.views.episodes import EpisodeTable

VERDICTS = ("conflict", "changed", "same")
_NEWS_STORY = 2  # articles that make a story more than a short item
_QUOTES_SHOWN = 3
_FIGURES_SHOWN = 8


class Place(Span, frozen=True, kw_only=True):
    """Characters of an article that prove a line, with what a reader needs to trust them.

    `text` is the sentence they stand in, `text_start` the offset of its first character in the
    article; `title`, `publisher` and `published` are the article's.
    """

    article: str
    text: str
    text_start: int
    title: str
    publisher: str | None
    published: str | None

    @property
    def within(self) -> Span:
        """The proving characters as offsets into `text`."""
        return Span(self.start - self.text_start, self.end - self.text_start)


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a timeline as a list of stories shows it, with the first proof of it."""

    date: str
    text: str
    upcoming: bool
    proof: Evidence | None


class StoryCard(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a list shows it: its label, its opening words, its size and its main names.

    `opening` is the start of `brief`; `latest` are the last moments of its timeline and the next
    that are to come.
    """

    id: str
    label: str
    first: str | None
    last: str | None
    articles: int
    episodes: int
    opening: str
    names: tuple[str, ...]
    verdicts: tuple[str, ...]
    upcoming: tuple[str, ...]
    brief: str = ""
    latest: tuple[Moment, ...] = ()

    @property
    def verdict_counts(self) -> tuple[tuple[str, int], ...]:
        """How many figures are in conflict, have changed, are the same; none left out but zero."""
        plain = [PLAIN_VERDICTS[verdict] for verdict in self.verdicts]
        counts = ((verdict, plain.count(verdict)) for verdict in VERDICTS)
        return tuple((verdict, count) for verdict, count in counts if count)


class StoriesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The stories of a library, newest first; `number` of `pages` is shown."""

    stories: tuple[StoryCard, ...]
    number: int
    pages: int
    story_count: int
    article_count: int
    failure_count: int

    @property
    def lead(self) -> StoryCard | None:
        """The story that opens the page: the newest of several articles, on the first page."""
        return next(iter(self._long), None) if self.number == 1 else None

    @property
    def columns(self) -> tuple[StoryCard, ...]:
        """The other stories of several articles."""
        return tuple(story for story in self._long if story is not self.lead)

    @property
    def short(self) -> tuple[StoryCard, ...]:
        """The stories of one article."""
        return tuple(story for story in self.stories if story.articles < _NEWS_STORY)

    @property
    def _long(self) -> list[StoryCard]:
        return [story for story in self.stories if story.articles >= _NEWS_STORY]


Backed = tuple[tuple[Origin, tuple[Place, ...]], ...]


class BriefLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the brief and where it comes from.

    `others` are sentences of other articles that say the same, `sources` the number of independent
    articles in all, `origins` those sources with the articles that go back to each. `days` are
    words such as `hôm qua`, each with the TIMEX3 value that they mean.
    """

    text: str
    place: Place
    others: tuple[Place, ...] = ()
    sources: int = 1
    days: tuple[tuple[str, str], ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def backed(self) -> Backed:
        """Each independent source with the sentences of the articles that go back to it."""
        return _backed(self.origins, (self.place, *self.others))


class TimelineLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the timeline; `date` is a TIMEX3 value.

    `background` lies well before the story's own articles. `origins` are the independent sources
    with the articles that go back to each.
    """

    date: str
    text: str
    articles: int
    sources: int
    upcoming: bool
    evidence: tuple[Place, ...]
    background: bool = False
    origins: tuple[Origin, ...] = ()

    @property
    def backed(self) -> Backed:
        """Each independent source with the sentences of the articles that go back to it."""
        return _backed(self.origins, self.evidence)


class TimelineDate(msgspec.Struct, frozen=True):
    """The lines of a timeline that stand next to each other under one date."""

    date: str
    lines: tuple[TimelineLine, ...]


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a figure with its sentence, and who says it where it is not the article."""

    value: float | None
    low: float | None
    high: float | None
    mod: str | None
    date: str | None
    place: Place
    speaker: str = ""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that do not simply agree: the verdict, and the named reason for it."""

    verdict: str
    reason: str
    detail: str
    one: FigureLine
    other: FigureLine

    @property
    def plain(self) -> str:
        """The verdict's place among three: same, changed, conflict."""
        return PLAIN_VERDICTS[self.verdict]


class FigureTable(msgspec.Struct, frozen=True, kw_only=True):
    """A figure over articles and time.

    `verdict` is conflict, claims, changed, rounded or same; `comparisons` are the pairs that say
    why, at most a few, the gravest first.
    """

    about: str
    verdict: str
    lines: tuple[FigureLine, ...]
    comparisons: tuple[Comparison, ...] = ()

    @property
    def plain(self) -> str:
        """The verdict's place among three: same, changed, conflict."""
        return PLAIN_VERDICTS[self.verdict]

    @property
    def shown(self) -> tuple[tuple[FigureLine, int], ...]:
        """The first lines, which a page shows at once, each with its value in per cent of the
        greatest (0 for one without a value).
        """
        return self._shares[:_FIGURES_SHOWN]

    @property
    def more(self) -> tuple[tuple[FigureLine, int], ...]:
        """The others."""
        return self._shares[_FIGURES_SHOWN:]

    @property
    def _shares(self) -> tuple[tuple[FigureLine, int], ...]:
        sizes = [_size(line.value) for line in self.lines]
        greatest = max(sizes, default=0.0) or 1.0
        shares = (round(100 * (size / greatest)) for size in sizes)
        return tuple(zip(self.lines, shares, strict=True))


class QuoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said; `place.start` and `.end` are the reported words.

    `said` is when, a TIMEX3 value; `via` names the outlets it came through.
    """

    kind: str
    text: str
    place: Place
    said: str | None = None
    via: tuple[str, ...] = ()


class SpeakerQuotes(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one speaker says in a story. `name` is empty when it is not known who speaks."""

    name: str
    entity: str | None
    quotes: tuple[QuoteLine, ...]

    @property
    def shown(self) -> tuple[QuoteLine, ...]:
        """The first quotes, which a page shows at once."""
        return self.quotes[:_QUOTES_SHOWN]

    @property
    def more(self) -> tuple[QuoteLine, ...]:
        """The others."""
        return self.quotes[_QUOTES_SHOWN:]


class NetworkLine(msgspec.Struct, frozen=True, kw_only=True):
    """Who did something of one kind to whom: the edge, and the sentences that prove it.

    `kind` is the type's name in each language of the interface.
    """

    edge: Edge
    kind: dict[str, str]
    evidence: tuple[Place, ...]


class OriginLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article under its origin, and why it goes back to it; `original` is what it copies."""

    card: Card
    lineage: Lineage
    original: Card | None = None


class OriginTable(msgspec.Struct, frozen=True, kw_only=True):
    """An independent source of a story with the articles that go back to it."""

    origin: Origin
    articles: tuple[OriginLine, ...]


class OutcomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the story announced and how it stands: silent, done, moved or cancelled."""

    state: str
    item: AgendaItem
    place: Place


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One story with everything that is told about it; `tree` are its lines."""

    id: str
    label: str
    first: str | None
    last: str | None
    brief: tuple[BriefLine, ...]
    timeline: tuple[TimelineLine, ...]
    figures: tuple[FigureTable, ...]
    speakers: tuple[SpeakerQuotes, ...]
    people: tuple[StoryEntity, ...]
    bodies: tuple[StoryEntity, ...]
    places: tuple[StoryEntity, ...]
    other_names: tuple[StoryEntity, ...]
    episodes: tuple[EpisodeTable, ...]
    duplicates: tuple[tuple[Card, ...], ...]
    outcomes: tuple[OutcomeLine, ...] = ()
    network: tuple[NetworkLine, ...] = ()
    origins: tuple[OriginTable, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    tree: Branch | None = None

    @property
    def article_count(self) -> int:
        """How many articles the story has."""
        return sum(len(episode.articles) for episode in self.episodes)

    @property
    def forks(self) -> bool:
        """Whether the story has several lines."""
        return self.tree is not None and bool(self.tree.branches)

    @property
    def background(self) -> tuple[TimelineDate, ...]:
        """What happened well before the story, under its dates."""
        return _by_date(line for line in self.timeline if line.background)

    @property
    def past(self) -> tuple[TimelineDate, ...]:
        """What has happened, under its dates, without the background."""
        return _by_date(line for line in self.timeline if not line.upcoming and not line.background)

    @property
    def agenda(self) -> tuple[TimelineDate, ...]:
        """What is announced, under its dates."""
        return _by_date(line for line in self.timeline if line.upcoming)

    @property
    def names(self) -> tuple[tuple[str, tuple[StoryEntity, ...]], ...]:
        """People, bodies, places and other names, each with the phrase that heads them."""
        kinds = ("people", "bodies", "places", "other_names")
        return tuple((kind, getattr(self, kind)) for kind in kinds if getattr(self, kind))


class SearchLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article that was found, the stretch that shows why, and its story."""

    card: Card
    snippet: Snippet
    story: str | None
    story_label: str | None

    @property
    def marks(self) -> tuple[Span, ...]:
        """The words that were asked for, as offsets into the snippet's text."""
        at = self.snippet.span.start
        return tuple(Span(mark.start - at, mark.end - at) for mark in self.snippet.marks)


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for and what was found; `more` says that another page follows."""

    query: str
    lines: tuple[SearchLine, ...]
    number: int = 1
    more: bool = False


def _size(value: float | None) -> float:
    return abs(value) if value is not None and math.isfinite(value) else 0.0


def _backed(origins: Iterable[Origin], places: Sequence[Place]) -> Backed:
    return tuple(
        (origin, tuple(place for place in places if place.article in origin.articles))
        for origin in origins
    )


def _by_date(lines: Iterable[TimelineLine]) -> tuple[TimelineDate, ...]:
    groups = groupby(lines, key=lambda line: line.date)
    return tuple(TimelineDate(date, tuple(group)) for date, group in groups)
