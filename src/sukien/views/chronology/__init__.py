"""A story's timeline to look at: what happened when within a window, drawn at two widths.

`stretches.py` places dates on a line of time, `windows.py` says which part of it is shown,
`ticks.py` and `density.py` what stands at the axis; `marks.py` folds what would overlap,
`labels.py` finds room for texts; `wide.py` and `tall.py` put it together as a `Drawing`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from sukien.model import TimelineEntry
from sukien.store import Card
from sukien.views.chronology.drawing import Drawing
from sukien.views.chronology.legend import Legend, legend
from sukien.views.chronology.marks import Event
from sukien.views.chronology.stretches import Stretch, ordinal, stretch
from sukien.views.chronology.tall import tall
from sukien.views.chronology.ticks import context_words, moment_words
from sukien.views.chronology.wide import Told, wide
from sukien.views.chronology.windows import Moves, Window, asked, hull, moves, opening

__all__ = (
    "Chronology",
    "Drawing",
    "Event",
    "Moves",
    "Window",
    "asked",
    "chronology",
    "context_words",
    "events_of",
    "fresh_of",
    "is_new",
    "moment_words",
)


class Chronology(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a story's timeline that lies in a window.

    `whole` holds everything that a calendar can place. `today` is the day of the story's last
    article. `days` are the days with articles, each with their number. `before` and `after` count
    the events outside the window; `undated` those that no calendar can place (`XXXX-03-16`).
    """

    window: Window
    whole: Window
    today: str | None
    events: tuple[Event, ...]
    days: tuple[tuple[str, int], ...]
    before: int = 0
    after: int = 0
    undated: int = 0

    @property
    def moves(self) -> Moves:
        """The windows one step away."""
        return moves(self.window, self.whole)

    @property
    def earlier(self) -> Window:
        """The window with everything before it."""
        return Window(min(self.window.first, self.whole.first), self.window.last)

    @property
    def later(self) -> Window:
        """The window with everything after it."""
        return Window(self.window.first, max(self.window.last, self.whole.last))

    @property
    def wide(self) -> Drawing:
        """As drawn across a wide page."""
        return wide(self._told)

    @property
    def tall(self) -> Drawing:
        """As drawn down a narrow page."""
        return tall(self._told)

    def legend(self, *drawings: Drawing) -> Legend:
        """What the shapes mean that are drawn."""
        return legend(self.events, *drawings)

    @property
    def _told(self) -> Told:
        return Told(self.events, self.days, self.window, self.today)


def events_of(entries: Iterable[TimelineEntry], fresh: Collection[str] = ()) -> tuple[Event, ...]:
    """The entries of a story's timeline as events; new is what only `fresh` articles tell."""
    return tuple(
        Event(
            number=number,
            date=entry.date,
            text=entry.text,
            sources=entry.sources,
            upcoming=entry.upcoming,
            background=entry.background,
            new=is_new(entry, fresh),
        )
        for number, entry in enumerate(entries)
    )


def is_new(entry: TimelineEntry, fresh: Collection[str]) -> bool:
    """Whether only `fresh` articles tell of it."""
    return bool(entry.evidence) and all(proof.article in fresh for proof in entry.evidence)


def fresh_of(cards: Iterable[Card], since: str | None) -> frozenset[str]:
    """The ids of the articles published on a day or later; none without a day."""
    return frozenset(card.id for card in cards if since and (card.published or "") >= since)


def chronology(
    events: Sequence[Event], published: Iterable[str | None], window: Window | None = None
) -> Chronology | None:
    """The timeline in a window, or in the one that the story's own days make.

    `published` are the dates of the story's articles. None where no date can be drawn.
    """
    placed = [(event, found) for event in events if (found := stretch(event.date))]
    counts = Counter(day[:10] for day in published if day)
    days = tuple(sorted((day, many) for day, many in counts.items() if _is_day(day)))
    told = Window(days[0][0], days[-1][0]) if days else None
    whole = hull([found for _, found in placed] + ([told.stretch] if told else []))
    if not placed or whole is None:
        return None
    main = [found for event, found in placed if not event.background]
    shown = window or opening(main, told) or whole
    edge = shown.stretch
    return Chronology(
        window=shown,
        whole=whole,
        today=told.last if told else None,
        events=tuple(event for event, found in placed if _meets(found, edge)),
        days=days,
        before=sum(found.end <= edge.start for _, found in placed),
        after=sum(found.start >= edge.end for _, found in placed),
        undated=len(events) - len(placed),
    )


def _meets(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _is_day(day: str) -> bool:
    try:
        return bool(ordinal(day))
    except ValueError:
        return False
