"""What the finder of names sees of a word: runs of capitals, tables, places near names."""

import numpy as np
import pytest

from sukien.tag import tag
from sukien.tag.name_columns import TYPES, NameRows, name_rows
from sukien.tag.rows import Rows, rows
from sukien.tag.words import WordRows, word_rows


def seen(text: str) -> tuple[Rows, WordRows, NameRows]:
    tokens = rows([*tag([text])])
    words = word_rows(tokens)
    return tokens, words, name_rows(tokens, words)


def surfaces(text: str, flag: str = "run") -> list[str]:
    """The words where a column is not zero, or that are near."""
    tokens, words, known = seen(text)
    kept = known.near if flag == "near" else known.columns[flag] > 0
    at = np.flatnonzero(kept & ~tokens.padding[words.first])
    return [text[tokens.starts[words.first[n]] : tokens.ends[words.last[n]]] for n in at]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("sang V-League đá", ["V-League"]),
        ("đến VH,TT&DL họp", ["VH", ",", "TT", "&", "DL"]),
        ("ở Oslo, Bergen nữa", ["Oslo", "Bergen"]),
        ("mua iOS 14 về", []),
        ("mua Zeta 14 về", ["Zeta", "14"]),
        ("từ Oslo - Bergen về", ["Oslo", "Bergen"]),
    ],
)
def test_capitals_and_what_joins_them_are_a_run(text: str, run: list[str]) -> None:
    assert surfaces(text) == run


def test_the_text_of_a_run_does_not_depend_on_its_place() -> None:
    _, _, known = seen("ở Oslo nay. Từ Bergen về Oslo.")
    texts = known.columns["run_text"][known.columns["run"] > 0]
    assert len({int(one) for one in texts}) == len({"Oslo", "Từ Bergen"})


def test_small_kinds_with_a_number_can_be_names() -> None:
    assert {"quận", "9"} <= set(surfaces("nhà ở quận 9 hay ngập", "near"))
    assert "hay" not in surfaces("nhà ở đây hay ngập lắm", "near")


def test_the_tables_of_names_and_the_lexicon_are_seen() -> None:
    assert "Niger" in " ".join(surfaces("quân đội Niger rút", "gaz"))
    assert surfaces("cầu thủ Cristiano Ronaldo ghi bàn", "lez")


def test_in_a_sentence_of_capitals_only_what_is_usual_counts() -> None:
    found = surfaces("CHÍNH PHỦ NIGER HỌP BÀN VỀ QUÂN ĐỘI")
    assert "NIGER" in " ".join(found)
    assert "VỀ" not in " ".join(found)


def test_types_are_those_of_the_contract() -> None:
    assert TYPES == ("PER", "ORG", "LOC", "MISC")


def test_nothing_is_seen_in_nothing() -> None:
    assert not seen("")[2].near.any()
