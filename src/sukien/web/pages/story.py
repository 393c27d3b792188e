"""The page of a story."""

from sukien.library import Library
from sukien.views.chronology import Window, asked
from sukien.views.stories import story_page
from sukien.web.answers import Moved, Shown
from sukien.web.asked import Asked


def answer(wanted: Asked, library: Library) -> Shown | Moved:
    """One story, all that `all` names of it; a former address leads to what the story is now."""
    view = story_page(library, wanted.id, window=window(wanted), since=wanted.day("since"))
    if view.id != wanted.id:
        return Moved(view.id)
    return Shown(view, "story.html", {"every": wanted.text("all")})


def window(wanted: Asked) -> Window | None:
    """The part of the timeline from the day `from` to the day `to`."""
    return asked(wanted.day("from"), wanted.day("to"))
