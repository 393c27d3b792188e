"""Which entity a name denotes: `[Niger|LOC|country:NE|table]`, mentions given by hand."""

import re

import pytest

from sukien.annotate.names import LAYER
from sukien.knowledge.name_cues import form
from sukien.knowledge.tables import read_table, values
from sukien.model import AnnotatedArticle, Article, Mention

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)(?:\|([^\[\]|]*))?(?:\|([^\[\]|]*))?\]")
IAEA = "Cơ quan Năng lượng Nguyên tử Quốc tế"
CASES = {
    "exact": "Tàu tới [Niger|LOC|country:NE|table] rồi sang [Nigeria|LOC|country:NG|table].",
    "tone mark": "Nhà máy của [Hoà Phát|ORG|org:Hoa Phat Group|table] chạy lại.",
    "without diacritics": "Bão vào [Quang Ninh|LOC|region:Quảng Ninh|spelt: Quảng Ninh].",
    "one word": "Đoàn khách đến [Danang|LOC|city:Da Nang|spelt: Đà Nẵng].",
    "body written out": "[Bộ GD và ĐT|ORG|org:Vietnam Ministry of Education and Training] họp.",
    "abbreviation of a known body": f"[{IAEA}|ORG|org:IAEA] ([IAEA|ORG|org:IAEA]) lên tiếng.",
    "abbreviation introduced": (
        "[Hội Người làm vườn Sông Lá|ORG] ([HNLV|ORG|org:Hội Người làm vườn Sông Lá"
        "|introduced: Hội Người làm vườn Sông Lá]) họp."
    ),
    "abbreviation first": "[HNLV|ORG|org:Hội Người làm vườn] ([Hội Người làm vườn|ORG]) họp.",
    "abbreviation of more than the name": (
        "Trái phiếu [Lá Đỏ Xanh|ORG] ([TPLĐX|ORG|org:TPLĐX]) tăng giá."
    ),
    "called in short": (
        "[Công ty cổ phần Lá Đỏ|ORG] (gọi tắt là "
        "[Lá Đỏ Corp|ORG|org:Công ty cổ phần Lá Đỏ]) mở cửa."
    ),
    "given name": (
        "Ông [Bùi Văn Sự|PER|person:Bùi Văn Sự|itself] đến. "
        "Ông [Sự|PER|person:Bùi Văn Sự|short: Bùi Văn Sự] nói. "
        "[Văn Sự|PER|person:Bùi Văn Sự] cười."
    ),
    "a foreigner's last name": (
        "Bà [Marta Kowalek|PER] đến. Bà [Kowalek|PER|person:Marta Kowalek] nói. "
        "[Marta|PER|person:Marta Kowalek] cười."
    ),
    "a known person": "Ông [Putin|PER|person:Vladimir Putin|table] nói.",
    "a family name": "Ông [Thiệp Cận Lâm|PER] đến. Ông [Thiệp|PER|person:Thiệp Cận Lâm] nói.",
    "two of a name, told by gender": (
        "Ông [Lê Văn Hà|PER] gặp bà [Trần Thị Hà|PER]. Bà [Hà|PER|person:Trần Thị Hà] nói, "
        "ông [Hà|PER|person:Lê Văn Hà] nghe."
    ),
    "two of a name, the other not yet named": (
        "Anh [Vũ Minh Tuấn|PER] kể. Anh [Tuấn|PER|person:Vũ Minh Tuấn] nói. Anh [Đỗ Anh Tuấn|PER] "
        "đến. Anh [Tuấn|PER|person:Tuấn|itself] ngồi."
    ),
    "capitals": "[VŨ MINH TUẤN|PER|person:Vũ Minh Tuấn] nói. [Vũ Minh Tuấn|PER] về.",
    "a person without diacritics": (
        "[Vu Minh Tuan|PER|person:Vũ Minh Tuấn|same: Vũ Minh Tuấn] thi đấu. [Vũ Minh Tuấn|PER] về."
    ),
    "fullest body": (
        "[ĐH Sông Lá|ORG|org:Trường Đại học Sông Lá|same: Trường Đại học Sông Lá] tuyển sinh. "
        "[Trường Đại học Sông Lá|ORG|org:Trường Đại học Sông Lá|itself] mở ngành."
    ),
    "company by the rest of its name": (
        "[Tập đoàn Lá Đỏ|ORG] họp. [Lá Đỏ|ORG|org:Tập đoàn Lá Đỏ] có lãi."
    ),
    "body without its place": (
        "[Sở Y tế Hà Nội|ORG] họp. [Sở Y tế|ORG|org:Sở Y tế Hà Nội|same: Sở Y tế Hà Nội] báo cáo."
    ),
    "body of two places": (
        "[Sở Y tế Hà Nội|ORG], [Sở Y tế Huế|ORG] họp. [Sở Y tế|ORG|org:Sở Y tế] báo cáo."
    ),
    "two companies of one rest": (
        "[Tập đoàn Lá Đỏ|ORG], [Ngân hàng Lá Đỏ|ORG] họp. [Lá Đỏ|ORG|org:Lá Đỏ] có lãi."
    ),
    "slip of the hand": "Dân [Burkiana Faso|LOC|country:BF|near: Burkina Faso] đi bầu.",
    "slip in the article": (
        "[Vũ Đưc Lâm|PER|person:Vũ Đức Lâm|mistyped: Vũ Đức Lâm] nói. [Vũ Đức Lâm|PER] đi. "
        "[Vũ Đức Lâm|PER] về. [Vũ Đức Lâm|PER] ngủ."
    ),
    "brothers": (
        "[Vũ Đức Lâm|PER|person:Vũ Đức Lâm] và [Vũ Đức Lẫm|PER|person:Vũ Đức Lẫm] là anh em. "
        "[Vũ Đức Lâm|PER] đi. [Vũ Đức Lẫm|PER] về."
    ),
    "other people": "[George Best|PER|person:George Best] đá bóng.",
    "another name, again and again": (
        "[Georgina|LOC|place:Georgina] hát. [Georgina|LOC] múa. [Georgina|LOC] nghỉ."
    ),
    "another consonant": "Tỉnh [Ishikawa|LOC|place:Ishikawa] có tuyết.",
    "a brand": "[Công ty CP FPT|ORG|org:FPT] có lãi. [Trường THPT FPT|ORG|org:Trường THPT FPT] mở.",
    "person and city": (
        "Chủ tịch [Hồ Chí Minh|PER|person:Ho Chi Minh] đọc. "
        "Khách từ Huế, [Hồ Chí Minh|LOC|city:Ho Chi Minh City|table]."
    ),
    "state and city": (
        "Ở [Washington|LOC|city:Washington|table], bang "
        "[Washington|LOC|region:Washington (state)|context: bang] bị kiện."
    ),
    "island and person": (
        "Khách ra đảo [Phú Quốc|LOC|city:Phú Quốc]. Anh [Lê Phú Quốc|PER] chèo thuyền. "
        "Anh [Phú Quốc|PER|person:Lê Phú Quốc] mệt."
    ),
    "province and its city": (
        "TP. [Thanh Hóa|LOC|city:Thanh Hóa|context: tp], tỉnh "
        "[Thanh Hóa|LOC|region:Thanh Hóa|table], có mưa."
    ),
    "mark before a name": "[. TS Lê Văn Hà|PER|person:Lê Văn Hà] nói.",
}


def link(markup: str) -> tuple[list[tuple[str, str, str, str]], list[re.Match[str]]]:
    """Each name as surface, type, entity, reason; and the marks."""
    marks = list(MARK.finditer(markup))
    text, at, mentions = "", 0, []
    for mark in marks:
        text += markup[at : mark.start()]
        mentions.append(Mention(len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    text += markup[at:]
    article = AnnotatedArticle(article=Article(id="x", text=text), mentions=tuple(mentions))
    [names] = LAYER.run([article])
    return [(article.surface(n), n.type, str(n.entity), n.reason) for n in names], marks


@pytest.mark.parametrize("markup", CASES.values(), ids=CASES)
def test_the_entity_and_the_reason(markup):
    found, marks = link(markup)
    for (surface, _, entity, reason), mark in zip(found, marks, strict=True):
        assert mark[3] is None or entity == mark[3], (surface, reason)
        assert mark[4] is None or reason == mark[4], surface


def test_a_mistyped_country_is_no_person():
    found, _ = link("[Burkiana Faso|PER] bầu tổng thống. [Georgia Best|PER] đá bóng.")
    assert [(kind, entity) for _, kind, entity, _ in found] == [
        ("LOC", "country:BF"),
        ("PER", "person:Georgia Best"),
    ]


def test_every_name_that_has_an_entity_has_a_reason():
    for markup in CASES.values():
        found, _ = link(markup)
        assert all(reason for _, _, entity, reason in found if entity != "None")


@pytest.mark.parametrize("row", read_table("ambiguous_names"), ids=str)
def test_every_row_of_the_ambiguous_names(row):
    cue = next(iter(values(row["cues"])), "")
    mark = f"[{row['name']}|{row['type']}|{row['entity']}]"
    before = {"before": f"Ở {cue} {mark} có mưa.", "near": f"{cue}. Ở {mark} có mưa."}
    found, _ = link(before.get(row["where"], f"Ở {mark} có mưa."))
    assert found[-1][2] == row["entity"]
    if row["where"] == "before":
        assert found[-1][3] == f"context: {form(cue)}"


@pytest.mark.parametrize("row", read_table("short_name_intros"), ids=lambda row: row["phrase"])
def test_every_phrase_that_gives_a_short_name(row):
    found, _ = link(f"[Hội Lá Đỏ|ORG] ({row['phrase']} [Lá Đỏ|ORG]) họp.")
    assert found[1][2] == "org:Hội Lá Đỏ"
    found, _ = link(f"[Hội Lá Đỏ|ORG], {row['phrase']}: “[Nhóm Xanh|ORG]”, họp.")
    assert found[1][2] == "org:Hội Lá Đỏ"


def test_odd_names_are_survived():
    odd = ["\u0301", "😀", "A" * 5000, "A " * 3000 + "B", "-", "&", "Y", "'", "(", "Ω ω"]
    for name in odd:
        for kind in ("PER", "ORG", "LOC", "MISC"):
            found, _ = link(f"[{name}|{kind}] và [{name}|{kind}]")
            assert len(found) == 2
