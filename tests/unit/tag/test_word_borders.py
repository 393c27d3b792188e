import pytest

from sukien.model import AnnotatedArticle, Article
from sukien.tag import words


def segmented(text: str) -> str:
    article = AnnotatedArticle(article=Article(id="a", text=text))
    (found,) = words.find([article])
    return " ".join(text[word.start : word.end].replace(" ", "_") for word in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dịch Covid-19 lan rộng", "dịch Covid-19 lan rộng"),
        ("máy bay Su-30MK2", "máy_bay Su-30MK2"),
        ("ông Park Hang-seo", "ông Park_Hang-seo"),
        ("quan hệ Việt-Mỹ", "quan_hệ Việt - Mỹ"),
        ("tháng 4/2018.", "tháng 4/2018 ."),
        ("nhà . Cửa", "nhà . Cửa"),
        ("xem https://example.org/a-b_c.html.", "xem https://example.org/a-b_c.html ."),
        ("gửi toa.soan@example.org nhé", "gửi toa.soan@example.org nhé"),
        ("Đại sứ Mỹ Marc Knapper", "Đại_sứ Mỹ Marc_Knapper"),
        ("Thủ tướng Thái Lan Prayuth", "Thủ_tướng Thái_Lan Prayuth"),
        ("quốc gia Tây Phi Niger", "quốc_gia Tây_Phi Niger"),
        ("THỦ TƯỚNG THĂM TRUNG QUỐC", "THỦ_TƯỚNG THĂM TRUNG_QUỐC"),
    ],
)
def test_borders(text: str, words: str) -> None:
    assert segmented(text) == words


@pytest.mark.parametrize("text", ["a@" * 5000, "-" * 5000, "www." * 5000, "http://" * 5000])
def test_hostile_addresses_are_survived(text: str) -> None:
    assert segmented(text).replace(" ", "") == text
