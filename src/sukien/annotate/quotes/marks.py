"""Stretches between quotation marks of every style, outermost first, in one pass."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.model import Sentence
from sukien.text import quotation

_DOUBLE = re.compile('["“”„]')
_OTHER = re.compile(
    r"(?<![\w'‘])(?:''|‘‘)(?=\w)|(?<=[\w.,!?…])(?:''|’’)(?![\w'’])"
    r"|[«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)"
)
_OPENING = "«‘"
_DOUBLED = "''"
_STOPS = ".,;:!?)…-–—\n"
_SPEAKER_BEHIND = frozenset(",-–")
_LONGEST = 6000
_GAP = 90  # characters between inner marks
_LINKS = 8
_LEAST = 40
_FAMILIES = {"«": "«", "»": "«", "‘": "‘", "’": "‘", "'": "'"}


class Marked(NamedTuple):
    """The content between two marks: characters `start` to `end`.

    `close` is where the closing mark stands, or the end of what is quoted when there is none. One
    that is not `opened` starts with the sentence in which it closes; one that is `continued` does
    not close because the next paragraph opens again. A `whole` one starts with a capital.
    """

    start: int
    end: int
    close: int
    closed: bool = True
    opened: bool = True
    continued: bool = False
    whole: bool = False


class _Mark(NamedTuple):
    place: int
    opens: bool
    family: str


def marked(text: str, sentences: Sequence[Sentence]) -> list[Marked]:
    """All stretches between marks, in order, none inside another.

    A mark that opens a further sentence of a quotation continues it. A stretch that never closes
    ends with its sentence.
    """
    ends = {s.start: s.end for s in sentences}
    reader = _Reader(text, ends, sorted(ends))
    for mark in _marks(text):
        reader.take(mark)
    return list(_rejoined(text, reader.all(), reader.bounds))


class _Reader:
    """Marks in order, and the stretches that they have closed so far."""

    def __init__(self, text: str, ends: dict[int, int], bounds: list[int]) -> None:
        self.text = text
        self.ends = ends
        self.bounds = bounds
        self.found: list[Marked] = []
        self.opened: _Mark | None = None
        self.depth = 0
        self.inner = -1  # where the last inner pair closed

    def all(self) -> list[Marked]:
        """The stretches, with the one that is still open."""
        opened = self.opened
        if opened and not self.depth and self._closed_both(opened, len(self.text)):
            self.found.append(_trimmed(self.text, opened.place + 1, self.inner))
        elif opened:
            self.found.append(_unclosed(opened, self.bounds, self.ends))
        return self.found

    def take(self, mark: _Mark) -> None:
        """The next mark."""
        opened = self.opened
        if opened is None:
            self._first(mark)
        elif mark.place - opened.place > _LONGEST:
            self._again(_unclosed(opened, self.bounds, self.ends), mark if mark.opens else None)
        elif mark.family != opened.family:
            return
        elif mark.opens:
            self._opens(opened, mark)
        elif self.depth:
            self.depth -= 1
            self.inner = mark.place
        else:
            self._again(_trimmed(self.text, opened.place + 1, mark.place), None)

    def _first(self, mark: _Mark) -> None:
        self.opened = mark if mark.opens else None
        if not mark.opens and mark.family == '"':
            self.found.extend(_unopened(self.text, mark.place, self.bounds, self.found))

    def _opens(self, opened: _Mark, mark: _Mark) -> None:
        """A mark that opens within what is open: a further one, a paragraph, or an inner one."""
        before = self.text[max(opened.place + 1, mark.place - 3) : mark.place]
        if not self.depth and self._closed_both(opened, mark.place):
            self._again(_trimmed(self.text, opened.place + 1, self.inner), None)
            self._first(mark)
        elif mark.place not in self.ends:
            if ": " in before:
                self._again(_unclosed(opened, self.bounds, self.ends), mark)
            else:
                self.depth += 1
        elif _opens_line(self.text, mark.place):
            paragraph = _paragraph(self.text, opened, mark)
            self._again(paragraph or _unclosed(opened, self.bounds, self.ends), mark)

    def _closed_both(self, opened: _Mark, place: int) -> bool:
        """Whether an inner mark ended line and speech: `... là "đáng sống", A nói.`"""
        end = place == len(self.text)
        if self.inner <= opened.place or not (end or "\n" in self.text[self.inner : place]):
            return False
        return self.text[self.inner + 1 : self.inner + 3].strip(" ")[:1] in _SPEAKER_BEHIND

    def _again(self, stretch: Marked, opened: _Mark | None) -> None:
        self.found.append(stretch)
        self.opened, self.depth = opened, 0


def _rejoined(text: str, found: list[Marked], bounds: list[int]) -> Iterator[Marked]:
    """Stretches whose inner marks were taken for their ends made whole again.

    `"Tôi mặc áo" đỏ "để đi chợ", bà A nói`: what closes in the middle of a clause, and opens again
    a few words on in the middle of one, did neither.
    """
    at = 0
    while at < len(found):
        last = _chain(text, found, at, bounds)
        yield (
            Marked(found[at].start, found[last].end, found[last].close) if last > at else found[at]
        )
        at = last + 1


def _chain(text: str, found: list[Marked], at: int, bounds: list[int]) -> int:
    """The last of the stretches from `at` on that are one."""
    last = at
    if not _begins(text, found[at].start - 1, bounds):
        return at
    while found[last].closed and not _ends(text, found[last]):
        after = last + 1
        if after >= min(len(found), at + _LINKS) or not found[after].closed:
            return at
        gap = text[found[last].close : found[after].start]
        if len(gap) > _GAP or "\n" in gap or _begins(text, found[after].start - 1, bounds):
            return at
        if _parted(bounds, found[last].close, found[after].start):
            return at
        last = after
    return last if found[last].close - found[at].start >= _LEAST else at


def _parted(bounds: list[int], low: int, high: int) -> bool:
    """Whether a sentence starts between two characters."""
    return bisect.bisect_right(bounds, low) < bisect.bisect_left(bounds, high)


def _begins(text: str, mark: int, bounds: list[int]) -> bool:
    """Whether what opens at `mark` starts a sentence or follows a colon."""
    before = text[max(0, mark - 2) : mark].strip()[-1:]
    at = bisect.bisect_left(bounds, mark)
    return not before or before == ":" or (at < len(bounds) and bounds[at] == mark)


def _ends(text: str, stretch: Marked) -> bool:
    """Whether the mark that closes a stretch stands at the end of a clause."""
    after = text[stretch.close + 1 : stretch.close + 3].strip(" _")[:1]
    before = text[stretch.close - 2 : stretch.close].strip()[-1:]
    return not after or after in _STOPS or before in ".!?…," or after == "\n"


def _marks(text: str) -> Iterator[_Mark]:
    places = [match.start() for match in _DOUBLE.finditer(text)]
    roles = quotation.roles(text, places) if places else []
    marks = [_Mark(place, role == 0, '"') for place, role in zip(places, roles, strict=True)]
    swapped = 0 <= text.find("»") < text.find("«")  # »as in German«
    for match in _OTHER.finditer(text):
        place, sign = match.start(), match.group()
        free = not text[max(0, place - 1) : place].strip(" \n([:")
        if len(sign) > 1:
            marks.append(_Mark(place + free, free, _DOUBLED))
            continue
        opens = sign in _OPENING or (sign == "'" and free)
        marks.append(_Mark(place, opens != (swapped and sign in "«»"), _FAMILIES[sign]))
    return iter(sorted(marks))


def _unopened(text: str, close: int, bounds: list[int], found: list[Marked]) -> Iterator[Marked]:
    """What closes without having opened, from the start of its sentence on."""
    at = bisect.bisect_left(bounds, close) - 1
    if at < 0 or (found and found[-1].close >= bounds[at]):
        return
    stretch = _trimmed(text, bounds[at], close)
    if stretch.end > stretch.start and _ends(text, stretch):
        yield stretch._replace(opened=False)


def _opens_line(text: str, place: int) -> bool:
    return text[max(0, place - 2) : place].rstrip(" ").endswith("\n")


def _paragraph(text: str, opened: _Mark, mark: _Mark) -> Marked | None:
    """A paragraph of speech that the next one goes on with, where that follows at once."""
    stretch = _trimmed(text, opened.place + 1, mark.place)
    if "\n" in text[stretch.start : stretch.end]:
        return None
    return stretch._replace(close=stretch.end, closed=False, continued=True)


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
    return Marked(start, end, close, whole=text[start : start + 1].isupper())
