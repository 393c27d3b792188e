"""Dates of publication as people and machines write them, as ISO 8601.

A date stays a date and a time a time: nothing finer than what was written. A time in UTC is given
as the same instant at the clock of Việt Nam (UTC+7), so that its first ten characters are the day
on which it was read there.
"""

import datetime as dt
import re

from sukien.errors import DateError

VIETNAM = dt.timezone(dt.timedelta(hours=7))
_LONGEST = 80

_UNBROKEN = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?=T|\s*$)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})(?!\d)")
_IN_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,|\s+năm)\s+(\d{4})(?!\d)", re.IGNORECASE
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(_MONTHS)})[a-z]*\.?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})[:hg](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)\s*(am|pm|sa|ch)?(?![^\W\d_Zz])",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(Z(?![^\W_])|(?:GMT|UTC)(?!\s*[-+]\d)|(?:GMT|UTC)?\s*[-+]\d{1,2}(?::?\d{2})?(?!\d))"
)
_OFFSET = re.compile(r"([-+])(\d{1,2}):?(\d{2})?$")


def normalize_date(value: str) -> str:
    """`value` as an ISO 8601 date or time; raises DateError when it is none.

    Understood are `2024-03-16`, `2024-03-16T20:30+07:00`, `16/3/2024`, `20:30 16/3/2024`,
    `16 tháng 3 năm 2024` and `Sat, 16 Mar 2024 20:30:00 +0700`, a weekday's name before or after.
    """
    broken = _UNBROKEN.sub(r"\1-\2-\3", value, count=1)
    found = find_date(broken) if len(value) <= _LONGEST else None
    if found is None or any(c.isdigit() for c in found[1]):
        raise DateError(
            f"'{value[:_LONGEST]}' is not a date; write it as 2024-03-16, 16/3/2024 "
            "or, with a time, 2024-03-16T20:30+07:00"
        )
    return found[0]


def find_date(text: str) -> tuple[str, str] | None:
    """The first date in `text`, with its time, as ISO 8601; and the text without them."""
    found = _find_day(text)
    if found is None:
        return None
    day, rest = found
    clock = _CLOCK.search(rest)
    if clock is None:
        return day.isoformat(), rest
    time = _to_time(clock)
    if time is None:
        return None
    before, after = rest[: clock.start()], rest[clock.end() :]
    zone = _ZONE.search(after)
    tail = after if zone is None else after[: zone.start()] + after[zone.end() :]
    moment = dt.datetime.combine(day, time, _to_zone(zone.group(1)) if zone else None)
    return _to_iso(moment, seconds=bool(clock.group(3))), before + tail


def _find_day(text: str) -> tuple[dt.date, str] | None:
    for pattern, order in (
        (_YEAR_FIRST, (1, 3, 4)),
        (_DAY_FIRST, (4, 3, 1)),
        (_IN_WORDS, (3, 2, 1)),
        (_ENGLISH, (3, 2, 1)),
    ):
        found = pattern.search(text)
        if found is None:
            continue
        year, month, day = (found.group(group) for group in order)
        number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
        try:
            date = dt.date(int(year), number, int(day))
        except ValueError:
            return None
        return date, _without_t(text[: found.start()], text[found.end() :])
    return None


def _without_t(before: str, after: str) -> str:
    """What stands around a date, the T of `2024-03-16T20:30` taken off."""
    if after[:1] in {"T", "t"} and after[1:2].isdigit():
        after = after[1:]
    return f"{before} {after}"


def _to_time(clock: re.Match[str]) -> dt.time | None:
    hour, minute, second = (int(clock.group(group) or 0) for group in (1, 2, 3))
    half = (clock.group(4) or "").lower()
    if half in {"pm", "ch"} and hour < 12:
        hour += 12
    elif half in {"am", "sa"} and hour == 12:
        hour = 0
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def _to_zone(written: str) -> dt.timezone | None:
    offset = _OFFSET.search(written)
    if offset is None:
        return dt.UTC
    minutes = int(offset.group(2)) * 60 + int(offset.group(3) or 0)
    if minutes >= 24 * 60:
        return None
    return dt.timezone(dt.timedelta(minutes=minutes if offset.group(1) == "+" else -minutes))


def _to_iso(moment: dt.datetime, *, seconds: bool) -> str:
    if moment.tzinfo is not None and not moment.utcoffset():
        try:
            moment = moment.astimezone(VIETNAM)
        except OverflowError:
            moment = moment.replace(tzinfo=VIETNAM)
    return moment.isoformat(timespec="seconds" if seconds else "minutes")
