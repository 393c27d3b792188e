"""The agenda, and the same for calendar programs."""

from sukien.export.icalendar import calendar
from sukien.library import Library
from sukien.views.agenda import Asked as Wanted
from sukien.views.agenda import agenda_page, calendar_items
from sukien.web.answers import Shown, Written
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """What is announced and what became of it."""
    wanted = _wanted(asked)
    return Shown(agenda_page(library, wanted), "agenda.html", {"everything": wanted.everything})


def calendar_file(asked: Asked, library: Library) -> Written:
    """The same for a calendar program."""
    written = calendar(calendar_items(library, _wanted(asked)))
    return Written(written.encode(), "text/calendar; charset=utf-8")


def _wanted(asked: Asked) -> Wanted:
    return Wanted(
        story=asked.text("story") or None,
        start=asked.day("from"),
        end=asked.day("to"),
        now=asked.day("now"),
        everything=asked.has("all"),
    )
