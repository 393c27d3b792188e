import pytest

from sukien.views.chronology.labels import Flag, hung, lanes, rows, slots, text_width, wrapped


def test_a_text_is_cut_between_words_with_dots():
    text = "Niger hủy thỏa thuận quân sự với Mỹ"
    assert wrapped(text, 10, 1000, 2) == (text,)
    lines = wrapped(text, 10, 80, 2)
    assert lines[0] == "Niger hủy thỏa"
    assert lines[1].endswith("…")
    assert all(text_width(line, 10) <= 80 for line in lines)


def test_a_word_wider_than_the_line_is_cut_within():
    lines = wrapped("m" * 400, 10, 80, 2)
    assert len(lines) == 2
    assert all(0 < text_width(line, 10) <= 90 for line in lines)
    assert wrapped("", 10, 80, 2) == ()


def test_a_text_hangs_above_those_whose_leader_would_cross_it():
    assert lanes([Flag(0, 100), Flag(50, 100), Flag(200, 100)]) == [2, 1, 1]
    assert lanes([Flag(0, 100), Flag(30, 100), Flag(60, 100)]) == [3, 2, 1]


def test_texts_at_the_right_edge_hang_to_the_left():
    assert lanes([Flag(900, 100, left=True), Flag(950, 100, left=True)]) == [1, 2]
    assert lanes([Flag(700, 150), Flag(900, 100, left=True)]) == [2, 1]
    assert lanes([Flag(850, 100), Flag(900, 100, left=True)]) is None


def test_what_weighs_most_gets_its_text_first():
    found = hung([50.0, 0.0, 20.0, 300.0], lambda at: Flag(at, 100), lanes_at_most=2, at_most=9)
    assert [(item, lane) for item, _, lane in found] == [(50.0, 1), (0.0, 2), (300.0, 1)]
    assert len(hung([1.0, 500.0], lambda at: Flag(at, 9), lanes_at_most=2, at_most=1)) == 1


def test_long_bars_share_rows_where_they_do_not_meet():
    assert rows([(0, 10), (5, 20), (10, 30), (12, 14)], 2) == [0, 1, 0, None]


def test_places_are_near_those_wanted_and_apart():
    assert slots([0, 1, 2, 90], 10, 0, 100) == [0, 10, 20, 90]
    assert slots([98, 99, 100], 10, 0, 100) == [80, 90, 100]
    with pytest.raises(ValueError, match="12 places"):
        slots([0] * 12, 10, 0, 100)
