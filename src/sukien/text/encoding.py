"""Bytes made characters: Unicode, and the Vietnamese encodings that came before it."""

import unicodedata

from sukien.errors import EncodingError


def decode(data: bytes, source: str) -> str:
    """x."""
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError as e:
        raise EncodingError(source, f"not UTF-8 {e}")
