import operator

import numpy as np

from sukien.tag.features import encode
from sukien.tag.lookup import PhraseIndex


def found(index: PhraseIndex, text: str) -> list[tuple[int, int]]:
    tokens = [*text.split(), "", ""]
    columns = encode(tokens)
    result = index.longest(columns["form"], np.arange(len(tokens) - 2))
    return list(zip(result.length.tolist(), result.code.tolist(), strict=True))


def test_the_longest_phrase_counts() -> None:
    index = PhraseIndex([(["bộ"], 1), (["bộ", "y", "tế"], 2), (["y"], 3)])
    assert found(index, "Bộ Y tế họp") == [(3, 2), (1, 3), (0, 0), (0, 0)]
    assert found(index, "Bộ Y dược") == [(1, 1), (1, 3), (0, 0)]


def test_of_equal_phrases_the_first_counts_unless_told_how_to_join() -> None:
    phrases = [(["Amazon"], 1), (["amazon"], 4)]
    assert found(PhraseIndex(phrases), "amazon") == [(1, 1)]
    assert found(PhraseIndex(phrases, operator.or_), "amazon") == [(1, 5)]


def test_the_place_of_the_tone_mark_does_not_count() -> None:
    assert found(PhraseIndex([(["Hoà", "Bình"], 1)]), "Hòa Bình")[0] == (2, 1)


def test_an_empty_index_finds_nothing() -> None:
    assert found(PhraseIndex([]), "Hà Nội") == [(0, 0), (0, 0)]
