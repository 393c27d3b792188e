"""Names beside the places of a map, none upon another."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Boxes = npt.NDArray[np.float64]

_LETTER = 0.55
_LINE = 1.1
_BASELINE = 0.77
_GAP = 3.0
_FAR = (20.0, 34.0, 52.0)
_DIRECTIONS = 12
_STEPS = 8


class Box(NamedTuple):
    """A rectangle in the units of a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two have anything in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def within(self, other: "Box") -> bool:
        """Whether this one lies in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


class Sign(NamedTuple):
    """What stands on a map and may have a name: its middle and its radius."""

    x: float
    y: float
    radius: float
    name: str

    @property
    def box(self) -> Box:
        """The space that it takes."""
        r = self.radius
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)


class Label(NamedTuple):
    """A name as it is drawn: `number` is that of its sign; `anchor` is start, middle or end.

    `leader` is the SVG path of a line from the sign to a name that stands apart from it, or "".
    """

    number: int
    x: float
    y: float
    anchor: str
    text: str
    leader: str = ""


class Placed(NamedTuple):
    """A name somewhere, the room that it takes, and the ends of the line that leads to it."""

    label: Label
    box: Box
    line: tuple[tuple[float, float], tuple[float, float]] | None = None


def space(label: Label, size: float) -> Box:
    """The room that a name takes in letters of that size."""
    width, height = len(label.text) * _LETTER * size, _LINE * size
    left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * width
    top = label.y - _BASELINE * height
    return Box(left, top, left + width, top + height)


def labels(
    signs: Sequence[Sign], room: Box, taken: Iterable[Box], *, size: float, most: int
) -> tuple[Label, ...]:
    """Names for the first signs, at most `most`: each where it covers no sign, no other name and
    nothing that is taken; one that finds no such place has no name on the map.
    """
    boxes = [sign.box for sign in signs]
    used = list(taken)
    found: list[Label] = []
    for number, sign in enumerate(signs):
        if len(found) == most:
            break
        far = (_apart(number, sign, reach, size) for reach in _FAR)
        places = chain([_beside(number, sign, size)], far)
        covered = np.array([boxes[number], *boxes[:number], *boxes[number + 1 :], *used])
        free = (_first_free(some, room, covered) for some in places)
        if place := next(filter(None, free), None):
            found.append(place.label)
            used += [place.box, *_along(place)]
    return tuple(found)


def _first_free(places: Iterable[Placed], room: Box, used: Boxes) -> Placed | None:
    """The first place whose name covers nothing that is used, and whose line crosses nothing but
    the sign that it leads to, the first of what is used.
    """
    known = list(places)
    boxes = np.array([place.box for place in known])
    inside = (boxes[:, :2] >= room[:2]).all(axis=1) & (boxes[:, 2:] <= room[2:]).all(axis=1)
    for number in np.flatnonzero(inside & ~_covering(boxes, used)):
        line = list(_along(known[number]))
        if not line or not _covering(np.array(line), used[1:]).any():
            return known[number]
    return None


def _covering(boxes: Boxes, those: Boxes) -> npt.NDArray[np.bool_]:
    """Which of the boxes meet one of those."""
    left, top, right, bottom = (boxes[:, [side]] for side in range(4))
    across = (left < those[:, 2]) & (those[:, 0] < right)
    met = across & (top < those[:, 3]) & (those[:, 1] < bottom)
    return np.asarray(met.any(axis=1))


def _along(place: Placed) -> Iterator[Box]:
    """Small boxes along the line that leads to a name."""
    if place.line:
        (x, y), (end_x, end_y) = place.line
        for step in range(1, _STEPS):
            at_x = x + (end_x - x) * step / _STEPS
            at_y = y + (end_y - y) * step / _STEPS
            yield Box(at_x - 1, at_y - 1, at_x + 1, at_y + 1)


def _beside(number: int, sign: Sign, size: float) -> Iterator[Placed]:
    """Where the name of a sign may stand, the best first: right, left, above, below, aslant."""
    height = _LINE * size
    reach = sign.radius + _GAP
    aslant = 0.72 * reach
    tops = {"middle": sign.y - height / 2, "up": sign.y - aslant - height, "down": sign.y + aslant}
    for anchor, level in (("start", "middle"), ("end", "middle")):
        yield _at(number, sign, anchor, tops[level], reach, size)
    for top in (sign.y - reach - height, sign.y + reach):
        yield _at(number, sign, "middle", top, 0.0, size)
    for level in ("up", "down"):
        for anchor in ("start", "end"):
            yield _at(number, sign, anchor, tops[level], aslant, size)


def _apart(number: int, sign: Sign, far: float, size: float) -> Iterator[Placed]:
    """The same farther off, all around, with a line between."""
    for step in range(_DIRECTIONS):
        yield _led(number, sign, far, step * math.tau / _DIRECTIONS, size)


def _led(number: int, sign: Sign, far: float, turn: float, size: float) -> Placed:
    """The name apart from its sign, and the line to it."""
    right, down = math.cos(turn), math.sin(turn)
    anchor = "start" if right > 0.3 else "end" if right < -0.3 else "middle"
    distance = sign.radius + far
    x, y = sign.x + distance * right, sign.y + distance * down
    moved = sign._replace(x=x, y=y)
    height = _LINE * size
    top = y - height / 2 + (0.3 * height * down if anchor == "middle" else 0.0)
    placed = _at(number, moved, anchor, top, 1.5, size)
    reach = 0.9 * sign.radius
    line = (sign.x + reach * right, sign.y + reach * down), (x, y)
    leader = "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*line[0], *line[1])
    return Placed(placed.label._replace(leader=leader), placed.box, line)


def _at(number: int, sign: Sign, anchor: str, top: float, reach: float, letters: float) -> Placed:
    x = sign.x + {"start": 1, "middle": 0, "end": -1}[anchor] * reach
    baseline = top + _BASELINE * _LINE * letters
    label = Label(number, round(x, 1), round(baseline, 1), anchor, sign.name)
    return Placed(label, space(label, letters))
