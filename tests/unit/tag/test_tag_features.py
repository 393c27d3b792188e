import numpy as np
import pytest

from sukien.tag.features import encode, shape, stable_hash, template, word_columns
from sukien.tag.model import TAGS, WORD_TEMPLATES, score, tables


def test_hash_never_changes() -> None:
    assert stable_hash("form=niger") == 0x93420B1CCE5DFC17


@pytest.mark.parametrize(
    ("token", "look"),
    [
        ("nước", "lv"),
        ("Niger", "Tx"),
        ("RTN", "Ux"),
        ("A", "S"),
        ("iPhone", "Mx"),
        ("16", "02"),
        ("1.500", "0."),
        ("20h02", "0a"),
        ("B52", "a0"),
        (",", ","),
    ],
)
def test_shape(token: str, look: str) -> None:
    assert shape(token) == look


def test_one_spelling_of_the_tone_mark_counts() -> None:
    columns = encode(["hoà", "Hòa", "hoa"])
    assert columns["form"][0] == columns["form"][1] != columns["form"][2]


def test_words_that_differ_only_in_the_order_of_syllables_differ() -> None:
    columns = encode(["sinh", "học", "học", "sinh"])
    words = word_columns(columns, np.array([0, 2]))
    assert words["form"][0] != words["form"][1]
    assert words["size"].tolist() == [2, 2]
    assert words["first"][0] == words["last"][1]


def test_template_reads_shifts() -> None:
    assert template("form-1 shape") == (("form", -1), ("shape", 0))


def test_score_does_not_depend_on_the_chunk() -> None:
    tokens = ["", ""] + ["quân", "đội", "Niger"] * 3000 + ["", ""]
    columns = encode(tokens)
    columns["glued"] = np.zeros(len(tokens), np.uint64)
    scores = score(columns, WORD_TEMPLATES, tables().words)
    assert np.array_equal(scores[30:33], scores[6000:6003])


def test_tables_have_a_power_of_two_of_rows() -> None:
    words, tags = tables()
    assert words.ndim == 1
    assert tags.shape[1] >= len(TAGS)
    assert not tags[:, len(TAGS) :].any()
    assert len(words) & (len(words) - 1) == len(tags) & (len(tags) - 1) == 0
