"""Phrases of one or more syllables, found at a place in a text, the longest first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    """A table of lower-case phrases, each with what it means."""

    __slots__ = ("_long", "_short", "leads")

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._short: dict[str, T] = {}
        self._long: dict[str, dict[str, list[tuple[list[str], T]]]] = {}
        for phrase, value in pairs:
            first, *rest = phrase.split()
            if not rest:
                self._short.setdefault(first, value)
            else:
                rows = self._long.setdefault(first, {}).setdefault(rest[0], [])
                rows.append((rest[1:], value))
        self.leads: Mapping[str, Collection[str]] = self._long
        """The syllables with which a phrase of several begins, each with those that may follow."""
        for table in self._long.values():
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))

    def at(self, words: Sequence[str], index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at `index`, and the index after it."""
        if not 0 <= index < len(words):
            return None
        word = words[index]
        table = self._long.get(word)
        if table is not None and index + 1 < len(words):
            for rest, value in table.get(words[index + 1], ()):
                end = index + 2 + len(rest)
                if not rest or words[index + 2 : end] == rest:
                    return value, end
        return (self._short[word], index + 1) if word in self._short else None

    def before(self, words: Sequence[str], index: int) -> bool:
        """Whether a phrase of up to three syllables ends just before `index`."""
        starts = range(max(0, index - 3), index)
        return any((hit := self.at(words, start)) and hit[1] == index for start in starts)

    def firsts(self) -> frozenset[str]:
        """The syllables with which a phrase begins."""
        return frozenset(self._short) | frozenset(self._long)
