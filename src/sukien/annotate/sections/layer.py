"""The layer `section`: where a newspaper would print the article.

A linear model over the syllables of its opening. How it is made: `python -m training.sections`;
what from: `annotate/weights/sections.md`.
"""

import functools
from collections.abc import Sequence
from importlib import resources

import numpy as np
import numpy.typing as npt

from sukien.annotate.base import Layer
from sukien.annotate.sections.features import Floats, Terms, terms
from sukien.model import SECTIONS, AnnotatedArticle, Section


@functools.cache
def weights() -> Floats:
    """The weights that come with the package: (2**BITS, sections)."""
    path = resources.files("sukien.annotate") / "weights" / "sections.npz"
    with path.open("rb") as file, np.load(file) as stored:
        table: Floats = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        return table


def chances(found: Terms, table: Floats, size: int) -> Floats:
    """How likely each of `size` articles is of each section, (size, sections)."""
    scores = np.zeros((size, table.shape[1]), dtype=np.float32)
    if len(found.rows):
        starts = np.flatnonzero(np.diff(found.article, prepend=-1))
        weighed = table.take(found.rows, axis=0) * found.counts[:, None]
        scores[found.article[starts]] = np.add.reduceat(weighed, starts, axis=0)
    likely: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    return likely


def sections(texts: Sequence[str]) -> list[Section | None]:
    """The section of each text, and how sure that is; None where there is not one syllable."""
    if not texts:
        return []
    found = terms(texts)
    likely = chances(found, weights(), len(texts))
    read: npt.NDArray[np.bool_] = np.isin(np.arange(len(texts)), found.article)
    best = zip(read.tolist(), likely.argmax(axis=1).tolist(), likely.max(axis=1).tolist(),
               strict=True)  # fmt: skip
    return [Section(SECTIONS[code], round(sure, 3)) if any_ else None for any_, code, sure in best]


def _run(batch: Sequence[AnnotatedArticle]) -> list[Section | None]:
    return sections([article.text for article in batch])


LAYER = Layer(gives="section", needs=(), version=1, run=_run)
