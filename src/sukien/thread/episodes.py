"""Episodes: articles on one happening, hours to days apart, joined day by day as they come.

The articles of a day and the episodes that are still open are put together by average link, the
most alike first (agglomerative clustering; streams: topic detection and tracking, Allan, ed.,
2002). So the order within a day does not matter, an article can join two episodes to one, and an
episode that later articles show to be two is parted again.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sukien.knowledge.thread_weights import EpisodeWeights
from sukien.model import Link, Reason
from sukien.thread.candidates import Candidates
from sukien.thread.likeness import DAYS, HOPELESS, Member, Sums, again, likeness, reasons
from sukien.thread.rarity import Vector, plain, top

_TOP = 40  # terms by which an article is found
_FOUND = 12  # episodes that one is compared with
_COMPARED = 8  # articles of an episode among which the nearest to a new one is looked for
_PARTED = 24  # articles up to which an episode is looked at again


class Open(msgspec.Struct):
    """An episode that may still grow; `number` counts episodes as they opened."""

    number: int
    members: list[Member]
    links: list[Link] = []

    @property
    def last(self) -> int | None:
        """The day of its last article; None when none is dated."""
        return max((m.day for m in self.members if m.day is not None), default=None)


class Step(msgspec.Struct, frozen=True):
    """What a day changed: episodes that grew or opened, and what was merged into or parted from."""

    touched: tuple[int, ...]
    merged: tuple[tuple[int, int], ...] = ()
    parted: tuple[tuple[int, int], ...] = ()


class Episodes:
    """The open episodes, and an index by which a new article finds them."""

    def __init__(
        self, weights: EpisodeWeights, opened: Iterable[Open] = (), count: int = 0
    ) -> None:
        self._weights = weights
        self.count = count
        self.opened = {
            one.number: Open(one.number, [again(m) for m in one.members], list(one.links))
            for one in opened
        }
        self._sums = {n: Sums(one.members) for n, one in self.opened.items()}
        self._index = Candidates(_FOUND)
        for one in self.opened.values():
            for member in one.members:
                self._index.add(one.number, _terms(member))

    def body(self, number: int) -> Vector:
        """What the terms of an open episode's articles add up to."""
        return self._sums[number].body

    def close(self, day: int) -> list[Open]:
        """Take out the episodes that have had no article for too long."""
        old = [o for o in self.opened.values() if o.last is not None and day - o.last > DAYS]
        for one in old:
            del self.opened[one.number], self._sums[one.number]
            self._index.remove(one.number)
        return old

    def feed(self, day: Sequence[Member]) -> Step:
        """Take in the articles of a day, in order of their ids."""
        before = self.count
        fresh = self._enter(day)
        merged = dict(self._gather(self._edges(fresh)))
        grown = sorted({_root(merged, number) for number in fresh})
        old = tuple((n, _root(merged, n)) for n in sorted(merged) if n < before)
        parted = [(n, m) for n in grown if (m := self._part(n)) is not None]
        touched = sorted({*grown, *(m for _, m in parted)})
        for number in touched:
            if len(self.opened[number].members) > 1:
                self._link(self.opened[number])
                self._sums[number] = Sums(self.opened[number].members)
        return Step(tuple(touched), old, tuple(parted))

    def _enter(self, day: Sequence[Member]) -> dict[int, Vector]:
        """Each article as an episode of its own, a copy with its original.

        Gives the numbers of the episodes, with the terms by which each finds others.
        """
        where = {m.id: n for n, one in self.opened.items() for m in one.members}
        fresh: dict[int, Vector] = {}
        for member in day:
            number = where.get(member.copy_of or "")
            if number is None:
                number = self.count
                self.count += 1
                self.opened[number] = Open(number, [], [])
                self._sums[number] = Sums([member])
            else:
                self._sums[number].join(Sums([member]))
            self.opened[number].members.append(member)
            where[member.id] = number
            fresh[number] = _terms(member)
            self._index.add(number, fresh[number])
        return fresh

    def _edges(self, fresh: Mapping[int, Vector]) -> dict[int, dict[int, float]]:
        """How alike each new episode is to those that may hold it, where there is any hope."""
        least = self._weights.enough - HOPELESS
        edges: dict[int, dict[int, float]] = {}
        for number in sorted(fresh):
            for other in self._index.find(fresh[number]):
                if other == number or other in edges.get(number, ()):
                    continue
                score = likeness(self._sums[number], self._sums[other], self._weights)
                if score >= least:
                    edges.setdefault(number, {})[other] = score
                    edges.setdefault(other, {})[number] = score
        return edges

    def _gather(self, edges: dict[int, dict[int, float]]) -> list[tuple[int, int]]:
        """Join the most alike until none are alike enough; what was joined to what."""
        enough = self._weights.enough
        heap = [(-s, a, b) for a, row in edges.items() for b, s in row.items() if a < b]
        heapq.heapify(heap)
        merged: list[tuple[int, int]] = []
        while heap and -heap[0][0] >= enough:
            score, one, other = heapq.heappop(heap)
            if edges.get(one, {}).get(other) != -score:
                continue
            self._absorb(one, other)
            merged.append((other, one))
            for near, value in self._joined(one, other, edges).items():
                heapq.heappush(heap, (-value, min(one, near), max(one, near)))
        return merged

    def _absorb(self, one: int, other: int) -> None:
        gone = self.opened.pop(other)
        self.opened[one].members.extend(gone.members)
        self.opened[one].links.extend(gone.links)
        self._sums[one].join(self._sums.pop(other))
        self._index.move(other, one)

    def _joined(self, one: int, other: int, edges: dict[int, dict[int, float]]) -> dict[int, float]:
        """The edges of two that were joined: how alike the whole is to each of their neighbours."""
        least = self._weights.enough - HOPELESS
        rows = [edges.pop(one), edges.pop(other)]
        whole: dict[int, float] = {}
        for near in sorted({*rows[0], *rows[1]} - {one, other}):
            edges[near].pop(one, None)
            edges[near].pop(other, None)
            score = likeness(self._sums[one], self._sums[near], self._weights)
            if score >= least:
                whole[near] = edges[near][one] = score
        edges[one] = whole
        return whole

    def _part(self, number: int) -> int | None:
        """Part an episode that is clearly two; the number of the new one."""
        members = sorted(self.opened[number].members, key=_order)
        if not 4 <= len(members) <= _PARTED:
            return None
        groups = _halves(members, self._weights)
        if groups is None:
            return None
        kept, gone = groups
        new = self.count
        self.count += 1
        links = self.opened[number].links
        self._index.remove(number)
        for place, group in ((number, kept), (new, gone)):
            ids = {member.id for member in group}
            inside = [link for link in links if {link.one, link.other} <= ids]
            self.opened[place] = Open(place, group, inside)
            self._sums[place] = Sums(group)
            for member in group:
                self._index.add(place, _terms(member))
        return new

    def _link(self, episode: Open) -> None:
        """Say of each article but the first why it is in the episode."""
        episode.members.sort(key=_order)
        told = {link.other: link for link in episode.links}
        links = []
        for place, member in enumerate(episode.members):
            if place == 0:
                continue
            before = episode.members[max(0, place - _COMPARED) : place]
            known = told.get(member.id)
            if known is not None and any(m.id == known.one for m in episode.members[:place]):
                links.append(known)
            else:
                links.append(_link(member, before, self._weights))
        episode.links = links


def _link(member: Member, before: Sequence[Member], weights: EpisodeWeights) -> Link:
    own = Sums([member])
    scored = [(likeness(own, Sums([other]), weights), place) for place, other in enumerate(before)]
    copied = [place for place, other in enumerate(before) if other.id == member.copy_of]
    score, place = max((scored[n] for n in copied), default=max(scored))
    near = before[place]
    found = reasons(near, member, weights)
    if copied:
        found = (Reason("copy", round(member.likeness, 4), f"{member.likeness:.0%}"), *found)
    return Link(one=near.id, other=member.id, score=round(score, 4), reasons=found)


def _halves(
    members: Sequence[Member], weights: EpisodeWeights
) -> tuple[list[Member], list[Member]] | None:
    """The two groups that average link leaves when it begins anew, if each has two at least and
    the two are less alike than is enough by a clear margin; the one with the first article first.
    """
    sums = {n: Sums([member]) for n, member in enumerate(members)}
    held = {n: [n] for n in sums}
    scores = {(a, b): likeness(sums[a], sums[b], weights) for a in sums for b in sums if a < b}
    while len(held) > 2:
        one, other = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]))
        sums[one].join(sums[other])
        held[one] += held.pop(other)
        scores = {pair: s for pair, s in scores.items() if other not in pair}
        for near in held:
            if near != one:
                pair = (min(one, near), max(one, near))
                scores[pair] = likeness(sums[one], sums[near], weights)
    ((pair, score),) = scores.items()
    groups = [[members[n] for n in sorted(held[place])] for place in pair]
    if score >= weights.enough - _MARGIN or min(map(len, groups)) < 2:
        return None
    return groups[0], groups[1]


_MARGIN = 1.0  # log odds by which two halves must fall short of enough


def _terms(member: Member) -> Vector:
    """The weightiest terms of an article, by which it finds others and is found."""
    return top(plain(member.body), _TOP)


def _order(member: Member) -> tuple[bool, int, str]:
    day = member.day
    return day is None, day or 0, member.id


def _root(home: Mapping[int, int], number: int) -> int:
    while number in home:
        number = home[number]
    return number
