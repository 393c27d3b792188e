"""The page of a search."""

from sukien.library import Library
from sukien.views.stories import search_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked

_LAST_PAGE = 25


def answer(asked: Asked, library: Library) -> Shown:
    """What a search finds."""
    number = min(asked.number("page"), _LAST_PAGE)
    view = search_page(library, asked.text("q"), number=number)
    return Shown(view, "search.html", {"last": number == _LAST_PAGE})
