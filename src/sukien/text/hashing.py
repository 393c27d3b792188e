"""Several columns of numbers as one hash, the same on every machine.

Mixed by an odd multiplier (Knuth, *The Art of Computer Programming* 3, 6.4).
"""

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_START = 0x9E3779B97F4A7C15
_MULTIPLIER = np.uint64(0xD6E8FEB86659FD93)


def mix(*columns: Hashes | npt.NDArray[np.int64]) -> Hashes:
    """One hash a row of several columns of the same length, their order counting."""
    mixed = np.full(len(columns[0]), _START, dtype=np.uint64)
    for column in columns:
        mixed = (mixed ^ column.astype(np.uint64)) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(32)
    return mixed
