"""Sections: what a newspaper would print where, for texts written for this test."""

import pytest

from building import annotated
from sukien.annotate.sections import LAYER, sections
from sukien.annotate.sections.features import BITS, terms
from sukien.model import SECTIONS
from sukien.views.language import LANGUAGES, phrase

TOLD = {
    "sport": (
        "Đội tuyển Việt Nam thắng 3-0 ở trận bán kết. Huấn luyện viên khen các cầu thủ, tiền "
        "đạo ghi hai bàn thắng trong hiệp hai trên sân Mỹ Đình trước hàng vạn cổ động viên."
    ),
    "business": (
        "Giá vàng và lãi suất ngân hàng cùng giảm. Cổ phiếu của doanh nghiệp thép tăng trần, "
        "nhà đầu tư trên thị trường chứng khoán mua ròng hàng trăm tỷ đồng, lợi nhuận quý "
        "tăng."
    ),
    "world": (
        "Tổng thống Mỹ và Thủ tướng Anh gặp nhau ở Washington, bàn về cuộc chiến ở Ukraine. "
        "Nga và Trung Quốc phản đối các lệnh trừng phạt mới của Liên minh châu Âu."
    ),
    "law": (
        "Cơ quan cảnh sát điều tra khởi tố bị can, bắt tạm giam nghi phạm để điều tra hành vi"
        " giết người. Tòa án nhân dân tuyên phạt bị cáo 12 năm tù."
    ),
    "education": (
        "Thí sinh thi tốt nghiệp THPT môn ngữ văn. Bộ Giáo dục và Đào tạo công bố điểm chuẩn "
        "đại học, học sinh lớp 12 và giáo viên các trường chuẩn bị xét tuyển."
    ),
}


@pytest.mark.parametrize("code", TOLD)
def test_a_text_goes_where_a_newspaper_would_print_it(code: str) -> None:
    [found] = sections([TOLD[code]])
    assert found is not None
    assert found.code == code
    assert 0 < found.sure <= 1


def test_a_text_without_a_syllable_has_none() -> None:
    empty, number, spoken = sections(["", "12.345 % …", TOLD["sport"]])
    assert empty is None
    assert number is None
    assert spoken is not None


def test_a_text_is_judged_alike_alone_and_among_others() -> None:
    texts = list(TOLD.values())
    assert sections(texts) == [one for text in texts for one in sections([text])]


def test_capitals_and_tone_marks_in_the_other_place_change_nothing() -> None:
    assert sections(["HOÀ BÌNH Ở THẾ GIỚI"]) == sections(["hòa bình ở thế giới"])


def test_the_counts_of_an_article_are_of_unit_length() -> None:
    found = terms(["mưa to mưa lớn", "", "nắng"])
    assert set(found.article.tolist()) == {0, 2}
    assert (found.counts[found.article == 0] ** 2).sum() == pytest.approx(1)
    assert found.rows.max() < 1 << BITS


def test_the_layer_gives_every_article_its_section() -> None:
    batch = [annotated(TOLD["sport"], "a"), annotated("…", "b")]
    first, second = LAYER.run(batch)
    assert first.code == "sport"
    assert second is None


@pytest.mark.parametrize("code", SECTIONS)
def test_every_section_has_a_name_in_both_languages(code: str) -> None:
    assert all(phrase(f"section_{code}", language) for language in LANGUAGES)
