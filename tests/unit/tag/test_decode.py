from itertools import pairwise, product

import numpy as np
import pytest

from sukien.tag.decode import LONGEST, NEVER, allowed, stretches, viterbi

LABELS = 5


def best(scores: np.ndarray, steps: np.ndarray) -> tuple[int, ...]:
    """The best allowed sequence, by trying all."""
    first, banned = allowed(LABELS)

    def worth(labels: tuple[int, ...]) -> float:
        start = first[labels[0]]
        change = sum((steps + banned)[one, other] for one, other in pairwise(labels))
        return float(start + change + sum(scores[n, one] for n, one in enumerate(labels)))

    return max(product(range(LABELS), repeat=len(scores)), key=worth)


@pytest.mark.parametrize("seed", range(6))
def test_it_finds_what_trying_all_sequences_finds(seed: int) -> None:
    random = np.random.default_rng(seed)
    kept = np.array([True, True, True, False, True, False, True, True, True, True])
    scores = random.normal(size=(10, LABELS)).astype(np.float32) * 2
    steps = random.normal(size=(LABELS, LABELS)).astype(np.float32)
    where = stretches(kept)
    found = viterbi(scores, where, steps)
    for start, end in zip(where.start, where.end, strict=True):
        assert tuple(found[start:end]) == best(scores[start:end], steps)
    assert found[3] == found[5] == 0


def test_nothing_goes_on_that_has_not_begun() -> None:
    scores = np.zeros((4, LABELS), np.float32)
    scores[:, 2] = 9
    found = viterbi(scores, stretches(np.ones(4, np.bool_)), np.zeros((LABELS, LABELS), np.float32))
    assert found.tolist() == [1, 2, 2, 2]
    first, banned = allowed(LABELS)
    assert first[2] == banned[0, 2] == banned[3, 2] == NEVER
    assert banned[1, 2] == banned[2, 2] == 0


def test_stretches_are_the_runs_that_are_kept() -> None:
    where = stretches(np.array([False, True, True, False, True]))
    assert (where.start.tolist(), where.end.tolist()) == ([1, 4], [3, 5])


def test_a_stretch_without_end_is_cut() -> None:
    kept = np.ones(2 * LONGEST + 3, np.bool_)
    kept[0] = False
    where = stretches(kept)
    assert where.start.tolist() == [1, 1 + LONGEST, 1 + 2 * LONGEST]
    assert where.end.tolist() == [1 + LONGEST, 1 + 2 * LONGEST, 2 * LONGEST + 3]


def test_nothing_kept_nothing_found() -> None:
    scores = np.ones((3, LABELS), np.float32)
    nothing = stretches(np.zeros(3, np.bool_))
    assert viterbi(scores, nothing, np.zeros((LABELS, LABELS), np.float32)).tolist() == [0, 0, 0]
