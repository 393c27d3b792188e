"""Short texts beside points of a line, none over another and no leader through a text."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

T = TypeVar("T")
_NARROW = frozenset("ijltfrI.,;:'’|!()[]- /")
_WIDE = frozenset("mwMWĐ—%@…")
_EMS = {"narrow": 0.36, "wide": 0.95, "capital": 0.72, "usual": 0.58, "ideograph": 1.05}
_IDEOGRAPHS = 0x2E80
_APART = 6.0


class Flag(NamedTuple):
    """A text that hangs on a leader at `at`: how wide it is, and whether it hangs to the left."""

    at: float
    width: float
    left: bool = False

    @property
    def box(self) -> tuple[float, float]:
        """From where to where the text reaches, with the room that it keeps free."""
        if self.left:
            return (self.at - self.width - _APART, self.at)
        return (self.at, self.at + self.width + _APART)


def text_width(text: str, size: float) -> float:
    """About how wide a text of that size is in a usual sans serif, rather too wide."""
    return size * sum(map(_ems, text))


@lru_cache(maxsize=4096)
def _ems(character: str) -> float:
    return _EMS[_kind(character)]


def _kind(character: str) -> str:
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    if ord(character) >= _IDEOGRAPHS:
        return "ideograph"
    return "capital" if character.isupper() else "usual"


def wrapped(text: str, size: float, width: float, lines: int) -> tuple[str, ...]:
    """The beginning of a text in so many lines of that width; three dots where more follows."""
    found: list[str] = []
    rest = " ".join(text.split())
    while rest and len(found) < lines:
        last = len(found) == lines - 1
        line = _line(rest, size, width, last=last)
        found.append(line)
        rest = "" if last else rest[len(line) :].lstrip()
    return tuple(found)


def _line(text: str, size: float, width: float, *, last: bool) -> str:
    """What fits into one line, whole words where there is one that fits."""
    if text_width(text, size) <= width:
        return text
    dots = "…" if last else ""
    room, used, cut = width - text_width(dots, size), 0.0, 0
    for cut, character in enumerate(text):  # noqa: B007  the place is what is wanted
        used += size * _ems(character)
        if used > room:
            break
    whole = text[: cut + 1].rpartition(" ")[0] or text[: max(1, cut)]
    return whole.rstrip(" ,;:") + dots if last else whole


def lanes(flags: Sequence[Flag]) -> list[int] | None:
    """The lane of each text, counted from 1 at the line; None where they cannot all hang.

    A text lies above all texts whose leader comes through it; those to the left hang lowest.
    """
    found = [0] * len(flags)
    order = sorted(range(len(flags)), key=lambda number: flags[number].at)
    left = [number for number in order if flags[number].left]
    for number in (*left, *reversed([n for n in order if not flags[n].left])):
        lane = _lane(number, flags, found)
        if lane is None:
            return None
        found[number] = lane
    return found


def _lane(number: int, flags: Sequence[Flag], found: Sequence[int]) -> int | None:
    """The lowest lane above what comes through or, from the other side, comes near."""
    flag, lowest = flags[number], 1
    start, end = flag.box
    for other, lane in zip(flags, found, strict=True):
        if not lane or other is flag:
            continue
        if other.left == flag.left:
            if start <= other.at <= end:
                lowest = max(lowest, lane + 1)
        elif other.box[0] < end and start < other.box[1]:
            if start <= other.at <= end or other.box[0] <= flag.at <= other.box[1]:
                return None
            lowest = max(lowest, lane + 1)
    return lowest


def hung(
    items: Iterable[T], flag_of: Callable[[T], Flag], *, lanes_at_most: int, at_most: int
) -> list[tuple[T, Flag, int]]:
    """Of items, the weightiest first, those that can hang; each with its flag and its lane."""
    kept: list[tuple[T, Flag]] = []
    placed: list[int] = []
    for item in items:
        if len(kept) >= at_most:
            break
        tried = [*kept, (item, flag_of(item))]
        found = lanes([flag for _, flag in tried])
        if found is not None and max(found) <= lanes_at_most:
            kept, placed = tried, found
    return [(item, flag, lane) for (item, flag), lane in zip(kept, placed, strict=True)]


def rows(stretches: Sequence[tuple[float, float]], most: int) -> list[int | None]:
    """The row of each stretch, counted from 0, so that none overlaps; None where none is free."""
    ends: list[float] = []
    found: list[int | None] = [None] * len(stretches)
    for number in sorted(range(len(stretches)), key=lambda n: stretches[n]):
        start, end = stretches[number]
        row = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        if row >= most:
            continue
        ends[row:] = [end, *ends[row + 1 :]]
        found[number] = row
    return found


def slots(wanted: Sequence[float], room: float, first: float, last: float) -> list[float]:
    """Places in order near those wanted, `room` apart, between first and last if they have room.

    `wanted` is in order. Raises ValueError where they have not.
    """
    if wanted and (len(wanted) - 1) * room > last - first:
        raise ValueError(f"{len(wanted)} places, {room} apart, between {first} and {last}")
    found: list[float] = []
    for place in wanted:
        found.append(max(place, found[-1] + room if found else first))
    edge = last
    for number in reversed(range(len(found))):
        found[number] = min(found[number], edge)
        edge = found[number] - room
    return found
