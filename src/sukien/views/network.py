"""Who acted on whom, in a story or a library, as it was asked for."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import msgspec

from sukien.knowledge.happenings import event_types
from sukien.library import Library
from sukien.model import Edge
from sukien.store import EdgesWanted
from sukien.tell.dates import days
from sukien.tell.network import joined
from sukien.views.charts.graph import Graph
from sukien.views.charts.ties import drawn

PAGE = 60


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which edges of a network are wanted: of a party, of a type of event, since a day."""

    entity: str | None = None
    type: str | None = None
    since: dt.date | None = None


class NetworkPage(msgspec.Struct, frozen=True, kw_only=True):
    """The network of one story, or of all of a library (`story` and `label` None).

    Counts are those of the whole story or library, also where only edges since a day are asked.
    `found` edges were asked for, of which `edges` are those of page `number` of `pages`; `types`
    says how many there would be of each type of event, `party` names the entity asked for.
    """

    story: str | None
    label: str | None
    asked: Wanted
    edges: tuple[Edge, ...]
    found: int
    number: int = 1
    pages: int = 1
    types: dict[str, int] = {}
    party: str | None = None

    @property
    def kinds(self) -> dict[str, dict[str, str]]:
        """The names of the types of event on the page, in each language."""
        return {name: kind_names(name) for name in (*(e.type for e in self.edges), *self.types)}

    @property
    def graphs(self) -> tuple[Graph, Graph] | None:
        """The edges on the page drawn, for a wide and a narrow screen; None where too few."""
        return drawn(self.edges)


def network_page(
    library: Library,
    story_id: str | None,
    asked: Wanted,
    *,
    number: int = 1,
    limit: int | None = None,
) -> NetworkPage:
    """The edges that were asked for, `limit` on a page, those of most happenings first. Raises
    NotFoundError.
    """
    if story_id is None:
        return _of_library(library, asked, number, limit)
    story = library.story(story_id)
    edges = chosen(story.network, asked)
    number, pages = _place(number, len(edges), limit)
    of_types = chosen(story.network, msgspec.structs.replace(asked, type=None))
    return NetworkPage(
        story=story_id,
        label=story.label,
        asked=asked,
        edges=edges[(number - 1) * limit : number * limit] if limit else edges,
        found=len(edges),
        number=number,
        pages=pages,
        types=dict(Counter(edge.type for edge in of_types).most_common()),
        party=_party(edges, asked.entity),
    )


def _of_library(library: Library, asked: Wanted, number: int, limit: int | None) -> NetworkPage:
    beside = library.beside
    wanted = EdgesWanted(
        entity=asked.entity,
        type=asked.type,
        since=asked.since.isoformat() if asked.since else None,
    )
    types = beside.edge_types(wanted)
    found = types.get(wanted.type, 0) if wanted.type is not None else sum(types.values())
    number, pages = _place(number, found, limit)
    groups = beside.edges(wanted, start=(number - 1) * (limit or 0), limit=limit)
    parties = {one for group in groups for edge in group for one in (edge.actor, edge.target)}
    names = {
        entity: min(seen, key=lambda name: (-seen[name], name))
        for entity, seen in beside.party_names(parties).items()
    }
    edges = joined(groups, names)
    return NetworkPage(
        story=None,
        label=None,
        asked=asked,
        edges=edges,
        found=found,
        number=number,
        pages=pages,
        types=types,
        party=_party(edges, asked.entity),
    )


def _place(number: int, found: int, limit: int | None) -> tuple[int, int]:
    pages = max(1, -(-found // limit)) if limit else 1
    return min(max(1, number), pages), pages


def _party(edges: Iterable[Edge], entity: str | None) -> str | None:
    """What the edges call an entity."""
    for edge in edges:
        if entity in {edge.actor, edge.target}:
            return edge.actor_name if edge.actor == entity else edge.target_name
    return entity


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
