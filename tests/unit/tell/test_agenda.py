"""Two dozen short stories that announce something, and what became of it, built by hand."""

import pytest

from sukien.knowledge.agenda_words import (
    closing_words,
    limit_words,
    new_date_words,
    undecided_words,
)
from sukien.knowledge.tables import read_table, values
from sukien.model import OUTCOMES
from telling import article, told


def first(*lines, published="2025-03-01", **more):
    return article("a", published, "Tin đầu", *lines, **more)


def later(*lines, published="2025-04-20", **more):
    return article("b", published, "Tin sau", *lines, **more)


MATCH = first("Đội Sông Cầu gặp đội Núi Đèn ở lượt về [ngày 12/4|2025-04-12]. #match/planned")
CONCERT = first(
    "Đêm nhạc Mùa Trăng sẽ diễn ra tại sân khấu hồ Sen [tối 10/4|2025-04-10]. #perform/planned"
)
BRIDGE = first(
    "Cầu Bến Lội dự kiến hoàn thành chậm nhất [ngày 30/6|2025-06-30], sở nói. #build/planned"
)
VOTE = first(
    "Hội đồng thành phố dự kiến biểu quyết nghị quyết vỉa hè [ngày 15/4|2025-04-15]. #law/planned"
)
FAIR = first("Hội chợ trái cây Cù Lao dự kiến mở cửa vào [tháng 4|2025-04]. #open-event/planned")

STORIES = {
    "a deadline that nobody speaks of": (
        [first("Việc rút quân của nước Lan kết thúc [ngày 15/9|2025-09-15]. #withdraw/planned")],
        [("2025-09-15", "announced", None)],
    ),
    "a match that was played": (
        [
            MATCH,
            later("Đội Sông Cầu thắng đội Núi Đèn ở lượt về [tối 12/4|2025-04-12]. #match"),
        ],
        [("2025-04-12", "done", None)],
    ),
    "a match of others on that day": (
        [MATCH, later("Đội Biển Xa thua đội Cát Vàng trong mưa [tối 12/4|2025-04-12]. #match")],
        [("2025-04-12", "announced", None)],
    ),
    "a match moved to a new date": (
        [
            MATCH,
            later(
                "Trận đội Sông Cầu gặp đội Núi Đèn [ngày 12/4|2025-04-12] bị hoãn sang"
                " [ngày 19/4|2025-04-19]. #match/planned@2025-04-19",
                published="2025-04-10",
            ),
        ],
        [("2025-04-12", "moved", "2025-04-19"), ("2025-04-19", "announced", None)],
    ),
    "a match moved and then played": (
        [
            MATCH,
            later(
                "Trận đội Sông Cầu gặp đội Núi Đèn [ngày 12/4|2025-04-12] bị hoãn sang"
                " [ngày 19/4|2025-04-19]. #match/planned@2025-04-19",
                published="2025-04-10",
            ),
            article(
                "c",
                "2025-04-20",
                "Tin cuối",
                "Đội Sông Cầu gặp đội Núi Đèn [tối 19/4|2025-04-19], hòa một đều. #match",
            ),
        ],
        [("2025-04-12", "moved", "2025-04-19"), ("2025-04-19", "done", None)],
    ),
    "a concert that is cancelled": (
        [
            CONCERT,
            later(
                "Đêm nhạc Mùa Trăng tại sân khấu hồ Sen [tối 10/4|2025-04-10] bị hủy vì mưa.",
                published="2025-04-09",
            ),
        ],
        [("2025-04-10", "cancelled", None)],
    ),
    "a concert that may be cancelled": (
        [
            CONCERT,
            later(
                "Đêm nhạc Mùa Trăng tại sân khấu hồ Sen [tối 10/4|2025-04-10] có thể bị hủy.",
                published="2025-04-09",
            ),
        ],
        [("2025-04-10", "announced", None)],
    ),
    "another concert is cancelled": (
        [
            CONCERT,
            later(
                "Đêm nhạc Mùa Trăng tại sân khấu hồ Sen [tối 3/4|2025-04-03] bị hủy vì mưa.",
                published="2025-04-03",
            ),
        ],
        [("2025-04-10", "announced", None)],
    ),
    "fireworks that do not take place": (
        [
            first(
                "Tỉnh Hải Vân sẽ bắn pháo hoa ở bến tàu [tối 30/4|2025-04-30]. #open-event/planned"
            ),
            later(
                "Màn bắn pháo hoa của tỉnh Hải Vân ở bến tàu [tối 30/4|2025-04-30] không diễn ra."
            ),
        ],
        [("2025-04-30", "cancelled", None)],
    ),
    "rubbish that is destroyed cancels nothing": (
        [
            CONCERT,
            later(
                "Sau đêm nhạc Mùa Trăng, rác ở sân khấu hồ Sen được tiêu hủy.",
                published="2025-04-09",
            ),
        ],
        [("2025-04-10", "announced", None)],
    ),
    "a vote that was held": (
        [
            VOTE,
            later("Hội đồng thành phố thông qua nghị quyết vỉa hè [ngày 15/4|2025-04-15]. #law"),
        ],
        [("2025-04-15", "done", None)],
    ),
    "an opening after many delays": (
        [
            first("Lễ hội Hoa Đèn khai mạc ở cố đô [tối 20/4|2025-04-20]. #open-event/planned"),
            later(
                "Sau nhiều lần tạm hoãn vì dịch bệnh kéo dài, [tối 20/4|2025-04-20] lễ hội Hoa Đèn"
                " khai mạc ở cố đô. #open-event"
            ),
        ],
        [("2025-04-20", "done", None)],
    ),
    "a trial run that is told as finished": (
        [
            first("Tuyến tàu Suối Vàng sẽ chạy thử toàn tuyến [tháng 4|2025-04]. #science/planned"),
            later(
                "Tuyến tàu Suối Vàng chạy thử toàn tuyến từ [ngày 2/4|2025-04-02] và đã hoàn thành."
                " #science"
            ),
        ],
        [("2025-04", "done", None)],
    ),
    "a vote that is announced again": (
        [
            VOTE,
            later(
                "Hội đồng thành phố sẽ biểu quyết nghị quyết vỉa hè"
                " [ngày 15/4|2025-04-15]. #law/planned",
                published="2025-04-01",
            ),
        ],
        [("2025-04-15", "announced", None)],
    ),
    "a bridge that is finished early": (
        [
            BRIDGE,
            later("Cầu Bến Lội đã hoàn thành và cho xe qua, sở nói hôm qua. #build@2025-04-19"),
        ],
        [("2025-06-30", "done", None)],
    ),
    "a bridge that is not finished yet": (
        [BRIDGE, later("Cầu Bến Lội chưa hoàn thành, sở nói hôm qua. #build/negated@2025-04-19")],
        [("2025-06-30", "announced", None)],
    ),
    "a month in which the day came": (
        [
            FAIR,
            later("Hội chợ trái cây Cù Lao mở cửa [sáng 12/4|2025-04-12] ở bờ kè. #open-event"),
        ],
        [("2025-04", "done", None)],
    ),
    "an examination put off without a date": (
        [
            first("Kỳ thi thợ giỏi tỉnh Lam Sơn tổ chức [ngày 5/4|2025-04-05]. #education/planned"),
            later(
                "Kỳ thi thợ giỏi tỉnh Lam Sơn [ngày 5/4|2025-04-05] tạm hoãn vì bão.",
                published="2025-04-03",
            ),
        ],
        [("2025-04-05", "moved", None)],
    ),
    "a law that comes into force sooner": (
        [
            first(
                "Luật Nuôi Ong có hiệu lực từ [ngày 1/12|2025-12-01], nghị viện nói. #law/planned"
            ),
            later(
                "Luật Nuôi Ong có hiệu lực [ngày 1/12|2025-12-01] được đẩy lên sớm tới"
                " [ngày 1/8|2025-08-01]. #law/planned@2025-08-01"
            ),
        ],
        [("2025-08-01", "announced", None), ("2025-12-01", "moved", "2025-08-01")],
    ),
    "a goal for the year that it is": (
        [first("Xã đặt mục tiêu xây mười cây cầu trong [năm 2025|2025]. #build/planned")],
        [],
    ),
    "what has been is not announced": (
        [first("Đội Sông Cầu thắng đội Núi Đèn [tối 27/2|2025-02-27]. #win")],
        [],
    ),
    "a plan told by two papers": (
        [
            FAIR,
            later(
                "Hội chợ trái cây Cù Lao sẽ mở cửa trong [tháng 4|2025-04]. #open-event/planned",
                published="2025-03-10",
            ),
        ],
        [("2025-04", "announced", None)],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_what_became_of_it(name):
    articles, expected = STORIES[name]
    agenda = told(*articles).agenda
    assert [(item.date, item.outcome, item.moved_to) for item in agenda] == expected


@pytest.mark.parametrize("name", STORIES)
def test_the_order_of_articles_changes_nothing(name):
    articles, _ = STORIES[name]
    assert told(*articles).agenda == told(*reversed(articles)).agenda


def test_what_closes_an_item_is_proved_and_reasoned():
    [item] = told(*STORIES["a concert that is cancelled"][0]).agenda
    assert [evidence.article for evidence in item.evidence] == ["a"]
    assert [evidence.article for evidence in item.closing] == ["b"]
    assert item.closed == "2025-04-09"
    assert (item.reason.name, item.reason.detail) == ("cancelled_word", "bị hủy")
    assert item.outcome in OUTCOMES


def test_who_announces_and_how_many_say_so():
    paper = first(
        "Hội chợ trái cây Cù Lao dự kiến mở cửa [tháng 4|2025-04]. #open-event/planned",
        publisher="Báo Mẫu",
    )
    [item] = told(paper, *STORIES["a plan told by two papers"][0][1:]).agenda
    assert (item.articles, item.announced) == (2, "2025-03-01")
    assert item.by in {"Báo Mẫu", ""}


def test_every_word_of_the_table_is_found():
    for row in read_table("agenda_words"):
        patterns = {
            "undecided": [undecided_words()],
            "new": [new_date_words()],
            "limit": [limit_words()],
        }.get(row["kind"], [one.words for one in closing_words()])
        for word in values(row["words"]):
            assert any(pattern.search(f"nay {word} xong") for pattern in patterns), word


@pytest.mark.parametrize("row", [r for r in read_table("agenda_words") if r["never"]], ids=str)
def test_in_these_phrases_a_word_closes_nothing(row):
    for phrase in values(row["never"]):
        silent = [one for one in closing_words() if one.never and one.never.search(f"x {phrase} y")]
        assert silent, phrase
