"""Learning of sections: what is taught is known, what is written is read again."""

import numpy as np
from quality.section_gold import Labelled
from quality.sections import judged
from training.sections import learned, write

from sukien.model import SECTIONS

TAUGHT = [
    Labelled("a", "cầu thủ ghi bàn trên sân", ("sport",)),
    Labelled("b", "giá vàng và cổ phiếu tăng", ("business",)),
    Labelled("c", "trận đấu của đội tuyển", ("sport", "culture")),
    Labelled("d", "ngân hàng giảm lãi suất", ("business",)),
]


def test_what_was_taught_is_known() -> None:
    found = judged(TAUGHT, learned(TAUGHT))
    assert (found.right.right, found.slips.total()) == (4, 0)


def test_a_slip_names_both_sections() -> None:
    wrong = [Labelled("e", "cầu thủ ghi bàn", ("law",))]
    assert judged(wrong, learned(TAUGHT)).slips == {("law", "sport"): 1}


def test_the_same_table_gives_the_same_bytes_and_nearly_the_same_weights(tmp_path) -> None:
    table = learned(TAUGHT)
    for name in ("one.npz", "two.npz"):
        write(tmp_path / name, table)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    with np.load(tmp_path / "one.npz") as kept:
        assert kept["table"].shape[1] == len(SECTIONS)
        assert np.allclose(kept["table"] * kept["scale"], table, atol=float(kept["scale"]))
