"""Whether a number says how much or how many: no label, rank, result, code or year."""

import re

from sukien.annotate.quantities.amounts import Amount
from sukien.annotate.quantities.units import Counted
from sukien.knowledge.calendar import time_words
from sukien.knowledge.units import quantity_words
from sukien.text.lexemes import Lexemes

_DASH = frozenset({"-", "–", "—"})
_SCALES = frozenset({"chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "tr"})
_ARTICLES = frozenset({"điều", "khoản", "chế", "vol", "set", "album", "chương", "mục", "phần"})
_STREETS = frozenset({"đường", "phố", "ngõ", "ngách", "hẻm"})
_YEARS = range(1900, 2051)
_PEOPLE = frozenset({"người", "ca", "trường", "lượt", "hộ", "đồng"})
_GROUPED = 1000  # from here on a point parts thousands


def plausible(
    lx: Lexemes, start: int, number: int, amount: Amount, counted: Counted, mod: str | None
) -> bool:
    """Whether a number stands for how much or how many."""
    unclear = not amount.digits and not _clear_words(lx, number, amount, counted)
    if unclear or _is_time(lx, amount.end, counted):
        return False
    if amount.fraction:
        return _clear_fraction(lx, start, amount, counted, mod)
    if counted.unit or (counted.noun and lx.word(amount.end) in _PEOPLE):
        return lx.word(start - 1) != "thứ" or bool(mod)
    if _is_score(lx, start, amount, mod):
        return False
    label = start == number and not amount.scaled and _labelled(lx, start, counted)
    street = lx.word(amount.end) in _STREETS and lx.raw(amount.end + 1)[:1].isupper()
    if label or street or _like_year(lx, number, amount):
        return False
    return counted.noun or _bare(lx, start, amount, mod)


def _labelled(lx: Lexemes, index: int, counted: Counted) -> bool:
    """Whether a word before the number makes it a name: `quận 9`, not `tổng số 9`."""
    before = lx.word(index - 1)
    if before == "nhóm" and counted.noun:
        return False
    if before == "số" and lx.word(index - 2) in {"tổng", "trong", "con", "doanh"}:
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
    return counted.noun and before not in {"thứ", "tháng", "ngày", "lớp", "bên", "lần"}


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


def _counted_words(lx: Lexemes, index: int) -> bool:
    """Whether a plain word follows that may be a noun which no table has."""
    raw = lx.raw(index)
    plain = raw[:1].isalpha() and raw.islower() and not lx.glued(index)
    return plain and not quantity_words("stop").at(lx.words, index)


def _bare(lx: Lexemes, start: int, amount: Amount, mod: str | None) -> bool:
    """Whether a number that no known noun follows is a quantity all the same."""
    after, raw = lx.word(amount.end), lx.raw(amount.end)
    named = mod is None and _named(lx, start) and lx.word(start - 1) != ":"
    if named or (lx.glued(amount.end) and after[:1].isalpha()):
        return False
    among = lx.word(amount.end) in {"trong", "trên"}
    told = bool(mod) or quantity_words("measure").before(lx.words, start)
    grouped = amount.digits and "." in lx.word(start) and amount.value >= _GROUPED
    part = lx.word(amount.end) in {"trên", "trong"} and lx.word(amount.end + 1).isdigit()
    listed = lx.word(start - 1) == ":" and lx.word(amount.end) in {"", ".", "\n", "\n\n", ","}
    part = part or (listed and amount.digits and not _like_year(lx, start, amount))
    among = part or (among and lx.word(amount.end + 1) in {"số", "tổng"})
    if amount.scaled or among or (told and grouped):
        return True  # `tăng lên 58.925 - ...`
    if amount.low != amount.high and mod is None and lx.word(start) != "từ":
        return _counted_words(lx, amount.end)
    if raw[:1].isupper() or after in {"-", "–", "/", "x", ":"}:
        return bool(mod) and raw[:1].isalpha()
    if not after[:1].isalpha() or quantity_words("stop").at(lx.words, amount.end):
        grouped = amount.value >= _GROUPED or amount.value % 1 > 0
        return told and (bool(mod) or grouped or not after[:1].isalpha())
    return told or amount.value > 20


def counts_noun(lx: Lexemes, start: int, amount: Amount) -> bool:
    """Whether digits before a noun that no table has count it: no label, year or result."""
    label = time_words("label").before(lx.words, start) or lx.word(start - 1) in _ARTICLES
    if label or lx.glued(amount.end):
        return False
    raw = lx.raw(amount.end)
    if _like_year(lx, start, amount) or _is_score(lx, start, amount, None) or not raw.islower():
        return False
    return not (_named(lx, start) or _is_time(lx, amount.end, Counted(amount.end)))
