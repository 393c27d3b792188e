"""How alike two groups of articles are: the log odds that they tell of one happening, on average.

Every ground but the days between is a sum of products over shared terms, so its mean over all pairs
of two groups comes from the groups' sums (average link without looking at pairs).
"""

import math
import sys
from collections.abc import Iterable

import msgspec

from sukien.knowledge.thread_weights import EpisodeWeights
from sukien.model import Reason
from sukien.thread.digests import Digest, Named
from sukien.thread.rarity import (
    Packed,
    Rarity,
    Vector,
    add,
    dot,
    interned,
    packed,
    plain,
    unit,
)
from sukien.thread.reasons import gap_reason, shared_reason

HOPELESS = 3.0
"""Log odds below enough at which a pair is no longer followed."""
DAYS = 30  # after so many days without an article an episode is closed
_UNKNOWN_DAYS = 5  # taken for a distance that is not known
_TIMES = 40  # articles of a group whose times count, the latest
_QUARTER = 6.0  # hours
TITLE, LEAD, PLACE = "t:", "l:", "p:"  # before the terms of these in a body
_KINDS = {"": "words", TITLE: "title", LEAD: "lead", PLACE: "names"}


class Member(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An article as it is compared, and what its episode is told from.

    `body` holds its terms, and those of its title, its lead and its places under a prefix, each
    kind of length one times the root of its weight; `heads` the share of each term in its title,
    `held` all its terms. `hours` is when it was published in hours, None when that is not known.
    """

    id: str
    day: int | None
    hours: float | None
    body: Packed
    heads: Packed
    held: tuple[str, ...]
    names: tuple[Named, ...]
    heading: str
    titled: bool
    copy_of: str | None
    likeness: float


class Sums:
    """What a group of articles adds up to."""

    __slots__ = ("body", "count", "heads", "held", "times")

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self.count = 0
        self.body: Vector = {}
        self.heads: Vector = {}
        self.held: Vector = {}
        self.times: list[float | None] = []
        for member in members:
            self._take(member)

    def _take(self, member: Member) -> None:
        body, heads = plain(member.body), plain(member.heads)
        if self.count:
            add(self.body, body)
            add(self.heads, heads)
            add(self.held, dict.fromkeys(member.held, 1.0))
        else:
            self.body, self.heads = body, heads
            self.held = dict.fromkeys(member.held, 1.0)
        self.count += 1
        self.times.append(member.hours)

    def join(self, other: "Sums") -> None:
        """Add another group to this one."""
        if not self.count:
            self.body, self.heads, self.held = dict(other.body), dict(other.heads), dict(other.held)
            self.count, self.times = other.count, list(other.times)
            return
        self.count += other.count
        for name in ("body", "heads", "held"):
            add(getattr(self, name), getattr(other, name))
        self.times = (self.times + other.times)[-_TIMES:]


def member_of(
    digest: Digest,
    rarity: Rarity,
    weights: EpisodeWeights,
    copy: tuple[str, float] | None = None,
) -> Member:
    """The article with its terms weighted by what came up to its own day.

    `copy` is the article that it nearly repeats, and how nearly.
    """
    kinds = (
        ("", rarity.vector(digest.words), weights.words),
        (TITLE, unit({t: rarity.weight(t) for t in digest.title}), weights.title),
        (LEAD, unit({t: rarity.weight(t) for t in digest.lead}), weights.lead),
        (PLACE, _places(digest, rarity), weights.names),
    )
    body = {
        sys.intern(prefix + term): value * math.sqrt(weight)
        for prefix, vector, weight in kinds
        for term, value in vector.items()
    }
    heads = {sys.intern(term): rarity.weight(term) for term in digest.title}
    total = sum(heads.values())
    return Member(
        id=digest.id,
        day=digest.day,
        hours=_hours(digest),
        body=packed(body),
        heads=packed({term: weight / total for term, weight in heads.items()}),
        held=tuple(map(sys.intern, digest.words)),
        names=digest.names,
        heading=digest.heading,
        titled=digest.titled,
        copy_of=copy[0] if copy else None,
        likeness=copy[1] if copy else 0.0,
    )


def _places(digest: Digest, rarity: Rarity) -> Vector:
    return unit(
        {
            one.key: (1 + math.log(one.count)) * rarity.of_name(one.key, one.surface)
            for one in digest.names
            if one.type == "LOC"
        }
    )


def again(member: Member) -> Member:
    """The article as it was kept, its terms held in memory once."""
    return msgspec.structs.replace(
        member,
        body=interned(member.body),
        heads=interned(member.heads),
        held=tuple(map(sys.intern, member.held)),
    )


def grounds(one: Sums, other: Sums) -> tuple[float, ...]:
    """What each ground is, on average, of groups whose terms were weighted by one: for learning.

    In the order of EpisodeWeights, without bias and threshold.
    """
    plain = EpisodeWeights(1, 1, 1, 1, 1, 1, 0, 0)
    parts, others = _parted(one.body), _parted(other.body)
    pairs = one.count * other.count
    shared = (dot(parts[prefix], others[prefix]) / pairs for prefix in _KINDS)
    return (*shared, _headlines(one, other, plain), _gap_cost(one, other, plain))


def likeness(one: Sums, other: Sums, weights: EpisodeWeights) -> float:
    """The mean log odds over all pairs of the two groups."""
    pairs = one.count * other.count
    bodies = weights.bias + dot(one.body, other.body) / pairs - _gap_cost(one, other, weights)
    if bodies + weights.headlines < weights.enough - HOPELESS:
        return bodies
    return bodies + _headlines(one, other, weights)


def _headlines(one: Sums, other: Sums, weights: EpisodeWeights) -> float:
    """What it counts that each tells what the other's titles say."""
    found = dot(one.heads, other.held) + dot(other.heads, one.held)
    return weights.headlines * found / (2 * one.count * other.count)


def _gap_cost(one: Sums, other: Sums, weights: EpisodeWeights) -> float:
    costs = [_cost(a, b) for a in one.times for b in other.times]
    return weights.gap * sum(costs) / len(costs)


def _cost(one: float | None, other: float | None) -> float:
    if one is None or other is None:
        return math.log1p(24 * _UNKNOWN_DAYS / _QUARTER)
    return math.log1p(_apart(one, other) / _QUARTER)


def _apart(one: float, other: float) -> float:
    """Hours between two times; whole days when one of them is known to the day alone."""
    if one.is_integer() and other.is_integer():
        return abs(one - other)
    if one % 24 == 0 or other % 24 == 0:
        return abs(one // 24 - other // 24) * 24
    return abs(one - other)


def _hours(digest: Digest) -> float | None:
    if digest.day is None:
        return None
    return digest.day * 24 + (digest.hour or 0.0)


def reasons(one: Member, other: Member, weights: EpisodeWeights) -> tuple[Reason, ...]:
    """Why the two are judged as they are: every ground with what it counts, and what is shared."""
    a, b = Sums([one]), Sums([other])
    parts, others = _parted(a.body), _parted(b.body)
    days = _UNKNOWN_DAYS
    if one.day is not None and other.day is not None:
        days = abs(one.day - other.day)
    found = [
        shared_reason(name, parts[prefix], others[prefix], dot(parts[prefix], others[prefix]))
        for prefix, name in _KINDS.items()
    ]
    told = (*a.heads.items(), *b.heads.items())
    heads = {term: weight for term, weight in told if term in a.held and term in b.held}
    found.append(shared_reason("headlines", heads, heads, _headlines(a, b, weights)))
    found.append(gap_reason(days, -_gap_cost(a, b, weights)))
    return tuple(reason for reason in found if reason.weight)


def _parted(body: Vector) -> dict[str, Vector]:
    """The kinds of terms of a body, each under its prefix."""
    parts: dict[str, Vector] = {prefix: {} for prefix in _KINDS}
    for key, value in body.items():
        prefix = key[:2] if key[:2] in parts else ""
        parts[prefix][key[len(prefix) :]] = value
    return parts
