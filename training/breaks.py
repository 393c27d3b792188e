"""Learns the detector of lost sentence breaks from articles whose lines are known.

    python -m training.breaks vietnews.jsonl.gz src/sukien/tag/weights/breaks.npz

Trains on flattened articles (see flatten.py), nine tenths of the source, by logistic regression
with AdaGrad over the hashed features of sukien.tag.breaks; tunes the threshold on a part of the
training articles; writes the tables as int8. Held-out figures: `python -m quality.structure`.
"""

import random
import sys
from pathlib import Path
from typing import Any

import numpy as np
from training.flatten import Flat, Flattener, is_held_out, load, squeeze

from sukien.tag import breaks
from sukien.tag.grid import PAD, Grid, make_grid, make_row
from sukien.text.respace import respace

EPOCHS = 5
BATCH = 2048
RATE = 0.06


def small_table(articles: list[dict[str, Any]]) -> np.ndarray:
    """How usual each form is in small letters inside a sentence, 1 to 8; 0 when hardly seen."""
    size = 1 << breaks.SMALL_BITS
    counts = np.zeros((2, size))
    for article in articles:
        text = [line.replace("_", " ") for line in article["body"]]
        made = make_grid([make_row(line) for line in text])
        inside = np.isin(np.roll(made.shape, 1), (1, 2, 3, 4, 5, 6, 11))
        slot = (made.form & np.uint64(size - 1)).astype(np.int64)
        for row, wanted in enumerate(((1,), (2, 3, 6))):
            counts[row] += np.bincount(slot[inside & np.isin(made.shape, wanted)], minlength=size)
    total = counts.sum(axis=0)
    share = (counts[0] + 0.5) / (total + 1)
    edges = np.array([0.01, 0.05, 0.15, 0.4, 0.7, 0.9, 0.98])
    return np.where(total >= 3, np.searchsorted(edges, share) + 1, 0).astype(np.uint8)


def read(flat: Flat, rng: random.Random) -> tuple[str, list[int]]:
    """Readable text and joints of a flattened article; often without the input's joints."""
    spaced = respace(flat.raw)
    return spaced.text, list(spaced.joints) if rng.random() < 0.6 else []


def examples(flats: list[Flat], rng: random.Random) -> tuple[Grid, np.ndarray]:
    """The grid of flattened articles, and at each token whether a sentence starts there."""
    rows, truth = [], [np.zeros(PAD, dtype=bool)]
    for flat in flats:
        text, joints = read(flat, rng)
        rows.append(make_row(text, joints))
        starts = {start for _, start, _, begins in flat.pieces if begins}
        at, found = 0, []
        for token in rows[-1].tokens:
            found.append(at in starts)
            at += len(squeeze(token))
        truth += [np.array(found, dtype=bool), np.zeros(PAD, dtype=bool)]
    grid = make_grid(rows)
    return grid, np.concatenate(truth)


def blur_joints(grid: Grid, truth: np.ndarray, rng: np.random.Generator) -> Grid:
    """A segmenter joins names over a lost break; the source was segmented line by line."""
    capital = np.isin(grid.shape, (2, 3))
    across = truth & capital & np.roll(capital, 1) & (rng.random(len(truth)) < 0.4)
    some = np.repeat(rng.random(grid.article.max() + 1) < 0.6, np.bincount(grid.article))
    return grid._replace(joint=grid.joint | (across & some))


def encode(flats: list[Flat], small: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    columns, labels = [], []
    rng, noise = random.Random(seed), np.random.default_rng(seed)
    for at in range(0, len(flats), 200):
        grid, truth = examples(flats[at : at + 200], rng)
        grid = blur_joints(grid, truth, noise)
        places = breaks.candidates(grid)
        columns.append(np.stack(breaks.features(grid, places, small), axis=1).astype(np.int32))
        labels.append(truth[places])
    return np.concatenate(columns), np.concatenate(labels)


def fit(x: np.ndarray, y: np.ndarray, seed: int = 1) -> np.ndarray:
    """Weights of a logistic regression by mini-batch AdaGrad."""
    size = 1 << breaks.BITS
    table, seen = np.zeros(size, dtype=np.float32), np.full(size, 1e-2, dtype=np.float32)
    rng = np.random.default_rng(seed)
    for epoch in range(EPOCHS):
        order = rng.permutation(len(y))
        loss = 0.0
        for at in range(0, len(order), BATCH):
            rows = x[order[at : at + BATCH]]
            want = y[order[at : at + BATCH]]
            p = 1 / (1 + np.exp(-np.clip(table[rows].sum(axis=1), -30, 30)))
            loss += -np.log(np.where(want, p, 1 - p) + 1e-9).sum()
            slope = np.repeat((p - want).astype(np.float32), rows.shape[1])
            step = np.bincount(rows.ravel(), slope, minlength=size).astype(np.float32)
            seen += step * step
            table -= RATE * (step / np.sqrt(seen) + 1e-6 * table)
        print(f"epoch {epoch + 1}: loss {loss / len(y):.5f}", flush=True)
    return table


def tune(scores: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """The threshold with the best F1, and that F1."""
    order = np.argsort(-scores)
    hits = np.cumsum(y[order])
    f1 = 2 * hits / (np.arange(1, len(y) + 1) + y.sum())
    best = int(np.argmax(f1))
    return float(scores[order[best]]) - 1e-3, float(f1[best])


def main(source: str, target: str, limit: int = 12000) -> None:
    articles = [a for a in load(Path(source)) if not is_held_out(a["id"])]
    random.Random(7).shuffle(articles)
    articles = articles[:limit]
    flattener = Flattener(articles)
    small = small_table(articles)
    flats = [flattener.flatten(a) for a in articles]
    dev = len(flats) // 15
    x, y = encode(flats[dev:], small, 1)
    print(f"{len(flats)} articles, {len(y)} places, {y.mean():.4f} starts", flush=True)
    table = fit(x, y)
    scale = float(np.abs(table).max()) / 127
    packed = np.round(table / scale).astype(np.int8)
    x, y = encode(flats[:dev], small, 2)
    threshold, f1 = tune((packed.astype(np.float32) * scale)[x].sum(axis=1), y)
    print(f"threshold {threshold:.3f}: F1 of lost breaks on the tuning part {f1:.4f}")
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        target, table=packed, small=small, scale=np.float32(scale), threshold=np.float32(threshold)
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
