"""The day an article without a date was written, and the years of its days, as its text tells.

`Sáng nay (25/1)`: what happened `hôm nay`, `tối qua` has a day. `16/5/2018` gives every `16/5` its
year.
"""

import datetime
from collections.abc import Mapping, Sequence

import msgspec

from sukien.annotate.clauses.rows import Row
from sukien.annotate.quotes.cues import cue_at
from sukien.model import Time

_DAY = 10
_OPEN = "XXXX-XX-XX"
_YEAR = "XXXX"
_LEAP, _DECIDES = 2024, (2, 29)
_HEAD = 3
_REACH = 40


def written(rows: Sequence[Row], times: Mapping[int, Time]) -> Mapping[int, Time]:
    """The times, with the days and years that the text itself proves."""
    years = _years(times)
    day = _day(rows, times) if any(_is_open(time) for time in times.values()) else None
    texts = {unit.start: unit.text for row in rows for unit in row if unit.start in times}
    return {
        start: msgspec.structs.replace(
            time, value=_proved(time.value, texts.get(start, ""), day, years)
        )
        for start, time in times.items()
    }


def _is_open(time: Time) -> bool:
    return time.value.startswith(_OPEN)


def _years(times: Mapping[int, Time]) -> dict[str, str]:
    """Of each day and month that is told with its year the year; none when there are several."""
    found: dict[str, set[str]] = {}
    for time in times.values():
        value = time.value[:_DAY]
        if len(value) == _DAY and value.replace("-", "").isdigit():
            found.setdefault(value[4:], set()).add(value[:4])
    return {day: min(years) for day, years in found.items() if len(years) == 1}


def _proved(value: str, text: str, day: str | None, years: Mapping[str, str]) -> str:
    if day and value.startswith(_OPEN):
        words = text.split()
        if "nay" in words:
            value = day + value[_DAY:]
        elif "qua" in words:
            value = _before(day) + value[_DAY:]
    if value.startswith(_YEAR):
        return years.get(value[4:_DAY], _YEAR) + value[4:]
    return value


def _before(day: str) -> str:
    """The day before `XXXX-03-16`; unknown before 1 March, where the year decides."""
    month, number = int(day[5:7]), int(day[8:10])
    one = datetime.date(_LEAP, month, number) - datetime.timedelta(days=1)
    return _OPEN if (one.month, one.day) == _DECIDES else f"{day[:5]}{one.month:02}-{one.day:02}"


def _day(rows: Sequence[Row], times: Mapping[int, Time]) -> str | None:
    """The day of writing: the only day told, the one behind `hôm nay`, or when one spoke."""
    days = {time.value[:_DAY] for time in times.values() if _is_day(time.value)}
    if len(days) == 1:
        return min(days)
    return _aside(rows, times) or _of_talk(rows, times)


def _is_day(value: str) -> bool:
    return len(value) >= _DAY and value[5:_DAY].replace("-", "").isdigit()


def _aside(rows: Sequence[Row], times: Mapping[int, Time]) -> str | None:
    """`hôm nay (25/1)`."""
    for row in rows:
        for one, mark, other in zip(row, row[1:], row[2:], strict=False):
            if mark.text == "(" and one.start in times and other.start in times:
                day = times[other.start].value
                if "nay" in one.text.split() and _is_open(times[one.start]) and _is_day(day):
                    return day[:_DAY]
    return None


def _of_talk(rows: Sequence[Row], times: Mapping[int, Time]) -> str | None:
    """`Sáng 25/1, ông Nam cho biết ...`: the first such day."""
    for row in rows:
        heads = (times[unit.start].value for unit in row[:_HEAD] if unit.start in times)
        day = next((value[:_DAY] for value in heads if _is_day(value)), None)
        if day and any(cue_at(row, index) for index in range(min(len(row), _REACH))):
            return day
    return None
