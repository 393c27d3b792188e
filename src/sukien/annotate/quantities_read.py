"""Reading quantities: numbers, what bounds them, their units and what they count."""

import re
from typing import NamedTuple

from sukien.knowledge.calendar import time_words
from sukien.knowledge.numerals import Numeral, numeral_at
from sukien.knowledge.units import Unit, counted_nouns, quantity_words, units
from sukien.text.lexemes import Lexemes

_TO = frozenset({"-", "–", "—", "đến", "tới", "~"})
_DASH = frozenset({"-", "–", "—"})
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_SCALES = frozenset({"chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "tr"})
_SIGNS = frozenset("$€£¥")
_HEDGES = 3
_NEAR = 12  # lexemes looked back for what degrees are of
_YEARS = range(1900, 2051)
_PEOPLE = frozenset({"người", "ca", "trường", "lượt", "hộ", "đồng"})


class Amount(NamedTuple):
    """A number or an interval: `low` to `high` when it is one; `end` is the lexeme after it."""

    value: float
    low: float | None
    high: float | None
    end: int
    digits: bool
    scaled: bool = False
    fraction: bool = False


class Counted(NamedTuple):
    """What a number counts or measures: a unit or a noun, lexemes up to `end`."""

    end: int
    unit: Unit | None = None
    noun: bool = False


class Read(NamedTuple):
    """A quantity as read: lexemes `start` to `end`, its noun those from `item` to `item_end`."""

    start: int
    end: int
    amount: Amount
    mod: str | None
    unit: Unit | None
    item: int | None = None
    item_end: int = 0


def quantity_at(lx: Lexemes, index: int) -> Read | None:
    """The quantity that starts at a lexeme, or None."""
    if lx.word(index) == "hơn" and quantity_words("compare").before(lx.words, index):
        return None
    mod, start = _hedge(lx, index)
    order = _order(lx, start)
    amount = order or _amount(lx, start)
    if amount is None:
        return _age(lx, index)
    counted = _priced(lx, start, amount) or counted_at(lx, amount.end)
    if not _plausible(lx, index, start, amount, counted, mod):
        return None
    mod = "order_of" if order and not mod else mod
    return _read(lx, index, amount, counted, mod)


def _read(lx: Lexemes, start: int, amount: Amount, counted: Counted, mod: str | None) -> Read:
    end = counted.end
    if after := quantity_words("after").at(lx.words, end):
        mod, end = after
    item = amount.end if counted.noun else None
    unit = _degree(lx, start) if counted.unit and counted.unit.code == "deg" else counted.unit
    return Read(start, end, amount, mod, unit, item, counted.end)


def _degree(lx: Lexemes, index: int) -> Unit:
    """What a bare `độ` measures: heat, the strength of an earthquake, else an angle."""
    for place in range(index - 1, max(-1, index - _NEAR), -1):
        if hit := quantity_words("degree").at(lx.words, place):
            return Unit(hit[0], 1.0)
    return Unit("deg", 1.0)


def _hedge(lx: Lexemes, index: int) -> tuple[str | None, int]:
    """The mod of the words before the number (the last word's), and the number's lexeme."""
    mod: str | None = None
    for _ in range(_HEDGES):
        hit = quantity_words("hedge").at(lx.words, index)
        if hit is None:
            break
        word = lx.word(index)
        reached = word == "lên" and any(
            quantity_words("grown").at(lx.words, place) for place in range(max(0, index - 5), index)
        )
        mod, index = (mod if reached and hit[0] == "at_most" else hit[0]), hit[1]
    return mod, index


def _order(lx: Lexemes, index: int) -> Amount | None:
    """`hàng trăm triệu`: an order of magnitude."""
    hit = quantity_words("order").at(lx.words, index)
    number = numeral_at(lx, hit[1]) if hit else None
    if number is None or number.digits or not hit:
        return None
    if lx.word(hit[1]) not in _SCALES:
        return None
    scaled = number.value > 99
    return Amount(number.value, number.value, number.value * 10, number.end, False, scaled)


def _amount(lx: Lexemes, index: int) -> Amount | None:
    """A number, a fraction, or `20-30`, `từ 20 đến 30`."""
    first = index + (lx.word(index) == "từ")
    if first == index and (part := _part_of(lx, index)):
        return part
    money = lx.word(first) in _SIGNS and lx.glued(first + 1)
    lower = None if lx.labelled(first) and not money else numeral_at(lx, first + money)
    if lower is None or _written_code(lx, first + money, lower):
        return None
    upper = _upper(lx, lower)
    if upper is not None:
        return upper
    if first > index:
        return None
    return Amount(lower.value, lower.value, lower.value, lower.end, lower.digits, lower.scale > 1)


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


def _age(lx: Lexemes, index: int) -> Read | None:
    """`tuổi 45`: an age that follows its unit."""
    if lx.word(index) != "tuổi":
        return None
    number = numeral_at(lx, index + 1)
    if number is None or not 0 < number.value < 130 or number.scale > 1:
        return None
    if counted_at(lx, number.end).end > number.end:
        return None
    amount = Amount(number.value, number.value, number.value, number.end, number.digits)
    return Read(index, number.end, amount, None, Unit("a", 1.0))


def counted_at(lx: Lexemes, index: int) -> Counted:
    """The unit or noun that starts at a lexeme; an empty stretch when there is none."""
    unit = units().at(lx.words, index)
    lasting = time_words("unit").at(lx.words, index)
    if lasting and (unit is None or unit[1] <= lasting[1]):
        return Counted(index)
    noun = counted_nouns().at(lx.words, index)
    if unit and not (noun and noun[1] > unit[1]) and _is_unit(lx, index, unit[1]):
        return Counted(unit[1], unit[0])
    if noun and not (lx.glued(index) and len(lx.word(index)) < 3):
        return Counted(noun[1], None, True)
    return Counted(index)


def _priced(lx: Lexemes, index: int, amount: Amount) -> Counted | None:
    """`$100`: the unit stands before the number."""
    unit = units().at(lx.words, index) if lx.word(index) in _SIGNS else None
    return Counted(amount.end, unit[0]) if unit and amount.digits else None


def _is_unit(lx: Lexemes, index: int, end: int) -> bool:
    """Whether a word that can be a unit is one: `đồng` but not `đồng chí`, `k` but not `4K`."""
    word, raw, after = lx.word(index), lx.raw(index), lx.word(end)
    if word == "đồng" and end == index + 1:
        return after not in {"chí", "phạm", "nghiệp", "đội", "minh", "hương", "bào", "đảng", "tác"}
    if word in {"k", "m", "g", "l", "v", "w", "a"} and end == index + 1:
        if not (raw.islower() or word in {"v", "w", "l"}):
            return False
        return word != "k" or lx.glued(index)
    return not (word in {"đô", "tệ", "bảng"} and after in {"thị", "vật", "nạn", "xếp"})


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


def _plausible(
    lx: Lexemes, start: int, number: int, amount: Amount, counted: Counted, mod: str | None
) -> bool:
    """Whether a number stands for how much or how many."""
    unclear = not amount.digits and not _clear_words(lx, number, amount, counted)
    if unclear or _is_time(lx, amount.end, counted):
        return False
    if amount.fraction:
        return _clear_fraction(lx, start, amount, counted, mod)
    if counted.unit or (counted.noun and lx.word(amount.end) in _PEOPLE):
        return True
    if _is_score(lx, start, amount, mod):
        return False
    label = start == number and _labelled(lx, start, counted)
    if label or _like_year(lx, number, amount):
        return False
    return counted.noun or _bare(lx, start, amount, mod)


def _labelled(lx: Lexemes, index: int, counted: Counted) -> bool:
    """Whether a word before the number makes it a name: `quận 9`, not `tổng số 9`."""
    before = lx.word(index - 1)
    if before == "số" and lx.word(index - 2) in {"tổng", "trong", "con"}:
        return False
    if before == "điều" and lx.raw(index - 1) == before and counted.noun:
        return False
    return time_words("label").before(lx.words, index)


def _is_score(lx: Lexemes, start: int, amount: Amount, mod: str | None) -> bool:
    """Whether `2-1` is a result: after `thua`, `tỷ số`, or of one digit each."""
    if amount.low == amount.high or mod or not amount.digits or lx.word(start) == "từ":
        return False
    return time_words("notdate").before(lx.words, start) and amount.value < 20


def _is_time(lx: Lexemes, index: int, counted: Counted) -> bool:
    """Whether a unit of time or the hand of a clock follows: the layer of times has it."""
    if counted.end > index:
        return False
    after = lx.word(index)
    clock = lx.glued(index) and re.fullmatch(r"[hg]\d{0,2}\w?", after) is not None
    return clock or bool(time_words("unit").at(lx.words, index))


def _like_year(lx: Lexemes, index: int, amount: Amount) -> bool:
    word = lx.word(index)
    return len(word) == 4 and word.isdigit() and int(amount.value) in _YEARS


def _clear_words(lx: Lexemes, index: int, amount: Amount, counted: Counted) -> bool:
    """Whether a number in words is surely one: `hai người`, `một tỷ đồng`, not `một người`."""
    if lx.word(index) in _SCALES and amount.end == index + 1 and not amount.fraction:
        return quantity_words("order").before(lx.words, index)
    if amount.fraction or amount.scaled or counted.unit:
        return True
    if lx.word(index) in {"một", "năm", "tư"} and amount.end == index + 1:
        return lx.word(index) == "năm" and lx.word(amount.end) in _PEOPLE
    before = lx.word(index - 1)
    return counted.noun and before not in {"thứ", "tháng", "ngày", "lớp", "bên", "cả", "lần"}


def _clear_fraction(
    lx: Lexemes, start: int, amount: Amount, counted: Counted, mod: str | None
) -> bool:
    """Whether `2/3` or `nửa` is a share: hedged, or of something that follows."""
    if amount.digits and lx.word(amount.end) == "điểm":
        return False
    if amount.digits and time_words("before_day").before(lx.words, start):
        return counted.noun or lx.word(amount.end) == "số"
    half = lx.word(amount.end - 1) == "nửa"
    if half and lx.word(amount.end) in {"đầu", "cuối", "sau", "đêm", "chừng", "vời", "kia", "vòng"}:
        return False
    if half and lx.word(amount.end - 2) != "một" and mod is None:
        return lx.word(amount.end) in {"số", "dân"}
    return bool(mod or counted.noun or lx.word(amount.end)[:1].isalpha() or half)


def _named(lx: Lexemes, index: int) -> bool:
    """Whether the number ends a name: `Nanggala 402`, `S - 300`."""
    before = lx.raw(index - 1)
    if before in _DASH and lx.raw(index - 2).isupper():
        return True
    return before[:1].isupper() and lx.word(index - 2) not in {"", ".", "\n", "\n\n", "!", "?", ":"}


def counted_words(lx: Lexemes, index: int) -> bool:
    """Whether a plain word follows that may be a noun which no table has."""
    raw = lx.raw(index)
    plain = raw[:1].isalpha() and raw.islower() and not lx.glued(index)
    return plain and not quantity_words("stop").at(lx.words, index)


def _bare(lx: Lexemes, start: int, amount: Amount, mod: str | None) -> bool:
    """Whether a number that no known noun follows is a quantity all the same."""
    after, raw = lx.word(amount.end), lx.raw(amount.end)
    named = mod is None and _named(lx, start)
    if named or (lx.glued(amount.end) and after[:1].isalpha()):
        return False
    among = lx.word(amount.end) in {"trong", "trên"}
    if amount.scaled or (among and lx.word(amount.end + 1) in {"số", "tổng"}):
        return True
    if amount.low != amount.high and mod is None and lx.word(start) != "từ":
        return counted_words(lx, amount.end)
    told = bool(mod) or quantity_words("measure").before(lx.words, start)
    if raw[:1].isupper() or after in {"-", "–", "/", "x", ":"}:
        return bool(mod) and raw[:1].isalpha()
    if not after[:1].isalpha() or quantity_words("stop").at(lx.words, amount.end):
        grouped = amount.value >= 1000 or amount.value % 1 > 0
        return told and (bool(mod) or grouped or not after[:1].isalpha())
    return told or amount.value > 20
