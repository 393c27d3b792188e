"""Words and their parts of speech: where each word starts, then what each word is.

Two passes of one kind of linear model over a whole batch. First every syllable: does a word start
here? Then every word: which part of speech? The input's own joining of syllables is not asked:
the same text gives the same words, however it was segmented, and a wrong joint does no harm.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.model import AnnotatedArticle, Word
from sukien.tag.borders import settle
from sukien.tag.features import HALO, Columns, word_columns
from sukien.tag.model import TAG_TEMPLATES, TAGS, WORD_TEMPLATES, Tables, Weights, score, tables
from sukien.tag.rows import Flags, Rows, rows

BATCH = 64
"""Articles taken at once: enough for arrays to pay, few enough to stay in cache."""


class WordRows(NamedTuple):
    """The words of a batch: the row of the first and last token of each, its columns, its tag.

    Padding rows are words of their own; their tag is -1, others are places in TAGS.
    """

    first: npt.NDArray[np.intp]
    last: npt.NDArray[np.intp]
    columns: Columns
    tags: npt.NDArray[np.intp]


def find(batch: Sequence[AnnotatedArticle]) -> list[tuple[Word, ...]]:
    """The words of each article, in order; no word crosses the start of a sentence or line.

    Every character that is not white space lies in exactly one word.
    """
    found: list[tuple[Word, ...]] = []
    for start in range(0, len(batch), BATCH):
        part = batch[start : start + BATCH]
        tokens = rows(part)
        found += as_words(tokens, word_rows(tokens), len(part))
    return found


def word_rows(tokens: Rows, learned: Tables | None = None) -> WordRows:
    """Where the words of the rows start and end, and their parts of speech.

    By the tables that come with the package, or by others that were learned.
    """
    known = learned or tables()
    first = np.flatnonzero(_begins(tokens, known.words))
    last = np.append(first[1:], len(tokens.starts)) - 1
    columns = word_columns(tokens.columns, first)
    tags = np.full(len(first), -1, dtype=np.intp)
    tags[HALO:-HALO] = score(columns, TAG_TEMPLATES, known.tags)[:, : len(TAGS)].argmax(axis=1)
    tags[tokens.padding[first]] = -1
    return WordRows(first, last, columns, tags)


def as_words(tokens: Rows, found: WordRows, articles: int) -> list[tuple[Word, ...]]:
    """The words of each of the batch's articles."""
    kept = np.flatnonzero(found.tags >= 0)
    starts = tokens.starts[found.first[kept]].tolist()
    ends = tokens.ends[found.last[kept]].tolist()
    tags = map(TAGS.__getitem__, found.tags[kept].tolist())
    words = list(map(Word, starts, ends, tags))
    owners = tokens.article[found.first[kept]]
    edges = np.searchsorted(owners, np.arange(articles + 1)).tolist()
    return [tuple(words[edges[n] : edges[n + 1]]) for n in range(articles)]


def _begins(tokens: Rows, known: Weights) -> Flags:
    """Where words start."""
    begins = np.ones(len(tokens.padding), dtype=np.bool_)
    begins[HALO:-HALO] = score(tokens.columns, WORD_TEMPLATES, known) > 0
    return settle(begins, tokens.columns) | tokens.padding
