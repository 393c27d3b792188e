"""Dates that are none, numbers beyond measure, quotation marks without end."""

import pytest

from sukien import pipeline
from sukien.model import AnnotatedArticle
from sukien.read import article_from_text

_NO_DATES = ("31/2", "tháng 13", "năm 20245", "25h61", "ngày 0", "ngày 32/5", "30/13/2020", "quý V")
_STRANGE = (
    *_NO_DATES,
    "9" * 400,
    "1.2.3.4.5",
    "1,2,3,4,5,",
    "-" * 300,
    "“" * 1000 + "Có" + "”" * 1000,
    "“‘" * 500 + "Có",
    '"Ông Nam nói: ' * 300,
    "Theo " * 500,
    "cho biết " * 500,
    "hai mươi " * 400,
    "triệu tỷ " * 300,
    "(" * 1000 + ")" * 1000,
    "từ 3/5 đến " * 300,
    "bị " * 500 + "bắt",
    "mỗi " * 300 + "ngày",
    "ông này bà kia họ nước này hai bên " * 100,
)


def annotated(text: str, published: str | None) -> AnnotatedArticle:
    article = article_from_text(text, article_id="a", published=published)
    (one,) = pipeline.annotate([article])
    return one


@pytest.mark.parametrize("published", ["2024-05-19", "0001-01-01", "9999-12-31", None])
@pytest.mark.parametrize("strange", _STRANGE, ids=lambda text: text[:12])
def test_every_span_lies_in_the_text(strange: str, published: str | None) -> None:
    one = annotated(f"Ông Nam cho biết {strange} người đã đến Huế.", published)
    layers = (one.times, one.quantities, one.quotes, one.actors, one.names)
    spans = [span for layer in layers for span in layer]
    spans += [role for event in one.events for role in (event.trigger, *event.roles)]
    spans += [quote.speaker for quote in one.quotes if quote.speaker]
    assert all(0 <= span.start < span.end <= len(one.text) for span in spans)


@pytest.mark.parametrize("date", _NO_DATES)
def test_what_is_no_date_is_none(date: str) -> None:
    one = annotated(f"Đoàn sẽ đến Huế vào {date} rồi về.", "2024-05-19")
    assert [time.value for time in one.times] == []


def test_a_number_of_four_hundred_digits_is_no_quantity() -> None:
    one = annotated(f"Kho có {'9' * 400} bao gạo.", "2024-05-19")
    assert one.quantities == ()
