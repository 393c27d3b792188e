"""The places of a story with what its articles tell of each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from sukien.knowledge.coordinates import Location, locations
from sukien.knowledge.happenings import OTHER, event_types
from sukien.model import AnnotatedArticle, Event, Span, StoryEntity
from sukien.tell.dates import days
from sukien.tell.origins import Origins
from sukien.views.maps.page import Happened, MapPlace, StoryMap, mapped, unplaced
from sukien.views.places import Places

_PROOFS = 3
_TYPES = 3
Proof = tuple[str, Span]


def story_map(entities: Sequence[StoryEntity], places: Places, origins: Origins) -> StoryMap | None:
    """The map of a story's places, of which `entities` are those named; None without a point."""
    known = {entity.entity for entity in entities}
    where = {entity.entity: location(entity.entity, known) for entity in entities}
    told = _told(places.articles, {key for key, found in where.items() if _pointed(found)})
    rows, without = [], []
    for entity in sorted(entities, key=lambda one: (-one.mentions, one.entity)):
        found = where[entity.entity]
        if isinstance(found, Location) and _pointed(found):
            rows.append((_place(entity, found, told[entity.entity], places, origins), found))
        else:
            without.append(unplaced(entity, found if isinstance(found, str) else found.kind))
    return mapped((one for one, _ in rows), (found.country for _, found in rows), without)


def place_map(entity: StoryEntity, articles: int, sources: int = 0) -> StoryMap | None:
    """The map of one place; None for one that no point stands for."""
    found = location(entity.entity, ())
    if not isinstance(found, Location) or not _pointed(found):
        return None
    place = _bare(entity, found, articles=articles, sources=sources)
    return mapped([place], [found.country])


def _pointed(found: Location | str) -> bool:
    return isinstance(found, Location) and found.latitude is not None and found.kind != "wide"


def location(entity: str, known: Iterable[str]) -> Location | str:
    """Where a place is, or why nobody can say: `unknown`, or `several` of that name.

    A name that several provinces have is in the one that is named beside it (`known`), if only one
    is.
    """
    found = locations(entity)
    if len(found) > 1:
        beside = set(known)
        found = tuple(one for one in found if one.province in beside)
        return found[0] if len(found) == 1 else "several"
    return found[0] if found else "unknown"


class _Told:
    """What the articles of a story say of a place."""

    def __init__(self) -> None:
        self.articles: dict[str, None] = {}
        self.events: list[tuple[str, Event]] = []
        self.names: list[Proof] = []


def _told(articles: Mapping[str, AnnotatedArticle], wanted: Iterable[str]) -> dict[str, _Told]:
    found = {entity: _Told() for entity in wanted}
    for key, article in articles.items():
        for name in article.names:
            if name.entity in found:
                found[name.entity].articles[key] = None
                if len(found[name.entity].names) < _PROOFS:
                    found[name.entity].names.append((key, name))
        for event in article.events:
            if event.place in found and event.status == "actual":
                found[event.place].events.append((key, event))
                found[event.place].articles[key] = None
    return found


def _place(
    entity: StoryEntity, where: Location, told: _Told, places: Places, origins: Origins
) -> MapPlace:
    ids = origins.with_echoes(told.articles)
    bare = _bare(entity, where, articles=len(ids), sources=origins.count(ids))
    dates = [span for _, event in told.events if event.date and (span := days(event.date))]
    return replace(
        bare,
        happened=_happened(told.events),
        first=min(dates)[0].isoformat() if dates else None,
        last=max(last for _, last in dates).isoformat() if dates else None,
        proofs=tuple(places.at(key, span) for key, span in _proofs(told, places)),
    )


def _bare(entity: StoryEntity, where: Location, *, articles: int, sources: int) -> MapPlace:
    return MapPlace(
        entity=entity.entity,
        name=entity.name,
        kind=where.kind,
        latitude=where.latitude or 0.0,
        longitude=where.longitude or 0.0,
        mentions=entity.mentions,
        articles=articles,
        sources=sources,
    )


def _happened(events: Iterable[tuple[str, Event]]) -> tuple[Happened, ...]:
    """The types of event that most articles tell of; what is of no type comes only alone."""
    counted = Counter(kind for _, kind in dict.fromkeys((key, one.type) for key, one in events))
    known = event_types()
    if len(counted) > 1:
        counted.pop(OTHER, None)
    order = sorted(counted, key=lambda kind: (-counted[kind], -known[kind].weight, kind))
    return tuple(
        Happened(
            type=kind,
            names={"vi": known[kind].vi, "en": known[kind].en},
            articles=counted[kind],
        )
        for kind in order[:_TYPES]
    )


def _proofs(told: _Told, places: Places) -> list[Proof]:
    """Of events first, one of each type, then of the name; no sentence twice."""
    weights = event_types()
    ranked = sorted(told.events, key=lambda one: -weights[one[1].type].weight)
    first = {event.type: (key, event.trigger) for key, event in reversed(ranked)}
    order = [*(first[kind] for kind in dict.fromkeys(one.type for _, one in ranked)), *told.names]
    found: dict[str, Proof] = {}
    for key, span in order:
        if len(found) < _PROOFS:
            found.setdefault(places.at(key, span).text, (key, span))
    return list(found.values())
