"""Pieces longer than a month: weeks, quarters, seasons, years, decades, centuries; named days.

Every reader takes the lexemes and an index and gives the Piece that starts there, or None.
"""

import re

from sukien.annotate.times.dates import month_year
from sukien.annotate.times.pieces import Fields, Piece, full_year, runs_on, shifted, whole, year_at
from sukien.knowledge.calendar import Holiday, holidays, time_words
from sukien.text.lexemes import Lexemes

_QUARTER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER |= {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "đầu": 1, "cuối": 4}
_TERMS = {"i": 2, "1": 2, "một": 2, "ii": 1, "2": 1, "hai": 1}  # the half year of a school term
_BEFORE_TET = frozenset(
    {"dịp", "đón", "ăn", "nghỉ", "từ", "trước", "sau", "đến", "tới", "cận", "giáp"}
)
SHORT_QUARTERS = frozenset({"q1", "q2", "q3", "q4"})
_ROMAN = {"i": 1, "v": 5, "x": 10}


def quarter(lx: Lexemes, index: int) -> Piece | None:
    """`quý I`, `quý 3/2023`, `quý III/2023`, `quý này`."""
    if lx.word(index) not in {"quý", "quí"}:
        return _short_quarter(lx, index)
    number = _QUARTER.get(lx.word(index + 1))
    if number is None:
        piece = month_year(lx, index + 1, headed=True)
        if piece and piece.fields["month"] <= 4:
            return Piece(
                {"quarter": piece.fields["month"], "year": piece.fields["year"]}, piece.end
            )
        return shifted(lx, index, "Q")
    if lx.word(index + 1) in {"đầu", "cuối"} and lx.word(index + 2) not in {"năm", "của"}:
        return None
    if lx.word(index + 2) in {"/", "-", "."} and (year := year_at(lx, index + 3)):
        return Piece({"quarter": number, "year": year}, index + 4)
    return Piece({"quarter": number}, index + 2)


def _short_quarter(lx: Lexemes, index: int) -> Piece | None:
    """`Q1/2021`."""
    if lx.word(index) not in SHORT_QUARTERS or lx.word(index + 1) != "/":
        return None
    number = year_at(lx, index + 2)
    fields: Fields = {"quarter": int(lx.word(index)[1]), "year": number}
    return Piece(fields, index + 3) if number else None


def half_year(lx: Lexemes, index: int) -> Piece | None:
    """`nửa đầu năm 2023`, `nửa cuối năm nay`, `nửa cuối năm`."""
    hit = time_words("half").at(lx.words, index)
    if hit is None or lx.word(hit[1]) != "năm":
        return None
    named = year(lx, hit[1]) or Piece({"now": ("Y", 0)}, hit[1] + 1)
    fields = {k: v for k, v in named.fields.items() if k in {"year", "now", "cycle"}}
    return Piece(fields | {"half": int(hit[0])}, named.end)


def term(lx: Lexemes, index: int) -> Piece | None:
    """`học kỳ I`: the half year in which most of a school term lies."""
    number = _TERMS.get(lx.word(index + 2))
    if number is None or lx.word(index) != "học" or lx.word(index + 1) not in {"kỳ", "kì"}:
        return None
    if lx.word(index + 3) == "năm":
        return None  # the school year is the time then
    return Piece({"half": number}, index + 3)


def year(lx: Lexemes, index: int) -> Piece | None:
    """`năm 2020`, `năm ngoái`, `năm Mậu Tuất`, `năm học 2020`."""
    if lx.word(index) != "năm":
        return None
    start = index + 1 + (lx.word(index + 1) in {"học", "tài"}) + (lx.word(index + 1) == "tài")
    start += lx.word(start) == "mới" and year_at(lx, start + 1) is not None
    if lx.word(index + 1) == "học" and (near := shifted(lx, index + 1, "Y")):
        return near
    if (old := _of_era(lx, start)) is not None:
        return old
    if (number := year_at(lx, start)) is not None:
        return Piece({"year": number}, start + 1)
    cycle = sexagenary(lx, index + 1)
    return cycle or shifted(lx, index, "Y")


def _of_era(lx: Lexemes, index: int) -> Piece | None:
    """`năm 208 TCN`, `năm 40 sau Công nguyên`."""
    word = lx.word(index)
    hit = time_words("era").at(lx.words, index + 1)
    if not hit or not word.isdecimal() or not 0 < len(word) < 5 or not int(word):
        return None
    return Piece({"era": ("BC" if hit[0] == "BC" else "") + f"{int(word):04}"}, hit[1])


def sexagenary(lx: Lexemes, index: int) -> Piece | None:
    """`Mậu Tuất`: a year of the cycle of sixty, `cycle` 0 (Giáp Tý) to 59."""
    stem = time_words("stem").at(lx.words, index)
    branch = time_words("branch").at(lx.words, index + 1)
    if not stem or not branch or (int(stem[0]) - int(branch[0])) % 2:
        return None
    place = next(n for n in range(60) if n % 10 == int(stem[0]) and n % 12 == int(branch[0]))
    end = index + 2
    if (number := year_at(lx, end)) is not None:
        return Piece({"year": number}, end + 1)
    return Piece({"cycle": place}, end)


def decade(lx: Lexemes, index: int) -> Piece | None:
    """`những năm 1990`, `thập niên 90`, `những năm 80 của thế kỷ trước`."""
    words = lx.words
    opener = words[index : index + 2] == ["những", "năm"] or words[index : index + 2] in (
        ["thập", "niên"],
        ["thập", "kỷ"],
        ["thập", "kỉ"],
    )
    word = lx.word(index + 2)
    if not opener or not re.fullmatch(r"(?:1\d|20)?\d0", word) or runs_on(lx, index + 2):
        return None
    number = full_year(word) if len(word) == 4 or int(word) > 40 else 1900 + int(word)
    return Piece({"decade": number // 10}, _of_century(lx, index + 3))


def _of_century(lx: Lexemes, index: int) -> int:
    start = index + (lx.word(index) in {"của", "cuối"})
    piece = century(lx, start)
    return piece.end if piece else index


def century(lx: Lexemes, index: int) -> Piece | None:
    """`thế kỷ 20`, `thế kỷ XX`, `thế kỷ trước`."""
    if lx.word(index) != "thế" or lx.word(index + 1) not in {"kỷ", "kỉ"}:
        return None
    start = index + 2 + (lx.word(index + 2) == "thứ")
    number = whole(lx.word(start), 1, 21) or _roman(lx.raw(start))
    if number and (hit := time_words("era").at(lx.words, start + 1)):
        return Piece({"era": ("BC" if hit[0] == "BC" else "") + f"{number - 1:02}"}, hit[1])
    if number:
        return Piece({"century": number - 1}, start + 1)
    return shifted(lx, index + 1, "CE")


def _roman(word: str) -> int | None:
    if not re.fullmatch(r"X{0,2}(?:IX|IV|V?I{0,3})", word) or not word:
        return None
    values = [_ROMAN[c] for c in word.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def season(lx: Lexemes, index: int) -> Piece | None:
    """`mùa hè năm 2019`, `hè 2019`, `mùa đông này`."""
    hit = time_words("season").at(lx.words, index)
    if hit is None or lx.word(index - 1) in {"hội", "olympic", "games"}:
        return None
    fields: Fields = {"season": hit[0]}
    if (number := year_at(lx, hit[1])) is not None:
        return Piece(fields | {"year": number}, hit[1] + 1)
    near = time_words("shift").at(lx.words, hit[1])
    if near and lx.word(index) == "mùa":
        return Piece(fields | {"now": ("Y", int(near[0]))}, near[1])
    return Piece(fields, hit[1], sure=lx.word(index) == "mùa")


def holiday(lx: Lexemes, index: int) -> Piece | None:
    """`Tết Nguyên đán 2021`, `Tết Kỷ Hợi`, `giỗ Tổ Hùng Vương`, `Noel`."""
    hit = holidays().at(lx.words, index)
    if hit is None:
        return _tet(lx, index)
    named, end = hit
    fields: Fields = {"holiday": named}
    if dated := _own_date(lx, named, end):
        return dated
    if cycle := sexagenary(lx, end):
        return Piece(fields | cycle.fields, cycle.end)
    if (number := year_at(lx, end)) is not None:
        return Piece(fields | {"year": number}, end + 1)
    return Piece(fields, end)


def _own_date(lx: Lexemes, named: Holiday, index: int) -> Piece | None:
    """`ngày Quốc khánh 2/9`: the date that the name stands for, written behind it."""
    start = index + (lx.word(index) == "ngày")
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?", lx.word(start))
    if named.lunar or not match or (int(match[1]), int(match[2])) != (named.day, named.month):
        return None
    fields: Fields = {"day": named.day, "month": named.month}
    return Piece(fields | ({"year": int(match[3])} if match[3] else {}), start + 1)


def _tet(lx: Lexemes, index: int) -> Piece | None:
    """A bare `Tết` is a day with its year, or behind a word such as `dịp`."""
    if lx.raw(index) != "Tết":
        return None
    first = holidays().at(["tết", "nguyên", "đán"], 0)
    found = sexagenary(lx, index + 1) or year(lx, index + 1)
    if found is None and (number := year_at(lx, index + 1)) is not None:
        found = Piece({"year": number}, index + 2)
    if first and found:
        return Piece({"holiday": first[0]} | found.fields, found.end)
    alone = lx.word(index - 1) in _BEFORE_TET and not lx.raw(index + 1)[:1].isupper()
    return Piece({"holiday": first[0]}, index + 1) if first and alone else None


def week(lx: Lexemes, index: int) -> Piece | None:
    """`tuần này`, `cuối tuần qua`, `cuối tuần`."""
    ending = lx.word(index) == "cuối"
    start = index + ending
    if lx.word(start) != "tuần":
        return None
    piece = shifted(lx, start + (lx.word(start + 1) == "lễ"), "W")
    if not ending:
        return piece
    fields = dict(piece.fields) if piece else {"now": ("W", 0)}
    return Piece(fields | {"weekend": True}, piece.end if piece else start + 1)
