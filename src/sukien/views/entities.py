"""The entities of a library, with the names seen, why, and what was merged."""

from typing import Any

import msgspec

from sukien.library import Library
from sukien.link import Entity, NameSeen
from sukien.model import Merge, StoryEntity
from sukien.views.corrections import CorrectionLine, corrections_about
from sukien.views.language import LANGUAGES
from sukien.views.reasons import grounds_words
from sukien.views.traces import Traces, traces

PAGE = 40
_KINDS = {"PER": "people", "ORG": "bodies", "LOC": "places"}


class EntitiesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The entities asked for, those in most articles first; `count` is how many in all."""

    text: str
    entities: tuple[Entity, ...]
    count: int


class EntityPage(msgspec.Struct, frozen=True, kw_only=True):
    """One entity: its names, each with the reasons; what was merged and corrected; what it left."""

    entity: str
    type: str
    name: str
    mentions: int
    names: tuple[NameSeen, ...]
    merged: tuple[Merge, ...]
    undone: tuple[Merge, ...]
    traces: Traces
    corrections: tuple[CorrectionLine, ...] = ()

    @property
    def kind(self) -> str:
        """The phrase that heads entities of this type."""
        return _KINDS.get(self.type, "other_names")


def entities_page(library: Library, text: str = "", *, limit: int = PAGE) -> EntitiesPage:
    """The entities of a library, or those that are named so."""
    found = library.entities(text)
    return EntitiesPage(text=text, entities=found[:limit], count=len(found))


def entity_page(library: Library, entity: str) -> EntityPage:
    """One entity, by its id or one that was merged into it. Raises NotFoundError."""
    found = library.entity(entity)
    known = StoryEntity(
        entity=found.entity, name=found.name, type=found.type, mentions=found.mentions
    )
    return EntityPage(
        entity=found.entity,
        type=found.type,
        name=found.name,
        mentions=found.mentions,
        names=found.names,
        merged=found.merged,
        undone=found.undone,
        traces=traces(library, known),
        corrections=corrections_about(library, [found.entity, *(m.source for m in found.merged)]),
    )


def entity_record(entity: Entity) -> dict[str, Any]:
    """One entity as `entities --json` prints it."""
    return {
        "entity": entity.entity,
        "name": entity.name,
        "type": entity.type,
        "articles": entity.articles,
        "mentions": entity.mentions,
        "names": [_name_record(name) for name in entity.names],
        "merged": [merge_record(merge) for merge in entity.merged],
        "undone": [merge_record(merge) for merge in entity.undone],
    }


def _name_record(name: NameSeen) -> dict[str, Any]:
    known = {"name": name.name, "mentions": name.mentions, "articles": name.articles}
    return {**known, "why": _in_words(name.reasons[:1])}


def merge_record(merge: Merge) -> dict[str, Any]:
    """One merge as JSON shows it, its reasons in words."""
    return {
        "source": merge.source,
        "target": merge.target,
        "by_hand": merge.by_hand,
        "undone": merge.undone,
        "reasons": merge.reasons,
        "why": _in_words(merge.reasons),
    }


def _in_words(reasons: tuple[str, ...]) -> dict[str, str]:
    return {language: grounds_words(reasons, language) for language in LANGUAGES}
