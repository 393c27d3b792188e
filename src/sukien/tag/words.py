"""Words and their parts of speech: where each word starts, then what each word is.

Two passes of one kind of linear model over a whole batch. First every syllable: does a word start
here? Then every word: which part of speech? The input's own joining of syllables is not asked:
the same text gives the same words, however it was segmented, and a wrong joint does no harm.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sukien.model import AnnotatedArticle, Word
from sukien.tag.features import HALO, PAD, Columns, encode, word_columns
from sukien.tag.model import TAG_TEMPLATES, TAGS, WORD_TEMPLATES, score, tables
from sukien.text.tokens import Token, tokenize

Offsets = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_PADDING = [Token(-1, -1, PAD)] * HALO


def find(batch: Sequence[AnnotatedArticle]) -> list[tuple[Word, ...]]:
    """The words of each article, in order; no word crosses the start of a sentence or line.

    Every character that is not white space lies in exactly one word.
    """
    pieces = [_pieces(article) for article in batch]
    found = iter(tag_rows([tokens for article in pieces for tokens in article]))
    return [tuple(word for _ in article for word in next(found)) for article in pieces]


def tag_rows(rows: Sequence[Sequence[Token]]) -> list[list[Word]]:
    """The words of each row of tokens; a row is a sentence or a part of one."""
    tokens = _PADDING + [token for row in rows for token in (*row, *_PADDING)]
    columns, ends = encode([token.text for token in tokens]), _column(tokens, 1)
    starts = _column(tokens, 0)
    padding = starts < 0
    columns["glued"] = _glued(starts, ends)
    begins = np.flatnonzero(_begins(columns, padding))
    tags = _tags(columns, begins)
    lasts = ends[np.append(begins[1:], len(tokens)) - 1]
    words = list(map(Word, starts[begins].tolist(), lasts.tolist(), tags))
    return _cut(words, padding[begins], len(rows))


def _pieces(article: AnnotatedArticle) -> list[list[Token]]:
    borders = {0, len(article.text), *article.article.breaks}
    borders.update(sentence.start for sentence in article.sentences)
    edges = sorted(border for border in borders if 0 <= border <= len(article.text))
    return [tokenize(article.text, start, end) for start, end in pairwise(edges)]


def _column(tokens: Iterable[Token], field: int) -> Offsets:
    return np.array([token[field] for token in tokens], dtype=np.int64)


def _glued(starts: Offsets, ends: Offsets) -> npt.NDArray[np.uint64]:
    glued = np.zeros(len(starts), dtype=np.uint64)
    glued[1:] = (starts[1:] == ends[:-1]) & (starts[1:] >= 0)
    return glued


def _begins(columns: Columns, padding: Flags) -> Flags:
    """Where words start; a mark with space around it is a word of its own."""
    begins = np.ones(len(padding), dtype=np.bool_)
    begins[HALO:-HALO] = score(columns, WORD_TEMPLATES, tables().words) > 0
    begins |= padding
    apart = (columns["mark"] > 0) & (columns["glued"] == 0)
    begins |= apart
    begins[1:] |= apart[:-1] | padding[:-1]
    return begins


def _tags(columns: Columns, begins: npt.NDArray[np.intp]) -> list[str]:
    best = score(word_columns(columns, begins), TAG_TEMPLATES, tables().tags).argmax(axis=1)
    names = [TAGS[number] for number in best.tolist()]
    return [PAD] * HALO + names + [PAD] * HALO


def _cut(words: list[Word], padding: Flags, rows: int) -> list[list[Word]]:
    """The words between the paddings: HALO paddings stand before, between and after the rows."""
    marks = np.flatnonzero(padding).reshape(rows + 1, HALO).tolist()
    return [words[one[-1] + 1 : other[0]] for one, other in pairwise(marks)]
