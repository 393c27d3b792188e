"""Vietnamese numerals: `1.500`, `5,2 triệu`, `mười lăm`, `1 triệu 200 nghìn`, `ngàn tỷ`."""

import re
from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table
from sukien.text.lexemes import Lexemes

_WHOLE = re.compile(r"\d{1,15}")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,5}(?:\.\d{1,6})?")
_DECIMAL = re.compile(r"\d{1,9}[.,]\d{1,6}")
_HUNDRED = 100.0
_THOUSAND = 1000.0


class Numeral(NamedTuple):
    """A number: its `value`, the lexeme after it, and whether it opens with digits.

    `scale` is the last scale word's value (1 when there is none).
    """

    value: float
    end: int
    digits: bool
    scale: float


class NumeralWord(NamedTuple):
    """What a numeral word does (its role in `number_words.tsv`) and its value."""

    role: str
    value: float


@cache
def numeral_words() -> dict[str, NumeralWord]:
    """The words of `number_words.tsv`."""
    rows = read_table("number_words")
    return {row["word"]: NumeralWord(row["role"], float(row["value"])) for row in rows}


def digits_value(text: str) -> float | None:
    """The number that digits write in the Vietnamese way, or None.

    A point parts thousands and a comma decimals (`1.234,56`); `5.2` and `1,234,567` are read too.
    """
    if _WHOLE.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", ""))
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def numeral_at(lexemes: Lexemes, index: int) -> Numeral | None:
    """The numeral that starts at a lexeme, as long as it goes, or None."""
    group = _half_of(lexemes, index) or _group(lexemes, index)
    if group is None:
        return None
    total, scale, end = group
    smallest = scale
    while smallest >= _THOUSAND and (lower := _group(lexemes, end)):
        fits = 1 < lower[1] < smallest or (lower[1] == 1 and _in_words(lexemes, end, lower[0]))
        if not fits or lower[0] >= smallest:
            break
        total, smallest, end = total + lower[0], lower[1], lower[2]
    total, end = _half(lexemes, total, smallest, end)
    return Numeral(total, end, lexemes.word(index)[:1].isdigit(), scale)


def _half_of(lexemes: Lexemes, index: int) -> tuple[float, float, int] | None:
    """`nửa triệu`, `nửa tỷ`."""
    entry = numeral_words().get(lexemes.word(index + 1)) if lexemes.word(index) == "nửa" else None
    if entry is None or entry.role != "scale" or _other_word(lexemes, index + 2):
        return None
    return entry.value / 2, entry.value, index + 2


def _in_words(lexemes: Lexemes, index: int, value: float) -> bool:
    """Whether a group without a scale word belongs to `hai nghìn [ba trăm]`."""
    return value >= _HUNDRED and not lexemes.word(index)[:1].isdigit()


def _group(lexemes: Lexemes, index: int) -> tuple[float, float, int] | None:
    """One number with its scale words: value, last scale, next lexeme."""
    word = lexemes.word(index)
    if word[:1].isdigit():
        value = digits_value(word)
        return None if value is None else _scales(lexemes, value, index + 1)
    entry = numeral_words().get(word)
    if (
        entry is None
        or entry.role in {"ones", "tens", "gap", "half", "part", "noscale"}
        or word == "tá"
    ):
        return None
    group = _scales(lexemes, *_below_thousand(lexemes, index))
    return group if group[2] > index else None


def _below_thousand(lexemes: Lexemes, index: int) -> tuple[float, int]:
    """Value and end of `hai trăm linh năm`; (1, index) where only a scale word stands."""
    total, tens, ones, hundred, gapped = 0.0, False, False, False, False
    start = index
    while (entry := numeral_words().get(lexemes.word(index))) is not None:
        follows = lexemes.word(index + 1)
        if hundred and entry.role == "digit" and follows != "mươi":
            break  # hai trăm năm: two hundred years
        if tens and index > start and lexemes.word(index) == "năm" and not gapped:
            break  # mười năm: ten years, fifteen is mười lăm
        hundred, gapped = entry.role == "hundred", entry.role == "gap"
        if tens if entry.role == "ones" else entry.role == "digit" and (tens or not ones):
            total, tens, ones = total + entry.value, False, True
        elif entry.role == "ten" and (index == start or total % _HUNDRED == 0):
            total, tens, ones = total + entry.value, True, False
        elif entry.role == "tens" and ones and total % 10 > 1:
            total, tens, ones = total + total % 10 * 9, True, False
        elif entry.role == "hundred" and total < 10:
            total, tens, ones = max(total, 1.0) * _HUNDRED, False, False
        elif entry.role == "gap" and total and total % _HUNDRED == 0:
            tens, ones = True, False
        else:
            break
        index += 1
    return (total, index) if index > start else (1.0, index)


def _scales(lexemes: Lexemes, value: float, index: int) -> tuple[float, float, int]:
    """`2,5 triệu`, `104 nghìn tỷ`, `hai chục`: value, last scale, next lexeme."""
    last = 1.0
    while (entry := numeral_words().get(lexemes.word(index))) is not None:
        fits = entry.role == "scale" and (last == 1 or entry.value > last)
        fits = fits and not _other_word(lexemes, index + 1)
        fits = fits or (entry.role == "collective" and last == 1)
        fits = fits or (entry.role == "hundred" and last == 1 and value < 10)
        if not fits:
            break
        value, last, index = value * entry.value, entry.value, index + 1
    return value, last, index


def _other_word(lexemes: Lexemes, index: int) -> bool:
    """Whether the next syllable makes a scale word another word: `tỷ phú`, `tỷ lệ`."""
    entry = numeral_words().get(lexemes.word(index))
    return entry is not None and entry.role == "noscale"


def _half(lexemes: Lexemes, total: float, scale: float, index: int) -> tuple[float, int]:
    """`hai triệu [rưỡi]`."""
    entry = numeral_words().get(lexemes.word(index))
    if entry is None or entry.role != "half" or total < 10:
        return total, index
    step = scale if scale > 1 else _HUNDRED if total % _HUNDRED == 0 else 0.0
    return (total + step / 2, index + 1) if step else (total, index)
