"""The page of somebody, something or somewhere."""

from sukien.library import Library
from sukien.views.entities import entity_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """Who or what has that id: the names seen, what was merged and why, the articles."""
    return Shown(entity_page(library, asked.id), "entity.html")
