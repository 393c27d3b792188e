"""A batch of articles as one row of tokens: its sentences one after the other, padding between.

Words and names are found on the same rows, so that a batch is cut into tokens once.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.model import AnnotatedArticle
from sukien.tag.features import HALO, LOUD, MARK, NUMBER, PAD, Columns, encode, lowered
from sukien.text.tokens import Token, tokenize

Offsets = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

LOUD_SYLLABLES = 4
LOUD_SHARE = 0.7

_HINT = re.compile(r"://|www\.|@")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
)
_PADDING = [Token(-1, -1, PAD)] * HALO


class Rows(NamedTuple):
    """Arrays over the tokens of a batch, HALO rows of padding before, between and after sentences.

    `starts` and `ends` are offsets in the text of the article `article` (its place in the batch,
    -1 for padding); `loud` marks sentences in capitals, whose shapes in `columns` are lowered.
    """

    starts: Offsets
    ends: Offsets
    article: Offsets
    padding: Flags
    loud: Flags
    columns: Columns


def rows(batch: Sequence[AnnotatedArticle]) -> Rows:
    """The tokens of all sentences; none crosses the start of a sentence or a line."""
    tokens, owners = list(_PADDING), [-1] * HALO
    for number, article in enumerate(batch):
        for piece in _pieces(article):
            tokens += piece
            tokens += _PADDING
            owners += [number] * len(piece) + [-1] * HALO
    columns, ends = encode([token.text for token in tokens]), _column(tokens, 1)
    starts = _column(tokens, 0)
    padding = starts < 0
    columns["glued"] = _glued(starts, ends)
    loud = _loud(columns, padding)
    owner = np.array(owners, dtype=np.int64)
    return Rows(starts, ends, owner, padding, loud, lowered(columns, loud))


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


def _column(tokens: Sequence[Token], field: int) -> Offsets:
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
