import pytest

from sukien.views.chronology.stretches import Stretch, stretch
from sukien.views.chronology.ticks import UNITS, bins, context_words, moment_words, ticks
from sukien.views.chronology.windows import Window


def written(first, last, most=12, language="vi"):
    found = ticks(Window(first, last).stretch, most)
    return [
        moment_words(one, language) + (f" | {context_words(one, language)}" if one.context else "")
        for one in found
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-05-19", "2024-05-19", ["0 giờ | 19/5/2024", "2 giờ", "4 giờ"]),
        ("2024-05-19", "2024-05-21", ["0 giờ | 19/5/2024", "6 giờ", "12 giờ"]),
        ("2024-05-30", "2024-06-05", ["30/5 | tháng 5/2024", "31/5", "1/6 | tháng 6/2024"]),
        ("2024-03-01", "2024-05-20", ["4/3 | 2024", "11/3", "18/3"]),
        ("2023-11-01", "2024-08-31", ["tháng 11 | 2023", "tháng 12", "tháng 1 | 2024"]),
        ("2023-02-01", "2024-12-31", ["quý II | 2023", "quý III", "quý IV", "quý I | 2024"]),
        ("2019-03-01", "2024-12-31", ["2020", "2021", "2022", "2023", "2024"]),
        ("1960-01-01", "2024-12-31", ["1960", "1970", "1980"]),
    ],
)
def test_an_axis_has_the_unit_that_fits(first, last, words):
    assert written(first, last)[: len(words)] == words


def test_an_axis_in_english():
    assert written("2023-11-01", "2024-08-31", language="en")[:3] == [
        "Nov | 2023",
        "Dec",
        "Jan | 2024",
    ]
    assert written("2024-05-19", "2024-05-19", language="en")[1] == "2:00"


PAIRS = [
    (value, unit)
    for value in ("2024-05-19", "2024-02", "2024", "0001", "9999")
    for unit in UNITS
    if stretch(value).width / unit.days <= 3000
]


@pytest.mark.parametrize(("value", "unit"), PAIRS)
def test_every_unit_stays_within_what_is_shown(value, unit):
    span = stretch(value)
    moments = list(unit.moments(span))
    assert moments == sorted(set(moments))
    assert all(span.start - 1e-5 <= moment <= span.end + 1e-5 for moment in moments)
    assert len(moments) <= span.width / unit.days * 1.2 + 2


def test_all_of_the_calendar_has_an_axis():
    found = ticks(Window("0001-01-01", "9999-12-31").stretch, 12)
    assert 5 <= len(found) <= 12
    assert moment_words(found[0]) == "1000"


def test_articles_are_counted_by_day_week_month_or_year():
    week = Window("2024-03-05", "2024-03-19").stretch
    assert bins(week, 20)[0] == "day"
    unit, borders = bins(week, 3)
    assert unit == "week"
    assert borders == (week.start, week.start + 6, week.start + 13, week.end)
    assert bins(Stretch(1, 3_000_000), 5)[0] == "year"
