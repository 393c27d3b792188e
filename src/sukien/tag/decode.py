"""The best sequence of labels for many sentences at once: Viterbi over arrays.

Viterbi (1967), as in the linear-chain conditional random fields of Lafferty, McCallum and Pereira
(ICML 2001). Labels are O, then B and I of each type: an I follows only its own B or I.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]

NEVER = np.float32(-1e4)


class Stretches(NamedTuple):
    """Where runs of rows that are decoded together start, and the row after each."""

    start: Places
    end: Places


LONGEST = 512
"""Rows of a stretch that are decoded together: text without an end is cut, no name is as long."""


def stretches(kept: npt.NDArray[np.bool_]) -> Stretches:
    """The maximal runs of rows that are kept, none longer than LONGEST."""
    edges = np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8))
    start, end = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    pieces = -(-(end - start) // LONGEST)
    first = np.cumsum(pieces) - pieces
    part = np.arange(pieces.sum()) - np.repeat(first, pieces)
    begins = np.repeat(start, pieces) + part * LONGEST
    return Stretches(begins, np.minimum(begins + LONGEST, np.repeat(end, pieces)))


def allowed(labels: int) -> tuple[Scores, Scores]:
    """What forbidden labels cost: (labels,) at the start, (labels, labels) from one to the next."""
    first = np.zeros(labels, dtype=np.float32)
    first[2::2] = NEVER
    steps = np.zeros((labels, labels), dtype=np.float32)
    for inside in range(2, labels, 2):
        steps[:, inside] = NEVER
        steps[[inside - 1, inside], inside] = 0
    return first, steps


def viterbi(scores: Scores, where: Stretches, steps: Scores) -> Labels:
    """The best label of every row; 0 outside the stretches. `steps` are (labels, labels) scores.

    Stretches are sorted by length, so that a step in time is one operation on all that still run.
    """
    found = np.zeros(len(scores), dtype=np.int64)
    lengths = where.end - where.start
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = where.start[order], lengths[order]
    if not len(starts):
        return found
    running = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left").tolist()
    first, banned = allowed(scores.shape[1])
    change = steps + banned
    best = scores[starts] + first
    back: list[Labels] = []
    for time, count in enumerate(running[1:], 1):
        options = best[:count, :, None] + change
        back.append(options.argmax(axis=1))
        best[:count] = options.max(axis=1) + scores[starts[:count] + time]
    state = best.argmax(axis=1)
    for time in range(len(running) - 1, -1, -1):
        count = running[time]
        found[starts[:count] + time] = state[:count]
        if time:
            state[:count] = back[time - 1][np.arange(count), state[:count]]
    return found
