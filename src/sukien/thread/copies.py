"""Articles that are nearly the same text: one wire in two papers, a page that was read twice.

Shingles of five syllables are reduced to a MinHash signature (Broder 1997); articles whose
signatures agree in a whole band are compared (locality-sensitive hashing: Leskovec, Rajaraman,
Ullman, *Mining of Massive Datasets*, ch. 3). All hashes are CRC-32 mixed by fixed odd numbers, so
they are the same on every machine.
"""

import functools
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

_SHINGLE = 5
_BANDS, _ROWS = 24, 4
_ALIKE = 0.5  # share of shingles, estimated
_LEAST = 20  # syllables: less text proves nothing
_MOST = 40  # articles of one band that are compared with each other

Signature = npt.NDArray[np.uint64]


def copies(texts: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """Groups of places in `texts`, each of syllables, that are near-identical, of two or more."""
    kept = [i for i, tokens in enumerate(texts) if len(tokens) >= _LEAST]
    if not kept:
        return []
    signatures = np.stack([_signature(texts[i]) for i in kept])
    groups = _Groups(len(kept))
    for one, other in _pairs(signatures):
        if groups.find(one) != groups.find(other) and _alike(signatures[one], signatures[other]):
            groups.join(one, other)
    return [tuple(kept[i] for i in group) for group in groups.all() if len(group) > 1]


@functools.lru_cache(1 << 17)
def _code(token: str) -> int:
    return zlib.crc32(token.encode("utf-8", "surrogatepass"))


def _signature(tokens: Sequence[str]) -> Signature:
    codes = np.fromiter(map(_code, tokens), dtype=np.uint64, count=len(tokens))
    count = len(codes) - _SHINGLE + 1
    shingles = np.zeros(count, dtype=np.uint64)
    for place in range(_SHINGLE):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + codes[place : place + count]
    shingles = np.unique(shingles)
    mixed = shingles[:, None] * _odds()[None, :]
    return np.asarray((mixed ^ (mixed >> np.uint64(29))).min(axis=0))


@functools.cache
def _odds() -> Signature:
    rows = [zlib.crc32(b"%d" % n) << 32 | zlib.crc32(b"-%d" % n) | 1 for n in range(_BANDS * _ROWS)]
    return np.array(rows, dtype=np.uint64)


def _pairs(signatures: Signature) -> Iterator[tuple[int, int]]:
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = {}
        rows = np.ascontiguousarray(signatures[:, band * _ROWS : (band + 1) * _ROWS])
        for number, row in enumerate(rows):
            bucket = buckets.setdefault(row.tobytes(), [])
            yield from ((other, number) for other in bucket)
            if len(bucket) < _MOST:
                bucket.append(number)


def _alike(one: Signature, other: Signature) -> bool:
    return float((one == other).mean()) >= _ALIKE


class _Groups:
    """Sets of numbers that only grow together (union-find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, number: int) -> int:
        """The least number of the set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def all(self) -> list[list[int]]:
        """The sets, by their least numbers."""
        sets: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            sets.setdefault(self.find(number), []).append(number)
        return list(sets.values())
