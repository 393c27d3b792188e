"""Stories: episodes over weeks and months that share actors, places, causes and looks back.

An episode joins the story to which it hangs best: by its nearest episode there, and by all of them
on average, so that a chain of chance likenesses does not glue all news of a country together.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from sukien.model import Reason
from sukien.thread.candidates import Candidates
from sukien.thread.rarity import Vector, dot
from sukien.thread.reasons import gap_reason, names_reason, words_reason

_ENOUGH = 0.13
_GAP = 0.006  # what each doubling of the distance in fortnights costs
_UNKNOWN = 30  # days taken for a distance that is not known
_NAMES = 0.1  # what the cosine of names counts beside that of words ...
_USUAL = 0.3  # ... as far as it is above or below what is usual
_LATEST = 24  # episodes of a story that a new one is compared with


class Chapter(NamedTuple):
    """An episode as it is compared: its words and names of length one, and its days."""

    words: Vector
    names: Vector
    first: int | None
    last: int | None


class Tie(NamedTuple):
    """What ties a chapter to a story: the number of its nearest chapter there, and why."""

    score: float
    nearest: int
    reasons: tuple[Reason, ...]


class Strand(msgspec.Struct):
    """A story that is still open: numbers of its chapters, and what ties each but the first."""

    chapters: list[int]
    ties: list[Tie]


def find_stories(chapters: Sequence[Chapter]) -> list[Strand]:
    """The stories of chapters, which are in the order in which they opened."""
    strands: list[Strand] = []
    strand_of: list[int] = []
    index = Candidates()
    for number, chapter in enumerate(chapters):
        near = sorted({strand_of[other] for other in index.find(chapter.words)})
        scored = [(_score(chapter, strands[one], chapters), -one) for one in near]
        score, best = max(scored, default=(0.0, 0))
        if score >= _ENOUGH:
            strand = -best
            strands[strand].ties.append(_tie(chapter, strands[strand], chapters))
            strands[strand].chapters.append(number)
        else:
            strand = len(strands)
            strands.append(Strand([number], []))
        strand_of.append(strand)
        index.add(number, chapter.words)
    return strands


def _score(chapter: Chapter, strand: Strand, chapters: Sequence[Chapter]) -> float:
    likeness, best = [], 0.0
    for number in strand.chapters[-_LATEST:]:
        value = _alike(chapter, chapters[number])
        likeness.append(value)
        best = max(best, value - _cost(_gap(chapter, chapters[number])))
    return (best + sum(likeness) / len(likeness)) / 2


def _alike(one: Chapter, other: Chapter) -> float:
    return dot(one.words, other.words) + _named(one, other)


def _named(one: Chapter, other: Chapter) -> float:
    """What shared names speak for or against; nothing when one has no names at all."""
    if not one.names or not other.names:
        return 0.0
    return _NAMES * (dot(one.names, other.names) - _USUAL)


def _gap(one: Chapter, other: Chapter) -> int:
    """Days between two chapters."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _UNKNOWN
    return max(0, one.first - other.last, other.first - one.last)


def _cost(days: int) -> float:
    return _GAP * math.log2(1 + days / 14)


def _tie(chapter: Chapter, strand: Strand, chapters: Sequence[Chapter]) -> Tie:
    recent = strand.chapters[-_LATEST:]
    nearest = max(recent, key=lambda number: (_alike(chapter, chapters[number]), number))
    other = chapters[nearest]
    reasons = [words_reason(chapter.words, other.words)]
    if chapter.names and other.names:
        shared = [name for name in chapter.names if name in other.names]
        reasons.append(names_reason(shared, _named(chapter, other)))
    gap = _gap(chapter, other)
    reasons.append(gap_reason(gap, -_cost(gap)))
    return Tie(_score(chapter, strand, chapters), nearest, tuple(reasons))
