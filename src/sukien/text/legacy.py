"""Vietnamese encodings older than Unicode: TCVN3 (ABC) and VNI for Windows.

Both are read from text decoded as Windows-1252, one character a byte. TCVN3 follows TCVN
5712:1993 (the VN3 set, with the capitals of VN1 where no font uses their places otherwise); its
fonts draw capitals with tone marks from the codes of small letters, so only their surroundings
tell. VNI writes the marks of a vowel as a second character. Source: TCVN 5712:1993; the chart of
VNI Software's Windows fonts.
"""

import re
import unicodedata

from sukien.text.syllables import is_syllable

_TCVN3_FROM_A1 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ"
    "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {0xA1 + at: character for at, character in enumerate(_TCVN3_FROM_A1)}

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_TONES = (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)
_HAT, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    **dict(zip("ùøûõï", _TONES, strict=True)),
    "â": _HAT,
    "ê": _BREVE,
    **{mark: _HAT + tone for mark, tone in zip("áàåãä", _TONES, strict=True)},
    **{mark: _BREVE + tone for mark, tone in zip("éèúüë", _TONES, strict=True)},
}
_VNI_LETTERS = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))
_VNI = re.compile(
    "([a])([ùøûõïâêáàåãäéèúüë])|([eo])([ùøûõïâáàåãä])|([uyôö])([ùøûõï])|([íìæóòîñôö])",
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]+")
_WITH_CAPITAL = re.compile(r"[^\W\d_]*[A-Z][^\W\d_]*")
_SAMPLE = 50_000


def from_tcvn3(text: str) -> str:
    """TCVN3 text as Unicode. A word whose plain letters are all capitals is capitals throughout."""
    converted = unicodedata.normalize("NFC", text.translate(_TCVN3))
    return _WITH_CAPITAL.sub(lambda word: _capitals(word.group()), converted)


def from_vni(text: str) -> str:
    """VNI text as Unicode."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def fluency(text: str) -> tuple[float, int]:
    """The share of Vietnamese syllables among the words with marks, and the number of those."""
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if not word.isascii()]
    if not words:
        return 0.0, 0
    return sum(map(is_syllable, words)) / len(words), len(words)


def plain_share(text: str) -> float:
    """The share of words without any mark; 1 when there are no words."""
    words = _WORD.findall(text[:_SAMPLE])
    return sum(map(str.isascii, words)) / len(words) if words else 1.0


def _capitals(word: str) -> str:
    plain = [letter for letter in word if letter.isascii()]
    return word.upper() if len(plain) > 1 and all(map(str.isupper, plain)) else word


def _vni_letter(found: re.Match[str]) -> str:
    groups = [group for group in found.groups() if group]
    base = groups[0]
    letter = _VNI_LETTERS.get(base.lower(), base.lower())
    if base.isupper():
        letter = letter.upper()
    return letter + (_VNI_MARKS[groups[1].lower()] if len(groups) > 1 else "")
