"""Reading quantities: numbers, what bounds them, their units and what they count."""

from typing import NamedTuple

from sukien.annotate.quantities.amounts import Amount, amount_at, order
from sukien.annotate.quantities.sure import counts_noun, plausible
from sukien.annotate.quantities.units import (
    Counted,
    counted_at,
    degree,
    is_age,
    is_money,
    priced,
    shared_unit,
)
from sukien.knowledge.numerals import numeral_at
from sukien.knowledge.units import Unit, quantity_words, units
from sukien.text.lexemes import Lexemes

Nouns = frozenset[int] | set[int]

_MEASURES = frozenset({"m", "cm", "km", "mm", "kg", "t", "km/h", "m2", "har", "a", "Cel"})
_SURE_WORDS = frozenset({"hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "chục"})
_HEDGES = 3


class Read(NamedTuple):
    """A quantity as read: lexemes `start` to `end`, its noun those from `item` to `item_end`."""

    start: int
    end: int
    amount: Amount
    mod: str | None
    unit: Unit | None
    item: int | None = None
    item_end: int = 0


def quantity_at(lx: Lexemes, index: int, nouns: Nouns = frozenset()) -> Read | None:
    """The quantity that starts at a lexeme, or None.

    `nouns` are the offsets at which a word stands that the tagger calls a noun.
    """
    if lx.word(index) == "hơn" and _compares(lx, index):
        return None
    mod, start = _hedge(lx, index)
    rough = order(lx, start)
    amount = rough or amount_at(lx, start)
    if amount is None:
        return _age(lx, index)
    counted = priced(lx, start, amount) or counted_at(lx, amount.end)
    if counted.end == amount.end and (shared := shared_unit(lx, amount)):
        return Read(index, amount.end, amount, mod, shared)
    if mod == "more_than" and lx.word(index) == "ngoài" and not is_age(counted):
        return None  # `ngoài 2 con riêng`: besides
    told = amount.digits or lx.word(amount.end - 1) in _SURE_WORDS
    known = told and amount.end < lx.size and lx.starts[amount.end] in nouns
    if not (known and counts_noun(lx, start, amount)) and not plausible(
        lx, index, start, amount, counted, mod
    ):
        return None
    mod = "order_of" if rough and not mod else mod
    if mod in {"at_least", "at_most"} and counted.unit and counted.unit.code in {"Cel", "deg"}:
        mod = None if lx.word(index) in {"cao", "thấp"} else mod  # `thấp nhất 19 độ` is a forecast
    return _read(lx, index, amount, counted, mod)


def _compares(lx: Lexemes, index: int) -> bool:
    """Whether `hơn` says by how much: `giá cao hơn 3%`, not `người cao hơn 1,8 m`."""
    if not quantity_words("compare").before(lx.words, index):
        return False
    number = numeral_at(lx, index + 1)
    unit = units().at(lx.words, number.end) if number else None
    if unit is None or unit[0].code not in _MEASURES:
        return True
    return lx.words[unit[1] : unit[1] + 2] == ["so", "với"]


def _read(lx: Lexemes, start: int, amount: Amount, counted: Counted, mod: str | None) -> Read:
    end = counted.end
    if after := quantity_words("after").at(lx.words, end):
        mod, end = after
    item = amount.end if counted.noun else None
    unit = degree(lx, start) if counted.unit and counted.unit.code == "deg" else counted.unit
    if unit is None and not counted.noun and is_money(lx, start, amount):
        unit = Unit("VND", 1.0)
    return Read(start, end, amount, mod, unit, item, counted.end)


def _hedge(lx: Lexemes, index: int) -> tuple[str | None, int]:
    """The mod of the words before the number (the last word's), and the number's lexeme."""
    mod: str | None = None
    for _ in range(_HEDGES):
        hit = quantity_words("hedge").at(lx.words, index)
        if hit is None:
            break
        word = lx.word(index)
        if word == "trên" and lx.word(index - 1).isdigit():
            break  # `2 trên 3 bàn thua`
        if word == "khoảng" and lx.word(index + 1) == "từ":
            index = hit[1]
            continue
        reached = (word == "lên" and hit[1] == index + 2) and not any(
            quantity_words("capacity").at(lx.words, place)
            for place in range(max(0, index - 5), index)
        )
        mod, index = (mod if reached and hit[0] == "at_most" else hit[0]), hit[1]
    return mod, index


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
