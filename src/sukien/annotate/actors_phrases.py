"""Where a phrase for somebody who acts starts and ends in a row of units."""

from collections.abc import Iterator

from sukien.annotate.events_phrases import is_verb
from sukien.annotate.phrases import Range, is_finite, noun_phrase
from sukien.annotate.rows import Row, Unit
from sukien.knowledge.actor_nouns import actor_nouns

_NAMED = frozenset({"PER", "ORG"})
_OPENINGS = frozenset({",", "và", "rằng", "khi", "việc", ";", ":", "do", "giữa", "theo"})
_LEADS = frozenset({"của", "với", "cho", "bởi", "do", "theo", "giữa", "chống", "đối với", "và"})
_CLASSIFIERS = frozenset(
    {"bộ", "vụ", "cục", "sở", "ban", "tổ", "kênh", "trang", "tờ", "đài", "con", "tên", "kẻ", "hội"}
    | {"trường", "xe", "tàu", "nước", "sao", "khách", "viện", "quỹ", "chuỗi", "báo", "nhóm", "thợ"}
)
_TOWARDS = frozenset({"với", "cho", "chống", "chống lại", "của", "giữa", "đối với", "do", "bởi"})
_PLACES = frozenset({"nước", "tỉnh", "huyện", "xã", "quận", "phường", "thành phố", "quốc gia"})
_STATES = frozenset({"nước này", "quốc gia này"})
_ASIDES = frozenset({",", "(", "-", "–"})


def phrases(row: Row, states: frozenset[int]) -> Iterator[Range]:
    """The actor phrases of a sentence in order; none overlaps another."""
    at = 0
    while at < len(row):
        first, end = phrase(row, at, states)
        if end > first:
            yield first, end
        at = max(end, at + 1)


def phrase(row: Row, at: int, states: frozenset[int]) -> Range:
    """The actor phrase whose first unit is at `at`, its determiner included; empty when none.

    `states` are the places in the text where names of countries start.
    """
    head = at
    while head + 1 < len(row) and row[head].is_a("determiner") and row[head].kind != "number":
        if row[head].text in actor_nouns():
            break
        head += 1
    end = _end(row, head, states)
    return (at, end) if end > head else (at, at)


def _end(row: Row, at: int, states: frozenset[int]) -> int:
    """The index after the phrase that the noun or name at `at` heads, or `at`."""
    unit = row[at]
    if unit.label in _NAMED:
        return at + 1
    if unit.label == "LOC":
        met = unit.start in states and at > 0 and row[at - 1].text in _TOWARDS
        return at + 1 if met or _governs(row, at) else at
    if not _is_actor(unit) or unit.kind == "verb" or is_verb(row, at):
        return at
    end = max(at + 1, noun_phrase(row, at, len(row), joined=False))
    if " " not in unit.text and not _stands(row, at, end):
        return at
    if unit.text in _PLACES and not _acts(row, at, end):
        return at
    bare = unit.is_a("pronoun") and end == at + 1
    return at if bare and not unit.text.endswith(" này") else end


def _acts(row: Row, first: int, last: int) -> bool:
    """Whether a phrase for a place stands where somebody acts: a verb follows, no place leads."""
    led = first > 0 and (row[first - 1].is_a("place", "preposition") or _noun(row[first - 1]))
    follows = last < len(row) and (is_finite(row[last]) or row[last].kind in {"verb", "time"})
    return follows and not led


def _noun(unit: Unit) -> bool:
    return unit.kind in {"noun", "adj"} and not unit.classes


def _is_actor(unit: Unit) -> bool:
    known = unit.text in actor_nouns() or unit.text.removesuffix(" này") in actor_nouns()
    return (
        known
        or unit.text in _STATES
        or (unit.kind == "noun" and unit.text.startswith(("người ", "chủ ")))
    )


def _stands(row: Row, at: int, end: int) -> bool:
    """Whether a noun of one syllable is somebody here, not part of a longer word."""
    before = row[at - 1] if at else None
    part = before is not None and before.kind == "noun" and not before.classes
    if part and before is not None and before.text not in actor_nouns():
        return False
    if row[at].text == "con":
        return end > at + 1 and row[at + 1].kind == "name"
    if row[at].text == "người" and before is not None and before.text == ",":
        return False
    if row[at].text in _CLASSIFIERS:
        return end > at + 1 and (row[end - 1].kind == "name" or row[end - 1].is_a("after"))
    if end > at + 1:
        return True
    counted = before is not None and (before.is_a("determiner") or before.kind == "number")
    led = before is not None and before.text in _LEADS
    acts = at + 1 < len(row) and (is_finite(row[at + 1]) or row[at + 1].kind == "verb")
    return counted or led or acts


def _governs(row: Row, at: int) -> bool:
    """Whether a place stands for its government: it opens a clause and a verb follows."""
    if at + 1 >= len(row):
        return False
    after, before = row[at + 1], row[at - 1] if at else None
    opens = before is None or before.text in _OPENINGS or before.is_a("opener")
    opens = opens or (before is not None and before.kind in {"verb", "time"})
    acts = is_finite(after) or after.kind in {"verb", "time"} or after.is_a("adverb")
    if before is not None and before.is_a("place"):
        return False
    return opens and acts


def behind_title(row: Row, last: int) -> int:
    """The index after the title behind a name: `ông A, giám đốc công ty B`; `last` when none."""
    if last + 1 >= len(row) or row[last].text not in _ASIDES or not last:
        return last
    if row[last - 1].label != "PER" or row[last + 1].text not in actor_nouns():
        return last
    if row[last + 1].is_a("pronoun"):
        return last
    return max(last, noun_phrase(row, last + 1, len(row), joined=False))
