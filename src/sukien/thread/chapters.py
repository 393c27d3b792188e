"""An episode as stories compare it: its words, its titles, its names by kind, its days."""

import math

import msgspec

from sukien.thread.episodes import Open
from sukien.thread.likeness import LEAD, PLACE, TITLE
from sukien.thread.rarity import Packed, Rarity, Vector, interned, packed, plain, top, unit

_WORDS, _TITLES, _NAMES = 150, 40, 30
_VECTORS = ("words", "titles", "people", "bodies", "places", "subject")
_PREFIXES = (TITLE, LEAD, PLACE)
_KIND = {"PER": "people", "ORG": "bodies", "MISC": "bodies", "LOC": "places"}


class Chapter(msgspec.Struct, frozen=True, gc=False):
    """An episode as it is compared; vectors are of length one.

    `people`, `bodies` (with works and products) and `places` are weights of names. `subject` is
    those names that stand in its titles, with their weights in nats.
    """

    words: Vector
    titles: Vector
    people: Vector
    bodies: Vector
    places: Vector
    subject: Vector
    first: int | None
    last: int | None

    def packed(self) -> "Kept":
        """The episode as it is kept."""
        vectors = (getattr(self, name) for name in _VECTORS)
        return Kept(tuple(map(packed, vectors)), self.first, self.last)


class Kept(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A chapter as it is kept: its vectors packed, in the order of its fields."""

    vectors: tuple[Packed, ...]
    first: int | None
    last: int | None

    @property
    def words(self) -> Vector:
        """The words alone."""
        return plain(self.vectors[0])

    def chapter(self) -> Chapter:
        """The episode as it is compared."""
        words, titles, people, bodies, places, subject = map(plain, self.vectors)
        return Chapter(words, titles, people, bodies, places, subject, self.first, self.last)

    def again(self) -> "Kept":
        """The same, its terms held in memory once."""
        return Kept(tuple(map(interned, self.vectors)), self.first, self.last)


def chapter_of(episode: Open, body: Vector, rarity: Rarity) -> Chapter:
    """What stories need to know of an episode as it stands; `body` are its terms, added up."""
    words: Vector = {}
    titles: Vector = {}
    for term, value in body.items():
        if term[1:2] != ":" or not term.startswith(_PREFIXES):
            words[term] = value
        elif term.startswith(TITLE):
            titles[term[len(TITLE) :]] = value
    heads = {term for member in episode.members for term in member.heads[0]}
    kinds: dict[str, Vector] = {"people": {}, "bodies": {}, "places": {}}
    subject: Vector = {}
    rarities: Vector = {}
    for name in (name for member in episode.members for name in member.names):
        weight = rarities.get(name.key)
        if weight is None:
            weight = rarities[name.key] = rarity.of_name(name.key, name.surface)
            if name.surface.replace(" ", "_") in heads or heads.issuperset(name.surface.split()):
                subject[name.key] = weight
        held = kinds[_KIND.get(name.type, "bodies")]
        held[name.key] = held.get(name.key, 0.0) + weight * (1 + math.log(name.count))
    days = [m.day for m in episode.members if m.day is not None]
    return Chapter(
        words=unit(top(words, _WORDS)),
        titles=unit(top(titles, _TITLES)),
        **{kind: unit(top(held, _NAMES)) for kind, held in kinds.items()},
        subject=top(subject, _NAMES),
        first=min(days, default=None),
        last=max(days, default=None),
    )
