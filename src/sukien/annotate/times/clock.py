"""Pieces of a day: clock times, parts of the day, days counted from another, days of the week.

Every reader takes the lexemes and an index and gives the Piece that starts there, or None.
"""

import re

from sukien.annotate.times.dates import day
from sukien.annotate.times.pieces import Piece
from sukien.knowledge.calendar import time_words
from sukien.knowledge.numerals import numeral_at
from sukien.text.lexemes import Lexemes

_WHEN = frozenset({"vào", "hồi"})
_WHEN_OR_PART = _WHEN | {"sáng", "trưa", "chiều", "tối", "đêm", "khuya"}
_BOUNDS = frozenset({"trước", "từ", "đến", "tới", "hết"})
_INT = re.compile(r"\d{1,2}")
_WRITTEN = re.compile(r"\d{1,2}[/.]\d{1,2}")
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_CLOCK_TAIL = re.compile(r"[hg](\d{1,2})?(?:p|ph|phút)?")


def clock(lx: Lexemes, index: int) -> Piece | None:
    """`20h02`, `8 giờ 30`, `8 giờ kém 15`, `20:30`, `tám giờ`."""
    word = lx.word(index)
    if match := _COLON.fullmatch(word):
        return _hour(int(match[1]), int(match[2]), index + 1)
    number = numeral_at(lx, index)
    if number is None or number.value % 1 or not 0 <= number.value <= 24:
        return None
    hour = int(number.value)
    if lx.word(number.end) == "giờ":
        return _spoken_clock(lx, hour, number.end + 1)
    if lx.word(number.end) == "rưỡi" and number.value <= 12:
        told = lx.word(index - 1) == "lúc" or time_words("part").at(lx.words, number.end + 1)
        return _hour(hour, 30, number.end + 1) if told else None
    return _lettered_clock(lx, index, hour, number.end)


def _lettered_clock(lx: Lexemes, index: int, hour: int, place: int) -> Piece | None:
    """`20h02`, `8h`, `7g30`; `place` is the lexeme of the letter."""
    match = _CLOCK_TAIL.fullmatch(lx.word(place))
    if match is None or not lx.glued(place):
        return None
    end = place + 1
    if not match[1] and _lasts(lx, index, end):
        return None
    if match[1]:
        end += lx.word(end) in {"phút", "'", "’", "′", "p"}
        return _hour(hour, int(match[1]), end)
    return _hour(hour, None, end, sure=lx.word(place) == "h")


def _lasts(lx: Lexemes, index: int, end: int) -> bool:
    """Whether `24h` is how long: `trong 24h`, `24h qua`."""
    closes = time_words("span").at(lx.words, end) and lx.word(end) not in {"nay", "này"}
    lasting = lx.word(index - 1) in {"trong", "suốt", "vòng", "/"}
    return bool(closes) or (lasting and hour_part(lx, end) is None)


def hour_part(lx: Lexemes, index: int) -> Piece | None:
    """The day or part of the day that follows a clock time."""
    return part_of_day(lx, index) or day(lx, index)


def _spoken_clock(lx: Lexemes, hour: int, index: int) -> Piece | None:
    if lx.word(index) in {"đồng", "bay", "làm", "học", "ngủ"}:
        return None
    if lx.word(index) == "rưỡi":
        return _hour(hour, 30, index + 1, sure=False)
    less = lx.word(index) == "kém"
    start = index + less
    number = numeral_at(lx, start) if _INT.fullmatch(lx.word(start)) or less else None
    if number is None or number.value >= 60 or number.value % 1:
        return _hour(hour, None, index, sure=False)
    end = number.end + (lx.word(number.end) == "phút")
    if less:
        return _hour(hour - 1, 60 - int(number.value), end)
    bare = end == number.end and len(lx.word(start)) < 2
    return (
        _hour(hour, None, index, sure=False) if bare else _hour(hour, int(number.value), end, False)
    )


def _hour(hour: int, minute: int | None, end: int, sure: bool = True) -> Piece | None:
    if not 0 <= hour <= 24 or (minute or 0) >= 60:
        return None
    return Piece({"hour": hour, "minute": minute}, end, sure)


def zone(lx: Lexemes, index: int) -> int:
    """The lexeme after `giờ Hà Nội`, `giờ địa phương`, `giờ GMT`; `index` when there is none."""
    if lx.word(index) == "theo" and (after := zone(lx, index + 1)) > index + 1:
        return after
    if lx.word(index) != "giờ":
        return index
    if (lx.word(index + 1), lx.word(index + 2)) == ("địa", "phương"):
        return index + 3
    end = index + 1
    while end < index + 4 and lx.raw(end)[:1].isupper():
        end += 1
    return end if end > index + 1 else index


def part_of_day(lx: Lexemes, index: int) -> Piece | None:
    """`rạng sáng`, `chiều tối`; with `nay`, `qua`, `mai` the day too."""
    hit = time_words("part").at(lx.words, index)
    if hit is None:
        return None
    part, end = hit
    end += lx.word(end) in {"muộn", "khuya"} and hit[0] in {"EV", "NI"}
    day = time_words("partday").at(lx.words, end)
    if day is None:
        return Piece({"part": part}, end, sure=lx.word(index) in {"buổi", "ban"})
    return Piece({"part": part, "now": ("D", int(day[0]))}, day[1])


def today(lx: Lexemes, index: int) -> Piece | None:
    """`hôm nay`, `ngày mai`."""
    hit = time_words("today").at(lx.words, index)
    return Piece({"now": ("D", int(hit[0]))}, hit[1]) if hit else None


def said(lx: Lexemes, index: int) -> Piece | None:
    """`cùng ngày`, `hôm sau`: counted from the date last told."""
    hit = time_words("said").at(lx.words, index)
    if hit is None:
        return None
    unit, steps = hit[0].split()
    return Piece({"said": (unit, int(steps))}, hit[1])


def weekday(lx: Lexemes, index: int) -> Piece | None:
    """`thứ Hai`, `hôm thứ hai`, `Chủ nhật`; an ordinal (`ngày thứ hai`) is none."""
    head = lx.word(index) if lx.word(index) in {"hôm", "ngày"} else ""
    start = index + bool(head)
    hit = time_words("weekday").at(lx.words, start)
    if hit is None:
        return None
    named = lx.raw(start + 1)[:1].isupper() or lx.word(start) != "thứ"
    if head == "ngày" and not named:
        return None
    digit = lx.word(start + 1)[:1].isdigit()
    ranked = digit and lx.words[index - 3 : index - 2] == ["thứ"]
    tied = lx.word(index - 1) in _WHEN_OR_PART or (
        digit and not ranked and lx.word(index - 1) in _BOUNDS
    )
    tied = tied or lx.word(hit[1]) in {"tuần", "hàng", "hằng"} or _dated_behind(lx, hit[1])
    return Piece({"weekday": int(hit[0])}, hit[1], bool(named or head == "hôm" or tied))


def _dated_behind(lx: Lexemes, index: int) -> bool:
    """`thứ 2 (13/5)`, `thứ sáu, ngày 7/5`: a date says that it is a weekday and no ordinal."""
    if lx.word(index) not in {"(", ","}:
        return False
    start = index + 1 + (lx.word(index + 1) == "ngày")
    return bool(_WRITTEN.match(lx.word(start))) and (lx.word(index) == "(" or start > index + 1)
