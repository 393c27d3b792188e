import pytest
from quality.episodes import b_cubed


def test_groups_that_agree():
    groups = {"a": 1, "b": 1, "c": 2}
    assert b_cubed(groups, {"a": "x", "b": "x", "c": "y"}) == (1.0, 1.0, 1.0)


def test_all_in_one_group():
    score = b_cubed(dict.fromkeys("abcd", 1), {"a": 1, "b": 1, "c": 2, "d": 2})
    assert score.precision == pytest.approx(0.5) and score.recall == pytest.approx(1.0)


def test_all_alone():
    score = b_cubed({"a": 1, "b": 2}, {"a": 1, "b": 1})
    assert score == (1.0, 0.5, pytest.approx(2 / 3))
