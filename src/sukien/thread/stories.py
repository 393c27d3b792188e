"""Stories: episodes over weeks and months that share actors, places, causes and looks back.

An episode joins the story of the earlier episode that it is most like, if that is enough; one that
opens a story may still be joined when it has grown. A chance likeness must not glue all news of a
country together: two stories become one only while one of them is young and the tie is firm.
"""

import math
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import msgspec

from sukien.knowledge.thread_weights import StoryWeights
from sukien.model import Reason
from sukien.thread.candidates import Candidates
from sukien.thread.chapters import Chapter, Kept
from sukien.thread.rarity import Vector, dot
from sukien.thread.reasons import gap_reason, listed_reason, shared_reason

_TOP = 32  # words by which an episode is found
_FOUND = 12  # episodes that one is compared with
_FIRM = 0.5  # log odds above enough that make two stories one ...
_YOUNG = 1  # ... as long as one of them has so few episodes
_UNKNOWN = 30  # days taken for a distance that is not known
_STEP = 3  # days; each doubling of the distance in such steps costs the same
LEAST = 0.08
"""The cosine of words below which two episodes are of two stories."""
_NO_TITLE = 0.3  # share of a title that is taken where there is none
_RAREST = 10.0  # nats of a name that hardly anybody tells


class Tie(msgspec.Struct, frozen=True, array_like=True):
    """What ties the episode `number` to `nearest`, the most like of those of its story, and why."""

    number: int
    nearest: int
    score: float
    reasons: tuple[Reason, ...]


class Strand(msgspec.Struct):
    """A story: the numbers of its episodes, and what ties each but the first."""

    chapters: list[int]
    ties: list[Tie] = []


class Stories:
    """The stories so far, and an index by which a new episode finds those before it."""

    def __init__(
        self,
        weights: StoryWeights,
        chapters: Mapping[int, Kept] | None = None,
        strands: Iterable[Strand] = (),
    ) -> None:
        self._weights = weights
        self.chapters = {number: one.again() for number, one in (chapters or {}).items()}
        self._strands = {one.chapters[0]: one for one in strands}
        self._home = {n: key for key, one in self._strands.items() for n in one.chapters}
        self._index = Candidates(_FOUND)
        for number in sorted(self.chapters):
            self._index.add(number, self.chapters[number].vectors[0][0][:_TOP])

    def strands(self) -> list[Strand]:
        """The stories in the order in which they began."""
        for strand in self._strands.values():
            strand.ties.sort(key=lambda tie: (tie.number, tie.nearest))
        return [self._strands[key] for key in sorted(self._strands)]

    def put(self, number: int, chapter: Chapter) -> None:
        """Take in an episode, or one that has grown."""
        kept = self.chapters[number] = chapter.packed()
        self._index.remove(number)
        self._index.add(number, kept.vectors[0][0][:_TOP])
        if number not in self._home:
            self._home[number] = number
            self._strands[number] = Strand([number], [])
        if len(self._strands[self._home[number]].chapters) == 1:
            self._attach(number)

    def forget(self, gone: int) -> None:
        """Take out an episode that became part of another."""
        if gone not in self._home:
            return
        del self.chapters[gone]
        self._index.remove(gone)
        strand = self._strands.pop(self._home.pop(gone))
        strand.chapters.remove(gone)
        strand.ties = [tie for tie in strand.ties if gone not in (tie.number, tie.nearest)]
        self._settle(strand)

    def _settle(self, strand: Strand) -> None:
        """Put a story back under its first episode; whoever lost its tie gets the next best."""
        strand.chapters.sort()
        for place, number in enumerate(strand.chapters):
            self._home[number] = strand.chapters[0]
            tied = any(tie.number == number for tie in strand.ties)
            if place and not tied:
                before = strand.chapters[max(0, place - _FOUND) : place]
                strand.ties.append(max((self._tie(number, n) for n in before), key=_strength))
        if strand.chapters:
            self._strands[strand.chapters[0]] = strand

    def _attach(self, number: int) -> None:
        """Join an episode that stands alone to the story of the one it is most like."""
        own = self.chapters[number].chapter()
        best: dict[int, tuple[float, int]] = {}
        for other in self._near(number, own):
            key = self._home[other]
            score = self._alike(own, self.chapters[other].chapter())
            if key not in best or (score, -other) > (best[key][0], -best[key][1]):
                best[key] = (score, other)
        ranked = sorted(best.items(), key=lambda row: (-row[1][0], row[0]))
        held = [row for row in ranked if row[1][0] >= self._weights.enough]
        for place, (key, (score, other)) in enumerate(held):
            if place and not self._joins(self._home[number], key, score):
                continue
            self._join(self._home[number], key, self._tie(number, other))

    def _near(self, number: int, own: Chapter) -> list[int]:
        """The episodes that share words enough to be compared."""
        found = self._index.find(dict(islice(own.words.items(), _TOP)))
        near = [n for n in found if n != number]
        return [n for n in near if dot(own.words, self.chapters[n].words) >= LEAST]

    def _joins(self, one: int, other: int, score: float) -> bool:
        sizes = [len(self._strands[key].chapters) for key in (one, other)]
        return score >= self._weights.enough + _FIRM and min(sizes) <= _YOUNG

    def _join(self, one: int, other: int, tie: Tie) -> None:
        if one == other:
            return
        kept, moved = (self._strands.pop(key) for key in sorted((one, other)))
        later = max(tie.number, tie.nearest)
        turned = msgspec.structs.replace(tie, number=later, nearest=min(tie.number, tie.nearest))
        kept.ties += [*moved.ties, turned]
        for number in moved.chapters:
            insort(kept.chapters, number)
            self._home[number] = kept.chapters[0]
        self._strands[kept.chapters[0]] = kept

    def _tie(self, number: int, other: int) -> Tie:
        one, near = self.chapters[number].chapter(), self.chapters[other].chapter()
        return Tie(number, other, self._alike(one, near), _reasons(one, near, self._weights))

    def _alike(self, one: Chapter, other: Chapter) -> float:
        found = grounds(one, other)
        counted = sum(g * w for g, w in zip(found, self._weights[: len(found)], strict=True))
        return self._weights.bias + counted


def _strength(tie: Tie) -> tuple[float, int]:
    return tie.score, -tie.nearest


def grounds(one: Chapter, other: Chapter) -> tuple[float, ...]:
    """What each ground is, in the order of StoryWeights, without bias and threshold."""
    return (
        dot(one.words, other.words),
        dot(one.titles, other.titles),
        _headlines(one, other),
        dot(one.people, other.people),
        dot(one.bodies, other.bodies),
        dot(one.places, other.places),
        _subject(one, other),
        -_steps(one, other),
    )


def _headlines(one: Chapter, other: Chapter) -> float:
    """How much of each one's titles the other's text tells."""
    pairs = ((one.titles, other.words), (other.titles, one.words))
    return sum(_share(titles, words) for titles, words in pairs) / 2


def _share(titles: Vector, words: Vector) -> float:
    if not titles:
        return _NO_TITLE
    return sum(v for term, v in titles.items() if term in words) / sum(titles.values())


def _subject(one: Chapter, other: Chapter) -> float:
    """How rare the rarest name is that both have in their titles."""
    shared = (min(v, other.subject[key]) for key, v in one.subject.items() if key in other.subject)
    return max(shared, default=0.0) / _RAREST


def _steps(one: Chapter, other: Chapter) -> float:
    return math.log2(1 + _gap(one, other) / _STEP)


def _gap(one: Chapter, other: Chapter) -> int:
    """Days between two episodes."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _UNKNOWN
    return max(0, one.first - other.last, other.first - one.last)


def _reasons(one: Chapter, other: Chapter, weights: StoryWeights) -> tuple[Reason, ...]:
    words, titles, heads, people, bodies, places, subject, steps = grounds(one, other)
    told = [t for t in (*one.titles, *other.titles) if t in one.words and t in other.words]
    found = (
        shared_reason("words", one.words, other.words, words * weights.words),
        shared_reason("title", one.titles, other.titles, titles * weights.titles),
        listed_reason("headlines", _plain(dict.fromkeys(told)), heads * weights.headlines),
        listed_reason("people", _both(one.people, other.people), people * weights.people),
        listed_reason("bodies", _both(one.bodies, other.bodies), bodies * weights.bodies),
        listed_reason("places", _both(one.places, other.places), places * weights.places),
        listed_reason("subject", _both(one.subject, other.subject), subject * weights.subject),
        gap_reason(_gap(one, other), steps * weights.gap),
    )
    return tuple(reason for reason in found if reason.weight)


def _both(one: Vector, other: Vector) -> Sequence[str]:
    shared = {key: value * other[key] for key, value in one.items() if key in other}
    return sorted(shared, key=lambda key: (-shared[key], key))


def _plain(terms: Iterable[str]) -> list[str]:
    return [term.replace("_", " ") for term in terms]
