"""A figure drawn: what stands on one mark, what is joined, what a range is, what has no chart."""

from sukien.views.charts.figures import FigureChart, Stated, figure_chart


def said(value: float | None, day: str | None, **more: object) -> Stated:
    return Stated(value, value, value, date=day, **more)  # type: ignore[arg-type]


def chart(*statements: Stated, **more: object) -> FigureChart:
    found = figure_chart(statements, **more)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_time_runs_to_the_right_and_greater_values_stand_higher():
    found = chart(said(1100, "2024-03-16"), said(650, "2024-04-19"))
    first, last = found.marks
    assert first.x < last.x
    assert first.y < last.y
    assert found.kind == "time"
    assert not found.broken


def test_what_does_not_differ_has_no_chart():
    assert figure_chart([said(5, "2024-03-16"), said(5, "2024-03-17")]) is None
    assert figure_chart([said(5, "2024-03-16"), said(6, "2024-03-17", beside=True)]) is None
    assert figure_chart([]) is None
    assert figure_chart([said(None, None), said(float("inf"), None), said(2e300, None)]) is None


def test_values_of_one_day_or_none_are_a_strip():
    for days in (("2024-03-16", "2024-03-16"), (None, None)):
        found = chart(said(5, days[0]), said(7, days[1]))
        assert found.kind == "strip"
        assert found.marks[0].x < found.marks[1].x


def test_statements_of_one_value_and_day_stand_on_one_mark_those_of_speakers_apart():
    day = "2024-03-16"
    found = chart(said(5, day), said(5, day), said(5, day, said=True), said(7, "2024-03-20"))
    own, speaker, _ = found.marks
    assert own.of == (0, 1)
    assert own.radius > speaker.radius
    assert speaker.said
    assert abs(own.dx - speaker.dx) >= 8


def test_hedges_are_ranges_open_where_the_words_leave_them_open():
    found = chart(
        Stated(1100, 990, 1210, "approx", "2024-03-16"),
        Stated(1000, 1000, None, "more_than", "2024-04-21"),
        Stated(900, None, 900, "less_than", "2024-04-22"),
        said(650, "2024-04-23"),
    )
    about, over, nearly, exact = (mark.whisker for mark in found.marks)
    assert about
    assert about.high < 0 < about.low
    assert not (about.open_high or about.open_low)
    assert over
    assert over.open_high
    assert over.low == 0
    assert nearly
    assert nearly.open_low
    assert nearly.high == 0
    assert exact is None


def test_steps_are_drawn_only_where_asked_and_break_at_a_day_of_two_values():
    days = (said(5, "2024-03-16"), said(7, "2024-03-18"), said(9, "2024-03-20"))
    assert chart(*days).steps == ()
    assert len(chart(*days, stepped=True).steps) == 4
    assert len(chart(*days, said(6, "2024-03-18"), stepped=True).steps) == 0


def test_pairs_are_joined_and_their_values_written():
    found = chart(
        said(5, "2024-03-16"), said(9, "2024-03-20"), pairs=[(0, 1, "conflict")], told=[0, 1]
    )
    [pair] = found.joined
    assert pair.verdict == "conflict"
    assert found.marks[0].x < pair.x < found.marks[1].x
    assert [label.of for label in found.labels] == [0, 1]


def test_a_vague_date_is_a_stretch_of_days():
    month, day = chart(said(5, "2024-03"), said(7, "2024-04-20")).marks
    assert month.since is not None
    assert month.until is not None
    assert month.since < month.x < month.until
    assert day.since is None


def test_what_counts_something_else_neither_makes_a_chart_nor_squeezes_one():
    found = chart(
        said(5, "2024-03-16"), said(7, "2024-03-18"), said(9000, "2024-03-17", beside=True)
    )
    assert [mark.of for mark in found.marks] == [(0,), (1,)]
    assert found.left_out == 1


def test_the_day_of_publication_stands_in_and_is_told():
    found = chart(said(5, None, published="2024-03-16"), said(7, "2024-03-18"))
    assert found.by_publication
    assert [mark.by_publication for mark in found.marks] == [True, False]
