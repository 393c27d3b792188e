from collections import Counter
from pathlib import Path

import numpy as np
from training.corpora import Tagged, doubts, row, treebank
from training.linear import quantized, save
from training.words import repaired

KNOWN = Counter({"công_an": 500, "triều_tiên": 500, "luật_sư": 500})


def test_a_row_is_spaced_as_printed() -> None:
    found = row(["Hà_Nội", "(", "Việt_Nam", ")", "."], spaced=False)
    assert found.tokens == ["Hà", "Nội", "(", "Việt", "Nam", ")", "."]
    assert found.begins == [1, 0, 1, 1, 0, 1, 1]
    assert found.glued == [0, 0, 0, 1, 0, 1, 1]


def test_joints_of_names_with_their_neighbours_are_doubted() -> None:
    words = ["Công_an", "Oslo_hồi", "Triều_Tiên_Kim_Un", "Novosti_RTN", "luật_sư", "Lan_Anh"]
    assert doubts(words, KNOWN) == {1: [1, -1], 2: [1, 0, 1, 0], 3: [1, 1]}


def test_treebank_reads_words_of_several_syllables(tmp_path: Path) -> None:
    file = tmp_path / "a.conllu"
    cells = "\t".join(["_"] * 6)
    file.write_text(f"# x\n1\tHà Nội\t_\tPROPN\t{cells}\n2\tLBKT\t_\tPUNCT\t{cells}\n\n")
    assert treebank(file) == [Tagged(["Hà Nội", "("], ["PROPN", "PUNCT"])]


def test_acronyms_are_proper_where_they_are_sometimes() -> None:
    first, second = Tagged(["AB"], ["PROPN"]), Tagged(["AB", "CD"], ["NOUN", "NOUN"])
    assert repaired([first, second])[1].tags == ["PROPN", "NOUN"]


def test_tables_are_saved_to_the_same_bytes(tmp_path: Path) -> None:
    table = quantized(np.array([0.01, 0.5, -20], np.float32), 0.05)
    assert table.tolist() == [0, 8, -127]
    one, other = tmp_path / "one.npz", tmp_path / "other.npz"
    save(one, words=table)
    save(other, words=table)
    assert one.read_bytes() == other.read_bytes()
