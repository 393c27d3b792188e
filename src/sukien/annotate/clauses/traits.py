"""What a unit of a row can be in a phrase: worked out once a word, kept as bits of a number.

The layers for actors, quotes and events ask the same few things of every unit again and again. A
trait is one bit; `unit.traits & (OF | PLACE)` is not zero when the unit has one of both.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple

from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import speaker_nouns

NONE: frozenset[str] = frozenset()
FINITE_CLASSES = frozenset({"past", "present", "future", "possible", "negation", "passive"})
QUOTE_MARKS = frozenset("\"“”„«»‘’'")
CAUSES = frozenset({"làm", "khiến", "khiến cho", "làm cho", "buộc", "giúp", "để", "cho"})
JOINS = frozenset({"và", "cùng", "hoặc", "lẫn", "cũng như", "hay", "/"})
STATES = frozenset({"nước này", "quốc gia này"})

# Classes of function words.
ADVERB, OPENER, PREPOSITION, PLACE, OF, CONJUNCTION = (1 << place for place in range(6))
SUBORDINATOR, THAT, DETERMINER, AFTER, PRONOUN = (1 << place for place in range(6, 11))
# Kinds.
NAME, TIME = 1 << 11, 1 << 12
# What a unit may do in a phrase or clause; the tests below say what each is.
FINITE, STARTS, NOMINAL, HEAD, GROUP, VERBAL, DOUBLE = (1 << place for place in range(13, 20))
PASSIVE, EDGE, QUOTE, BREAK, DASH, BACK, STAYS = (1 << place for place in range(20, 27))
INNER, FIRST, ACTOR, ACTS = (1 << place for place in range(27, 31))

_CLASSES = {
    "adverb": ADVERB,
    "opener": OPENER,
    "preposition": PREPOSITION,
    "place": PLACE,
    "of": OF,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "that": THAT,
    "determiner": DETERMINER,
    "after": AFTER,
    "pronoun": PRONOUN,
}
_HEADS = frozenset({"noun", "name", "pron", "number", "det"})
_NOMINAL = frozenset({"noun", "adj", "number", "pron", "det"})
_DASHES = frozenset({"-", "–", "—"})
_BREAKS = frozenset({";", ":", "…", "...", ".", "?", "!"})
_DOUBLE = frozenset({"tổ chức", "lãnh đạo", "chỉ huy", "bảo vệ", "đại diện", "giúp việc"})
_SAYS = frozenset({"kêu gọi", "từ chối", "bác bỏ", "phủ nhận", "kiến nghị", "đề xuất"})
_ASKS = frozenset({"yêu cầu", "đề nghị"})
_TURNS = frozenset({")", "lại"})
_NOT = frozenset({"không", "chưa"})
_NO_NOUN = frozenset(
    {"adverb", "opener", "subordinator", "preposition", "that", "conjunction", "place"}
)
_DESCRIBES = frozenset({"opener", "after"})
_PREFIXES = ("bị ", "được ")
_PREFIXES_TOLD = (*_PREFIXES, "người ", "chủ ")
_SUFFIXES = (" bị", " được")
_SOMEBODY = ("người ", "chủ ")
_THIS = " này"


class _Word(NamedTuple):
    """A unit without its place."""

    text: str
    kind: str
    classes: frozenset[str]

    def is_a(self, *classes: str) -> bool:
        return not self.classes.isdisjoint(classes)


@functools.lru_cache(maxsize=65536)
def traits_of(text: str, kind: str, classes: frozenset[str] = NONE) -> int:
    """All traits of a unit, as bits."""
    told = classes or text in _told() or text.startswith(_PREFIXES_TOLD) or text.endswith(_THIS)
    return _traits(text if told else "", kind, classes)


@functools.cache
def _told() -> frozenset[str]:
    """Texts that some test asks for: of all others the kind alone decides."""
    marks = QUOTE_MARKS | _DASHES | _BREAKS | _TURNS | JOINS
    verbs = CAUSES | _DOUBLE | _SAYS | _ASKS | _NOT
    return marks | verbs | STATES | frozenset(actor_nouns()) | frozenset(speaker_nouns())


@functools.lru_cache(maxsize=65536)
def _traits(text: str, kind: str, classes: frozenset[str]) -> int:
    word = _Word(text, kind, classes)
    found = sum(_CLASSES.get(name, 0) for name in classes)
    return found + sum(trait for trait, holds in _TESTS.items() if holds(word))


def _finite(word: _Word) -> bool:
    """Marks a verb: `đã`, `sẽ`, `không`, `bị` ..."""
    return bool(word.classes & FINITE_CLASSES) and not word.is_a("after")


def _starts(word: _Word) -> bool:
    """A noun phrase can start with it."""
    if word.is_a("determiner", "pronoun") or word.text in speaker_nouns():
        return True
    if word.classes and word.kind != "noun":
        return False
    return word.kind in _HEADS and not word.is_a("subordinator", "opener")


def _nominal(word: _Word) -> bool:
    """Can stand inside a noun phrase."""
    if word.kind == "name" or not word.classes:
        return word.kind == "name" or word.kind in _NOMINAL
    if _finite(word):
        return False
    if word.is_a("pronoun", "determiner") or (word.is_a("after") and not word.is_a("place")):
        return True
    if word.kind == "adj":
        return word.classes <= _DESCRIBES  # `các chuyến tàu đặc biệt`
    return word.kind == "noun" and not word.is_a(*_NO_NOUN)


def _head(word: _Word) -> bool:
    """Names somebody or something, does not only count or describe."""
    return word.kind in {"noun", "name", "pron"} or word.is_a("pronoun")


def _group(word: _Word) -> bool:
    """Belongs to the verb behind it: its mark, its adverb."""
    head = word.kind in {"noun", "name"} and not word.is_a("future", "adverb")
    marks = word.is_a(*FINITE_CLASSES, "adverb", "opener")
    return marks and not head and not word.is_a("conjunction")


def _verbal(word: _Word) -> bool:
    """Is a verb that can have a subject, wherever it stands: no mark, adverb, preposition."""
    if word.text in _DOUBLE:
        return False
    if word.kind != "verb" or (_finite(word) and word.text not in _ASKS):
        return word.text in _SAYS
    return not word.is_a("adverb", "preposition", "that", "of", "conjunction")


def _passive(word: _Word) -> bool:
    """Marks a passive: `bị`, `được`, `đã bị`, or holds its mark: `bị bắt`."""
    if word.is_a("passive") or word.text.startswith(_PREFIXES):
        return True
    return _finite(word) and word.text.endswith(_SUFFIXES)


def _break(word: _Word) -> bool:
    """No phrase goes over it."""
    return word.kind == "mark" and (word.text in _BREAKS or word.text in QUOTE_MARKS)


def _edge(word: _Word) -> bool:
    """A clause may start behind it."""
    opens = word.is_a("subordinator", "that") or _break(word) or word.text in QUOTE_MARKS
    seen = bool(word.classes) or word.kind == "mark"
    return word.text in CAUSES or (seen and opens)


def _turns(word: _Word) -> bool:
    """Needs a look around before a phrase is read back over it."""
    return word.text in _TURNS or word.text in QUOTE_MARKS or word.text in _DOUBLE


def _back(word: _Word) -> bool:
    """A phrase is read back over it, whatever stands around."""
    return _nominal(word) and word.kind != "name" and not _turns(word)


def _stays(word: _Word) -> bool:
    """No phrase is read back over it, whatever stands around."""
    ties = word.is_a("of") or word.text in JOINS or word.text in _DASHES or word.kind == "time"
    inner = (word.kind == "verb" and not word.classes) or word.text in _NOT
    return not (_nominal(word) or _turns(word) or ties or inner)


def _inner(word: _Word) -> bool:
    """Continues a noun phrase that has its head."""
    if word.kind == "name":
        return True
    if _finite(word) or word.is_a("subordinator", "that", "conjunction", "opener"):
        return False
    plain = word.kind in {"noun", "adj", "number"} and not word.is_a("preposition")
    return plain or word.is_a("after")


def _first(word: _Word) -> bool:
    """Stands in a noun phrase before its head, or is it."""
    if word.kind == "name":
        return True
    if _finite(word) or word.is_a("subordinator", "that", "conjunction", "opener"):
        return False
    return _starts(word) or word.is_a("determiner")


def _acts(word: _Word) -> bool:
    """May head a phrase for somebody who acts, without a name: `công an`, `người dân`."""
    nouns = actor_nouns()
    known = word.text in nouns or word.text.removesuffix(_THIS) in nouns or word.text in STATES
    noun = word.kind == "noun" and word.text.startswith(_SOMEBODY)
    return word.kind != "verb" and (known or noun)


_TESTS: dict[int, Callable[[_Word], bool]] = {
    NAME: lambda word: word.kind == "name",
    TIME: lambda word: word.kind == "time",
    FINITE: _finite,
    STARTS: _starts,
    NOMINAL: _nominal,
    HEAD: _head,
    GROUP: _group,
    VERBAL: _verbal,
    DOUBLE: lambda word: word.text in _DOUBLE,
    PASSIVE: _passive,
    EDGE: _edge,
    QUOTE: lambda word: word.text in QUOTE_MARKS,
    BREAK: _break,
    DASH: lambda word: word.text in _DASHES,
    BACK: _back,
    STAYS: _stays,
    INNER: _inner,
    FIRST: _first,
    ACTOR: lambda word: word.text in actor_nouns(),
    ACTS: _acts,
}
