"""The learned table of names and how it scores the words that can be part of a name.

How it is made: `python -m training.names`; what it was made from: `weights/names.md`.
"""

import functools
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag.features import mix, rows_at
from sukien.tag.model import STEPS, Scores, Weights, padded, templates
from sukien.tag.name_columns import TYPES, NameRows

LABELS = 1 + 2 * len(TYPES)
"""O, then B and I of each type."""

SAME_RUN = 0.3
"""How much the other places of an article with the same run of capitals count."""

NAME_TEMPLATES = templates(
    """
form | form-1 | form+1 | form-1 form | form form+1 | form-2 form-1
form-1 shape | shape-1 shape shape+1 | shape-2 shape-1 shape | shape shape+1 shape+2 | form shape
head shape | tail shape | first shape | last shape | first last shape | form glued shape-1
pos pos-1 pos+1 | pos form | pos shape | pos-1 form-1 shape | pos-1 pos shape shape+1
sur shape | sul shape | sur-1 sur sur+1 cap | sur told shape pre | pre shape sur | told run
told pre run sur | gaz cap | gaz-1 gaz gaz+1 | gaz run | gaf form | gaz run_cue | gaz cend-1
gaz before | gaf gal run pos | gaz gap head_far
lez cap | lez-1 lez lez+1 | lez run | lef form | lez run_cue | lez cend-1 | lez before | lef lel gaz
lez after | lez sur shape
cue cap | cend-1 shape | cend-1 run | cend-1 sur run | cend-2 cap | cue-1 cue cap | cue form
head_far cap gap | head_far form | head_far gap cue | head_far pos gap | head_far shape sur
head_form cap gap | head_form gap pos | head_far gaz-1 | head_far gaf gal gap | head_far form-1 cap
run_text run | before run | after run | before_two | after_two | run_cue run run_sur | before after
run_cue run gaz | run_first run | run_last run | run_first run run_sur | before form | after form
run_sur run pre told | run_cue form | run_last before
gap form | gap form-1 form+1 | gap pos
"""
)
"""What speaks for a word being at the start of a name of some type, inside one, or outside."""


class NameTable(NamedTuple):
    """Weights (2**n, 16) of hashed features, of which LABELS columns count, in steps of 1/STEPS;
    scores (LABELS, LABELS) of neighbours.
    """

    weights: Weights
    steps: Scores


@functools.cache
def table() -> NameTable:
    """The table that comes with the package."""
    path = resources.files("sukien.tag") / "weights" / "names.npz"
    with path.open("rb") as file, np.load(file) as kept:
        return NameTable(padded(kept["weights"]), kept["steps"])


def name_scores(rows: NameRows, known: NameTable) -> Scores:
    """The score of each label for every word, (words, LABELS); zero where no name can be.

    The runs of capitals that one article writes alike lean on each other: each word takes a part of
    the mean score of its place in the run over the whole article.
    """
    at = np.flatnonzero(rows.near)
    scores = np.zeros((len(rows.near), LABELS), dtype=np.float32)
    bits = len(known.weights).bit_length() - 1
    total = np.zeros((len(at), known.weights.shape[1]), dtype=np.int16)
    for features in rows_at(rows.columns, NAME_TEMPLATES, bits, at):
        total += known.weights.take(features, axis=0)
    scores[at] = total[:, :LABELS] / np.float32(STEPS)
    return leaned(scores, rows)


def leaned(scores: Scores, rows: NameRows) -> Scores:
    """The scores with what the rest of the article says of the same names."""
    at = np.flatnonzero((rows.columns["run"] > 0) & rows.near)
    if not len(at):
        return scores
    article = rows.article[at].astype(np.uint64)
    text, shape = (rows.columns[name][at] for name in ("run_text", "run"))
    kept: Scores = scores[at]
    kept += np.float32(SAME_RUN) * (_means(kept, mix(mix(text, shape), article)) - kept)
    scores[at] = kept
    return scores


def _means(scores: Scores, keys: npt.NDArray[np.uint64]) -> Scores:
    """For each row the mean of the rows with the same key."""
    _, which, counts = np.unique(keys, return_inverse=True, return_counts=True)
    order = np.argsort(which, kind="stable")
    starts = np.cumsum(counts) - counts
    means: Scores = np.add.reduceat(scores[order], starts, axis=0)
    means /= counts[:, None].astype(np.float32)
    return means[which]
