"""Calendars, read back with the package that writes them."""

import datetime as dt
import sys

import icalendar
import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.errors import MissingExtraError
from sukien.export.icalendar import ICALENDAR, calendar
from sukien.model import AgendaItem, Evidence, Story


def proof(article="bao", start=0):
    return Evidence(article=article, start=start, end=start + 5)


def item(date="2025-09-15", **known):
    known = {"text": "Rút quân xong, muộn nhất 15/9.", "evidence": (proof(),)} | known
    return AgendaItem(date=date, announced="2025-05-19", by="Bộ Quốc phòng", **known)


def with_agenda(*items) -> Story:
    return replace(story(annotated("Bão đến\nMưa to.", "bao")), agenda=items)


def events(*items):
    [written] = ICALENDAR.write([with_agenda(*items)], [])
    return icalendar.Calendar.from_ical(written).walk("VEVENT")


def test_an_item_is_an_event_of_the_whole_day():
    [event] = events(item())
    assert event["DTSTART"].dt == dt.date(2025, 9, 15)
    assert event["DTEND"].dt == dt.date(2025, 9, 16)
    assert event["DTSTAMP"].dt == dt.datetime(2025, 5, 19, tzinfo=dt.UTC)
    assert event["SUMMARY"] == "Rút quân xong, muộn nhất 15/9."
    assert "Bộ Quốc phòng" in event["DESCRIPTION"]
    assert "[bao:0-5]" in event["DESCRIPTION"]
    assert event["STATUS"] == "TENTATIVE"
    assert "COMMENT" not in event


def test_a_month_spans_its_days_and_says_so():
    [event] = events(item("2025-09"))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2025, 9, 1), dt.date(2025, 10, 1))
    assert event["COMMENT"].startswith("2025-09:")


def test_what_is_cancelled_stays_and_says_so():
    [event] = events(item(outcome="cancelled", closing=(proof("b"),)))
    assert event["STATUS"] == "CANCELLED"
    assert "[b:0-5]" in event["DESCRIPTION"]


def test_what_is_moved_stands_under_its_new_date_with_the_same_id():
    moving = proof("b", 7)
    old = item(outcome="moved", moved_to="2025-10-01", closing=(moving,))
    new = item("2025-10-01", evidence=(moving,))
    [event] = events(old, new)
    [alone] = events(item())
    assert event["DTSTART"].dt == dt.date(2025, 10, 1)
    assert event["UID"] == alone["UID"]
    assert event["SEQUENCE"] == 1


def test_the_same_agenda_gives_the_same_bytes_in_any_order():
    one, other = item(), item("2025-09", text="Hội chợ mở cửa.", evidence=(proof("c"),))
    first = calendar([(with_agenda(), one), (with_agenda(), other)])
    assert first == calendar([(with_agenda(), other), (with_agenda(), one)])


def test_without_the_package_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'sukien\[calendar\]'"):
        calendar([])
