"""Sentence starts, marked by a bar in front of each but the first."""

from itertools import pairwise

import pytest

from sukien.model import Article, Part, Sentence
from sukien.tag import sentences
from sukien.text.respace import respace


def marked(text: str, **known: object) -> str:
    """The text with a bar before each sentence but the first."""
    found = sentences.split([Article(id="x", text=text, **known)])[0]
    edges = [0, *(sentence.start for sentence in found[1:]), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(edges))


ORDINARY = (
    "Trời mưa to từ sáng. |Đường phố ngập sâu nửa mét.",
    "Ai sẽ trả tiền? |Không ai biết. |Thật khó tin! |Mọi người im lặng.",
    "Giá tăng 5,2% so với tháng trước. |Lượng bán đạt 1.500 tấn.",
    "Ông nói sẽ đến… rồi không đến nữa.",
    "TP. Hải Phòng mở thêm hai tuyến buýt. |Vé đi miễn phí trong một tháng.",
    "Hội thảo có PGS.TS. Trần Văn Lộc dự. |GS. Lê Hòa vắng mặt.",
    "Ông mời ThS. Bùi Thị Mận và Mr. Brown cùng nói chuyện.",
    "Công an Q.1 và UBND P. Bến Nghé cùng xử lý vụ việc.",
    "Bị cáo Nguyễn V. A. khai nhận đã lấy xe.",
    "Phim của đạo diễn J. K. Simon ra mắt tối qua.",
    'Bà Lan kể: "Tôi nghe tiếng nổ. |Cả xóm chạy ra xem". |Công an đến sau mười phút.',
    '"Vì sao anh về muộn?", chị hỏi. |Anh không trả lời.',
    "“Anh có về không?” - chị hỏi. |Anh lắc đầu.",
    '"Chúng tôi đã chờ rất lâu. |Không ai đến cả", ông Bình nói.',
    'Ông nói: "Được". |"Mai làm luôn", bà đáp.',
    "Danh sách gồm: Lê An, Trần Bình và Phạm Cúc.",
    "Cầu bị sập (do lũ cuốn). |Người dân phải đi đò.",
    "Nhiều hộ mất trắng. |(Ảnh: Hoàng Hà)",
    "Trang web abc.com.vn không vào được. |Kỹ sư đang sửa.",
    "Hàng hóa ùn lại ở cửa khẩu.Doanh nghiệp kêu cứu.".replace(".D", ".|D"),
    "Phiên họp bế mạc lúc 17h30. |16 đại biểu đã phát biểu.",
    "iPhone giảm giá mạnh. |iPad vẫn giữ giá.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_boundaries(text: str) -> None:
    assert marked(text.replace("|", "")) == text


STORM = (
    "Bão số 9 đổi hướng, miền Trung mưa lớn |Cơn bão bất ngờ chuyển hướng vào sáng nay khiến các"
    " tỉnh miền Trung phải lên phương án sơ tán hàng nghìn hộ dân ven biển. |Theo cơ quan khí"
    " tượng, bão sẽ đổ bộ vào chiều mai."
)
FLOOD = (
    "Người dân dọn dẹp sau lũ. |Ảnh: Hoàng Hà |Chính quyền cho biết đã cấp phát gạo cho toàn bộ hộ"
    " nghèo. |Việc cứu trợ tiếp tục trong tuần."
)
RESCUE = (
    "Lực lượng cứu hộ đưa người già ra khỏi vùng ngập - Ảnh: MINH ĐỨC |Đến chiều cùng ngày, nước"
    " đã rút khoảng nửa mét. |Nhiều tuyến đường đi lại được."
)
ENDINGS = (
    "Cơ quan điều tra đang làm rõ vụ việc. |Minh Anh (Theo AFP, Reuters)",
    "Dự án sẽ hoàn thành vào cuối năm. |Hoàng Lan",
)
LOST = (STORM, FLOOD, RESCUE, *ENDINGS)


@pytest.mark.parametrize("text", LOST)
def test_boundaries_that_the_input_lost(text: str) -> None:
    assert marked(text.replace("|", "")) == text


def test_a_repeated_title_ends_where_its_copies_part() -> None:
    title = "Hà Giang tìm thấy hang động mới ở Mèo Vạc"
    text = (
        f"{title} |Đoàn khảo sát cho biết hang dài hơn hai cây số và chưa ai đặt chân tới."
        f" |Hang nằm gần bản Lũng Pù. |{title} |Thạch nhũ trong hang. |Ảnh: Giàng Páo |Đoàn sẽ trở"
        " lại vào mùa khô năm sau."
    )
    assert marked(text.replace("|", "")) == text


def test_a_house_prefix_opens_the_lead() -> None:
    text = (
        "Giá cà phê lập đỉnh mới |(TNO) - Sáng nay giá cà phê tại Tây nguyên tăng thêm hai nghìn"
        " đồng."
    )
    assert marked(text.replace("|", "")) == text


def test_lines_start_sentences_and_small_letters_go_on() -> None:
    lines = ["Giá gạo tăng", "Thương lái thu mua", "nhiều hơn mọi năm", "- Gạo tẻ tăng 5%"]
    text = "\n".join([*lines, "- Gạo nếp giữ giá"])
    found = marked(text, breaks=tuple(at + 1 for at, c in enumerate(text) if c == "\n"))
    assert found.replace("\n", " ") == (
        "Giá gạo tăng |Thương lái thu mua nhiều hơn mọi năm |- Gạo tẻ tăng 5% |- Gạo nếp giữ giá"
    )


def test_a_line_cut_after_an_initial_goes_on() -> None:
    text = "Ngài Sergei V.\nmikhail đến thăm. Ông ở lại hai ngày."
    assert marked(text, breaks=(15,)).count("|") == 1


def test_what_the_source_marked_starts_a_sentence() -> None:
    text = "giá vàng giảm sâu hôm nay nhà đầu tư lo lắng"
    given = (Part(0, 17, "title"),)
    assert marked(text, given=given) == "giá vàng giảm sâu |hôm nay nhà đầu tư lo lắng"


def test_list_numbers_open_their_sentence() -> None:
    text = "Có hai việc cần làm. |1. Sửa đường. |2. Xây cầu."
    assert marked(text.replace("|", "")) == text


def test_segmented_input_gives_the_same_sentences() -> None:
    raw = 'Trời mưa to từ sáng . Đường_phố ngập sâu . Ông Lê_Hòa nói : " Nước lên nhanh . "'
    spaced = respace(raw)
    found = marked(spaced.text, joints=spaced.joints, segmented=True)
    assert found == 'Trời mưa to từ sáng. |Đường phố ngập sâu. |Ông Lê Hòa nói: "Nước lên nhanh."'


def test_empty_and_blank_articles_have_no_sentence() -> None:
    blank = [Article(id="a", text=""), Article(id="b", text=" \n\t")]
    assert sentences.split(blank) == [(), ()]


def test_articles_do_not_influence_each_other() -> None:
    texts = [text.replace("|", "") for text in (*ORDINARY, *LOST)]
    together = sentences.split([Article(id=str(n), text=t) for n, t in enumerate(texts)])
    alone = [sentences.split([Article(id="x", text=t)])[0] for t in texts]
    assert together == alone


def test_a_sentence_ends_at_its_last_character() -> None:
    assert sentences.split([Article(id="x", text=" Một câu .  ")])[0] == (Sentence(1, 10),)
