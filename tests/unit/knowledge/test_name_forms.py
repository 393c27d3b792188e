"""How names may be written, and what stands before them."""

import pytest

from sukien.knowledge.name_forms import (
    bare,
    body_key,
    distinctive,
    family_form,
    lost_diacritics,
    short_forms,
    spelling,
)
from sukien.knowledge.name_index import (
    has_own_name,
    known_entities,
    named,
    named_otherwise,
    without_place,
)
from sukien.knowledge.name_titles import gender_inside, title_before
from sukien.knowledge.tables import read_table


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hoà", "HÒA"), ("Lê Sỹ Quí", "lê sĩ quý"), ("H'Hen Niê", "H’Hen Niê"), ("GD-ĐT", "GD ĐT")],
)
def test_spellings_of_one_name(one, other):
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(("one", "other"), [("Thúy", "Thúi"), ("Niger", "Nigeria"), ("Sự", "Sử")])
def test_other_names(one, other):
    assert spelling(one) != spelling(other)


def test_a_name_without_diacritics():
    assert bare("Đà Nẵng") == bare("Danang")
    assert lost_diacritics("Quang Ninh")
    assert not lost_diacritics("Hue")
    assert not lost_diacritics("Quảng Ninh")


def test_short_forms_of_people():
    assert short_forms("Bùi Văn Sự") == ("Văn Sự", "Sự")
    assert short_forms("Marta Kowalek") == ("Kowalek", "Marta")
    assert family_form("Tập Cận Bình") == "Tập"
    assert family_form("Marta Kowalek") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công ty CP Thép Lá Đỏ", "công ty Thép Lá Đỏ"),
        ("Công ty TNHH MTV Lá Đỏ", "Công ty Lá Đỏ"),
        ("ĐH Huế", "Trường Đại học Huế"),
        ("Sở GD&ĐT Hà Nội", "Sở Giáo dục và Đào tạo Hà Nội"),
        ("Sở LĐ-TB&XH Quảng Nam", "Sở Lao động Thương binh và Xã hội Quảng Nam"),
        ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Uỷ ban nhân dân TP HCM", "UBND TPHCM"),
    ],
)
def test_one_body(one, other):
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize("row", read_table("body_words"), ids=lambda row: row["form"])
def test_every_word_of_bodies(row):
    means = f" {row['means']}" if row["means"] else ""
    assert body_key(f"Xưởng {row['form']} Lá") == body_key(f"Xưởng{means} Lá")


@pytest.mark.parametrize("row", read_table("body_heads"), ids=lambda row: row["head"])
def test_every_head_of_bodies(row):
    assert distinctive(f"{row['head']} Lá Đỏ") == "lá đỏ"
    assert distinctive(row["head"]) is None


@pytest.mark.parametrize("row", read_table("genders"), ids=lambda row: row["word"])
def test_every_word_of_gender(row):
    if row["where"] == "inside":
        assert gender_inside(f"Lê {row['word']} Lá") == row["gender"]
    else:
        text = f"Chiều nay {row['word']} "
        assert title_before(text, len(text)).gender == row["gender"]


def test_titles():
    text = "Theo Phó Giám đốc Công an tỉnh, đại tá "
    assert title_before(text, len(text)).role == "đại tá"
    assert title_before("Theo ông ", 9) == ("", "male")
    assert title_before("nữ ca sĩ ", 9) == ("nữ ca sĩ", "female")
    assert title_before("", 0) == ("", "")


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("Sở Y tế Hà Nội", ("Sở Y tế",)),
        ("UBND TP Hà Nội", ("UBND", "UBND TP")),
        ("UBND TP Hồ Chí Minh", ("UBND", "UBND TP")),
        ("UBND TP.HCM", ("UBND",)),
        ("Công an huyện Củ Chi", ("Công an", "Công an huyện")),
        ("Sở Y tế", ()),
        ("Tập đoàn Hà Nội", ()),
    ],
)
def test_bodies_without_their_place(name, heads):
    assert without_place(name) == heads


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Trường ĐH Phenikaa", True),
        ("Trường Đại học Tôn Đức Thắng", True),
        ("Công an TP.HCM", True),
        ("Sở Y tế Hà Nội", True),
        ("Sở GD&ĐT", False),
        ("Trường ĐH Kinh tế", False),
        ("Ngân hàng Việt Nam", False),
    ],
)
def test_bodies_with_a_name_of_their_own(name, own):
    assert has_own_name(name) == own


def test_tables_by_other_spellings():
    assert named("PER", "hồ chí minh").entity == "person:Ho Chi Minh"
    assert named("ORG", "Hồ Chí Minh") is None
    assert named_otherwise("LOC", "Quang Ninh").entity == "region:Quảng Ninh"
    assert named_otherwise("PER", "Quang Ninh") is None
    assert named_otherwise("LOC", "Hue") is None
    assert {"country:NE", "person:Ho Chi Minh", "city:Thanh Hóa"} <= known_entities()
