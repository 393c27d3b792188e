import pytest

from sukien.views.chronology.stretches import FIRST, LAST, iso, ordinal, stretch


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-16", "2024-03-16", "2024-03-16"),
        ("2024-03", "2024-03-01", "2024-03-31"),
        ("2024-W11", "2024-03-11", "2024-03-17"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2024-05-19T24:30", "2024-05-19", "2024-05-19"),
    ],
)
def test_a_value_covers_its_days(value, first, last):
    found = stretch(value)
    assert (found.start, found.end) == (ordinal(first), ordinal(last) + 1)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-05-19T19:02", 19 + 2 / 60, 19 + 3 / 60),
        ("2024-05-19T19", 19, 20),
        ("2024-05-19TMO", 5, 11),
        ("2024-05-19TDT", 6, 18),
    ],
)
def test_a_clock_narrows_a_day_to_hours(value, start, end):
    found, day = stretch(value), ordinal("2024-05-19")
    assert 24 * (found.start - day) == pytest.approx(start)
    assert 24 * (found.end - day) == pytest.approx(end)


@pytest.mark.parametrize("value", ["XXXX-03-16", "196X", "", "2024-13", "2023-02-29", "hôm qua"])
def test_what_no_calendar_has_is_nowhere(value):
    assert stretch(value) is None


def test_days_stay_within_the_calendar():
    assert (iso(-5), iso(LAST + 9)) == ("0001-01-01", "9999-12-31")
    assert ordinal(iso(FIRST)) == FIRST
