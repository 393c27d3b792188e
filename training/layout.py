"""Learns the judge of captions and leads from articles whose parts are known.

    python -m training.layout vietnews.jsonl.gz src/sukien/annotate/weights/layout.npz

Flattens articles (see flatten.py), splits them with the detector that is in place, labels every
sentence by the piece it starts in, and fits two logistic regressions over the hashed features of
sukien.annotate.layout by AdaGrad. The thresholds are tuned on a part of the training articles.
Held-out figures: `python -m quality.structure`.
"""

import bisect
import random
import sys
from pathlib import Path

import numpy as np
from training.flatten import Flat, Flattener, is_held_out, load, squeeze

from sukien.annotate import layout, parts
from sukien.model import AnnotatedArticle, Article, Sentence
from sukien.tag import sentences
from sukien.text.respace import respace

EPOCHS = 6
RATE = 0.05
Rows = list[tuple[list[int], bool]]


def label(flat: Flat, article: Article, found: tuple[Sentence, ...]) -> list[str]:
    """The kind of the piece in which each sentence starts."""
    starts = [start for _, start, _, _ in flat.pieces]
    kinds = [kind for kind, _, _, _ in flat.pieces]
    squeezed, at, last = [], 0, 0
    for sentence in found:
        at += len(squeeze(article.text[last : sentence.start]))
        last = sentence.start
        squeezed.append(at)
    return [kinds[max(0, bisect.bisect_right(starts, at) - 1)] for at in squeezed]


def collect(flats: list[Flat]) -> tuple[Rows, Rows]:
    """Examples of lines for captions and for leads."""
    captions: Rows = []
    leads: Rows = []
    for at in range(0, len(flats), 100):
        chunk = flats[at : at + 100]
        articles = [Article(id=f.id, text=respace(f.raw).text) for f in chunk]
        for flat, article, found in zip(chunk, articles, sentences.split(articles), strict=True):
            kinds = label(flat, article, found)
            page = parts._read(AnnotatedArticle(article=article, sentences=found))
            lines = [parts._line(page, number) for number in range(len(page.units))]
            captions += caption_rows(page, lines, kinds)
            leads += lead_rows(lines, kinds)
    return captions, leads


def caption_rows(page: parts.Page, lines: list[layout.Line], kinds: list[str]) -> Rows:
    title = lines[0] if kinds and kinds[0] == "title" else layout.EMPTY
    return [
        (layout.caption_features(lines, n, title), kind == "caption")
        for n, kind in enumerate(kinds)
        if kind in ("body", "caption") and not page.units[n].credits
    ]


def lead_rows(lines: list[layout.Line], kinds: list[str]) -> Rows:
    rows: Rows = []
    if kinds[:1] != ["title"] or len(kinds) < 4:
        return rows
    first = next((n for n, kind in enumerate(kinds) if kind != "title"), len(kinds))
    for number in range(first, min(first + 5, len(kinds) - 1)):
        rows.append((layout.lead_features(lines, number, first, lines[0]), kinds[number] == "lead"))
        if kinds[number] != "lead":
            break
    return rows


def fit(rows: Rows, table: np.ndarray, seen: np.ndarray) -> None:
    """One pass of AdaGrad, an example at a time in mini-batches of 64."""
    for at in range(0, len(rows), 64):
        index = np.concatenate([indices for indices, _ in rows[at : at + 64]])
        sizes = [len(indices) for indices, _ in rows[at : at + 64]]
        want = np.array([wanted for _, wanted in rows[at : at + 64]])
        edges = np.cumsum([0, *sizes[:-1]])
        score = np.add.reduceat(table[index], edges)
        slope = np.repeat((1 / (1 + np.exp(-np.clip(score, -30, 30))) - want), sizes)
        touched, inverse = np.unique(index, return_inverse=True)
        step = np.bincount(inverse, slope)
        seen[touched] += step * step
        table[touched] -= RATE * step / np.sqrt(seen[touched])


def tune(table: np.ndarray, rows: Rows, name: str) -> float:
    """The threshold with the best F1."""
    scores = np.array([table[indices].sum() for indices, _ in rows])
    want = np.array([wanted for _, wanted in rows])
    order = np.argsort(-scores)
    f1 = 2 * np.cumsum(want[order]) / (np.arange(1, len(want) + 1) + want.sum())
    best = int(np.argmax(f1))
    print(f"{name}: threshold {scores[order[best]]:.3f}, F1 {f1[best]:.4f} of {want.sum()}")
    return float(scores[order[best]]) - 1e-3


def main(source: str, target: str, limit: int = 9000) -> None:
    articles = [a for a in load(Path(source)) if not is_held_out(a["id"])]
    random.Random(5).shuffle(articles)
    articles = articles[:limit]
    flattener = Flattener(articles, seed=23)
    flats = [flattener.flatten(a) for a in articles]
    dev = len(flats) // 12
    captions, leads = collect(flats[dev:])
    print(len(captions), "caption lines,", len(leads), "lead lines", flush=True)
    table = np.zeros(1 << layout.BITS)
    seen = np.full(1 << layout.BITS, 1e-2)
    rng = random.Random(1)
    for _ in range(EPOCHS):
        rng.shuffle(captions)
        rng.shuffle(leads)
        fit(captions, table, seen)
        fit(leads, table, seen)
    scale = float(np.abs(table).max()) / 127
    packed = np.round(table / scale).astype(np.int8)
    captions, leads = collect(flats[:dev])
    caption = tune(packed * scale, captions, "captions without a credit of their own")
    lead = tune(packed * scale, leads, "lead lines")
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    numbers = {"scale": scale, "caption": caption, "lead": lead}
    np.savez_compressed(target, table=packed, **{k: np.float32(v) for k, v in numbers.items()})


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
