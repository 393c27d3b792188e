"""Figures: what is one slot though worded differently, and how its statements stand."""

import pytest

from sukien import pipeline
from sukien.model import Quantity
from sukien.read import article_from_text
from sukien.tell.figures import figures
from sukien.tell.figures.statements import statements
from sukien.tell.figures.values import digits, rounds, step, value_relation
from sukien.tell.figures.verdicts import VERDICTS


def told(*rows: tuple[str, str]):
    """The figures of articles of these days and texts."""
    articles = [
        article_from_text(text, article_id=f"a{number}", published=day)
        for number, (day, text) in enumerate(rows)
    ]
    return figures(pipeline.annotate(articles))


def stated(text: str, published: str = "2024-05-19"):
    [article] = pipeline.annotate([article_from_text(text, article_id="a", published=published)])
    return statements(article)


APRIL = "Mỹ rút quân khỏi Niger\n\nMỹ có 1.100 quân nhân đồn trú tại Niger, theo một quan chức."
MAY = "Ngày rút quân đã định\n\nMỹ hiện còn khoảng 650 binh sĩ ở Niger, Lầu Năm Góc cho biết."
FRENCH = "Pháp rút quân\n\nPháp từng có 1.500 binh sĩ ở Niger trước khi rời đi."


def test_soldiers_of_one_nation_are_one_figure_though_no_word_is_shared():
    [figure] = told(("2024-04-12", APRIL), ("2024-05-19", MAY), ("2024-05-20", FRENCH))
    assert [point.value for point in figure.points] == [1100.0, 650.0]
    assert figure.verdict == "changed"
    assert figure.about == "quân nhân Mỹ ở Niger"


def test_a_reason_names_the_two_days():
    [figure] = told(("2024-04-12", APRIL), ("2024-05-19", MAY))
    [judgement] = figure.judgements
    assert (judgement.reason, judgement.detail) == ("days", "2024-04-12 2024-05-19")


def test_what_one_article_says_is_no_figure():
    assert told(("2024-04-12", APRIL)) == ()
    assert told(("2024-04-12", APRIL), ("2024-04-13", "Trời đẹp\n\nHôm nay trời đẹp.")) == ()


def test_two_countries_and_two_people_are_no_figures():
    text = "Hội đàm\n\nHai nước sẽ hợp tác. Hai bên đã ký thỏa thuận, hai nhà lãnh đạo vui mừng."
    assert told(("2024-04-12", text), ("2024-04-13", text + " Hết.")) == ()


def test_who_says_it_is_kept():
    text = 'Bão\n\nÔng Trần Văn Nam nói: "Bão đã làm 12 người chết ở huyện."'
    [one] = stated(text)
    assert one.speaker is not None
    assert "Nam" in one.told.article.surface(one.speaker)


@pytest.mark.parametrize(
    ("text", "head", "happening"),
    [
        ("Lũ làm 12 người chết.", "person", "dead"),
        ("Có 5 học sinh bị thương trong vụ này.", "student", "injured"),
        ("Số nạn nhân thiệt mạng là 12 người.", "person", "dead"),
        ("Lũ làm một người chết.", "person", "dead"),
        ("Hơn 700 người biểu tình đã thiệt mạng.", "person", "dead"),
        ("Công an bắt 14 đối tượng.", "suspect", "arrested"),
    ],
)
def test_what_is_counted_and_what_happens_to_it(text, head, happening):
    [one] = stated(f"Tin\n\n{text}")
    assert (one.head, one.happening) == (head, happening)


def test_marks_tell_the_scope():
    first, second = stated("Tin\n\nCả nước có 500 ca mắc, trong đó 40 ca ở Hà Nội.")
    assert "part" not in first.marks
    assert "part" in second.marks


def test_a_number_that_leads_to_a_share_is_one():
    first, second = stated("Tin\n\nQuốc hội nâng bội chi từ 4,8 lên 5,3% GDP.")
    assert (first.kind, second.kind) == ("%", "%")
    assert "before" in first.marks


def test_a_rate_is_kept():
    [one] = stated("Tin\n\nGói cước có giá 10.000 đồng/tháng.")
    assert one.rate == "tháng"


def number(value, mod=None, low=None, high=None):
    return Quantity(0, 1, value=value, low=low, high=high, mod=mod)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (number(6), number(6), "equal few"),
        (number(1100), number(1100, "approx"), "equal 2"),
        (number(63.63), number(63, "more_than"), "rounds 2"),
        (number(10.78), number(11), "rounds 2"),
        (number(5.4), number(5.3), "near"),
        (number(650, "approx"), number(1100), "apart"),
        (number(7), number(190544), "far"),
        (number(1000, "order_of"), number(5000), "order"),
    ],
)
def test_how_two_values_stand(one, other, relation):
    assert value_relation(one, other) == value_relation(other, one) == relation


def test_a_hedge_leaves_room_for_its_last_digit():
    assert rounds(number(650, "approx"), number(643))
    assert not rounds(number(650, "approx"), number(600))
    assert not rounds(number(59.8, "approx"), number(56.2))
    assert (digits(1_200_000), step(650), step(59.8)) == (2, 10.0, pytest.approx(0.1))


DAM = "Vỡ đập\n\nVỡ đập ở xã Lũng Cao làm {} người chết, {} cho biết."


def test_two_sides_that_differ_make_claims():
    one = "Giao tranh\n\nBộ Quốc phòng Nga nói 40 binh sĩ Ukraine chết ở Kherson hôm 3/5."
    other = "Giao tranh\n\nBộ Quốc phòng Ukraine nói 7 binh sĩ Ukraine chết ở Kherson hôm 3/5."
    [figure] = told(("2024-05-04", one), ("2024-05-04", other))
    assert figure.verdict == "claims"


def test_tolls_that_rise_within_a_day_have_changed_and_others_contradict():
    def verdict(*rows):
        return next(one.verdict for one in told(*rows) if "chết" in one.about)

    early, late = DAM.format(19, "chính quyền xã"), DAM.format(26, "chính quyền xã")
    assert verdict(("2024-08-03T07:00", early), ("2024-08-03T19:00", late)) == "changed"
    assert verdict(("2024-08-03T07:00", late), ("2024-08-03T19:00", early)) == "conflict"


def test_judgements_are_on_statements_of_different_articles():
    found = told(("2024-04-12", APRIL), ("2024-05-19", MAY), ("2024-05-21", MAY + " Hết."))
    for figure in found:
        both = (*figure.points, *figure.beside)
        assert figure.verdict in VERDICTS
        for one in figure.judgements:
            assert both[one.one].article != both[one.other].article
