"""The pieces of a point of time: a clock time, a part of the day, a day, a month, a year ...

Every reader takes the lexemes and an index and gives the Piece that starts there, or None. A
piece is a partial date: `times_read` joins those side by side that say different things.
"""

import calendar
import re
from typing import Any, NamedTuple

from sukien.knowledge.calendar import holidays, time_words
from sukien.knowledge.numerals import numeral_at
from sukien.text.lexemes import Lexemes

_INT = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.])(\d{1,2})")
_FULL = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})")
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_CLOCK_TAIL = re.compile(r"[hg](\d{2})?(?:p|ph|phút)?")
_QUARTER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_DASHES = frozenset("-–—")

_ROUND_THE_CLOCK = "24/7"

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
    return int(word) if _YEAR.fullmatch(word) and not _runs_on(lx, index) else None


def _runs_on(lx: Lexemes, index: int) -> bool:
    """Whether letters or a document's slash are stuck to the number."""
    after = lx.word(index + 1)
    if not lx.glued(index + 1) or not after:
        return False
    if after[0].isalpha():
        return True
    return after in {"/", "-"} and lx.glued(index + 2) and lx.word(index + 2)[:1].isalpha()


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
        end += lx.word(end) in {"phút", "'", "p"}
        return _hour(hour, int(match[1]), end)
    return _hour(hour, None, end, sure=lx.word(place) == "h")


def _lasts(lx: Lexemes, index: int, end: int) -> bool:
    """Whether `24h` is how long: `trong 24h`, `24h qua`."""
    closes = time_words("span").at(lx.words, end) and lx.word(end) not in {"nay", "này"}
    return bool(closes) or (lx.word(index - 1) in {"trong", "suốt"} and hour_part(lx, end) is None)


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
        return Piece({"part": part}, end, sure=False)
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
    tied = lx.word(index - 1) in {"vào", "hồi"} or lx.word(hit[1]) in {"tuần", "hàng", "hằng"}
    return Piece({"weekday": int(hit[0])}, hit[1], bool(named or head == "hôm" or tied))


def day(lx: Lexemes, index: int, tied: bool = False) -> Piece | None:
    """`ngày 16/3`, `hôm 7-3-2019`, `ngày 16`, `mùng 3`, `rằm`, `16/3`.

    `tied` says that a piece of a date stands just before, so that no `ngày` is needed.
    """
    start = index + (lx.word(index) in {"ngày", "hôm"})
    if (of_month := _day_of_month(lx, start)) is not None:
        return of_month
    if (special := _lunar_day(lx, start)) is not None:
        return special
    return _written_day(lx, start, headed=tied or start > index, after=index)


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
    if not word[:1].isdigit() or _runs_on(lx, index):
        return None
    if match := _FULL.fullmatch(word):
        return _dated(int(match[1]), int(match[3]), index + 1, full_year(match[4]))
    if match := _DAY_MONTH.fullmatch(word):
        if headed or (match[2] == "/" and _stands_as_date(lx, index, int(match[1]))):
            return _dated(int(match[1]), int(match[3]), index + 1)
        return None
    return _dashed_day(lx, index, headed) or _bare_day(lx, index, headed and after < index)


def _dashed_day(lx: Lexemes, index: int, headed: bool) -> Piece | None:
    """`7-3-2019`, and after `ngày`, `hôm`, a part of the day also `7-3`."""
    first, second = whole(lx.word(index), 1, 31), whole(lx.word(index + 2), 1, 12)
    if first is None or second is None or lx.word(index + 1) not in _DASHES:
        return None
    year = lx.word(index + 4)
    dashed = lx.word(index + 3) in _DASHES and lx.glued(index + 3) == lx.glued(index + 1)
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
    if lx.word(index - 1) in {"từ", *to} and lx.word(index + 3) in to:
        return lx.word(index + 5) in _DASHES or bool(_DAY_MONTH.fullmatch(lx.word(index + 4)))
    return (
        lx.word(index - 1) in to
        and lx.word(index - 3) in _DASHES
        and lx.word(index - 5)
        in {
            "từ",
            "ngày",
        }
    )


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
    if lx.word(index - 1) in _DASHES | {"và", ","} and _DAY_MONTH.fullmatch(lx.word(index - 2)):
        return True
    after = lx.raw(index + 1)
    if time_words("before_day").before(lx.words, index):
        return first > 4 or not time_words("share").at(lx.words, index + 1)
    if lx.word(index - 1) == "(":
        return after in {")", ",", "-", "–", "/"}
    opens = index == 0 or lx.word(index - 1) in {"\n", "\n\n", ".", ",", "-", "–", ":", ";"}
    return first > 12 and lx.word(index) != _ROUND_THE_CLOCK and (opens or not after[:1].isalpha())


def month(lx: Lexemes, index: int) -> Piece | None:
    """`tháng 7`, `tháng 7/2023`, `tháng Giêng`, `tháng này`; `7/2023` alone."""
    if lx.word(index) != "tháng":
        return _month_year(lx, index) if not lx.labelled(index) else None
    word = lx.word(index + 1)
    if (number := whole(word, 1, 12)) is not None and not _runs_on(lx, index + 1):
        if lx.word(index + 2) in _DASHES | {"/"} and (year := year_at(lx, index + 3)):
            return Piece({"month": number, "year": year}, index + 4)
        return Piece({"month": number}, index + 2)
    if piece := _month_year(lx, index + 1, headed=True):
        return piece
    return _named_month(lx, index) or shifted(lx, index, "M")


def _month_year(lx: Lexemes, index: int, headed: bool = False) -> Piece | None:
    match = _MONTH_YEAR.fullmatch(lx.word(index))
    if match is None or not 1 <= int(match[1]) <= 12 or _runs_on(lx, index):
        return None
    if not _YEAR.fullmatch(match[2]):
        return None
    if not headed and ("." in match[0] or time_words("notdate").before(lx.words, index)):
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


def shifted(lx: Lexemes, index: int, unit: str) -> Piece | None:
    """`tuần này`, `năm ngoái`, `tháng tới`."""
    hit = time_words("shift").at(lx.words, index + 1)
    return Piece({"now": (unit, int(hit[0]))}, hit[1]) if hit else None


def week(lx: Lexemes, index: int) -> Piece | None:
    """`tuần này`, `cuối tuần qua`, `cuối tuần`."""
    ending = lx.word(index) == "cuối"
    start = index + ending
    if lx.word(start) != "tuần":
        return None
    piece = shifted(lx, start + (lx.word(start + 1) == "lễ"), "W")
    if not ending:
        return piece
    fields = dict(piece.fields) if piece else {"now": ("W", 0)}
    return Piece(fields | {"weekend": True}, piece.end if piece else start + 1)


def quarter(lx: Lexemes, index: int) -> Piece | None:
    """`quý I`, `quý 3/2023`, `quý III/2023`, `quý này`."""
    if lx.word(index) not in {"quý", "quí"}:
        return None
    number = _QUARTER.get(lx.word(index + 1))
    if number is None:
        piece = _month_year(lx, index + 1, headed=True)
        if piece and piece.fields["month"] <= 4:
            return Piece(
                {"quarter": piece.fields["month"], "year": piece.fields["year"]}, piece.end
            )
        return shifted(lx, index, "Q")
    if lx.word(index + 2) in {"/", "-", "."} and (year := year_at(lx, index + 3)):
        return Piece({"quarter": number, "year": year}, index + 4)
    return Piece({"quarter": number}, index + 2)


def year(lx: Lexemes, index: int) -> Piece | None:
    """`năm 2020`, `năm ngoái`, `năm Mậu Tuất`, `năm học 2020`."""
    if lx.word(index) != "năm":
        return None
    start = index + 1 + (lx.word(index + 1) in {"học", "tài"}) + (lx.word(index + 1) == "tài")
    if (number := year_at(lx, start)) is not None:
        return Piece({"year": number}, start + 1)
    cycle = sexagenary(lx, index + 1)
    return cycle or shifted(lx, index, "Y")


def sexagenary(lx: Lexemes, index: int) -> Piece | None:
    """`Mậu Tuất`: a year of the cycle of sixty, `cycle` 0 (Giáp Tý) to 59."""
    stem = time_words("stem").at(lx.words, index)
    branch = time_words("branch").at(lx.words, index + 1)
    if not stem or not branch or (int(stem[0]) - int(branch[0])) % 2:
        return None
    place = next(n for n in range(60) if n % 10 == int(stem[0]) and n % 12 == int(branch[0]))
    end = index + 2
    if (number := year_at(lx, end)) is not None:
        return Piece({"year": number}, end + 1)
    return Piece({"cycle": place}, end)


def decade(lx: Lexemes, index: int) -> Piece | None:
    """`những năm 1990`, `thập niên 90`, `những năm 80 của thế kỷ trước`."""
    words = lx.words
    opener = words[index : index + 2] == ["những", "năm"] or words[index : index + 2] in (
        ["thập", "niên"],
        ["thập", "kỷ"],
        ["thập", "kỉ"],
    )
    word = lx.word(index + 2)
    if not opener or not re.fullmatch(r"(?:1\d|20)?\d0", word) or _runs_on(lx, index + 2):
        return None
    number = full_year(word) if len(word) == 4 or int(word) > 40 else 1900 + int(word)
    return Piece({"decade": number // 10}, _of_century(lx, index + 3))


def _of_century(lx: Lexemes, index: int) -> int:
    start = index + (lx.word(index) in {"của", "cuối"})
    piece = century(lx, start)
    return piece.end if piece else index


def century(lx: Lexemes, index: int) -> Piece | None:
    """`thế kỷ 20`, `thế kỷ XX`, `thế kỷ trước`."""
    if lx.word(index) != "thế" or lx.word(index + 1) not in {"kỷ", "kỉ"}:
        return None
    start = index + 2 + (lx.word(index + 2) == "thứ")
    number = whole(lx.word(start), 1, 21) or _roman(lx.raw(start))
    if number:
        return Piece({"century": number - 1}, start + 1)
    return shifted(lx, index + 1, "CE")


def _roman(word: str) -> int | None:
    if not re.fullmatch(r"X{0,2}(?:IX|IV|V?I{0,3})", word) or not word:
        return None
    values = [_ROMAN[c] for c in word.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def season(lx: Lexemes, index: int) -> Piece | None:
    """`mùa hè năm 2019`, `hè 2019`, `mùa đông này`."""
    hit = time_words("season").at(lx.words, index)
    if hit is None:
        return None
    fields: Fields = {"season": hit[0]}
    if (number := year_at(lx, hit[1])) is not None:
        return Piece(fields | {"year": number}, hit[1] + 1)
    near = time_words("shift").at(lx.words, hit[1])
    if near and lx.word(index) == "mùa":
        return Piece(fields | {"now": ("Y", int(near[0]))}, near[1])
    return Piece(fields, hit[1], sure=False)


def holiday(lx: Lexemes, index: int) -> Piece | None:
    """`Tết Nguyên đán 2021`, `Tết Kỷ Hợi`, `giỗ Tổ Hùng Vương`, `Noel`."""
    hit = holidays().at(lx.words, index)
    if hit is None:
        return _tet(lx, index)
    named, end = hit
    fields: Fields = {"holiday": named}
    if cycle := sexagenary(lx, end):
        return Piece(fields | cycle.fields, cycle.end)
    if (number := year_at(lx, end)) is not None:
        return Piece(fields | {"year": number}, end + 1)
    return Piece(fields, end)


def _tet(lx: Lexemes, index: int) -> Piece | None:
    """A bare `Tết` is a day only with its year."""
    if lx.raw(index) != "Tết":
        return None
    first = holidays().at(["tết", "nguyên", "đán"], 0)
    found = sexagenary(lx, index + 1) or year(lx, index + 1)
    if found is None and (number := year_at(lx, index + 1)) is not None:
        found = Piece({"year": number}, index + 2)
    return Piece({"holiday": first[0]} | found.fields, found.end) if first and found else None


READERS = (
    clock,
    holiday,
    today,
    said,
    part_of_day,
    weekday,
    week,
    quarter,
    decade,
    century,
    season,
    month,
    year,
)
