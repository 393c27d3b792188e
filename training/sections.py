"""Learn where a newspaper would print an article: `annotate/weights/sections.npz`.

    python -m training.sections --data DATA [--out FILE]

DATA holds `unc.jsonl.gz`, whose addresses name the section, and `vietnews.jsonl.gz`, of which
`quality/gold/sections/` names the sections of some articles. Multinomial logistic regression over
the terms of `annotate/sections/features.py`, by Adam (Kingma and Ba, ICLR 2015) over all articles
at once; articles of small sections count for more.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from quality.section_gold import Labelled, developing, headed
from training.linear import save

from sukien.annotate.sections.features import BITS, Floats, terms
from sukien.model import SECTIONS

OUT = Path("src/sukien/annotate/weights/sections.npz")
STEPS = 100
RATE = 0.08
SHRINK = 1e-5
TWICE = 2
"""How often an article of the second corpus counts: there are few, and of other newspapers."""


class Moments(NamedTuple):
    """Running means of the gradient and of its square."""

    first: Floats
    second: Floats


def matrix(articles: Sequence[Labelled]) -> Floats:
    """The terms of each article, (articles, 2**BITS)."""
    found = terms([one.text for one in articles])
    filled = np.zeros((len(articles), 1 << BITS), dtype=np.float32)
    filled[found.article, found.rows] = found.counts
    return filled


def learned(articles: Sequence[Labelled]) -> Floats:
    """The weights that these articles teach, (2**BITS, sections)."""
    given = matrix(articles)
    wanted = np.array([SECTIONS.index(one.sections[0]) for one in articles])
    rarity = np.log(len(given) / (1 + np.count_nonzero(given, axis=0))).astype(np.float32)
    rarity = np.maximum(rarity, np.float32(0.3))
    return _descended(given * rarity, wanted) * rarity[:, None]


def _descended(given: Floats, wanted: npt.NDArray[np.intp]) -> Floats:
    hot = np.eye(len(SECTIONS), dtype=np.float32)[wanted]
    counts = np.bincount(wanted, minlength=len(SECTIONS))[wanted]
    share = (1 / np.sqrt(counts)).astype(np.float32)
    share /= share.sum()
    table = np.zeros((given.shape[1], len(SECTIONS)), dtype=np.float32)
    moments = Moments(np.zeros_like(table), np.zeros_like(table))
    for step in range(STEPS):
        scores = given @ table
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        gradient = given.T @ ((likely - hot) * share[:, None]) + np.float32(SHRINK) * table
        table -= _adam(moments, gradient, step)
    return table


def _adam(moments: Moments, gradient: Floats, step: int) -> Floats:
    """How far the weights move; the steps grow smaller to the end."""
    first, second = moments
    first += np.float32(0.1) * (gradient - first)
    second += np.float32(0.01) * (gradient * gradient - second)
    mean = first / np.float32(1 - 0.9 ** (step + 1))
    spread = np.sqrt(second / np.float32(1 - 0.99 ** (step + 1))) + np.float32(1e-6)
    moved: Floats = np.float32(RATE * (1 - step / STEPS)) * mean / spread
    return moved


def taught(data: Path) -> list[Labelled]:
    """All articles to learn from but the headed ones."""
    return developing(data) * TWICE


def write(path: Path, table: Floats) -> None:
    """The weights as int8 and the size of their steps."""
    scale = np.float32(np.abs(table).max() / 127)
    save(path, table=np.rint(table / scale).astype(np.int8), scale=np.array(scale))


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    wanted = parser.parse_args()
    write(wanted.out, learned(headed(wanted.data) + taught(wanted.data)))


if __name__ == "__main__":
    main()
