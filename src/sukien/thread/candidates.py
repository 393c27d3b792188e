"""Which clusters a new one may belong to, without comparing it with all."""

from sukien.thread.rarity import Vector

_TOP = 32  # terms of a vector that are looked up
_LATEST = 160  # clusters that are kept for a term, the latest
_FOUND = 40


class Candidates:
    """An inverted index from the weightiest terms of clusters to the clusters' numbers."""

    def __init__(self) -> None:
        self._clusters: dict[str, dict[int, None]] = {}

    def add(self, number: int, vector: Vector) -> None:
        """Let the cluster be found by the weightiest terms of the vector."""
        for term in top(vector):
            held = self._clusters.setdefault(term, {})
            held.pop(number, None)
            held[number] = None
            if len(held) > _LATEST:
                del held[next(iter(held))]

    def find(self, vector: Vector) -> list[int]:
        """The clusters that share most weight of top terms with the vector, best first."""
        votes: dict[int, float] = {}
        for term in top(vector):
            for number in self._clusters.get(term, ()):
                votes[number] = votes.get(number, 0.0) + vector[term]
        return sorted(votes, key=lambda number: (-votes[number], number))[:_FOUND]


def top(vector: Vector) -> list[str]:
    """The weightiest terms; the vector is in order of weight."""
    return [term for term, _ in zip(vector, range(_TOP), strict=False)]
