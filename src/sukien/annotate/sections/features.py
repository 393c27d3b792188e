"""What of an article tells its section: which syllables, and pairs of them, its opening uses.

Hashes are CRC-32 of the canonical form, mixed by odd multipliers (Knuth, TAOCP 3, 6.4), so they
are the same on every machine.
"""

import functools
import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.text.hashing import mix
from sukien.text.syllables import canonical
from sukien.text.tokens import pieces

BITS = 14
OPENING = 2400
"""How many characters of an article are read: what it is about stands at its beginning."""

Floats = npt.NDArray[np.float32]


class Terms(NamedTuple):
    """The terms of many articles: rows of the table, how much each counts, whose it is.

    In the order of the articles; the squares of the counts of one article add up to 1.
    """

    rows: npt.NDArray[np.int64]
    counts: Floats
    article: npt.NDArray[np.int64]


@functools.lru_cache(maxsize=1 << 16)
def _hash(token: str) -> int:
    """The hash of a syllable; 0 of what is none."""
    if not token[0].isalpha():
        return 0
    return zlib.crc32(canonical(token).encode("utf-8", "surrogatepass")) | 1 << 32


def terms(texts: Sequence[str]) -> Terms:
    """The terms of the openings of many articles."""
    found = [list(filter(None, map(_hash, pieces(text[:OPENING])))) for text in texts]
    sizes = np.fromiter(map(len, found), dtype=np.int64, count=len(found))
    syllables = np.fromiter((one for own in found for one in own), np.uint64, int(sizes.sum()))
    article = np.repeat(np.arange(len(texts)), sizes)
    pairs = np.flatnonzero(article[1:] == article[:-1])
    singly = mix(syllables)
    paired = mix(syllables[pairs], syllables[pairs + 1])
    rows = np.concatenate([singly, paired]) >> np.uint64(64 - BITS)
    return _counted(rows.astype(np.int64), np.concatenate([article, article[pairs]]), len(texts))


def _counted(rows: npt.NDArray[np.int64], article: npt.NDArray[np.int64], size: int) -> Terms:
    """Each row of an article once, with the logarithm of how often, to unit length."""
    keys, often = np.unique((article << BITS) | rows, return_counts=True)
    counts = np.log1p(often).astype(np.float32)
    owner = keys >> BITS
    lengths = np.sqrt(np.bincount(owner, counts * counts, minlength=size)).astype(np.float32)
    return Terms(keys & ((1 << BITS) - 1), counts / lengths[owner], owner)
