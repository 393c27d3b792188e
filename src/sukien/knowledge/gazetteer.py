"""Names of places, bodies, people and things: what the tables know, found by their tokens."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values
from sukien.text.syllables import canonical, is_syllable
from sukien.text.tokens import pieces

_FUZZY_LENGTH = 7
_FUZZY_TWO = 11


class Entry(NamedTuple):
    """A name of the tables: its tokens as written, its type and its entity.

    A `weak` entry is a name only where something else speaks for it: a common syllable, a small
    place, a foreign city that may be somebody's surname.
    """

    tokens: tuple[str, ...]
    type: str
    entity: str | None
    weak: bool = False


class Gazetteer:
    """All entries, of two that are written alike the first."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._entries: list[Entry] = []
        self._by_name: dict[tuple[str, ...], Entry] = {}
        self._long: dict[tuple[str, int], list[Entry]] = {}
        for entry in entries:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        forms = tuple(canonical(token) for token in entry.tokens)
        known = self._by_name.setdefault(forms, entry)
        if known is not entry and known.tokens == entry.tokens:
            return
        self._entries.append(entry)
        if not all(is_syllable(token) for token in entry.tokens):
            key = (entry.tokens[0][0], len(entry.tokens))
            self._long.setdefault(key, []).append(entry)

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the tables."""
        return iter(self._entries)

    def named(self, surface: str) -> Entry | None:
        """The entry of exactly that name, whatever its capitals."""
        return self._by_name.get(tuple(canonical(token) for token in pieces(surface)))

    def by_name(self) -> Mapping[tuple[str, ...], Entry]:
        """Every entry by its tokens in canonical form."""
        return self._by_name

    def nearest(self, tokens: Sequence[str]) -> Entry | None:
        """The one entry of a long foreign name that differs by a letter or two from these tokens.

        None when no entry is that near, or two are equally near.
        """
        word = " ".join(tokens)
        if len(word) < _FUZZY_LENGTH:
            return None
        limit = 1 if len(word) < _FUZZY_TWO else 2
        best: list[Entry] = []
        for entry in self._long.get((tokens[0][:1], len(tokens)), ()):
            distance = edits(word, " ".join(entry.tokens), limit)
            if distance < limit or (distance == limit and not best):
                best = [entry] if distance < limit else [*best, entry]
                limit = min(limit, distance)
            elif distance == limit:
                best.append(entry)
        return best[0] if len({entry.entity for entry in best}) == 1 else None


def edits(one: str, other: str, limit: int) -> int:
    """Edits between two strings (optimal string alignment), or more than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        rows.append(row)
    return rows[-1][-1]


@cache
def gazetteer() -> Gazetteer:
    """Every name of the tables; the first table that has a name wins."""
    return Gazetteer(_entries())


def _entries() -> Iterator[Entry]:
    for table, kind in (("places", "LOC"), ("bodies", "ORG"), ("people", "PER"), ("works", "MISC")):
        for row in read_table(table):
            for name in values(row["names"]):
                if kind != "PER" or not _titled(name):
                    yield _entry(name, kind, row.get("entity"), weak=bool(row.get("careful")))
    yield from _countries()
    for row in read_table("agencies"):
        for name in (row["name"], *values(row["aliases"])):
            common = all(is_syllable(part) for part in name.split())
            yield _entry(name, "ORG", row["entity"], weak=common)
    for row in read_table("short_countries"):
        yield _entry(row["name"], "LOC", f"country:{row['alpha2']}", weak=True)
    for row in read_table("districts"):
        yield _entry(row["name"], "LOC", f"region:{row['name']}", weak=True)
    for row in read_table("world_cities"):
        yield _entry(row["name"], "LOC", f"city:{row['name']}", weak=True)


@cache
def _titles() -> tuple[str, ...]:
    rows = read_table("cue_words")
    return tuple(f"{row['phrase'].lower()} " for row in rows if row["kind"] == "person")


def _titled(name: str) -> bool:
    """Whether a person's name is given with a title, which no name holds."""
    return name.lower().startswith(_titles())


def _countries() -> Iterator[Entry]:
    for row in read_table("country_variants"):
        for name in values(row["names"]):
            yield _entry(name, "LOC", f"country:{row['alpha2']}")
    for row in read_table("countries"):
        for name in dict.fromkeys((row["vietnamese"], row["english"])):
            yield _entry(name, "LOC", f"country:{row['alpha2']}")


def _entry(name: str, kind: str, entity: str | None, *, weak: bool = False) -> Entry:
    return Entry(tuple(pieces(name)), kind, entity, weak)


@cache
def capital_shares() -> dict[str, int]:
    """Canonical syllables and the share, in per cent, of their occurrences with a capital."""
    return {row["syllable"]: int(row["share"]) for row in read_table("capitals")}


@cache
def surnames() -> frozenset[str]:
    """Vietnamese family names in canonical form."""
    return frozenset(canonical(row["surname"]) for row in read_table("family_names"))


@cache
def alpha3() -> dict[str, str]:
    """ISO 3166 alpha-2 codes and the alpha-3 codes of the same countries."""
    return {row["alpha2"]: row["alpha3"] for row in read_table("countries")}
