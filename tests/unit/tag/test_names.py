"""Proper names as visible markup: `[Niger|LOC|country:NE]`. Sentences are the project's own."""

import re

import pytest

from sukien import pipeline
from sukien.knowledge.gazetteer import gazetteer
from sukien.knowledge.name_cues import cues, form, kin_words
from sukien.knowledge.tables import read_table, values
from sukien.read import article_from_text

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)(?:\|([^\[\]]*))?\]")
CASES = [
    "Tàu chở hàng tới quốc gia [Tây Phi|LOC|region:West Africa] [Niger|LOC|country:NE] trong tuần.",
    "Dân làng ở [châu phi|LOC|region:Africa] cần nước sạch.",
    "Chiếc [Il-76|MISC] hạ cánh xuống thủ đô [Niamey|LOC|city:Niamey].",
    "Tổng thống [Nga|LOC|country:RU] [Vladimir Putin|PER|person:Vladimir Putin] vừa đến.",
    "[Bộ Quốc phòng Mỹ|ORG|org:US Department of Defense] nói lính [Pháp|LOC] đã rời đi.",
    "Cuộc họp do [Bộ Quốc phòng Niger|ORG|org:Niger Ministry of Defence] tổ chức.",
    "Vụ cháy xảy ra tại [quận 9|LOC] sáng nay, theo [Công an quận 9|ORG].",
    "Đoàn xe đi trên [quốc lộ 1A|LOC] qua tỉnh [Quảng Trị|LOC|region:Quảng Trị].",
    "Ông [Nguyễn Thái Bình|PER] làm việc ở [Thái Bình|LOC|region:Thái Bình].",
    "Quan hệ [Trung|LOC|country:CN]-[Nhật|LOC|country:JP] căng thẳng từ đầu năm.",
    "Bà [Trần Thị Lan|PER|person:Trần Thị Lan] kể. Rồi bà [Lan|PER|person:Trần Thị Lan] khóc.",
    "Sáng nay anh [Tuấn|PER] bán cá ở chợ [Bình Điền|LOC].",
    "Người dân [Anh|LOC|country:GB] đi bầu cử.",
    "Thị trường [Đức|LOC|country:DE] hồi phục.",
    "[UBND tỉnh Quảng Trị|ORG] họp chiều nay.",
    "Đội tuyển dự [SEA Games|MISC] tại [Hà Nội|LOC|city:Hanoi].",
]


def names_of(text):
    [annotated] = pipeline.annotate([article_from_text(text, article_id="x")])
    return annotated, [(annotated.surface(n), n.type, n.entity) for n in annotated.names]


@pytest.mark.parametrize("markup", CASES)
def test_names_types_and_entities(markup):
    wanted = [(m[1], m[2], m[3]) for m in MARK.finditer(markup)]
    _, found = names_of(MARK.sub(r"\1", markup))
    assert [row[:2] for row in found] == [row[:2] for row in wanted]
    for (_, _, entity), (surface, _, expected) in zip(found, wanted, strict=True):
        assert expected is None or entity == expected, surface


@pytest.mark.parametrize(
    "text",
    [
        "Giá vàng tăng mạnh trong phiên sáng.",
        "Anh cho biết gia đình vẫn ổn.",
        "Ngân sách mới ở nước này chưa xong.",
        "Pháp luật quy định rõ điều này.",
    ],
)
def test_capitals_that_open_a_sentence_are_no_names(text):
    assert names_of(text)[1] == []


def test_an_abbreviation_in_brackets_is_what_it_shortens():
    text = "Cơ quan Năng lượng Nguyên tử Quốc tế (IAEA) họp hôm qua. Theo IAEA, lò vẫn an toàn."
    found = names_of(text)[1]
    assert {entity for surface, _, entity in found if "IAEA" in surface} == {"org:IAEA"}


@pytest.mark.parametrize(
    "text", ["Ông là người Mỹ", "Tin từ Trung-", "Bộ", "Anh", "Chính phủ", "Ở Gò Vấp,", "TP."]
)
def test_a_name_may_end_the_text(text):
    names_of(text)


def test_every_link_has_a_reason():
    annotated, _ = names_of("Ông Nguyễn Văn Bảy gặp ông Putin ở Hà Nội.")
    assert all(name.reason for name in annotated.names)


@pytest.mark.parametrize("table", ["places", "bodies", "people", "works"])
def test_every_row_of_the_gazetteers_is_known(table):
    for row in read_table(table):
        known = [gazetteer().named(name) for name in values(row["names"])]
        assert any(entry is not None for entry in known), row
        if row.get("entity"):
            assert re.match(r"(country|city|region|org|person):\S", row["entity"]), row


@pytest.mark.parametrize("table", ["world_cities", "districts", "short_countries"])
def test_every_small_place_is_known(table):
    for row in read_table(table):
        assert gazetteer().named(row["name"]) is not None, row


def test_every_country_has_its_codes_and_names():
    codes = {row["alpha2"] for row in read_table("countries")}
    for row in read_table("countries"):
        assert re.fullmatch(r"[A-Z]{3}", row["alpha3"]), row
        assert gazetteer().named(row["vietnamese"]) is not None, row
    for row in read_table("country_variants"):
        assert row["alpha2"] in codes | {"SU"}, row
        for name in values(row["names"]):
            assert gazetteer().named(name) is not None, name


def test_every_cue_has_a_kind_that_is_used():
    kinds = {"person", "place", "within", "body", "outlet", "thing", "saying", "joining", "inner"}
    assert {row["kind"] for row in read_table("cue_words")} == kinds
    for row in read_table("cue_words"):
        assert cues(row["kind"]).at(form(row["phrase"]).split(), 0), row
    assert kin_words() == {form(row["word"]) for row in read_table("kin_words")}


def test_lists_of_single_words_are_well_formed():
    for table, column in (("family_names", "surname"), ("kin_words", "word")):
        rows = [row[column] for row in read_table(table)]
        assert all(rows)
        assert len(rows) == len(set(rows)), [r for r in rows if rows.count(r) > 1]
    for row in read_table("capitals"):
        assert 3 <= int(row["share"]) <= 100, row
    for row in read_table("ministries"):
        assert row["english"].startswith("Ministry"), row


def test_a_short_name_of_the_press_is_the_fullest_that_the_lexicon_has():
    annotated, found = names_of("Thủ môn Courtois vừa cứu thua cho đội chủ nhà.")
    assert ("Courtois", "PER", "person:Thibaut Courtois") in found
    assert annotated.names[0].reason == "shortens: Thibaut Courtois"
