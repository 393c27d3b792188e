"""Circles with names moved in a frame until none covers another."""

import math
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

_PAD = 26.0
_ROUNDS = 40
_TRIES = 3
_TURNS = 2
_CLEAR = 24.0
_DONE = 0.5
_GROWTH = 1.2

Spots = list[list[float]]


class Figure(NamedTuple):
    """How far a circle with its name reaches from its middle: to each side, up and down."""

    side: float
    up: float
    down: float


class _Room(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float

    def keep(self, spot: list[float]) -> None:
        spot[0] = max(self.left, min(self.right, spot[0]))
        spot[1] = max(self.top, min(self.bottom, spot[1]))


def spread(
    places: Sequence[Sequence[float]],
    figures: Sequence[Figure],
    lines: Iterable[tuple[int, int]],
    frame: tuple[float, float],
) -> tuple[Spots, float]:
    """Places between 0 and 1 in pixels of a frame (width, least height), and the height it takes.

    What overlaps is pushed apart, and circles off the straight lines between others; where they
    find no room, the frame grows downwards, a few times.
    """
    width, height = frame
    pairs = list(lines)
    for last in range(_TRIES):
        room = [_Room(one.side, width - one.side, one.up, height - one.down) for one in figures]
        spots = [_within(place, within) for place, within in zip(places, room, strict=True)]
        for _ in range(_TURNS):
            parted = _parted(spots, figures, room)
            _off_lines(spots, pairs, room)
        if (_parted(spots, figures, room) and parted) or last == _TRIES - 1:
            break
        height *= _GROWTH
    return spots, round(height, 1)


def _within(place: Sequence[float], room: _Room) -> list[float]:
    x, y = place
    return [
        room.left + x * max(0.0, room.right - room.left),
        room.top + y * max(0.0, room.bottom - room.top),
    ]


def _parted(spots: Spots, figures: Sequence[Figure], room: Sequence[_Room]) -> bool:
    """Pushes what overlaps apart, the shorter way; whether all found a place."""
    for _ in range(_ROUNDS):
        pushed = [_push(spots, figures, pair, room) for pair in combinations(range(len(spots)), 2)]
        if not any(pushed):
            return True
    return False


def _push(
    spots: Spots, figures: Sequence[Figure], pair: tuple[int, int], room: Sequence[_Room]
) -> bool:
    one, other = pair
    upper, lower = pair if spots[one][1] <= spots[other][1] else (other, one)
    gap = abs(spots[one][0] - spots[other][0])
    wide = figures[one].side + figures[other].side + _PAD - gap
    drop = spots[lower][1] - spots[upper][1]
    high = figures[upper].down + figures[lower].up + _PAD / 2 - drop
    if min(wide, high) <= _DONE:
        return False
    if wide < high:
        way = wide / 2 if spots[one][0] <= spots[other][0] else -wide / 2
        spots[one][0] -= way
        spots[other][0] += way
    else:
        spots[upper][1] -= high / 2
        spots[lower][1] += high / 2
    for number in pair:
        room[number].keep(spots[number])
    return True


def _off_lines(spots: Spots, lines: Sequence[tuple[int, int]], room: Sequence[_Room]) -> None:
    """Moves circles aside that a straight line between two others would run through."""
    for one, other in lines:
        (ax, ay), (bx, by) = spots[one], spots[other]
        long = math.hypot(bx - ax, by - ay) or 1.0
        ux, uy = (bx - ax) / long, (by - ay) / long
        for number, spot in enumerate(spots):
            along = (spot[0] - ax) * ux + (spot[1] - ay) * uy
            aside = (spot[1] - ay) * ux - (spot[0] - ax) * uy
            if number in {one, other} or not 0 < along < long or abs(aside) >= _CLEAR:
                continue
            push = (_CLEAR - abs(aside)) * (1 if aside >= 0 else -1)
            spot[0] -= uy * push
            spot[1] += ux * push
            room[number].keep(spot)
