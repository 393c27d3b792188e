"""Noun phrases of a row read from either end, with what belongs to them.

`before` reads backwards from a verb, over coordination (`A, B và C`), apposition (`ông A, giám đốc
B,`), parentheses and quoted names; `behind` reads forwards from a verb. Both are linear and look at
most `FAR` units away.
"""

from sukien.annotate.clauses.phrases import Range
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row, Unit
from sukien.annotate.clauses.traits import (
    ACTOR,
    ADVERB,
    AFTER,
    BACK,
    DASH,
    DETERMINER,
    DOUBLE,
    FINITE,
    HEAD,
    JOINS,
    NAME,
    NOMINAL,
    OF,
    OPENER,
    PLACE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STARTS,
    STAYS,
    SUBORDINATOR,
    THAT,
    TIME,
    VERBAL,
)
from sukien.knowledge.happenings import triggers

FAR = 100
_TIES = frozenset({"và", "với", "cùng", "-"})
_LISTING = frozenset({"trong đó", "bao gồm", "gồm", "như"})
_OPENERS = OPENER | THAT | SUBORDINATOR
_CLOSING = frozenset({")"})
_OPENING = frozenset({"("})
_HANGING = JOINS | {","}
_CARRIES = JOINS | {",", "như"}
_NOT = frozenset({"không", "chưa"})
_SHORT = 4
_LONGEST_QUOTE = 12
_LONGEST_ASIDE = 25


def is_verb(row: Row, at: int) -> bool:
    """Whether the unit at `at` is a verb that can have a subject: no mark, adverb, preposition."""
    traits = row[at].traits
    return bool(traits & VERBAL) or (bool(traits & DOUBLE) and _stands_as_verb(row, at))


def _stands_as_verb(row: Row, at: int) -> bool:
    """Whether a word that is noun or verb is a verb: marked, or behind a name."""
    if at == 0 or at + 1 >= len(row):
        return False
    before, after = row[at - 1].traits, row[at + 1].traits
    if before & (DETERMINER | OF | PREPOSITION):
        return False
    if before & (FINITE | ADVERB | SUBORDINATOR | TIME):
        return True
    return bool(before & NAME) and not after & (NAME | OF)


def nominal(unit: Unit) -> bool:
    """Whether the unit can stand inside a noun phrase."""
    return bool(unit.traits & NOMINAL)


def opens(unit: Unit) -> bool:
    """Whether a noun phrase can start with the unit, and no preposition or opener."""
    traits = unit.traits
    return bool(traits & STARTS) and bool(traits & NOMINAL)


def headed(row: Row, first: int, last: int) -> bool:
    """Whether somebody or something is named among the units, not only counted or described."""
    for index in range(first, min(last, len(row))):  # noqa: SIM110
        if row[index].traits & HEAD:
            return True
    return False


def before(row: Row, end: int, low: int) -> int:
    """Where the noun phrase starts that ends at `end`; `end` when none does."""
    low = max(low, end - FAR)
    start = _piece(row, end, low)
    while start < end and start > low:
        further = _listed(row, start, low)
        if further == start:
            break
        start = further
    return start


def _listed(row: Row, start: int, low: int) -> int:
    """Where the phrase before the comma in front of `start` starts, when both are of one list."""
    comma = start - 1
    if row[comma].text == "có" and comma - 1 > low and row[comma - 1].text in _LISTING:
        comma -= 2
    elif row[comma].text in _LISTING and comma > low:
        comma -= row[comma - 1].text == ","
    if comma <= low or row[comma].text != ",":
        return start
    if row[comma - 1].kind == "time":
        return start
    if row[comma - 1].label == "PER" and _titles(row[start]):
        return _with_titles(row, comma - 1, low)  # `bà A, người đã ...`
    first = _piece(row, comma, low)
    if row[start].is_a("pronoun") or not _weighs(row, first, comma):
        return start
    if first == comma or not (_opens(row, first, low) or _one_list(row, first, comma, start)):
        return start
    return first


def _titles(unit: Unit) -> bool:
    """Whether a phrase that starts with the unit may say who the name before it is."""
    traits = unit.traits
    title = traits & ACTOR or unit.text == "người"
    return bool(title) and unit.kind == "noun" and not traits & PRONOUN


def _with_titles(row: Row, first: int, low: int) -> int:
    while first > low and row[first - 1].traits & (PRONOUN | ACTOR):
        first -= 1
    return first


def _weighs(row: Row, first: int, last: int) -> bool:
    """Whether the phrase is more than an adverbial such as `Chung cuộc,`."""
    return any(
        unit.traits & (NAME | DETERMINER | ACTOR) or unit.kind == "number"
        for unit in row[first:last]
    )


def _one_list(row: Row, first: int, comma: int, start: int) -> bool:
    """Whether a short counted phrase and the one behind the comma are listed: `các bộ, ngành`."""
    if comma - first > _SHORT or not row[first].is_a("determiner"):
        return False
    if first and row[first - 1].is_a("preposition", "place"):
        return False
    return row[start].text == row[first].text or row[start].kind == "noun"


def _opens(row: Row, first: int, low: int) -> bool:
    """Whether a phrase that starts at `first` depends on nothing before it in its clause."""
    if first == low:
        return True
    unit = row[first - 1]
    traits = unit.traits
    listing = unit.text == "có" and first - 1 > low and row[first - 2].text in _LISTING
    if listing or traits & OF or unit.text in _LISTING or unit.kind == "mark":
        return True
    if traits & ADVERB and first - 1 > low and row[first - 2].kind != "mark":
        return False
    return bool(traits & _OPENERS) and not traits & PREPOSITION


def _piece(row: Row, end: int, low: int) -> int:
    """Where the noun phrase without commas starts that ends at `end`."""
    index = end
    while index > low:
        traits = row[index - 1].traits
        if traits & BACK:
            index -= 1
            continue
        step = index if traits & STAYS else _step_back(row, index, end, low)
        if step == index:
            break
        index = step
    while index < end and not _can_open(row[index]):
        if row[index].text == "(":
            return end
        index += 1
    return index if headed(row, index, end) else end


def _can_open(unit: Unit) -> bool:
    traits = unit.traits
    return bool(traits & QUOTE) or (bool(traits & STARTS) and not traits & OF)


def _step_back(row: Row, index: int, end: int, low: int) -> int:
    """The next start of the phrase one unit, parenthesis or quotation further, or `index`."""
    unit = row[index - 1]
    traits = unit.traits
    if unit.text == ")":
        return _opening(row, index, low, _OPENING, _LONGEST_ASIDE)
    if traits & QUOTE:
        return _opening(row, index, low, QUOTE_MARKS, _LONGEST_QUOTE)
    if unit.text == "lại" and index - 2 >= low and row[index - 2].text == "còn":
        return index - 2
    parts = traits & NAME and index < end and _parts(unit, row[index])
    if parts or (traits & DOUBLE and is_verb(row, index - 1)):
        return index
    if traits & NOMINAL:
        return index - 1
    inner = low + 1 < index < end and (_joins(row, index - 1) or _inner(row, index - 1))
    return index - 1 if inner else index


def _inner(row: Row, at: int) -> bool:
    """Whether a verb or `không` at `at` belongs to the noun before it: `tên gọi này`."""
    unit, after, last = row[at], row[at + 1], row[at - 1]
    if last.kind != "noun" or last.traits & (AFTER | PRONOUN):
        return False
    if unit.kind == "verb" and not unit.classes:
        return bool(after.traits & (AFTER | OF)) and not after.traits & PLACE
    return unit.text in _NOT and after.kind == "adj"


def _joins(row: Row, at: int) -> bool:
    """Whether `của`, `và`, a dash of a name, the time in `giá tháng 10 của` ties two phrases."""
    unit, after, last = row[at], row[at + 1].traits, row[at - 1]
    traits = unit.traits
    if traits & TIME:
        return bool(after & OF)
    if traits & DASH:
        return last.kind == row[at + 1].kind == "name"
    if not after & STARTS:
        return False
    return bool(traits & OF) or (unit.text in JOINS and (nominal(last) or last.text == ")"))


def _parts(unit: Unit, after: Unit) -> bool:
    """Whether two phrases meet: `Hà Nội | công an`, `ông | ông`."""
    traits = after.traits
    if unit.kind != "name" or traits & NAME:
        return False
    return bool(traits & DETERMINER) or (after.kind == "noun" and bool(traits & ACTOR))


def _opening(row: Row, index: int, low: int, marks: frozenset[str], most: int) -> int:
    """The index of the mark that opens what closes before `index`, or `index`."""
    for there in range(index - 2, max(low, index - most) - 1, -1):
        if row[there].text in marks:
            return there
    return index


def pair(row: Row, at: int) -> tuple[Range, Range | None]:
    """The two phrases of `A và B`, `A với B` from `at` on; the second may be missing."""
    end = behind(row, at, len(row), clausal=True)
    for index in range(at + 1, min(len(row) - 1, end + 1)):
        if row[index].text in _TIES and opens(row[index + 1]):
            return (at, index), (index + 1, behind(row, index + 1, len(row), clausal=True))
    return (at, end), None


def behind(row: Row, at: int, high: int, *, clausal: bool = False) -> int:
    """The index after the noun phrase that starts at `at`; `at` when none does.

    A verb right behind a common noun describes it (`tài liệu nhận dạng`), unless what follows is
    `clausal`: the phrase then is the subject of that verb.
    """
    high = min(high, at + FAR)
    index, sure, named = at, at, False
    while index < high:
        step = _step_on(row, index, at, high, clausal=clausal)
        if step == index:
            break
        named = named or headed(row, index, step)
        index = step
        if named and not _hangs(row[index - 1]):
            sure = index
    return sure


def _hangs(unit: Unit) -> bool:
    return unit.text in _HANGING or bool(unit.traits & OF)


def _step_on(row: Row, index: int, at: int, high: int, *, clausal: bool) -> int:
    unit = row[index]
    traits = unit.traits
    if traits & QUOTE and (index == at or nominal(row[index - 1])):
        return _closing(row, index, high, QUOTE_MARKS, _LONGEST_QUOTE)
    if index == at:
        return index + 1 if opens(unit) else index
    if clausal and unit.kind == "noun" and _happens(unit):
        return index
    if unit.text == "(":
        return _closing(row, index, high, _CLOSING, _LONGEST_ASIDE)
    if unit.text == "còn" and index + 1 < high and row[index + 1].text == "lại":
        return index + 2
    goes_on = traits & NOMINAL or (index + 1 < high and _goes_on(row, index))
    return index + 1 if goes_on or (not clausal and _describes(row, index)) else index


def _happens(unit: Unit) -> bool:
    """Whether the data files know the unit as a verb, whatever the tagger says."""
    trigger = triggers().get(unit.text)
    return trigger is not None and trigger.form == "verb"


def _goes_on(row: Row, index: int) -> bool:
    """Whether `của`, `và`, a comma of a list, a dash of a name continues the phrase."""
    unit, after, last = row[index], row[index + 1], row[index - 1]
    traits, text = unit.traits, unit.text
    ties = traits & (OF | DASH) or text in _CARRIES
    if not ties or not (opens(after) or after.traits & QUOTE):
        return False
    if traits & OF or text in JOINS or (text == "như" and after.kind == "name"):
        return True
    if traits & DASH:
        return last.kind == after.kind == "name"
    if text != ",":
        return False
    both = last.kind == "name" or last.text == ")"
    if both and after.kind == "name":
        return True
    same = after.traits & DETERMINER and any(
        u.text == after.text for u in row[max(0, index - 4) : index]
    )
    return bool(same) or _joined_later(row, index + 1)


def _joined_later(row: Row, index: int) -> bool:
    """Whether only a noun phrase lies between the comma and `và`: `A, B và C`."""
    for unit in row[index : index + 14]:
        if unit.text in {"và", "cùng", "lẫn"}:
            return True
        if not (nominal(unit) or unit.text in {",", "(", ")"}):
            return False
    return False


def _describes(row: Row, index: int) -> bool:
    """Whether the verb at `index` describes the common noun right before it."""
    unit, last = row[index], row[index - 1]
    if unit.kind != "verb" or unit.classes:
        return False
    return last.kind == "noun" and not last.traits & (AFTER | PRONOUN)


def past_quoted(row: Row, index: int) -> int:
    """The index after a quoted adverb (`"ngay lập tức"`) at `index`, or `index`."""
    end = _closing(row, index, len(row), QUOTE_MARKS, _LONGEST_QUOTE)
    return index if headed(row, index, end) else end


def _closing(row: Row, index: int, high: int, marks: frozenset[str], most: int) -> int:
    for there in range(index + 1, min(high, index + most)):
        if row[there].text in marks:
            return there + 1
    return index
