"""TIMEX3 values as a person writes them, in Vietnamese or English."""

import datetime as dt
import re

_FORM = re.compile(
    r"(?P<year>\d{4}|XXXX|\d{3}X|\d{2}XX|\d{3}|\d{2})"
    r"(?:-(?:W(?P<week>\d{2}|XX)(?P<weekend>-WE)?|Q(?P<quarter>[1-4X])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?))?"
    r"(?:T(?P<part>MO|MI|AF|EV|NI|DT)|T(?P<clock>\d{2}(?::\d{2})?.*))?$"
)
_PARTS = {
    "vi": {"MO": "sáng", "MI": "trưa", "AF": "chiều", "EV": "tối", "NI": "đêm", "DT": "ban ngày"},
    "en": {
        "MO": "morning",
        "MI": "noon",
        "AF": "afternoon",
        "EV": "evening",
        "NI": "night",
        "DT": "daytime",
    },
}
_SEASONS = {
    "vi": {"SP": "mùa xuân", "SU": "mùa hè", "FA": "mùa thu", "WI": "mùa đông"},
    "en": {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"},
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def stretch_words(start: str, end: str, language: str = "vi") -> str:
    """Days from `start` to `end` (ISO 8601) in words: a day, a month, a year, or both ends."""
    after = (dt.date.fromisoformat(end) + dt.timedelta(days=1)).isoformat()
    whole = start.endswith("-01") and after.endswith("-01")
    if start == end:
        return date_words(start, language)
    if whole and start[5:] == after[5:] == "01-01" and start[:4] == end[:4]:
        return date_words(start[:4], language)
    if whole and start[:7] == end[:7]:
        return date_words(start[:7], language)
    return f"{date_words(start, language)}\u2009–\u2009{date_words(end, language)}"


def date_words(value: str | None, language: str = "vi") -> str:
    """A TIMEX3 value or an ISO date in words: `16/3/2024`, `tháng 3/2024`, `quý I/2024`.

    What cannot be read is returned as it is; None gives an empty string.
    """
    if not value:
        return ""
    match = _FORM.match(value)
    if not match:
        return value
    found = match.groupdict()
    words = _vietnamese(found) if language == "vi" else _english(found)
    part = _PARTS[language].get(found["part"] or "", "")
    clock = _clock(found["clock"])
    before = part or clock
    return f"{before} {words}".strip() if before else words


def _clock(clock: str | None) -> str:
    return clock[:5] if clock and clock[:5] != "00:00" else ""


def _vietnamese(found: dict[str, str | None]) -> str:
    year = _year(found["year"])
    tail = f"/{year}" if year else ""
    if found["week"]:
        days = _week_days(found)
        name = "cuối tuần" if found["weekend"] else "tuần"
        return f"{name} {days}" if days else f"{name} {found['week']}{tail}"
    if found["quarter"]:
        return f"quý {_ROMAN.get(found['quarter'], found['quarter'])}{tail}"
    if found["half"]:
        return f"{'nửa đầu' if found['half'] == '1' else 'nửa cuối'} năm {year}".strip()
    if found["season"]:
        return f"{_SEASONS['vi'][found['season']]} {year}".strip()
    if year.endswith("s"):
        return f"thập niên {year[:-1]}"
    return _day(found, tail) or (f"năm {year}" if year else "")


def _day(found: dict[str, str | None], tail: str) -> str:
    month, day = found["month"], found["day"]
    if not month or month == "XX":
        return f"ngày {int(day)}" if day and day != "XX" else ""
    if not day or day == "XX":
        return f"tháng {int(month)}{tail}"
    return f"{int(day)}/{int(month)}{tail}"


def _english(found: dict[str, str | None]) -> str:
    year = _year(found["year"])
    if found["week"]:
        days = _week_days(found)
        name = "weekend of" if found["weekend"] else "week of"
        return f"{name} {days}" if days else f"week {found['week']} {year}".strip()
    if found["quarter"]:
        return f"Q{found['quarter']} {year}".strip()
    if found["half"]:
        return f"H{found['half']} {year}".strip()
    if found["season"]:
        return f"{_SEASONS['en'][found['season']]} {year}".strip()
    month, day = found["month"], found["day"]
    if not month or month == "XX" or not 1 <= int(month) <= 12:
        return year
    name = _MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}".strip() if day and day != "XX" else f"{name} {year}".strip()


def _year(year: str | None) -> str:
    if not year or "X" in year:
        return f"{year[:3]}0s" if year and re.fullmatch(r"\d{3}X", year) else ""
    return f"{year}0s" if len(year) == 3 else year


def _week_days(found: dict[str, str | None]) -> str:
    try:
        first = dt.date.fromisocalendar(int(found["year"] or ""), int(found["week"] or ""), 1)
    except ValueError:
        return ""
    last = first + dt.timedelta(days=6)
    return f"{first.day}/{first.month}–{last.day}/{last.month}/{last.year}"
