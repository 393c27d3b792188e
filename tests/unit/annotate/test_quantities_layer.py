"""Quantities, read from a table of sentences in which the expected ones are marked."""

import re
from pathlib import Path

import msgspec
import pytest

from sukien.annotate import quantities, times
from sukien.knowledge.tables import read_table
from sukien.knowledge.units import counted_nouns, quantity_words, units
from sukien.model import AnnotatedArticle, Article, Quantity, Word

_MARK = re.compile(r"\[([^|\]]+)\|(\S+) (\S+) (\S+) ([^\]]+)\]")
_TABLE = Path(__file__).with_name("quantities.tsv")


def read(text: str, words: tuple[Word, ...] = ()) -> tuple[Quantity, ...]:
    article = AnnotatedArticle(
        article=Article(id="a", text=text, published="2024-05-19"), words=words
    )
    found = times.LAYER.run([article])[0]
    result: tuple[Quantity, ...] = quantities.LAYER.run(
        [msgspec.structs.replace(article, times=found)]
    )[0]
    return result


def marked(text: str) -> str:
    out, at = "", 0
    for one in read(text):
        label = f"{one.value:.12g} {one.unit or '-'} {one.mod or '-'} {one.item or '-'}"
        out += f"{text[at : one.start]}[{text[one.start : one.end]}|{label}]"
        at = one.end
    return out + text[at:]


def rows() -> list[str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("expected", rows())
def test_a_sentence_of_the_table(expected: str) -> None:
    assert marked(_MARK.sub(r"\1", expected)) == expected


def test_the_table_is_long_enough() -> None:
    assert sum(len(_MARK.findall(text)) for text in rows()) >= 300


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Có 30 người.", 30, 30),
        ("Có hơn 30 người.", 30, None),
        ("Có ít nhất 30 người.", 30, None),
        ("Có gần 30 người.", None, 30),
        ("Có tối đa 30 người.", None, 30),
        ("Có khoảng 30 người.", 27, 33),
        ("Có 20-30 người.", 20, 30),
        ("Có hàng trăm người.", 100, 1000),
    ],
)
def test_the_interval_that_the_words_allow(
    text: str, low: float | None, high: float | None
) -> None:
    (one,) = read(text)
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize("row", read_table("units"), ids=lambda row: row["phrase"])
def test_every_unit(row: dict[str, str]) -> None:
    words = row["phrase"].split()
    hit = units().at(words, 0)
    assert hit is not None
    assert (hit[0].code, hit[1]) == (row["code"], len(words))
    text = "Con số là 7" + ("" if row["phrase"] == "k" else " ") + row["phrase"].replace(" / ", "/")
    (one,) = read(text)
    assert (one.unit, one.value) == (row["code"], 7 * float(row["factor"]))


def test_every_counted_noun() -> None:
    for row in read_table("counted_nouns"):
        assert counted_nouns().at(row["noun"].split(), 0) == (True, len(row["noun"].split()))
        (one,) = read(f"Tổng cộng 1.250 {row['noun']}.")
        assert (one.value, one.item) == (1250, row["noun"]), row


def test_every_quantity_word() -> None:
    for row in read_table("quantity_words"):
        words = row["phrase"].split()
        assert quantity_words(row["role"]).at(words, 0) == (row["value"], len(words))


@pytest.mark.parametrize(
    "row",
    [row for row in read_table("quantity_words") if row["role"] == "hedge"],
    ids=lambda row: row["phrase"],
)
def test_every_hedge_gives_its_mod(row: dict[str, str]) -> None:
    counted = "tuổi" if row["phrase"] == "ngoài" else "người"
    (one,) = read(f"Sức chứa {row['phrase']} {50 if counted == 'tuổi' else '1.250'} {counted}.")
    assert (one.start, one.mod) == (9, row["value"])


def word(text: str, surface: str, pos: str) -> Word:
    start = text.index(surface)
    return Word(start, start + len(surface), pos)


def test_the_tagger_says_where_the_noun_phrase_ends() -> None:
    text = "Họ cử 40 chuyên viên kỹ thuật Nhật đến giúp."
    tags = [("chuyên viên", "NOUN"), ("kỹ thuật", "NOUN"), ("Nhật", "PROPN"), ("đến", "VERB")]
    (one,) = read(text, tuple(word(text, surface, pos) for surface, pos in tags))
    assert text[one.start : one.end] == "40 chuyên viên"
    assert one.item == "chuyên viên kỹ thuật Nhật"


def test_a_noun_that_no_table_knows_is_the_item() -> None:
    text = "Họ trồng 40 gioong quý."
    (one,) = read(text, (word(text, "gioong", "NOUN"), word(text, "quý", "ADJ")))
    assert (text[one.start : one.end], one.item) == ("40 gioong", "gioong")


@pytest.mark.parametrize(
    "row",
    [row for row in read_table("quantity_words") if row["role"] == "money"],
    ids=lambda row: row["phrase"],
)
def test_every_word_for_money_makes_bare_millions_money(row: dict[str, str]) -> None:
    (one,) = read(f"Về {row['phrase']} ở đây là 200 triệu.")
    assert (one.value, one.unit) == (2e8, "VND")


def test_a_number_before_a_noun_of_the_tagger_is_a_quantity() -> None:
    text = "Có cả 12 gioong đến sớm, lớp 5 gioong thì không."
    nouns = tuple(Word(match.start(), match.end(), "NOUN") for match in re.finditer("gioong", text))
    assert [one.value for one in read(text, nouns)] == [12]
