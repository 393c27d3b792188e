"""Indirect speech: a clause behind a reporting verb or behind `Theo X`."""

from collections.abc import Iterator
from typing import NamedTuple

from sukien.annotate.phrases import (
    Range,
    is_break,
    is_finite,
    noun_phrase,
    starts_phrase,
    subject,
)
from sukien.annotate.quotes_direct import cue_at
from sukien.annotate.reference import can_speak
from sukien.annotate.rows import Row, Unit
from sukien.knowledge.grammar import no_sources, reporting, speaker_nouns

_LEAST = 3
_LINKS = frozenset({"và", "đồng thời", "nhưng", "song", "cũng", "còn", "tuy nhiên", "cũng như"})
_LIGHT = frozenset({"thêm", "rõ", "lại", "tiếp", "trên", "về"})
_EMPTY = frozenset({"như vậy", "vậy", "thế", "như thế", "trên", "như trên"})
_FAR = 14
_NEAR = 16
_REACH = 120


class Reported(NamedTuple):
    """Indirect speech in a row: units of the content and of its speaker, the cue's index."""

    content: Range
    speaker: Range
    cue: int


def reported(row: Row) -> list[Reported]:
    """The indirect speech of one sentence, in order; none inside another."""
    high = _end(row)
    found = list(_by_verb(row, high))
    if not found:
        theo = _by_theo(row, high) or _by_last_theo(row, high)
        found = [theo] if theo else []
    return found


def _end(row: Row) -> int:
    """The index after the last unit that is no final mark."""
    high = len(row)
    while high and row[high - 1].text in {".", "!", "?", "…", "...", ";", ":"}:
        high -= 1
    return high


def _by_verb(row: Row, high: int) -> Iterator[Reported]:
    cues = [index for index in range(high) if cue_at(row, index)]
    low = 0
    open_until = 0
    for number, cue in enumerate(cues):
        if cue < open_until:
            continue
        takes = cue_at(row, cue)
        if takes == "source":
            low = cue + 1
            continue
        speaker = _speaker(row, cue, low)
        start = _content(row, cue, high)
        if takes in {None, "theo"} or speaker is None or start is None:
            continue
        end = _cut(row, start, high, cues[number + 1 : number + 1 + _FAR])
        if end - start >= _LEAST and _is_clause(row, cue, start, end):
            yield Reported((start, end), speaker, cue)
            open_until = end


def _speaker(row: Row, cue: int, low: int) -> Range | None:
    if cue and row[cue - 1].is_a("passive"):
        return None
    floor = low = max(low, cue - _REACH)
    before = cue - 1
    while before > low and (row[before].text in _LINKS or row[before].is_a("adverb")):
        before -= 1
    shared = before >= low and row[before].text == ","
    for index in range(cue - 1, low - 1, -1):
        opens = row[index].text == "mà" or row[index].is_a("that")
        if is_break(row[index]) or (opens and not shared):
            floor = index + 1
            break
    if floor < cue and row[floor].text == "khi":
        floor += 1
    found = subject(row, cue, floor)
    if found is None or row[found[0]].text in {"điều", "đây", "đó", "việc", "ai", "kết quả là"}:
        return None
    speaks = can_speak(row, *found) or row[found[0]].text in speaker_nouns()
    strong = reporting()[row[cue].text] == "clause"
    return found if speaks or strong else None


def _content(row: Row, cue: int, high: int) -> int | None:
    """Where the content starts behind the cue at `cue`, or None when there is none."""
    takes = reporting()[row[cue].text]
    index = cue + 1
    limit = min(high, cue + _FAR)
    while index < limit and row[index].text in _LIGHT:
        index += 1
    if index < limit and row[index].text == "với":
        after = noun_phrase(row, index + 1, high)
        index = after if after > index + 1 else index
    if index < high and row[index].text in {",", ":"}:
        index += 1
    for there in range(index, min(high, index + _FAR)):
        if row[there].text in {"rằng", "là", "rằng là"} and not any(
            is_finite(unit) or unit.text == "," for unit in row[index:there]
        ):
            if row[there].text == "rằng" or there == index:
                return there + 1
            break
    return index if takes in {"clause", "that"} and index < high else None


def _cut(row: Row, start: int, high: int, cues: list[int]) -> int:
    """Where the content ends: before a comma that leads to a second report, or at the end."""
    for cue in cues:
        index = cue
        while index > start and (row[index - 1].text in _LINKS or row[index - 1].is_a("adverb")):
            index -= 1
        if index > start and row[index - 1].text == ",":
            if reporting()[row[cue].text] == "theo":
                stop = noun_phrase(row, cue + 1, high)
                if stop < high or not can_speak(row, cue + 1, stop):
                    continue
            elif not _reports(row, cue, high):
                continue
            return index - 1
    return high


def _reports(row: Row, cue: int, high: int) -> bool:
    """Whether the second of two cues leads to a clause of its own."""
    start = _content(row, cue, high)
    return start is not None and high - start >= _LEAST and _is_clause(row, cue, start, high)


def _is_clause(row: Row, cue: int, start: int, end: int) -> bool:
    """Whether the content is a clause; behind weak cues a bare verb phrase is none."""
    end = min(end, start + _REACH)
    if row[start].text in _EMPTY:
        return False
    if row[start - 1].is_a("that") or reporting()[row[cue].text] == "clause":
        return any(
            u.kind in {"verb", "adj"} or is_finite(u) or u.text == "là" for u in row[start:end]
        )
    if row[start - 1].text == ",":
        return any(u.kind == "verb" or is_finite(u) for u in row[start:end])
    if _is_bare(row[start]):
        return False
    rest = row[start + 1 : end]
    if any(is_finite(u) or u.text in {"là", "có", "còn"} for u in rest[:_NEAR]):
        return True
    return can_speak(row, start, end) and any(u.kind == "verb" for u in rest)


def _is_bare(head: Unit) -> bool:
    """Whether a content that begins so is a verb phrase or an adjunct, no clause."""
    if head.kind == "verb" or (is_finite(head) and not starts_phrase(head)):
        return True
    return head.is_a("preposition") and head.text in {"về", "với", "cho", "đến", "qua", "theo"}


def _by_theo(row: Row, high: int) -> Reported | None:
    """`Theo X, ...` at the start of the sentence."""
    cue = 0
    while cue < min(4, high) and reporting().get(row[cue].text) != "theo":
        if not (row[cue].is_a("opener", "adverb", "conjunction") or row[cue].text == ","):
            return None
        cue += 1
    if cue >= min(4, high) or not _is_source(row, cue + 1, high):
        return None
    ends = (i for i in range(cue + 1, high) if row[i].text in {",", "thì"} or is_break(row[i]))
    comma = next(ends, None)
    comma = None if comma is not None and is_break(row[comma]) else comma
    if comma is None or high - comma - 1 < _LEAST:
        return None
    stop = _without_time(row, cue + 1, comma)
    while comma is not None and _is_apposition(row, cue + 1, comma, high):
        comma = next((i for i in range(comma + 1, high) if row[i].text == ","), None)
        stop = comma if comma is not None else stop
    if comma is None or stop <= cue + 1:
        return None
    return Reported((comma + 1, high), (cue + 1, stop), cue)


def _is_apposition(row: Row, first: int, comma: int, high: int) -> bool:
    """Whether the part behind the comma says who the source is, and a comma ends it."""
    later = next((i for i in range(comma + 1, high) if row[i].text == ","), None)
    if later is None or not any(unit.label == "PER" for unit in row[first:comma]):
        return False
    part = row[comma + 1 : later]
    named = any(unit.label == "PER" for unit in part[:2])
    clause = any(is_finite(unit) for unit in part)
    return (
        bool(part)
        and can_speak(row, comma + 1, later)
        and not named
        and not clause
        and not part[0].is_a("pronoun")
    )


def _without_time(row: Row, first: int, stop: int) -> int:
    """The end of a source without the date behind it."""
    for index in range(first + 1, stop):
        if row[index].kind == "time":
            end = index
            while end > first and row[end - 1].is_a("preposition"):
                end -= 1
            return end
    return stop


def _is_source(row: Row, first: int, high: int) -> bool:
    if first >= high or row[first].text.split(" ")[0] in no_sources():
        return False
    if row[first].text in no_sources() or row[first].kind == "time":
        return False
    noun = next((u for u in row[first : first + 3] if not u.is_a("determiner")), row[first])
    return speaker_nouns().get(noun.text, False) or can_speak(row, first, high)


def _by_last_theo(row: Row, high: int) -> Reported | None:
    """`..., theo X.` at the end of the sentence."""
    for index in range(high - 2, max(0, high - _FAR), -1):
        if reporting().get(row[index].text) == "theo" and row[index - 1].text == ",":
            end = noun_phrase(row, index + 1, high)
            if end < high or not _is_source(row, index + 1, high) or index < _LEAST + 1:
                return None
            return Reported((0, index - 1), (index + 1, high), index)
    return None
