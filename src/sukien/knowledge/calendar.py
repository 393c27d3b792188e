"""The Vietnamese calendar: words for times, the tense of a sentence, holidays, lunar days."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from lunar_vn import convert_lunar_to_solar, solar_to_lunar

from sukien.knowledge.tables import read_table
from sukien.text.phrases import Phrases


class Holiday(NamedTuple):
    """A day with a name; a `day` of 0 is the last of the month."""

    lunar: bool
    month: int
    day: int


@cache
def time_words(role: str) -> Phrases[str]:
    """The words of `time_words.tsv` that play one role."""
    rows = read_table("time_words")
    return Phrases((row["phrase"], row["value"]) for row in rows if row["role"] == role)


@cache
def tense_words() -> tuple[tuple[str, str], ...]:
    """Words that place the dates of their sentence: (phrase, past or future)."""
    return tuple((row["phrase"], row["tense"]) for row in read_table("tense_words"))


@cache
def holidays() -> Phrases[Holiday]:
    """Named days."""
    rows = read_table("holidays")
    return Phrases(
        (row["phrase"], Holiday(row["calendar"] == "lunar", int(row["month"]), int(row["day"])))
        for row in rows
    )


@cache
def solar_day(year: int, month: int, day: int) -> dt.date | None:
    """The solar day of a Vietnamese lunar one, or None when there is none (1900 to 2100).

    A `day` of 0 is the last of the month. The calendar is that of UTC+7, after Hồ Ngọc Đức's
    "Computing the Vietnamese lunar calendar" (2004), as the package lunar-vn has it.
    """
    if day == 0:
        return solar_day(year, month, 30) or solar_day(year, month, 29)
    try:
        found = convert_lunar_to_solar(day, month, year)
    except ValueError:
        return None
    return found if solar_to_lunar(found).day == day else None
