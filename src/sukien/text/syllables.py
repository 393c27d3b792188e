"""What a Vietnamese syllable can be: one spelling for its tone mark, and a test of its form.

The rhymes and initials follow Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977); a syllable that ends in
`c`, `ch`, `p` or `t` carries the tone sắc or nặng.
"""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_CHECKED = re.compile(r"(?:c|ch|p|t)$")

_BACK = r"(?:b|c|ch|d|đ|g|h|kh|l|m|n|ng|nh|p|ph|r|s|t|th|tr|v|x)?"
_FRONT = r"(?:b|ch|d|đ|gh|h|k|kh|l|m|n|ngh|nh|p|ph|r|s|t|th|tr|v|x)?"
_A = (
    r"(?:a(?:ch|ng|nh|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])"
    r"|o(?:ng|oc|ong|[cimnpt])?|ô(?:ng|[cimnpt])?|ơ[imnpt]?"
    r"|oa(?:ch|ng|nh|[cimnopty])?|oă(?:ng|[cmnt])|oe[onmt]?"
    r"|u(?:ng|[cimnpt])?|ua|uâ(?:ng|[nty])|uê(?:ch|nh|u)?|uô(?:ng|[cimnt])|uơ"
    r"|uy(?:a|ch|nh|ên|êt|[ntpu])?|ư(?:a|ng|[cimntu])?|ươ(?:ng|[cimnptu]))"
)
_E = (
    r"(?:e(?:ng|[cmnopt])?|ê(?:ch|nh|[mnptu])?|i(?:a|ch|nh|[mnptu])?"
    r"|iê(?:ng|[cmnptu])|y(?:ê(?:ng|[mntu]))?)"
)
_GI = rf"gi(?:{_A}|e(?:ng|[cmnopt])?|ê(?:ng|[cmnptu])?|[mnp])?"
_QU = (
    r"qu(?:a(?:ch|ng|nh|[cimnopty])?|ă(?:ng|[cmnpt])|â(?:ng|[nty])|e[nopt]?|ê(?:ch|nh|n|t|u)?"
    r"|ơ|ôc|i(?:[nt]|ch|nh)?|y(?:ch|nh|ên|êt|[nt])?)"
)
_SYLLABLE = re.compile(rf"(?:{_BACK}{_A}|{_FRONT}{_E}|{_GI}|{_QU})")

_LATE = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_EARLY = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_PLACES = dict(zip(_LATE, _EARLY, strict=True))


def canonical(syllable: str) -> str:
    """The syllable in lower case with its tone mark in the older place: `Hoà` is `hòa`.

    Both spellings are correct and newspapers mix them; two tokens that differ in this alone have
    one canonical form. `quý` is left as it is: its `u` belongs to the initial.
    """
    lower = syllable.lower()
    ending = _PLACES.get(lower[-2:])
    return lower[:-2] + ending if ending and lower[-3:-2] != "q" else lower


def is_syllable(token: str) -> bool:
    """Whether a token could be one Vietnamese syllable: `Nga` could, `Niger` could not."""
    if len(token) > 7 or not token.isalpha():
        return False
    marked = unicodedata.normalize("NFD", token.lower())
    bare = unicodedata.normalize("NFC", _TONE.sub("", marked))
    if not _SYLLABLE.fullmatch(bare):
        return False
    return not _CHECKED.search(bare) or "\u0301" in marked or "\u0323" in marked
