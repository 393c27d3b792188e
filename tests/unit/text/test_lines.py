import textwrap

from sukien.text.lines import paragraphs

ONE = (
    "Sáng nay mưa lớn kéo dài nhiều giờ khiến hàng loạt tuyến phố ngập sâu, xe chết máy nằm "
    "la liệt giữa đường, người dân phải dắt bộ cả cây số mới về được đến nhà của mình."
)
TWO = "Công ty thoát nước huy động toàn bộ máy bơm, song đến trưa nhiều nơi vẫn chưa rút hết nước."


def test_lines_cut_at_a_width_are_put_together():
    assert paragraphs(textwrap.fill(ONE, 50)) == [ONE]


def test_paragraphs_of_cut_lines_stay_apart():
    cut = f"Phố ngập sau mưa lớn\n\n{textwrap.fill(ONE, 60)}\n\n{textwrap.fill(TWO, 60)}\n"
    assert paragraphs(cut) == ["Phố ngập sau mưa lớn", ONE, TWO]


def test_lines_as_the_writer_made_them_stay():
    lines = ["Tít ngắn", ONE, "lời nhắn", TWO]
    assert paragraphs("\n".join(lines)) == lines


def test_verses_stay_lines():
    lines = ["Trời mưa trời gió", "Đi bắt con cò", "để nấu nồi canh", "cho cả nhà ăn"]
    assert paragraphs("\n".join(lines)) == lines


def test_all_ends_of_lines_count():
    assert paragraphs("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == list("abcdefgh")
