"""What a person sees of a library: one struct a page. HTML, JSON and the terminal render these."""

import msgspec

from sukien.model import Reason, Span, StoryEntity
from sukien.search import Snippet
from sukien.store import Card


class Place(Span, frozen=True, kw_only=True):
    """Characters of an article that prove a line, with what a reader needs to trust them.

    `text` is the sentence they stand in, `title`, `publisher` and `published` the article's.
    """

    article: str
    text: str
    title: str
    publisher: str | None
    published: str | None


class StoryCard(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a list shows it: its label, its opening words, its size and its main names."""

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


class StoriesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The stories of a library, newest first; `number` of `pages` is shown."""

    stories: tuple[StoryCard, ...]
    number: int
    pages: int
    story_count: int
    article_count: int
    failure_count: int


class BriefLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the brief and where it comes from."""

    text: str
    place: Place


class TimelineLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the timeline; `date` is a TIMEX3 value."""

    date: str
    text: str
    articles: int
    sources: int
    upcoming: bool
    evidence: tuple[Place, ...]


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a figure with its sentence."""

    value: float | None
    low: float | None
    high: float | None
    mod: str | None
    date: str | None
    place: Place


class FigureTable(msgspec.Struct, frozen=True, kw_only=True):
    """A figure over articles and time; `verdict` is same, changed or conflict."""

    about: str
    verdict: str
    lines: tuple[FigureLine, ...]


class QuoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said; `place.start` and `.end` are the reported words."""

    kind: str
    text: str
    place: Place


class SpeakerQuotes(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one speaker says in a story. `name` is empty when it is not known who speaks."""

    name: str
    entity: str | None
    quotes: tuple[QuoteLine, ...]


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story, and why it is in it."""

    card: Card
    reasons: tuple[Reason, ...]


class EpisodeTable(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one episode."""

    id: str
    label: str
    articles: tuple[ArticleLine, ...]
    reasons: tuple[Reason, ...]


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One story with everything that is told about it."""

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


class SearchLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article that was found, the stretch that shows why, and its story."""

    card: Card
    snippet: Snippet
    story: str | None
    story_label: str | None


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for and what was found."""

    query: str
    lines: tuple[SearchLine, ...]
