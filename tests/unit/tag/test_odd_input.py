"""Text that is not as a newspaper prints it: nothing breaks, nothing is lost, sense is kept."""

import pytest

from sukien.model import AnnotatedArticle
from sukien.tag import tag

ODD = {
    "no diacritics": "Thu tuong Pham Minh Chinh tham Ha Noi ngay 5/9, ong noi se som xay cau.",
    "capitals": "CHÍNH PHỦ HỌP VỚI ÔNG NGUYỄN VĂN TÁM TẠI HÀ NỘI",
    "small letters": "ông nguyễn văn tám ở hà nội hôm qua",
    "English": "CEO của startup nói: “We will raise 5 million USD in Q3”, theo Tech in Asia.",
    "no space": "nghiêngHà" * 20_000,
    "one letter": "a" * 100_000,
    "emoji": "Hà Nội 🌧️🌧️ mưa 👨‍👩‍👧‍👦 to quá!!! 😂😂",
    "control": "Hà\x00 Nội\x07 \x1b[31mmưa\u200b to\ufeff.",
    "marks alone": "\u0301\u0323 \u0300",
    "glued date": "Ngày16/3/2024ông Tám đến.Hôm17/3 về Huế.",
    "lone surrogate": "Hà \ud800 Nội",
    "commas": "A," * 5_000,
    "stops": ". " * 5_000,
    "address": "Xem https://bao.example/a_b?c=1&d=2 hoặc toa.soan@bao.example nhé.",
    "right to left": "Ông Tám gặp محمد ở Hà Nội.",
    "empty": "",
    "white": " \n\t \u3000",
}


def written(article: AnnotatedArticle) -> str:
    return "".join("".join(article.surface(word).split()) for word in article.words)


@pytest.mark.parametrize("kind", ODD)
def test_no_character_is_lost(kind: str) -> None:
    [found] = tag([ODD[kind]])
    assert written(found) == "".join(found.text.split())
    for name in found.mentions:
        assert found.surface(name) == found.surface(name).strip() != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khoẻ mạnh và hoà bình ở Hoà Bình.", "Khỏe mạnh và hòa bình ở Hòa Bình."),
        ("Thuỷ thủ tàu Uỷ ban.", "Thủy thủ tàu Ủy ban."),
        ("Chính_phủ họp ở Hà_Nội.", "Chính phủ họp ở Hà Nội."),
        ("Ha\u0300 No\u0323\u0302i mưa.", "Hà Nội mưa."),
    ],
)
def test_two_spellings_of_one_text_are_read_alike(one: str, other: str) -> None:
    first, second = tag([one, other])
    assert [(w.start, w.end, w.pos) for w in first.words] == [
        (w.start, w.end, w.pos) for w in second.words
    ]
    assert first.mentions == second.mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ODD["capitals"], {"NGUYỄN VĂN TÁM", "HÀ NỘI"}),
        ("Bác sỹ Nguyễn Văn Tám kỹ lưỡng.", {"Nguyễn Văn Tám"}),
        ("Bác sĩ Nguyễn Văn Tám kĩ lưỡng.", {"Nguyễn Văn Tám"}),
        (ODD["emoji"], {"Hà Nội"}),
        (ODD["right to left"], {"Hà Nội"}),
    ],
)
def test_names_are_found_all_the_same(text: str, names: set[str]) -> None:
    [found] = tag([text])
    assert names <= {found.surface(name) for name in found.mentions}
