"""Where a story happens: places on a map of coasts, without borders."""

from sukien.views.maps.page import Happened, MapExtent, MapPlace, StoryMap, Unplaced
from sukien.views.maps.story import place_map, story_map

__all__ = [
    "Happened",
    "MapExtent",
    "MapPlace",
    "StoryMap",
    "Unplaced",
    "place_map",
    "story_map",
]
