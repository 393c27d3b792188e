"""Words and their parts of speech: where each word starts, then what each word is.

Two passes of one kind of linear model over a whole batch. First every syllable: does a word start
here? Then every word: which part of speech? The input's own joining of syllables is not asked:
the same text gives the same words, however it was segmented, and a wrong joint does no harm.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sukien.model import AnnotatedArticle, Word
from sukien.tag.borders import settle
from sukien.tag.features import (
    HALO,
    LOUD,
    MARK,
    NUMBER,
    PAD,
    Columns,
    encode,
    lowered,
    word_columns,
)
from sukien.tag.model import TAG_TEMPLATES, TAGS, WORD_TEMPLATES, score, tables
from sukien.text.tokens import Token, tokenize

Offsets = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BATCH = 64
LOUD_SYLLABLES = 4
LOUD_SHARE = 0.7

_HINT = re.compile(r"://|www\.|@")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
)
_PADDING = [Token(-1, -1, PAD)] * HALO


def find(batch: Sequence[AnnotatedArticle]) -> list[tuple[Word, ...]]:
    """The words of each article, in order; no word crosses the start of a sentence or line.

    Every character that is not white space lies in exactly one word.
    """
    starts = range(0, len(batch), BATCH)
    return [words for start in starts for words in _find(batch[start : start + BATCH])]


def _find(batch: Sequence[AnnotatedArticle]) -> list[tuple[Word, ...]]:
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
    columns = lowered(columns, _loud(columns, padding))
    begins = np.flatnonzero(_begins(columns, padding))
    tags = _tags(columns, begins)
    lasts = ends[np.append(begins[1:], len(tokens)) - 1]
    words = list(map(Word, starts[begins].tolist(), lasts.tolist(), tags))
    return _cut(words, padding[begins], len(rows))


def _pieces(article: AnnotatedArticle) -> list[list[Token]]:
    borders = {0, len(article.text), *article.article.breaks}
    borders.update(sentence.start for sentence in article.sentences)
    edges = sorted(border for border in borders if 0 <= border <= len(article.text))
    return [_tokens(article.text, start, end) for start, end in pairwise(edges)]


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch; a web or mail address is one of them."""
    if not _HINT.search(text, start, end):
        return tokenize(text, start, end)
    found: list[Token] = []
    for address in _ADDRESS.finditer(text, start, end):
        found += tokenize(text, start, address.start())
        found.append(Token(address.start(), address.end(), address.group()))
        start = address.end()
    return found + tokenize(text, start, end)


def _column(tokens: Iterable[Token], field: int) -> Offsets:
    return np.array([token[field] for token in tokens], dtype=np.int64)


def _glued(starts: Offsets, ends: Offsets) -> npt.NDArray[np.uint64]:
    glued = np.zeros(len(starts), dtype=np.uint64)
    glued[1:] = (starts[1:] == ends[:-1]) & (starts[1:] >= 0)
    return glued


def _loud(columns: Columns, padding: Flags) -> Flags:
    """The tokens of rows that are set in capitals, where capitals do not tell a name."""
    firsts = np.flatnonzero(padding)
    capitals = np.add.reduceat(columns["flags"] & LOUD > 0, firsts, dtype=np.int64)
    others = np.add.reduceat(columns["flags"] & (MARK | NUMBER) == 0, firsts, dtype=np.int64)
    loud: Flags = (capitals >= LOUD_SYLLABLES) & (capitals >= LOUD_SHARE * others)
    return np.repeat(loud, np.diff(firsts, append=len(padding)))


def _begins(columns: Columns, padding: Flags) -> Flags:
    """Where words start."""
    begins = np.ones(len(padding), dtype=np.bool_)
    begins[HALO:-HALO] = score(columns, WORD_TEMPLATES, tables().words) > 0
    return settle(begins, columns) | padding


def _tags(columns: Columns, begins: npt.NDArray[np.intp]) -> list[str]:
    best = score(word_columns(columns, begins), TAG_TEMPLATES, tables().tags).argmax(axis=1)
    names = [TAGS[number] for number in best.tolist()]
    return [PAD] * HALO + names + [PAD] * HALO


def _cut(words: list[Word], padding: Flags, rows: int) -> list[list[Word]]:
    """The words between the paddings: HALO paddings stand before, between and after the rows."""
    marks = np.flatnonzero(padding).reshape(rows + 1, HALO).tolist()
    return [words[one[-1] + 1 : other[0]] for one, other in pairwise(marks)]
