"""The timeline of a story alone: the graphic and the lines that it is of."""

import msgspec

from sukien.library import Library
from sukien.model import TimelineEntry
from sukien.views.chronology import (
    Chronology,
    Event,
    Window,
    chronology,
    events_of,
    fresh_of,
)


class TimelinePage(msgspec.Struct, frozen=True, kw_only=True):
    """A story's timeline within a window; `lines` are all of its entries, counted from 0."""

    id: str
    label: str
    since: str | None
    chronology: Chronology | None
    lines: tuple[TimelineEntry, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the lines in the window."""
        return frozenset(event.number for event, _ in self.shown)

    @property
    def shown(self) -> tuple[tuple[Event, TimelineEntry], ...]:
        """The events in the window, each with the line that proves it."""
        events = self.chronology.events if self.chronology else ()
        return tuple((event, self.lines[event.number]) for event in events)


def timeline_page(
    library: Library, story_id: str, *, window: Window | None = None, since: str | None = None
) -> TimelinePage:
    """The timeline of one story; what is first told since a day is new. Raises NotFoundError."""
    story = library.story(story_id)
    cards = library.cards(story.articles)
    events = events_of(story.timeline, fresh_of(cards, since))
    return TimelinePage(
        id=story.id,
        label=story.label,
        since=since,
        chronology=chronology(events, (card.published for card in cards), window),
        lines=story.timeline,
    )
