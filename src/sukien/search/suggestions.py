"""What to suggest while somebody types: names of a library by the start of any of their words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from sukien.errors import LibraryError
from sukien.search.query import words_of
from sukien.text.folding import fold

KINDS = ("entity", "story", "publisher", "speaker")
_WIDTH = 20
"""Bytes of a form that are compared: what is typed beyond them narrows nothing down."""
_FOLDED_AT_ONCE = 500
_LOOKED_AT = 60
_OF_A_KIND = {"entity": 5, "story": 3, "publisher": 2, "speaker": 2}
_WORDS = 6
Places = npt.NDArray[np.int64]


class Suggestion(msgspec.Struct, frozen=True, array_like=True):
    """A name with what it is: `kind` is entity, story, publisher or speaker, `type` an entity's.

    `count` is the number of its articles; of a speaker, of quotations.
    """

    kind: str
    id: str
    name: str
    count: int
    type: str = ""


class Named(NamedTuple):
    """A suggestion with the forms under which it is found."""

    suggestion: Suggestion
    forms: Sequence[str]


class KeptNames(msgspec.Struct, frozen=True, array_like=True):
    """Suggestions as they are kept: the endings of their forms in order, and whose they are."""

    endings: bytes
    owners: bytes
    counts: bytes
    suggestions: list[Suggestion]


class Suggestions:
    """The names of a library, to be found by how a word of theirs begins."""

    def __init__(self, kept: KeptNames) -> None:
        try:
            self._endings = np.frombuffer(kept.endings, dtype=f"S{_WIDTH}")
            self._owners = np.frombuffer(kept.owners, dtype="<i4")
            self._counts = np.frombuffer(kept.counts, dtype="<i4")
        except ValueError as error:
            raise LibraryError("the library's list of names is damaged: tell it anew") from error
        self._all = kept.suggestions

    def starting(self, typed: str, *, limit: int = 8) -> list[Suggestion]:
        """Names with words that begin as typed, those in most articles first, a few of each kind.

        Typed without diacritics any is found; with them, names that have these come alone.
        """
        words = words_of(typed)[:_WORDS]
        if not words:
            return []
        whole = self._range(" ".join(map(fold, words)))
        found = whole if len(whole) else self._holding(words)
        best = found[np.lexsort((found, -self._counts[found]))]
        exact = [word for word in words if fold(word) != word]
        return list(_of_each_kind(self._written(best, exact)))[:limit]

    def named(self, kind: str, name: str) -> Suggestion | None:
        """The one of that kind and id."""
        return self._by_id.get((kind, name))

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Suggestion]:
        return {(one.kind, one.id): one for one in self._all}

    def _range(self, start: str) -> Places:
        """Whose forms have an ending that begins so."""
        begin = start.encode()[:_WIDTH]
        low = int(np.searchsorted(self._endings, np.bytes_(begin)))
        high = int(np.searchsorted(self._endings, np.bytes_(_after(begin)))) if begin else 0
        return np.unique(self._owners[low:high]).astype(np.int64)

    def _holding(self, words: Sequence[str]) -> Places:
        """Who has words that begin as each of these, in any order."""
        found = self._range(fold(words[0]))
        for word in words[1:]:
            found = np.intersect1d(found, self._range(fold(word)))
        return found

    def _written(self, best: Places, exact: Sequence[str]) -> Iterator[Suggestion]:
        for i in best[: len(best) if exact else _LOOKED_AT]:
            one = self._all[i]
            if all(word in one.name.lower() for word in exact):
                yield one


def suggestions(named: Iterable[Named]) -> KeptNames:
    """The list of names of a library."""
    listed: list[Suggestion] = []
    forms: list[str] = []
    owners: list[int] = []
    for number, one in enumerate(named):
        listed.append(one.suggestion)
        forms += one.forms
        owners += [number] * len(one.forms)
    endings = [(ending, number) for words, number in zip(_folded(forms), owners, strict=True)
               for ending in _endings(words)]  # fmt: skip
    endings.sort()
    return KeptNames(
        np.array([ending for ending, _ in endings], dtype=f"S{_WIDTH}").tobytes(),
        np.array([number for _, number in endings], dtype="<i4").tobytes(),
        np.array([one.count for one in listed], dtype="<i4").tobytes(),
        listed,
    )


def replaced(kept: KeptNames, kind: str, named: Iterable[Named]) -> KeptNames:
    """The same list with other names of one kind."""
    staying = np.array([one.kind != kind for one in kept.suggestions], dtype=np.bool_)
    others = [one for one in kept.suggestions if one.kind != kind]
    new = suggestions(named)
    owners = np.frombuffer(kept.owners, dtype="<i4")
    places = (np.cumsum(staying) - 1).astype("<i4")
    rest = staying[owners]
    forms = (np.frombuffer(kept.endings, dtype=f"S{_WIDTH}")[rest],
             np.frombuffer(new.endings, dtype=f"S{_WIDTH}"))  # fmt: skip
    whose = (places[owners[rest]], np.frombuffer(new.owners, dtype="<i4") + len(others))
    counts = (np.frombuffer(kept.counts, dtype="<i4")[staying],
              np.frombuffer(new.counts, dtype="<i4"))  # fmt: skip
    endings = np.concatenate(forms)
    order = np.argsort(endings, kind="stable")
    return KeptNames(
        endings[order].tobytes(),
        np.concatenate(whose)[order].astype("<i4").tobytes(),
        np.concatenate(counts).tobytes(),
        [*others, *new.suggestions],
    )


def _folded(forms: Sequence[str]) -> Iterator[list[bytes]]:
    """The words of each form, folded many forms at once."""
    for start in range(0, len(forms), _FOLDED_AT_ONCE):
        lines = [" ".join(words_of(one)) for one in forms[start : start + _FOLDED_AT_ONCE]]
        for line in fold("\n".join(lines)).split("\n"):
            yield line.encode().split()


def _endings(words: Sequence[bytes]) -> set[bytes]:
    return {b" ".join(words[i : i + _WORDS])[:_WIDTH] for i in range(len(words))}


def _after(begin: bytes) -> bytes:
    """The first bytes behind all that begin so."""
    return begin + b"\xff" if len(begin) < _WIDTH else begin[:-1] + bytes([min(begin[-1] + 1, 255)])


def _of_each_kind(ordered: Iterable[Suggestion]) -> Iterator[Suggestion]:
    left = dict(_OF_A_KIND)
    for one in ordered:
        if left[one.kind]:
            left[one.kind] -= 1
            yield one
