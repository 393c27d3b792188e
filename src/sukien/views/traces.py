"""What an entity left in a library: what it said, what it did, its stories, when it was named."""

import msgspec

from sukien.library import Library
from sukien.model import Edge, StoryEntity
from sukien.search import Question, Stretch
from sukien.store import EdgesWanted
from sukien.tell.network import joined
from sukien.views.charts.graph import Graph
from sukien.views.charts.ties import drawn
from sukien.views.maps import StoryMap, place_map
from sukien.views.network import kind_names
from sukien.views.search import SearchLine, SearchPage, StoryLine, search_page

ROLES = ("did", "undergone", "together")
SHOWN = ("all", "said", "did")
_QUOTES = 40
_DEEDS = 40
_STORIES = 24
_ARTICLES = 40
_MOMENTS = 16
_DRAWN = 4  # fewer are sooner read than looked at
_PROOFS = 3
_PLACE = "LOC"


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """What an entity did to another, had done to it or did together with it: one of ROLES.

    `kind` is the name of the type of event in each language, `other` the other party's id,
    `number` its place among the deeds, from 0.
    """

    edge: Edge
    role: str
    kind: dict[str, str]
    other: str
    other_name: str
    number: int = 0

    @property
    def left(self) -> int:
        """How many proofs are not shown."""
        return max(0, len(self.edge.evidence) - _PROOFS)


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Something said or done, under its day (a TIMEX3 value); one of the two is None."""

    date: str | None
    said: SearchLine | None = None
    deed: Deed | None = None


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """The last that an entity said and did, the stories that name it most, its last articles.

    `quote_count`, `deed_count`, `story_count` and `article_count` say how many there are in all.
    `periods` are stretches of days with the number of articles that name it.
    """

    quotes: tuple[SearchLine, ...]
    quote_count: int
    deeds: tuple[Deed, ...]
    deed_count: int
    stories: tuple[StoryLine, ...]
    story_count: int
    articles: tuple[SearchLine, ...]
    article_count: int
    periods: tuple[Stretch, ...] = ()
    map: StoryMap | None = None

    def moments(self, shown: str) -> tuple[Moment, ...]:
        """What was said and done, the last first; `shown` is one of SHOWN."""
        said = [_said(line) for line in self.quotes] if shown != "did" else []
        did = [_did(deed) for deed in self.deeds] if shown != "said" else []
        return tuple(sorted([*said, *did], key=lambda one: one.date or "", reverse=True))

    def first_moments(self, shown: str) -> tuple[Moment, ...]:
        """Those that a page shows at once."""
        return self.moments(shown)[:_MOMENTS]

    def later_moments(self, shown: str) -> tuple[Moment, ...]:
        """Those behind a fold."""
        return self.moments(shown)[_MOMENTS:]

    @property
    def graphs(self) -> tuple[Graph, Graph] | None:
        """What it did and had done to it drawn, for a wide and a narrow screen; None where too few
        took part."""
        return drawn(deed.edge for deed in self.deeds) if len(self.deeds) >= _DRAWN else None

    @property
    def bars(self) -> tuple[tuple[Stretch, int], ...]:
        """Each period with its share of the greatest, in per cent."""
        greatest = max((one.count for one in self.periods), default=0) or 1
        return tuple((one, -(-100 * one.count // greatest)) for one in self.periods)


def _said(line: SearchLine) -> Moment:
    said = line.saying.said if line.saying else None
    return Moment(date=said or (line.card.published or "")[:10] or None, said=line)


def _did(deed: Deed) -> Moment:
    return Moment(date=deed.edge.last or deed.edge.first, deed=deed)


def traces(library: Library, entity: StoryEntity) -> Traces:
    """What an entity of that id, name and type left in a library."""
    of_it = Question(entity=entity.entity)
    articles = _known(search_page(library, of_it, limit=_ARTICLES))
    of_stories = msgspec.structs.replace(of_it, kind="stories")
    stories = _known(search_page(library, of_stories, limit=_STORIES))
    quotes = _known(
        search_page(library, Question(kind="quotes", speaker=entity.entity), limit=_QUOTES)
    )
    deeds, deed_count = _deeds(library, entity.entity)
    return Traces(
        quotes=quotes.lines,
        quote_count=_count(quotes, "quotes"),
        deeds=deeds,
        deed_count=deed_count,
        stories=stories.stories,
        story_count=_count(stories, "stories"),
        articles=articles.lines,
        article_count=_count(articles, "articles"),
        periods=tuple(one for one in articles.periods if one.count),
        map=place_map(entity, _count(articles, "articles")) if entity.type == _PLACE else None,
    )


def _known(found: SearchPage) -> SearchPage:
    """What was found; nothing where the library has not got what bounds the search."""
    if not found.troubles:
        return found
    return msgspec.structs.replace(found, lines=(), stories=(), tabs=(), periods=())


def _count(found: SearchPage, kind: str) -> int:
    return next((tab.count for tab in found.tabs if tab.kind == kind), 0)


def _deeds(library: Library, entity: str) -> tuple[tuple[Deed, ...], int]:
    wanted = EdgesWanted(entity=entity)
    groups = library.beside.edges(wanted, limit=_DEEDS)
    parties = {one for group in groups for edge in group for one in (edge.actor, edge.target)}
    names = {
        party: min(seen, key=lambda name: (-seen[name], name))
        for party, seen in library.beside.party_names(parties).items()
    }
    edges = joined(groups, names)
    deeds = tuple(_deed(edge, entity, number) for number, edge in enumerate(edges))
    return deeds, library.beside.edge_count(wanted)


def _deed(edge: Edge, entity: str, number: int) -> Deed:
    acts = edge.actor == entity
    role = "together" if edge.mutual else "did" if acts else "undergone"
    return Deed(
        edge=edge,
        role=role,
        kind=kind_names(edge.type),
        other=edge.target if acts else edge.actor,
        other_name=edge.target_name if acts else edge.actor_name,
        number=number,
    )
