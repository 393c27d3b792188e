import pytest

from sukien.views.shortening import TITLE, shortened


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Lũ quét ở Mường Lống", 20, "Lũ quét ở Mường Lống"),
        ("Lũ quét ở Mường Lống", 19, "Lũ quét ở Mường…"),
        ("Lũ quét, sạt lở", 8, "Lũ quét…"),
        ("m" * 30, 10, "m" * 10 + "…"),
        ("", 10, ""),
    ],
)
def test_a_long_text_is_cut_after_a_word(text, most, short):
    assert shortened(text, most) == short


def test_a_usual_title_is_left_alone():
    title = "Ba người mất tích khi lũ quét làm sập cầu Bản Pát ở xã Mường Lống"
    assert len(title) < TITLE
    assert shortened(title) == title
