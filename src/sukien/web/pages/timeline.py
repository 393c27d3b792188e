"""The timeline of a story alone."""

from sukien.library import Library
from sukien.views.timelines import timeline_page
from sukien.web.answers import Moved, Shown
from sukien.web.asked import Asked
from sukien.web.pages.story import window


def answer(wanted: Asked, library: Library) -> Shown | Moved:
    """The graphic of a story within a window, and the lines that lie in it."""
    view = timeline_page(library, wanted.id, window=window(wanted), since=wanted.day("since"))
    return Shown(view, "timeline.html") if view.id == wanted.id else Moved(view.id)
