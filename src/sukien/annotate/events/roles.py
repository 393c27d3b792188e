"""Who takes part in an event: the phrases before and behind its trigger."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.annotate.clauses.noun_phrases import (
    FAR,
    before,
    behind,
    headed,
    is_verb,
    nominal,
    opens,
    pair,
    past_quoted,
)
from sukien.annotate.clauses.phrases import Range, is_break, is_finite, verb_group
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row, Unit
from sukien.annotate.clauses.traits import (
    ACTOR,
    ADVERB,
    BREAK,
    CAUSES,
    DETERMINER,
    EDGE,
    FINITE,
    NAME,
    OF,
    PASSIVE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STARTS,
    SUBORDINATOR,
    THAT,
)
from sukien.annotate.events.subject import (
    Subject,
    group_start,
    is_passive,
    sentence_start,
    subject_of,
)
from sukien.knowledge.frames import frames
from sukien.knowledge.grammar import reporting, speaker_nouns

_TOWARDS = frozenset(
    {"với", "cho", "vào", "đến", "tới", "khỏi", "về", "từ", "chống", "lên", "chống lại", "đối với"}
    | {"sang", "ra khỏi", "cùng", "cùng với", "nhằm vào", "giữa", "trúng", "vì", "qua", "xuống"}
)
_AT = frozenset({"ở", "tại", "trên", "trong", "dưới"})
_RECIPIENT = frozenset({"cho", "với", "cùng", "cùng với", "đối với", "tới", "đến"})
_PARTICLES = frozenset(
    {"được", "thêm", "chung", "ra", "nhau", "lại", "hết", "luôn", "xong", "sạch"}
)
_AGENTS = frozenset({"do", "bởi"})
_TIES = frozenset({"và", "hoặc", ","})
_STOPS = frozenset({".", ";", ":", "!", "?"})
_INSIDE = frozenset({"để", "do", "là", "việc"})
_OPENS = SUBORDINATOR | THAT
_REACH = 16
_NEAR = 6
_MOST_OBJECTS = 3


class Part(NamedTuple):
    """Units that take part; `side` is one (who acts), other (acted on) or with."""

    side: str
    units: Range


Found = tuple[str, Range | None]


def verb_parts(row: Row, at: int, floor: int = 0) -> list[Part]:
    """Who takes part in the event of the verb at `at`; nothing before `floor` does."""
    if at + 1 < len(row) and row[at + 1].text == "của":  # `kháng cáo của bị cáo`
        return noun_parts(row, at, floor)
    low = sentence_start(row, at, floor)
    who = subject_of(row, at, low)
    lead = who.units[0] - 1 if who.units else -1
    if lead > low and _leads_agent(row[lead]):
        sufferer = subject_of(row, lead, low)
        return _listed(row, [*_sides(who), ("other", sufferer.units), *_objects(row, at)])
    passive = suffers(row, at, group_start(row, at, low))
    by: Found = ("one", _by(row, at, passive=passive))
    named = _predicate(row, at, who, passive=passive)
    return _listed(row, [*_sides(who, passive=passive), *named, by, *_objects(row, at)])


def _leads_agent(unit: Unit) -> bool:
    """Whether who does it follows: `bị X bắt`, `do X tổ chức`."""
    return unit.text in _AGENTS or (is_passive(unit) and is_finite(unit))


def suffers(row: Row, at: int, group: int) -> bool:
    """Whether the verb at `at`, whose group starts at `group`, is passive: `bị bắt`."""
    for index in range(group, min(at + 1, len(row))):  # noqa: SIM110
        if row[index].traits & PASSIVE:
            return True
    return False


def _sides(who: Subject, *, passive: bool = False) -> list[Found]:
    return [("other" if passive else "one", who.units), ("with", who.partner)]


def _predicate(row: Row, at: int, who: Subject, *, passive: bool) -> Iterator[Found]:
    """`Người bị yêu cầu thôi chức là A và B`: A and B."""
    if not who.units or row[who.units[1] - 1].kind == "name":
        return
    for index in range(at + 1, min(len(row) - 1, at + 10)):
        unit = row[index]
        if unit.text == "là" and opens(row[index + 1]):
            units = (index + 1, behind(row, index + 1, len(row)))
            if any(unit.kind == "name" for unit in row[slice(*units)]):
                yield ("other" if passive else "one", units)
            return
        if unit.kind == "mark" or unit.traits & _OPENS:
            return


def noun_parts(row: Row, at: int, floor: int = 0) -> list[Part]:
    """Who takes part in the event of the noun at `at`: `cuộc đàm phán giữa A và B`."""
    low = sentence_start(row, at, floor)
    found: list[Found] = [("other", _counted(row, at, low)), *_of_noun(row, at)]
    if not any(side == "one" and units for side, units in found):
        who = _said_of(row, at, low) or _governor(row, at, low) or _main(row, at, low)
        found.append(("one", who))
    if not any(side == "other" and units for side, units in found):
        found.append(("other", _result(row, at)))
    return _listed(row, found)


def _said_of(row: Row, at: int, low: int) -> Range | None:
    """The name right before a noun that stands for a verb: `khi ông A phát biểu`."""
    if at > low and row[at - 1].traits & (NAME | PRONOUN):
        return subject_of(row, at, low).units
    return None


def _listed(row: Row, found: list[Found]) -> list[Part]:
    """The parts that are there, each stretch once."""
    parts: list[Part] = []
    for side, units in found:
        trimmed = units and _trimmed(row, *units)
        if trimmed and not (parts and _met(trimmed, parts)):
            parts.append(Part(side, trimmed))
    return parts


def _trimmed(row: Row, first: int, last: int) -> Range | None:
    """The phrase without a noun of time or manner before it; None when nobody is left."""
    head = first
    while head + 1 < last and (row[head].traits & DETERMINER or row[head].kind == "number"):
        head += 1
    if last > head and frames().get(row[head].text) == "empty":
        first = head + 1
        if first >= last or not opens(row[first]):
            return None
    return (first, last) if last > first and headed(row, first, last) else None


def _met(units: Range, parts: Sequence[Part]) -> bool:
    first, last = units
    return any(first < part.units[1] and part.units[0] < last for part in parts)


def clause_start(row: Row, at: int) -> int:
    """Where the clause of the verb at `at` starts: behind a break, `rằng`, `khi`, `khiến` ..."""
    low = max(0, at - FAR)
    for index in range(at - 1, low - 1, -1):
        traits = row[index].traits
        if not traits & EDGE:
            continue
        if traits & QUOTE and index and row[index - 1].text != ":":
            if _quoted_word(row, index, at):
                continue
            return index + 1
        if traits & BREAK or (index + 1 < at and _opens_clause(row, index)):
            return index + 1
    return low


def _opens_clause(row: Row, index: int) -> bool:
    """Whether the unit leads a clause: `rằng`, `khi`; `khiến` before who does it."""
    unit = row[index]
    if unit.traits & _OPENS:
        return True
    return unit.text in CAUSES and bool(row[index + 1].traits & STARTS)


def _quoted_word(row: Row, index: int, at: int) -> bool:
    """Whether the mark belongs to a few quoted words inside the clause."""
    near = range(max(0, index - 6), min(len(row), at + 1))
    return sum(row[there].traits & QUOTE != 0 for there in near) == 2


def serial_group(row: Row, at: int, low: int) -> int:
    """Where the verbs start that lead to the one at `at`: `đã quyết định hủy bỏ`."""
    group = verb_group(row, at, low)
    while group > low and row[group - 1].kind == "verb" and row[group - 1].text not in CAUSES:
        if group - 1 > low and row[group - 2].kind == "noun" and not row[group - 1].classes:
            before = verb_group(row, group - 1, low)
            if before == group - 1 and at - group > 4:
                break
        group = verb_group(row, group - 1, low)
    return group


def _by(row: Row, at: int, *, passive: bool) -> Range | None:
    """Who or what does it, behind the verb: `... do bão`, `bởi X`."""
    for index in range(at + 1, min(len(row) - 1, at + (_REACH if passive else _NEAR))):
        unit = row[index]
        if unit.text in _AGENTS:
            end = behind(row, index + 1, len(row), clausal=True)
            whole = passive or end >= len(row) or row[end].kind == "mark"
            return (index + 1, end) if whole else None
        if unit.text == "," or unit.traits & BREAK:
            return None
    return None


def _objects(row: Row, at: int) -> Iterator[Found]:
    """The object, and what stands behind `cho`, `với`, `khỏi` in the same clause."""
    clausal = frames().get(row[at].text) == "pivot"
    index = _to_object(row, at + 1)
    if index + 1 < len(row) and row[index].text in {"để", "nhằm"} and is_verb(row, index + 1):
        index = _to_object(row, index + 2)
    end = behind(row, index, len(row), clausal=clausal)
    if end > index:
        end = _whole(row, index, end)
        yield "other", (index, end)
        if end + 1 < len(row) and row[end].text == ":" and row[end + 1].kind == "name":
            yield "other", (end + 1, behind(row, end + 1, len(row)))
    yield from _towards(row, end, clause_end(row, end, end + _REACH))


def _towards(row: Row, start: int, high: int) -> Iterator[Found]:
    """The phrases behind prepositions from `start` on, before any other verb."""
    index, found = start, 0
    while index + 1 < high and found < _MOST_OBJECTS:
        unit = row[index]
        if unit.traits & FINITE or (index > start + 1 and is_verb(row, index)):
            return
        leads = unit.text in _TOWARDS or (unit.text in _AT and _institution(row, index + 1))
        end = behind(row, index + 1, len(row), clausal=True) if leads else index
        if end > index + 1:
            yield ("with" if unit.text in _RECIPIENT else "other"), (index + 1, end)
            index, found = end, found + 1
        else:
            index += 1


def _institution(row: Row, index: int) -> bool:
    return row[index].label == "ORG" or bool(row[index].traits & ACTOR)


def _to_object(row: Row, index: int) -> int:
    """Over adverbs, a quoted `"ngay lập tức"`, a second verb to where the object may start."""
    limit = min(len(row), index + 6)
    first = index
    while index < limit:
        unit = row[index]
        if unit.traits & QUOTE:
            closes = index == first and first > 1 and row[first - 2].text in QUOTE_MARKS
            step = index + 1 if closes else past_quoted(row, index)
        elif unit.traits & ADVERB or unit.text in _PARTICLES:
            step = index + 1
        elif unit.text in _TIES and index + 1 < len(row) and is_verb(row, index + 1):
            step = index + 2  # `bắt giữ và thẩm vấn X`
        else:
            step = index + (index - first < 2 and is_verb(row, index))
        if step == index:
            break
        index = step
    return index


def _whole(row: Row, first: int, end: int) -> int:
    """A document with the clause that says what it is about: `thỏa thuận cho phép ...`."""
    if row[end - 1].text not in speaker_nouns() and row[first].text not in speaker_nouns():
        return end
    limit = clause_end(row, end, end + _REACH)
    while end < limit and row[end].kind != "time" and not row[end].is_a("past", "future"):
        end += 1
    return end


def clause_end(row: Row, index: int, high: int | None = None) -> int:
    """Where the clause ends: at a comma, a break, a subordinator; at most at `high`."""
    high = len(row) if high is None else min(high, len(row))
    for there in range(index, high):
        unit = row[there]
        text = unit.text
        if text == ",":
            if there + 1 >= len(row) or row[there + 1].kind != "name":
                return there
        elif text in _STOPS or (unit.traits & _OPENS and text not in _INSIDE):
            return there
    return max(index, high)


def _counted(row: Row, at: int, low: int) -> Range | None:
    """`30 người bị thương`, `số người chết`: who the noun itself counts."""
    unit = row[at]
    if unit.kind == "noun" and unit.text.startswith("người "):
        return before(row, at + 1, low), at + 1
    return None


def _of_noun(row: Row, at: int) -> Iterator[Found]:
    high = clause_end(row, at + 1)
    index = _to_object(row, at + 1) if row[at].kind == "verb" else at + 1
    end = behind(row, index, high, clausal=True)
    while index < end and row[index].kind == "adj":
        index += 1
    if end > index and _participant(row, at, index, end):
        yield "other", (index, end)
        index = end
    high = min(high, at + _REACH)
    while index + 1 < high:
        text = row[index].text
        if text == "giữa":
            one, other = pair(row, index + 1)  # both act
            yield "one", one
            yield "other", other
            return
        owns = row[index].traits & OF
        leads = owns or text in _TOWARDS
        end = behind(row, index + 1, len(row), clausal=True) if leads else index
        if end > index + 1:
            yield ("one" if owns else "other"), (index + 1, end)
            index = end
            continue
        if row[index].kind == "verb" and index > at + 4:
            return
        index += 1


def _participant(row: Row, at: int, first: int, end: int) -> bool:
    """Whether the phrase right behind a noun takes part: `vụ cướp ngân hàng`, not `giao thông`."""
    if row[at].kind == "verb":
        return True
    return any(
        unit.traits & (NAME | ACTOR | DETERMINER) or unit.kind == "number"
        for unit in row[first:end]
    )


def _governor(row: Row, at: int, low: int) -> Range | None:
    """The subject of the verb that has the noun as its object: `Niger trải qua cuộc đảo chính`."""
    for index in range(at - 1, max(low, at - 8) - 1, -1):
        unit = row[index]
        if unit.kind == "verb" or (is_finite(unit) and index + 1 < at):
            says = reporting().get(unit.text) == "clause"
            return None if says else subject_of(row, index, low).units
        if unit.text == "," or unit.traits & SUBORDINATOR or unit.text in {"sau", "trước"}:
            return None
    return None


def _main(row: Row, at: int, low: int) -> Range | None:
    """The subject of the clause that the noun's phrase opens: `Tại cuộc họp, ông A ...`."""
    lead = at
    while lead > low and not row[lead - 1].traits & (PREPOSITION | PLACE):
        if not nominal(row[lead - 1]) or at - lead > 5:
            return None
        lead -= 1
    if lead == low:
        return None
    first = before(row, lead - 1, low)
    if first < lead - 1:
        return first, lead - 1
    for index in range(at + 1, min(len(row) - 1, at + 30)):
        if row[index].text == ",":
            end = behind(row, index + 1, len(row), clausal=True)
            return (index + 1, end) if end > index + 1 and row[index + 1].kind != "time" else None
        if is_break(row[index]) and row[index].text not in QUOTE_MARKS:
            return None
    return None


def _result(row: Row, at: int) -> Range | None:
    """The object of what follows: `..., lật đổ tổng thống`, `khiến hai người chết`."""
    for index in range(at + 1, min(len(row) - 1, at + 40)):
        unit, after = row[index], row[index + 1]
        if unit.text in CAUSES or (unit.text == "," and after.kind == "verb"):
            start = index + 1 if unit.text in CAUSES else index + 2
            return (start, behind(row, start, len(row), clausal=True))
        if is_break(unit):
            return None
    return None
