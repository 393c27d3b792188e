"""Where a story happens, as a page shows it: what is known of each place, and which have none."""

from collections.abc import Iterable

import msgspec

from sukien.model import StoryEntity
from sukien.views.lines import Place
from sukien.views.maps.drawing import Drawing, Spot, drawn
from sukien.views.maps.framing import Dot, frame
from sukien.views.maps.projection import Extent
from sukien.views.portions import Portion, portion

_SHOWN, _FOLDED = 8, 40
_UNPLACED = 12
_ROUGH = frozenset(("area", "sea"))
_REASONS = ("unknown", "several", "wide", "river", "beyond")


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """Events of one type that happened at a place: in how many articles, and the type's names."""

    type: str
    names: dict[str, str]
    articles: int


class MapPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of a story, and where it is (degrees north and east).

    `kind` is one of `sukien.knowledge.coordinates.KINDS`. `mentions` counts its names; `articles`
    and `sources` tell in how many articles and independent sources it stands. `happened` are the
    events there, `first` and `last` the first and last day of those (ISO 8601), `proofs` a few
    sentences, those of events before others.
    """

    entity: str
    name: str
    kind: str
    latitude: float
    longitude: float
    mentions: int
    articles: int
    sources: int
    happened: tuple[Happened, ...] = ()
    first: str | None = None
    last: str | None = None
    proofs: tuple[Place, ...] = ()


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """A place without a point: `reason` is wide, river, beyond, several (of a name) or unknown."""

    entity: str
    name: str
    mentions: int
    reason: str


class MapExtent(msgspec.Struct, frozen=True, kw_only=True):
    """What a map shows, in degrees; `east` is more than 180 where it goes across the date line."""

    west: float
    south: float
    east: float
    north: float
    world: bool


class StoryMap(msgspec.Struct, frozen=True, kw_only=True):
    """The places of a story, those named most often first, and those that no point stands for.

    `extent` is what the map shows, chosen so that most of the story is on it.
    """

    places: tuple[MapPlace, ...]
    unplaced: tuple[Unplaced, ...]
    extent: MapExtent

    @property
    def drawing(self) -> Drawing:
        """The map as shapes with their measures."""
        extent = self.extent
        shown = Extent(extent.west, extent.south, extent.east, extent.north)
        spots = tuple(_spot(place) for place in self.places[:_FOLDED])
        return drawn(spots, shown, world=extent.world)

    def numbered(self, number: int) -> MapPlace:
        """The place of that number in the list, which counts from 1."""
        return self.places[number - 1]

    @property
    def listed(self) -> Portion[tuple[int, MapPlace]]:
        """The places with their numbers, as many as a page lists."""
        return portion(tuple(enumerate(self.places, 1)), _SHOWN, _FOLDED)

    @property
    def beside(self) -> tuple[MapPlace, ...]:
        """The places that lie outside of what the map shows."""
        extent = self.extent
        shown = Extent(extent.west, extent.south, extent.east, extent.north)
        return tuple(one for one in self.places if not shown.holds(one.longitude, one.latitude))

    @property
    def missing(self) -> tuple[tuple[str, Portion[Unplaced]], ...]:
        """The places without a point by the reason why, as many as a page names."""
        found = {why: [one for one in self.unplaced if one.reason == why] for why in _REASONS}
        return tuple(
            (why, portion(some, _UNPLACED, _FOLDED)) for why, some in found.items() if some
        )


def mapped(
    places: Iterable[MapPlace], countries: Iterable[str], unplaced: Iterable[Unplaced] = ()
) -> StoryMap | None:
    """The map of places, whose countries stand in the same order; None where there is none."""
    rows = list(zip(places, countries, strict=True))
    if not rows:
        return None
    shown = frame(_dots(rows), countries=all(place.kind == "country" for place, _ in rows))
    west, south, east, north = shown.extent
    return StoryMap(
        places=tuple(place for place, _ in rows),
        unplaced=tuple(unplaced),
        extent=MapExtent(west=west, south=south, east=east, north=north, world=shown.world),
    )


def _dots(rows: list[tuple[MapPlace, str]]) -> list[Dot]:
    """What frames the map: the towns and provinces, each country where its own are.

    A region or a sea, whose point is only its middle, frames it where there is nothing else.
    """
    exact = [row for row in rows if row[0].kind not in _ROUGH] or rows
    within = {country for place, country in exact if place.kind != "country" and country}
    whole = {country: place.mentions for place, country in exact if place.kind == "country"}
    framing = [row for row in exact if row[0].kind != "country" or row[1] not in within]
    dots = []
    for place, country in framing:
        more = whole.pop(country, 0) if country in within else 0
        dots.append(Dot(place.longitude, place.latitude, max(1, place.mentions + more)))
    return dots


def _spot(place: MapPlace) -> Spot:
    return Spot(
        name=place.name,
        kind=place.kind,
        longitude=place.longitude,
        latitude=place.latitude,
        weight=max(1, place.mentions),
        happened=bool(place.happened),
    )


def unplaced(entity: StoryEntity, reason: str) -> Unplaced:
    """A place of a story that has no point on the map, and why."""
    return Unplaced(entity=entity.entity, name=entity.name, mentions=entity.mentions, reason=reason)
