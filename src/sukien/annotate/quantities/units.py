"""What a number counts or measures: its unit or its noun."""

from typing import NamedTuple

from sukien.annotate.quantities.amounts import Amount
from sukien.knowledge.calendar import time_words
from sukien.knowledge.numerals import numeral_at
from sukien.knowledge.units import Unit, counted_nouns, quantity_words, units
from sukien.text.lexemes import Lexemes

_AFTER_DONG = frozenset(
    {"chí", "phạm", "nghiệp", "đội", "minh", "hương", "bào", "đảng", "tác", "xu", "hồ", "bạc"}
)
_LISTED = frozenset({"và", "hoặc", "hay", "x", "×"})
_MONEY_SCALES = frozenset({"triệu", "tỷ", "tỉ", "tr", "ngàn", "nghìn"})
_SIGNS = frozenset("$€£¥")
_ABBREVIATION = 4  # letters of a noun in capitals
_NOUNS = frozenset({"CLB", "CP", "HLV", "VĐV", "HS", "SV", "MC", "DN", "GV", "CBCNV"})
_NO_NOUNS = frozenset({"TP", "HCM", "HN", "PM", "AM", "VN", "II", "III", "IV", "VI", "VII"})
_NEAR = 16  # lexemes looked back for what degrees or millions are of


class Counted(NamedTuple):
    """What a number counts or measures: a unit or a noun, lexemes up to `end`."""

    end: int
    unit: Unit | None = None
    noun: bool = False


def counted_at(lx: Lexemes, index: int) -> Counted:
    """The unit or noun that starts at a lexeme; an empty stretch when there is none."""
    if lx.word(index) == "-" and lx.glued(index) and lx.glued(index + 1):
        behind = units().at(lx.words, index + 1)  # `6,5-inch`
        if behind and lx.word(index + 1).isalpha() and not lx.word(index + 1).isdigit():
            return Counted(behind[1], behind[0]) if len(lx.word(index + 1)) > 1 else Counted(index)
    unit = units().at(lx.words, index)
    lasting = time_words("unit").at(lx.words, index)
    if lasting and (unit is None or unit[1] <= lasting[1]):
        return Counted(index)
    noun = counted_nouns().at(lx.words, index)
    if unit and not (noun and noun[1] > unit[1]) and is_unit(lx, index, unit[1]):
        return Counted(unit[1], unit[0])
    title = lx.raw(index)[:1].isupper() and lx.raw(index + 1)[:1].isupper()
    glued = lx.glued(index) and len(lx.word(index)) < 3 and lx.word(index) != "mp"
    if noun and not title and not glued and not _addressed(lx, index):
        return Counted(noun[1], None, True)
    return Counted(index + 1, None, True) if _abbreviated(lx, index) else Counted(index)


def _addressed(lx: Lexemes, index: int) -> bool:
    """`45 đường Giải Phóng` is an address, `5 sao` a rank."""
    street = lx.word(index) in {"đường", "phố", "ngõ", "ngách", "hẻm"}
    return (street and lx.raw(index + 1)[:1].isupper()) or lx.word(index) == "sao"


def _abbreviated(lx: Lexemes, index: int) -> bool:
    """Whether a noun stands there in capitals: `14 CLB`, `30 HS`, not `5 TP HCM`."""
    raw = lx.raw(index)
    if not (2 <= len(raw) <= _ABBREVIATION and raw.isalpha() and raw.isupper()):
        return False
    named = lx.raw(index + 1)[:1].isupper() and raw not in _NOUNS
    return not lx.glued(index) and not named and raw not in _NO_NOUNS


def priced(lx: Lexemes, index: int, amount: Amount) -> Counted | None:
    """`$100`: the unit stands before the number."""
    unit = units().at(lx.words, index) if lx.word(index) in _SIGNS else None
    return Counted(amount.end, unit[0]) if unit and amount.digits else None


def is_unit(lx: Lexemes, index: int, end: int) -> bool:
    """Whether a word that can be a unit is one: `đồng` but not `đồng chí`, `k` but not `4K`."""
    word, raw, after = lx.word(index), lx.raw(index), lx.word(end)
    if word == "đồng" and end == index + 1:
        return after not in _AFTER_DONG
    if word in {"k", "m", "g", "l", "v", "w", "a"} and end == index + 1:
        if not (raw.islower() or word in {"v", "w", "l"}):
            return False
        return word != "k" or lx.glued(index)
    return not (word in {"đô", "tệ", "bảng"} and after in {"thị", "vật", "nạn", "xếp"})


def degree(lx: Lexemes, index: int) -> Unit:
    """What a bare `độ` measures: heat, the strength of an earthquake, else an angle."""
    for place in range(index - 1, max(-1, index - _NEAR), -1):
        if hit := quantity_words("degree").at(lx.words, place):
            return Unit(hit[0], 1.0)
    return Unit("deg", 1.0)


def is_money(lx: Lexemes, start: int, amount: Amount) -> bool:
    """Whether `200 triệu`, `5 tỷ` without a noun is money: a word for money stands before."""
    scale = lx.word(amount.end - 1)
    after = lx.word(amount.end)
    closed = not after[:1].isalnum() or quantity_words("stop").at(lx.words, amount.end)
    if scale not in _MONEY_SCALES or amount.fraction or not closed:
        return False
    near = range(max(0, start - _NEAR), start)
    return any(quantity_words("money").at(lx.words, place) for place in near)


def shared_unit(lx: Lexemes, amount: Amount) -> Unit | None:
    """The unit of a number whose list names it once: `12 hoặc 16 GB`, `38,00 và 38,50 điểm`."""
    number = numeral_at(lx, amount.end + 1) if lx.word(amount.end) in _LISTED else None
    if number is None or not amount.digits or not number.digits or amount.scaled:
        return None
    alike = ("," in lx.word(amount.end - 1)) == ("," in lx.word(amount.end + 1))
    unit = units().at(lx.words, number.end)
    return unit[0] if alike and unit and is_unit(lx, number.end, unit[1]) else None


def is_age(counted: Counted) -> bool:
    """Whether the unit is that of an age."""
    return counted.unit is not None and counted.unit.code == "a"
