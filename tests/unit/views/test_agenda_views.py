"""How announced things stand on a day, and which are asked for."""

import datetime as dt

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.errors import DateError
from sukien.model import AgendaItem, Evidence, Reason
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


class Shelf:
    """What of a library the agenda asks for."""

    def __init__(self, *items):
        self._story = replace(
            story(annotated("Bão\nMưa.", "a", published="2025-05-01")), agenda=items
        )

    def stories(self, *, limit=None):
        return [self._story][:limit]

    def last_day(self):
        return self._story.last

    def story(self, _):
        return self._story

    def full_story_id(self, start):
        return start


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
    shelf = Shelf(item("2025-04-12"))
    assert story_lines(shelf.story("s"), dt.date(2025, 2, 1)) == ()


def test_what_is_closed_is_shown_when_asked_for():
    shelf = Shelf(item("2025-04-12", "done"), item("2025-06-01"), item("2025-03-10"))
    assert [line.state for line in agenda_page(shelf, Asked()).lines] == ["silent", "upcoming"]
    states = [line.state for line in agenda_page(shelf, Asked(everything=True)).lines]
    assert states == ["silent", "done", "upcoming"]


def test_the_days_asked_for_meet_those_of_an_item():
    shelf = Shelf(item("2025-06"), item("2025-08-01"))
    page = agenda_page(shelf, Asked(start="15/6/2025", end="2025-07-31"))
    assert [line.item.date for line in page.lines] == ["2025-06"]
    with pytest.raises(DateError):
        agenda_page(shelf, Asked(start="hôm nào"))


def test_now_is_the_day_of_the_last_article():
    assert agenda_page(Shelf(item("2025-06")), Asked()).now == "2025-05-01"
    assert agenda_page(Shelf(item("2025-06")), Asked(now="1/7/2025")).lines[0].state == "silent"


def test_what_went_silent_is_listed_the_latest_first():
    page = agenda_page(Shelf(item("2025-03-10"), item("2025-04-12"), item("2025-06-01")), Asked())
    assert [(group.state, [line.item.date for line in group.lines]) for group in page.groups] == [
        ("upcoming", ["2025-06-01"]),
        ("silent", ["2025-04-12", "2025-03-10"]),
    ]
    assert AgendaPage(now=None, lines=()).groups == ()


def test_a_calendar_takes_what_is_open_or_cancelled():
    shelf = Shelf(item("2025-04-12", "done"), item("2025-04-15", "cancelled"), item("2025-06-01"))
    assert [one.date for _, one in calendar_items(shelf, Asked())] == ["2025-04-15", "2025-06-01"]
    assert len(calendar_items(shelf, Asked(everything=True, story="s"))) == 3


def test_why_an_item_is_closed_in_words():
    done = item("2025-04-12", "done", reason=Reason("told_as_done", 1.0, "2025-04-12"))
    assert outcome_words(done, "en") == "told as done: 12 Apr 2025"
    assert outcome_words(item("2025-06-01"), "vi") == ""


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words(state):
    assert both(f"agenda_{state}")
