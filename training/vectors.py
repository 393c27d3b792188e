"""What company a word keeps, as a vector: positive mutual information with its neighbours, reduced.

Levy and Goldberg, *Neural word embedding as implicit matrix factorization* (NIPS 2014). Left and
right neighbours are counted apart: what stands before and after a word tells its part of speech.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag.features import Hashes

SELDOM = 6
NEIGHBOURS = 2000
SIZE = 128
SMOOTHING = 0.75
LENGTH = 3.0

Vectors = npt.NDArray[np.float32]


class WordVectors(NamedTuple):
    """Hashes of words in ascending order; a vector each, and one more (zero) for all others."""

    words: Hashes
    vectors: Vectors

    def rows(self, words: Hashes) -> npt.NDArray[np.intp]:
        """The row of `vectors` for each word."""
        rows = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        return np.where(self.words[rows] == words, rows, len(self.words))


def learn_vectors(words: Hashes) -> WordVectors:
    """Vectors for the words that occur SELDOM times or more in a row of words."""
    distinct, inverse, counts = np.unique(words, return_inverse=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    kept = int((counts >= SELDOM).sum())
    vectors = _reduced(_information(_neighbours(rank[inverse], kept)))
    ascending = np.argsort(distinct[order[:kept]])
    none = np.zeros((1, SIZE), np.float32)
    return WordVectors(
        distinct[order[:kept]][ascending], np.vstack([LENGTH * vectors[ascending], none])
    )


def _neighbours(ranks: npt.NDArray[np.intp], kept: int) -> Vectors:
    """How often each of the `kept` words has each of the commonest words to its left and right."""
    sides = []
    for word, neighbour in ((ranks[1:], ranks[:-1]), (ranks[:-1], ranks[1:])):
        known = word < kept
        cell = word[known] * (NEIGHBOURS + 1) + np.minimum(neighbour[known], NEIGHBOURS)
        counted = np.bincount(cell, minlength=kept * (NEIGHBOURS + 1))
        sides.append(counted.reshape(kept, -1).astype(np.float32))
    return np.hstack(sides)


def _information(counts: Vectors) -> Vectors:
    columns = counts.sum(axis=0, keepdims=True) ** SMOOTHING
    expected = counts.sum(axis=1, keepdims=True) * columns / columns.sum()
    found: Vectors = np.log(np.maximum(counts / (expected + 1e-12), 1))
    return found


def _reduced(matrix: Vectors) -> Vectors:
    values, axes = np.linalg.eigh((matrix.T @ matrix).astype(np.float64))
    best = axes[:, ::-1][:, :SIZE] / np.sqrt(np.sqrt(values[::-1][:SIZE]))
    vectors = matrix @ best.astype(np.float32)
    unit: Vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6)
    return unit
