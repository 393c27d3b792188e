"""What a person typed into the search box, read."""

import re
from typing import NamedTuple

from sukien.text.folding import fold
from sukien.text.tokens import tokenize

_TERM = re.compile(r'"([^"]*)"?|“([^”]*)”?|([^\s"“]+)')
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 1000


class Term(NamedTuple):
    """One word, or the words of a phrase. `exact` when it was typed with diacritics."""

    words: tuple[str, ...]
    exact: bool


def parse(query: str) -> tuple[Term, ...]:
    """The words and quoted phrases of a query, lower-cased; marks and operators mean nothing.

    Only the first 1,000 characters are read.
    """
    terms: list[Term] = []
    for match in _TERM.finditer(query[:_LONGEST]):
        quoted = match.group(1) or match.group(2)
        stretches = [quoted] if quoted else [match.group(3) or ""]
        for stretch in stretches:
            words = tuple(_WORD.findall(stretch.lower()))
            if words:
                terms.append(Term(words, any(fold(word) != word for word in words)))
    return tuple(dict.fromkeys(terms))


def occurrences(text: str, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Where the terms stand in `text`: half-open character spans, in order, none inside another."""
    tokens = [token for token in tokenize(text) if _WORD.match(token.text)]
    plain = [fold(token.text) for token in tokens]
    typed = [token.text.lower() for token in tokens]
    wanted = [(typed if term.exact else plain, _form(term)) for term in terms]
    found: list[tuple[int, int]] = []
    for i in range(len(tokens)):
        for words, form in wanted:
            if words[i : i + len(form)] == form:
                found.append((tokens[i].start, tokens[i + len(form) - 1].end))
                break
    return found


def _form(term: Term) -> list[str]:
    return list(term.words) if term.exact else [fold(word) for word in term.words]
