"""What a person typed into the search box, read."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from sukien.text.folding import fold

_TERM = re.compile(r'"([^"]*)"?|“([^”]*)”?|([^\s"“]+)')
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 1000
_MOST_TERMS = 24


class Term(NamedTuple):
    """One word, or the words of a phrase. `exact` when it was typed with diacritics."""

    words: tuple[str, ...]
    exact: bool


def parse(query: str) -> tuple[Term, ...]:
    """The words and quoted phrases of a query, lower-cased; marks and operators mean nothing.

    Only the first 1,000 characters are read, and 24 words and phrases of them.
    """
    terms: list[Term] = []
    for match in _TERM.finditer(unicodedata.normalize("NFC", query[:_LONGEST])):
        words = tuple(_WORD.findall((match[1] or match[2] or match[3] or "").lower()))
        if words:
            terms.append(Term(words, any(fold(word) != word for word in words)))
    return tuple(dict.fromkeys(terms))[:_MOST_TERMS]


def words_of(text: str) -> list[str]:
    """The words of a text, lower-cased, without marks; of a long one those it begins with."""
    return _WORD.findall(unicodedata.normalize("NFC", text[:_LONGEST]).lower())


def occurrences(
    text: str, terms: tuple[Term, ...], start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Where the terms stand from `start` to `end`: spans in order, none inside another."""
    forms = {exact: _aligned(text, str.lower if exact else fold)
             for exact in {term.exact for term in terms}}  # fmt: skip
    stop = len(text) if end is None else end
    found = sorted(
        (match.start(), -match.end())
        for term in terms
        for match in _pattern(term).finditer(forms[term.exact], start, stop)
    )
    kept: list[tuple[int, int]] = []
    for first, last in found:
        if not kept or first >= kept[-1][1]:
            kept.append((first, -last))
    return kept


def _aligned(text: str, change: Callable[[str], str]) -> str:
    """The text in another form, each character still where it was."""
    changed = change(text)
    if len(changed) == len(text):
        return changed
    return "".join(one if len(one := change(c)) == 1 else c for c in text)


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    words = term.words if term.exact else map(fold, term.words)
    phrase = r"[\W_]+".join(map(re.escape, words))
    return re.compile(rf"(?<![^\W_]){phrase}(?![^\W_])")
