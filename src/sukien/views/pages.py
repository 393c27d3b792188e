"""What a person sees of a library: one struct a page. HTML, JSON and the terminal render these.

Fields are data; properties are the same data as a page arranges it, and are not in the JSON.
"""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from sukien.model import (
    AgendaItem,
    Edge,
    StoryEntity,
)
from sukien.store import Card
from sukien.views.branches import Branch
from sukien.views.charts.graph import Graph
from sukien.views.charts.ties import drawn
from sukien.views.charts.voices import Spoken, Voice, VoicesChart, voices_chart
from sukien.views.chronology import Chronology
from sukien.views.corrections import ChangeLine, CorrectionLine
from sukien.views.episodes import EpisodeTable, Listing, listing
from sukien.views.glances import Glance, glance
from sukien.views.lineages import OriginTable
from sukien.views.lines import BriefLine, Place, TimelineLine
from sukien.views.maps import MapPlace, StoryMap
from sukien.views.news import StoryNews
from sukien.views.portions import LARGE, Portion, latest, portion
from sukien.views.speakers import SpeakerQuotes
from sukien.views.statements import FigureTable
from sukien.views.told_lines import ToldLines, days_before, told_lines

T = TypeVar("T")
_SHOWN, _FOLDED = 8, 16
_NAMES, _NAMES_FOLDED = 8, 48
_FIGURES, _FIGURES_FOLDED = 4, 8
_EVIDENCE = 12
_LINES, _RECORD = 60, 24


class NetworkLine(msgspec.Struct, frozen=True, kw_only=True):
    """Who did something of one kind to whom: the edge, and the sentences that prove it.

    `kind` is the type's name in each language of the interface.
    """

    edge: Edge
    kind: dict[str, str]
    evidence: tuple[Place, ...]

    @property
    def shown(self) -> tuple[Place, ...]:
        """The first of the sentences."""
        return self.evidence[:_EVIDENCE]

    @property
    def left(self) -> int:
        """How many more there are."""
        return len(self.evidence) - len(self.shown)


class OutcomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the story announced and how it stands: silent, done, moved or cancelled."""

    state: str
    item: AgendaItem
    place: Place


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One story with everything that is told about it; `tree` are its lines.

    `called` has the names of the entities that the reasons of its links rest on.
    `since` is the day from which things are new, where somebody asks, and `news` what was told
    first since then; None where nothing was published.
    """

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
    map: StoryMap | None = None
    called: dict[str, str] = {}
    since: str | None = None
    news: StoryNews | None = None
    chronology: Chronology | None = None

    @property
    def article_count(self) -> int:
        """How many articles the story has."""
        return sum(len(episode.articles) for episode in self.episodes)

    @property
    def is_large(self) -> bool:
        """Whether the story has so many articles that a page links to what it would fold."""
        return self.article_count > LARGE

    @property
    def forks(self) -> bool:
        """Whether the story has several lines."""
        return self.tree is not None and bool(self.tree.branches)

    def draws_lines(self, every: str) -> bool:
        """Whether a page shows how they part: very many only where all articles are asked for."""
        return self.forks and (every == "articles" or len(self.episodes) <= _LINES)

    @property
    def told(self) -> ToldLines:
        """The timeline as lists: how much of it a page shows, folds, and leaves to its own page."""
        return told_lines(self.timeline, few=self.is_large)

    @property
    def latest_changes(self) -> Portion[ChangeLine]:
        """What became of the story and its episodes, the last of very many."""
        return latest(self.changes, _RECORD)

    @property
    def latest_corrections(self) -> Portion[CorrectionLine]:
        """What people said of it, the last of very many."""
        return latest(self.corrections, _RECORD)

    @property
    def glance(self) -> Glance | None:
        """What stands out in the story: conflicts, changes, the last and the next."""
        return glance(self.figures, self.timeline, told=_FIGURES_FOLDED)

    @property
    def listed(self) -> Listing:
        """The episodes of most articles with the first of those, the others by their labels."""
        return listing(self.episodes)

    @property
    def every_article(self) -> Listing:
        """All episodes with all articles."""
        return listing(self.episodes, everything=True)

    @property
    def fresh_since(self) -> tuple[tuple[str, str], ...]:
        """A day, a week, a month before the last article: the phrase's name, and the day."""
        return days_before(self.last)

    @property
    def names(self) -> tuple[tuple[str, Portion[StoryEntity]], ...]:
        """People, bodies, places and other names, each with the phrase that heads them."""
        kinds = ("people", "bodies", "places", "other_names")
        return tuple(
            (kind, portion(getattr(self, kind), _NAMES, _NAMES_FOLDED))
            for kind in kinds
            if getattr(self, kind)
        )

    @property
    def who_says(self) -> Portion[SpeakerQuotes]:
        """Who speaks, as many as a page shows."""
        return self._portion(self.speakers)

    def speaking(self, every: str) -> Portion[SpeakerQuotes]:
        """The same; of a large story without folds, or whole where that is asked for."""
        return self._of_all(self.who_says, self.speakers, whole=every == "quotes")

    def quoted(self, speaker: int, every: str) -> int:
        """How many quotations of the speaker of that number are on the page."""
        one = self.speakers[speaker]
        return len(one.shown) if self.is_large and every != "quotes" else one.listed

    def descended(self, every: str) -> Portion[OriginTable]:
        """The independent sources alike."""
        return self._of_all(self.sources, self.origins, whole=every == "origins")

    def figured(self, every: str) -> Portion[FigureTable]:
        """The figures alike."""
        return self._of_all(self.counted, self.figures, whole=every == "figures")

    def placed(self, every: str) -> Portion[tuple[int, MapPlace]]:
        """The places on the map alike."""
        if self.map is None:
            return Portion((), (), 0)
        every_place = tuple(enumerate(self.map.places, 1))
        return self._of_all(self.map.listed, every_place, whole=every == "map")

    @property
    def lanes(self) -> VoicesChart | None:
        """When the speakers spoke, drawn; None where there is nothing to see."""
        shown = self.who_says.shown
        return voices_chart([_voice(speaker) for speaker in shown])

    @property
    def counted(self) -> Portion[FigureTable]:
        """The figures, as many as a page shows."""
        return portion(self.figures, _FIGURES, _FIGURES_FOLDED)

    @property
    def charted(self) -> bool:
        """Whether some figure has values that differ, and a chart of them."""
        return any(table.values > 1 for table in self.figures)

    @property
    def edges(self) -> Portion[NetworkLine]:
        """The network, as much of it as a page shows."""
        return self._portion(self.network)

    @property
    def graphs(self) -> tuple[Graph, Graph] | None:
        """The network drawn of the edges that the page lists, for a wide and a narrow screen."""
        return drawn(line.edge for line in (*self.edges.shown, *self.edges.folded))

    @property
    def sources(self) -> Portion[OriginTable]:
        """The independent sources, as many as a page shows."""
        return self._portion(self.origins)

    def _of_all(self, usual: Portion[T], items: tuple[T, ...], *, whole: bool) -> Portion[T]:
        if whole:
            return Portion(items, (), 0)
        return Portion(usual.shown, (), usual.hidden) if self.is_large else usual

    def _portion(self, items: Sequence[T]) -> Portion[T]:
        return portion(items, _SHOWN, _FOLDED)


def _voice(speaker: SpeakerQuotes) -> Voice:
    spoken = (Spoken(one.direct, one.said, one.place.published) for one in speaker.quotes)
    return Voice(speaker.name[:1].upper() + speaker.name[1:], tuple(spoken))
