"""A text's shingles as a MinHash signature: equal places estimate how much two texts share.

Shingles of five syllables (Broder 1997). All hashes are CRC-32 mixed by fixed odd numbers, so they
are the same on every machine.
"""

import functools
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_SHINGLE = 5
BANDS, ROWS = 24, 4
_LEAST = 20  # syllables: less text proves nothing

Hashes = npt.NDArray[np.uint64]


def signature(syllables: Sequence[str]) -> bytes:
    """The 96 least hashes, four bytes each; nothing for a text of fewer than 20 syllables."""
    if len(syllables) < _LEAST:
        return b""
    codes = np.fromiter(map(_code, syllables), dtype=np.uint64, count=len(syllables))
    count = len(codes) - _SHINGLE + 1
    shingles = np.zeros(count, dtype=np.uint64)
    for place in range(_SHINGLE):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + codes[place : place + count]
    mixed = shingles[None, :] * _odds()[:, None]
    mixed ^= mixed >> np.uint64(29)
    least = mixed.min(axis=1)
    return bytes(((least >> np.uint64(32)) ^ least).astype("<u4").data)


def alike(one: bytes, other: bytes) -> float:
    """The share of shingles that two texts have in common, estimated; 0 without signatures."""
    if not one or not other:
        return 0.0
    return float((np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")).mean())


def bands(whole: bytes) -> list[int]:
    """Numbers for the parts of a signature, of which near-identical texts share one at least."""
    size = 4 * ROWS
    starts = range(0, len(whole), size)
    return [zlib.crc32(whole[start : start + size]) * BANDS + start // size for start in starts]


@functools.lru_cache(1 << 17)
def _code(syllable: str) -> int:
    return zlib.crc32(syllable.encode("utf-8", "surrogatepass"))


@functools.cache
def _odds() -> Hashes:
    rows = [zlib.crc32(b"%d" % n) << 32 | zlib.crc32(b"-%d" % n) | 1 for n in range(BANDS * ROWS)]
    return np.array(rows, dtype=np.uint64)
