"""What people corrected."""

from sukien.library import Library
from sukien.views.corrections import corrections_log
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """Every correction, the latest first, fifty on a page."""
    return Shown(corrections_log(library, number=asked.number("page")), "corrections.html")
