"""Phrases of one or more syllables, found at a place in a text, the longest first."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    """A table of lower-case phrases, each with what it means."""

    __slots__ = ("_table",)

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        table: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in pairs:
            syllables = phrase.split()
            table.setdefault(syllables[0], []).append((syllables, value))
        for rows in table.values():
            rows.sort(key=lambda row: -len(row[0]))
        self._table = table

    def at(self, words: Sequence[str], index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at `index`, and the index after it."""
        if not 0 <= index < len(words):
            return None
        for syllables, value in self._table.get(words[index], ()):
            end = index + len(syllables)
            if len(syllables) == 1 or words[index:end] == syllables:
                return value, end
        return None

    def before(self, words: Sequence[str], index: int) -> bool:
        """Whether a phrase of up to three syllables ends just before `index`."""
        starts = range(max(0, index - 3), index)
        return any((hit := self.at(words, start)) and hit[1] == index for start in starts)

    def firsts(self) -> frozenset[str]:
        """The syllables with which a phrase begins."""
        return frozenset(self._table)
