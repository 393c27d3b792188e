"""Where words must start, or must not, whatever the model says: marks, hyphens, countries."""

import functools
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.knowledge.countries import country_names
from sukien.tag.features import (
    HYPHEN,
    MARK,
    NATIVE,
    NUMBER,
    POINT,
    SMALL,
    Columns,
    Hashes,
    encode,
    sequence_hash,
)
from sukien.text.tokens import tokenize

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]

LONGEST_COUNTRY = 4

_FIRST = np.zeros(1, np.intp)


def settle(begins: Flags, columns: Columns) -> Flags:
    """The starts of words that the model found, with those that are certain put right."""
    settled = begins.copy()
    hyphens = _hyphens(columns)
    settled[hyphens] = settled[hyphens + 1] = False
    settled |= _apart(columns)
    settled[_beside_countries(settled, columns)] = True
    return settled


def _apart(columns: Columns) -> Flags:
    """Marks that are words of their own: with space around them, or a point after a plain word."""
    flags, spaced = columns["flags"], columns["glued"] == 0
    marks = flags & MARK > 0
    plain = (flags & NUMBER > 0) | (flags & (NATIVE | SMALL) == NATIVE | SMALL)
    apart: Flags = spaced & marks
    apart[1:] |= (spaced[1:] & marks[:-1]) | ((flags[1:] & POINT > 0) & plain[:-1])
    return apart


def _hyphens(columns: Columns) -> Rows:
    """The hyphens inside a word: in `Covid-19`, `Su-30` and `Hang-seo`, not in `Việt-Mỹ`."""
    flags, glued = columns["flags"], columns["glued"] > 0
    rows = np.flatnonzero((flags & HYPHEN > 0) & glued)
    before, after = flags[rows - 1], flags[rows + 1]
    letters = (before & MARK == 0) & (after & MARK == 0) & glued[rows + 1]
    foreign = (before & (NATIVE | NUMBER) == 0) | (after & (NATIVE | NUMBER) == 0)
    capital = (before & (SMALL | NUMBER) == 0) & (after & (SMALL | NUMBER) > 0)
    inside: Rows = rows[letters & (foreign | capital)]
    return inside


def _beside_countries(begins: Flags, columns: Columns) -> Rows:
    """The rows of foreign names inside a word that do not belong to what stands before them.

    They follow a country (`Mỹ Biden`, `Hàn Quốc Yoon`), or are one after Vietnamese syllables
    (`Tây Phi Niger`).
    """
    flags, forms = columns["flags"], columns["form"]
    rows = np.flatnonzero(~begins & (flags & (MARK | NATIVE | NUMBER | SMALL) == 0))
    known = _countries()
    found = np.isin(forms[rows], known.foreign) & (flags[rows - 1] & NATIVE > 0)
    for size in range(1, LONGEST_COUNTRY + 1):
        starts = np.maximum(rows - size, 0)
        before = np.isin(sequence_hash(forms, starts, size), known.native)
        found |= before & (flags[starts] & SMALL == 0)
    beside: Rows = rows[found]
    return beside


class Countries(NamedTuple):
    """Hashes of names of countries: of Vietnamese syllables, and of one foreign token."""

    native: Hashes
    foreign: Hashes


@functools.cache
def _countries() -> Countries:
    native, foreign = [], []
    for name in country_names():
        columns = encode([token.text for token in tokenize(name)])
        if np.all(columns["flags"] & NATIVE > 0) and len(columns["form"]) <= LONGEST_COUNTRY:
            native.append(sequence_hash(columns["form"], _FIRST, len(columns["form"])))
        elif len(columns["form"]) == 1:
            foreign.append(columns["form"])
    return Countries(np.concatenate(native), np.concatenate(foreign))
