"""A slower tagger that learns from the treebank and word vectors, and then teaches the small one.

It adds two scores: a table over hashed features, as in the package, and a network with one hidden
layer over the vectors of five words. Its tags of newspaper text are what the package's table
learns from (Hinton et al., *Distilling the knowledge in a neural network*, 2015).
"""

import msgspec
import numpy as np
from training.linear import Labels, Learner, blocks, errors, hashed_rows, update
from training.vectors import Vectors, WordVectors

from sukien.tag.features import HALO, Columns
from sukien.tag.model import TAG_TEMPLATES, TAGS, Scores, score

HIDDEN = 256
EPOCHS = 20
BATCH = 256
BITS = 17
TABLE_RATE = 0.05
NET_RATE = 1e-3
DECAY = 1e-2
DROPPED_INPUTS = 0.3
DROPPED_HIDDEN = 0.5
KEPT_FEATURES = 0.6
AT_ONCE = 20_000


class Net(msgspec.Struct):
    """Weights and biases of two layers, with the moments of Adam (Kingma and Ba, 2015)."""

    weights: list[Vectors]
    means: list[Vectors]
    squares: list[Vectors]
    steps: int = 0


class Teacher(msgspec.Struct):
    """The two scorers and the vectors that the second looks at."""

    vectors: WordVectors
    learner: Learner
    net: Net


class Layers(msgspec.Struct):
    """What the network saw and computed for a mini-batch, kept for its correction."""

    inputs: Vectors
    hidden: Vectors
    mask: Vectors


def new_net(inputs: int, random: np.random.Generator) -> Net:
    first = random.normal(size=(inputs, HIDDEN)) * 2 * np.sqrt(2 / inputs)
    second = random.normal(size=(HIDDEN, len(TAGS))) / np.sqrt(HIDDEN)
    shapes = (first, np.zeros(HIDDEN), second, np.zeros(len(TAGS)))
    weights = [part.astype(np.float32) for part in shapes]
    return Net(weights, [0 * part for part in weights], [0 * part for part in weights])


def window(vectors: WordVectors, words: Columns, start: int, stop: int) -> Vectors:
    """The vectors of each word and its two neighbours on both sides, side by side."""
    rows = vectors.rows(words["form"][start - HALO : stop + HALO])
    size = stop - start
    return np.hstack([vectors.vectors[rows[shift : shift + size]] for shift in range(2 * HALO + 1)])


def _dropout(shape: tuple[int, ...], share: float, random: np.random.Generator) -> Vectors:
    kept: Vectors = (random.random(shape, dtype=np.float32) > share) / np.float32(1 - share)
    return kept


def forward(net: Net, inputs: Vectors, random: np.random.Generator) -> tuple[Scores, Layers]:
    """Scores with a part of the inputs and of the hidden layer left out, as in learning."""
    seen = inputs * _dropout(inputs.shape, DROPPED_INPUTS, random)
    hidden = np.maximum(seen @ net.weights[0] + net.weights[1], 0)
    mask = _dropout(hidden.shape, DROPPED_HIDDEN, random)
    hidden *= mask
    return hidden @ net.weights[2] + net.weights[3], Layers(seen, hidden, mask)


def backward(net: Net, layers: Layers, gradient: Scores, rate: float) -> None:
    gradient = gradient / len(gradient)
    back = (gradient @ net.weights[2].T) * (layers.hidden > 0) * layers.mask
    found = (
        layers.inputs.T @ back,
        back.sum(axis=0),
        layers.hidden.T @ gradient,
        gradient.sum(axis=0),
    )
    net.steps += 1
    for place, part in enumerate(found):
        net.means[place] = 0.9 * net.means[place] + 0.1 * part
        net.squares[place] = 0.999 * net.squares[place] + 0.001 * part * part
        mean = net.means[place] / (1 - 0.9**net.steps)
        scale = np.sqrt(net.squares[place] / (1 - 0.999**net.steps)) + 1e-8
        net.weights[place] -= rate * (mean / scale + DECAY * net.weights[place])


def teach(vectors: WordVectors, words: Columns, labels: Labels, seed: int) -> Teacher:
    """A teacher that learned the tags of the treebank's words."""
    random = np.random.default_rng(seed)
    inputs = (2 * HALO + 1) * vectors.vectors.shape[1]
    learner = Learner.new(TAG_TEMPLATES, BITS, len(TAGS))
    teacher = Teacher(vectors, learner, new_net(inputs, random))
    for epoch in range(EPOCHS):
        for start, stop in blocks(len(labels), BATCH, random):
            _step(teacher, words, labels, (start, stop, NET_RATE * (1 - epoch / EPOCHS)), random)
    return teacher


def _step(
    teacher: Teacher,
    words: Columns,
    labels: Labels,
    where: tuple[int, int, float],
    random: np.random.Generator,
) -> None:
    start, stop, rate = where
    kept = np.flatnonzero(labels[start:stop] >= 0)
    if not len(kept):
        return
    rows = hashed_rows(teacher.learner, words, start, stop)[:, kept]
    used = (random.random(rows.shape) < KEPT_FEATURES).astype(np.float32)
    scores, layers = forward(teacher.net, window(teacher.vectors, words, start, stop)[kept], random)
    for line, mask in zip(rows, used, strict=True):
        scores += teacher.learner.table.take(line, axis=0) * mask[:, None]
    gradient = errors(scores, labels[start:stop][kept].astype(np.intp))
    backward(teacher.net, layers, gradient, rate)
    masked = np.concatenate([gradient] * len(rows)) * used.reshape(-1, 1)
    update(teacher.learner, rows.reshape(-1), masked, TABLE_RATE)


def scores_of(teacher: Teacher, words: Columns) -> Scores:
    """The teacher's scores of every word but the HALO at both ends."""
    scores = KEPT_FEATURES * score(words, TAG_TEMPLATES, teacher.learner.table)
    size = len(words["form"])
    weights = teacher.net.weights
    for start in range(HALO, size - HALO, AT_ONCE):
        stop = min(start + AT_ONCE, size - HALO)
        hidden = window(teacher.vectors, words, start, stop) @ weights[0] + weights[1]
        scores[start - HALO : stop - HALO] += np.maximum(hidden, 0) @ weights[2] + weights[3]
    return scores
