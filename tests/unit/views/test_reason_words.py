import pytest

from sukien.model import Reason
from sukien.views.language import LANGUAGES
from sukien.views.reasons import LINKS, grounds_words, link_words, reason_words, weight_words


@pytest.mark.parametrize(
    ("reason", "vietnamese", "english"),
    [
        (("words", "bão, lũ"), "chung từ ngữ: bão, lũ", "words in common: bão, lũ"),
        (("title", "lũ"), "chung chữ ở tựa: lũ", "words of the titles in common: lũ"),
        (
            ("headlines", "lũ"),
            "bài này kể điều tựa bài kia nêu: lũ",
            "one tells what the other's title says: lũ",
        ),
        (("names", "city:Huế, org:AFP"), "chung nơi chốn: Huế, AFP", "places in common: Huế, AFP"),
        (("gap", "8 d"), "cách nhau: 8 ngày", "apart by: 8 days"),
        (("by hand", ""), "by hand", "by hand"),
    ],
)
def test_grounds_in_words(reason, vietnamese, english):
    name, detail = reason
    assert reason_words(Reason(name, 0.1, detail)) == vietnamese
    assert reason_words(Reason(name, 0.1, detail), "en") == english


def test_weights_speak_for_or_against():
    assert weight_words(0.2051) == "+0,21"
    assert weight_words(-0.004, "en") == "−0.00"


def test_why_a_name_is_linked():
    assert link_words("short: Bùi Văn Sự") == "gọi tắt của “Bùi Văn Sự” trong bài"
    assert link_words("short: Bùi Văn Sự", "en") == "short for “Bùi Văn Sự” in the article"
    assert link_words("an older reason") == "an older reason"
    assert grounds_words(["by_hand", "note: {x}"], "en") == "merged by hand; note: {x}"


@pytest.mark.parametrize("code", sorted(LINKS))
def test_every_ground_of_a_link_has_words(code):
    for language in LANGUAGES:
        assert link_words(f"{code}: Lá", language) != f"{code}: Lá" or code == "note"
