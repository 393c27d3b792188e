import pytest

from sukien.views.chronology.stretches import stretch
from sukien.views.chronology.windows import Window, asked, hull, moves, opening, window_of

WHOLE = Window("1960-01-01", "2024-12-31")


def spans(*values):
    return [stretch(value) for value in values]


def test_a_hull_holds_all_days_that_are_touched():
    assert hull(spans("2024-03-16", "2024-05")) == Window("2024-03-16", "2024-05-31")
    assert hull([]) is None
    assert window_of(stretch("2024-05-19T19:02").start, stretch("2024-05-19T19:02").end) == Window(
        "2024-05-19", "2024-05-19"
    )


def test_a_timeline_opens_on_the_days_of_its_articles_and_what_is_near():
    told = Window("2024-04-01", "2024-04-20")
    near = spans("2024-03-16", "2024-05-05", "2019", "2031-01-01")
    assert opening(near, told) == Window("2024-03-16", "2024-05-05")
    assert opening(spans("2019"), told) == told
    assert opening(spans("2019", "2021-02-03"), None) == Window("2019-01-01", "2021-02-03")
    assert opening([], None) is None


@pytest.mark.parametrize(
    ("first", "last"), [(None, "2024-01-01"), ("2024-01-01", None), ("2024-01-02", "2024-01-01")]
)
def test_a_window_that_makes_no_sense_counts_as_none(first, last):
    assert asked(first, last) is None


def test_one_step_nearer_is_half_one_wider_is_double():
    found = moves(Window("2024-03-01", "2024-03-10"), WHOLE)
    assert found.nearer == Window("2024-03-03", "2024-03-07")
    assert found.wider == Window("2024-02-25", "2024-03-15")
    assert found.earlier == Window("2024-02-25", "2024-03-05")
    assert found.later == Window("2024-03-06", "2024-03-15")
    assert found.whole == WHOLE


def test_no_step_leads_to_where_nothing_more_is():
    found = moves(WHOLE, WHOLE)
    assert found[1:] == (None, None, None, None)
    assert moves(Window("2024-03-01", "2024-03-01"), WHOLE).nearer is None
    assert moves(Window("2024-03-01", "2024-03-02"), WHOLE).nearer.length == 1


def test_the_ends_of_the_calendar_are_no_trouble():
    edge = Window("9999-12-30", "9999-12-31")
    assert moves(edge, Window("0001-01-01", "9999-12-31")).later is None
    assert moves(edge, Window("0001-01-01", "9999-12-31")).earlier == Window(
        "9999-12-29", "9999-12-30"
    )
