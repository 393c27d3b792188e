"""The learned tables and how they score: a sum of table rows, one row a feature.

A table is kept and held as int8 in steps of 1/STEPS, its rows padded; sums are int16. While it is
learned, a table is float32. How the tables are made: `python -m training.words`; what they were
made from: `weights/words.md`.
"""

import functools
from collections.abc import Sequence
from importlib import resources
from typing import IO, NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag.features import HALO, Columns, Template, indices, template

Scores = npt.NDArray[np.float32]

STEPS = 16
CHUNK = 4096
"""Rows scored at a time: what a second-level cache holds."""

ROW = 16
"""Bytes to which the rows of a table are padded: they are gathered faster."""

TAGS = (
    "NOUN", "VERB", "PUNCT", "PROPN", "ADV", "ADJ", "ADP", "PRON", "NUM", "AUX", "SCONJ", "DET",
    "CCONJ", "PART", "SYM", "X", "INTJ",
)  # fmt: skip
"""The Universal Dependencies tags of a word, in the order of the table's columns."""

_WORD_TEMPLATES = """
form-2 | form-1 | form | form+1
form-2 form-1 | form-1 form | form form+1
form-1 form form+1 | form form+1 form+2
form-1 form shape-1 shape | form-1 form glued
form-1 shape | shape-1 form | shape-2 shape-1 form | form-1 shape shape+1
shape-1 shape glued | shape-2 shape-1 shape | shape-1 shape shape+1
shape-2 shape-1 shape shape+1 | tail-1 head shape-1 shape
"""

_TAG_TEMPLATES = """
form | form-1 | form+1 | form-2 | form+2
form-1 form | form form+1 | form-1 form+1
first size | last size | last-1 first | last first+1
shape | shape-1 shape | shape shape+1 | form-1 shape | shape form+1 | shape-1 form
head shape | head tail shape size
"""


def templates(text: str) -> tuple[Template, ...]:
    """The templates of a text, apart by bars or lines."""
    return tuple(template(one) for line in text.strip().splitlines() for one in line.split("|"))


WORD_TEMPLATES = templates(_WORD_TEMPLATES)
"""What speaks for or against a word starting at a syllable."""
TAG_TEMPLATES = templates(_TAG_TEMPLATES)
"""What speaks for a word's part of speech."""


Weights = npt.NDArray[np.int8]


class Tables(NamedTuple):
    """The weights: `words` (2**n,) for a word to start, `tags` (2**m, 32) for each tag, padded."""

    words: Weights
    tags: Weights


@functools.cache
def tables() -> Tables:
    """The tables that come with the package."""
    with (resources.files("sukien.tag") / "weights" / "words.npz").open("rb") as file:
        return read_tables(file)


def read_tables(file: IO[bytes]) -> Tables:
    """The tables of an `.npz` file."""
    with np.load(file) as kept:
        return Tables(kept["words"], padded(kept["tags"]))


def padded(table: Weights) -> Weights:
    """The table with columns of zeros behind, so that its rows are a multiple of ROW bytes."""
    missing = -table.shape[1] % ROW
    return np.pad(table, ((0, 0), (0, missing)))


def score(columns: Columns, asked: Sequence[Template], table: Weights | Scores) -> Scores:
    """The summed rows of `table` for every row of `columns` but the HALO at both ends.

    `table` is one weight, or one row of weights, for each of 2**bits hashed features: int8 in steps
    of 1/STEPS, or float32.
    """
    bits = table.shape[0].bit_length() - 1
    size = max(len(columns["form"]) - 2 * HALO, 0)
    whole = table.dtype == np.int8
    scores = np.zeros((size, *table.shape[1:]), dtype=np.int16 if whole else np.float32)
    for start in range(0, size, CHUNK):
        stop = min(start + CHUNK, size)
        block = scores[start:stop]
        for rows in indices(columns, asked, bits, start + HALO, stop + HALO):
            block += table.take(rows, axis=0)
    return scores.astype(np.float32) / np.float32(STEPS) if whole else scores
