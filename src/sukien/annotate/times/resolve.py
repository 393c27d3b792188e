"""From the words of a time to its TIMEX3 value, against the day of publication.

TIMEX3 is that of TimeML 1.2.1 / ISO 24617-1. What the text and the day of publication do not prove
stays X.
"""

import datetime as dt

import msgspec

from sukien.annotate.times.pieces import Fields, valid_day
from sukien.annotate.times.spans import Found
from sukien.knowledge.calendar import Holiday, solar_day

_NEVER = 1000.0
_AGAINST = 6.0  # how much farther a date counts that lies on the side which the tense denies
_AHEAD = 2.0  # news tells of what was: a future date counts twice as far
_SIXTY = 60
_HALVES = {"Y": "6M", "H": "30M", "DE": "5Y", "CE": "50Y", "D": "T12H"}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
_PLAIN = {"DE": ("Y", 10), "CE": ("Y", 100), "Q": ("M", 3)}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
Resolved = tuple[str, str]


class Setting(msgspec.Struct):
    """What a time is read against: the day of publication, and the day that was last told.

    `told` is the value of the last day named, `XXXX-03-16` when its year is not known; `year` the
    last year named, when that was just before. `partly` is the day of publication without its year
    (`XXXX-10-22`), where the text proves no more. `since` is the day with which the range began
    that the time ends.
    """

    anchor: dt.date | None
    told: str | None = None
    year: int | None = None
    partly: str | None = None
    since: dt.date | None = None


def resolve(found: Found, setting: Setting, tense: str) -> Resolved:
    """TIMEX3 type and value of a time; `tense` is past, future or empty."""
    if found.kind == "ref":
        return "DATE", f"{found.fields['ref']}_REF"
    if found.kind == "set":
        return "SET", duration(found.fields["amounts"])
    if found.kind == "stretch":
        return _stretch(found.fields, setting)
    return _point(found.fields, setting, tense)


def duration(amounts: tuple[tuple[str, float | None], ...]) -> str:
    """`P5D`, `PXY`, `PT2H30M`."""
    days = "".join(_amount(unit, n) for unit, n in amounts if unit[0] != "T")
    hours = "".join(_amount(unit[1:], n) for unit, n in amounts if unit[0] == "T")
    return f"P{days}" + (f"T{hours}" if hours else "")


def _amount(unit: str, number: float | None) -> str:
    if number == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    if number is not None and unit in _PLAIN:
        unit, number = _PLAIN[unit][0], number * _PLAIN[unit][1]
    return ("X" if number is None else f"{number:.10g}") + unit


def _stretch(fields: Fields, setting: Setting) -> Resolved:
    amounts, side = fields["amounts"], fields.get("side", "")
    unit, number = amounts[0]
    if not side or number is None or number % 1 or unit[0] == "T" or len(amounts) > 1:
        return "DURATION", duration(amounts)
    steps = -int(number) if side in {"past", "before"} else int(number)
    if unit == "DE":
        unit, steps = "Y", steps * 10
    if unit == "Y" and side in {"before", "after"} and setting.year:
        return "DATE", f"{min(max(setting.year + steps, 0), dt.MAXYEAR):04}"
    base = setting.anchor if side in {"past", "next"} else _told_day(setting)
    value = shift_value(base, unit, steps) if base else None
    if value is None and side in {"before", "after"}:
        return "DURATION", duration(amounts)
    return "DATE", value or _UNKNOWN.get(unit, "XX")


def _told_day(setting: Setting) -> dt.date | None:
    told = setting.told
    return dt.date.fromisoformat(told) if told and "X" not in told else setting.anchor


def shift_value(base: dt.date, unit: str, steps: int) -> str | None:
    """The day, week, month, quarter, year or century `steps` after the one of `base`."""
    try:
        if unit in {"D", "W"}:
            found = base + dt.timedelta(days=steps * (7 if unit == "W" else 1))
            return found.isoformat() if unit == "D" else _week(found)
        months = base.year * 12 + base.month - 1 + steps * {"M": 1, "Q": 3, "Y": 12}.get(unit, 1200)
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            return None
    except OverflowError:
        return None
    names = {"M": f"{year:04}-{month + 1:02}", "Q": f"{year:04}-Q{month // 3 + 1}"}
    return names.get(unit, f"{year:04}" if unit == "Y" else f"{year // 100:02}")


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _point(fields: Fields, setting: Setting, tense: str) -> Resolved:
    tense = {-1: "surely past", 1: "surely future"}.get(fields.get("toward", 0), tense)
    value = _calendar_value(fields, setting, tense)
    kind = "SET" if fields.get("every") else "DATE"
    if "hour" in fields:
        kind = kind if kind == "SET" else "TIME"
        return kind, _day_of(value, setting) + _clock(fields)
    if "part" in fields:
        part = _day_of(value, setting) + "T" + fields["part"]
        return kind if kind == "SET" else "TIME", part
    return kind, value


def _day_of(value: str, setting: Setting) -> str:
    return value or _told_or_today(setting)


def _told_or_today(setting: Setting) -> str:
    if setting.told:
        return setting.told
    return setting.anchor.isoformat() if setting.anchor else setting.partly or "XXXX-XX-XX"


def _clock(fields: Fields) -> str:
    """`T20:02`; `8 giờ tối` is T20, `12 giờ đêm` T24."""
    hour, part = fields["hour"], fields.get("part")
    late = part in {"AF", "EV"} or (part == "NI" and hour >= 6) or (part == "MI" and hour < 3)
    if hour < 12 and late:
        hour += 12
    elif hour == 12 and part in {"NI", "EV"}:
        hour = 24
    minute = fields.get("minute")
    return f"T{hour:02}" + (f":{minute or 0:02}")


def _calendar_value(fields: Fields, setting: Setting, tense: str) -> str:
    """The part of the value that is a date; empty for a clock time without one."""
    if fields.get("every"):
        return _recurring(fields)
    if "era" in fields:
        return str(fields["era"])
    if "decade" in fields or "century" in fields:
        return str(fields["decade"]) if "decade" in fields else f"{fields['century']:02}"
    for name, reader in _CALENDAR:
        if name in fields:
            return reader(fields, setting, tense)
    return _shifted(fields, setting)


def _recurring(fields: Fields) -> str:
    if "weekend" in fields:
        return "XXXX-WXX-WE"
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}"
    if "season" in fields:
        return f"XXXX-{fields['season']}"
    if "day" in fields or "part" in fields or "hour" in fields:
        month = f"{fields['month']:02}" if "month" in fields else "XX"
        return f"XXXX-{month}-" + (f"{fields['day']:02}" if "day" in fields else "XX")
    return f"XXXX-{fields['month']:02}" if "month" in fields else "XXXX"


def _shifted(fields: Fields, setting: Setting) -> str:
    """`hôm nay`, `cùng ngày`, `tuần này`, `năm 2020`, `năm Mậu Tuất`."""
    if "year" in fields:
        return f"{fields['year']:04}"
    if "cycle" in fields:
        year = _cycle_year(fields["cycle"], setting)
        return f"{year:04}" if year else "XXXX"
    if "said" in fields:
        unit, steps = fields["said"]
        return _told(unit, steps, setting)
    if "now" not in fields:
        return ""
    unit, steps = fields["now"]
    weekend = "-WE" if fields.get("weekend") else ""
    value = shift_value(setting.anchor, unit, steps) if setting.anchor else None
    if value is None and setting.partly and unit in {"D", "M"}:
        return shifted_partly(setting.partly, unit, steps)
    return (value + weekend) if value else _unknown(unit, fields)


def shifted_partly(value: str, unit: str, steps: int) -> str:
    """The day or month `steps` after that of `XXXX-10-22`, its year unknown as before."""
    base = dt.date.fromisoformat("2001" + value[4:].replace("02-29", "02-28"))
    return "XXXX" + (shift_value(base, unit, steps) or "")[4:]


def _unknown(unit: str, fields: Fields) -> str:
    """A word such as `hôm qua` in an article that does not prove its date."""
    if "weekend" in fields:
        return "XXXX-WXX-WE"
    if "part" in fields or "hour" in fields:
        return "XXXX-XX-XX"
    return _UNKNOWN.get(unit, "XX")


def _told(unit: str, steps: int, setting: Setting) -> str:
    """A stretch counted from the day last told, whose year may be unknown."""
    if unit == "Y" and setting.year:
        return f"{min(max(setting.year + steps, 0), dt.MAXYEAR):04}"
    value = _told_or_today(setting)
    if "XX-XX" in value:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
    known = not value.startswith("X")
    base = dt.date.fromisoformat(value if known else "2001" + value[4:].replace("-29", "-28"))
    found = shift_value(base, unit, steps) or "XXXX"
    if known:
        return found
    return "XXXX-WXX" if unit == "W" else "XXXX" + found[4:]


def _year_of(fields: Fields, setting: Setting) -> int | None:
    """The year that the words give, directly or by `năm ngoái`; none beyond four digits."""
    year = _year_told(fields, setting)
    return year if year is not None and dt.MINYEAR <= year <= dt.MAXYEAR else None


def _year_told(fields: Fields, setting: Setting) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    if "cycle" in fields:
        return _cycle_year(fields["cycle"], setting)
    unit, steps = fields.get("now", ("", 0))
    if unit == "Y" and setting.anchor:
        return setting.anchor.year + int(steps)
    told = setting.told
    if fields.get("said", ("", 0))[0] == "Y" and told and not told.startswith("X"):
        return int(told[:4]) + int(fields["said"][1])
    return None


def _cycle_year(place: int, setting: Setting) -> int | None:
    """The year of the cycle of sixty that lies nearest to the day of publication."""
    if setting.anchor is None:
        return None
    now = setting.anchor.year
    return now + (4 + place - now + 45) % _SIXTY - 45


def nearest(days: list[dt.date], anchor: dt.date, tense: str) -> dt.date | None:
    """The day that an incomplete date means: the nearest one, on the side that the tense tells."""

    against = _NEVER if tense.startswith("surely") else _AGAINST
    behind = against if tense.endswith("future") else 1.0
    ahead = against if tense.endswith("past") else 1.0 if behind > 1 else _AHEAD

    def far(day: dt.date) -> float:
        distance = (day - anchor).days
        return distance * ahead if distance > 0 else -distance * behind

    return min(days, key=far, default=None)


def _around(setting: Setting) -> range:
    year = setting.anchor.year if setting.anchor else 2000
    return range(max(year - 1, 1), min(year + 1, 9999) + 1)


def _day(fields: Fields, setting: Setting, tense: str) -> str:
    day, month = fields["day"], fields.get("month")
    if month is None:
        return _day_without_month(fields, setting, tense)
    if fields.get("lunar"):
        return _lunar(Holiday(True, month, day), fields, setting, tense)
    year = _year_of(fields, setting)
    said = fields.get("said", ("D", 0))[0] != "D"
    if year is None and setting.anchor and not said and "cycle" not in fields:
        days = [dt.date(y, month, day) for y in _around(setting) if valid_day(day, month, y)]
        later = [one for one in days if setting.since and one >= setting.since]
        found = min(later) if later else nearest(days, setting.anchor, tense)
        return found.isoformat() if found else f"XXXX-{month:02}-{day:02}"
    return f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"


def _day_without_month(fields: Fields, setting: Setting, tense: str) -> str:
    day, anchor = fields["day"], setting.anchor
    unit = (fields.get("now") or fields.get("said") or ("", 0))[0]
    if unit == "M":
        month = _shifted({k: v for k, v in fields.items() if k in {"now", "said"}}, setting)
        return f"{month}-{day:02}" if len(month) == 7 else f"XXXX-XX-{day:02}"
    if anchor is None:
        return f"XXXX-XX-{day:02}"
    months = [shift_value(anchor, "M", n) or "" for n in (-1, 0, 1)]
    days = [_iso(f"{month}-{day:02}") for month in months]
    found = nearest([one for one in days if one], anchor, tense)
    return found.isoformat() if found else f"XXXX-XX-{day:02}"


def _iso(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _month(fields: Fields, setting: Setting, tense: str) -> str:
    month = fields["month"]
    year = _year_of(fields, setting)
    if fields.get("lunar"):
        return _lunar_month(fields, setting, tense)
    if year is None and setting.anchor:
        anchor = setting.anchor.replace(day=1)
        found = nearest([dt.date(y, month, 1) for y in _around(setting)], anchor, tense)
        year = found.year if found else None
    return f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"


def _lunar_month(fields: Fields, setting: Setting, tense: str) -> str:
    """The solar month in which most of a lunar month lies (that of its middle)."""
    value = _lunar(Holiday(True, fields["month"], 15), fields, setting, tense)
    return value[:7]


def _holiday(fields: Fields, setting: Setting, tense: str) -> str:
    named: Holiday = fields["holiday"]
    if named.lunar:
        return _lunar(named, fields, setting, tense)
    plain = {k: v for k, v in fields.items() if k != "holiday"}
    return _day(plain | {"day": named.day, "month": named.month}, setting, tense)


def _lunar(named: Holiday, fields: Fields, setting: Setting, tense: str) -> str:
    """The solar day of a lunar one: of the year given, else the nearest."""
    year = _year_of(fields, setting)
    if year is not None:
        found = solar_day(
            year - (named.month == 12 and "cycle" not in fields), named.month, named.day
        )
        return found.isoformat() if found else f"{year:04}"
    if setting.anchor is None:
        return "XXXX-XX-XX"
    days = [solar_day(y, named.month, named.day) for y in _around(setting)]
    nearest_day = nearest([day for day in days if day], setting.anchor, tense)
    return nearest_day.isoformat() if nearest_day else "XXXX-XX-XX"


def _weekday(fields: Fields, setting: Setting, tense: str) -> str:
    number, anchor = fields["weekday"], setting.anchor
    if anchor is None:
        return f"XXXX-WXX-{number}"
    monday = anchor - dt.timedelta(days=anchor.weekday())
    unit, steps = fields.get("now", ("", 0))
    try:
        if unit == "W":
            return (monday + dt.timedelta(days=7 * int(steps) + number - 1)).isoformat()
        day = monday + dt.timedelta(days=number - 1)
        if unit == "D":
            return (anchor + dt.timedelta(days=int(steps))).isoformat()
        strict = tense.startswith("surely")
        if tense.endswith("future") and (day < anchor or (strict and day == anchor)):
            day += dt.timedelta(days=7)
        elif not tense.endswith("future") and (day > anchor or (strict and day == anchor)):
            day -= dt.timedelta(days=7)
    except OverflowError:
        return f"XXXX-WXX-{number}"
    return day.isoformat()


def _part_of_year(fields: Fields, setting: Setting, tense: str) -> str:
    """`2023-Q3`, `2024-SU`, `2020-H1`."""
    year = _year_of(fields, setting)
    name = fields.get("season") or (f"Q{fields['quarter']}" if "quarter" in fields else "")
    name = name or f"H{fields['half']}"
    if year is None and setting.anchor:
        month = _SEASONS.get(name) or (fields.get("quarter") or fields["half"] * 2) * 3 - 2
        anchor = setting.anchor.replace(day=1)
        found = nearest([dt.date(y, month, 1) for y in _around(setting)], anchor, tense)
        year = found.year if found else None
    return f"{year:04}-{name}" if year else f"XXXX-{name}"


_CALENDAR = (
    ("day", _day),
    ("weekday", _weekday),
    ("season", _part_of_year),
    ("half", _part_of_year),
    ("quarter", _part_of_year),
    ("holiday", _holiday),
    ("month", _month),
)
