"""Learn which clues speak for two numbers being of one figure, or of one with another scope.

    python -m training.figures SHARED [--out FILE] [--measure]

SHARED holds the corpora (`data/`); the gold is `quality/gold/figures/developing.jsonl`. A pair of
numbers of one kind in different articles is one of the figure (`slot`) when a slot has both, of
another scope (`scope`) when the readers judged it so. With `--measure` each fifth of the groups is
judged by weights learned from the others.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from quality.figures import Found, Group, annotated, groups

from sukien.model import AnnotatedArticle, FigurePoint
from sukien.tell.figures.clues import Clues, clues, weighed
from sukien.tell.figures.statements import Statement, statements

FOLDS = 5
RIDGE = 2.0
KNOWN = {
    "head differs": -2.0, "happening differs": -1.5, "nation differs": -2.0,
    "place differs": -1.0,
    "period differs": -1.0, "rate differs": -2.0, "head same": 1.0, "happening same": 1.0,
    "nation same": 0.5, "place same": 0.5, "part differs": -1.0, "daily differs": -1.0,
    "more differs": -1.0, "total differs": -0.5, "change differs": -1.0,
    "what same of other values": 1.0, "toll of other values": 3.0, "force of other values": 4.0,
}  # fmt: skip
"""What weights of the model `slot` are before a pair is read: few groups do not show all."""
SEEN = 3
MOST = 200
"""Pairs that one group can count for: groups with many numbers do not outweigh the others."""
SMALLEST = 0.05
OUT = Path("src/sukien/knowledge/data/figure_weights.tsv")
CARD = """# How much each clue speaks for two numbers being of one figure (model slot), or of two
# figures that differ in scope alone (model scope), as log odds: logistic regression with a ridge
# over the clues of `tell/figures/clues.py`, learned by `python -m training.figures` from {groups}
# groups of articles read by hand (`quality/gold/figures/developing.jsonl`).
# Licence: Apache-2.0. Date: 2026-11.
model	clue	weight
"""
Floats = npt.NDArray[np.float64]


class Seen(NamedTuple):
    """A pair of numbers: its group, its clues, and whether it is of one slot or of two scopes."""

    group: int
    clues: Clues
    truth: str
    counts: float = 1.0


def seen(number: int, group: Group, articles: Sequence[AnnotatedArticle]) -> list[Seen]:
    """All pairs of numbers of one kind in different articles of a group."""
    told = [one for article in articles for one in statements(article)]
    found = Found(group, articles, ())
    ready = weighed(told)
    numbers = [found.numbers(_point(one)) for one in told]
    pairs: dict[frozenset[tuple[str, float]], Seen] = {}
    for a, b in combinations(range(len(told)), 2):
        one, other = told[a], told[b]
        if one.kind == other.kind and one.article != other.article:
            truth = _truth(group, numbers[a], numbers[b])
            row = Seen(number, clues(ready[a], ready[b]), truth)
            key = frozenset(((one.article, one.value), (other.article, other.value)))
            known = pairs.get(key)
            if known is None or row.clues["words"] > known.clues["words"]:
                pairs[key] = row
    weight = min(1.0, MOST / max(len(pairs), 1))
    return [row._replace(counts=weight) for row in pairs.values()]


def _point(one: Statement) -> FigurePoint:
    q = one.quantity
    return FigurePoint(
        start=q.start, end=q.end, value=q.value, low=q.low, high=q.high, mod=q.mod, date=None,
        article=one.article,
    )  # fmt: skip


def _truth(group: Group, one: Sequence[int], other: Sequence[int]) -> str:
    pairs = [frozenset((a, b)) for a in one for b in other]
    if any(group.verdicts.get(pair) == "scope" for pair in pairs):
        return "scope"
    slots = {group.numbers[a].slot for a in one} & {group.numbers[b].slot for b in other}
    return "slot" if slots else "none"


def learned(rows: Sequence[Seen], model: str) -> dict[str, float]:
    """The weights of the clues that are seen often enough, by Newton's method with a ridge."""
    rows = [row for row in rows if row.truth in {model, "none"} or model == "slot"]
    counts = Counter(name for row in rows for name in row.clues)
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in row.clues.items():
            if name in place:
                matrix[at, place[name]] = value
    truth = np.array([row.truth == model for row in rows], dtype=float)
    prior = np.array([KNOWN.get(name, 0.0) if model == "slot" else 0.0 for name in names])
    counts = np.array([row.counts for row in rows])
    weights = _descend(matrix, truth, counts, prior)
    rare = {name: weight for name, weight in KNOWN.items() if model == "slot"}
    return rare | {name: round(float(weights[at]), 2) for name, at in place.items()}


def _descend(matrix: Floats, truth: Floats, counts: Floats, prior: Floats) -> Floats:
    """Newton's method with steps halved until the loss falls."""

    def loss(weights: Floats) -> float:
        scores = matrix @ weights
        fit = np.logaddexp(0.0, scores) - truth * scores
        return float(counts @ fit + RIDGE / 2 * np.sum((weights - prior) ** 2))

    weights = prior.copy()
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (counts * (truth - chance)) - RIDGE * (weights - prior)
        shares = counts * chance * (1 - chance)
        curve = (matrix * shares[:, None]).T @ matrix + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while size > SMALLEST**3 and loss(weights + size * step) > loss(weights):
            size /= 2
        weights = weights + size * step
    return weights


def table(models: dict[str, dict[str, float]], number: int) -> str:
    """The weights as a data file."""
    lines = [
        f"{model}\t{name}\t{weight}"
        for model, weights in models.items()
        for name, weight in sorted(weights.items())
        if abs(weight) >= SMALLEST
    ]
    return CARD.format(groups=number) + "\n".join(lines) + "\n"


def measure(rows: Sequence[Seen], model: str) -> str:
    """How well weights learned from the other groups tell pairs of each fifth of them."""
    right = found = wanted = 0
    for fold in range(FOLDS):
        weights = learned([row for row in rows if row.group % FOLDS != fold], model)
        for row in rows:
            if row.group % FOLDS == fold and (model == "slot" or row.truth != "slot"):
                said = sum(weights.get(name, 0.0) * v for name, v in row.clues.items()) > 0
                found += said
                wanted += row.truth == model
                right += said and row.truth == model
    return f"{model}: P {right / max(found, 1):.3f}  R {right / max(wanted, 1):.3f} ({wanted})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    gold = groups(options.shared / "data", "developing")
    pages = enumerate(annotated(gold))
    rows = [row for at, (group, articles) in pages for row in seen(at, group, articles)]
    if options.measure:
        print(*(measure(rows, model) for model in ("slot", "scope")), sep="\n")
        return
    models = {model: learned(rows, model) for model in ("slot", "scope")}
    options.out.write_text(table(models, len(gold)), encoding="utf-8")


if __name__ == "__main__":
    main()
