"""The Vietnamese calendar."""

import datetime as dt

import pytest

from sukien.knowledge.calendar import solar_day


@pytest.mark.parametrize(
    ("year", "solar"),
    [
        (1985, dt.date(1985, 1, 21)),  # a month before the Chinese one
        (2007, dt.date(2007, 2, 17)),  # a day before the Chinese one
        (2021, dt.date(2021, 2, 12)),
        (2024, dt.date(2024, 2, 10)),
        (2030, dt.date(2030, 2, 2)),
    ],
)
def test_new_year_is_the_vietnamese_one(year: int, solar: dt.date) -> None:
    assert solar_day(year, 1, 1) == solar


def test_the_last_day_of_the_year_is_the_day_before_new_year() -> None:
    assert solar_day(2023, 12, 0) == dt.date(2024, 2, 9)
    assert solar_day(2024, 12, 0) == dt.date(2025, 1, 28)


@pytest.mark.parametrize(("year", "month", "day"), [(2024, 1, 30), (2024, 13, 1), (1500, 1, 1)])
def test_a_day_that_the_calendar_does_not_have(year: int, month: int, day: int) -> None:
    assert solar_day(year, month, day) is None
