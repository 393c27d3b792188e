"""Entities of the tables by the other ways in which their names are written, and by context."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from sukien.knowledge.gazetteer import Entry, gazetteer
from sukien.knowledge.name_cues import cues, form
from sukien.knowledge.name_forms import (
    bare,
    body_key,
    is_body_word,
    is_local,
    is_vietnamese,
    lost_diacritics,
    spelling,
)
from sukien.knowledge.tables import read_table, values
from sukien.text.syllables import canonical, is_syllable
from sukien.text.tokens import pieces

_COUNTRY = spelling("Việt Nam")
_PLACE_WORDS = 4  # of a place behind a body's name
_MOST_WORDS = 20  # of a body's name that are looked at
_JOINED = 6  # letters from which a name typed as one word is told from others: Danang, Haiphong


class Ambiguous(NamedTuple):
    """One meaning of an ambiguous name: `where` its `cues` stand, and the entity it then is."""

    where: str
    cues: tuple[str, ...]
    entity: str


def ambiguous(kind: str, surface: str) -> tuple[Ambiguous, ...]:
    """The meanings of a name between which the context decides."""
    return _ambiguous().get((kind, " ".join(spelling(surface))), ())


@lru_cache(1 << 15)
def named(kind: str, surface: str) -> Entry | None:
    """The entry of that type and exactly that name, whatever its capitals and tone marks' place."""
    entry = gazetteer().named(surface)
    if entry is not None and entry.type == kind:
        return entry
    return _exact().get((kind, tuple(canonical(token) for token in pieces(surface))))


@lru_cache(1 << 15)
def named_otherwise(kind: str, surface: str) -> Entry | None:
    """The one entry whose name is this one in another spelling, None if there are several.

    `y` for `i`, a body's abbreviations written out, a name of several syllables typed without
    diacritics, a place's name typed as one word.
    """
    found = _spelled().get((kind, " ".join(spelling(surface))))
    if found is None and kind == "ORG":
        found = _bodies().get((kind, body_key(surface)))
    if found is None and _typed_bare(kind, surface):
        found = _bare().get((kind, bare(surface)))
    return found


@lru_cache(1 << 15)
def has_own_name(name: str) -> bool:
    """Whether a body's name holds a proper one, and not only what it is.

    A brand (`Phenikaa`), or two syllables with capitals behind the first word (`Tôn Đức Thắng`,
    `Hà Nội`) other than the country's. `Sở Y tế` and `Trường ĐH Kinh tế` hold none.
    """
    words = [token for token in pieces(name) if token[0].isalnum()]
    if any(not is_syllable(word) and not is_body_word(word) for word in words):
        return True
    if _ends_in_place(words):
        return True
    pairs = pairwise(words[1:])
    titled = [" ".join(pair) for pair in pairs if all(_capital(word) for word in pair)]
    return any(spelling(pair) != _COUNTRY for pair in titled)


def _ends_in_place(words: Sequence[str]) -> bool:
    tails = (" ".join(words[-size:]) for size in range(1, min(len(words), _PLACE_WORDS + 1)))
    return any(spelling(tail) != _COUNTRY and named("LOC", tail) for tail in tails)


def without_place(name: str) -> tuple[str, ...]:
    """What is left of the name of a body that every place has, without the place behind it.

    `Sở Y tế` for `Sở Y tế Hà Nội`, `UBND` and `UBND TP` for `UBND TP Hà Nội`; none for a body of
    another kind or without a place.
    """
    words = name.split()
    if not is_local(name):
        return ()
    found: dict[str, None] = {}
    for start in range(1, min(len(words), _MOST_WORDS)):
        if named("LOC", " ".join(words[start:])):
            begin, end = _noun_of_place(words, start)
            found[" ".join(words[:begin])] = None
            found[" ".join(words[:end])] = None
    return tuple(found)


def _noun_of_place(words: list[str], start: int) -> tuple[int, int]:
    """The noun (`thành phố`, `TP`) before the place that starts there, or that it starts with."""
    plain = [form(word) for word in words]
    for begin in range(max(1, start - 2), start + 1):
        hit = cues("place").at(plain, begin)
        if hit and start <= hit[1] < len(words) and (hit[1] == start or begin == start):
            return begin, hit[1]
    return start, start


def _capital(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and is_syllable(word)


def known_entities() -> frozenset[str]:
    """Every id that the tables give."""
    return _entities()


def _typed_bare(kind: str, surface: str) -> bool:
    joined = kind == "LOC" and surface.isascii() and surface.istitle() and len(surface) >= _JOINED
    return lost_diacritics(surface) or (joined and surface.isalpha())


def _unique(key: Callable[[Entry], str]) -> dict[tuple[str, str], Entry]:
    """Entries by type and key; a key that two entities share is nobody's."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in gazetteer().entries():
        if value := key(entry):
            found.setdefault((entry.type, value), []).append(entry)
    return {k: same[0] for k, same in found.items() if len({e.entity for e in same}) == 1}


def _surface(entry: Entry) -> str:
    return " ".join(entry.tokens)


@cache
def _exact() -> dict[tuple[str, tuple[str, ...]], Entry]:
    found: dict[tuple[str, tuple[str, ...]], Entry] = {}
    for entry in gazetteer().entries():
        found.setdefault((entry.type, tuple(map(canonical, entry.tokens))), entry)
    return found


@cache
def _spelled() -> dict[tuple[str, str], Entry]:
    return _unique(lambda entry: " ".join(spelling(_surface(entry))))


@cache
def _bodies() -> dict[tuple[str, str], Entry]:
    return _unique(lambda entry: body_key(_surface(entry)) if entry.type == "ORG" else "")


@cache
def _bare() -> dict[tuple[str, str], Entry]:
    def key(entry: Entry) -> str:
        name = _surface(entry)
        return bare(name) if len(entry.tokens) > 1 and is_vietnamese(name) else ""

    return _unique(key)


@cache
def _entities() -> frozenset[str]:
    given = {entry.entity for entry in gazetteer().entries() if entry.entity}
    return frozenset(given | {row["entity"] for row in read_table("ambiguous_names")})


@cache
def _ambiguous() -> dict[tuple[str, str], tuple[Ambiguous, ...]]:
    found: dict[tuple[str, str], list[Ambiguous]] = {}
    for row in read_table("ambiguous_names"):
        key = (row["type"], " ".join(spelling(row["name"])))
        cues = tuple(form(cue) for cue in values(row["cues"]))
        found.setdefault(key, []).append(Ambiguous(row["where"], cues, row["entity"]))
    return {key: tuple(rows) for key, rows in found.items()}
