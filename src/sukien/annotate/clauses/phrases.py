"""Noun phrases and clauses in a row of units, shallowly: who stands before a verb, what behind it.

Vietnamese marks neither case nor agreement. What parts a subject from its verb are the marks of
the verb (`đã`, `sẽ`, `bị`), adverbs and times; what parts an object from what follows are
prepositions, subordinators and commas. Every function is linear in the length of the row.
"""

from collections.abc import Collection

from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.clauses.traits import (
    BREAK,
    DASH,
    FINITE,
    FIRST,
    GROUP,
    HEAD,
    INNER,
    OF,
    STARTS,
    TIME,
)

NOMINAL = frozenset(
    {"cuộc", "vụ", "việc", "sự", "lễ", "trận", "quá trình", "buổi", "chuyến", "đợt"}
)
_TIES = frozenset({"và", "cùng", "hoặc"})
_BEFORE_TIME = frozenset(
    {",", "hồi", "vào", "lúc", "từ", "trong", "kể từ", "vào lúc", "vào hồi", "hôm"}
)
_OF_VERB = GROUP | TIME
_LONGEST = 60
_FAR = 120

Range = tuple[int, int]


def starts_phrase(unit: Unit) -> bool:
    """Whether a noun phrase can start with the unit."""
    return bool(unit.traits & STARTS)


def is_finite(unit: Unit) -> bool:
    """Whether the unit marks a verb: `đã`, `sẽ`, `không`, `bị` ..."""
    return bool(unit.traits & FINITE)


def is_break(unit: Unit) -> bool:
    """Whether no phrase goes over the unit."""
    return bool(unit.traits & BREAK)


def is_dash(unit: Unit) -> bool:
    """Whether the unit is a dash that stands for itself."""
    return bool(unit.traits & DASH)


def close_of(row: Row, at: int, high: int) -> int:
    """The index after the parenthesis that opens at `at`, or `at` when it does not close."""
    for index in range(at + 1, min(high, at + _LONGEST)):
        if row[index].text == ")":
            return index + 1
    return at


def noun_phrase(row: Row, at: int, high: int, *, joined: bool = True) -> int:
    """The index after the noun phrase that starts at `at`; `at` when none does.

    The phrase goes on over nouns, names, adjectives, `của`, a parenthesis behind a name, and words
    such as `này`; over `và` and a further noun phrase too when it may be `joined`.
    """
    index, headed, sure = at, False, at
    high = min(high, at + _LONGEST)
    while index < high:
        unit = row[index]
        traits = unit.traits
        if headed and unit.text == "(":
            after = close_of(row, index, high)
            if after == index:
                break
            index = after
        elif headed and _goes_on(row, index, high) and (joined or traits & OF):
            index, headed = index + 1, False
            continue
        elif traits & (INNER if headed else FIRST):
            headed = headed or bool(traits & HEAD)
            index += 1
        else:
            break
        sure = index if headed else sure
    return sure


def _goes_on(row: Row, at: int, high: int) -> bool:
    """Whether `A của B`, `A và B`, `A, B và C` continues one phrase behind the unit at `at`."""
    unit = row[at]
    tied = unit.traits & OF or unit.text in _TIES
    if not (tied or unit.text == ",") or at + 1 >= high or not row[at + 1].traits & STARTS:
        return False
    if tied:
        return True
    names = row[at - 1].kind == "name" and row[at + 1].kind == "name"
    return names and any(u.text == "và" for u in row[at + 2 : at + 6])


def verb_group(row: Row, verb: int, low: int) -> int:
    """The index at which the group of the verb at `verb` starts: its marks, adverbs and times."""
    index = verb
    while index > low:
        traits = row[index - 1].traits
        if not traits & _OF_VERB:
            break
        index -= 1
        while traits & TIME and index > low and row[index - 1].text in _BEFORE_TIME:
            index -= 1
    return index


def subject(row: Row, verb: int, low: int, *, plain: bool = False) -> Range | None:
    """The noun phrase that is subject of the verb at `verb`, looked for from `low` on.

    Next to the verb, with its appositions (`Ông A, giám đốc B, ngày 3/5 cho biết`); else the
    subject of the sentence's earlier verb (`X đã gây sức ép ..., cho rằng`). A `plain` subject
    holds no verb.
    """
    low = max(low, verb - _FAR)
    end = verb_group(row, verb, low)
    segments = segments_of(row, low, end)
    if not segments:
        return None
    comma = row[end - 1].text == ","
    last = len(segments) - 1
    first, stop = segments[last]
    if comma and not _apposed(row, segments, last):
        return earlier(row, segments)
    coordinate = row[stop - 1].is_a("conjunction")
    verbal = plain and any(unit.kind == "verb" for unit in row[first + 1 : stop])
    if not starts_phrase(row[first]) or coordinate or verbal or _verbs(row, first, stop) < stop:
        return leading(row, first, stop) or earlier(row, segments[:-1])
    while last > 0 and _apposed(row, segments, last):
        last -= 1
    return segments[last][0], stop


def segments_of(row: Row, low: int, high: int) -> list[Range]:
    """The parts between commas outside parentheses, without those that are empty."""
    found = parted(row, low, high)
    bare = [(_opened(row, a, b), _closed(row, a, b)) for a, b in found]
    return [(a, b) for a, b in bare if a < b]


def parted(row: Row, low: int, high: int, turns: Collection[str] = ()) -> list[Range]:
    """The parts between commas outside parentheses, and between words that turn to another."""
    found, start, index = [], low, low
    while index < high:
        text = row[index].text
        if text == "(":
            index = max(index, close_of(row, index, high) - 1)
        elif text == "," or (text in turns and row[index].kind != "noun"):
            found.append((start, index))
            start = index + 1
        index += 1
    return [*found, (start, high)]


def _opened(row: Row, first: int, stop: int) -> int:
    """The start of a part without the `tuy nhiên`, `trong khi đó` that opens it."""
    while first < stop and row[first].is_a("opener", "adverb") and not starts_phrase(row[first]):
        first += 1
    return first


def _closed(row: Row, first: int, stop: int) -> int:
    """The end of a part without the dashes that close an apposition."""
    while stop > first and (is_dash(row[stop - 1]) or row[stop - 1].text == ","):
        stop -= 1
    return stop


def _apposed(row: Row, segments: list[Range], number: int) -> bool:
    """Whether a part between commas says who the part before it is."""
    if number == 0:
        return False
    (first, stop), (start, end) = segments[number], segments[number - 1]
    if not starts_phrase(row[first]) or row[first].is_a("pronoun"):
        return False
    if _verbs(row, first, stop) < stop and not row[first].text.startswith("người"):
        return False
    if any(unit.label == "PER" for unit in row[first : min(stop, first + 3)]):
        return False
    plain = starts_phrase(row[start]) and _verbs(row, start, end) == end
    person = any(unit.label == "PER" for unit in row[start:end])
    if plain and (person or row[start].is_a("pronoun")):
        return True
    return _apposed(row, segments, number - 1)


def _verbs(row: Row, first: int, stop: int) -> int:
    """The first unit of a part that makes it a clause: a verb's mark, or a verb behind a name."""
    for index in range(first, stop):
        unit = row[index]
        if is_finite(unit) or unit.is_a("subordinator", "that"):
            return index
        person = index > first and (row[index - 1].label == "PER" or row[index - 1].is_a("pronoun"))
        if unit.kind == "verb" and person:
            return index
    return stop


def leading(row: Row, first: int, stop: int) -> Range | None:
    """The noun phrase that opens a clause: up to the first thing that belongs to its verb."""
    if first >= stop or not starts_phrase(row[first]):
        return None
    end = first
    for index in range(first, stop):
        unit = row[index]
        verbal = unit.kind == "verb" and index > first and row[index - 1].text not in NOMINAL
        if (
            is_finite(unit)
            or unit.is_a("adverb", "subordinator", "that")
            or unit.kind == "time"
            or verbal
        ):
            break
        end = index + 1
    while end > first and row[end - 1].is_a("preposition", "conjunction", "place"):
        end -= 1
    return (first, end) if end > first else None


def earlier(row: Row, segments: list[Range]) -> Range | None:
    """The subject of the first clause among the parts, which a later verb shares."""
    for number, (first, stop) in enumerate(segments):
        found = leading(row, first, stop)
        if not found:
            continue
        last = number
        while (
            found[1] == segments[last][1]
            and last + 1 < len(segments)
            and _apposed(row, segments, last + 1)
        ):
            last += 1
            found = (found[0], segments[last][1])
        return found
    return None
