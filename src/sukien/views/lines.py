"""Lines of a story with the sentences that prove them, under their independent sources."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from sukien.model import Origin, Span
from sukien.store import Card

T = TypeVar("T")
_SOURCES = 4
_PLACES = 4


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


class Backing(NamedTuple):
    """A source of a line: the first sentences of its articles, the first of those that only repeat
    one, and the number of its others.
    """

    origin: Origin
    places: tuple[Place, ...]
    copies: tuple[Card, ...]
    more: int


def backing(
    origins: Sequence[Origin], places: Iterable[Place], copies: Iterable[Card] = ()
) -> tuple[Backing, ...]:
    """The first sources of a line; the more they are, the fewer sentences of each, one at least."""
    shown = origins[:_SOURCES]
    each = max(1, _PLACES // max(1, len(shown)))
    sentences = _under(shown, ((place.article, place) for place in places))
    repeating = _under(shown, ((card.id, card) for card in copies))
    rows = zip(shown, sentences, repeating, strict=True)
    return tuple(_backing(origin, told[:each], cards[:each]) for origin, told, cards in rows)


def _under(origins: Sequence[Origin], items: Iterable[tuple[str, T]]) -> list[list[T]]:
    """What belongs to the articles of each source."""
    home = {name: number for number, one in enumerate(origins) for name in one.articles}
    found: list[list[T]] = [[] for _ in origins]
    for article, item in items:
        if article in home:
            found[home[article]].append(item)
    return found


def _backing(origin: Origin, places: Sequence[Place], copies: Sequence[Card]) -> Backing:
    seen = {place.article for place in places} | {card.id for card in copies}
    return Backing(origin, tuple(places), tuple(copies), more=len(origin.articles) - len(seen))


class BriefLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the brief and where it comes from.

    `others` are sentences of other articles that say the same, `sources` the number of independent
    articles in all, `origins` those sources with the articles that go back to each. `days` are
    words such as `hôm qua`, each with the TIMEX3 value that they mean. `before` and `after` are the
    sentences beside it in its article, empty where there are none or they are long.
    """

    text: str
    place: Place
    others: tuple[Place, ...] = ()
    sources: int = 1
    days: tuple[tuple[str, str], ...] = ()
    origins: tuple[Origin, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def backed(self) -> tuple[Backing, ...]:
        """The first sources with the first sentences of the articles that go back to each."""
        return backing(self.origins, (self.place, *self.others))

    @property
    def more_sources(self) -> int:
        """How many more sources there are."""
        return max(0, len(self.origins) - _SOURCES)


class TimelineLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the timeline; `date` is a TIMEX3 value.

    `background` lies well before the story's own articles. `origins` are the independent sources
    with the articles that go back to each; `copies` the first articles that only repeat one.
    `number` counts the lines of the story from 0; `new` is what was not told before the day that
    somebody asks about.
    """

    date: str
    text: str
    articles: int
    sources: int
    upcoming: bool
    evidence: tuple[Place, ...]
    background: bool = False
    number: int = 0
    new: bool = False
    origins: tuple[Origin, ...] = ()
    copies: tuple[Card, ...] = ()

    @property
    def backed(self) -> tuple[Backing, ...]:
        """The first sources with the first sentences of the articles that go back to each."""
        return backing(self.origins, self.evidence, self.copies)

    @property
    def more_sources(self) -> int:
        """How many more sources there are."""
        return max(0, len(self.origins) - _SOURCES)
