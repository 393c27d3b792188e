"""What a piece of a point of time is, and the numbers that dates are made of."""

import calendar
import re
from typing import Any, NamedTuple

from sukien.knowledge.calendar import time_words
from sukien.text.lexemes import Lexemes

_INT = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
DASHES = frozenset("-–—")
LISTS = frozenset({"và", "hoặc", "hay", "đến", "tới", "-", "–", "—", ",", "rạng"})  # between times

Fields = dict[str, Any]


class Piece(NamedTuple):
    """What a stretch of lexemes says of a point of time.

    `fields` are parts of a date; `end` is the lexeme after it; `sure` is False where only a
    neighbouring piece makes it a time (`sáng`, `8 giờ`).
    """

    fields: Fields
    end: int
    sure: bool = True


def whole(word: str, lowest: int, highest: int) -> int | None:
    """The number of one or two digits when it lies in the range."""
    if not _INT.fullmatch(word):
        return None
    return int(word) if lowest <= int(word) <= highest else None


def valid_day(day: int, month: int, year: int | None = None) -> bool:
    """Whether the day is on the calendar (29/2 in some year when none is given)."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return False
    return 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def full_year(digits: str) -> int:
    """The year that two or four digits write: 13 is 2013, 75 is 1975."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year <= 40 else 1900)


def year_at(lx: Lexemes, index: int) -> int | None:
    """The year that four digits write, or None."""
    word = lx.word(index)
    return int(word) if _YEAR.fullmatch(word) and not runs_on(lx, index) else None


def runs_on(lx: Lexemes, index: int) -> bool:
    """Whether letters or a document's slash are stuck to the number."""
    after = lx.word(index + 1)
    if not lx.glued(index + 1) or not after:
        return False
    if after[0].isalpha():
        return len(after) == 1 or not lx.raw(index + 1).islower() or not after.isalpha()
    return after in {"/", "-"} and lx.glued(index + 2) and lx.word(index + 2)[:1].isalpha()


def shifted(lx: Lexemes, index: int, unit: str) -> Piece | None:
    """`tuần này`, `năm ngoái`, `tháng tới`."""
    hit = time_words("shift").at(lx.words, index + 1)
    if hit and lx.word(index + 1) == "mới" and lx.word(index - 1)[:1].isdigit():
        return None  # `20 năm mới đây`
    return Piece({"now": (unit, int(hit[0]))}, hit[1]) if hit else None
