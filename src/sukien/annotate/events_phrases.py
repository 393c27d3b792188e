"""Noun phrases of a row read from either end, with what belongs to them.

`before` reads backwards from a verb, over coordination (`A, B và C`), apposition (`ông A, giám đốc
B,`), parentheses and quoted names; `behind` reads forwards from a verb. Both are linear and look at
most `FAR` units away.
"""

from sukien.annotate.phrases import Range, is_dash, is_finite, starts_phrase
from sukien.annotate.rows import QUOTE_MARKS, Row, Unit
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.happenings import triggers

FAR = 100
_NOMINAL = frozenset({"noun", "adj", "number", "pron", "det"})
_JOINS = frozenset({"và", "cùng", "hoặc", "lẫn", "cũng như", "hay", "/"})
_DOUBLE = frozenset({"tổ chức", "lãnh đạo", "chỉ huy", "bảo vệ", "đại diện", "giúp việc"})
_TIES = frozenset({"và", "với", "cùng", "-"})
_LISTING = frozenset({"trong đó", "bao gồm", "gồm", "như"})
_NO_NOUN = ("adverb", "opener", "subordinator", "preposition", "that", "conjunction", "place")
_DESCRIBES = frozenset({"opener", "after"})
_SHORT = 4
_LONGEST_QUOTE = 12
_LONGEST_ASIDE = 25


def is_verb(row: Row, at: int) -> bool:
    """Whether the unit at `at` is a verb that can have a subject: no mark, adverb, preposition."""
    unit = row[at]
    if unit.text in _DOUBLE:
        return _stands_as_verb(row, at)
    if unit.kind != "verb" or (is_finite(unit) and unit.text not in {"yêu cầu", "đề nghị"}):
        return unit.text in {"kêu gọi", "từ chối", "bác bỏ", "phủ nhận", "kiến nghị", "đề xuất"}
    return not unit.is_a("adverb", "preposition", "that", "of", "conjunction")


def _stands_as_verb(row: Row, at: int) -> bool:
    """Whether a word that is noun or verb is a verb: marked, or behind a name."""
    before = row[at - 1] if at else None
    after = row[at + 1] if at + 1 < len(row) else None
    if before is None or after is None or before.is_a("determiner", "of", "preposition"):
        return False
    if is_finite(before) or before.is_a("adverb", "subordinator") or before.kind == "time":
        return True
    return before.kind == "name" and after.kind != "name" and not after.is_a("of")


def nominal(unit: Unit) -> bool:
    """Whether the unit can stand inside a noun phrase."""
    if unit.kind == "name" or not unit.classes:
        return unit.kind == "name" or unit.kind in _NOMINAL
    if is_finite(unit):
        return False
    if unit.is_a("pronoun", "determiner") or (unit.is_a("after") and not unit.is_a("place")):
        return True
    if unit.kind == "adj":
        return unit.classes <= _DESCRIBES  # `các chuyến tàu đặc biệt`
    return unit.kind == "noun" and not unit.is_a(*_NO_NOUN)


def opens(unit: Unit) -> bool:
    """Whether a noun phrase can start with the unit, and no preposition or opener."""
    return starts_phrase(unit) and nominal(unit)


def headed(row: Row, first: int, last: int) -> bool:
    """Whether somebody or something is named among the units, not only counted or described."""
    return any(
        unit.kind in {"noun", "name", "pron"} or unit.is_a("pronoun") for unit in row[first:last]
    )


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
    title = unit.text in actor_nouns() or unit.text == "người"
    return title and unit.kind == "noun" and not unit.is_a("pronoun")


def _with_titles(row: Row, first: int, low: int) -> int:
    while first > low and (row[first - 1].is_a("pronoun") or row[first - 1].text in actor_nouns()):
        first -= 1
    return first


def _weighs(row: Row, first: int, last: int) -> bool:
    """Whether the phrase is more than an adverbial such as `Chung cuộc,`."""
    return any(
        unit.kind in {"name", "number"} or unit.is_a("determiner") or unit.text in actor_nouns()
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
    listing = unit.text == "có" and first - 1 > low and row[first - 2].text in _LISTING
    if listing or unit.is_a("of") or unit.text in _LISTING or unit.kind == "mark":
        return True
    if unit.is_a("adverb") and first - 1 > low and row[first - 2].kind != "mark":
        return False
    return unit.is_a("opener", "that", "subordinator") and not unit.is_a("preposition")


def _piece(row: Row, end: int, low: int) -> int:
    """Where the noun phrase without commas starts that ends at `end`."""
    index = end
    while index > low:
        step = _step_back(row, index, end, low)
        if step == index:
            break
        index = step
    while index < end and not _can_open(row, index):
        if row[index].text == "(":
            return end
        index += 1
    return index if headed(row, index, end) else end


def _can_open(row: Row, index: int) -> bool:
    unit = row[index]
    if unit.text in QUOTE_MARKS:
        return True
    return starts_phrase(unit) and not unit.is_a("of")


def _step_back(row: Row, index: int, end: int, low: int) -> int:
    """The next start of the phrase one unit, parenthesis or quotation further, or `index`."""
    unit = row[index - 1]
    if unit.text == ")":
        return _opening(row, index, low, {"("}, _LONGEST_ASIDE)
    if unit.text in QUOTE_MARKS:
        return _opening(row, index, low, QUOTE_MARKS, _LONGEST_QUOTE)
    if unit.text == "lại" and index - 2 >= low and row[index - 2].text == "còn":
        return index - 2
    if (index < end and _parts(unit, row[index])) or (
        is_verb(row, index - 1) and unit.text in _DOUBLE
    ):
        return index
    inner = low + 1 < index < end and (_joins(row, index - 1) or _inner(row, index - 1))
    return index - 1 if nominal(unit) or inner else index


def _inner(row: Row, at: int) -> bool:
    """Whether a verb or `không` at `at` belongs to the noun before it: `tên gọi này`."""
    unit, after, last = row[at], row[at + 1], row[at - 1]
    if last.kind != "noun" or last.is_a("after", "pronoun"):
        return False
    if unit.kind == "verb" and not unit.classes:
        return after.is_a("after", "of") and not after.is_a("place")
    return unit.text in {"không", "chưa"} and after.kind == "adj"


def _joins(row: Row, at: int) -> bool:
    """Whether `của`, `và`, a dash of a name, the time in `giá tháng 10 của` ties two phrases."""
    unit, after, last = row[at], row[at + 1], row[at - 1]
    if unit.kind == "time":
        return after.is_a("of")
    if is_dash(unit):
        return last.kind == after.kind == "name"
    if not starts_phrase(after):
        return False
    return unit.is_a("of") or (unit.text in _JOINS and (nominal(last) or last.text == ")"))


def _parts(unit: Unit, after: Unit) -> bool:
    """Whether two phrases meet: `Hà Nội | công an`, `ông | ông`."""
    if unit.kind != "name" or after.kind == "name":
        return False
    return after.is_a("determiner") or (after.kind == "noun" and after.text in actor_nouns())


def _opening(row: Row, index: int, low: int, marks: frozenset[str] | set[str], most: int) -> int:
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
    index, sure = at, at
    while index < high:
        step = _step_on(row, index, at, high, clausal=clausal)
        if step == index:
            break
        index = step
        if headed(row, at, index) and not _hangs(row[index - 1]):
            sure = index
    return sure


def _hangs(unit: Unit) -> bool:
    return unit.text in _JOINS or unit.is_a("of") or unit.text == ","


def _step_on(row: Row, index: int, at: int, high: int, *, clausal: bool) -> int:
    unit = row[index]
    if unit.text in QUOTE_MARKS and (index == at or nominal(row[index - 1])):
        return _closing(row, index, high, QUOTE_MARKS, _LONGEST_QUOTE)
    if index == at:
        return index + 1 if opens(unit) else index
    if clausal and unit.kind == "noun" and _happens(unit):
        return index
    if unit.text == "(":
        return _closing(row, index, high, {")"}, _LONGEST_ASIDE)
    if unit.text == "còn" and index + 1 < high and row[index + 1].text == "lại":
        return index + 2
    goes_on = nominal(unit) or (index + 1 < high and _goes_on(row, index))
    return index + 1 if goes_on or (not clausal and _describes(row, index)) else index


def _happens(unit: Unit) -> bool:
    """Whether the data files know the unit as a verb, whatever the tagger says."""
    trigger = triggers().get(unit.text)
    return trigger is not None and trigger.form == "verb"


def _goes_on(row: Row, index: int) -> bool:
    """Whether `của`, `và`, a comma of a list, a dash of a name continues the phrase."""
    unit, after, last = row[index], row[index + 1], row[index - 1]
    if not (opens(after) or after.text in QUOTE_MARKS):
        return False
    if unit.is_a("of") or unit.text in _JOINS or (unit.text == "như" and after.kind == "name"):
        return True
    if is_dash(unit):
        return last.kind == after.kind == "name"
    if unit.text != ",":
        return False
    both = last.kind == "name" or last.text == ")"
    same = after.is_a("determiner") and any(
        u.text == after.text for u in row[max(0, index - 4) : index]
    )
    return (both and after.kind == "name") or same or _joined_later(row, index + 1)


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
    plain = last.kind == "noun" and not last.is_a("after", "pronoun")
    return plain and unit.kind == "verb" and not unit.classes


def past_quoted(row: Row, index: int) -> int:
    """The index after a quoted adverb (`"ngay lập tức"`) at `index`, or `index`."""
    end = _closing(row, index, len(row), QUOTE_MARKS, _LONGEST_QUOTE)
    return index if headed(row, index, end) else end


def _closing(row: Row, index: int, high: int, marks: frozenset[str] | set[str], most: int) -> int:
    for there in range(index + 1, min(high, index + most)):
        if row[there].text in marks:
            return there + 1
    return index
