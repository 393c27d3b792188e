"""Spellings of one thing made equal: without diacritics, lower-cased."""

import unicodedata

_PLAIN = str.maketrans({"đ": "d", "Đ": "D"})


def without_diacritics(text: str) -> str:
    """`text` with tone and vowel marks taken off and `đ` as `d`; case is kept."""
    decomposed = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).translate(_PLAIN)


def fold(text: str) -> str:
    """`text` as it is compared when neither case nor diacritics count."""
    return without_diacritics(text).lower()
