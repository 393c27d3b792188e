"""What marks and verdicts mean, and what could not be read."""

from sukien.library import Library
from sukien.views.about import about_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(_asked: Asked, library: Library) -> Shown:
    """What marks and verdicts mean, and what could not be read."""
    return Shown(about_page(library), "about.html")
