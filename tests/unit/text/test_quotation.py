import pytest

from sukien.text.respace import respace


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('" Chúng_tôi đã đến " , ông nói .', '"Chúng tôi đã đến", ông nói.'),
        ('Ông nói : " Đi thôi ! " rồi đi .', 'Ông nói: "Đi thôi!" rồi đi.'),
        ('Chợ " cóc " và chợ " chuột " đông .', 'Chợ "cóc" và chợ "chuột" đông.'),
        ("Bà kể : “ Nước lên . Tôi chạy ” .", "Bà kể: “Nước lên. Tôi chạy”."),
        ('Bà kể : " Nước lên ” .', 'Bà kể: "Nước lên”.'),
        ('( " Mưa đỏ " )', '("Mưa đỏ")'),
        (
            'Anh là "sếp cá nhân." Do đó, chị "nể," rồi đi.',
            'Anh là "sếp cá nhân." Do đó, chị "nể," rồi đi.',
        ),
        ('Ông bảo " về thôi " - anh kể .', 'Ông bảo "về thôi" - anh kể.'),
    ],
)
def test_quotation_marks_have_no_space_inside(raw, text):
    assert respace(raw).text == text


def test_a_missing_mark_spoils_only_its_neighbourhood():
    raw = (
        'Ông nói : " Tôi đi . Bà đáp : " Ừ " , rồi khóc . " Đi nhé " , con gọi . " Dạ " , ông đáp .'
    )
    assert respace(raw).text.endswith('"Ừ", rồi khóc. "Đi nhé", con gọi. "Dạ", ông đáp.')


def test_a_missing_curly_mark_does_not_turn_the_others_round():
    raw = "Trang “ lậu bị chặn , phát “ chui ” đã lâu , lời “ xin lỗi ” muộn màng ."
    assert respace(raw).text.endswith("phát “chui” đã lâu, lời “xin lỗi” muộn màng.")


def test_each_line_counts_for_itself():
    assert respace('Một " hai\nBa " bốn " năm').text.split("\n")[1] == 'Ba "bốn" năm'


def test_inches_are_left_alone():
    assert respace('Bán tivi 55" và 65" giá rẻ').text == 'Bán tivi 55" và 65" giá rẻ'


def test_thousands_of_marks_take_no_time():
    assert len(respace('" a ' * 20_000).text) < 80_000
