"""Stories: episodes over weeks and months that share actors, places, causes and looks back.

An episode joins the story to which it hangs best: by its nearest episode there, and by all of them
on average, so that a chain of chance likenesses does not glue all news of a country together. An
episode that hangs firmly to two stories makes them one.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sukien.model import Reason
from sukien.thread.candidates import Candidates
from sukien.thread.rarity import Vector, dot
from sukien.thread.reasons import gap_reason, listed_reason, shared_reason

# Chosen by eye on 1,994 articles of April 2021, and on the library of samples.
_ENOUGH = 0.15
_FIRM = 0.2  # what makes two stories one ...
_YOUNG = 2  # ... as long as one of them has so few episodes
_HEADLINES = 0.2  # what it counts that the titles of one are found in the text of the other
_NAMES = 0.1  # what the cosine of names counts
_USUAL_HEADLINES, _USUAL_NAMES = 0.25, 0.3  # taken where there are none
_GAP = 0.015  # what each doubling of the distance in fortnights costs
_UNKNOWN = 30  # days taken for a distance that is not known
_COMPARED = 8  # stories that an episode is compared with
_LATEST = 24  # episodes of a story that a new one is compared with


class Chapter(NamedTuple):
    """An episode as it is compared: its words, titles and names of length one, and its days."""

    words: Vector
    titles: Vector
    names: Vector
    first: int | None
    last: int | None


class Tie(NamedTuple):
    """What ties the chapter `number` to `nearest`, the most like of those before, and why."""

    number: int
    nearest: int
    score: float
    reasons: tuple[Reason, ...]


class Strand(msgspec.Struct):
    """A story that is still open: numbers of its chapters, and what ties each but the first."""

    chapters: list[int]
    ties: list[Tie]


def find_stories(chapters: Sequence[Chapter]) -> list[Strand]:
    """The stories of chapters, which are in the order in which they opened."""
    strands: dict[int, Strand] = {}
    strand_of: list[int] = []
    index = Candidates()
    for number, chapter in enumerate(chapters):
        found = (strand_of[other] for other in index.find(chapter.words))
        near = list(dict.fromkeys(found))[:_COMPARED]
        ties = [_tie(number, strands[one], chapters) for one in near]
        held = _held(zip(ties, near, strict=True), strands)
        home = min((one for _, one in held), default=number)
        strands.setdefault(home, Strand([], []))
        strand_of.append(home)
        _gather(strands, home, held)
        strands[home].chapters.append(number)
        for other in strands[home].chapters:
            strand_of[other] = home
        index.add(number, chapter.words)
    return [strands[number] for number in sorted(strands)]


def _held(found: Iterable[tuple[Tie, int]], strands: Mapping[int, Strand]) -> list[tuple[Tie, int]]:
    """The ties that hold, with their strands: the best, and firm ones that join young strands."""
    good = [(tie, one) for tie, one in found if tie.score >= _ENOUGH]
    good.sort(key=lambda row: (-row[0].score, row[1]))
    held = good[:1]
    for tie, one in good[1:]:
        sizes = sorted(len(strands[other].chapters) for other in (held[0][1], one))
        if tie.score >= _FIRM and sizes[0] <= _YOUNG:
            held.append((tie, one))
    return held


def _gather(strands: dict[int, Strand], home: int, held: Sequence[tuple[Tie, int]]) -> None:
    """Put the strands that a chapter hangs to into the one at `home`, with its ties."""
    for tie, one in held:
        if one != home:
            other = strands.pop(one)
            strands[home].chapters = sorted(strands[home].chapters + other.chapters)
            strands[home].ties += other.ties
        strands[home].ties.append(tie)


def _tie(number: int, strand: Strand, chapters: Sequence[Chapter]) -> Tie:
    chapter = chapters[number]
    recent = strand.chapters[-_LATEST:]
    alike = [(_alike(chapter, chapters[other]), other) for other in recent]
    costs = [_cost(_gap(chapter, chapters[other])) for other in recent]
    best = [(value - cost, other) for (value, other), cost in zip(alike, costs, strict=True)]
    highest, nearest = max(best)
    mean = sum(value for value, _ in alike) / len(alike)
    return Tie(number, nearest, (highest + mean) / 2, _reasons(chapter, chapters[nearest]))


def _alike(one: Chapter, other: Chapter) -> float:
    return dot(one.words, other.words) + _headlines(one, other) + _named(one, other)


def _headlines(one: Chapter, other: Chapter) -> float:
    """What it counts that each tells what the other's titles say."""
    pairs = ((one.titles, other.words), (other.titles, one.words))
    shares = [_share(titles, words) for titles, words in pairs if titles]
    return _HEADLINES * (sum(shares) / len(shares) if shares else _USUAL_HEADLINES)


def _share(titles: Vector, words: Vector) -> float:
    told = sum(weight for term, weight in titles.items() if term in words)
    return told / sum(titles.values())


def _named(one: Chapter, other: Chapter) -> float:
    if not one.names or not other.names:
        return _NAMES * _USUAL_NAMES
    return _NAMES * dot(one.names, other.names)


def _gap(one: Chapter, other: Chapter) -> int:
    """Days between two chapters."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _UNKNOWN
    return max(0, one.first - other.last, other.first - one.last)


def _cost(days: int) -> float:
    return _GAP * math.log2(1 + days / 14)


def _reasons(one: Chapter, other: Chapter) -> tuple[Reason, ...]:
    gap = _gap(one, other)
    names = [name for name in one.names if name in other.names]
    titles = [
        term for term in (*one.titles, *other.titles) if term in one.words and term in other.words
    ]
    found = (
        shared_reason("words", one.words, other.words, dot(one.words, other.words)),
        listed_reason("headlines", dict.fromkeys(titles), _headlines(one, other)),
        listed_reason("names", names, _named(one, other)),
        gap_reason(gap, -_cost(gap)),
    )
    return tuple(reason for reason in found if reason.weight)
