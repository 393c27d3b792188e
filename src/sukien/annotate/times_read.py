"""Finding the time expressions of a text, before they are set against a calendar.

One pass over the lexemes. At a lexeme with which a time can begin, a duration, set or reference is
tried, then pieces of a point are joined as long as they say different things.
"""

from collections.abc import Callable, Iterable
from functools import cache

from sukien.annotate import times_clock as clocks
from sukien.annotate import times_dates as dates
from sukien.annotate import times_pieces as pieces
from sukien.annotate import times_years as years
from sukien.annotate.times_neighbours import LENT, dated_clocks, listed
from sukien.annotate.times_pieces import LISTS, Fields, Piece
from sukien.annotate.times_spans import Found, counted_on, reference, repeated, stretch, unit_at
from sukien.knowledge.calendar import holidays, time_words
from sukien.knowledge.numerals import numeral_words
from sukien.text.lexemes import Lexemes

_ROLES = ("part", "weekday", "today", "said", "blur", "edge", "every", "vague", "ref", "season")
_OPENERS = (
    *("ngày", "hôm", "tháng", "năm", "tuần", "cuối", "quý", "quí", "học", "những", "thập", "thế"),
    *("cách", "nửa", "tết", "rằm", "mùng", "mồng", "cùng", "sau", "trước", "giờ", "tương", "quá"),
    *("cả", "thường", "q1", "q2", "q3", "q4"),
)
_TO = frozenset({"-", "–", "đến", "tới"})
_AFTER_YEAR = frozenset(
    {"đến", "tới", "và", "của", "cho", "sẽ", "tại", "đã", "là", "trở", "có", "thì"}
)
_LONGEST = 12  # times in a list, so that a heap of numbers is read in linear time
_BLURS = 3
_NUMBER_READERS = (clocks.clock, dates.month)


Reader = Callable[[Lexemes, int], Piece | None]


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """For each word with which a piece of a point can begin the readers to try, in order."""
    begin: list[tuple[Reader, Iterable[str]]] = [
        (clocks.clock, numeral_words()),
        (years.holiday, holidays().firsts() | {"tết"}),
        (clocks.today, time_words("today").firsts()),
        (clocks.said, time_words("said").firsts()),
        (clocks.part_of_day, time_words("part").firsts()),
        (clocks.weekday, time_words("weekday").firsts() | {"hôm", "ngày"}),
        (years.week, ("tuần", "cuối")),
        (years.quarter, ("quý", "quí", *years.SHORT_QUARTERS)),
        (years.term, ("học",)),
        (years.half_year, time_words("half").firsts()),
        (years.decade, ("những", "thập")),
        (years.century, ("thế",)),
        (years.season, time_words("season").firsts()),
        (dates.month, ("tháng",)),
        (years.year, ("năm",)),
    ]
    table: dict[str, list[Reader]] = {}
    for reader, words in begin:
        for word in words:
            table.setdefault(word, []).append(reader)
    return {word: tuple(readers) for word, readers in table.items()}


@cache
def _openers() -> frozenset[str]:
    firsts = [time_words(role).firsts() for role in _ROLES]
    return frozenset(_OPENERS).union(holidays().firsts(), numeral_words(), *firsts)


@cache
def _follow() -> frozenset[str]:
    """Words with which the second time of a range begins: `thứ Hai tới [thứ] Sáu`."""
    roles = ("part", "unit", "weekday", "edge", "blur")
    return frozenset({"nay", "hết"}).union(*(time_words(role).firsts() for role in roles))


def read_times(lx: Lexemes) -> list[Found]:
    """All time expressions in order; no two share a lexeme."""
    found: list[Found] = []
    index, openers, words = 0, _openers(), lx.words
    while index < lx.size:
        word = words[index]
        here = _at(lx, index) if word in openers or word[0].isdigit() else []
        found += here
        index = max(index + 1, here[-1].end if here else 0)
    return dated_clocks(lx, listed(lx, found))


def _at(lx: Lexemes, index: int) -> list[Found]:
    if lx.word(index)[0].isdigit():
        return _points(lx, index) or stretch(lx, index)
    if one := years.decade(lx, index):
        return _decades(lx, index, one)
    if lx.word(index) == "trước" and (past := stretch(lx, index)):
        return past
    if single := counted_on(lx, index) or reference(lx, index) or repeated(lx, index):
        return [single]
    return _points(lx, index) or stretch(lx, index)


def _decades(lx: Lexemes, index: int, one: Piece) -> list[Found]:
    """`những năm 1980`, `những năm 1980 - 1990`."""
    first = Found("point", index, one.end, one.fields)
    number = pieces.year_at(lx, one.end + 1) if lx.word(one.end) in _TO else None
    if number is None or number % 10:
        return [first]
    second = Found("point", one.end + 1, one.end + 2, {"decade": number // 10})
    return [first, second]


def _points(lx: Lexemes, index: int) -> list[Found]:
    if days := _day_list(lx, index):
        return days
    same = _same_time(lx, index)
    start = index + same
    blur, first = _blur(lx, start)
    found = _joined(lx, first) or (_edge_unit(lx, first) if blur else None)
    if found is None and same:
        number = pieces.year_at(lx, start)
        found = Piece({"year": number}, start + 1) if number else None
    if found is None:
        return _bare_years(lx, index)
    fields, end = _closed(lx, found)
    return [Found("point", index, end, fields, blur)]


def _same_time(lx: Lexemes, index: int) -> int:
    """How many lexemes `cùng kỳ`, `cùng thời điểm (này)` take, 0 when they are not there."""
    for phrase in (["cùng", "thời", "điểm", "này"], ["cùng", "thời", "điểm"], ["cùng", "kỳ"]):
        if lx.words[index : index + len(phrase)] == phrase:
            return len(phrase)
    return 0


def _closed(lx: Lexemes, piece: Piece) -> tuple[Fields, int]:
    """The point with what closes it: `hàng tuần` makes it a set, `tới` sets its direction."""
    every = time_words("every").at(lx.words, piece.end)
    if every and (unit := unit_at(lx, every[1])):
        return piece.fields | {"every": True}, unit[1]
    if dated := _bracketed_day(lx, piece):
        return dated, piece.end
    end = _trailing(lx, piece.end)
    hit = time_words("trail").at(lx.words, piece.end) if end > piece.end else None
    return piece.fields | ({"toward": int(hit[0])} if hit else {}), end


def _bracketed_day(lx: Lexemes, piece: Piece) -> Fields | None:
    """`thứ Hai (21/10)`: the date in brackets says which Monday it is."""
    if "weekday" not in piece.fields or lx.word(piece.end) != "(":
        return None
    found = dates.day(lx, piece.end + 1, tied=True)
    if found is None or not {"day", "month"} <= found.fields.keys():
        return None
    kept = {k: v for k, v in piece.fields.items() if k in {"part", "hour", "minute"}}
    return {k: v for k, v in found.fields.items() if k != "toward"} | kept


def _blur(lx: Lexemes, index: int) -> tuple[tuple[str, str] | None, int]:
    """The mods of the blurring words before a point, and the lexeme after them."""
    mods: tuple[str, str] | None = None
    for _ in range(_BLURS):
        edge = time_words("edge").at(lx.words, index) or _half_edge(lx, index)
        hit = time_words("blur").at(lx.words, index)
        if edge and not years.week(lx, index) and not time_words("noedge").before(lx.words, index):
            mods, index = (edge[0], edge[0]), edge[1]
        elif hit and (lx.word(index) != "hơn" or _numbered(lx, hit[1])):
            mods, index = (hit[0].split()[0], hit[0].split()[1]), hit[1]
        else:
            break
    return mods, index


def _half_edge(lx: Lexemes, index: int) -> tuple[str, int] | None:
    """`nửa đầu` of anything but a year; of a year it makes a half year."""
    hit = time_words("half").at(lx.words, index)
    if hit is None or lx.word(hit[1]) == "năm":
        return None
    return ("START" if hit[0] == "1" else "END"), hit[1]


def _numbered(lx: Lexemes, index: int) -> bool:
    """Whether a number follows `hơn`: `hơn 9h`, not `vui hơn Giáng sinh`."""
    return lx.word(index)[:1].isdigit() or lx.word(index) in numeral_words()


def _edge_unit(lx: Lexemes, index: int) -> Piece | None:
    """`đầu năm`, `cuối tháng`: the present one."""
    unit = unit_at(lx, index)
    before = time_words("edge").before(lx.words, index)
    if unit is None or unit[0] not in {"W", "M", "Y", "Q"} or not before:
        return None
    weekend = unit[0] == "W" and lx.word(index - 1) == "cuối"
    return Piece({"now": (unit[0], 0)} | ({"weekend": True} if weekend else {}), unit[1])


def _joined(lx: Lexemes, index: int) -> Piece | None:
    """Pieces side by side, one of them sure, none saying what another says."""
    fields: Fields = {}
    sure, end = False, index
    while piece := _next_piece(lx, end, fields):
        fields, sure, end = fields | piece.fields, sure or piece.sure, piece.end
        if "hour" in fields and piece.fields.keys() & {"hour", "part"}:
            end = clocks.zone(lx, end)
        if lx.words[end : end + 2] == ["âm", "lịch"]:
            fields, sure, end = fields | {"lunar": True}, True, end + 2
    sure = sure or ("hour" in fields and ("part" in fields or _clock_before(lx, index)))
    sure = sure or ("season" in fields and len(fields) > 1)
    return Piece(fields, end) if fields and (sure or _is_lunar_date(fields)) else None


def _is_lunar_date(fields: Fields) -> bool:
    return bool(fields.get("lunar")) and "month" in fields


def _clock_before(lx: Lexemes, index: int) -> bool:
    return lx.word(index - 1) in {"lúc", "vào", "hồi", "từ", "đến", "tới"}


def _next_piece(lx: Lexemes, index: int, fields: Fields) -> Piece | None:
    comma = bool(fields) and lx.word(index) == ","
    start = index + comma
    tied = bool(fields.keys() & {"part", "hour", "weekday", "now"}) and not comma
    word = lx.word(start)
    digits = word[:1].isdigit()
    for reader in _NUMBER_READERS if digits else _readers().get(word, ()):
        piece = reader(lx, start)
        if piece and _goes_with(fields, piece, comma):
            return piece
    piece = dates.day(lx, start, tied) if digits or word in dates.OPENERS else None
    return piece if piece and _goes_with(fields, piece, comma) else None


def _goes_with(fields: Fields, piece: Piece, comma: bool) -> bool:
    """Whether a piece adds to the date without contradicting it."""
    given = piece.fields.keys()
    if not fields:
        return True
    if (fields.keys() & given) - {"lunar"}:
        return False
    if "hour" in given or "weekend" in given or _at_odds(fields, piece.fields):
        return False
    if "part" in given and not fields.keys() <= {"hour", "minute"}:
        return False
    if {"now", "said"} & given and {"now", "said"} & fields.keys():
        return False
    again = "toward" in piece.fields and "weekday" in fields
    return not comma or (piece.sure and not again and _goes_on(fields, piece.fields))


def _at_odds(fields: Fields, given: Fields) -> bool:
    """`ngày hôm sau` and a date, a weekday and a year without a day: two times."""
    if "weekday" in fields and "day" not in fields and "day" not in given:
        return bool(given.keys() & {"year", "month", "quarter"})
    return "said" in fields and "day" in given and fields["said"] != ("D", 0)


def _goes_on(fields: Fields, given: Fields) -> bool:
    """Whether a date goes on behind a comma: `15h30, ngày 12/3`, `thứ Hai, 12/3`."""
    if "weekday" in fields:
        return "day" in given
    if fields.keys() <= {"hour", "minute", "part"}:
        return bool(given.keys() & {"day", "now", "said", "weekday"})
    return fields.get("now", ("", 0))[0] == "D" and {"day", "month"} <= given.keys()


def _trailing(lx: Lexemes, index: int) -> int:
    """The lexeme after `này`, `vừa qua`, `tới` that close a point."""
    hit = time_words("trail").at(lx.words, index)
    if hit is None:
        return index
    after = lx.raw(hit[1])
    if hit[1] > index + 1 or lx.word(index) == "này" or not after[:1].isalnum():
        return hit[1] if lx.word(index) != "trước" else index
    arrives = after[:1].isupper() or after[:1].isdigit() or after in _follow()
    return hit[1] if lx.word(index) == "tới" and not arrives else index


def _bare_years(lx: Lexemes, index: int) -> list[Found]:
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


def _day_list(lx: Lexemes, index: int) -> list[Found]:
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
    second = _joined(lx, index + 2) if hour is not None and lx.word(index + 1) in _TO else None
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
    return Found("point", start, _trailing(lx, piece.end), piece.fields)


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
