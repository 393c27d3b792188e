"""Phrases of the tables found in a whole batch at once: hashes of token forms, by length."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag.features import POWERS, Hashes, form_hash

Codes = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]

_WORD = (1 << 64) - 1
_POWERS = POWERS.tolist()


class Found(NamedTuple):
    """For each place asked the length in tokens of its longest phrase (0: none) and its code."""

    length: Codes
    code: Codes


class PhraseIndex:
    """Phrases with a code each; of two equal phrases the first counts, or `both` makes one code."""

    def __init__(
        self,
        phrases: Iterable[tuple[Sequence[str], int]],
        both: Callable[[int, int], int] = lambda first, _: first,
    ) -> None:
        sizes: dict[int, dict[int, int]] = {}
        firsts: dict[int, int] = {}
        for tokens, code in phrases:
            firsts.setdefault(form_hash(tokens[0]) if tokens else 0, 0)
            known, key = sizes.setdefault(len(tokens), {}), _hash(tokens)
            known[key] = both(known[key], code) if key in known else code
        self._tables = {size: _sorted(known) for size, known in sorted(sizes.items()) if size}
        self._firsts = _sorted(firsts)[0]

    def longest(self, forms: Hashes, places: Places) -> Found:
        """The longest phrase that starts at each place; there must be padding behind the last."""
        length = np.zeros(len(places), dtype=np.int64)
        code = np.zeros(len(places), dtype=np.int64)
        if not self._tables:
            return Found(length, code)
        able = np.flatnonzero(_within(self._firsts, forms[places])[1])
        places = places[able]
        hashed = np.zeros(len(places), dtype=np.uint64)
        for size in range(1, max(self._tables, default=0) + 1):
            at = np.minimum(places + (size - 1), len(forms) - 1)
            hashed = hashed + forms[at] * POWERS[size - 1]
            if size in self._tables:
                keys, codes = self._tables[size]
                near, hit = _within(keys, hashed)
                length[able[hit]], code[able[hit]] = size, codes[near[hit]]
        return Found(length, code)


def _within(keys: Hashes, asked: Hashes) -> tuple[Places, npt.NDArray[np.bool_]]:
    """Where each would stand among sorted keys, and whether it does."""
    near = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return near, keys[near] == asked


def _sorted(known: dict[int, int]) -> tuple[Hashes, Codes]:
    keys = sorted(known)
    return np.array(keys, dtype=np.uint64), np.array([known[key] for key in keys], dtype=np.int64)


def _hash(tokens: Sequence[str]) -> int:
    """The hash of a phrase as `word_columns` gives it to words."""
    hashed = 0
    for token, power in zip(tokens, _POWERS, strict=False):
        hashed += form_hash(token) * power
    return hashed & _WORD
