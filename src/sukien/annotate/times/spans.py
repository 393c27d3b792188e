"""Times that are no point on the calendar: durations, sets of times, vague references."""

from typing import NamedTuple

from sukien.annotate.times.clock import part_of_day, weekday
from sukien.annotate.times.pieces import Fields, year_at
from sukien.annotate.times.years import season, week
from sukien.knowledge.calendar import time_words
from sukien.knowledge.numerals import numeral_at, numeral_words
from sukien.knowledge.units import units
from sukien.text.lexemes import Lexemes

_BYGONE = frozenset({"những", "bao", "suốt", "qua", "các", "nhiều", "của"})
_AFTER_HOURS = frozenset({"sau", "trước", "nữa", "rưỡi", "liền", "đồng", "qua", ",", "."})
_NEAR = 4  # lexemes between `ngày nào` and its `cũng`
_WITHIN = frozenset({"trong", "ở", "cho", "về", "tới"})
_NOW = frozenset({"chỉ", "vẫn", "đã", "mới", "không", "thì", "rất", "chính"})
_NAMED = frozenset({"thế", "thập", "mùa", "học", "kỳ"})
_AGO = (["cách", "đây"], ["cách", "nay"], ["trước", "đây"])
_LISTS = frozenset({"và", "-", "–", ","})
_TO = frozenset({"-", "–", "—", "đến", "tới", ","})
Amount = tuple[str, float | None]


class Found(NamedTuple):
    """A time expression as read: lexemes `start` to `end` and what they say.

    `kind` is point, stretch, set or ref; `fields` hold the parts of a date, the `amounts` and
    `side` of a stretch, or `ref`; `blur` are the mods that a word before it gives, for a point and
    for a duration.
    """

    kind: str
    start: int
    end: int
    fields: Fields
    blur: tuple[str, str] | None = None


def reference(lx: Lexemes, index: int) -> Found | None:
    """`nay`, `hiện tại`, `gần đây`, `thời gian tới`, `đến giờ`, `trong tương lai`."""
    if alone := _standing_alone(lx, index):
        return Found("ref", index, index + alone[1], {"ref": alone[0]})
    hit = time_words("ref").at(lx.words, index)
    if hit is None or not _may_refer(lx, index, hit[1]):
        return None
    return Found("ref", index, hit[1], {"ref": hit[0]})


def _standing_alone(lx: Lexemes, index: int) -> tuple[str, int] | None:
    """Words that are times only behind certain others: `đến giờ`, `trong quá khứ`."""
    before = lx.word(index - 1)
    if lx.word(index) == "giờ":
        now = before in {"đến", "tới", "từ"} or lx.word(index + 1) in _NOW
        return ("PRESENT", 1) if now and not _ends_clock(lx, index) else None
    found = {"tương lai": "FUTURE", "quá khứ": "PAST"}.get(" ".join(lx.words[index : index + 2]))
    near = lx.word(index + 2) in {"gần", "xa"} or lx.words[index + 2 : index + 4] == ["không", "xa"]
    return (found, 2) if found and not near and before in _WITHIN else None


def _ends_clock(lx: Lexemes, index: int) -> bool:
    """Whether `giờ` belongs to a number or another word: `8 giờ`, `bây giờ`, `mấy giờ`."""
    before = lx.word(index - 1)
    other = before in {"bây", "bấy", "mấy", "hiện", "vài", "nhiều", "hàng", "múi", "nửa", "theo"}
    return other or before[:1].isdigit() or before in numeral_words()


def _may_refer(lx: Lexemes, index: int, end: int) -> bool:
    word, before = lx.word(index), lx.word(index - 1)
    if word == "hiện" and time_words("noref").before(lx.words, index):
        return False
    opens = index == 0 or not before[:1].isalnum()
    if word == "nay" and end == index + 1:
        return before not in {"cách", "xưa", "lâu", "bữa", "lúc", "khi", "đời", "ngày"} and (
            opens or lx.raw(index) == "nay"
        )
    if word == "tới":
        return opens or before in {"gian", "trong"}
    if (word, lx.word(end)) == ("gần", "khu"):
        return False
    return lx.word(end) != "nhất" or word == "gần"


def repeated(lx: Lexemes, index: int) -> Found | None:
    """`mỗi năm`, `hằng tuần`, `hàng ngày`, `mỗi sáng`, `mỗi 2 năm`."""
    if named := time_words("set").at(lx.words, index):
        near = lx.words[named[1] : named[1] + _NEAR]
        if lx.word(named[1] - 1) != "nào" or "cũng" in near:
            return Found("set", index, named[1], {"amounts": ((named[0], 1.0),)})
    hit = time_words("every").at(lx.words, index)
    if hit is None or (lx.word(index) == "hàng" and not _repeats(lx, index)):
        return None
    if lx.raw(index)[:1].isupper() and lx.raw(index - 1)[:1].isupper():
        return None  # `Lê Thị Thu Hằng hôm nay`
    start = hit[1]
    for reader in (week, weekday, part_of_day, season):
        piece = reader(lx, start)
        if piece is not None:
            return Found("point", index, piece.end, piece.fields | {"every": True})
    unit = unit_at(lx, start)
    counted = lx.word(index) in {"mỗi", "cứ"}
    number = numeral_at(lx, start) if counted and not unit else None
    unit = unit_at(lx, number.end) if number else unit
    if unit is None or lx.word(index) == "mọi" or (lx.word(index) == "cứ" and not number):
        return None
    return Found("set", index, unit[1], {"amounts": ((unit[0], number.value if number else 1.0),)})


def _repeats(lx: Lexemes, index: int) -> bool:
    after = lx.word(index + 2)
    yearly = lx.word(index + 1) in {"năm", "quý"} and not after[:1].isdigit()
    if lx.word(index + 1) == "thứ" or (time_words("noset").before(lx.words, index) and not yearly):
        return False
    return after not in {"trời", "liền", "đồng"} and not (
        lx.word(index + 1) in {"năm", "tháng"} and after[:1].isdigit()
    )


def unit_at(lx: Lexemes, index: int) -> tuple[str, int] | None:
    """The unit's TIMEX3 letter and the lexeme after it, or None."""
    lately = lx.words[index + 1 : index + 3] == ["mới", "đây"]
    if time_words("nounit").at(lx.words, index) and not lately:
        return None
    return time_words("unit").at(lx.words, index)


def stretch(lx: Lexemes, index: int) -> list[Found]:
    """`5 ngày`, `nhiều năm qua`, `2 giờ 30 phút`, `3-5 ngày` (two), `hai năm trước` (a point)."""
    ago = lx.words[index : index + 2] in _AGO
    start = index + 2 * ago
    blur = time_words("blur").at(lx.words, start)
    first = blur[1] if blur else start
    range_end = _range(lx, first)
    found = _amounts(lx, range_end or first)
    if found is None:
        return []
    amounts, end = found
    mods = (blur[0].split()[0], blur[0].split()[1]) if blur else None
    whole = _closed(lx, index, amounts, end, "past" if ago else "")
    if whole is None:
        return []
    if not range_end:
        return [whole._replace(blur=mods)]
    lower = numeral_at(lx, first)
    if lower is None:
        return []
    head = Found("stretch", index, lower.end, {"amounts": ((amounts[0][0], lower.value),)}, mods)
    return [head, whole._replace(start=range_end)]


def counted_on(lx: Lexemes, index: int) -> Found | None:
    """`sau đó 2 tuần`, `trước đó hơn một tháng`: counted from what was told."""
    side = {"sau": "after", "trước": "before"}.get(lx.word(index))
    if side is None or lx.word(index + 1) not in {"đó", "đấy"}:
        return None
    blur = time_words("blur").at(lx.words, index + 2)
    found = _amounts(lx, blur[1] if blur else index + 2)
    if found is None or found[0][0][1] is None or lx.word(found[1]) in {"qua", "tới", "nữa"}:
        return None
    amounts, end = found
    mods = (blur[0].split()[0], blur[0].split()[1]) if blur else None
    return Found("stretch", index, end, {"amounts": amounts, "side": side}, mods)


def _range(lx: Lexemes, index: int) -> int | None:
    """Where the upper number of `3-5 ngày`, `3 đến 5 ngày` starts."""
    number = numeral_at(lx, index)
    if number is None or lx.word(number.end) not in _TO:
        return None
    upper = numeral_at(lx, number.end + 1)
    fits = upper is not None and upper.value > number.value and unit_at(lx, upper.end)
    return number.end + 1 if fits else None


def _amounts(lx: Lexemes, index: int) -> tuple[tuple[Amount, ...], int] | None:
    """Numbers with their units: `2 giờ 30 phút`, `vài tháng`, `một năm rưỡi`, `nửa năm`."""
    vague = time_words("vague").at(lx.words, index)
    if vague and (unit := unit_at(lx, vague[1])):
        return _vague_amount(lx, index, unit)
    if lx.word(index) in {"cả", "nửa"}:
        return _whole_or_half(lx, index)
    number = numeral_at(lx, index)
    if number is None or lx.labelled(index) or (lx.word(index - 1) == "/" and lx.glued(index)):
        return None
    unit = unit_at(lx, number.end)
    if unit is None or not _counts(lx, index, number.end, unit):
        return None
    value, end = number.value, unit[1]
    if (half := numeral_words().get(lx.word(end))) and half.role == "half":
        return ((unit[0], value + 0.5),), end + 1
    return _more(lx, (unit[0], value), end)


def _whole_or_half(lx: Lexemes, index: int) -> tuple[tuple[Amount, ...], int] | None:
    """`cả ngày`, `nửa năm`."""
    unit = unit_at(lx, index + 1)
    half = lx.word(index) == "nửa"
    if unit is None or (unit[0] == "NI" if half else not _is_whole(lx, unit)):
        return None
    return ((unit[0], 0.5 if half else 1.0),), unit[1]


def _is_whole(lx: Lexemes, unit: tuple[str, int]) -> bool:
    """Whether `cả ngày`, `cả tuần` is a length: no date, `này` or `qua` follows."""
    after = lx.word(unit[1])
    dated = after[:1].isdigit() or after in {"hôm", "thứ", "chủ", "lẫn", "và"}
    return (
        unit[0] in {"D", "W", "M", "Y"}
        and not dated
        and not time_words("shift").at(lx.words, unit[1])
    )


def _more(lx: Lexemes, first: Amount, end: int) -> tuple[tuple[Amount, ...], int]:
    """A smaller unit that follows: `2 giờ [30 phút]`."""
    order = ["Y", "M", "W", "D", "TH", "TM", "TS"]
    number = numeral_at(lx, end)
    unit = unit_at(lx, number.end) if number else None
    if number is None or unit is None or first[0] not in order or unit[0] not in order:
        return (first,), end
    if order.index(unit[0]) <= order.index(first[0]) or time_words("unit").at(lx.words, unit[1]):
        return (first,), end
    return (first, (unit[0], number.value)), unit[1]


def _vague_amount(
    lx: Lexemes, index: int, unit: tuple[str, int]
) -> tuple[tuple[Amount, ...], int] | None:
    letter, end = unit
    closes = time_words("span").at(lx.words, end) or _opening(lx, end)
    if lx.word(index) in {"những", "các", "một"} and not closes:
        return None
    if lx.word(end - 1) == "tiếng" and lx.word(end) not in _AFTER_HOURS:
        return None
    if letter == "NI" or (letter == "TS" and lx.word(index) != "vài"):
        return None
    return ((letter, None),), end


def _counts(lx: Lexemes, index: int, end: int, unit: tuple[str, int]) -> bool:
    """Whether the number before a unit counts it, and is no label or date."""
    word, after = lx.word(end), lx.word(unit[1])
    digits = lx.word(index)[:1].isdigit()
    months = lx.words[index : index + 2] == ["năm", "tháng"] and lx.word(index - 1) in _BYGONE
    days = word == "hôm" and not time_words("ago").at(lx.words, unit[1])
    if months or unit[0] == "NI" or days or after in {"tuổi", "âm"}:
        return False  # `những năm tháng khó khăn`
    freed = lx.word(index - 2) == "trong" or lx.word(index - 1) == "đoạn"
    freed = freed or (lx.word(index) == "một" and lx.word(index - 1) in {"lần", "buổi"})
    if time_words("label").before(lx.words, index) and not freed:
        return False
    if word == "tiếng" and unit[1] == end + 1 and not digits:
        return after in _AFTER_HOURS
    if word in {"năm", "tháng"} and (year_at(lx, end + 1) or (digits and after[:1].isdigit())):
        return bool(numeral_at(lx, end + 1) and unit_at(lx, end + 2) and not year_at(lx, end + 1))
    if word == "ngày" and "/" in after and not (digits and lx.word(unit[1] + 1) in _LISTS):
        return False
    return not (
        lx.word(index) == "một" and after in {"nào", "nọ", "kia", "đó", "mới", "đẹp", "không"}
    )


def _closed(
    lx: Lexemes, start: int, amounts: tuple[Amount, ...], end: int, side: str
) -> Found | None:
    """The duration with the words that close it (`qua`, `trước`, `sau đó`, `đầu năm`)."""
    fields: Fields = {"amounts": amounts, "side": side}
    if lx.words[end : end + 2] in (["đầu", "năm"], ["cuối", "năm"]) and amounts[0][0] == "M":
        return _months_of_year(lx, start, fields, end)
    if side:
        return Found("stretch", start, end, fields)
    if lx.word(start - 1) == "thêm" and lx.word(end) == "nữa":
        return Found("stretch", start, end + 1, fields)
    if hit := time_words("ago").at(lx.words, end):
        clause = lx.word(hit[1]) in time_words("happening").firsts() and hit[1] == end + 1
        return Found("stretch", start, hit[1], fields | {"side": "" if clause else hit[0]})
    if hit := time_words("span").at(lx.words, end) or _opening(lx, end):
        return Found("stretch", start, hit[1], fields)
    once = lx.word(end) in {"một", "1", "/"} and lx.word(end + 1) == "lần" and amounts[0][1]
    rate = amounts[0][1] == 1 and lx.word(start) == "một" and _is_rate(lx, start)
    return Found("set" if once or rate else "stretch", start, end + (2 if once else 0), fields)


def _opening(lx: Lexemes, index: int) -> tuple[str, int] | None:
    """`những ngày đầu`, `3 giờ đầu tiên`, `những năm cuối`; not `những tháng đầu năm`."""
    word = lx.word(index)
    end = index + 1 + (lx.word(index + 1) in {"tiên", "đó"})
    if word not in {"đầu", "cuối", "sau"} or unit_at(lx, end) or lx.word(end) in _NAMED:
        return None
    return ("0", end) if word != "sau" or lx.word(end) not in {"khi", "đó"} else None


def _is_rate(lx: Lexemes, index: int) -> bool:
    """Whether `một năm` says how often: after money or `lần` (`5 triệu đồng một tháng`)."""
    before = lx.word(index - 1) if lx.word(index - 1) != "trong" else lx.word(index - 2)
    back = index - 1 - (lx.word(index - 1) == "trong")
    money = any(
        (hit := units().at(lx.words, back - size + 1))
        and hit[1] == back + 1
        and len(hit[0].code) == 3
        for size in (1, 2, 3)
    )
    return money or before in {"lần", "lượt", "bữa", "buổi", "viên", "ly", "cốc"}


def _months_of_year(lx: Lexemes, start: int, fields: Fields, end: int) -> Found:
    """`6 tháng đầu năm 2020` is a half year; `9 tháng đầu năm` stays a duration."""
    last = lx.word(end) == "cuối"
    point: Fields = {"now": ("Y", 0)}
    stop = end + 2
    near = time_words("shift").at(lx.words, stop)
    if (number := year_at(lx, stop)) is not None:
        point, stop = {"year": number}, stop + 1
    elif near and lx.word(stop) in {"nay", "ngoái", "trước", "tới"}:
        point, stop = {"now": ("Y", int(near[0]))}, near[1]
    if fields["amounts"] == (("M", 3.0),):
        return Found("point", start, stop, point | {"quarter": 4 if last else 1})
    if fields["amounts"] == (("M", 6.0),):
        return Found("point", start, stop, point | {"half": 2 if last else 1})
    return Found("stretch", start, stop, fields)
