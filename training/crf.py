"""Learning the table of names: a linear-chain conditional random field over hashed features.

Lafferty, McCallum and Pereira, *Conditional random fields* (ICML 2001); steps by AdaGrad, features
left out at random in learning (Sutton, Sindelar and McCallum, *Reducing weight undertraining in
structured discriminative learning*, 2006), the weights of the later passes averaged.
"""

from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from sukien.tag.decode import NEVER, Labels, Scores, Stretches, allowed

EPSILON = 1e-3
BATCH = 48


class Course(NamedTuple):
    """How learning goes: passes, those not averaged, the rate of steps, the share left out."""

    passes: int = 6
    first_averaged: int = 2
    rate: float = 0.1
    left_out: float = 0.5
    bits: int = 20
    seed: int = 1


class Field(msgspec.Struct):
    """Weights (2**bits, labels), steps between labels (labels, labels), squared gradients."""

    weights: Scores
    steps: Scores
    weight_squares: Scores
    step_squares: Scores

    @classmethod
    def new(cls, bits: int, labels: int) -> "Field":
        """All zero."""
        sizes = ((1 << bits, labels), (labels, labels))
        tables = [np.zeros(size, np.float32) for size in sizes * 2]
        return cls(*tables)


class Example(NamedTuple):
    """Features (templates, rows) of all rows that can be in a name, their labels, the stretches.

    Stretches count rows of these arrays. `weight` says how much each stretch counts.
    """

    features: npt.NDArray[np.int64]
    labels: Labels
    where: Stretches
    weight: Scores


def learn_field(example: Example, labels: int, course: Course) -> Field:
    """A field that learned, its tables the mean of the averaged passes."""
    field = Field.new(course.bits, labels)
    random = np.random.default_rng(course.seed)
    weights, steps = np.zeros_like(field.weights), np.zeros_like(field.steps)
    for number in range(course.passes):
        for chosen in _batches(example.where, random):
            _step(field, example, chosen, course, random)
        if number >= course.first_averaged:
            weights += field.weights
            steps += field.steps
    averaged = course.passes - course.first_averaged
    field.weights, field.steps = weights / averaged, steps / averaged
    return field


def _batches(where: Stretches, random: np.random.Generator) -> list[npt.NDArray[np.intp]]:
    """Stretches of like length together, the batches in random order."""
    lengths = where.end - where.start
    order = np.argsort(lengths + random.random(len(lengths)) * 4, kind="stable")
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    return [batches[number] for number in random.permutation(len(batches))]


def _step(
    field: Field,
    example: Example,
    chosen: npt.NDArray[np.intp],
    course: Course,
    random: np.random.Generator,
) -> None:
    starts, ends = example.where.start[chosen], example.where.end[chosen]
    lengths = ends - starts
    rows = np.concatenate([np.arange(a, b) for a, b in zip(starts, ends, strict=True)])
    features = example.features[:, rows]
    kept = (random.random(features.shape) >= course.left_out) / np.float32(1 - course.left_out)
    scores = np.zeros((len(rows), field.steps.shape[0]), np.float32)
    for line, mask in zip(features, kept, strict=True):
        scores += field.weights.take(line, axis=0) * mask[:, None].astype(np.float32)
    valid = np.arange(lengths.max()) < lengths[:, None]
    emitted = np.zeros((*valid.shape, scores.shape[1]), np.float32)
    emitted[valid] = scores
    wanted = np.zeros(valid.shape, np.int64)
    wanted[valid] = example.labels[rows]
    of_rows, of_steps = gradients(emitted, wanted, lengths, field.steps)
    of_rows *= example.weight[chosen, None, None]
    _update(field, features, kept, of_rows[valid], course.rate)
    field.step_squares += of_steps**2
    field.steps -= course.rate * of_steps / np.sqrt(field.step_squares + EPSILON)


def _update(
    field: Field,
    features: npt.NDArray[np.int64],
    kept: npt.NDArray[np.float64],
    gradient: Scores,
    rate: float,
) -> None:
    """Move the weights; what several rows say of one weight is summed."""
    flat = features.reshape(-1)
    parts = np.concatenate([gradient] * len(features)) * kept.reshape(-1, 1).astype(np.float32)
    order = np.argsort(flat, kind="stable")
    found, starts = np.unique(flat[order], return_index=True)
    summed = np.add.reduceat(parts[order], starts, axis=0)
    field.weight_squares[found] += summed * summed
    scale = np.sqrt(field.weight_squares[found] + EPSILON)
    field.weights[found] -= rate * summed / scale


def _sum(values: Scores, axis: int) -> Scores:
    """The logarithm of the sum of exponentials."""
    top = values.max(axis=axis, keepdims=True)
    total: Scores = top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))
    return total.squeeze(axis)


def gradients(
    emitted: Scores, wanted: Labels, lengths: npt.NDArray[np.intp], steps: Scores
) -> tuple[Scores, Scores]:
    """Of the loss by the rows' scores (sequences, time, labels) and by the neighbours' scores."""
    size, time, labels = emitted.shape
    first, banned = allowed(labels)
    change = steps + banned
    forward, backward = np.zeros_like(emitted), np.zeros_like(emitted)
    forward[:, 0] = emitted[:, 0] + first
    for t in range(1, time):
        forward[:, t] = _sum(forward[:, t - 1][:, :, None] + change, 1) + emitted[:, t]
    total = _sum(forward[np.arange(size), lengths - 1], 1)
    for t in range(time - 2, -1, -1):
        coming = _sum(change + (emitted[:, t + 1] + backward[:, t + 1])[:, None, :], 2)
        backward[:, t] = np.where((t + 1 < lengths)[:, None], coming, 0)
    valid = np.arange(time) < lengths[:, None]
    chances = np.exp(np.where(valid[:, :, None], forward + backward - total[:, None, None], NEVER))
    of_steps = np.zeros((labels, labels), np.float32)
    for t in range(1, time):
        on = t < lengths
        ahead = (emitted[on, t] + backward[on, t])[:, None, :]
        pairs = forward[on, t - 1][:, :, None] + change + ahead - total[on, None, None]
        of_steps += np.exp(pairs).sum(axis=0)
        np.subtract.at(of_steps, (wanted[on, t - 1], wanted[on, t]), 1)
    sequence, at = np.nonzero(valid)
    chances[sequence, at, wanted[sequence, at]] -= 1
    return chances, of_steps
