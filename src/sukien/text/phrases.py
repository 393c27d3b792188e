"""Phrases of one or more syllables, found at a place in a text, the longest first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Endings(Generic[T]):
    """How phrases with the same two first syllables go on, by how many syllables follow."""

    __slots__ = ("_sizes", "_values")

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._values: dict[tuple[str, ...], T] = {}

    def add(self, rest: tuple[str, ...], value: T) -> None:
        """Puts a phrase in; the first of two that are spelled alike stays."""
        self._values.setdefault(rest, value)
        self._sizes = sorted({*self._sizes, len(rest)}, reverse=True)

    def at(self, words: Sequence[str], index: int) -> tuple[T, int] | None:
        """The meaning of the longest ending at `index`, and the index after it."""
        for size in self._sizes:
            rest = tuple(words[index : index + size]) if size else ()
            value = self._values.get(rest) if len(rest) == size else None
            if value is not None:
                return value, index + size
        return None


class Phrases(Generic[T]):
    """A table of lower-case phrases, each with what it means."""

    __slots__ = ("_lasts", "_long", "_short", "leads")

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._short: dict[str, T] = {}
        self._long: dict[str, dict[str, Endings[T]]] = {}
        lasts: set[str] = set()
        for phrase, value in pairs:
            first, *rest = phrase.split()
            lasts.add(rest[-1] if rest else first)
            if not rest:
                self._short.setdefault(first, value)
            else:
                table = self._long.setdefault(first, {})
                table.setdefault(rest[0], Endings()).add(tuple(rest[1:]), value)
        self._lasts = frozenset(lasts)
        self.leads: Mapping[str, Collection[str]] = self._long
        """The syllables with which a phrase of several begins, each with those that may follow."""

    def at(self, words: Sequence[str], index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at `index`, and the index after it."""
        if not 0 <= index < len(words):
            return None
        word = words[index]
        table = self._long.get(word)
        if table is not None and index + 1 < len(words):
            endings = table.get(words[index + 1])
            if endings is not None and (hit := endings.at(words, index + 2)):
                return hit
        return (self._short[word], index + 1) if word in self._short else None

    def before(self, words: Sequence[str], index: int) -> bool:
        """Whether a phrase of up to three syllables ends just before `index`."""
        if not 0 < index <= len(words) or words[index - 1] not in self._lasts:
            return False
        starts = range(max(0, index - 3), index)
        return any((hit := self.at(words, start)) and hit[1] == index for start in starts)

    def firsts(self) -> frozenset[str]:
        """The syllables with which a phrase begins."""
        return frozenset(self._short) | frozenset(self._long)
