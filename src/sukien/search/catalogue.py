"""A library's articles and quotations by what can be chosen of them, as arrays.

Made when stories are told, kept in the library, read once a process. Choices are numbers into
lists of names; -1 is none. The arrays of articles have one row more than there are articles, of
nothing: an article that came since stands there.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from sukien.errors import LibraryError
from sukien.search.base import NUMBERED, Keys

Numbers = npt.NDArray[np.int32]
NONE = -1


class Listed(NamedTuple):
    """An article as a catalogue is made of it. `day` is an ordinal, `entities` are merged ids."""

    key: int
    id: str
    day: int | None
    publisher: str | None
    story: str | None
    section: str | None
    entities: Sequence[str]


class Spoken(NamedTuple):
    """A quotation as a catalogue is made of it; `speaker` is an entity or a name as written."""

    key: int
    speaker: str


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A catalogue as it is kept: arrays as bytes, lists of names."""

    numbers: dict[str, bytes]
    names: dict[str, list[str]]


class Catalogue:
    """What can be chosen of each article and quotation.

    `keys` are the articles' keys, in order; `day`, `publisher`, `story`, `section` one number an
    article; `entity` the numbers of all articles, `entity_at` where each article's begin. `quotes`
    are quotations' keys, in order, and `speaker` one number each.
    """

    def __init__(self, kept: Kept) -> None:
        self.keys: Keys = _array(kept, "keys", np.int64)
        self.quotes: Keys = _array(kept, "quotes", np.int64)
        self.day = _array(kept, "day", np.int32)
        self.publisher = _array(kept, "publisher", np.int32)
        self.story = _array(kept, "story", np.int32)
        self.section = _array(kept, "section", np.int32)
        self.entity = _array(kept, "entity", np.int32)
        self.entity_at = _array(kept, "entity_at", np.int64)
        self.speaker = _array(kept, "speaker", np.int32)
        self._story_keys: Keys = _array(kept, "story_keys", np.int64)
        self.ids = kept.names["ids"]
        self.names = kept.names
        self._numbers: dict[str, dict[str, int]] = {}

    def rows(self, keys: Keys) -> Keys:
        """The row of each article's key; the last one for a key that is not listed."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, len(self.keys))

    def number(self, what: str, name: str) -> int:
        """The number of a name, -1 where the library has none such."""
        if what not in self._numbers:
            self._numbers[what] = {one: i for i, one in enumerate(self.names[what])}
        return self._numbers[what].get(name, NONE)

    @cached_property
    def quote_rows(self) -> Keys:
        """The article's row of each quotation."""
        return self.rows(self.quotes >> NUMBERED)

    @property
    def entities(self) -> tuple[Keys, Numbers]:
        """Where each row's entities begin (and the last one's end), and their numbers."""
        return self.entity_at, self.entity

    def counts(self, what: str) -> Keys:
        """How many articles each story or publisher has, how many quotations each speaker."""
        numbers: Numbers = getattr(self, what)
        return np.bincount(numbers[numbers >= 0], minlength=len(self.names[what]))

    def quote_places(self, keys: Keys) -> Keys:
        """Where each quotation's key stands in `quotes`; -1 for one that is not listed."""
        if not len(self.quotes):
            return np.full(len(keys), NONE)
        at = np.minimum(np.searchsorted(self.quotes, keys), len(self.quotes) - 1)
        return np.where(self.quotes[at] == keys, at, NONE)

    def story_places(self, keys: Keys) -> Keys:
        """The number of each story by its key in the index; -1 for one that is not listed."""
        if not len(self._story_keys):
            return np.full(len(keys), NONE)
        order = self._story_order
        at = np.minimum(np.searchsorted(self._story_keys[order], keys), len(order) - 1)
        return np.where(self._story_keys[order[at]] == keys, order[at], NONE)

    @cached_property
    def _story_order(self) -> Keys:
        return np.argsort(self._story_keys, kind="stable")

    @cached_property
    def speakers(self) -> tuple[Keys, Keys]:
        """Where each row's speakers begin, and their numbers, once each."""
        many = max(1, len(self.names["speaker"]))
        said = self.speaker >= 0
        pairs = np.unique(self.quote_rows[said] * many + self.speaker[said])
        starts = np.searchsorted(pairs // many, np.arange(len(self.day) + 1))
        return starts, pairs % many


def catalogue(
    articles: Iterable[Listed], spoken: Iterable[Spoken], stories: Mapping[str, int]
) -> Kept:
    """The catalogue of a library's articles and quotations, both in order of their keys.

    `stories` are the keys of the stories in the index, by their ids.
    """
    names = {kind: _Numbering() for kind in ("publisher", "story", "section", "entity", "speaker")}
    columns: dict[str, list[int]] = {kind: [] for kind in ("keys", "day", *names)}
    ids: list[str] = []
    at = [0]
    for one in articles:
        ids.append(one.id)
        columns["keys"].append(one.key)
        columns["day"].append(NONE if one.day is None else one.day)
        for kind in ("publisher", "story", "section"):
            columns[kind].append(names[kind].of(getattr(one, kind)))
        columns["entity"] += [names["entity"].of(entity) for entity in one.entities]
        at.append(len(columns["entity"]))
    for kind in ("day", "publisher", "story", "section"):
        columns[kind].append(NONE)
    quotes = list(spoken)
    columns["speaker"] = [names["speaker"].of(one.speaker) for one in quotes]
    numbers = {kind: np.array(column, dtype=np.int32) for kind, column in columns.items()}
    wide = {
        "keys": columns["keys"],
        "entity_at": [*at, at[-1]],
        "quotes": [one.key for one in quotes],
        "story_keys": [stories.get(one, NONE) for one in names["story"].numbers],
    }
    return Kept(
        {**_bytes(numbers), **_bytes({k: np.array(v, dtype=np.int64) for k, v in wide.items()})},
        {"ids": ids, **{kind: list(one.numbers) for kind, one in names.items()}},
    )


def with_stories(kept: Kept, homes: Mapping[str, str], stories: Mapping[str, int]) -> Kept:
    """The same catalogue after articles went to other stories, each given by its article's id."""
    numbering = _Numbering()
    numbers = [*(numbering.of(homes.get(name)) for name in kept.names["ids"]), NONE]
    keys = [stories.get(one, NONE) for one in numbering.numbers]
    columns: dict[str, npt.NDArray[Any]] = {
        "story": np.array(numbers, dtype=np.int32),
        "story_keys": np.array(keys, dtype=np.int64),
    }
    return Kept(kept.numbers | _bytes(columns), kept.names | {"story": list(numbering.numbers)})


class _Numbering:
    """Numbers for names, in the order in which they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, name: str | None) -> int:
        """The name's number; -1 for none."""
        return self.numbers.setdefault(name, len(self.numbers)) if name else NONE


def _bytes(arrays: Mapping[str, npt.NDArray[Any]]) -> dict[str, bytes]:
    return {name: array.astype(array.dtype.newbyteorder("<")).tobytes()
            for name, array in arrays.items()}  # fmt: skip


def _array(kept: Kept, name: str, kind: type[np.signedinteger[Any]]) -> npt.NDArray[Any]:
    try:
        return np.frombuffer(kept.numbers[name], dtype=np.dtype(kind).newbyteorder("<"))
    except (KeyError, ValueError) as error:
        raise LibraryError(f"the library's catalogue is damaged ({name}): tell it anew") from error
