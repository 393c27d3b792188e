"""What is announced, as a calendar that other programs subscribe to: iCalendar, RFC 5545.

Written with the package icalendar, the extra `calendar`. The same agenda gives the same bytes: the
time stamp is the day of announcement and the UID comes from the content.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from types import ModuleType

from sukien.errors import MissingExtraError
from sukien.export.base import Exporter
from sukien.model import AgendaItem, AnnotatedArticle, Evidence, Story, content_id
from sukien.tell.dates import days

_PRODUCT = "-//Sukien//Agenda//VI"
_NO_DAY = "1970-01-01"
_STATUS = {"cancelled": "CANCELLED", "done": "CONFIRMED"}
Announced = tuple[Story, AgendaItem]


def write(stories: Iterable[Story], _articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """The calendar of everything that the stories announce."""
    yield calendar((story, item) for story in stories for item in story.agenda)


def calendar(announced: Iterable[Announced]) -> str:
    """The items as one calendar, by date; a moved one stands under its new date alone.

    An item is an all-day event of all the days that its date allows; a date wider than a day is
    told in its comment. Raises MissingExtraError when the package is not installed.
    """
    ics = _icalendar()
    found = ics.Calendar()
    for name, value in (("prodid", _PRODUCT), ("version", "2.0"), ("x-wr-calname", "Sukien")):
        found.add(name, value)
    rows = [row for row in announced if days(row[1].date) is not None]
    for story, item in sorted(rows, key=_order):
        if item.outcome != "moved" or item.moved_to is None:
            found.add_component(_event(ics, story, item))
    written: bytes = found.to_ical()
    return written.decode("utf-8")


def _event(ics: ModuleType, story: Story, item: AgendaItem) -> object:
    first, last = days(item.date) or (dt.date.min, dt.date.min)
    chain = _chain(story, item)
    event = ics.Event()
    event.add("uid", f"{_identity(chain[0])}@sukien")
    event.add("dtstamp", _stamp(item))
    event.add("dtstart", first)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("summary", item.text)
    event.add("description", "\n".join(_details(story, item)))
    event.add("categories", [story.label])
    event.add("status", _STATUS.get(item.outcome, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("sequence", len(chain) - 1)
    if first != last:
        event.add("comment", f"{item.date}: {first.isoformat()} – {last.isoformat()}")
    return event


def _details(story: Story, item: AgendaItem) -> list[str]:
    """Who announced it, in which story, and where that stands."""
    places = [_place(evidence) for evidence in (*item.evidence, *item.closing)]
    return [line for line in (item.by, story.label, " ".join(places)) if line]


def _place(evidence: Evidence) -> str:
    return f"[{evidence.article}:{evidence.start}-{evidence.end}]"


def _stamp(item: AgendaItem) -> dt.datetime:
    day = dt.date.fromisoformat(item.announced or _NO_DAY)
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _chain(story: Story, item: AgendaItem) -> list[AgendaItem]:
    """The item with those before it that were moved to its date, the first of them first."""
    chain = [item]
    while len(chain) <= len(story.agenda):
        before = next((old for old in story.agenda if _leads_to(old, chain[0])), None)
        if before is None or before in chain:
            break
        chain.insert(0, before)
    return chain


def _leads_to(old: AgendaItem, new: AgendaItem) -> bool:
    return old.moved_to == new.date and bool(set(old.closing) & set(new.evidence))


def _identity(item: AgendaItem) -> str:
    """An id from the date and the first proof, in the order of articles' ids."""
    first = min(_place(evidence) for evidence in item.evidence)
    return content_id(item.date, first)


def _order(row: Announced) -> tuple[dt.date, str, str]:
    span = days(row[1].date)
    return (span[0] if span else dt.date.min, row[0].id, row[1].text)


def _icalendar() -> ModuleType:
    try:
        import icalendar  # noqa: PLC0415  an extra, and slow to import
    except ImportError:
        raise MissingExtraError(
            "calendars need the package icalendar: pip install 'sukien[calendar]'"
        ) from None
    return icalendar


ICALENDAR = Exporter("icalendar", "what is announced, for a calendar program", write)
