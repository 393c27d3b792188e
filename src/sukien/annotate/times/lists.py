"""Points of time that share a word: `ngày 26 và 27/7`, `từ 6 đến 7h sáng`, `2015-2018`."""

from sukien.annotate.times import clock as clocks
from sukien.annotate.times import dates, pieces, years
from sukien.annotate.times.neighbours import LENT
from sukien.annotate.times.pieces import LISTS, Fields, Piece
from sukien.annotate.times.points import joined, trailing
from sukien.annotate.times.spans import Found
from sukien.knowledge.calendar import time_words
from sukien.text.lexemes import Lexemes

_TO = frozenset({"-", "–", "đến", "tới"})
_AFTER_YEAR = frozenset(
    {"đến", "tới", "và", "của", "cho", "sẽ", "tại", "đã", "là", "trở", "có", "thì"}
)
_LONGEST = 12  # times in a list, so that a heap of numbers is read in linear time


def bare_years(lx: Lexemes, index: int) -> list[Found]:
    """`(1962)`, `từ 2015 đến 2018`, `giai đoạn 2016-2020`, `SN 1975`."""
    if not lx.word(index)[:1].isdigit():
        return []
    first = _recent_year(lx, index)
    told = time_words("before_year").before(lx.words, index) or lx.word(index - 1) == "("
    second = _second_year(lx, index + 2, first) if lx.word(index + 1) in LISTS else None
    pair = bool(second) and lx.word(index + 1) in pieces.DASHES
    model = lx.word(index - 1) in {"đời", "bản", "model"}
    if first is None or lx.labelled(index) or model or not (told or pair):
        return []
    one = Found("point", index, index + 1, {"year": first})
    if second and second > first and not time_words("counted").at(lx.words, index + 3):
        return [one, Found("point", index + 2, index + 3, {"year": second})]
    return [one] if told and _ends_year(lx.word(index + 1)) else []


def _second_year(lx: Lexemes, index: int, first: int | None) -> int | None:
    """`2021-2025`, behind a word such as `giai đoạn` also `2021-25`."""
    short = pieces.whole(lx.word(index), 1, 99)
    told = time_words("before_year").before(lx.words, index - 2)
    if first and short and told and lx.glued(index) and len(lx.word(index)) == 2:
        return first // 100 * 100 + short
    return _recent_year(lx, index)


def _recent_year(lx: Lexemes, index: int) -> int | None:
    number = pieces.year_at(lx, index)
    return number if number and 1900 <= number <= 2050 else None


def _ends_year(after: str) -> bool:
    """Whether what follows four digits leaves them a year."""
    plain = not after[:1].isalnum() and after not in {"%", "/", "$", "€"}
    return plain or after in _AFTER_YEAR


def day_list(lx: Lexemes, index: int) -> list[Found]:
    """`ngày 26 và 27/7`, `từ 20 đến 23/10`, `20-23/10`, `tháng 3 và 4/2020`, `năm 2019, 2020`."""
    word = lx.word(index)
    if word in {"ngày", "tháng", "năm", "hôm", "quý"} or time_words("part").at(lx.words, index):
        return _numbers(lx, index)
    if pieces.whole(word, 0, 31) is None or lx.labelled(index):
        return []
    if hours := _hours(lx, index):
        return hours
    dash = lx.word(index + 1) in {"-", "–"}
    days = dash or lx.word(index - 1) in {"từ", "trong", "và", "đến", "ngày"}
    return _numbers(lx, index) if days else []


def _hours(lx: Lexemes, index: int) -> list[Found]:
    """`6-7h sáng`, `từ 8 đến 10 giờ tối nay`: the first hour is of the second's day."""
    hour = pieces.whole(lx.word(index), 0, 24)
    second = joined(lx, index + 2) if hour is not None and lx.word(index + 1) in _TO else None
    if second is None or second.fields.get("hour", -1) <= hour or lx.word(index + 2) == "ngày":
        return []
    first = {k: v for k, v in second.fields.items() if k in LENT | {"part"}} | {"hour": hour}
    return [
        Found("point", index, index + 1, first),
        Found("point", index + 2, second.end, second.fields),
    ]


def _numbers(lx: Lexemes, index: int) -> list[Found]:
    """A head word, numbers parted by list words, the last with what the others lack."""
    part = time_words("part").at(lx.words, index)
    first = part[1] if part else index
    head = lx.word(first) if lx.word(first) in {"ngày", "hôm", "tháng", "năm", "quý"} else ""
    place = first + bool(head) + (head == "năm" and lx.word(first + 1) == "học")
    found: list[Found] = []
    start = index
    while len(found) < _LONGEST and _is_item(lx, place, head) and lx.word(place + 1) in LISTS:
        after = place + 2 + (lx.word(place + 2) == head)
        if found and head == "năm" and not _is_item(lx, after, head):
            break
        if head in {"", "ngày", "hôm"} and _dashed_end(lx, place):
            if found and lx.word(place - 1) in pieces.DASHES:
                return []  # 3-5-2 is no list of days
            break
        name = {"tháng": "month", "năm": "year", "quý": "quarter"}.get(head, "day")
        fields: Fields = {name: int(lx.word(place))}
        if part and not found:
            fields["part"] = part[0]
        found.append(Found("point", start, place + 1, fields))
        start = place + (1 if lx.word(place + 1) == "rạng" else 2)
        place = start + (bool(head) and lx.word(start) == head)
    last = _last_item(lx, start, place, head) if found else None
    return [*_inherited(found, last.fields), last] if last else []


def _dashed_end(lx: Lexemes, place: int) -> bool:
    """`từ 20 đến [26-10]`: a date with a dash, not two more days."""
    month = pieces.whole(lx.word(place + 2), 1, 12)
    return month is not None and lx.glued(place + 1) and lx.word(place + 3) not in {"-", "–"}


def _is_item(lx: Lexemes, index: int, head: str) -> bool:
    if head == "năm":
        return pieces.year_at(lx, index) is not None
    top = {"tháng": 12, "quý": 4}.get(head, 31)
    return pieces.whole(lx.word(index), 1, top) is not None


def _last_item(lx: Lexemes, start: int, place: int, head: str) -> Found | None:
    if head == "năm":
        number = pieces.year_at(lx, place)
        return Found("point", start, place + 1, {"year": number}) if number else None
    if head in {"tháng", "quý"}:
        return _last_month(lx, start, place, head)
    piece = dates.day(lx, start, tied=True) or clocks.part_of_day(lx, start)
    if piece and "part" in piece.fields:
        after = dates.day(lx, piece.end, tied=True)
        piece = Piece(piece.fields | after.fields, after.end) if after else None
    if piece and "month" not in piece.fields and (more := dates.month(lx, piece.end)):
        piece = Piece(piece.fields | more.fields, more.end)
    if piece is None or not {"month", "now"} & piece.fields.keys() or "day" not in piece.fields:
        return None
    if "year" not in piece.fields and (more := years.year(lx, piece.end)):
        piece = Piece(piece.fields | more.fields, more.end)
    return Found("point", start, trailing(lx, piece.end), piece.fields)


def _last_month(lx: Lexemes, start: int, place: int, head: str) -> Found | None:
    name = {"tháng": "month", "quý": "quarter"}[head]
    match = dates.month(lx, place) if lx.word(place) != "tháng" else None
    if match and "month" in match.fields:
        fields = {name: match.fields["month"], "year": match.fields["year"]}
        return Found("point", start, match.end, fields)
    number = pieces.whole(lx.word(place), 1, 12 if name == "month" else 4)
    after = lx.word(place + 1)
    if number is None or (after[:1].isalnum() and after != "năm"):
        return None
    year = years.year(lx, place + 1)
    fields = {name: number} | (year.fields if year else {})
    return Found("point", start, year.end if year else place + 1, fields)


def _inherited(found: list[Found], last: Fields) -> list[Found]:
    """The earlier times of a list with the month and year that only the last one names."""
    given = {name: last[name] for name in ("month", "year", "now", "lunar") if name in last}
    return [one._replace(fields=given | one.fields) for one in found]
