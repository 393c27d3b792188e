"""The edges of a network: deeds of one kind between two parties, each happening counted once."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sukien.knowledge.nations import country_label
from sukien.model import AnnotatedArticle, Edge, Evidence, StoryEntity
from sukien.tell.dates import compatible, days, length
from sukien.tell.network.deeds import Deed, deeds
from sukien.tell.origins import Origins

Key = tuple[str, str, str]
_A_DAY = dt.timedelta(days=1)
_STATED = 2


@dataclass
class _Happening:
    """What happened, however many deeds tell of it."""

    date: str | None
    sure: int
    planned: bool


def network(
    articles: Sequence[AnnotatedArticle], origins: Origins, entities: Iterable[StoryEntity]
) -> tuple[Edge, ...]:
    """The edges of a story, those of most happenings first.

    What ten articles tell of one happening counts once: deeds of one type between two parties are
    one happening when their dates agree. The day of an article's news may be a day off; a deed
    whose date is only guessed, or has none, is one of those that are dated. `entities` name the
    parties.
    """
    names = {entity.entity: entity.name for entity in entities}
    by_key: dict[Key, list[Deed]] = {}
    for article in articles:
        for deed in deeds(article):
            by_key.setdefault((deed.actor, deed.target, deed.type), []).append(deed)
    return tuple(sorted((_edge(rows, origins, names) for rows in by_key.values()), key=_order))


def joined(
    networks: Iterable[Sequence[Edge]], names: Mapping[str, str] | None = None
) -> tuple[Edge, ...]:
    """The network of several stories: edges of the same parties and type added up.

    No article is in two stories, so counts, articles and sources are sums. Without `names`, each
    party is called as in the edges of most articles.
    """
    by_key: dict[Key, list[Edge]] = {}
    for edges in networks:
        for edge in edges:
            by_key.setdefault((edge.actor, edge.target, edge.type), []).append(edge)
    if names is None:
        names = _names(edge for edges in by_key.values() for edge in edges)
    return tuple(sorted((_sum(edges, names) for edges in by_key.values()), key=_order))


def _order(edge: Edge) -> tuple[int, int, str, str, str]:
    return -(edge.count + edge.planned), -edge.articles, edge.actor, edge.target, edge.type


def _edge(rows: Sequence[Deed], origins: Origins, names: Mapping[str, str]) -> Edge:
    happenings = _happenings(rows)
    first = rows[0]
    ids = origins.with_echoes(deed.evidence.article for deed in rows)
    dates = sorted((one.date for one in happenings if one.date), key=_when)
    planned = sum(one.planned for one in happenings)
    return Edge(
        actor=first.actor,
        actor_name=_name(first.actor, names),
        target=first.target,
        target_name=_name(first.target, names),
        type=first.type,
        mutual=first.mutual,
        count=len(happenings) - planned,
        planned=planned,
        articles=len(ids),
        sources=origins.count(ids),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        evidence=_evidence(rows),
    )


def _happenings(rows: Sequence[Deed]) -> list[_Happening]:
    found: list[_Happening] = []
    for deed in sorted(rows, key=_precise_first):
        home = next((one for one in found if _same(one, deed)), None)
        if home is None:
            home = _Happening(deed.date, deed.sure, deed.planned)
            found.append(home)
        home.planned = home.planned and deed.planned
        if deed.sure and _is_finer(deed.date, home.date):
            home.date = deed.date
    return found


def _is_finer(date: str | None, other: str | None) -> bool:
    """Whether a date says more precisely what the other says: `2024-03-16` of `2024-03`."""
    if date is None or other is None:
        return False
    return compatible(date, other) and length(date) < length(other)


def _precise_first(deed: Deed) -> tuple[bool, int, int, str, str, str, int]:
    size = length(deed.date) if deed.date else 0
    place = deed.evidence
    undated = deed.date is None
    order = (deed.published, place.article, place.start)
    return (undated, -deed.sure, size, deed.date or "", *order)


def _same(happening: _Happening, deed: Deed) -> bool:
    if happening.date is None or deed.date is None or not deed.sure:
        return True
    if compatible(happening.date, deed.date):
        return True
    if deed.sure == _STATED == happening.sure:
        return False
    one, other = days(happening.date), days(deed.date)
    if one is None or other is None:
        return False
    return one[0] - _A_DAY <= other[1] and other[0] <= one[1] + _A_DAY


def _when(date: str) -> tuple[dt.date, dt.date, str]:
    span = days(date) or (dt.date.max, dt.date.max)
    return (*span, date)


def _evidence(rows: Sequence[Deed]) -> tuple[Evidence, ...]:
    ordered = sorted(
        rows, key=lambda deed: (deed.published, deed.evidence.article, deed.evidence.start)
    )
    return tuple(dict.fromkeys(deed.evidence for deed in ordered))


def _name(entity: str, names: Mapping[str, str]) -> str:
    """As the story names it; a country only told of by its army by its usual name."""
    return names.get(entity) or country_label(entity) or entity.partition(":")[2] or entity


def _names(edges: Iterable[Edge]) -> dict[str, str]:
    """The name that stands in most articles' edges, of equal ones the first by letters."""
    counts: dict[str, Counter[str]] = {}
    for edge in edges:
        counts.setdefault(edge.actor, Counter())[edge.actor_name] += edge.articles
        counts.setdefault(edge.target, Counter())[edge.target_name] += edge.articles
    return {
        entity: min(seen, key=lambda name: (-seen[name], name)) for entity, seen in counts.items()
    }


def _sum(edges: Sequence[Edge], names: Mapping[str, str]) -> Edge:
    one = edges[0]
    dates = sorted((d for e in edges for d in (e.first, e.last) if d), key=_when)
    return replace(
        one,
        actor_name=names[one.actor],
        target_name=names[one.target],
        count=sum(edge.count for edge in edges),
        planned=sum(edge.planned for edge in edges),
        articles=sum(edge.articles for edge in edges),
        sources=sum(edge.sources for edge in edges),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        evidence=tuple(sorted((e for edge in edges for e in edge.evidence), key=_place)),
    )


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.article, evidence.start
