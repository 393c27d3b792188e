"""Bytes made characters: Unicode, and the Vietnamese encodings that came before it.

Few rules, in this order: what is not text is refused by name; a byte order mark, or the zero
bytes of UTF-16, decide; valid UTF-8 is UTF-8; else the old encoding decides in which the words
with marks are Vietnamese syllables. Text that some program has already decoded wrongly (TCVN3 or
UTF-8 read as Windows-1252) is put right when the result is plainly better.
"""

import codecs
import unicodedata
from collections.abc import Callable

import msgspec

from sukien.errors import EncodingError
from sukien.text import legacy
from sukien.text.signatures import looks_like

_CP1252 = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256))
_TO_BYTE = {n: n for n in range(256)} | {ord(c): n for n, c in enumerate(_CP1252)}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OURS = frozenset("ăđĩũơưĂĐĨŨƠƯ\u0300\u0301\u0303\u0309\u0323") | {
    chr(n) for n in range(0x1EA0, 0x1EFA)
}
_FLUENT = 0.8
_HALTING = 0.5
_ENOUGH_WORDS = 3
_MOSTLY_PLAIN = 0.98
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f"})

Convert = Callable[[bytes], str]


class Decoded(msgspec.Struct, frozen=True):
    """Characters in NFC, and the name of the encoding in which they were found."""

    text: str
    encoding: str


def decode(data: bytes, source: str) -> str:
    """The characters of `data`, in NFC; raises EncodingError, as does `recognise`."""
    return recognise(data, source).text


def recognise(data: bytes, source: str) -> Decoded:
    """The characters of `data` with the encoding's name.

    Raises EncodingError for bytes that are not text and for encodings that are not known; it says
    what they look like and what to do. `source` names the file in the message.
    """
    _refuse_binary(data, source)
    encoding = _wide_encoding(data)
    if encoding:
        return _decode_wide(data, encoding, source)
    if 0 in data or len(data.translate(None, _CONTROLS)) * 10 < len(data) * 9:
        raise EncodingError(source, "is not text but bytes of some program; give a file of text")
    try:
        return _put_right(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged(data) or _old_encoding(data, source)


def _refuse_binary(data: bytes, source: str) -> None:
    kind = looks_like(data)
    if kind:
        raise EncodingError(source, f"looks like {kind}")


def _wide_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells, or UTF-16 by its zero bytes."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    even, odd = data[:8192:2], data[1:8192:2]
    zeros = even.count(0), odd.count(0)
    if max(zeros) * 4 < len(even) or min(zeros) * 20 > max(zeros):
        return None
    return ("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be") if max(zeros) else None


def _decode_wide(data: bytes, encoding: str, source: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * 100 > len(text) or "\x00" in text:
        raise EncodingError(source, f"is not sound {encoding.upper()}; save it again as UTF-8")
    return _named(text, encoding.removesuffix("-sig"))


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a broken byte here and there, or cut off within a character."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    marked = len(text) - sum(map(str.isascii, text)) - broken
    return _named(text, "utf-8, damaged") if broken * 10 <= marked else None


def _old_encoding(data: bytes, source: str) -> Decoded:
    plain = codecs.charmap_decode(data, "strict", _CP1252)[0]
    tries = (
        ("windows-1258", unicodedata.normalize("NFC", data.decode("cp1258", "replace"))),
        ("tcvn3", legacy.from_tcvn3(plain)),
        ("vni", legacy.from_vni(plain)),
    )
    share, encoding, text = max(
        ((legacy.fluency(text)[0], name, text) for name, text in tries), key=lambda one: one[0]
    )
    if share >= _FLUENT:
        return Decoded(text, encoding)
    if legacy.plain_share(plain) >= _MOSTLY_PLAIN:
        return _named(plain, "windows-1252")
    raise EncodingError(
        source,
        "is in an encoding that is not known (not UTF-8, UTF-16, Windows-1258, TCVN3 or VNI); "
        "save it as UTF-8",
    )


def _put_right(text: str) -> Decoded:
    """Valid UTF-8, or what it was before it was decoded wrongly."""
    if text.isascii() or not _OURS.isdisjoint(text):
        return _named(text, "utf-8")
    again = _decoded_twice(text)
    if again:
        return _named(again, "utf-8 read as windows-1252")
    if legacy.fluency(unicodedata.normalize("NFC", text))[0] < _HALTING:
        for name, convert in (("tcvn3", legacy.from_tcvn3), ("vni", legacy.from_vni)):
            converted = convert(text)
            share, words = legacy.fluency(converted)
            if share >= _FLUENT and words >= _ENOUGH_WORDS:
                return Decoded(converted, f"{name} read as windows-1252")
    return _named(text, "utf-8")


def _decoded_twice(text: str) -> str | None:
    codes = [_TO_BYTE.get(ord(character)) for character in text]
    known = [code for code in codes if code is not None]
    if len(known) < len(codes):
        return None
    try:
        again = bytes(known).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _OURS.isdisjoint(again) else again


def _named(text: str, encoding: str) -> Decoded:
    return Decoded(unicodedata.normalize("NFC", text.removeprefix("\ufeff")), encoding)
