"""Direct speech: what stands between marks, and who says it."""

from bisect import bisect_right
from typing import NamedTuple

from sukien.annotate.phrases import (
    Range,
    is_break,
    is_dash,
    noun_phrase,
    starts_phrase,
    subject,
)
from sukien.annotate.quote_marks import Marked
from sukien.annotate.reference import can_speak
from sukien.annotate.rows import Row, end_of, start_of
from sukien.knowledge.grammar import reporting, speaker_nouns
from sukien.model import Sentence

_SHORT = 3
_ALONE = 8
_FAR = 60
_NAME = 24
_NEAR = 8
_SOURCES = frozenset({"source", "theo"})


class Said(NamedTuple):
    """Who says a stretch: units of row `sentence`, and the index of the cue's unit, or None."""

    sentence: int
    speaker: Range | None
    cue: int | None


class Place(NamedTuple):
    """A stretch in its sentences: rows and indices of the unit before it and the one after."""

    first: int
    before: int
    last: int
    after: int


def place_of(stretch: Marked, sentences: tuple[Sentence, ...], rows: list[Row]) -> Place:
    """Where the marks of a stretch stand; `before` is the opening mark, `after` the closing one."""
    first = max(0, bisect_right(sentences, stretch.start - 1, key=start_of) - 1)
    last = max(first, bisect_right(sentences, stretch.close, key=start_of) - 1)
    before = bisect_right(rows[first], stretch.start - 1, key=start_of) - 1
    after = bisect_right(rows[last], stretch.close, key=end_of)
    return Place(first, max(0, before), last, after)


def attribute(stretch: Marked, place: Place, rows: list[Row], length: int) -> Said | None:
    """Who says a stretch of `length` words, or None when it is not speech.

    `length` counts syllables; a short stretch without cue is an ironic or a literal use.
    """
    intro = introduced(rows[place.first], place.before)
    if intro and (length >= _SHORT or rows[place.first][place.before - 1].text == ":"):
        return Said(place.first, *intro)
    if not stretch.closed:
        return None
    outro = followed(rows[place.last], place.after)
    if outro and length >= _SHORT:
        return Said(place.last, *outro)
    return None


def stands_alone(place: Place, rows: list[Row], length: int) -> bool:
    """Whether a stretch is one or more whole sentences: speech whose speaker was named before."""
    if place.before or length < _ALONE:
        return False
    return all(unit.kind == "mark" for unit in rows[place.last][place.after + 1 :])


def cue_at(row: Row, index: int) -> str | None:
    """What the reporting phrase at `index` takes, or None when there is none or it is a noun here.

    `tuyên bố nêu rõ`: the first of two is who speaks.
    """
    unit = row[index]
    takes = reporting().get(unit.text)
    if takes is None:
        return None
    document = unit.text in speaker_nouns()
    if unit.kind == "noun" and (document or takes == "marks"):
        return None
    if document and index + 1 < len(row):
        after = row[index + 1]
        return (
            None
            if after.text in reporting() or after.is_a("of") or after.text == "chung"
            else takes
        )
    return takes


def introduced(row: Row, mark: int) -> tuple[Range | None, int | None] | None:
    """Speaker and cue before the opening mark at `mark`: `Ông X nói: "`, `X cho rằng "`."""
    if mark <= 0:
        return None
    low = _floor(row, mark - 1)
    colon = row[mark - 1].text == ":"
    for index in range(mark - 1, max(low - 1, mark - _FAR), -1):
        takes = cue_at(row, index)
        if takes in _SOURCES:
            end = noun_phrase(row, index + 1, mark)
            return ((index + 1, end), index) if end > index + 1 else None
        if takes:
            speaker = subject(row, index, low) or (_named(row, low, mark - 1) if colon else None)
            return (speaker, index) if speaker or colon else None
        if not colon and not _bridge(row, index, mark):
            return None
    named = _named(row, low, mark - 1) if colon else None
    return (named, None) if named else None


def _bridge(row: Row, index: int, mark: int) -> bool:
    """Whether a unit may stand between a cue and the mark without a colon."""
    unit = row[index]
    if unit.is_a("that") or unit.text in {"thêm", "rõ", "lại"}:
        return True
    return unit.text == "," and index == mark - 1


def _floor(row: Row, high: int) -> int:
    """Where the clause before `high` starts: behind the last break or closing mark."""
    index = high
    while index > max(0, high - _FAR) and not is_break(row[index - 1]):
        index -= 1
    while index < high and (is_dash(row[index]) or row[index].text in {",", "."}):
        index += 1
    return index


def _named(row: Row, low: int, high: int) -> Range | None:
    """The last phrase before a colon that names somebody: `Chia sẻ về việc này, bà A:`."""
    start = low
    for index in range(high - 1, low - 1, -1):
        if row[index].text == ",":
            start = index + 1
            break
    for first in (start, low):
        if first < high and can_speak(row, first, high):
            end = noun_phrase(row, first, high)
            if end == high or first == start:
                return (first, end) if end > first else None
    return None


def followed(row: Row, mark: int) -> tuple[Range | None, int | None] | None:
    """Speaker and cue behind the closing mark at `mark`: `", X nói`, `" - X`, `", theo X`."""
    low = mark + 1
    parted = ended = False
    if mark > 0 and row[mark - 1].text in {".", "!", "?", "…", "...", ","}:
        ended = True
    while low < len(row) and (row[low].text == "," or is_dash(row[low])):
        parted, low = True, low + 1
    if low >= len(row) or not (parted or ended):
        return None
    if reporting().get(row[low].text) in _SOURCES:
        end = noun_phrase(row, low + 1, len(row))
        return ((low + 1, end), low) if end > low + 1 and can_speak(row, low + 1, end) else None
    found = _cue_behind(row, low)
    if found:
        return found
    dashed = is_dash(row[low - 1]) and can_speak(row, low, len(row))
    end = _to_stop(row, low)
    return ((low, end), None) if dashed and end - low <= _NAME and starts_phrase(row[low]) else None


def _to_stop(row: Row, low: int) -> int:
    high = min(len(row), low + _FAR)
    return next((index for index in range(low, high) if is_break(row[index])), high)


def _cue_behind(row: Row, low: int) -> tuple[Range | None, int | None] | None:
    high = _to_stop(row, low)
    for index in range(low, high):
        takes = cue_at(row, index)
        if not takes or takes in _SOURCES:
            continue
        if index == low:
            end = noun_phrase(row, low + 1, high)
            speaks = can_speak(row, low + 1, end)
            return ((low + 1, end), low) if speaks else None
        speaker = subject(row, index, low)
        if speaker is not None and speaker[0] - low <= _NEAR:
            return speaker, index
    return None


def dialogue(row: Row) -> tuple[int, Range, int] | None:
    """`- Tôi không biết - ông X nói`: the index of the second dash, the speaker, the cue."""
    if len(row) < _ALONE or not is_dash(row[0]):
        return None
    for index in range(_SHORT, len(row) - 1):
        if is_dash(row[index]):
            found = _cue_behind(row, index + 1)
            if found and found[0] and found[1] is not None and found[0][0] <= index + 2:
                return index, found[0], found[1]
    return None
