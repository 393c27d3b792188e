"""From the entities of single articles to those of a library: which ids are one entity."""

from sukien.link.decide import find_merges
from sukien.link.resolve import Resolution
from sukien.link.sightings import sightings

__all__ = ["Resolution", "find_merges", "sightings"]
