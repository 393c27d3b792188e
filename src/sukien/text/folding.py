"""Spellings of one thing made equal: without diacritics, lower-cased."""

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

_PLAIN = str.maketrans({"đ": "d", "Đ": "D"})
_LATIN = (range(0x0370), range(0x1E00, 0x1F00), range(0x2000, 0x20D0))
_DROPPED, _OTHER = 0x110000, 0x110001
_SHORT = 64  # characters below which arrays do not pay


def without_diacritics(text: str) -> str:
    """`text` with tone and vowel marks taken off and `đ` as `d`; case is kept."""
    if text.isascii():
        return text
    if len(text) < _SHORT:
        return _one_by_one(text)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    plain = _table()[np.minimum(codes, _LATIN[-1].stop)]
    if (plain == _OTHER).any():
        return _one_by_one(text)
    kept: bytes = plain[plain != _DROPPED].tobytes()
    return kept.decode("utf-32-le")


def fold(text: str) -> str:
    """`text` as it is compared when neither case nor diacritics count."""
    return without_diacritics(text).lower()


def _one_by_one(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).translate(_PLAIN)


@cache
def _table() -> npt.NDArray[np.uint32]:
    """What becomes of each Latin letter, mark and sign; in other scripts neighbours may join."""
    table = np.full(_LATIN[-1].stop + 1, _OTHER, dtype=np.uint32)
    for code in (code for stretch in _LATIN for code in stretch):
        plain = _one_by_one(chr(code))
        if len(plain) <= 1:
            table[code] = ord(plain) if plain else _DROPPED
    return table
