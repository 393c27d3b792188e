"""Every entity of a library with its names, as merged."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from sukien.knowledge.name_forms import spelling
from sukien.link.resolve import Resolution
from sukien.model import Merge, Sighting
from sukien.text.folding import fold


class NameSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A form under which an entity was named, how often, in how many articles, and why it is that
    entity (codes as in Name.reason, the most frequent first).
    """

    name: str
    mentions: int
    articles: int
    reasons: tuple[str, ...]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of a library.

    `name` is the most frequent form; `articles` are ids, in order; `merged` are the merges that
    lead to it, `undone` those that a person undid and that it took part in.
    """

    entity: str
    type: str
    name: str
    mentions: int
    articles: tuple[str, ...]
    names: tuple[NameSeen, ...]
    merged: tuple[Merge, ...] = ()
    undone: tuple[Merge, ...] = ()


def entities(
    seen: Iterable[Sighting], merges: Sequence[Merge], text: str = ""
) -> tuple[Entity, ...]:
    """The entities of sightings, those in most articles first; with `text`, those named so.

    Text typed without diacritics finds any; words may be given in part from their start on.
    """
    resolution = Resolution(merges)
    groups: dict[str, list[Sighting]] = {}
    for one in seen:
        groups.setdefault(resolution.of(one.entity), []).append(one)
    led: dict[str, list[Merge]] = {}
    undone: dict[str, list[Merge]] = {}
    for merge in merges:
        if merge.undone is None:
            led.setdefault(resolution.of(merge.source), []).append(merge)
            continue
        for end in sorted({resolution.of(merge.source), resolution.of(merge.target)}):
            undone.setdefault(end, []).append(merge)
    found = (
        _entity(entity, group, led.get(entity, ()), undone.get(entity, ()))
        for entity, group in groups.items()
        if _asked(text, entity, group)
    )
    return tuple(sorted(found, key=lambda one: (-len(one.articles), -one.mentions, one.entity)))


def _entity(
    entity: str, seen: Sequence[Sighting], merged: Sequence[Merge], undone: Sequence[Merge]
) -> Entity:
    names: dict[str, list[Sighting]] = {}
    types: Counter[str] = Counter()
    for one in seen:
        names.setdefault(one.name, []).append(one)
        types[one.type] += one.mentions
    forms = sorted(
        (_name(name, group) for name, group in names.items()),
        key=lambda form: (-form.mentions, -len(form.name), form.name),
    )
    return Entity(
        entity=entity,
        type=min(types, key=lambda kind: (-types[kind], kind)),
        name=forms[0].name,
        mentions=sum(form.mentions for form in forms),
        articles=tuple(sorted({one.article for one in seen})),
        names=tuple(forms),
        merged=tuple(merged),
        undone=tuple(undone),
    )


def _name(name: str, seen: Sequence[Sighting]) -> NameSeen:
    reasons: Counter[str] = Counter()
    for one in seen:
        reasons[one.reason] += one.mentions
    ordered = sorted(reasons, key=lambda reason: (-reasons[reason], reason))
    return NameSeen(
        name=name,
        mentions=sum(one.mentions for one in seen),
        articles=len({one.article for one in seen}),
        reasons=tuple(ordered),
    )


def _asked(text: str, entity: str, seen: Iterable[Sighting]) -> bool:
    if not text or text in (entity, *(one.entity for one in seen)):
        return True
    plain = fold(text) == text.lower()

    def form(name: str) -> str:
        words = " ".join(spelling(name))
        return f" {fold(words) if plain else words}"

    forms = {entity.partition(":")[2], *(one.name for one in seen)}
    return any(form(text) in form(name) for name in forms)
