"""Finding the time expressions of a text, before they are set against a calendar.

One pass over the lexemes. At a lexeme with which a time can begin, a duration, set or reference is
tried, then pieces of a point are joined as long as they say different things.
"""

from functools import cache

from sukien.annotate.times import dates, pieces, years
from sukien.annotate.times.lists import bare_years, day_list
from sukien.annotate.times.neighbours import dated_clocks, listed
from sukien.annotate.times.pieces import Fields, Piece
from sukien.annotate.times.points import joined, trailing
from sukien.annotate.times.spans import Found, counted_on, reference, repeated, stretch, unit_at
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
_BLURS = 3
_REACH = 7  # lexemes behind an opening word among which a unit must stand


@cache
def _openers() -> frozenset[str]:
    firsts = [time_words(role).firsts() for role in _ROLES]
    return frozenset(_OPENERS).union(holidays().firsts(), numeral_words(), *firsts)


@cache
def _weak_openers() -> frozenset[str]:
    """Words that open a time only where a unit, a part of the day or a number is near."""
    roles = ("blur", "edge", "vague", "every")
    counted = frozenset(numeral_words()).union(*(time_words(role).firsts() for role in roles))
    alone = ("ref", "today", "said", "part", "weekday", "season", "set", "half")
    sure = holidays().firsts().union(*(time_words(role).firsts() for role in alone))
    return (counted | {"cả"}) - {"năm", "tư"} - sure


@cache
def _sure_openers() -> frozenset[str]:
    return _openers() - _weak_openers()


@cache
def _near_words() -> frozenset[str]:
    roles = ("unit", "part", "weekday", "month", "season")
    firsts = (time_words(role).firsts() for role in roles)
    return holidays().firsts().union({"tết", "rưỡi", "thập", "thế", "nay", "lần"}, *firsts)


def _near(words: list[str], index: int) -> bool:
    """Whether one of the next words can belong to a time."""
    behind = words[index + 1 : index + _REACH]
    return not _near_words().isdisjoint(behind) or any(word[0].isdigit() for word in behind[:2])


def read_times(lx: Lexemes) -> list[Found]:
    """All time expressions in order; no two share a lexeme."""
    found: list[Found] = []
    index, openers, sure, words = 0, _openers(), _sure_openers(), lx.words
    while index < lx.size:
        word = words[index]
        opens = word[0].isdigit() or (word in openers and (word in sure or _near(words, index)))
        here = _at(lx, index) if opens else []
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
    if days := day_list(lx, index):
        return days
    same = _same_time(lx, index)
    start = index + same
    blur, first = _blur(lx, start)
    found = joined(lx, first) or (_edge_unit(lx, first) if blur else None)
    if found is None and same:
        number = pieces.year_at(lx, start)
        found = Piece({"year": number}, start + 1) if number else None
    if found is None:
        return bare_years(lx, index)
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
    end = trailing(lx, piece.end)
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
