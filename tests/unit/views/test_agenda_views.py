"""How announced things stand on a day, and which are asked for."""

import datetime as dt
from contextlib import ExitStack

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.errors import DateError
from sukien.library import open_library
from sukien.model import AgendaItem, Evidence, Reason
from sukien.store import open_sqlite
from sukien.views.agenda import (
    STATES,
    AgendaPage,
    Asked,
    agenda_page,
    calendar_items,
    outcome_words,
    state_of,
    story_lines,
)
from sukien.views.language import both

PROOF = Evidence(article="a", start=0, end=3)


def item(date, outcome="announced", **known):
    known = {"announced": "2025-03-01", "closed": "2025-04-20", **known}
    if outcome == "announced":
        known["closed"] = None
    return AgendaItem(date=date, text="Hội chợ", evidence=(PROOF,), outcome=outcome, **known)


LAST = annotated("Bão\nMưa.", "a", published="2025-05-01")


def announcing(*items):
    return replace(story(LAST), agenda=items)


@pytest.fixture
def shelve(tmp_path):
    """A library of one story that announces these items."""
    with ExitStack() as opened:

        def shelf(*items):
            path = tmp_path / "a.sukien"
            store = open_sqlite(path, create=True)
            store.put_articles([LAST], "hand")
            store.put_stories([announcing(*items)])
            store.close()
            return opened.enter_context(open_library(path, refresh=False))

        yield shelf


@pytest.mark.parametrize(
    ("date", "outcome", "now", "state"),
    [
        ("2025-04-12", "announced", "2025-04-12", "upcoming"),
        ("2025-04-12", "announced", "2025-04-13", "silent"),
        ("2025-04", "announced", "2025-04-30", "upcoming"),
        ("2025-04", "announced", "2025-05-01", "silent"),
        ("2025-04-12", "done", "2025-05-01", "done"),
        ("2025-04-12", "cancelled", "2025-04-01", "upcoming"),
        ("2025-04-12", "moved", "2025-04-20", "moved"),
        ("2025-04-12", "announced", None, "upcoming"),
    ],
)
def test_how_an_item_stands_on_a_day(date, outcome, now, state):
    assert state_of(item(date, outcome), now and dt.date.fromisoformat(now)) == state
    assert state in STATES


def test_what_was_not_announced_yet_is_not_shown():
    assert story_lines(announcing(item("2025-04-12")), dt.date(2025, 2, 1)) == ()


def test_what_is_closed_is_shown_when_asked_for(shelve):
    shelf = shelve(item("2025-04-12", "done"), item("2025-06-01"), item("2025-03-10"))
    assert [line.state for line in agenda_page(shelf, Asked()).lines] == ["silent", "upcoming"]
    states = [line.state for line in agenda_page(shelf, Asked(everything=True)).lines]
    assert states == ["silent", "done", "upcoming"]


def test_the_days_asked_for_meet_those_of_an_item(shelve):
    shelf = shelve(item("2025-06"), item("2025-08-01"))
    page = agenda_page(shelf, Asked(start="15/6/2025", end="2025-07-31"))
    assert [line.item.date for line in page.lines] == ["2025-06"]
    with pytest.raises(DateError):
        agenda_page(shelf, Asked(start="hôm nào"))


def test_now_is_the_day_of_the_last_article(shelve):
    assert agenda_page(shelve(item("2025-06")), Asked()).now == "2025-05-01"
    assert agenda_page(shelve(item("2025-06")), Asked(now="1/7/2025")).lines[0].state == "silent"


def test_what_went_silent_is_listed_the_latest_first(shelve):
    page = agenda_page(shelve(item("2025-03-10"), item("2025-04-12"), item("2025-06-01")), Asked())
    assert [(group.state, [line.item.date for line in group.lines]) for group in page.groups] == [
        ("upcoming", ["2025-06-01"]),
        ("silent", ["2025-04-12", "2025-03-10"]),
    ]
    assert AgendaPage(now=None, lines=()).groups == ()


def test_a_calendar_takes_what_is_open_or_cancelled(shelve):
    shelf = shelve(item("2025-04-12", "done"), item("2025-04-15", "cancelled"), item("2025-06-01"))
    assert [one.date for _, one in calendar_items(shelf, Asked())] == ["2025-04-15", "2025-06-01"]
    assert len(calendar_items(shelf, Asked(everything=True, story="s1"))) == 3
    assert [one.date for _, one in calendar_items(shelf, Asked(), limit=1)] == ["2025-04-15"]


def test_one_state_is_listed_page_by_page_with_the_counts_of_all(shelve):
    library = shelve(*(item(f"2025-04-{day:02d}") for day in range(1, 8)), item("2025-05-20"))
    page = agenda_page(library, Asked(state="silent"), number=2, limit=3)
    assert [line.item.date for line in page.lines] == ["2025-04-04", "2025-04-03", "2025-04-02"]
    assert (page.number, page.pages, page.counts) == (2, 3, {"silent": 7, "upcoming": 1})
    assert page.tabs[:2] == (("upcoming", 1), ("silent", 7))
    assert page.months == {"2025-04": 7}
    assert agenda_page(library, Asked(state="done"), number=9, limit=3).number == 1


def test_items_stand_by_week_or_month_and_long_ones_last(shelve):
    library = shelve(item("2025-05"), item("2025-05-05"), item("2025-05-09"), item("2025-12-31"),
                     item("2025-06"))  # fmt: skip
    asked = Asked(state="upcoming", story="s1")
    page = agenda_page(library, asked)
    found = [(one.date, [line.item.date for line in one.lines]) for one in page.stretches]
    assert found == [
        ("2025-05", ["2025-05"]),
        ("2025-W19", ["2025-05-05", "2025-05-09"]),
        ("2025-06", ["2025-06"]),
        ("2026-W01", ["2025-12-31"]),
    ]
    assert page.label == "Bão số 3"
    by_month = agenda_page(library, asked, by="month").stretches
    assert [one.date for one in by_month] == ["2025-05", "2025-06", "2025-12"]
    begun = agenda_page(library, Asked(state="upcoming", now="2025-05-20"))
    assert [one.date for one in begun.stretches] == ["2025-06", "2026-W01", ""]
    assert agenda_page(library, asked, by="century").by == "week"


def test_a_calendar_of_one_state_takes_no_other(shelve):
    shelf = shelve(item("2025-04-12", "done"), item("2025-06-01"))
    [(told, one)] = calendar_items(shelf, Asked(state="done"))
    assert (told.label, one.date, told.agenda) == ("Bão số 3", "2025-04-12", ())


def test_a_calendar_follows_what_was_moved(shelve):
    shelf = shelve(item("2025-04-12", "moved", moved_to="2025-06-01"), item("2025-06-01"))
    [(told, one)] = calendar_items(shelf, Asked())
    assert (one.date, [each.date for each in told.agenda]) == (
        "2025-06-01",
        ["2025-04-12", "2025-06-01"],
    )


def test_why_an_item_is_closed_in_words():
    done = item("2025-04-12", "done", reason=Reason("told_as_done", 1.0, "2025-04-12"))
    assert outcome_words(done, "en") == "told as done: 12 Apr 2025"
    assert outcome_words(item("2025-06-01"), "vi") == ""


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words(state):
    assert both(f"agenda_{state}")
