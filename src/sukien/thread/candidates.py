"""Which groups a new one may belong to, without comparing it with all."""

from collections.abc import Iterable, Mapping

_LATEST = 80  # groups that are kept for a term, the latest


class Candidates:
    """An inverted index from the weightiest terms of groups to the groups' numbers."""

    def __init__(self, found: int) -> None:
        self._groups: dict[str, dict[int, None]] = {}
        self._terms: dict[int, set[str]] = {}
        self._found = found

    def add(self, number: int, terms: Iterable[str]) -> None:
        """Let the group be found by these terms too."""
        held = self._terms.setdefault(number, set())
        for term in terms:
            groups = self._groups.setdefault(term, {})
            groups.pop(number, None)
            groups[number] = None
            held.add(term)
            if len(groups) > _LATEST:
                oldest = next(iter(groups))
                del groups[oldest]
                self._terms[oldest].discard(term)

    def remove(self, number: int) -> None:
        """Let the group be found no more."""
        for term in self._terms.pop(number, ()):
            groups = self._groups[term]
            del groups[number]
            if not groups:
                del self._groups[term]

    def move(self, number: int, home: int) -> None:
        """Let what found one group find the other."""
        terms = sorted(self._terms.get(number, ()))
        self.remove(number)
        self.add(home, terms)

    def find(self, weights: Mapping[str, float]) -> list[int]:
        """The groups that share most weight of terms, best first."""
        votes: dict[int, float] = {}
        for term, weight in weights.items():
            for number in self._groups.get(term, ()):
                votes[number] = votes.get(number, 0.0) + weight
        ranked = sorted(votes.items(), key=lambda row: (-row[1], row[0]))
        return [number for number, _ in ranked[: self._found]]
