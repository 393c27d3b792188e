"""Stretches between quotation marks of every style, outermost first, in one pass."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.model import Sentence
from sukien.text import quotation

_DOUBLE = re.compile('["“”„]')
_OTHER = re.compile(r"[«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING = "«‘"
_LONGEST = 6000
_FAMILIES = {"«": "«", "»": "«", "‘": "‘", "’": "‘", "'": "'"}


class Marked(NamedTuple):
    """The content between two marks: characters `start` to `end`.

    `close` is where the closing mark stands, or the end of what is quoted when there is none.
    """

    start: int
    end: int
    close: int
    closed: bool = True


class _Mark(NamedTuple):
    place: int
    opens: bool
    family: str


def marked(text: str, sentences: Sequence[Sentence]) -> list[Marked]:
    """All stretches between marks, in order, none inside another.

    A mark that opens a further sentence of a quotation continues it. A stretch that never closes
    ends with its sentence.
    """
    starts = {sentence.start for sentence in sentences}
    ends = {s.start: s.end for s in sentences}
    bounds = sorted(ends)
    found: list[Marked] = []
    opened: _Mark | None = None
    depth = 0
    for mark in _marks(text):
        if opened is None:
            opened = mark if mark.opens else None
        elif mark.place - opened.place > _LONGEST:
            found.append(_unclosed(opened, bounds, ends))
            opened, depth = (mark if mark.opens else None), 0
        elif mark.family != opened.family:
            continue
        elif mark.opens:
            if (
                text[opened.place + 1 : mark.place].rfind(": ", -3) >= 0
                and mark.place not in starts
            ):
                found.append(_unclosed(opened, bounds, ends))
                opened, depth = mark, 0
            elif mark.place not in starts:
                depth += 1
        elif depth:
            depth -= 1
        else:
            found.append(_trimmed(text, opened.place + 1, mark.place))
            opened = None
    if opened is not None:
        found.append(_unclosed(opened, bounds, ends))
    return found


def _marks(text: str) -> Iterator[_Mark]:
    places = [match.start() for match in _DOUBLE.finditer(text)]
    roles = quotation.roles(text, places) if places else []
    marks = [_Mark(place, role == 0, '"') for place, role in zip(places, roles, strict=True)]
    for match in _OTHER.finditer(text):
        place, sign = match.start(), match.group()
        opens = sign in _OPENING or (sign == "'" and not text[place - 1 : place].strip())
        marks.append(_Mark(place, opens, _FAMILIES[sign]))
    return iter(sorted(marks))


def _unclosed(opened: _Mark, bounds: list[int], ends: dict[int, int]) -> Marked:
    at = bisect.bisect_right(bounds, opened.place) - 1
    end = ends[bounds[at]] if at >= 0 else opened.place + 1
    end = max(end, opened.place + 1)
    return Marked(opened.place + 1, end, end, closed=False)


def _trimmed(text: str, start: int, end: int) -> Marked:
    close = end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Marked(start, end, close)
