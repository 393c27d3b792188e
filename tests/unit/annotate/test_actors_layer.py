"""Actors: where their phrases start and end, their sector and country, chains in an article."""

import pytest

from sukien import pipeline
from sukien.knowledge.sectors import name_sectors
from sukien.knowledge.tables import read_table, values
from sukien.read import article_from_text


def actors(text):
    [article] = pipeline.annotate([article_from_text(text, article_id="x", published="2024-05-19")])
    return [(article.surface(a), a.sector, a.country) for a in article.actors]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Các nông dân gặp ông Nam, giám đốc Công an tỉnh.", ("ông Nam", "COP", None)),
        ("Hôm qua, những người bán hàng gặp Bộ Y tế.", ("những người bán hàng", "BUS", None)),
        ("Liên Hợp Quốc họp hôm qua. Nước này đã từ chối.", ("Nước này", "GOV", None)),
        ("Người dân chống Pháp suốt chín năm.", ("Pháp", "GOV", "FRA")),
        ("Chúng tôi chờ bố về. Hôm qua, mẹ đã đi chợ.", ("mẹ", "CVL", None)),
        ("Giám đốc Sở Công an họp.", None),
    ],
)
def test_who_acts(text, wanted):
    found = actors(text)
    assert wanted is None or wanted in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Bãi xe trái phép gây ồn.",
        "Sông chảy qua tỉnh Vĩnh Long.",
        "Một con rắn bò qua đường.",
        "Huế tổ chức lễ hội lớn.",
    ],
)
def test_things_and_places_are_no_actors(text):
    assert not any(a[0] != "Huế" for a in actors(text)), actors(text)


def test_a_title_once_said_holds_for_the_article():
    text = "Tiền đạo Nguyễn Văn Toàn ghi bàn. Sau trận, Nguyễn Văn Toàn nói rất vui."
    assert [a[1] for a in actors(text) if "Toàn" in a[0]] == ["ATH", "ATH"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lính Pháp rút khỏi Niger. Lực lượng này sẽ sang Chad.", ("Lực lượng này", "MIL", "FRA")),
        ("Phiến quân giết 12 người. Lực lượng này đã rút.", ("Lực lượng này", "REB", None)),
        ("Các nông dân gặp Bộ Y tế. Họ yêu cầu bồi thường.", ("Họ", "AGR", None)),
        ("Công an tỉnh Nghệ An bắt ông Nam. Họ nói chưa rõ.", ("Họ", "COP", "VNM")),
        ("Nga và Ukraine đàm phán. Hai bên đã đạt thỏa thuận.", ("Hai bên", "GOV", None)),
        ("Ông Nam gặp các nông dân. Nhóm này đã từ chối.", ("Nhóm này", "AGR", None)),
    ],
)
def test_plural_pronouns_are_whom_they_stand_for(text, wanted):
    assert wanted in actors(text), actors(text)


@pytest.mark.parametrize("text", ["Họ đã đi chợ.", "Hai bên đã họp.", "Ông Nam họ Nguyễn."])
def test_a_plural_pronoun_for_nobody_is_no_actor(text):
    assert not any(a[0].lower() in {"họ", "hai bên"} for a in actors(text))


def test_a_capital_that_acts_is_the_government_of_its_country():
    text = "Paris và Niamey đều từ chối. Ông Nam đã đến Paris."
    [article] = pipeline.annotate([article_from_text(text, article_id="x")])
    told = [(article.surface(a), a.entity, a.country, a.sector) for a in article.actors[:2]]
    assert told == [
        ("Paris", "country:FR", "FRA", "GOV"),
        ("Niamey", "country:NE", "NER", "GOV"),
    ]
    assert "Paris" not in [article.surface(a) for a in article.actors[2:]]


def test_names_of_the_tables_have_the_sector_of_their_table():
    known = name_sectors()
    for table in ("names_sport", "names_business"):
        for row in read_table(table):
            for name in values(row["names"]) if row["type"] == "ORG" else ():
                assert known[name.lower()], name


def test_who_is_known_without_a_title_has_a_sector():
    assert name_sectors()["joe biden"] == "GOV"
    assert [a[1] for a in actors("Hôm qua, Joe Biden gặp Nguyễn Văn Lành.")] == ["GOV", "CVL"]
