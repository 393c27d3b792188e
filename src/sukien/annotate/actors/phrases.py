"""Where a phrase for somebody who acts starts and ends in a row of units."""

from collections.abc import Iterator

from sukien.annotate.actors.chains import SIDES, THEY
from sukien.annotate.clauses.noun_phrases import is_verb
from sukien.annotate.clauses.phrases import Range, is_finite, noun_phrase
from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.clauses.traits import (
    ACTOR,
    ACTS,
    ADVERB,
    AFTER,
    DETERMINER,
    FINITE,
    NAME,
    OPENER,
    PLACE,
    PREPOSITION,
    PRONOUN,
)

_NAMED = frozenset({"PER", "ORG"})
_OPENINGS = frozenset({",", "và", "rằng", "khi", "việc", ";", ":", "do", "giữa", "theo"})
_LEADS = frozenset({"của", "với", "cho", "bởi", "do", "theo", "giữa", "chống", "đối với", "và"})
_CLASSIFIERS = frozenset(
    {"bộ", "vụ", "cục", "sở", "ban", "tổ", "kênh", "trang", "tờ", "đài", "con", "tên", "kẻ", "hội"}
    | {"trường", "xe", "tàu", "nước", "sao", "khách", "viện", "quỹ", "chuỗi", "báo", "nhóm", "thợ"}
)
_TOWARDS = frozenset({"với", "cho", "chống", "chống lại", "của", "giữa", "đối với", "do", "bởi"})
_PLACES = frozenset({"nước", "tỉnh", "huyện", "xã", "quận", "phường", "thành phố", "quốc gia"})
_MAY = NAME | DETERMINER | ACTS | PRONOUN
_ASIDES = frozenset({",", "(", "-", "–"})


def phrases(row: Row, states: frozenset[int]) -> Iterator[Range]:
    """The actor phrases of a sentence in order, determiners included; none overlaps another.

    `states` are the places in the text where names of countries start.
    """
    at, size = 0, len(row)
    while at < size:
        if not row[at].traits & _MAY:
            at += 1
            continue
        head = _head(row, at)
        end = _end(row, head, states)
        if end > head:
            yield at, end
        at = max(end, head + 1)


def _head(row: Row, at: int) -> int:
    """The unit behind the determiners from `at` on."""
    head, last = at, len(row) - 1
    while head < last and row[head].traits & DETERMINER and row[head].kind != "number":
        if row[head].traits & ACTOR:
            break
        head += 1
    return head


def _end(row: Row, at: int, states: frozenset[int]) -> int:
    """The index after the phrase that the noun or name at `at` heads, or `at`."""
    unit = row[at]
    if unit.label in _NAMED or unit.text in SIDES or (unit.text == THEY and unit.kind == "pron"):
        return at + 1
    if unit.label == "LOC":
        met = unit.start in states and at > 0 and row[at - 1].text in _TOWARDS
        return at + 1 if met or _governs(row, at) else at
    if not unit.traits & ACTS or is_verb(row, at):
        return at
    end = max(at + 1, noun_phrase(row, at, len(row), joined=False))
    if " " not in unit.text and not _stands(row, at, end):
        return at
    if unit.text in _PLACES and not _acts(row, at, end):
        return at
    bare = unit.traits & PRONOUN and end == at + 1
    return at if bare and not unit.text.endswith(" này") else end


def _acts(row: Row, first: int, last: int) -> bool:
    """Whether a phrase for a place stands where somebody acts: a verb follows, no place leads."""
    if last >= len(row) or not (is_finite(row[last]) or row[last].kind in {"verb", "time"}):
        return False
    return not (first and (row[first - 1].traits & (PLACE | PREPOSITION) or _noun(row[first - 1])))


def _noun(unit: Unit) -> bool:
    return unit.kind in {"noun", "adj"} and not unit.classes


def _stands(row: Row, at: int, end: int) -> bool:
    """Whether a noun of one syllable is somebody here, not part of a longer word."""
    before = row[at - 1] if at else None
    part = before is not None and before.kind == "noun" and not before.classes
    if part and before is not None and not before.traits & ACTOR:
        return False
    if row[at].text == "con":
        return end > at + 1 and row[at + 1].kind == "name"
    if row[at].text == "người" and before is not None and before.text == ",":
        return False
    if row[at].text in _CLASSIFIERS:
        return end > at + 1 and bool(row[end - 1].traits & (NAME | AFTER))
    if end > at + 1:
        return True
    counted = before is not None and (bool(before.traits & DETERMINER) or before.kind == "number")
    led = before is not None and before.text in _LEADS
    acts = at + 1 < len(row) and (is_finite(row[at + 1]) or row[at + 1].kind == "verb")
    return counted or led or acts


def _governs(row: Row, at: int) -> bool:
    """Whether a place stands for its government: it opens a clause and a verb follows."""
    before, last = row[at - 1] if at else None, at
    while last + 2 < len(row) and row[last + 1].text == "và" and row[last + 2].label == "LOC":
        last += 2
    if last + 1 >= len(row):
        return False
    after = row[last + 1]
    if not (after.traits & (FINITE | ADVERB) or after.kind in {"verb", "time"}):
        return False
    if before is None:
        return True
    opens = before.text in _OPENINGS or before.traits & OPENER or before.kind in {"verb", "time"}
    return bool(opens) and not before.traits & PLACE


def behind_title(row: Row, last: int) -> int:
    """The index after the title behind a name: `ông A, giám đốc công ty B`; `last` when none."""
    if last + 1 >= len(row) or row[last].text not in _ASIDES or not last:
        return last
    if row[last - 1].label != "PER" or not row[last + 1].traits & ACTOR:
        return last
    if row[last + 1].traits & PRONOUN:
        return last
    return max(last, noun_phrase(row, last + 1, len(row), joined=False))
