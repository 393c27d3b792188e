"""The page of somebody, something or somewhere."""

from sukien.library import Library
from sukien.views.entities import entity_page
from sukien.views.traces import SHOWN
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """Who or what has that id: what it said and did, its stories, names and articles."""
    shown = asked.text("show") if asked.text("show") in SHOWN else SHOWN[0]
    return Shown(entity_page(library, asked.id), "entity.html", {"shown": shown, "shows": SHOWN})
