"""Claims, their merging, and which lines a timeline shows. Articles are built by hand."""

import pytest

from sukien.knowledge.date_references import date_references
from sukien.tell.dates import spans_around
from sukien.tell.timeline import claims
from telling import article, told


def dates(*articles):
    return [entry.date for entry in told(*articles).timeline]


def line(date, *articles):
    return next(entry for entry in told(*articles).timeline if entry.date == date)


CANCELLED = article(
    "a",
    "2024-04-12",
    "Chuyện cây cầu",
    "Xã Vân Sơn [ngày 16/3|2024-03-16] hủy bỏ thỏa thuận xây cầu với Minh Phát. #break-off",
    actor="org:Vân Sơn",
)
CALL = article(
    "b",
    "2024-04-12",
    "Chuyện con đường",
    "Chủ tịch xã điện đàm với giám đốc sở hồi [tháng 3|2024-03] về con đường mới. #call",
    actor="org:Vân Sơn",
)
MONTH = article(
    "c",
    "2024-05-19",
    "Cây cầu dở dang",
    "Xã Vân Sơn hồi [tháng 3|2024-03] chấm dứt thỏa thuận với Minh Phát về cây cầu. #break-off",
    actor="org:Vân Sơn",
)


def test_a_month_finds_the_day_of_the_same_happening():
    assert dates(CANCELLED, MONTH) == ["2024-03-16"]
    assert line("2024-03-16", CANCELLED, MONTH).articles == 2


def test_a_month_of_another_happening_stays_a_month():
    assert dates(CANCELLED, CALL) == ["2024-03", "2024-03-16"]


def test_the_order_of_articles_changes_nothing():
    assert told(CANCELLED, CALL, MONTH).timeline == told(MONTH, CALL, CANCELLED).timeline


def test_every_supporting_sentence_is_kept():
    many = article(
        "m",
        "2024-08-04",
        "Lũ quét ở Nậm Tao",
        *(f"Lũ quét tràn qua bản Nậm Tao [sáng 3/8|2024-08-03], tin {n}. #storm" for n in range(5)),
    )
    [entry] = told(many).timeline
    assert len(entry.evidence) == 5
    assert entry.articles == 1


def test_what_lies_a_year_before_the_story_is_background():
    piece = article(
        "a",
        "2024-05-19",
        "Chuyện viện trợ",
        "Nước Lan Na nhận viện trợ lương thực từ [năm 1962|1962]. #aid",
        "Quân đội đảo chính hồi [tháng 7/2023|2023-07]. #coup",
    )
    background = {entry.date: entry.background for entry in told(piece).timeline}
    assert background == {"1962": True, "2023-07": False}


def test_without_a_day_of_publication_nothing_is_background():
    piece = article("a", None, "Chuyện cũ", "Bão lớn đổ bộ [năm 1962|1962], mất nhiều nhà. #storm")
    assert not any(entry.background for entry in told(piece).timeline)


@pytest.mark.parametrize(
    "sentence",
    [
        "So với [năm 2019|2019], số vụ cháy giảm mạnh. #fire",
        "Giá lúa lên mức cao nhất kể từ [ngày 9/10|2023-10-09]. #price",
        "Hiến pháp [năm 1992|1992] được đem ra bàn. #law",
    ],
)
def test_a_date_that_is_compared_with_or_names_a_thing_is_no_line(sentence):
    assert not claims(article("a", "2024-05-19", "Tin vắn", sentence))


def test_every_phrase_of_comparison_is_heeded():
    for phrase in date_references():
        sentence = f"Cháy lớn {phrase} [ngày 9/10|2023-10-09]. #fire"
        assert not claims(article("a", "2024-05-19", "Tin vắn", sentence)), phrase


def test_a_sentence_that_names_its_day_tells_best():
    lead = article(
        "a", "2024-08-04", "Tin lũ", "Lũ tràn qua bản Nậm Tao gây sập nhà. #storm@2024-08-03"
    )
    dated = article(
        "b",
        "2024-08-05",
        "Tin",
        "Lũ tràn qua bản Nậm Tao [sáng 3/8|2024-08-03] gây sập nhà. #storm",
    )
    assert "3/8" in line("2024-08-03", lead, dated).text


def test_news_that_names_no_day_joins_the_days_before():
    dated = article(
        "a", "2024-08-04", "Tin", "Đại hội nông dân xã họp [ngày 3/8|2024-08-03] ở đình làng. #meet"
    )
    later = article("b", "2024-08-05", "Đại hội nông dân xã họp ở đình làng #meet")
    assert dates(dated, later) == ["2024-08-03"]
    assert line("2024-08-03", dated, later).articles == 2


def test_two_happenings_of_one_day_are_two_lines():
    fire = article(
        "a",
        "2024-08-04",
        "Tin",
        "Cháy chợ huyện [ngày 3/8|2024-08-03] thiêu rụi chục sạp vải. #fire",
    )
    trial = article(
        "b", "2024-08-04", "Tin", "Tòa tỉnh [ngày 3/8|2024-08-03] xử kẻ trộm trâu mười năm. #trial"
    )
    assert dates(fire, trial) == ["2024-08-03", "2024-08-03"]


@pytest.mark.parametrize(
    ("value", "wider"),
    [
        (
            "2024-03-16",
            {"2024-W11", "2024-W11-WE", "2024-03", "2024-Q1", "2024-SP", "2024-H1", "2024"},
        ),
        ("2024-03", {"2024-Q1", "2024-SP", "2024-H1", "2024"}),
        ("2024-12-30", {"2025-W01", "2024-12", "2024-Q4", "2024-WI", "2024-H2", "2024"}),
        ("2024", set()),
        ("PAST_REF", set()),
    ],
)
def test_spans_around_a_value_hold_all_its_days(value, wider):
    assert set(spans_around(value)) == {value, *wider}
