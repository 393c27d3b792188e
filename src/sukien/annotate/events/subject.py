"""Who a verb is said of: the phrase before it, that of an earlier verb, or the topic.

A verb without a subject of its own shares that of the verb before it (`X đến Y, gặp Z`), unless
that verb hands its object on (`yêu cầu X dừng`). What stands between a phrase and a marked verb
describes the phrase (`tài xế lái xe tải đã bỏ trốn`).
"""

from typing import NamedTuple

from sukien.annotate.clauses.noun_phrases import FAR, before, behind, is_verb, opens
from sukien.annotate.clauses.phrases import NOMINAL, Range, is_dash, verb_group
from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.clauses.traits import (
    ACTOR,
    ADVERB,
    CONJUNCTION,
    DASH,
    DETERMINER,
    FINITE,
    NAME,
    OPENER,
    PASSIVE,
    PLACE,
    PREPOSITION,
    QUOTE,
    SUBORDINATOR,
    THAT,
    TIME,
)
from sukien.knowledge.frames import frames
from sukien.knowledge.happenings import event_types, triggers

_HARD = frozenset({";", ":", "…", "...", ".", "?", "!"})
_MOST_VERBS = 6
_LONGEST_ASIDE = 40
_SHORT = 9
_STANDING = frozenset({"exist", "relative"})
_PLACING = PREPOSITION | PLACE
_OPENS = OPENER | THAT | CONJUNCTION
_PLACES = frozenset({"xã", "huyện", "tỉnh", "quận", "phường", "thị xã", "thị trấn", "thành phố"})
_EDGES = frozenset({",", "nhưng", "nên", "thì", "mà", "song", "tuy nhiên", "đồng thời", "còn"})
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
        unit = row[index]
        if unit.text in _HARD or (unit.traits & QUOTE and _opens_speech(row, index, at)):
            return index + 1
    return low


def _opens_speech(row: Row, index: int, at: int) -> bool:
    """Whether a mark of quotation opens what holds the unit at `at`: it is not closed before."""
    near = range(max(0, index - _QUOTED_WORDS), min(len(row), at + 2))
    return sum(row[there].traits & QUOTE != 0 for there in near) % 2 == 1


def group_start(row: Row, at: int, low: int) -> int:
    """Where the marks, adverbs, times and helping verbs before the verb at `at` start."""
    group = verb_group(row, at, low)
    while group > low and row[group - 1].kind == "adj" and _adverbial(row, group - 1, low):
        group = verb_group(row, group - 1, low)
    return group


def _adverbial(row: Row, index: int, low: int) -> bool:
    """Whether an adjective before a verb tells how: a name or a mark of the verb leads it."""
    return index > low and bool(row[index - 1].traits & (NAME | FINITE))


def subject_of(row: Row, at: int, low: int, depth: int = 0) -> Subject:
    """Who the verb at `at` is said of; nothing before `low` is looked at."""
    low = max(low, at - FAR)
    group = group_start(row, at - _is_quoted(row, at), low)
    if group <= low or depth > _MOST_VERBS:
        return NOBODY
    end = _inside(row, group, low) if row[group - 1].traits & DASH else group
    first = before(row, end, low)
    if first == end and group < at and _compound(row, end, low) and _how(row, at, group, 0).marked:
        first = before(row, end - 1, low)
    if first == end:
        return _shared(row, group, low, depth)
    return _from(row, (_unheld(row, first, end), end), low, _how(row, at, group, depth))


def _is_quoted(row: Row, at: int) -> bool:
    """Whether the unit at `at` alone stands in quotation marks."""
    both = 0 < at < len(row) - 1
    return both and bool(row[at - 1].traits & row[at + 1].traits & QUOTE)


def _inside(row: Row, group: int, low: int) -> int:
    """Where the phrase before the verb ends: the aside that a dash closes is passed over."""
    for there in range(group - 2, max(low, group - _LONGEST_ASIDE), -1):
        if is_dash(row[there]):
            return there
    return group - 1


class _How(NamedTuple):
    """A verb's marks: any at all, of a passive; whether its subject undergoes it; verbs passed."""

    marked: bool
    passive: bool
    undergoes: bool
    depth: int


def _how(row: Row, at: int, group: int, depth: int) -> _How:
    marks = 0
    for index in range(group, at):
        marks |= row[index].traits
    trigger = triggers().get(row[at].text)
    undergoes = trigger is not None and event_types()[trigger.type].one == "target"
    passive = (marks | row[at].traits) & PASSIVE
    return _How(bool(marks & FINITE), bool(passive), undergoes, depth)


def is_passive(unit: Unit) -> bool:
    """Whether the unit marks a passive: `bị`, `được`, `đã bị`, or holds its mark: `bị bắt`."""
    return bool(unit.traits & PASSIVE)


def _compound(row: Row, end: int, low: int) -> bool:
    """Whether a verb before a marked verb belongs to the noun: `đơn vị thi công đã ...`."""
    return end - 2 >= low and is_verb(row, end - 1) and row[end - 2].kind == "noun"


def _unheld(row: Row, first: int, end: int) -> int:
    """The start of a phrase without the noun that holds its happening: `vụ | học sinh`."""
    index = first
    if index + 1 == end:
        return first
    while index + 1 < end and (row[index].traits & DETERMINER or row[index].kind == "number"):
        index += 1
    if index + 1 >= end or not row[index + 1].traits & (NAME | ACTOR):
        return first
    return index + 1 if frames().get(row[index].text) == "carrier" else first


def _from(row: Row, phrase: Range, low: int, how: _How) -> Subject:
    """The subject, when `phrase` stands right before the verb: it, or what it belongs to."""
    first, end = phrase
    if first <= low:
        return Subject(phrase)
    unit = row[first - 1]
    if unit.kind == "mark":
        return _behind_mark(row, phrase, low, how)
    if unit.text == "là":
        return _predicate(row, phrase, low) or Subject(phrase)
    if (how.undergoes or not how.marked) and frames().get(row[end - 1].text) == "carrier":
        return _held(row, first, low, how)
    if is_verb(row, first - 1) or frames().get(unit.text) in _STANDING:
        return _after_verb(row, phrase, low, how)
    leads = unit.traits & _PLACING and not unit.traits & SUBORDINATOR
    return _after_preposition(row, phrase, low, how) if leads else Subject(phrase)


def _behind_mark(row: Row, phrase: Range, low: int, how: _How) -> Subject:
    """The subject when a mark stands before the phrase: an aside or an address is none."""
    first, end = phrase
    if row[first - 1].text == "(":
        return subject_of(row, first - 1, low, how.depth + 1)
    if is_dash(row[first - 1]) and first - 1 > low and row[first - 2].label in {"PER", "ORG"}:
        return Subject((before(row, first - 1, low), end))
    if row[first - 1].text == "," and _places(row, first, end):
        return Subject(clause_opening(row, phrase, low) or phrase)
    if not how.marked and frames().get(row[end - 1].text) == "carrier":
        return NOBODY
    return Subject(phrase)


def _places(row: Row, first: int, end: int) -> bool:
    """Whether the phrase is the end of an address: `..., huyện A, tỉnh B`."""
    listed = first > 1 and row[first].label == row[first - 2].label == "LOC"
    return (listed or row[first].text in _PLACES) and all(
        unit.label in {"LOC", ""} for unit in row[first:end]
    )


def _predicate(row: Row, phrase: Range, low: int) -> Subject | None:
    """`X là người đầu tiên ...`: X; `9 đội là A, B và C ...`: all of it."""
    at = phrase[0] - 1
    end = verb_group(row, at, low)
    first = before(row, end, low)
    if first == end:
        # `được xác định là ...`
        verbal = end - 1 > low and is_verb(row, end - 1) and is_passive(row[end - 2])
        return subject_of(row, end - 1, low, _MOST_VERBS - 1) if verbal else None
    names = row[phrase[0]].kind == row[phrase[1] - 1].kind == "name"
    return Subject((first, phrase[1])) if names and _counted(row, first) else Subject((first, end))


def _held(row: Row, first: int, low: int, how: _How) -> Subject:
    """`X xem xét ý định tranh cử`: X, whose verb has the noun that holds the happening."""
    verb = first - 1
    while verb > low and row[verb].traits & _PLACING:
        verb -= 1
    if not is_verb(row, verb) and frames().get(row[verb].text) != "exist":
        return NOBODY
    return subject_of(row, verb, low, how.depth + 1)


def _after_verb(row: Row, phrase: Range, low: int, how: _How) -> Subject:
    """The subject when an earlier verb has the phrase as its object."""
    first, end = phrase
    frame = frames().get(row[first - 1].text)
    if how.undergoes and how.marked and frame is None and not _counted(row, first):
        return Subject(clause_opening(row, phrase, low) or phrase)
    if frame == "pivot" or how.undergoes:
        return Subject(phrase)
    if frame == "exist" and not _owned(row, first - 1, low):
        return Subject(phrase)
    if how.passive and _counted(row, first):
        return Subject(phrase)
    if how.marked or frame == "relative":
        return Subject(clause_opening(row, phrase, low) or phrase)
    shared = subject_of(row, first - 1, low, how.depth + 1)
    with_it = phrase if frame == "bring" or _acts(row, first, end) else None
    return Subject(shared.units, shared.partner or with_it) if shared.units else Subject(phrase)


def _owned(row: Row, verb: int, low: int) -> bool:
    """Whether a phrase stands before the verb: `X có Y`."""
    group = group_start(row, verb, low)
    return before(row, group, low) < group


def _counted(row: Row, first: int) -> bool:
    unit = row[first]
    return bool(unit.traits & DETERMINER) or unit.kind == "number" or unit.label == "PER"


def _acts(row: Row, first: int, end: int) -> bool:
    """Whether the phrase names somebody, so that a serial verb's object takes part too."""
    return any(unit.label in {"PER", "ORG"} or unit.traits & ACTOR for unit in row[first:end])


def clause_opening(row: Row, phrase: Range, low: int) -> Range | None:
    """The phrase that opens the clause in which `phrase` is only an object or a place.

    `tài xế lái xe tải (đã bỏ trốn)`: `tài xế`; with mere prepositions all of it.
    """
    first, end = phrase
    start = first
    for index in range(first - 1, low - 2, -1):
        edge = index < low or _is_edge(row[index])
        if edge:
            start = _past_openers(row, index + 1, first)
            if start < first and opens(row[start]):
                break
            if index < low or row[index].text not in _EDGES:
                return None
        if row[index].traits & FINITE:
            return None
    if start >= first:
        return None
    listed = any(unit.text == "," for unit in row[start:end])
    verbs = sum(is_verb(row, index) for index in range(start, end))
    whole = not listed and (verbs == 0 or end - start <= _SHORT)
    return (start, end) if whole else (start, behind(row, start, end))


def _is_edge(unit: Unit) -> bool:
    """Whether a clause may start behind the unit."""
    if unit.traits & (THAT | SUBORDINATOR) or unit.text in _EDGES:
        return True
    return frames().get(unit.text) == "exist"


def _past_openers(row: Row, first: int, end: int) -> int:
    while first < end and row[first].traits & (TIME | OPENER | ADVERB):
        first += 1
    return first


def _after_preposition(row: Row, phrase: Range, low: int, how: _How) -> Subject:
    """The subject when the phrase stands behind a preposition."""
    first, end = phrase
    lead = first - 1
    frame = frames().get(row[lead].text)
    if frame == "to" or ((how.undergoes or how.passive) and _counted(row, first)):
        return Subject(phrase)
    if lead == low or row[lead - 1].kind in {"mark", "time"} or row[lead - 1].traits & OPENER:
        return _shared(row, lead, low, how.depth) if lead > low else NOBODY
    start = before(row, lead, low)
    if start < lead:
        return _around(row, (start, end), lead, low, how)
    if not is_verb(row, lead - 1):
        return Subject(phrase)
    if how.marked and frame != "together":
        return Subject(clause_opening(row, phrase, low) or phrase)
    owner = subject_of(row, lead - 1, low, how.depth + 1)
    return Subject(owner.units, phrase if frame == "together" else None)


def _around(row: Row, whole: Range, lead: int, low: int, how: _How) -> Subject:
    """The subject in `A với B V`, `A ở B V`: `whole` is A with B, `lead` ties them."""
    start = whole[0]
    if frames().get(row[lead].text) == "together" or start <= low:
        return Subject(whole)
    if how.marked and (opening := clause_opening(row, whole, low)):
        return Subject(opening)
    unit = row[start - 1]
    if unit.traits & _PLACING:
        return NOBODY
    if is_verb(row, start - 1) and not how.marked:
        owner = subject_of(row, start - 1, low, how.depth + 1)
        held = frames().get(unit.text) in {"pivot", "exist"}
        return Subject((start, lead)) if held else owner
    return Subject(whole if how.marked or how.depth == 0 else (start, lead))


def _shared(row: Row, group: int, low: int, depth: int) -> Subject:
    """The subject of the verb before, for a verb with none of its own."""
    index = group - 1
    if row[index].text == ",":
        apposed = _apposed(row, index, low)
        if apposed:
            return Subject(apposed)
    if row[index].text == "cho":
        return subject_of(row, index, low, depth + 1)
    if row[index].text == "thì" and (first := before(row, index, low)) < index:
        return Subject((first, index))
    for there in range(index, max(low, index - FAR) - 1, -1):
        if is_verb(row, there) and not (there > low and row[there - 1].text in NOMINAL):
            return subject_of(row, there, low, depth + 1)
        if row[there].text in _HARD:
            break
    return _opening_phrase(row, low, index)


def _apposed(row: Row, comma: int, low: int) -> Range | None:
    """`Ông A, giám đốc B, ...`: the phrase before the comma, when it opens the clause."""
    first = before(row, comma, low)
    if first == comma or _places(row, first, comma):
        return None
    lead = row[first - 1] if first > low else None
    if lead is None or lead.traits & (TIME | _OPENS):
        return first, comma
    bound = lead.kind == "mark" and (lead.text != "," or _timed(row, first, comma))
    return (first, comma) if bound else None


def _timed(row: Row, first: int, comma: int) -> bool:
    """Whether a time or opener stands before the phrase's comma, or the phrase itself has one."""
    lead = row[first - 2] if first > 1 else None
    opened = lead is None or bool(lead.traits & (TIME | OPENER))
    return opened or any(unit.text == "," for unit in row[first:comma])


def _opening_phrase(row: Row, low: int, high: int) -> Subject:
    """The phrase that opens the clause: `Ông A nay đã ...`."""
    first = _past_openers(row, low, high)
    if first >= high or not opens(row[first]):
        return NOBODY
    end = behind(row, first, high, clausal=True)
    return Subject((first, end)) if first < end else NOBODY
