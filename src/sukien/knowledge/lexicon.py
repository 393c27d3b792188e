"""Well-known names of the press with their types: sport, business, culture, the world.

The lexicon only says what a name can be; what it is in a text, the words around it decide.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values
from sukien.text.syllables import canonical
from sukien.text.tokens import pieces

TABLES = ("names_sport", "names_world", "names_business", "names_culture")


class Known(NamedTuple):
    """A well-known name: its tokens as written, its type, and the fullest form of the same name."""

    tokens: tuple[str, ...]
    type: str
    fullest: str


@cache
def lexicon() -> tuple[Known, ...]:
    """Every spelling of every name, in the order of the tables."""
    return tuple(_known())


def fullest(kind: str, surface: str) -> str | None:
    """The fullest form of a well-known name of a type; None when it is not known, or of several."""
    return _forms().get((kind, tuple(canonical(token) for token in pieces(surface))))


@cache
def _forms() -> dict[tuple[str, tuple[str, ...]], str]:
    found: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for known in lexicon():
        form = tuple(canonical(token) for token in known.tokens)
        found.setdefault((known.type, form), set()).add(known.fullest)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def _known() -> Iterator[Known]:
    for table in TABLES:
        for row in read_table(table):
            names = values(row["names"])
            for name in names:
                yield Known(tuple(pieces(name)), row["type"], names[0])
