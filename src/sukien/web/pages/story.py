"""The page of a story."""

from sukien.library import Library
from sukien.views.stories import story_page
from sukien.web.answers import Moved, Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown | Moved:
    """One story; the address of a story that is another now leads there."""
    view = story_page(library, asked.id)
    return Shown(view, "story.html") if view.id == asked.id else Moved(view.id)
