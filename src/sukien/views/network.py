"""Who acted on whom, in a story or a library, as it was asked for."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from sukien.knowledge.happenings import event_types
from sukien.library import Library
from sukien.model import Edge
from sukien.tell.dates import days
from sukien.tell.network import joined

_SHOWN = 200


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which edges of a network are wanted: of a party, of a type of event, since a day."""

    entity: str | None = None
    type: str | None = None
    since: dt.date | None = None


class NetworkPage(msgspec.Struct, frozen=True, kw_only=True):
    """The network of one story, or of all of a library (`story` and `label` None).

    Counts are those of the whole story or library, also where only edges since a day are asked.
    """

    story: str | None
    label: str | None
    asked: Wanted
    edges: tuple[Edge, ...]

    @property
    def shown(self) -> tuple[Edge, ...]:
        """The first edges, which a page shows."""
        return self.edges[:_SHOWN]

    @property
    def kinds(self) -> dict[str, dict[str, str]]:
        """The names of the types of event of the edges shown, in each language."""
        return {edge.type: kind_names(edge.type) for edge in self.shown}


def network_page(library: Library, story_id: str | None, asked: Wanted) -> NetworkPage:
    """The edges that were asked for, those of most happenings first. Raises NotFoundError."""
    if story_id is None:
        edges, label = joined(story.network for story in library.stories()), None
    else:
        story = library.story(story_id)
        edges, label = story.network, story.label
    return NetworkPage(story=story_id, label=label, asked=asked, edges=chosen(edges, asked))


def chosen(edges: Iterable[Edge], asked: Wanted) -> tuple[Edge, ...]:
    """The edges asked for; `since` leaves out what was last told of an earlier day, or of none."""
    return tuple(edge for edge in edges if _is_asked(edge, asked))


def _is_asked(edge: Edge, asked: Wanted) -> bool:
    if asked.entity is not None and asked.entity not in {edge.actor, edge.target}:
        return False
    if asked.type is not None and asked.type != edge.type:
        return False
    last = days(edge.last) if edge.last else None
    return asked.since is None or (last is not None and last[1] >= asked.since)


def kind_names(event_type: str) -> dict[str, str]:
    """The name of a type of event in each language of the interface."""
    known = event_types().get(event_type)
    return {"vi": known.vi, "en": known.en} if known else {"vi": event_type, "en": event_type}
