"""Episodes: articles on one happening, hours to days apart, joined in the order they came.

An article joins the episode to whose articles it is most alike on average, if it is alike enough;
else it opens one (streaming clustering by average link over TF-IDF, as in topic detection and
tracking: Allan, ed., 2002).
"""

from collections.abc import Iterable, Sequence

import msgspec

from sukien.model import Link
from sukien.thread.candidates import Candidates
from sukien.thread.rarity import Vector, add, dot
from sukien.thread.reasons import gap_reason, shared_reason

DAYS = 5  # an article so long after the last one of an episode tells another happening
# Chosen on 100 clusters of VN-MDS (316 articles of 2012-2013), where they are best and no peak.
_ENOUGH = 0.1  # the average cosine of words, corrected by what follows
_LATE = 0.01  # what a day of distance costs
_TITLE = 0.15  # what the average cosine of titles counts ...
_USUAL = 0.15  # ... as far as it is above or below what is usual
_COMPARED = 12  # articles of an episode among which the nearest is looked for


class Item(msgspec.Struct, frozen=True):
    """An article as it is compared: its words, its title and its names as unit vectors.

    `day` is a proleptic ordinal, None when unknown; `tokens` are all syllables in order.
    """

    id: str
    day: int | None
    tokens: tuple[str, ...]
    vector: Vector
    title: Vector
    names: Vector


class Cluster(msgspec.Struct):
    """An episode that is still open, with the sums of its articles' words and titles."""

    members: list[Item]
    total: Vector
    titles: Vector
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
            clusters.append(Cluster([], {}, {}, []))
        _put(item, clusters[number])
        index.add(number, item.vector)
    return clusters


def _best(item: Item, found: Sequence[tuple[int, Cluster]]) -> tuple[float, int]:
    scored = [(_score(item, cluster), -number) for number, cluster in found]
    score, number = max(scored, default=(0.0, 0))
    return score, -number


def _score(item: Item, cluster: Cluster) -> float:
    gap = distance(item.day, cluster)
    if gap > DAYS:
        return 0.0
    return _words(item, cluster) + _title(item, cluster) - _LATE * gap


def _words(item: Item, cluster: Cluster) -> float:
    return dot(item.vector, cluster.total) / len(cluster.members)


def _title(item: Item, cluster: Cluster) -> float:
    """What the title speaks for or against; nothing when there is none."""
    if not item.title or not cluster.titles:
        return 0.0
    return _TITLE * (dot(item.title, cluster.titles) / len(cluster.members) - _USUAL)


def distance(day: int | None, cluster: Cluster) -> int:
    """Days from the episode to `day`: 0 inside it; `DAYS` when either is not known."""
    if day is None or cluster.first is None or cluster.last is None:
        return DAYS
    return max(0, day - cluster.last, cluster.first - day)


def _put(item: Item, cluster: Cluster) -> None:
    if cluster.members:
        cluster.links.append(_link(item, cluster))
    cluster.members.append(item)
    add(cluster.total, item.vector)
    add(cluster.titles, item.title)
    day = item.day
    if day is not None:
        cluster.first = day if cluster.first is None else min(cluster.first, day)
        cluster.last = day if cluster.last is None else max(cluster.last, day)


def _link(item: Item, cluster: Cluster) -> Link:
    """Why the article is in the episode: its nearest article there, and the averages."""
    near = cluster.members[-_COMPARED:]
    nearest = max(near, key=lambda other: dot(item.vector, other.vector))
    gap = distance(item.day, cluster)
    reasons = (
        shared_reason("words", item.vector, nearest.vector, _words(item, cluster)),
        shared_reason("title", item.title, nearest.title, _title(item, cluster)),
        gap_reason(gap, -_LATE * gap),
    )
    return Link(
        one=nearest.id,
        other=item.id,
        score=round(_score(item, cluster), 4),
        reasons=tuple(reason for reason in reasons if reason.weight),
    )
