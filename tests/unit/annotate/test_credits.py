"""Credits and signatures, read from one line."""

import pytest

from sukien.annotate.parts.credits import (
    closing_source,
    find_credits,
    is_illustration,
    leading_agency,
    read_signature,
)

SIGNED = [
    ("Vũ Lan (Theo RIA Novosti, Reuters)", ["Vũ Lan"], ["RIA Novosti", "Reuters"]),
    ("HOÀNG MAI", ["HOÀNG MAI"], []),
    ("N.An", ["N.An"], []),
    ("H.Y (tổng hợp)", ["H.Y"], []),
    ("Trần Mai (t/h)", ["Trần Mai"], []),
    ("Trần Mai tổng hợp", ["Trần Mai"], []),
    ("Tin, ảnh: Trần Mai", ["Trần Mai"], []),
    ("Bài, ảnh: Trần Văn - Lê Hà", ["Trần Văn", "Lê Hà"], []),
    ("Trần Mai / VOV - Trung tâm Tin", ["Trần Mai"], ["VOV"]),
    ("Trần Mai Theo AFP", ["Trần Mai"], ["AFP"]),
    ("Theo TTXVN", [], ["TTXVN"]),
    ("(Theo AFP)", [], ["AFP"]),
    ("Theo báo Tuổi Trẻ", [], ["Tuổi Trẻ"]),
    ("Theo Gia đình và Xã hội", [], ["Gia đình và Xã hội"]),
    ("Nguồn: AFP/Reuters", [], ["AFP", "Reuters"]),
    ("TTXVN/Tin tức", [], ["TTXVN"]),
    ("Nhóm PV", ["Nhóm PV"], []),
    ("Trần Hùng.", ["Trần Hùng"], []),
]


@pytest.mark.parametrize(("line", "authors", "sources"), SIGNED)
def test_signatures(line: str, authors: list[str], sources: list[str]) -> None:
    found = read_signature(line)
    assert found is not None
    assert [line[s.start : s.end] for s in found.authors] == authors
    assert [line[s.start : s.end] for s in found.agencies] == sources


@pytest.mark.parametrize(
    "line",
    [
        "",
        "...",
        "Mỹ rút quân khỏi Niger",
        "Theo ông Nam, việc này còn lâu",
        "Trần Mai là ca sĩ",
        "Trần Mai, ca sĩ",
        "Theo kết quả khảo sát",
        "Anh Nam nói (theo lời kể)",
    ],
)
def test_what_is_no_signature(line: str) -> None:
    assert read_signature(line) is None


def test_a_video_credit_in_the_signature() -> None:
    line = "Trần Mai (Video: RT)"
    found = read_signature(line)
    assert found is not None
    assert [line[s.start : s.end] for s in found.credits] == ["RT"]


CREDITED = [
    ("Cây đổ - Ảnh: Lê Nam", ["Lê Nam"], "Cây đổ"),
    ("Ảnh: AFP", ["AFP"], ""),
    ("(Ảnh: Lê Nam/TTXVN)", ["Lê Nam/TTXVN"], ""),
    ("Ông A tại tòa. Ảnh: B.C.", ["B.C"], "Ông A tại tòa."),
    ("Ba người bị bắt. ảnh: Lê Nam", ["Lê Nam"], "Ba người bị bắt."),
    ("Cháy lớn - Ảnh: Công an cung cấp", ["Công an"], "Cháy lớn"),
    ("Đường bão đi. Ảnh: NCHMF - Đồ họa: Tiến Thành", ["NCHMF", "Tiến Thành"], "Đường bão đi."),
    ("Ảnh minh họa: Internet", ["Internet"], ""),
    ("Ảnh: AFP Quân đội nước này đã rút khỏi thủ đô từ sáng", ["AFP"], ""),
]


@pytest.mark.parametrize(("line", "names", "caption"), CREDITED)
def test_credits(line: str, names: list[str], caption: str) -> None:
    found = find_credits(line)
    assert [line[c.name.start : c.name.end] for c in found] == names
    assert line[: found[0].start] == caption


@pytest.mark.parametrize(
    "line",
    [
        "Video: Khoảnh khắc kinh hoàng xe khách lao xuống vực sâu hàng chục mét",
        "cuộc thi ảnh: đẹp",
        "Ảnh minh họa",
        "Ảnh:",
        "Kết quả: hòa",
    ],
)
def test_what_is_no_credit(line: str) -> None:
    assert find_credits(line) == ()


def test_a_bare_illustration() -> None:
    assert is_illustration("Ảnh minh họa")
    assert is_illustration("Một ca mổ (ảnh minh họa).")
    assert not is_illustration("Ảnh minh họa cho bài báo gây tranh cãi")


def test_the_longest_agency_at_the_start() -> None:
    assert leading_agency("Sky News hôm nay đưa tin") == "Sky News"
    assert leading_agency("Không có hãng nào") == ""


def test_a_source_that_closes_the_last_sentence() -> None:
    line = "Hai bên sẽ ký vào tháng tới (Theo Reuters)."
    assert [line[s.start : s.end] for s in closing_source(line)] == ["Reuters"]
    assert closing_source("Hai bên sẽ ký (dự kiến tháng tới).") == ()


def test_a_source_that_lost_the_break_before_it_is_read():
    line = "T.ThủyTheo SoMag/NDTV"
    found = read_signature(line)
    assert found is not None
    assert [line[a.start : a.end] for a in found.authors] == ["T.Thủy"]
    assert [line[a.start : a.end] for a in found.agencies] == ["SoMag", "NDTV"]
    assert read_signature("Anh ấy chạytheo AFP") is None
