"""How briefs are compared with summaries, and what is learned from these."""

import pytest
from quality.briefs import in_turn, pairs_shared, told
from quality.scoring import Count
from quality.summaries import Cluster, rouge
from training.briefs import Row, learned, rows_of, taken

from building import annotated

TEXT = (
    "Tin\nBão lớn vào bờ làm mười hai người chết trong đêm.\n"
    "Dân đã dọn xong con đường vào bản chiều nay."
)


def cluster(*summaries: str) -> Cluster:
    articles = [annotated(TEXT, "a", published="2024-08-03")]
    return Cluster(articles=articles, summaries=list(summaries))


def test_rouge_counts_each_shared_run_as_often_as_both_have_it():
    assert rouge("a b c", "A b, c!", 2) == 1.0
    assert rouge("a b a b", "a b", 2) == pytest.approx(2 * 1 / (3 + 1))
    assert rouge("a", "b", 1) == 0.0


def test_the_share_of_a_sentence_that_people_took_is_a_mean():
    assert taken("a b c", ["a b c d", "x y"]) == 0.5


def test_sentences_in_turn_end_when_the_length_is_passed():
    assert in_turn(cluster("x " * 5), ("lead", "body")) == TEXT.split("\n")[1]


def test_pairs_are_summed_over_summaries():
    assert pairs_shared(["a b c"], [cluster("a b", "b c d")]) == Count(2, 4, 3)


def test_a_cluster_is_told_with_the_weights_that_it_is_given():
    one = cluster(TEXT.split("\n")[2])
    weights = dict.fromkeys(rows_of(one)[0].features, 0.0)
    late = told(one, weights | {"place": 1.0, "one": 0.1})
    assert late == TEXT.split("\n")[2]
    assert told(one, weights | {"opening": 1.0}) == TEXT.split("\n")[1]


def test_weights_find_the_line_behind_the_shares():
    rows = [Row({"one": 1.0, "seen": float(n)}, 0.1 + 0.02 * n, 20) for n in range(40)]
    found = learned(rows)
    assert found["seen"] == pytest.approx(0.02, abs=0.004)
    assert found == learned(list(reversed(rows)))
