"""Learns where the title of a flattened article ends.

    python -m training.titles vietnews.jsonl.gz src/sukien/tag/weights/titles.npz

The detector of breaks scores each half of the articles with weights learned from the other half
(training/breaks.py), so that its scores are those of unseen text. The choice among an article's
candidates is a softmax over linear scores, learned by AdaGrad. Held-out figures:
`python -m quality.structure`.
"""

import random
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from training import breaks as training
from training.flatten import Flat, Flattener, is_held_out, load, squeeze

from sukien.model import Article
from sukien.tag import breaks, sentences, titles
from sukien.text.respace import respace

EPOCHS = 6
RATE = 0.05
FINAL = '.?!…"”)'


class Rows(NamedTuple):
    """Candidates, a row each; of each article the number of its first, and of the right one.

    The rows of `none` stand for no title, one an article; right is -1 where that is true.
    """

    ends: np.ndarray
    none: np.ndarray
    first: np.ndarray
    right: np.ndarray


def wanted(flat: Flat) -> int | None:
    """The squeezed offset at which the title ends, -1 when there is none, None when who knows."""
    kind, _, end, _ = flat.pieces[0]
    if kind == "title":
        return end
    return -1 if squeeze(flat.raw)[end - 1] in FINAL and kind == "body" else None


def examples(
    flats: list[Flat], learned: breaks.Weights
) -> list[tuple[np.ndarray, np.ndarray, int]]:
    """Of each article: the features of its candidates, of no title, and which is right."""
    found = []
    for at in range(0, len(flats), 200):
        found += _examples(flats[at : at + 200], learned)
    return found


def _examples(
    flats: list[Flat], learned: breaks.Weights
) -> list[tuple[np.ndarray, np.ndarray, int]]:
    spaced = [respace(flat.raw) for flat in flats]
    articles = [
        Article(id=f.id, text=s.text, joints=s.joints if n % 2 else ())
        for n, (f, s) in enumerate(zip(flats, spaced, strict=True))
    ]
    batch = sentences.read(articles)
    starts, judged = sentences.read_marks(batch, learned)
    at = titles.choices(batch.grid, starts, (judged.places, judged.scores), batch.origin)
    ends = titles.features(batch.grid, at, learned.small)
    none = titles.none_features(batch.grid, at, learned.small)
    groups, lead = np.unique(at.group, return_index=True)
    found = []
    for n, (group, rows) in enumerate(
        zip(groups, np.split(np.arange(len(ends)), lead[1:]), strict=True)
    ):
        want = wanted(flats[group])
        if want is None:
            continue
        origin = batch.origin[group]
        sizes = np.cumsum([len(squeeze(t)) for t in batch.rows[group].tokens[:80]])
        offsets = [int(sizes[p - origin - 1]) for p in at.place[rows]]
        if want == -1 or want in offsets:
            right = -1 if want == -1 else offsets.index(want)
            found.append((ends[rows], none[n], right))
    return found


def fit(rows: list[tuple[np.ndarray, np.ndarray, int]], seed: int = 1) -> np.ndarray:
    """Weights by AdaGrad over mini-batches of 32 articles."""
    size = 1 << titles.BITS
    table, seen = np.zeros(size), np.full(size, 1e-2)
    rng = random.Random(seed)
    for epoch in range(EPOCHS):
        rng.shuffle(rows)
        loss = 0.0
        for at in range(0, len(rows), 32):
            indices, slopes = [], []
            for ends, none, right in rows[at : at + 32]:
                scores = np.append(table[ends].sum(axis=1), table[none].sum())
                p = np.exp(scores - scores.max())
                p /= p.sum()
                loss -= np.log(p[right] + 1e-9)
                p[right] -= 1
                indices += [ends.ravel(), none]
                slopes += [np.repeat(p[:-1], ends.shape[1]), np.full(len(none), p[-1])]
            index, slope = np.concatenate(indices), np.concatenate(slopes)
            touched, inverse = np.unique(index, return_inverse=True)
            step = np.bincount(inverse, slope)
            seen[touched] += step * step
            table[touched] -= RATE * step / np.sqrt(seen[touched])
            table[titles.PAD_INDEX] = 0
        print(f"epoch {epoch + 1}: loss {loss / len(rows):.4f}", flush=True)
    return table


def measure(rows: list[tuple[np.ndarray, np.ndarray, int]], table: np.ndarray) -> None:
    """Prints how often the right candidate wins."""
    right = {True: [0, 0], False: [0, 0]}
    for ends, none, wanted_ in rows:
        scores = np.append(table[ends].sum(axis=1), table[none].sum())
        best = int(np.argmax(scores))
        best = -1 if best == len(ends) else best
        right[wanted_ >= 0][0] += best == wanted_
        right[wanted_ >= 0][1] += 1
    print("with a title: {} of {}, without: {} of {}".format(*right[True], *right[False]))


def main(source: str, target: str, limit: int = 19000) -> None:
    articles = [a for a in load(Path(source)) if not is_held_out(a["id"])]
    random.Random(9).shuffle(articles)
    articles = articles[:limit]
    small = training.small_table(articles)
    half = len(articles) // 2
    rows = []
    for mine, others in ((articles[:half], articles[half:]), (articles[half:], articles[:half])):
        flattener = Flattener(others, seed=31)
        x, y = training.encode([flattener.flatten(a) for a in others], small, 3)
        learned = breaks.Weights(training.fit(x, y), small, 0.0)
        del x, y
        for seed in (32, 33):
            flattener = Flattener(mine, seed=seed)
            rows += examples([flattener.flatten(a) for a in mine], learned)
    print(len(rows), "articles", flush=True)
    random.Random(3).shuffle(rows)
    dev = len(rows) // 20
    measured = rows[:dev]
    table = fit(rows[dev:])
    scale = float(np.abs(table).max()) / 127
    packed = np.round(table / scale).astype(np.int8)
    measure(measured, packed * scale)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(target, table=packed, scale=np.float32(scale))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
