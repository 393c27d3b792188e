"""Numbers and intervals: `1.500`, `20-30`, `2/3`, `hàng trăm triệu`, `hai phần ba`."""

import re
from typing import NamedTuple

from sukien.knowledge.numerals import Numeral, numeral_at
from sukien.knowledge.units import Unit, quantity_words, units
from sukien.text.lexemes import Lexemes

_SIGNED = frozenset({"Cel", "deg", "%"})  # measures that go below nought, as money does
_TO = frozenset({"-", "–", "—", "đến", "tới", "~"})
_DASH = frozenset({"-", "–", "—"})
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_SCALES = frozenset({"chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "tr"})
_SIGNS = frozenset("$€£¥")


class Amount(NamedTuple):
    """A number or an interval: `low` to `high` when it is one; `end` is the lexeme after it."""

    value: float
    low: float | None
    high: float | None
    end: int
    digits: bool
    scaled: bool = False
    fraction: bool = False


def order(lx: Lexemes, index: int) -> Amount | None:
    """`hàng trăm triệu`: an order of magnitude."""
    hit = quantity_words("order").at(lx.words, index)
    number = numeral_at(lx, hit[1]) if hit else None
    if number is None or number.digits or not hit:
        return None
    if lx.word(hit[1]) not in _SCALES:
        return None
    scaled = number.value > 99
    return Amount(number.value, number.value, number.value * 10, number.end, False, scaled)


def amount_at(lx: Lexemes, index: int) -> Amount | None:
    """A number, a fraction, or `20-30`, `từ 20 đến 30`."""
    first = index + (lx.word(index) == "từ")
    if first == index and (part := _part_of(lx, index)):
        return part
    if lx.word(first) in {"-", "–", "−"} and lx.glued(first + 1) and not lx.glued(first):
        first += 1
    money = lx.word(first) in _SIGNS and lx.glued(first + 1)
    labelled = lx.labelled(first) and not _second_of_two(lx, first)
    lower = None if labelled and not money else numeral_at(lx, first + money)
    if lower is None or _written_code(lx, first + money, lower):
        return None
    if _is_minus(lx, first, lower.end):
        return Amount(-lower.value, -lower.value, -lower.value, lower.end, lower.digits)
    upper = _upper(lx, lower)
    if upper is not None:
        return upper
    if first > index and lx.word(index) == "từ":
        return None
    return Amount(lower.value, lower.value, lower.value, lower.end, lower.digits, lower.scale > 1)


def _is_minus(lx: Lexemes, index: int, end: int) -> bool:
    """Whether `-100 độ C` lies below nought: the sign stands apart from what is before it."""
    below = lx.word(index - 1) == "âm" and lx.word(index - 2) != "phát"
    sign = lx.word(index - 1) in {"-", "–", "−"} and lx.glued(index) and not lx.glued(index - 1)
    if not (below or sign):
        return False
    unit = units().at(lx.words, end)
    return unit is not None and (unit[0].code in _SIGNED or unit[0].code.isupper())


def _second_of_two(lx: Lexemes, index: int) -> bool:
    """`12GB/[256GB]`: both numbers have the same unit."""
    if lx.word(index - 1) != "/" or not lx.word(index - 3)[:1].isdigit():
        return False
    before = units().at(lx.words, index - 2)
    return bool(before) and before == _after(lx, index)


def _after(lx: Lexemes, index: int) -> tuple[Unit, int] | None:
    """The unit behind the number at a lexeme, its end counted from the lexeme before it."""
    hit = units().at(lx.words, index + 1)
    return (hit[0], index - 1) if hit else None


def _upper(lx: Lexemes, lower: Numeral) -> Amount | None:
    """The interval of `20-30`, `5 đến 7 triệu`, `10% đến 15%`."""
    end, unit = lower.end, None
    if lx.word(end) not in _TO and (unit := units().at(lx.words, end)):
        end = unit[1]
    if lx.word(end) not in _TO:
        return None
    upper = numeral_at(lx, end + 1)
    if upper is None or upper.digits != lower.digits or _chained(lx, upper.end):
        return None
    value = lower.value
    if not unit and lower.scale == 1 and upper.scale > 1 and value < upper.value / upper.scale:
        value *= upper.scale
    if unit and units().at(lx.words, upper.end) != (unit[0], upper.end + unit[1] - lower.end):
        return None
    if value >= upper.value:
        return None
    middle = (value + upper.value) / 2
    return Amount(middle, value, upper.value, upper.end, lower.digits, upper.scale > 1)


def _chained(lx: Lexemes, index: int) -> bool:
    """`3-5-2`: neither a range nor a number."""
    return lx.word(index) in _DASH and lx.glued(index) and lx.word(index + 1)[:1].isdigit()


def _part_of(lx: Lexemes, index: int) -> Amount | None:
    """`2/3`, `hai phần ba`, `một nửa`."""
    if (match := _FRACTION.fullmatch(lx.word(index))) and not lx.labelled(index):
        above, below = int(match[1]), int(match[2])
        if not 0 < above < below:
            return None
        return _fraction(above / below, index + 1, True)
    if numeral_at(lx, index) and lx.word(index) == "nửa":
        return None  # `nửa triệu`
    if lx.word(index) == "nửa" or lx.words[index : index + 2] == ["một", "nửa"]:
        return _fraction(0.5, index + 1 + (lx.word(index) != "nửa"), False)
    number = numeral_at(lx, index)
    return _spoken_part(lx, number) if number and lx.word(number.end) == "phần" else None


def _spoken_part(lx: Lexemes, above_words: Numeral) -> Amount | None:
    """`hai phần ba`; `5 phần trăm` is a percentage."""
    end = above_words.end + 1
    if lx.word(end) == "trăm":
        return None
    below_words = numeral_at(lx, end)
    below_value = 4.0 if lx.word(end) == "tư" else below_words.value if below_words else 0.0
    if not 0 < above_words.value < below_value or below_value > 100:
        return None
    stop = below_words.end if below_words else end + 1
    return _fraction(above_words.value / below_value, stop, above_words.digits)


def _fraction(value: float, end: int, digits: bool) -> Amount:
    value = round(value, 4)
    return Amount(value, value, value, end, digits, fraction=True)


def _written_code(lx: Lexemes, index: int, number: Numeral) -> bool:
    """Whether digits are a telephone number, a code, or part of a chain such as `3-5-2`."""
    if not number.digits:
        return False
    word = lx.word(index)
    plain = word.isdigit()
    if plain and (len(word) > 7 or (word[0] == "0" and len(word) > 2)):
        return True
    if lx.word(index - 1) in _DASH and lx.word(index - 2)[-1:].isdigit() and lx.glued(index):
        return True
    after = lx.word(number.end)
    chained = after in {"/", "x", "-"} and lx.glued(number.end) and lx.glued(number.end + 1)
    coded = number.scale == 1 and lx.raw(number.end + 1)[:1].isupper()
    return chained and (_chained(lx, number.end + 2) or coded)
