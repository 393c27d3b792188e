"""How one name may be written: other spellings, abbreviations of bodies, short forms of people."""

import re
from functools import cache, lru_cache

from sukien.knowledge.tables import read_table
from sukien.text.folding import fold
from sukien.text.phrases import Phrases
from sukien.text.syllables import canonical, is_syllable
from sukien.text.tokens import pieces

_LONGEST = 200  # characters of a name that are compared
_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_FINAL_Y = re.compile(r"(?:qu|[bcdđghklmnprstvx]{1,3})[yýỳỷỹỵ]")


@lru_cache(1 << 15)
def spelling(name: str) -> tuple[str, ...]:
    """The name's syllables as they are compared: `Hoà`, `HÒA` and `hòa` are one, `Sỹ` is `Sĩ`.

    Apostrophes, hyphens and full stops are left out.
    """
    words = (canonical(t) for t in pieces(name[:_LONGEST]) if t[0].isalnum())
    return tuple(w.translate(_Y) if _FINAL_Y.fullmatch(w) else w for w in words)


def bare(name: str) -> str:
    """The name without diacritics, case and spaces: `Đà Nẵng` and `Danang` are one."""
    return fold("".join(spelling(name)))


def lost_diacritics(name: str) -> bool:
    """Whether a name of several syllables carries no diacritics at all, as typed without them."""
    return " " in name and name.isascii()


@lru_cache(1 << 15)
def is_vietnamese(name: str) -> bool:
    """Whether every word of a name could be a Vietnamese syllable."""
    return all(is_syllable(word) for word in name.split())


def short_forms(name: str) -> tuple[str, ...]:
    """What a person is called after the full name: `Văn Sự` and `Sự` for `Bùi Văn Sự`.

    Somebody with a foreign name is called by any word of it.
    """
    words = name.split()
    tails = [" ".join(words[i:]) for i in range(1, len(words))]
    if is_vietnamese(name):
        return tuple(tails)
    return tuple(dict.fromkeys([*tails, *(w for w in words if len(w) > 1)]))


def family_form(name: str) -> str | None:
    """The family name by which a foreigner with a name in syllables is called: `ông Tập`."""
    words = name.split()
    return words[0] if len(words) > 1 and is_vietnamese(name) else None


@lru_cache(1 << 15)
def body_key(name: str) -> str:
    """A body's name with abbreviations written out and words of legal form left out.

    `Công ty CP Thép Hòa Phát` and `công ty Thép Hoà Phát` are one, so are `ĐH Huế` and `Trường
    Đại học Huế`. Rows of `body_words.tsv`.
    """
    words = list(spelling(_ampersands(name)))
    found: list[str] = []
    at = 0
    while at < len(words):
        hit = _body_words().at(words, at)
        value, at = hit or (words[at], at + 1)
        found += [value] if value else []
    return " ".join(found)


@cache
def _body_words() -> Phrases[str]:
    rows = (
        (" ".join(spelling(_ampersands(r["form"]))), r["means"]) for r in read_table("body_words")
    )
    return Phrases((form, " ".join(spelling(means))) for form, means in rows)


def is_body_word(word: str) -> bool:
    """Whether a word is part of a row of `body_words.tsv`: `GD`, `THPT`, `HCM`."""
    return spelling(word)[:1] in _single_words()


@cache
def _single_words() -> frozenset[tuple[str, ...]]:
    rows = read_table("body_words")
    return frozenset((word,) for r in rows for word in spelling(_ampersands(r["form"])))


def _ampersands(name: str) -> str:
    return name.replace("&", " và ")


@cache
def _generic() -> Phrases[bool]:
    rows = read_table("body_heads")
    return Phrases((body_key(row["head"]), True) for row in rows)


def distinctive(name: str) -> str | None:
    """What is left of a body's key without the common noun that opens it; None if nothing is.

    `hòa phát` for `Tập đoàn Hòa Phát`. Rows of `body_heads.tsv`.
    """
    words = body_key(name).split()
    hit = _generic().at(words, 0)
    rest = words[hit[1] :] if hit else words
    return " ".join(rest) or None


@cache
def _local() -> Phrases[bool]:
    return Phrases((body_key(row["head"]), True) for row in read_table("local_bodies"))


def is_local(name: str) -> bool:
    """Whether the name opens as that of a body which every place has one of: `Sở`, `Công an`."""
    return _local().at(body_key(name).split(), 0) is not None


def initials(name: str) -> str:
    """The first letters of the words of a name, without diacritics: `bgtvt`."""
    return "".join(word[0] for word in fold(" ".join(spelling(name))).split())
