"""Where three segmenters differ, which is right? Learned from the treebank, asked of the newspaper.

The newspaper corpus comes segmented by one; two peers (training/peers.py) segment it again. Two
tables learn from the corpus: what the first says, and what the most say. The judge is a small
model over their scores, the peers' answers and the words around; several, each learned without a
part of the treebank, are summed (stacking: Wolpert, 1992; bagging: Breiman, 1996).
"""

import msgspec
import numpy as np
import numpy.typing as npt
from training.linear import Labels, Learner, blocks, hashed_rows, step

from sukien.tag.features import HALO, Columns, Template, template
from sukien.tag.model import WORD_TEMPLATES, Scores, score

JUDGES, PASSES, RATE, LEFT_OUT, BITS, BATCH = 6, 5, 0.05, 0.25, 18, 512
FINE, COARSE = 1.5, 4.0

_TEMPLATES = """
q | m | q m | q one two | m one two | q m one two | qb mb one two form | qc one two shape
qb mb one two shape-1 shape | qb mb one two form-1 | qb mb one two form-1 form
qb one two qb-1 one-1 two-1 qb+1 one+1 two+1 | qb one two qb+1 one+1 two+1 form+1
qb one two qb-1 one-1 two-1 form-2 | form-1 form | form | form-1
mc one two mc+1 form form+1 | shape-2 shape-1 shape
"""


def _templates(text: str) -> tuple[Template, ...]:
    return tuple(template(one) for line in text.strip().splitlines() for one in line.split("|"))


TEMPLATES = _templates(_TEMPLATES)


class Judge(msgspec.Struct):
    """The tables of the first segmenter and of the majority, and the models that weigh them."""

    first: Scores
    most: Scores
    members: list[Learner]

    def scores(self, columns: Columns, peers: npt.NDArray[np.int8]) -> Scores:
        """How surely a word starts at each row but the HALO at both ends."""
        seen = evidence(columns, peers, self.first, self.most)
        total = sum(score(seen, TEMPLATES, member.table) for member in self.members)
        mean: Scores = total / np.float32(len(self.members))
        return mean


def majority(labels: npt.NDArray[np.int8]) -> Labels:
    """Of three rows of labels (1, 0, others not known) what two say; -1 where no two agree."""
    yes, no = (labels == 1).sum(axis=0), (labels == 0).sum(axis=0)
    return np.where(yes >= 2, 1, np.where(no >= 2, 0, -1)).astype(np.int8)


def evidence(columns: Columns, peers: npt.NDArray[np.int8], first: Scores, most: Scores) -> Columns:
    """The columns with both tables' scores in steps (q, m) and the peers' answers (one, two)."""
    seen = dict(columns)
    seen["one"], seen["two"] = (np.abs(row).astype(np.uint64) for row in peers)
    for name, table in (("q", first), ("m", most)):
        scores = np.zeros(len(columns["form"]), np.float32)
        scores[HALO:-HALO] = score(columns, WORD_TEMPLATES, table)
        seen[name] = np.clip(np.rint(scores / FINE), -6, 6).astype(np.int64).astype(np.uint64)
        seen[f"{name}c"] = np.clip(np.rint(scores / COARSE), -2, 2).astype(np.int64).astype("u8")
        seen[f"{name}b"] = (scores > 0).astype(np.uint64)
    return seen


def learn_judge(
    tables: tuple[Scores, Scores], columns: Columns, peers: npt.NDArray[np.int8], labels: Labels
) -> Judge:
    """A judge that learned from the treebank, given as columns, answers and gold labels."""
    seen = evidence(columns, peers, *tables)
    members = [_member(seen, labels, np.random.default_rng(seed)) for seed in range(JUDGES)]
    return Judge(*tables, members)


def _member(seen: Columns, labels: Labels, numbers: np.random.Generator) -> Learner:
    learner = Learner.new(TEMPLATES, BITS)
    for _ in range(PASSES):
        for start, stop in blocks(len(labels), BATCH, numbers):
            kept = np.flatnonzero(labels[start:stop] >= 0)
            if len(kept) and numbers.random() >= LEFT_OUT:
                rows = hashed_rows(learner, seen, start, stop)[:, kept]
                step(learner, rows, labels[start:stop][kept].astype(np.intp), RATE)
    return learner
