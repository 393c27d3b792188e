"""Learning a table of weights over hashed features: logistic regression by AdaGrad.

Duchi, Hazan and Singer, *Adaptive subgradient methods* (JMLR 2011). A step is one mini-batch; what
several rows of it say of one weight is summed. Rows labelled -1 are not learned from.
"""

import io
import zipfile
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from sukien.tag.features import HALO, Columns, Template, indices
from sukien.tag.model import STEPS, Scores

Labels = npt.NDArray[np.int8]
EPSILON = 1e-4


class Learner(msgspec.Struct):
    """A table being learned, with the sums of squared gradients that its steps depend on."""

    templates: tuple[Template, ...]
    table: Scores
    squares: Scores

    @classmethod
    def new(cls, templates: tuple[Template, ...], bits: int, labels: int = 0) -> "Learner":
        """All weights zero; `labels` 0 for one yes-or-no weight a feature."""
        size = (1 << bits, labels) if labels else (1 << bits,)
        return cls(templates, np.zeros(size, np.float32), np.zeros(size, np.float32))


def blocks(size: int, batch: int, random: np.random.Generator) -> list[tuple[int, int]]:
    """The mini-batches of one pass over `size` rows, in random order, as first and last row."""
    starts = np.arange(HALO, size - HALO, batch)
    random.shuffle(starts)
    return [(start, min(start + batch, size - HALO)) for start in starts.tolist()]


def probabilities(scores: Scores) -> Scores:
    """Of yes, for one score a row; of each label, for one score a label."""
    if scores.ndim == 1:
        chances: Scores = 1 / (1 + np.exp(-scores))
        return chances
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return chances / chances.sum(axis=1, keepdims=True)


def errors(scores: Scores, labels: npt.NDArray[np.intp]) -> Scores:
    """The gradient of the loss by the scores."""
    chances = probabilities(scores)
    if scores.ndim == 1:
        return chances - labels.astype(np.float32)
    chances[np.arange(len(labels)), labels] -= 1
    return chances


def learn(
    learner: Learner, columns: Columns, labels: Labels, rate: float, random: np.random.Generator
) -> None:
    """One pass over the rows of `columns`."""
    batch = 4096 if learner.table.ndim == 1 else 1024
    for start, stop in blocks(len(labels), batch, random):
        kept = np.flatnonzero(labels[start:stop] >= 0)
        if len(kept):
            wanted = labels[start:stop][kept].astype(np.intp)
            step(learner, hashed_rows(learner, columns, start, stop)[:, kept], wanted, rate)


def hashed_rows(learner: Learner, columns: Columns, start: int, stop: int) -> npt.NDArray[np.int64]:
    """The table rows of the features of rows `start` to `stop`: one line a template."""
    bits = len(learner.table).bit_length() - 1
    return np.stack(list(indices(columns, learner.templates, bits, start, stop)))


def step(
    learner: Learner, rows: npt.NDArray[np.int64], labels: npt.NDArray[np.intp], rate: float
) -> None:
    """One mini-batch."""
    scores = np.zeros((rows.shape[1], *learner.table.shape[1:]), np.float32)
    for line in rows:
        scores += learner.table.take(line, axis=0)
    update(learner, rows.reshape(-1), np.concatenate([errors(scores, labels)] * len(rows)), rate)


def update(learner: Learner, rows: npt.NDArray[np.int64], gradient: Scores, rate: float) -> None:
    """Move the weights of `rows` against their gradients."""
    np.add.at(learner.squares, rows, gradient * gradient)
    scale = np.sqrt(learner.squares.take(rows, axis=0) + EPSILON)
    np.subtract.at(learner.table, rows, rate * gradient / scale)


def quantized(table: Scores, smallest: float) -> npt.NDArray[np.int8]:
    """The table as int8 in steps of 1/STEPS; weights below `smallest` are dropped."""
    kept = np.where(np.abs(table) < smallest, 0, table)
    return np.clip(np.rint(kept * STEPS), -127, 127).astype(np.int8)


def save(path: Path, **tables: npt.NDArray[np.int8] | Scores) -> None:
    """An `.npz` whose bytes depend on the tables alone: no time of writing in it."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, table in tables.items():
            content = io.BytesIO()
            np.lib.format.write_array(content, table)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, content.getvalue(), zipfile.ZIP_DEFLATED, 9)
