import pytest

from sukien.text.respace import respace, squeeze


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ảnh : Lan Chi", "Ảnh: Lan Chi"),
        ("( Theo AFP , Reuters )", "(Theo AFP, Reuters)"),
        ("Nguồn : ( Reuters )Mỹ rút quân", "Nguồn: (Reuters)Mỹ rút quân"),
        ("tăng 5 % ( năm ngoái 3 % ) .", "tăng 5% (năm ngoái 3%)."),
        ("Thật ư ? Không ! Ồ … vậy ; thôi", "Thật ư? Không! Ồ… vậy; thôi"),
        ("gà , vịt , ... của làng", "gà, vịt, ... của làng"),
        ("đảo Senkaku / Điếu Ngư , tỉ lệ 16 / 3", "đảo Senkaku / Điếu Ngư, tỉ lệ 16 / 3"),
        ("quan hệ Trung - Nhật .", "quan hệ Trung - Nhật."),
        ("[ Nóng ] Tin mới", "[Nóng] Tin mới"),
        ("Chính_phủ họp , bàn .Ông nói", "Chính phủ họp, bàn.Ông nói"),
    ],
)
def test_marks_that_a_tokeniser_parted_go_back_to_their_words(raw, text):
    assert respace(raw).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Giá 1 234 đồng, xem http://a.vn/x?y=1:2 lúc 9 p.m.",
        "Vui quá :) bạn ơi ;-) nhé :(",
        "Tệp .NET và .com, số .5",
        'Màn hình 6.1" và 5" bán chạy',
        "Bài viết có “ngoặc cong” và 'ngoặc đơn'.",
        "Rock 'n roll, d’Ivoire, T&T",
    ],
)
def test_text_that_is_well_spaced_stays_as_it_is(text):
    assert respace(text).text == text


def test_white_space_of_every_kind_becomes_one_space():
    assert respace("a\t b\u00a0\u2003c  d\x1fe").text == "a b c d e"


def test_characters_without_width_are_characters_and_stay():
    assert respace("\u200ba\ufeff b").text == "\u200ba\ufeff b"


def test_joints_are_the_spaces_that_were_underscores():
    spaced = respace("Chính_phủ họp bàn về kinh_tế , xã_hội .")
    assert spaced.text == "Chính phủ họp bàn về kinh tế, xã hội."
    assert spaced.joints == (5, 25, 32)
    assert spaced.segmented


def test_an_underscore_beside_a_space_or_a_mark_is_no_joint():
    assert respace("_a__b_ c_ d_ , e").text == "a b c d, e"
    assert respace("_a__b_ c_ d_ , e").joints == (1,)


@pytest.mark.parametrize(
    "raw", ["Gửi về toa_soan@bao.vn trước thứ hai tuần sau nhé bạn", "Không có gì", ""]
)
def test_an_address_with_an_underscore_is_not_segmented_text(raw):
    assert not respace(raw).segmented


def test_the_title_of_segmented_text_is_segmented_too():
    assert respace("Giá vàng tăng_vọt").segmented


def test_input_lines_are_kept_and_blank_ones_are_not():
    spaced = respace("Tít\r\n\r\n Đoạn một .\u2028Đoạn hai .\n")
    assert spaced.text == "Tít\nĐoạn một.\nĐoạn hai."
    assert [spaced.text[at:] for at in spaced.breaks] == ["Đoạn một.\nĐoạn hai.", "Đoạn hai."]


def test_form_is_nfc_and_a_lone_surrogate_is_replaced():
    assert respace("Việt \ud800").text == "Việt \ufffd"


def test_a_combining_mark_after_a_space_does_not_move_to_the_letter_before():
    assert squeeze(respace("a \u0301 , b").text) == squeeze("a \u0301 , b")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("xã Cư_M ’ gar", "xã Cư M’gar"),
        ("buôn Ea_H ' leo", "buôn Ea H'leo"),
        ("ban_nhạc Guns ’ s fan , hay_lắm", "ban nhạc Guns’s fan, hay lắm"),
        ("‘ nữ_quái ’ bị_bắt", "‘nữ quái’ bị bắt"),
        ("gã ' tú_ông ' , đã khai", "gã 'tú ông', đã khai"),
    ],
)
def test_single_marks_close_up_and_names_of_the_highlands_are_whole(raw, text):
    assert respace(raw).text == text
