"""Which ids of a library are one entity: the rules in order, each over what those before it found.

The same articles give the same merges, in whatever order they were added. What a person merged
holds; what a person undid is not made again.
"""

from collections.abc import Iterable, Mapping, Sequence

from sukien.link.profiles import Context, Ground, Home, Profile
from sukien.link.resolve import Resolution
from sukien.link.rules import Pair, abbreviated, called, respelt, shortened, unmarked
from sukien.link.slips import mistyped
from sukien.model import Merge, Sighting

_KINDS = ("person:", "org:", "place:")


def find_merges(
    seen: Iterable[Sighting], homes: Mapping[str, Home], made: Sequence[Merge] = ()
) -> tuple[Merge, ...]:
    """The automatic merges of a library, in order of their sources.

    `homes` gives the story and the episode of each article; `made` are the merges that a person
    made or undid.
    """
    classes = _Classes(seen, homes, made)
    for rule in (respelt, abbreviated, unmarked, shortened, called):
        classes.join(rule(classes.profiles()))
    classes.join(mistyped(classes.profiles(), homes))
    return classes.merges()


class _Classes:
    """Entities joined so far, each class under the id that stands for it."""

    def __init__(
        self, seen: Iterable[Sighting], homes: Mapping[str, Home], made: Sequence[Merge]
    ) -> None:
        by_hand = Resolution(one for one in made if one.by_hand)
        self._seen: dict[str, list[Sighting]] = {}
        self._members: dict[str, set[str]] = {}
        for one in seen:
            root = by_hand.of(one.entity)
            self._seen.setdefault(root, []).append(one)
            self._members.setdefault(root, {root}).add(one.entity)
        self._homes = homes
        self._profiles: dict[str, Profile] = {}
        self._found: dict[str, Merge] = {}
        self._apart: dict[str, set[str]] = {}
        for row in made:
            if row.undone is not None:
                self._apart.setdefault(row.source, set()).add(row.target)
                self._apart.setdefault(row.target, set()).add(row.source)

    def profiles(self) -> list[Profile]:
        """Every entity of a kind that names make, as joined so far, in order of the ids."""
        for entity in self._seen.keys() - self._profiles.keys():
            self._profiles[entity] = Profile(entity, self._seen[entity])
        return [self._profiles[one] for one in sorted(self._profiles) if one.startswith(_KINDS)]

    def join(self, pairs: Iterable[Pair]) -> None:
        """Join the sources that have one target alone, if the context allows it."""
        targets: dict[str, dict[str, tuple[Pair, Ground]]] = {}
        listed = sorted(pairs, key=lambda p: (p.source.id, p.target.id))
        context = Context(self.profiles(), self._homes)
        for pair in listed:
            if ground := _allowed(pair, context):
                targets.setdefault(pair.source.id, {})[pair.target.id] = (pair, ground)
        for found in targets.values():
            fuller = _fullest(found)
            if fuller is not None:
                self._merge(*fuller)

    def _kept_apart(self, one: str, other: str) -> bool:
        others = self._members[other]
        return any(self._apart.get(member, set()) & others for member in self._members[one])

    def _merge(self, pair: Pair, ground: Ground) -> None:
        """Join two classes, unless one of them was joined away or the two are kept apart now."""
        source, target = pair.source.id, self._root(pair.target.id)
        if source == target or source not in self._seen or self._kept_apart(source, target):
            return
        self._found[source] = Merge(
            source=source, target=target, reasons=(pair.reason, *ground.reasons)
        )
        self._seen[target] += self._seen.pop(source)
        self._members[target] |= self._members.pop(source)
        for changed in (source, target):
            self._profiles.pop(changed, None)

    def _root(self, entity: str) -> str:
        while entity in self._found:
            entity = self._found[entity].target
        return entity

    def merges(self) -> tuple[Merge, ...]:
        """Every merge, each leading straight to the id that stands for the class."""
        rows = (self._found[source] for source in sorted(self._found))
        return tuple(
            Merge(source=row.source, target=self._root(row.target), reasons=row.reasons)
            for row in rows
        )


def _allowed(pair: Pair, context: Context) -> Ground | None:
    """What speaks for a pair, if it is enough and nothing speaks against it."""
    one, other = pair.source, pair.target
    if one.gender and other.gender and one.gender != other.gender:
        return None
    ground = context.ground(one, other, frozenset((one.id, other.id)))
    return ground if ground.nearness >= pair.nearness else None


def _fullest(found: Mapping[str, tuple[Pair, Ground]]) -> tuple[Pair, Ground] | None:
    """The one target; of several the one that all the others shorten; otherwise none."""
    if len(found) == 1:
        return next(iter(found.values()))
    longest = max(found.values(), key=lambda row: (len(row[0].target.name), row[0].target.id))
    whole = f" {longest[0].target.name}"
    rest = (row[0].target.name for row in found.values())
    return longest if all(whole.endswith(f" {name}") for name in rest) else None
