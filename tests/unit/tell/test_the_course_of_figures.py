"""What the course of a figure explains: totals that rise, prices that move, daily counts."""

import pytest

from sukien import pipeline
from sukien.read import article_from_text
from sukien.tell.figures import figures

TOTAL = "Dịch bệnh\n\nẤn Độ ghi nhận tổng cộng {} ca tử vong vì Covid-19."


def figure_of(rows):
    """The first figure of articles of these days and texts."""
    articles = [
        article_from_text(text, article_id=f"a{number}", published=day)
        for number, (day, text) in enumerate(rows)
    ]
    return figures(pipeline.annotate(articles))[0]


def totals(*rows):
    return [(day, TOTAL.format(total)) for day, total in rows]


def reasons(figure):
    return {one.reason for one in figure.judgements}


def test_two_totals_of_a_day_on_the_way_up_are_no_conflict():
    figure = figure_of(
        totals(
            ("2021-04-24", "189.544"),
            ("2021-04-25", "190.214"),
            ("2021-04-25", "192.311"),
            ("2021-04-26", "195.116"),
        )
    )
    assert figure.verdict == "changed"
    told = next(one for one in figure.judgements if one.reason == "course")
    assert told.detail == "2021-04-24 2021-04-26"


def test_a_total_beyond_both_neighbours_contradicts():
    figure = figure_of(
        totals(
            ("2021-04-24", "189.544"),
            ("2021-04-25", "190.214"),
            ("2021-04-25", "240.311"),
            ("2021-04-26", "195.116"),
        )
    )
    assert figure.verdict == "conflict"


def test_the_last_day_may_go_as_far_as_the_days_before():
    rows = [("2021-04-24", "189.544"), ("2021-04-25", "192.311"), ("2021-04-26", "195.116")]
    near = figure_of(totals(*rows, ("2021-04-27", "197.204"), ("2021-04-27", "198.313")))
    assert near.verdict == "changed"
    assert "pace" in reasons(near)
    far = figure_of(totals(*rows, ("2021-04-27", "197.204"), ("2021-04-27", "229.313")))
    assert far.verdict == "conflict"


def test_what_is_told_later_and_is_less_contradicts_though_the_total_rises():
    figure = figure_of(
        totals(
            ("2021-04-24", "189.544"),
            ("2021-04-25T07:00", "192.311"),
            ("2021-04-25T19:00", "190.214"),
            ("2021-04-26", "195.116"),
        )
    )
    assert figure.verdict == "conflict"


def test_two_days_have_no_course():
    figure = figure_of(totals(("2021-04-25", "190.214"), ("2021-04-25", "192.311")))
    assert figure.verdict == "conflict"


@pytest.mark.parametrize("day", ["2021-04-24", "2021-04-25"])
def test_what_is_new_is_counted_anew_in_each_report(day):
    text = "Dịch bệnh\n\nViệt Nam có thêm {} ca mắc mới Covid-19."
    rows = [("2021-04-23", "8"), ("2021-04-24", "6"), (day, "14"), ("2021-04-25", "10")]
    figure = figure_of([(when, text.format(count)) for when, count in rows])
    assert figure.verdict == "changed"
    assert "counted anew" in reasons(figure)


def test_speakers_of_two_days_of_a_rising_total_make_no_claims():
    text = 'Dịch bệnh\n\nÔng {} nói: "Ấn Độ ghi nhận tổng cộng {} ca tử vong vì Covid-19."'
    rows = [
        ("2021-04-24", text.format("Trần Văn Nam", "189.544")),
        ("2021-04-25", text.format("Lê Thị Hoa", "192.311")),
        ("2021-04-26", text.format("Phạm Quang Minh", "195.116")),
    ]
    assert figure_of(rows).verdict == "changed"
    assert figure_of(rows[:2]).verdict == "claims"
