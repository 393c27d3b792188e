"""Articles that are nearly the same text: one wire in two papers, a page that was read twice.

Found as they come: an article is compared only with the first of those groups that share a whole
band of its signature (locality-sensitive hashing: Leskovec, Rajaraman, Ullman, *Mining of Massive
Datasets*, ch. 3).
"""

from collections.abc import Iterable, Sequence

from sukien.thread.signatures import alike, bands

ALIKE = 0.4  # share of shingles, estimated


class Copies:
    """Groups of near-identical texts, each known by its first article."""

    def __init__(self, state: Iterable[tuple[str, bytes, list[str]]] = ()) -> None:
        self._first: list[tuple[str, bytes]] = []
        self._bands: dict[int, int] = {}
        self.groups: list[list[str]] = []
        for first, signature, group in state:
            self._open(first, signature)
            self.groups[-1] = list(group)

    def state(self) -> list[tuple[str, bytes, list[str]]]:
        """The first article of each group, its signature, and all of the group."""
        return [(*first, group) for first, group in zip(self._first, self.groups, strict=True)]

    def add(self, name: str, signature: bytes) -> tuple[str, float] | None:
        """Take an article in; what it is a copy of and how nearly, None when it is none."""
        if not signature:
            return None
        keys = bands(signature)
        for number in dict.fromkeys(self._bands[key] for key in keys if key in self._bands):
            first, other = self._first[number]
            shared = alike(signature, other)
            if shared >= ALIKE:
                self.groups[number].append(name)
                return first, shared
        self._open(name, signature)
        return None

    def _open(self, name: str, signature: bytes) -> None:
        number = len(self.groups)
        self.groups.append([name])
        self._first.append((name, signature))
        for key in bands(signature):
            self._bands.setdefault(key, number)


def copies(signatures: Sequence[bytes]) -> list[tuple[int, ...]]:
    """Groups of places of near-identical texts, of two or more, the first ones first."""
    found = Copies()
    for place, signature in enumerate(signatures):
        found.add(str(place), signature)
    return [tuple(map(int, group)) for group in found.groups if len(group) > 1]
