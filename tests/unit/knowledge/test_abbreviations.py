"""Every abbreviation of the data file, in a sentence."""

import pytest

from sukien.knowledge.abbreviations import abbreviations
from sukien.knowledge.tables import read_table, values
from sukien.model import Article
from sukien.tag import sentences

FRAMES = {
    "title": "Hôm qua, {}. Nguyễn Hòa đã đến dự.",
    "inner": "Trận Thanh Hóa {}. Nam Định hoãn lại.",
    "place": "Vụ việc xảy ra ở {}. Hòa Bình hôm qua.",
    "initial": "Nạn nhân là anh L. {}. ở xã bên.",
}
ROWS = [(row["kind"], form) for row in read_table("abbreviations") for form in values(row["form"])]


@pytest.mark.parametrize(("kind", "form"), ROWS)
def test_an_abbreviation_ends_no_sentence(kind: str, form: str) -> None:
    text = FRAMES[kind].format(form)
    assert form.lower() in abbreviations(kind)
    assert len(sentences.split([Article(id="x", text=text)])[0]) == 1


def test_a_place_may_end_a_sentence() -> None:
    text = "Ông vào làm việc ở TP. Tuy nhiên, chỉ một năm sau ông về quê."
    assert len(sentences.split([Article(id="x", text=text)])[0]) == 2
