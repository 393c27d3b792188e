"""The agenda, and the same for calendar programs."""

from msgspec.structs import replace

from sukien.export.icalendar import calendar
from sukien.library import Library
from sukien.tell.dates import shifted
from sukien.views.agenda import PAGE, STATES, STRETCHES, agenda_page, calendar_items
from sukien.views.agenda import Asked as Wanted
from sukien.web.answers import Shown, Written
from sukien.web.asked import Asked

_PAST, _AHEAD, _MOST = 30, 365, 300


def answer(asked: Asked, library: Library) -> Shown:
    """What is announced and what became of it, one state at a time."""
    wanted = _wanted(asked, STATES[0])
    by = asked.text("by") or STRETCHES[0]
    view = agenda_page(library, wanted, number=asked.number("page"), limit=PAGE, by=by)
    return Shown(view, "agenda.html")


def calendar_file(asked: Asked, library: Library) -> Written:
    """The same for a calendar program; without a state, all that a calendar takes.

    Without `from` it begins a month before the day from which it is seen, without `to` it ends a
    year after it, and it has the first 300 items: nobody subscribes to what is long past or far
    away, and a large library announces thousands of things.
    """
    wanted = _wanted(asked, None)
    seen = wanted.now or library.last_day()
    if seen is not None:
        start = wanted.start or shifted(seen[:10], -_PAST)
        wanted = replace(
            wanted, start=start, end=wanted.end or shifted(max(seen[:10], start), _AHEAD)
        )
    written = calendar(calendar_items(library, wanted, limit=_MOST))
    return Written(written.encode(), "text/calendar; charset=utf-8")


def _wanted(asked: Asked, otherwise: str | None) -> Wanted:
    state = asked.text("state")
    return Wanted(
        story=asked.text("story") or None,
        start=asked.day("from"),
        end=asked.day("to"),
        now=asked.day("now"),
        everything=asked.has("all"),
        state=state if state in STATES else None if asked.has("all") else otherwise,
    )
