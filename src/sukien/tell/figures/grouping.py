"""Which statements belong together: pairs that share a key are weighed, the surest joined first.

A story can have thousands of statements, so none is compared with all: only those that share a key
(kind and value; kind, head and happening; kind and a rare word) are, and of a key with many only
the latest. Groups are joined while the pairs between them speak for it on average.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sukien.tell.figures.clues import Weighed, clues, score
from sukien.tell.figures.worth import is_chance

_LATEST = {"value": 24, "what": 24, "word": 8, "size": 8, "kind": 8}
"""With how many of the latest statements of a key a new one is compared."""
_REPEATED = 6
"""Statements of one value, noun and happening after which a new one meets those alone."""
_TELLING = 4
"""Words of a statement by which it is found again."""
_SIZE = math.log(1.2)
"""Numbers that differ by less than this factor may be one rounded."""
_UNSURE = -3.0
"""Pairs below are not remembered: they count as this much against joining two groups."""
_ENOUGH = -0.75
_CHANCE = 2.0

Pairs = dict[tuple[int, int], float]
Key = tuple[str, str, str, str]


def candidates(found: Sequence[Weighed]) -> Iterator[tuple[int, int]]:
    """Pairs of statements of different articles that share a key, each once, in order."""
    latest: dict[Key, list[int]] = defaultdict(list)
    repeated: Counter[tuple[str, ...]] = Counter()
    for number, one in enumerate(found):
        statement = one.statement
        told = (statement.kind, f"{statement.value}", statement.head, statement.happening)
        repeated[told] += 1
        near: set[int] = set()
        for key in _keys(one):
            near.update(latest[key][-_LATEST[key[0]] :])
            latest[key].append(number)
            if repeated[told] > _REPEATED:
                break
        article = statement.article
        yield from ((other, number) for other in sorted(near) if _article(found, other) != article)


def _article(found: Sequence[Weighed], number: int) -> str:
    return found[number].statement.article


def _keys(one: Weighed) -> Iterator[Key]:
    statement = one.statement
    kind = statement.kind
    yield "value", kind, f"{statement.value}", ""
    if kind == "count":
        yield "what", kind, statement.family or statement.head, statement.happening
    else:
        yield "what", kind, statement.happening, statement.rate
    if statement.value > 0:
        size = math.floor(math.log(statement.value) / _SIZE)
        yield "size", kind, f"{size}", ""
        yield "size", kind, f"{size + 1}", ""
    yield "kind", kind, "", ""
    telling = sorted(one.vector, key=lambda word: (-one.vector[word], word))[:_TELLING]
    for word in telling:
        yield "word", kind, word, ""


def weights(found: Sequence[Weighed], pairs: Iterable[tuple[int, int]]) -> Pairs:
    """How surely each pair is of one figure; less where two small numbers share nothing else."""
    sure: Pairs = {}
    for a, b in pairs:
        shared = clues(found[a], found[b])
        sure[a, b] = score(shared) - (_CHANCE if is_chance(shared) else 0.0)
    return sure


def groups(size: int, pairs: Pairs) -> list[list[int]]:
    """Statements 0 to size - 1 in groups, by average link over the pairs that were weighed."""
    members: list[list[int]] = [[number] for number in range(size)]
    links: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
    heap: list[tuple[float, int, int]] = []
    for (a, b), sure in pairs.items():
        links[a][b] = links[b][a] = (sure, 1)
        if sure > _ENOUGH:
            heap.append((-sure, a, b))
    heapq.heapify(heap)
    while heap:
        sure, a, b = heapq.heappop(heap)
        if not members[a] or not members[b] or _mean(links[a].get(b)) != -sure:
            continue
        _join(a, b, members, links)
        for other, link in links[a].items():
            if (mean := _mean(link)) > _ENOUGH:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return [group for group in members if len(group) > 1]


def _mean(link: tuple[float, int] | None) -> float:
    return link[0] / link[1] if link else _UNSURE


def _join(
    a: int, b: int, members: list[list[int]], links: list[dict[int, tuple[float, int]]]
) -> None:
    """Takes the second group into the first."""
    members[a] = sorted(members[a] + members[b])
    members[b] = []
    for other, (total, count) in links[b].items():
        links[other].pop(b)
        if other == a:
            continue
        had, number = links[a].get(other, (0.0, 0))
        links[a][other] = links[other][a] = (had + total, number + count)
    links[b] = {}
    links[a].pop(b, None)
