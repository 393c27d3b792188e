"""Learns the judges of captions and leads from articles whose parts are known.

    python -m training.layout vietnews.jsonl.gz src/sukien/annotate/weights/layout.npz

Flattens articles (see flatten.py), splits them with the detector that is in place and labels every
sentence by the piece it starts in. Captions are a logistic regression over the lines, leads a
softmax over the places where they may end, both over hashed features, by AdaGrad. What a line looks
like is a feature of leads too: each half of the articles is looked at with what the other half
taught. The threshold is tuned on a part of the training articles. Held-out figures:
`python -m quality.structure`.
"""

import bisect
import random
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from training.flatten import Flat, Flattener, is_held_out, load, squeeze

from sukien.annotate import parts
from sukien.annotate.parts import captions as parts_captions
from sukien.annotate.parts import layout
from sukien.annotate.parts import leads as parts_leads
from sukien.model import AnnotatedArticle, Article, Sentence
from sukien.tag import sentences
from sukien.text.respace import respace

CAPTION_EPOCHS, LEAD_EPOCHS = 2, 4
RATE = 0.04
SEEDS = (23, 24)
DECAY = 1e-6


class Read(NamedTuple):
    """Flattened articles as the parts layer sees them, and the kind of each line."""

    pages: list[parts.Page]
    texts: list[str]
    firsts: list[int]
    sheet: layout.Sheet
    kinds: list[list[str]]


Caption = tuple[np.ndarray, bool]
Lead = tuple[list[np.ndarray], int]


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


def read(flats: list[Flat]) -> list[Read]:
    """Flattened articles in sheets of a hundred."""
    return [_read(flats[at : at + 100]) for at in range(0, len(flats), 100)]


def _read(flats: list[Flat]) -> Read:
    spaced = [respace(f.raw) for f in flats]
    articles = [
        Article(id=f.id, text=s.text, joints=s.joints if n % 2 else (), segmented=n % 2 == 1)
        for n, (f, s) in enumerate(zip(flats, spaced, strict=True))
    ]
    split = sentences.split(articles)
    kinds = [label(*row) for row in zip(flats, articles, split, strict=True)]
    documents = [
        AnnotatedArticle(article=article, sentences=found)
        for article, found in zip(articles, split, strict=True)
    ]
    pages = [parts._read(document) for document in documents]
    firsts = [parts._mark_title(page, ()) for page in pages]
    texts = [article.text for article in articles]
    sheet = layout.make_sheet(
        [(text, parts._stretches(page)) for text, page in zip(texts, pages, strict=True)]
    )
    return Read(pages, texts, firsts, sheet, kinds)


def caption_rows(one: Read) -> list[Caption]:
    """The features of the lines that might be captions, with the truth."""
    found = parts_captions.features(one.sheet, layout.read_words(one.sheet))
    kinds = [kind for row in one.kinds for kind in row]
    credited = [bool(unit.credits) for page in one.pages for unit in page.units]
    rows = []
    for n, kind in enumerate(kinds):
        if kind not in ("body", "caption") or credited[n]:
            continue
        first, last = one.sheet.first[n], found.until[n]
        pairs = found.pairs[first : max(last - 1, first)]
        parts_ = (found.fixed[n], found.words[first:last], pairs)
        rows.append((np.concatenate(parts_).astype(np.int32), kind == "caption"))
    return rows


def lead_rows(one: Read, table: np.ndarray) -> list[Lead]:
    """The features of the choices of each article with a title, and the number of the right one."""
    words = layout.read_words(one.sheet)
    looks = caption_scores(one.sheet, words, table)
    edges = np.cumsum([0, *(len(page.units) for page in one.pages)])
    starts, right = [], []
    for n, (page, first) in enumerate(zip(one.pages, one.firsts, strict=True)):
        kinds = one.kinds[n]
        if not first or kinds[:first] != ["title"] * first or first >= len(kinds):
            continue
        size = next((k for k, kind in enumerate(kinds[first:]) if kind != "lead"), len(kinds))
        most = parts._most(page, first)
        if size <= most and most:
            starts.append((int(edges[n]) + first, most, parts_leads.read_habit(one.texts[n])))
            right.append(size)
    at = parts_leads.choices(starts, looks)
    found = parts_leads.features(one.sheet, words, at)
    rows = []
    for n in range(len(at.first)):
        spans = zip(found.words, found.spans, strict=True)
        bags = [known[first[n] : last[n]] for known, (first, last) in spans]
        rows.append(np.concatenate([found.fixed[n], *bags]).astype(np.int32))
    cuts = np.flatnonzero(np.diff(at.group)) + 1
    groups = np.split(np.arange(len(rows)), cuts)
    return [([rows[n] for n in group], size) for group, size in zip(groups, right, strict=True)]


def caption_scores(sheet: layout.Sheet, words: layout.Shared, table: np.ndarray) -> np.ndarray:
    learned = layout.Weights(table.astype(np.float32), 0.0)
    return parts_captions.score(sheet, words, learned)


class Table:
    """Weights under AdaGrad."""

    def __init__(self) -> None:
        self.weights = np.zeros(1 << layout.BITS)
        self.seen = np.full(1 << layout.BITS, 1e-2)

    def score(self, rows: list[np.ndarray]) -> np.ndarray:
        edges = np.cumsum([0, *(len(row) for row in rows[:-1])])
        return np.add.reduceat(self.weights[np.concatenate(rows)], edges)

    def learn(self, rows: list[np.ndarray], slopes: np.ndarray) -> None:
        index = np.concatenate(rows)
        slope = np.repeat(slopes, [len(row) for row in rows])
        touched, inverse = np.unique(index, return_inverse=True)
        step = np.bincount(inverse, slope) + DECAY * self.weights[touched]
        self.seen[touched] += step * step
        self.weights[touched] -= RATE * step / np.sqrt(self.seen[touched])


def fit_captions(table: Table, rows: list[Caption], seed: int) -> None:
    order = np.random.default_rng(seed)
    for _ in range(CAPTION_EPOCHS):
        numbers = order.permutation(len(rows))
        loss = 0.0
        for at in range(0, len(rows), 64):
            batch = [rows[n] for n in numbers[at : at + 64]]
            want = np.array([wanted for _, wanted in batch])
            p = 1 / (1 + np.exp(-np.clip(table.score([r for r, _ in batch]), -30, 30)))
            loss -= np.log(np.where(want, p, 1 - p) + 1e-9).sum()
            table.learn([r for r, _ in batch], p - want)
        print(f"captions: loss {loss / len(rows):.4f}", flush=True)


def fit_leads(table: Table, rows: list[Lead], seed: int) -> None:
    order = np.random.default_rng(seed)
    for _ in range(LEAD_EPOCHS):
        numbers = order.permutation(len(rows))
        loss = 0.0
        for at in range(0, len(rows), 16):
            batch = [rows[n] for n in numbers[at : at + 16]]
            flat = [row for choices, _ in batch for row in choices]
            edges = np.cumsum([0, *(len(choices) for choices, _ in batch)])
            scores = table.score(flat)
            slopes = np.empty(len(flat))
            for (start, end), (_, right) in zip(pairwise(edges), batch, strict=True):
                p = np.exp(scores[start:end] - scores[start:end].max())
                p /= p.sum()
                loss -= np.log(p[right] + 1e-9)
                p[right] -= 1
                slopes[start:end] = p
            table.learn(flat, slopes)
        print(f"leads: loss {loss / len(rows):.4f}", flush=True)


def tune(table: Table, rows: list[Caption]) -> float:
    """The threshold with the best F1."""
    scores = np.concatenate(
        [table.score([r for r, _ in rows[n : n + 1000]]) for n in range(0, len(rows), 1000)]
    )
    want = np.array([wanted for _, wanted in rows])
    order = np.argsort(-scores)
    f1 = 2 * np.cumsum(want[order]) / (np.arange(1, len(want) + 1) + want.sum())
    best = int(np.argmax(f1))
    print(f"captions: threshold {scores[order[best]]:.3f}, F1 {f1[best]:.4f} of {want.sum()}")
    return float(scores[order[best]]) - 1e-3


def measure(table: Table, rows: list[Lead]) -> None:
    """Prints how often the right end wins."""
    right = sum(int(np.argmax(table.score(choices))) == size for choices, size in rows)
    print(f"leads: {right} of {len(rows)} right", flush=True)


def main(source: str, target: str, limit: int = 19000) -> None:
    articles = [a for a in load(Path(source)) if not is_held_out(a["id"])]
    random.Random(5).shuffle(articles)
    articles = articles[:limit]
    flatteners = [Flattener(articles, seed=seed) for seed in SEEDS]
    sheets = [read([f.flatten(a) for a in articles]) for f in flatteners]
    dev = max(len(sheets[0]) // 15, 1)
    middle = (len(sheets[0]) + dev) // 2
    halves = [
        [one for row in sheets for one in row[part]]
        for part in (slice(dev, middle), slice(middle, None))
    ]
    table, looked = learn(halves)
    scale = float(np.abs(table.weights).max()) / 127
    packed = np.round(table.weights / scale).astype(np.int8)
    table.weights = packed * scale
    caption = tune(table, [row for one in sheets[0][:dev] for row in caption_rows(one)])
    measure(table, [row for one in sheets[0][:dev] for row in lead_rows(one, looked)])
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    numbers = {"scale": scale, "caption": caption}
    np.savez_compressed(target, table=packed, **{k: np.float32(v) for k, v in numbers.items()})


def learn(halves: list[list[Read]]) -> tuple[Table, np.ndarray]:
    """The weights of both judges, and those of captions alone."""
    captions = [[row for one in half for row in caption_rows(one)] for half in halves]
    print(*(len(rows) for rows in captions), "caption lines", flush=True)
    tables = [Table(), Table(), Table()]
    for part, rows in zip(tables, (*captions, captions[0] + captions[1]), strict=True):
        fit_captions(part, rows, 1)
    del captions
    others = (tables[1].weights, tables[0].weights)
    pairs = zip(halves, others, strict=True)
    leads = [row for half, other in pairs for one in half for row in lead_rows(one, other)]
    looked = tables[2].weights.copy()
    fit_leads(tables[2], leads, 3)
    return tables[2], looked


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
