"""Who a verb is said of: the phrase before it, that of an earlier verb, or the topic.

A verb without a subject of its own shares that of the verb before it (`X đến Y, gặp Z`), unless
that verb hands its object on (`yêu cầu X dừng`). What stands between a phrase and a marked verb
describes the phrase (`tài xế lái xe tải đã bỏ trốn`).
"""

from typing import NamedTuple

from sukien.annotate.events_phrases import FAR, before, headed, is_verb
from sukien.annotate.phrases import NOMINAL, Range, is_dash, is_finite, starts_phrase, verb_group
from sukien.annotate.rows import QUOTE_MARKS, Row
from sukien.knowledge.frames import frames

_HARD = frozenset({";", ":", "…", "...", ".", "?", "!"})
_MOST_VERBS = 6
_SHARED = frozenset({",", "và", "rồi", "để", "nhằm", "nhưng", "song", "mà", "hoặc", "nên", "thì"})
_QUOTED_WORDS = 8


class Subject(NamedTuple):
    """The phrase that acts, and who acts with it (`phối hợp với X`)."""

    units: Range | None
    partner: Range | None = None


NOBODY = Subject(None)


def sentence_start(row: Row, at: int, floor: int) -> int:
    """Where what the unit at `at` may share starts: behind a hard break or an open quotation."""
    low = max(floor, at - FAR)
    for index in range(at - 1, low - 1, -1):
        if row[index].text in _HARD:
            return index + 1
        if row[index].text in QUOTE_MARKS and _opens_speech(row, index, at):
            return index + 1
    return low


def _opens_speech(row: Row, index: int, at: int) -> bool:
    """Whether a mark of quotation opens what holds the unit at `at`: it is not closed before."""
    near = range(max(0, index - _QUOTED_WORDS), min(len(row), at + 2))
    return sum(row[there].text in QUOTE_MARKS for there in near) % 2 == 1


def group_start(row: Row, at: int, low: int) -> int:
    """Where the marks, adverbs, times and helping verbs before the verb at `at` start."""
    group = verb_group(row, at, low)
    while group > low and row[group - 1].kind == "adj" and _adverbial(row, group - 1, low):
        group = verb_group(row, group - 1, low)
    return group


def _adverbial(row: Row, index: int, low: int) -> bool:
    """Whether an adjective before a verb tells how: a name or a mark of the verb leads it."""
    return index > low and (row[index - 1].kind == "name" or is_finite(row[index - 1]))


def subject_of(row: Row, at: int, low: int, depth: int = 0) -> Subject:
    """Who the verb at `at` is said of; nothing before `low` is looked at."""
    low = max(low, at - FAR)
    group = group_start(row, at, low)
    if group <= low or depth > _MOST_VERBS:
        return NOBODY
    end = _inside(row, group, low)
    first = before(row, end, low)
    if first == end:
        return _shared(row, group, low, depth)
    marked = any(is_finite(unit) for unit in row[group:at])
    return _from(row, (first, end), low, (marked, depth))


def _inside(row: Row, group: int, low: int) -> int:
    """Where the phrase before the verb ends: an aside between dashes is passed over."""
    if not is_dash(row[group - 1]):
        return group
    for there in range(group - 2, max(low, group - 40), -1):
        if is_dash(row[there]):
            return there
    return group - 1


def _from(row: Row, phrase: Range, low: int, how: tuple[bool, int]) -> Subject:
    """The subject, when `phrase` stands right before the verb: it, or what it belongs to."""
    first = phrase[0]
    if first <= low:
        return Subject(phrase)
    unit = row[first - 1]
    if unit.text == "là":
        return _predicate(row, first - 1, low) or Subject(phrase)
    frame = frames().get(unit.text)
    if is_verb(row, first - 1) or frame in {"exist", "relative"}:
        return _after_verb(row, phrase, low, how)
    if unit.is_a("preposition", "place") and not unit.is_a("subordinator"):
        return _after_preposition(row, phrase, low, how)
    return Subject(phrase)


def _predicate(row: Row, at: int, low: int) -> Subject | None:
    """`X là người đầu tiên ...`: X."""
    end = verb_group(row, at, low)
    first = before(row, end, low)
    return Subject((first, end)) if first < end else None


def _after_verb(row: Row, phrase: Range, low: int, how: tuple[bool, int]) -> Subject:
    """The subject when an earlier verb has the phrase as its object."""
    first, end = phrase
    marked, depth = how
    frame = frames().get(row[first - 1].text)
    if frame in {"pivot", "exist"} and not (
        frame == "exist" and before(row, first - 1, low) < first - 1
    ):
        return Subject(phrase)
    start = before(row, first - 1, low)
    owned = start < first - 1
    if owned and (frame == "relative" or (marked and not _named(row, first - 1))):
        return (
            _from(row, (start, end), low, (marked, depth + 1))
            if depth < _MOST_VERBS
            else Subject((start, end))
        )
    if marked and not owned:
        return Subject(phrase)
    shared = subject_of(row, first - 1, low, depth + 1)
    return shared if shared.units else Subject(phrase)


def _named(row: Row, last: int) -> bool:
    """Whether the phrase ends in a name or pronoun, which no verb describes."""
    return row[last - 1].kind == "name" or row[last - 1].is_a("pronoun", "after")


def _after_preposition(row: Row, phrase: Range, low: int, how: tuple[bool, int]) -> Subject:
    """The subject when the phrase stands behind a preposition."""
    first, end = phrase
    marked, depth = how
    frame = frames().get(row[first - 1].text)
    if frame == "to":
        return Subject(phrase)
    start = before(row, first - 1, low)
    if start < first - 1:
        if frame == "together" or not _adverbial_place(row, start, low):
            return Subject((start, end)) if depth == 0 or marked else Subject((start, first - 1))
        return NOBODY
    verb = first - 2
    if verb < low or not is_verb(row, verb) or depth >= _MOST_VERBS:
        return NOBODY if verb < low else Subject(phrase)
    owner = subject_of(row, verb, low, depth + 1)
    return Subject(owner.units or phrase, phrase if frame == "together" and owner.units else None)


def _adverbial_place(row: Row, first: int, low: int) -> bool:
    return first > low and row[first - 1].is_a("preposition", "place")


def _shared(row: Row, group: int, low: int, depth: int) -> Subject:
    """The subject of the verb before, for a verb with none of its own."""
    index = group - 1
    if row[index].text == ",":
        apposed = _apposed(row, index, low)
        if apposed:
            return Subject(apposed)
    if row[index].is_a("preposition") and row[index].text not in {"sau", "trước", "để", "từ"}:
        return _governed(row, index, low, depth)
    for there in range(index, max(low, index - FAR) - 1, -1):
        if is_verb(row, there) and not (there > low and row[there - 1].text in NOMINAL):
            return subject_of(row, there, low, depth + 1)
        if row[there].text in _HARD:
            break
    return _opening_phrase(row, low, index)


def _governed(row: Row, index: int, low: int, depth: int) -> Subject:
    for there in range(index - 1, max(low, index - 8) - 1, -1):
        if is_verb(row, there):
            return subject_of(row, there, low, depth + 1)
    return _opening_phrase(row, low, index)


def _apposed(row: Row, comma: int, low: int) -> Range | None:
    """`Ông A, giám đốc B, ...`: the phrase before the comma, when it opens the clause."""
    first = before(row, comma, low)
    if first == comma:
        return None
    opens = (
        first == low
        or row[first - 1].kind in {"mark", "time"}
        or row[first - 1].is_a("opener", "that", "conjunction")
    )
    return (first, comma) if opens and row[first - 1].text != "," else None


def _opening_phrase(row: Row, low: int, high: int) -> Subject:
    """The phrase that opens the clause: `Ông A nay đã ...`."""
    first = low
    while first < high and not starts_phrase(row[first]):
        if row[first].is_a("preposition", "place", "subordinator") or row[first].kind == "verb":
            return NOBODY
        first += 1
    end = first
    while end < high and not (is_finite(row[end]) or row[end].kind in {"verb", "time", "mark"}):
        if row[end].is_a("preposition", "adverb", "subordinator", "that", "place"):
            break
        end += 1
    return Subject((first, end)) if first < end and headed(row, first, end) else NOBODY
