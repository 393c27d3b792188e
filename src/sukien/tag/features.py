"""Syllables and words as hashed features: arrays for a whole batch, no loop over syllables.

Every distinct token is looked at once (its form, shape, first and last letters become 64-bit
hashes); a feature is a template of such columns, shifted and mixed. The hash is the same on every
machine and in every run. Hashing of features after Weinberger et al., *Feature hashing for large
scale multitask learning* (ICML 2009).
"""

import functools
import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.text.syllables import canonical, is_syllable

Hashes = npt.NDArray[np.uint64]
Columns = dict[str, Hashes]

PAD = ""
HALO = 2
"""How many rows a template may look to either side."""

_ATTRIBUTES = ("form", "shape", "head", "tail", "flags")
MARK, HYPHEN, NATIVE, NUMBER, SMALL, POINT, LOUD, CAPITAL, JOINT = (1 << bit for bit in range(9))
"""The bits of the column `flags`."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(32)
POWERS = np.array(
    [pow(int(_MULTIPLIER), place, 1 << 64) for place in range(1, 65)], dtype=np.uint64
)
"""What the forms of a word's first, second, third ... syllable are multiplied with."""
_HYPHENS = ("-", "‐", "‑")
_POINTS = (".", ",", ":", ";")
_JOINTS = ("&", "-", ".", "–", "/", "'", "’")
_DIGIT = re.compile(r"\d")


class Term(NamedTuple):
    """One column of a template, `shift` rows away."""

    column: str
    shift: int


Template = tuple[Term, ...]


def template(text: str) -> Template:
    """The template that `text` writes: `form-1 form shape+1` mixes three columns."""
    parts = (re.fullmatch(r"([a-z_]+)([+-]\d)?", word) for word in text.split())
    return tuple(Term(part[1], int(part[2] or 0)) for part in parts if part)


def stable_hash(text: str) -> int:
    """A 64-bit hash of a text that never changes between runs, machines or versions."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def shape(token: str) -> str:
    """The look of a token: case, digits, and whether it can be a Vietnamese syllable."""
    if not token.isalpha():
        return _figure(token)
    if len(token) == 1 and token.isupper():
        return "S"
    return _case(token) + ("v" if is_syllable(token) else "x")


def _figure(token: str) -> str:
    if not token[:1].isdigit():
        return "a0" if token.isalnum() else token[:1]
    if token.isdigit():
        return f"0{min(len(token), 5)}"
    return "0a" if token.isalnum() else "0."


def _case(token: str) -> str:
    if token.islower():
        return "l"
    if token.isupper():
        return "U"
    return "T" if token[0].isupper() and token[1:].islower() else "M"


@functools.lru_cache(maxsize=1 << 17)
def _attributes(token: str) -> tuple[int, ...]:
    form = _form(token)
    texts = (form, shape(token) if token else "#", form[:2], form[-2:])
    named = zip(_ATTRIBUTES, texts, strict=False)
    return *(stable_hash(f"{name}={text}") for name, text in named), _flags(token)


def _form(token: str) -> str:
    return _DIGIT.sub("0", canonical(token)[:40])


@functools.lru_cache(maxsize=1 << 15)
def form_hash(token: str) -> int:
    """What `encode` puts into the column `form` for a token."""
    return stable_hash(f"form={_form(token)}")


def _flags(token: str) -> int:
    return (
        MARK * (not token[:1].isalnum())
        | HYPHEN * (token in _HYPHENS)
        | POINT * (token in _POINTS)
        | LOUD * (len(token) > 1 and token.isalpha() and token.isupper())
        | NATIVE * (len(token) > 1 and is_syllable(token))
        | NUMBER * token[:1].isdigit()
        | SMALL * token[:1].islower()
        | CAPITAL * (token[:1].isalpha() and token[:1].isupper())
        | JOINT * (token in _JOINTS)
    )


def encode(tokens: Sequence[str]) -> Columns:
    """The columns of a row of tokens: hashes, and `flags` as bits. PAD stands between sentences."""
    numbers = {token: number for number, token in enumerate(dict.fromkeys(tokens))}
    known = np.array([_attributes(token) for token in numbers], dtype=np.uint64).reshape(
        -1, len(_ATTRIBUTES)
    )
    rows = np.fromiter(map(numbers.__getitem__, tokens), np.int64, len(tokens))
    return {name: known[:, i].take(rows) for i, name in enumerate(_ATTRIBUTES)}


def lowered(columns: Columns, rows: npt.NDArray[np.bool_]) -> Columns:
    """The columns with the shapes of some rows as if they were not set in capitals."""
    shapes = columns["shape"].copy()
    for loud, small in _SHAPES_LOWERED:
        shapes[rows & (shapes == loud)] = small
    return {**columns, "shape": shapes}


def mix(one: Hashes, other: Hashes) -> Hashes:
    """Two columns of hashes as one; the order of the two counts."""
    mixed: Hashes = (one ^ (one >> _SHIFT)) * _MULTIPLIER + other
    mixed ^= mixed >> _SHIFT
    mixed *= _MULTIPLIER
    return mixed


def indices(
    columns: Columns, templates: Sequence[Template], bits: int, start: int, stop: int
) -> Iterator[npt.NDArray[np.int64]]:
    """For each template the row of a table of 2**bits rows, for the rows `start` to `stop`.

    There must be HALO rows before `start` and after `stop`.
    """
    down = np.uint64(64 - bits)
    for number, terms in enumerate(templates):
        hashed = np.full(stop - start, number + 1, dtype=np.uint64)
        for column, shift in terms:
            hashed = mix(hashed, columns[column][start + shift : stop + shift])
        yield (hashed >> down).astype(np.int64)


def rows_at(
    columns: Columns, templates: Sequence[Template], bits: int, places: npt.NDArray[np.intp]
) -> Iterator[npt.NDArray[np.int64]]:
    """What `indices` gives, for chosen rows; none of them is one of the HALO at the ends."""
    down = np.uint64(64 - bits)
    taken: dict[Term, Hashes] = {}
    for number, terms in enumerate(templates):
        hashed = np.full(len(places), number + 1, dtype=np.uint64)
        for term in terms:
            if term not in taken:
                taken[term] = columns[term.column].take(places + term.shift)
            hashed = mix(hashed, taken[term])
        yield (hashed >> down).astype(np.int64)


_SHAPES_LOWERED = [(stable_hash(f"shape=U{kind}"), stable_hash(f"shape=l{kind}")) for kind in "vx"]


def sequence_hash(forms: Hashes, starts: npt.NDArray[np.intp], size: int) -> Hashes:
    """The form of the words of `size` syllables at the rows `starts`, as word_columns gives it."""
    parts = (forms[starts + place] * POWERS[place] for place in range(size))
    return functools.reduce(np.add, parts)


def word_columns(columns: Columns, starts: npt.NDArray[np.intp]) -> Columns:
    """The columns of words from those of syllables; `starts` are the rows that start a word.

    `first` and `last` are the forms of a word's first and last syllable, `size` its number of
    syllables, at most four.
    """
    rows = len(columns["form"])
    sizes = np.diff(starts, append=rows)
    places = np.minimum(np.arange(rows) - np.repeat(starts, sizes), len(POWERS) - 1)
    ends = starts + sizes - 1
    return {
        "form": np.add.reduceat(columns["form"] * POWERS[places], starts),
        "first": columns["form"][starts],
        "last": columns["form"][ends],
        "shape": mix(columns["shape"][starts], columns["shape"][ends]),
        "size": np.minimum(sizes, 4).astype(np.uint64),
        "head": columns["head"][starts],
        "tail": columns["tail"][ends],
    }
