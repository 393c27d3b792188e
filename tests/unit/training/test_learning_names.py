"""Learning of names: gradients, a small field that learns, articles kept apart, labels."""

import numpy as np
import pytest
from quality.names import Marked, Name, Real
from training.crf import Course, Example, gradients, learn_field
from training.judge import majority
from training.names import apart, batch, shouted, table_of
from training.peers import UNKNOWN, starts

from sukien.tag.decode import Stretches, allowed, viterbi

LABELS = 5
TEXT = "Ông Nguyễn Văn Tám ở Hà Nội."


def loss(emitted: np.ndarray, wanted: np.ndarray, steps: np.ndarray) -> float:
    """Minus the log-likelihood of one sequence, by summing over all."""
    first, banned = allowed(LABELS)
    change = steps + banned
    forward = emitted[0] + first
    gold = forward[wanted[0]]
    for time in range(1, len(emitted)):
        gold += change[wanted[time - 1], wanted[time]] + emitted[time, wanted[time]]
        forward = np.log(np.exp(forward[:, None] + change).sum(axis=0)) + emitted[time]
    return float(np.log(np.exp(forward).sum()) - gold)


def test_gradients_are_those_of_the_loss() -> None:
    random = np.random.default_rng(3)
    emitted = random.normal(size=(1, 3, LABELS))
    steps, wanted = random.normal(size=(LABELS, LABELS)), np.array([[1, 2, 0]])
    of_rows, of_steps = gradients(emitted, wanted, np.array([3]), steps)
    for place in ((0, 0, 1), (0, 1, 2), (0, 2, 3)):
        moved = emitted.copy()
        moved[place] += 1e-5
        change = loss(moved[0], wanted[0], steps) - loss(emitted[0], wanted[0], steps)
        assert of_rows[place] == pytest.approx(change / 1e-5, abs=1e-3)
    moved = steps.copy()
    moved[1, 2] += 1e-5
    change = loss(emitted[0], wanted[0], moved) - loss(emitted[0], wanted[0], steps)
    assert of_steps[1, 2] == pytest.approx(change / 1e-5, abs=1e-3)


def test_a_field_learns_what_its_features_tell() -> None:
    random = np.random.default_rng(5)
    kinds = random.integers(0, 3, size=300)
    labels = np.array([0, 1, 3])[kinds]
    places = np.arange(300)
    example = Example(kinds[None], labels, Stretches(places, places + 1), np.ones(300, np.float32))
    field = learn_field(example, LABELS, Course(passes=4, left_out=0.0, bits=4))
    scores = field.weights[kinds]
    assert (viterbi(scores, example.where, field.steps) == labels).all()
    again = learn_field(example, LABELS, Course(passes=4, left_out=0.0, bits=4))
    assert (again.weights == field.weights).all()


def marked(text: str, corpus: str = "unc", section: str = "x") -> Marked:
    return Marked(
        Real(corpus, "1", section, [text], None), [Name(3, 15, "PER"), Name(16, 21, "LOC")]
    )


def test_a_word_is_in_the_name_that_it_shares_a_character_with() -> None:
    one = batch([marked(TEXT)])
    found = {
        TEXT[one.tokens.starts[first] : one.tokens.ends[last]]: label
        for first, last, label in zip(one.words.first, one.words.last, one.labels, strict=True)
        if label
    }
    assert sorted(found.values()) in ([1, 5], [1, 2, 5], [1, 2, 2, 5])
    assert " ".join(found) == "Nguyễn Văn Tám Hà Nội"


def test_articles_near_one_that_measures_are_left_out() -> None:
    long = marked(" ".join(map(str, range(40))))
    other = marked(" ".join(map(str, range(100, 140))))
    assert apart([long, other], [long]) == [other]
    cluster, same = marked("a b", "vnmds", "7"), marked("c d", "vnmds", "7")
    assert apart([same, other], [cluster]) == [other]


def test_an_article_in_capitals_keeps_its_names() -> None:
    loud = shouted(marked(TEXT))
    assert loud.real.lines == [TEXT.upper()]
    assert loud.names == marked(TEXT).names


def test_small_weights_are_dropped() -> None:
    example = Example(
        np.zeros((1, 2), np.int64),
        np.array([0, 1]),
        Stretches(np.arange(2), np.arange(2) + 1),
        np.ones(2, np.float32),
    )
    table = table_of(learn_field(example, LABELS, Course(passes=3, bits=2)))
    assert table.weights.dtype == np.int8
    assert not table.weights[1:].any()


def test_what_two_of_three_say() -> None:
    said = np.array([[1, 0, 1, UNKNOWN], [1, 0, 0, 0], [0, UNKNOWN, UNKNOWN, 1]], np.int8)
    assert majority(said).tolist() == [1, 0, -1, -1]


def test_a_peer_that_changed_the_text_says_nothing() -> None:
    assert starts(["Hà", "Nội", "mưa"], "Hà_Nội mưa") == [1, 0, 1]
    assert starts(["Hà", "Nội", "mưa"], "Hà_Nội") == [UNKNOWN] * 3
