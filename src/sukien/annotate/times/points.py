"""Points of time: pieces side by side that say different things of one day, hour or year."""

from collections.abc import Callable, Iterable
from functools import cache

from sukien.annotate.times import clock as clocks
from sukien.annotate.times import dates, years
from sukien.annotate.times.pieces import Fields, Piece
from sukien.knowledge.calendar import holidays, time_words
from sukien.knowledge.numerals import numeral_words
from sukien.text.lexemes import Lexemes

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


def joined(lx: Lexemes, index: int) -> Piece | None:
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


@cache
def _follow() -> frozenset[str]:
    """Words with which the second time of a range begins: `thứ Hai tới [thứ] Sáu`."""
    roles = ("part", "unit", "weekday", "edge", "blur")
    return frozenset({"nay", "hết"}).union(*(time_words(role).firsts() for role in roles))


def trailing(lx: Lexemes, index: int) -> int:
    """The lexeme after `này`, `vừa qua`, `tới` that close a point."""
    hit = time_words("trail").at(lx.words, index)
    if hit is None:
        return index
    after = lx.raw(hit[1])
    if hit[1] > index + 1 or lx.word(index) == "này" or not after[:1].isalnum():
        return hit[1] if lx.word(index) != "trước" else index
    arrives = after[:1].isupper() or after[:1].isdigit() or after in _follow()
    return hit[1] if lx.word(index) == "tới" and not arrives else index
