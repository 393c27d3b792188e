"""Episodes: articles on one happening, hours to days apart, joined in the order they came.

An article joins the episode to whose articles it is most alike on average, if it is alike enough;
else it opens one (streaming clustering by average link over TF-IDF, as in topic detection and
tracking: Allan, ed., 2002).
"""

from collections.abc import Iterable, Sequence

import msgspec

from sukien.model import Link, Reason
from sukien.thread.candidates import Candidates
from sukien.thread.rarity import Vector, dot
from sukien.thread.reasons import gap_reason, words_reason
from sukien.thread.terms import Digest

DAYS = 5  # an article so long after the last one of an episode tells another happening
_ENOUGH = 0.12  # average cosine
_LATE = 0.004  # what a day of distance costs
_COMPARED = 12  # articles of an episode among which the nearest is looked for


class Item(msgspec.Struct, frozen=True):
    """An article as it is compared: its words and its names as vectors of length one."""

    digest: Digest
    vector: Vector
    names: Vector


class Cluster(msgspec.Struct):
    """An episode that is still open; `total` is the sum of its articles' vectors."""

    members: list[Item]
    total: Vector
    links: list[Link]
    first: int | None = None
    last: int | None = None


def find_episodes(items: Iterable[Item]) -> list[Cluster]:
    """The episodes of articles in order of publication, in the order in which they opened."""
    clusters: list[Cluster] = []
    index = Candidates()
    for item in items:
        found = [(number, clusters[number]) for number in index.find(item.vector)]
        score, number = _best(item, found)
        if score < _ENOUGH:
            number = len(clusters)
            clusters.append(Cluster([], {}, []))
        _put(item, clusters[number])
        index.add(number, item.vector)
    return clusters


def _best(item: Item, found: Sequence[tuple[int, Cluster]]) -> tuple[float, int]:
    scored = [(_score(item, cluster), -number) for number, cluster in found]
    score, number = max(scored, default=(0.0, 0))
    return score, -number


def _score(item: Item, cluster: Cluster) -> float:
    gap = distance(item.digest.day, cluster)
    if gap > DAYS:
        return 0.0
    return dot(item.vector, cluster.total) / len(cluster.members) - _LATE * gap


def distance(day: int | None, cluster: Cluster) -> int:
    """Days from the episode to `day`: 0 inside it; `DAYS` when either is not known."""
    if day is None or cluster.first is None or cluster.last is None:
        return DAYS
    return max(0, day - cluster.last, cluster.first - day)


def _put(item: Item, cluster: Cluster) -> None:
    if cluster.members:
        cluster.links.append(_link(item, cluster))
    cluster.members.append(item)
    for term, weight in item.vector.items():
        cluster.total[term] = cluster.total.get(term, 0.0) + weight
    day = item.digest.day
    if day is not None:
        cluster.first = day if cluster.first is None else min(cluster.first, day)
        cluster.last = day if cluster.last is None else max(cluster.last, day)


def _link(item: Item, cluster: Cluster) -> Link:
    """Why the article is in the episode: its nearest article there, and the average."""
    near = cluster.members[-_COMPARED:]
    nearest = max(near, key=lambda other: dot(item.vector, other.vector))
    mean = dot(item.vector, cluster.total) / len(cluster.members)
    reasons: list[Reason] = [words_reason(item.vector, nearest.vector, mean)]
    gap = distance(item.digest.day, cluster)
    if gap:
        reasons.append(gap_reason(gap, -_LATE * gap))
    return Link(
        one=nearest.digest.id,
        other=item.digest.id,
        score=round(sum(reason.weight for reason in reasons), 4),
        reasons=tuple(reasons),
    )
