"""Vietnamese numerals."""

import pytest

from sukien.knowledge.numerals import digits_value, numeral_at, numeral_words
from sukien.knowledge.tables import read_table
from sukien.text.lexemes import Lexemes


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("1.500 lính", 1500, "lính"),
        ("1.234,56 điểm", 1234.56, "điểm"),
        ("1,234,567 điểm", 1234567, "điểm"),
        ("5,2 điểm", 5.2, "điểm"),
        ("2,5 triệu người", 2.5e6, "người"),
        ("104.000 tỷ đồng", 1.04e14, "đồng"),
        ("ngàn tỷ đồng", 1e12, "đồng"),
        ("trăm nghìn tỷ đồng", 1e14, "đồng"),
        ("1 triệu 200 nghìn đồng", 1.2e6, "đồng"),
        ("2 tỷ 300 triệu đồng", 2.3e9, "đồng"),
        ("12 triệu 3 người", 1.2e7, "3"),
        ("mười lăm người", 15, "người"),
        ("mười người", 10, "người"),
        ("hai mươi mốt người", 21, "người"),
        ("hai mươi tư người", 24, "người"),
        ("chín mươi chín người", 99, "người"),
        ("một trăm hai mươi ba người", 123, "người"),
        ("hai trăm linh năm người", 205, "người"),
        ("hai trăm năm mươi người", 250, "người"),
        ("hai trăm năm trước", 200, "năm"),
        ("hai nghìn ba trăm người", 2300, "người"),
        ("một trăm rưỡi người", 150, "người"),
        ("hai triệu rưỡi đồng", 2.5e6, "đồng"),
        ("một tỷ hai trăm triệu đồng", 1.2e9, "đồng"),
        ("ba chục người", 30, "người"),
        ("hai tá trứng", 24, "trứng"),
        ("3 vạn người", 30000, "người"),
        ("năm năm trước", 5, "năm"),
        ("7 tỷ phú", 7, "tỷ"),
    ],
)
def test_a_numeral_and_where_it_ends(text: str, value: float, rest: str) -> None:
    lexemes = Lexemes(text)
    numeral = numeral_at(lexemes, 0)
    assert numeral is not None
    assert numeral.value == pytest.approx(value)
    assert lexemes.word(numeral.end) == rest


@pytest.mark.parametrize("text", ["", "tỷ phú", "tá trứng", "mươi", "12/3", "1.2.3.4", "người"])
def test_no_numeral(text: str) -> None:
    assert numeral_at(Lexemes(text), 0) is None


@pytest.mark.parametrize("digits", ["12/3", "20:30", "1.5.2", "", "9" * 40])
def test_digits_that_are_no_number(digits: str) -> None:
    assert digits_value(digits) is None


def test_every_word_plays_its_role() -> None:
    carriers = {
        "digit": ("{} người", 0),
        "ones": ("hai mươi {} người", 20),
        "ten": ("{} người", 0),
        "tens": ("hai {} người", 10),
        "hundred": ("{} người", 0),
        "gap": ("một trăm {} năm người", 105),
        "scale": ("1 {} người", 0),
        "collective": ("1 {} người", 0),
        "half": ("một triệu {} người", 1_499_999.5),
    }
    for row in read_table("number_words"):
        assert numeral_words()[row["word"]].role == row["role"]
        carrier, base = carriers.get(row["role"], ("", 0))
        if carrier:
            numeral = numeral_at(Lexemes(carrier.format(row["word"])), 0)
            assert numeral is not None
            assert numeral.value == base + float(row["value"]), row


def test_a_word_that_parts_a_scale_from_its_number() -> None:
    for row in read_table("number_words"):
        if row["role"] == "noscale":
            numeral = numeral_at(Lexemes(f"5 tỷ {row['word']}"), 0)
            assert numeral is not None
            assert (numeral.value, numeral.end) == (5, 1)
