"""The front page."""

from sukien.library import Library
from sukien.views.stories import stories_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """The stories, newest first."""
    return Shown(stories_page(library, number=asked.number("page")), "stories.html")
