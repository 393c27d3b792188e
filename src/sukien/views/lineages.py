"""Where the articles of a story come from: sources, the articles under each, copies under those."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from sukien.model import Lineage, Origin
from sukien.store import Card

_SHOWN = 12


class OriginLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article under its origin, and why it goes back to it; `original` is what it copies.

    `words` are the characters of the article that show its origin, where some do.
    """

    card: Card
    lineage: Lineage
    original: Card | None = None
    words: str = ""


class Descent(NamedTuple):
    """An article with those that copy it: the first of them, and how many more."""

    line: OriginLine
    copies: tuple[OriginLine, ...]
    left: int


class OriginTable(msgspec.Struct, frozen=True, kw_only=True):
    """An independent source of a story with the articles that go back to it."""

    origin: Origin
    articles: tuple[OriginLine, ...]

    @property
    def shown(self) -> tuple[OriginLine, ...]:
        """The first of the articles."""
        return self.articles[:_SHOWN]

    @property
    def descents(self) -> tuple[Descent, ...]:
        """The first articles that copy none of these, each with its copies, in their order."""
        ids = {line.card.id for line in self.articles}
        copies: dict[str, list[OriginLine]] = {}
        firsts: list[OriginLine] = []
        for line in self.articles:
            original = line.lineage.copy_of
            if original is not None and original in ids and original != line.card.id:
                copies.setdefault(original, []).append(line)
            else:
                firsts.append(line)
        return tuple(_descent(line, copies) for line in firsts[:_SHOWN])

    @property
    def left(self) -> int:
        """How many of the articles that copy none of these are not shown."""
        told = sum(1 + len(one.copies) + one.left for one in self.descents)
        return len(self.articles) - told


def _descent(line: OriginLine, copies: Mapping[str, Sequence[OriginLine]]) -> Descent:
    """Copies of copies stand under the first of them."""
    found: list[OriginLine] = []
    waiting, seen = [line.card.id], {line.card.id}
    while waiting:
        for one in copies.get(waiting.pop(0), ()):
            if one.card.id not in seen:
                seen.add(one.card.id)
                waiting.append(one.card.id)
                found.append(one)
    return Descent(line, tuple(found[:_SHOWN]), len(found[_SHOWN:]))
