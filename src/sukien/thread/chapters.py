"""An episode as stories compare it: its words, its titles, its names by kind, its days."""

import math
from collections.abc import Iterable

import msgspec

from sukien.thread.digests import Named
from sukien.thread.episodes import Open
from sukien.thread.likeness import LEAD, PLACE, TITLE
from sukien.thread.rarity import Rarity, Vector, add, top, unit

_WORDS, _TITLES, _NAMES = 150, 40, 30
_PREFIXES = (TITLE, LEAD, PLACE)
_KIND = {"PER": "people", "ORG": "bodies", "MISC": "bodies", "LOC": "places"}


class Chapter(msgspec.Struct, frozen=True, gc=False, array_like=True):
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


def chapter_of(episode: Open, rarity: Rarity) -> Chapter:
    """What stories need to know of an episode as it stands."""
    words: Vector = {}
    titles: Vector = {}
    for member in episode.members:
        add(words, _plain(member.body))
        add(titles, {k[len(TITLE) :]: v for k, v in member.body.items() if k.startswith(TITLE)})
    names = [name for member in episode.members for name in member.digest.names]
    kinds = {kind: _weighed(names, kind, rarity) for kind in ("people", "bodies", "places")}
    heads = {term for member in episode.members for term in member.digest.title}
    subject = {
        name.key: rarity.of_name(name.key, name.surface)
        for name in names
        if name.surface.replace(" ", "_") in heads or set(name.surface.split()) <= heads
    }
    days = [m.digest.day for m in episode.members if m.digest.day is not None]
    return Chapter(
        words=unit(top(words, _WORDS)),
        titles=unit(top(titles, _TITLES)),
        **kinds,
        subject=top(subject, _NAMES),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _plain(body: Vector) -> Vector:
    return {term: value for term, value in body.items() if not term.startswith(_PREFIXES)}


def _weighed(names: Iterable[Named], kind: str, rarity: Rarity) -> Vector:
    """The names of a kind by the articles that have them, how often, and how rare they are."""
    counts: Vector = {}
    surfaces: dict[str, str] = {}
    for name in names:
        if _KIND.get(name.type) == kind:
            counts[name.key] = counts.get(name.key, 0.0) + 1 + math.log(name.count)
            surfaces.setdefault(name.key, name.surface)
    weights = {key: n * rarity.of_name(key, surfaces[key]) for key, n in counts.items()}
    return unit(top(weights, _NAMES))
