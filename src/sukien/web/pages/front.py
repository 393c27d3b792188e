"""The front page."""

from sukien.library import Library
from sukien.views.front import FrontAsked, front_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """The stories by weight, what is new, contradicted and coming."""
    wanted = FrontAsked(
        section=asked.text("section") or None,
        start=asked.day("from"),
        end=asked.day("to"),
        number=asked.number("page"),
    )
    return Shown(front_page(library, wanted), "stories.html")
