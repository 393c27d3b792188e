"""Which sentences a brief takes: one after the other, each time what adds most.

What a sentence adds is its worth, the share of it that is new, and how much its episode is due:
first and last episode come first, then those that more independent sources tell and that lie
far from what was taken. Greedy selection under a length: Lin and Bilmes 2010.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.tell.brief.aim import Aim
from sukien.tell.brief.candidates import Line, Pair
from sukien.tell.reading import likeness

_REPEAT, _REPEAT_OF_NUMBERS = 0.65, 0.8
_LONGER = 0.1
_NEAR = 0.3
_WORTHY = 0.6


class Candidate(NamedTuple):
    """A sentence with the number of its episode, in order of time, and what it is worth.

    `introduces` says that it may be the first of its episode: a lead, or what tells the titles.
    """

    line: Line
    episode: int
    worth: float
    introduces: bool


def chosen(candidates: Sequence[Candidate], due: Sequence[float], aim: Aim) -> list[Candidate]:
    """The sentences of a brief, in the order in which they were taken.

    `due` says of each episode how much of the brief belongs to it.
    """
    taken: list[Candidate] = []
    told: set[Pair] = set()
    left = list(candidates)
    while left:
        best = _best(left, taken, told, due, aim)
        if best is None:
            break
        taken.append(best)
        told |= best.line.pairs
        left = [one for one in left if not _repeats(one, best)]
    return taken


def _best(
    left: Sequence[Candidate],
    taken: Sequence[Candidate],
    told: set[Pair],
    due: Sequence[float],
    aim: Aim,
) -> Candidate | None:
    """What to take next; None when there is no room, or only for sentences of little worth."""
    words = sum(one.line.length for one in taken)
    known = {one.episode for one in taken}
    left = [one for one in left if one.introduces or one.episode in known]
    for episode in _turn(len(taken), len(due)):
        rows = [one for one in left if episode is None or one.episode == episode]
        gains = [_gain(one, told, _dueness(one, taken, due), aim) for one in rows]
        least = _WORTHY * max(gains, default=0.0)
        fit = [
            (gain, -place)
            for place, (one, gain) in enumerate(zip(rows, gains, strict=True))
            if gain >= least and aim.room(words, len(taken), one.line.length)
        ]
        if fit:
            return rows[-max(fit)[1]]
    return None


def _turn(taken: int, episodes: int) -> Iterator[int | None]:
    """The episode to take from: the first at first, then the last, then any."""
    if taken < 2 <= episodes:
        yield (0, episodes - 1)[taken]
    yield None


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Whether a sentence says again what another says; other numbers are mostly news."""
    mine, theirs = one.line.numbers, other.line.numbers
    least = _REPEAT if mine <= theirs or theirs <= mine else _REPEAT_OF_NUMBERS
    return likeness(one.line.syllables, other.line.syllables) > least


def _gain(one: Candidate, told: set[Pair], due: float, aim: Aim) -> float:
    line = one.line
    new = len(line.pairs - told) / max(1, len(line.pairs))
    longer = 0.0 if aim.sentences is not None else _LONGER
    return one.worth * new * due * float(line.length**longer)


def _dueness(one: Candidate, taken: Sequence[Candidate], due: Sequence[float]) -> float:
    """How much of a brief its episode may still ask for: less with each sentence (D'Hondt)."""
    if len(due) < 2:
        return 1.0
    had = sum(other.episode == one.episode for other in taken)
    far = min((abs(other.episode - one.episode) for other in taken), default=len(due))
    return due[one.episode] / (1 + had) * (_NEAR + far / len(due))
