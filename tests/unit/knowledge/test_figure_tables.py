"""Every row of the tables of figures is well-formed and can be found by its words."""

import pytest

from sukien.knowledge.figures import (
    MARKS,
    at_word,
    counted,
    diseases,
    figure_weights,
    happenings,
    marks,
    price_word,
    words_of,
)
from sukien.knowledge.tables import read_table, values
from sukien.text.syllables import canonical


def _syllables(words: str) -> list[str]:
    return [canonical(word) for word in words.replace(",", " ").split()]


def test_every_noun_is_of_one_class_and_is_found():
    seen: dict[str, str] = {}
    for row in read_table("figure_nouns"):
        assert row["class"] and row["kind"] and row["label"]
        for noun in values(row["nouns"]):
            assert seen.setdefault(noun, row["class"]) == row["class"], noun
            hit = counted().at(noun.replace(",", "").split(), 0)
            assert hit is not None, noun


def test_every_word_names_one_happening():
    seen: dict[str, str] = {}
    for row in read_table("figure_happenings"):
        assert (
            row["label"]
            and row["first"] in {"", "first"}
            and row["of"] in {"", "measure", "person", "owned"}
        )
        for words in values(row["words"]):
            assert seen.setdefault(words, row["happening"]) == row["happening"], words
            hit = happenings().at(_syllables(words), 0)
            assert hit is not None and hit[0].id == row["happening"], words


def test_every_word_around_a_figure_is_of_a_kind_that_is_asked_for():
    asked = {
        "lead",
        "one",
        "scale",
        "at",
        "price",
        "where",
        "each",
        "number",
        "per",
        "level",
        *MARKS,
    }
    rows = read_table("figure_words")
    assert {row["kind"] for row in rows} == asked
    for row in rows:
        for words in values(row["words"]):
            table = marks() if row["kind"] in MARKS else words_of(row["kind"])
            assert table.at(words.split(), 0) is not None, words
    assert at_word() and price_word()


def test_every_disease_is_found_by_its_words():
    for row in read_table("figure_diseases"):
        for words in values(row["words"]):
            hit = diseases().at(words.split(), 0)
            assert hit is not None and hit[0] == row["label"], words


@pytest.mark.parametrize("model", ["slot", "scope"])
def test_weights_are_of_clues_that_exist(model):
    weights = figure_weights(model)
    assert len(weights) > 30
    assert all(-10 < weight < 10 for weight in weights.values())
    assert {"always", "words", "head same"} <= set(weights)
