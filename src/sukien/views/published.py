"""What a published site lists by letter, for readers without JavaScript."""

from collections.abc import Iterable
from itertools import groupby

import msgspec

from sukien.text.folding import fold

_OTHER = "#"


class IndexName(msgspec.Struct, frozen=True):
    """A story or an entity: its id and what it is called."""

    id: str
    label: str


class IndexLetter(msgspec.Struct, frozen=True):
    """The names that begin with a letter; `#` are those that begin with none."""

    letter: str
    names: tuple[IndexName, ...]


class SiteIndex(msgspec.Struct, frozen=True, kw_only=True):
    """The stories and entities of a site by their first letters.

    `root` leads from the page to the folder of the site, `pages` to that of its language.
    """

    root: str
    pages: str
    stories: tuple[IndexLetter, ...]
    entities: tuple[IndexLetter, ...]


def by_letter(names: Iterable[IndexName]) -> tuple[IndexLetter, ...]:
    """Names under their first letters, without diacritics; other signs come first."""
    ordered = sorted(names, key=lambda one: (_letter(one), fold(one.label), one.label, one.id))
    return tuple(IndexLetter(key, tuple(own)) for key, own in groupby(ordered, key=_letter))


def _letter(name: IndexName) -> str:
    first = fold(name.label.strip())[:1].upper()
    return first if first.isalpha() else _OTHER
