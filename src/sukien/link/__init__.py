"""From the entities of single articles to those of a library: which ids are one entity."""

from sukien.link.by_hand import merge_by_hand, standing, unmerge_by_hand
from sukien.link.decide import find_merges
from sukien.link.entities import Entity, NameSeen, entities
from sukien.link.resolve import Resolution, named
from sukien.link.sightings import sightings

VERSION = 1

__all__ = [
    "VERSION",
    "Entity",
    "NameSeen",
    "Resolution",
    "entities",
    "find_merges",
    "merge_by_hand",
    "named",
    "sightings",
    "standing",
    "unmerge_by_hand",
]
