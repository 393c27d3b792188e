"""Which figures a story tells, in which order, and what they are called."""

from sukien import pipeline
from sukien.read import article_from_text
from sukien.tell.figures import figures

ILL = "Dịch bệnh\n\nẤn Độ ghi nhận tổng cộng {} ca mắc Covid-19."


def told(*rows):
    """The figures of articles of these days and texts."""
    articles = [
        article_from_text(text, article_id=f"a{number}", published=day)
        for number, (day, text) in enumerate(rows)
    ]
    return figures(pipeline.annotate(articles))


def test_the_ill_are_called_by_disease_and_place():
    [figure] = told(("2021-04-24", ILL.format("16.610")), ("2021-04-25", ILL.format("17.320")))
    assert figure.about == "ca mắc Covid-19 ở Ấn Độ"


def test_a_sum_is_called_by_a_noun():
    text = "Vàng\n\nTại tiệm này, vàng được bán với mức 81,33 triệu đồng mỗi lượng."
    [figure] = told(("2021-04-24", text), ("2021-04-25", text + " Hết."))
    assert figure.about == "giá bán ra"


def test_what_only_soldiers_do_is_not_said_of_patients():
    text = "Dịch bệnh\n\nĐội tăng cường đã truy vết được 359 trường hợp ở Lý Nhân."
    [figure] = told(("2021-04-24", text), ("2021-04-25", text + " Hết."))
    assert figure.about == "ca ở Lý Nhân"


def test_what_stands_for_many_nouns_is_called_as_written():
    text = "Giải đấu\n\nGiải đấu European Super League quy tụ 15 đội bóng ở châu Âu."
    [figure] = told(("2021-04-24", text), ("2021-04-25", text + " Hết."))
    assert figure.about.startswith("đội bóng")


def test_what_changed_comes_before_what_agrees():
    same = " Nước này có 28 bang."
    rows = [(f"2021-04-2{day}", ILL.format(f"{16 + day}.610") + same) for day in range(3)]
    found = told(*rows)
    assert [figure.verdict for figure in found] == ["changed", "same"]


def test_few_of_a_common_thing_in_unlike_sentences_are_no_figure():
    one = "Bóng đá\n\nHôm qua tiền đạo trẻ ghi được 2 bàn trong hiệp đầu."
    other = "Bóng đá\n\nThủ môn kỳ cựu buồn vì đội thua cách biệt tới 2 bàn ở Hà Nội."
    assert told(("2021-04-24", one), ("2021-04-28", other)) == ()
    assert len(told(("2021-04-24", one), ("2021-04-25", one + " Hết."))) == 1
