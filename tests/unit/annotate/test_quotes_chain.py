"""The outlets a quotation came through, and when it was said."""

import pytest

from sukien import pipeline
from sukien.model import AnnotatedArticle
from sukien.read import article_from_text


def annotated(text: str) -> AnnotatedArticle:
    (one,) = pipeline.annotate([article_from_text(text, article_id="a", published="2024-05-19")])
    return one


@pytest.mark.parametrize(
    ("text", "via", "said"),
    [
        ("Hãng tin AFP hôm 3/5 dẫn lời ông Trần Văn Nam cho biết tàu đã rời cảng.", ["org:AFP"],
         "2024-05-03"),
        ("Theo Reuters, Tổng thống Nga Vladimir Putin nói rằng hai nước sẽ họp lại.",
         ["org:Reuters"], None),
        ("“Chúng tôi sẽ trở lại vào mùa xuân”, bà Lê Thị Hoa nói với BBC hôm qua.", ["org:BBC"],
         "2024-05-18"),
        ("Ngày 2/5, Bộ Y tế thông báo số ca mắc đã giảm từ tháng 3.", [], "2024-05-02"),
        ("Trả lời báo Tuổi Trẻ, ông Nam khẳng định cầu sẽ xong trong năm 2025.",
         ["org:Tuổi Trẻ"], None),
        ("Ông Nam cho biết đoàn sẽ đến BBC hôm 5/6.", [], None),
    ],
)  # fmt: skip
def test_a_quotation_knows_its_way(text: str, via: list[str], said: str | None) -> None:
    (quote,) = annotated(text).quotes
    assert [link.entity for link in quote.via] == via
    assert quote.said == said


def test_the_speaker_is_no_link() -> None:
    (quote,) = annotated("AFP cho biết tàu đã rời cảng hôm qua.").quotes
    assert quote.speaker is not None
    assert (quote.speaker.entity, quote.via) == ("org:AFP", ())
