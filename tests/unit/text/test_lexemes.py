"""Texts cut for reading numbers, and phrases found in them."""

import pytest

from sukien.text.lexemes import Lexemes
from sukien.text.phrases import Phrases


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lúc 20h02 ngày 26/7/2013,", ["lúc", "20", "h02", "ngày", "26/7/2013", ","]),
        ("rộng 3.000m2 (5,2%)", ["rộng", "3.000", "m2", "(", "5,2", "%", ")"]),
        ("Il-76\n\nU23", ["il", "-", "76", "\n\n", "u23"]),
        ("  ", []),
    ],
)
def test_lexemes(text: str, words: list[str]) -> None:
    lexemes = Lexemes(text)
    assert lexemes.words == words
    assert [lexemes.raw(i).lower() for i in range(lexemes.size)] == words


def test_past_either_end_there_is_nothing() -> None:
    lexemes = Lexemes("một")
    assert (lexemes.word(-1), lexemes.word(1), lexemes.raw(1)) == ("", "", "")
    assert not lexemes.glued(0)


@pytest.mark.parametrize(
    ("text", "labelled"),
    [("Il-76", True), ("51C-980", True), ("ngày 76", False), ("12-76", False), ("Q.76", True)],
)
def test_a_number_stuck_to_letters(text: str, labelled: bool) -> None:
    lexemes = Lexemes(text)
    assert lexemes.labelled(lexemes.size - 1) == labelled


def test_the_longest_phrase_is_found() -> None:
    phrases = Phrases([("hôm", 1), ("hôm nay", 2), ("ngày hôm nay", 3)])
    words = ["ngày", "hôm", "nay", "hôm"]
    assert phrases.at(words, 0) == (3, 3)
    assert phrases.at(words, 1) == (2, 3)
    assert phrases.at(words, 3) == (1, 4)
    assert phrases.at(words, 2) is None
    assert phrases.at(words, 4) is None
    assert phrases.before(words, 3)
    assert not phrases.before(words, 1)
    assert phrases.firsts() == {"hôm", "ngày"}
