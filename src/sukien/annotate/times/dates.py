"""Pieces that are days and months.

Every reader takes the lexemes and an index and gives the Piece that starts there, or None.
"""

import re

from sukien.annotate.times.pieces import (
    DASHES,
    Fields,
    Piece,
    full_year,
    runs_on,
    shifted,
    valid_day,
    whole,
    year_at,
)
from sukien.knowledge.calendar import time_words
from sukien.knowledge.numerals import numeral_at, numeral_words
from sukien.knowledge.units import counted_nouns, units
from sukien.text.lexemes import Lexemes

_YEAR = re.compile(r"1\d{3}|20\d{2}")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.])(\d{1,2})")
_FULL = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})")
_ROUND_THE_CLOCK = "24/7"
OPENERS = frozenset({"ngày", "hôm", "rằm", "mùng", "mồng"})
"""Words with which a day can begin that no digit opens."""
_SETS = 7  # games in a set of tennis: `6/1, 3/6`
_OLDEST = 1800  # 5/1000 is a share, not a month


def day(lx: Lexemes, index: int, tied: bool = False) -> Piece | None:
    """`ngày 16/3`, `hôm 7-3-2019`, `ngày 16`, `mùng 3`, `rằm`, `16/3`.

    `tied` says that a piece of a date stands just before, so that no `ngày` is needed.
    """
    start = index + (lx.word(index) in {"ngày", "hôm"})
    if (iso := _iso_day(lx, start)) is not None:
        return iso
    if (of_month := _day_of_month(lx, start)) is not None:
        return of_month
    if (special := _lunar_day(lx, start)) is not None:
        return special
    piece = _written_day(lx, start, headed=tied or start > index, after=index)
    if piece and lx.word(index) == "hôm":  # of days gone by only
        return piece._replace(fields=piece.fields | {"toward": -1})
    return piece


def _iso_day(lx: Lexemes, index: int) -> Piece | None:
    """`2013-07-26`."""
    if lx.word(index + 1) != "-":
        return None
    number = year_at(lx, index)
    month, day_ = whole(lx.word(index + 2), 1, 12), whole(lx.word(index + 4), 1, 31)
    tight = all(lx.glued(place) for place in range(index + 1, index + 5))
    if number is None or month is None or day_ is None or not tight or lx.word(index + 3) != "-":
        return None
    return _dated(day_, month, index + 5, number)


def _day_of_month(lx: Lexemes, index: int) -> Piece | None:
    """`26 tháng 7`, `23 tháng Chạp`: the number before `tháng` is a day, not how many."""
    number = whole(lx.word(index), 1, 31)
    if number is None or lx.word(index + 1) != "tháng" or lx.labelled(index):
        return None
    named = lx.word(index + 2) in {"giêng", "chạp"} or lx.raw(index + 2)[:1].isupper()
    found = month(lx, index + 1) if named or lx.word(index + 2)[:1].isdigit() else None
    if found is None or "month" not in found.fields:
        return None
    return Piece(found.fields | {"day": number}, found.end)


def _lunar_day(lx: Lexemes, index: int) -> Piece | None:
    word = lx.word(index)
    if word == "rằm":
        return Piece({"day": 15, "lunar": True}, index + 1, sure=False)
    if word in {"mùng", "mồng"}:
        number = numeral_at(lx, index + 1)
        if number and 1 <= number.value <= 10:
            return _of_tet(lx, int(number.value), number.end)
        return _written_day(lx, index + 1, headed=True, after=index)
    number_word = whole(word, 23, 30)
    if number_word and lx.word(index + 1) == "tết" and lx.raw(index + 1) != "tết":
        return _of_tet(lx, number_word, index + 1)
    return None


def _of_tet(lx: Lexemes, number: int, end: int) -> Piece:
    if lx.word(end) != "tết":
        return Piece({"day": number, "lunar": True}, end, sure=False)
    month = 12 if number > 20 else 1
    end += 1 + 2 * (lx.words[end + 1 : end + 3] == ["nguyên", "đán"])
    return Piece({"day": number, "month": month, "lunar": True}, end)


def _written_day(lx: Lexemes, index: int, headed: bool, after: int) -> Piece | None:
    word = lx.word(index)
    if not word[:1].isdigit() or runs_on(lx, index):
        return None
    if match := _FULL.fullmatch(word):
        return _dated(int(match[1]), int(match[3]), index + 1, full_year(match[4]))
    if match := _DAY_MONTH.fullmatch(word):
        bracketed = lx.word(index - 1) == "(" and _ends_day(lx, index - 1)
        if headed or bracketed or (match[2] == "/" and _stands_as_date(lx, index, int(match[1]))):
            return _dated(int(match[1]), int(match[3]), index + 1)
        return None
    return _dashed_day(lx, index, headed) or _bare_day(lx, index, headed and after < index)


def _dashed_day(lx: Lexemes, index: int, headed: bool) -> Piece | None:
    """`7-3-2019`, and after `ngày`, `hôm`, a part of the day also `7-3`."""
    first, second = whole(lx.word(index), 1, 31), whole(lx.word(index + 2), 1, 12)
    if first is None or second is None or lx.word(index + 1) not in DASHES:
        return None
    year = lx.word(index + 4)
    dashed = lx.word(index + 3) in DASHES and lx.glued(index + 3) == lx.glued(index + 1)
    if dashed and (_YEAR.fullmatch(year) or (headed and len(year) == 2 and year.isdigit())):
        return _dated(first, second, index + 5, full_year(year))
    tight = lx.glued(index + 1) and lx.glued(index + 2)
    loose = headed or _tied_before(lx, index)
    return _dated(first, second, index + 3) if tight and loose else None


def _tied_before(lx: Lexemes, index: int) -> bool:
    """`từ 19-1 đến 21-1`: one dash date proves the other."""
    if lx.word(index - 1) == "(" and lx.word(index + 3) == ")":
        return _ends_day(lx, index - 1)
    to = {"đến", "tới", "và"}
    before, after = lx.word(index - 1), lx.word(index + 3)
    if before in {"từ", *to} and after in to:
        return lx.word(index + 5) in DASHES or bool(_DAY_MONTH.fullmatch(lx.word(index + 4)))
    if before in to and lx.word(index - 3) in DASHES:
        return lx.word(index - 5) in {"từ", "ngày"}
    told = before != "và" and time_words("before_day").before(lx.words, index)
    score = before in {"từ", "trước", "sau", *to} and int(lx.word(index)) < 10
    return told and not score and not counts(lx, index + 3)


def counts(lx: Lexemes, index: int) -> bool:
    """Whether what stands after a number is counted or measured by it."""
    roles = (units(), counted_nouns(), time_words("unit"), time_words("counted"))
    following = any(role.at(lx.words, index) for role in roles)
    return following or lx.word(index) in numeral_words() or lx.word(index) in DASHES


def _ends_day(lx: Lexemes, index: int) -> bool:
    """Whether a day ends before a lexeme: `hôm nay (`, `thứ Hai (`."""
    roles = ("today", "partday", "weekday", "said")
    return any(time_words(role).before(lx.words, index) for role in roles)


def _bare_day(lx: Lexemes, index: int, headed: bool) -> Piece | None:
    number = whole(lx.word(index), 1, 31)
    if number is None or not headed:
        return None
    counted = lx.word(index + 1) in {"người", "ca", "vụ", "tuổi", "lần", "triệu", "tỷ", "%", "giờ"}
    return None if counted or lx.word(index + 1) == "ngày" else Piece({"day": number}, index + 1)


def _dated(number: int, month: int, end: int, year: int | None = None) -> Piece | None:
    if not valid_day(number, month, year):
        return None
    fields: Fields = {"day": number, "month": month}
    if year is not None:
        fields["year"] = year
    return Piece(fields, end)


def _stands_as_date(lx: Lexemes, index: int, first: int) -> bool:
    """Whether `12/3` with no `ngày` before it is a date and no fraction, address or score."""
    if lx.labelled(index) or time_words("notdate").before(lx.words, index):
        return False
    after = lx.raw(index + 1)
    shared = bool(time_words("share").at(lx.words, index + 1)) or after == "%"
    near = _DAY_MONTH.fullmatch(lx.word(index - 2))
    if lx.word(index - 1) in DASHES | {"và", ","} and near:
        listed = int(near[1]) > 12 or not (shared or (first <= _SETS and int(near[1]) <= _SETS))
        return listed and not time_words("notdate").before(lx.words, index - 2)
    if time_words("before_day").before(lx.words, index):
        return first > 4 or not (shared or counts(lx, index + 1))
    if lx.word(index - 1) == "(":
        return after in {")", "-", "–"} or (after == "," and first > 12)
    opens = index == 0 or lx.word(index - 1) in {"\n", "\n\n", ".", ",", "-", "–", ":", ";"}
    return first > 12 and lx.word(index) != _ROUND_THE_CLOCK and (opens or not after[:1].isalpha())


def month(lx: Lexemes, index: int) -> Piece | None:
    """`tháng 7`, `tháng 7/2023`, `tháng Giêng`, `tháng này`; `7/2023` alone."""
    if lx.words[index - 2 : index] == ["cách", "mạng"]:
        return None
    if lx.word(index) != "tháng":
        return month_year(lx, index) if not lx.labelled(index) else None
    word = lx.word(index + 1)
    scaled = lx.word(index + 2) in {"triệu", "tỷ", "tỉ", "nghìn", "ngàn"}  # `lương tháng 12 triệu`
    if (number := whole(word, 1, 12)) is not None and not (scaled or runs_on(lx, index + 1)):
        if lx.word(index + 2) in DASHES | {"/"} and (year := year_at(lx, index + 3)):
            return Piece({"month": number, "year": year}, index + 4)
        return Piece({"month": number}, index + 2)
    if piece := month_year(lx, index + 1, headed=True):
        return piece
    return _named_month(lx, index) or shifted(lx, index, "M")


def month_year(lx: Lexemes, index: int, headed: bool = False) -> Piece | None:
    """`7/2023`; `headed` says that a word before it makes sure of it (`tháng`, `quý`)."""
    match = _MONTH_YEAR.fullmatch(lx.word(index))
    if match is None or not 1 <= int(match[1]) <= 12 or runs_on(lx, index):
        return None
    if not _YEAR.fullmatch(match[2]):
        return None
    if not headed and (
        "." in match[0] or int(match[2]) < _OLDEST or time_words("notdate").before(lx.words, index)
    ):
        return None
    return Piece({"month": int(match[1]), "year": int(match[2])}, index + 1)


def _named_month(lx: Lexemes, index: int) -> Piece | None:
    hit = time_words("month").at(lx.words, index + 1)
    if hit is None or (lx.word(index + 1) == "năm" and year_at(lx, index + 2)):
        return None
    fields: Fields = {"month": int(hit[0])}
    if lx.word(index + 1) in {"giêng", "chạp"}:
        fields["lunar"] = True
    return Piece(fields, hit[1])
