"""Axes start at zero unless nobody would see a difference; days are told in few, short words."""

import datetime as dt

import pytest

from sukien.views.charts.scales import DayScale, days_of, tick_words, value_scale


@pytest.mark.parametrize(
    ("values", "low", "high", "broken"),
    [
        ([650, 1100], 0, 1500, False),
        ([2475, 2549], 2460, 2560, True),
        ([15, 16], 15, 16, True),
        ([-3, 4], -4, 4, False),
        ([-100, -98], -100, -98, True),
        ([0, 0], -1, 1, False),
        ([0.4, 0.9], 0, 1, False),
    ],
)
def test_an_axis_starts_at_zero_unless_values_are_close(values, low, high, broken):
    scale = value_scale(values)
    assert scale.low <= low
    assert scale.high >= high or scale.high == pytest.approx(high)
    assert scale.broken is broken
    assert 2 <= len(scale.marked) <= 8
    assert scale.share(scale.low) == 0.0
    assert scale.share(scale.high) == 1.0


@pytest.mark.parametrize(
    ("first", "last", "values"),
    [
        ("2021-04-29", "2021-05-01", ["2021-04-29", "XXXX-04-30", "XXXX-05-01"]),
        ("2024-01-20", "2024-06-20", ["2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]),
        ("2019-05-01", "2024-05-01", ["2020", "2021", "2022", "2023", "2024"]),
        ("0900-01-01", "2024-05-01", ["1000", "1500", "2000"]),
    ],
)
def test_days_months_or_years_are_told_by_the_stretch(first, last, values):
    scale = DayScale(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert [tick.value for tick in scale.ticks] == values
    assert [tick.minor for tick in scale.ticks][:3] == [False, True, False]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("2024-03-16", "16/3/2024", "16 Mar 2024"),
        ("XXXX-04-19", "19/4", "19 Apr"),
        ("2024-04", "T4/2024", "Apr 2024"),
        ("2024", "2024", "2024"),
    ],
)
def test_ticks_are_short(value, vi, en):
    assert (tick_words(value, "vi"), tick_words(value, "en")) == (vi, en)


def test_without_a_date_the_day_of_publication_counts():
    day = dt.date(2024, 3, 16)
    assert days_of(None, "2024-03-16T08:00:00+07:00") == (day, day)
    assert days_of("2024-03", "2024-05-01") == (dt.date(2024, 3, 1), dt.date(2024, 3, 31))
    assert days_of("FUTURE_REF", None) is None
