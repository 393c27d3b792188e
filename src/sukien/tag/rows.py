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
from sukien.text.tokens import Cut, Token, cut, tokenize

Offsets = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

LOUD_SYLLABLES = 4
LOUD_SHARE = 0.7

_HINT = re.compile(r"://|www\.|@")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
)
_PADDING, _NOWHERE = [PAD] * HALO, [-1] * HALO


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


def rows(batch: Sequence[AnnotatedArticle], texts_cut: Sequence[Cut] | None = None) -> Rows:
    """The tokens of all sentences; none crosses the start of a sentence or a line.

    `texts_cut` are the tokens of the articles' texts, where they are known already.
    """
    texts, starts, sizes = list(_PADDING), list(_NOWHERE), []
    for article, known in zip(batch, texts_cut or (cut(one.text) for one in batch), strict=True):
        size = len(texts)
        borders = _borders(article)
        tokens, places = _tokens(article.text, borders, known)
        cuts = np.searchsorted(places, borders).tolist()
        for first, last in pairwise(cuts):
            texts += tokens[first:last]
            texts += _PADDING
            starts += places[first:last]
            starts += _NOWHERE
        sizes.append(len(texts) - size)
    columns, begins = encode(texts), np.array(starts, dtype=np.int64)
    ends = begins + np.fromiter(map(len, texts), np.int64, len(texts))
    padding = begins < 0
    columns["glued"] = _glued(begins, ends)
    loud = _loud(columns, padding)
    owner = np.append(np.full(HALO, -1), np.repeat(np.arange(len(batch)), sizes))
    owner[padding] = -1
    return Rows(begins, ends, owner, padding, loud, lowered(columns, loud))


def _borders(article: AnnotatedArticle) -> list[int]:
    """Where pieces start and end: sentences and lines."""
    borders = {0, len(article.text), *article.article.breaks}
    borders.update(sentence.start for sentence in article.sentences)
    return sorted(border for border in borders if 0 <= border <= len(article.text))


def _tokens(text: str, borders: list[int], known: Cut) -> tuple[list[str], list[int]]:
    """The tokens of a text and where each starts; an address is one, no border is inside one."""
    after = np.searchsorted(known.ends, borders, side="right")
    inside = np.append(known.starts, len(text))[after] < np.array(borders)
    if not inside.any() and not _HINT.search(text):
        return known.tokens, known.starts.tolist()
    tokens: list[str] = []
    places: list[int] = []
    cuts = np.searchsorted(known.starts, borders).tolist()
    for n, (start, end) in enumerate(pairwise(borders)):
        if inside[n] or inside[n + 1] or _HINT.search(text, start, end):
            found = _with_addresses(text, start, end)
            tokens += [token.text for token in found]
            places += [token.start for token in found]
        else:
            tokens += known.tokens[cuts[n] : cuts[n + 1]]
            places += known.starts[cuts[n] : cuts[n + 1]].tolist()
    return tokens, places


def _with_addresses(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch; a web or mail address is one of them."""
    if not _HINT.search(text, start, end):
        return tokenize(text, start, end)
    found: list[Token] = []
    for address in _ADDRESS.finditer(text, start, end):
        found += tokenize(text, start, address.start())
        found.append(Token(address.start(), address.end(), address.group()))
        start = address.end()
    return found + tokenize(text, start, end)


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
