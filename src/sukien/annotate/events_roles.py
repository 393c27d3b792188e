"""Who takes part in an event: the phrases before and behind its trigger."""

from collections.abc import Iterator
from typing import NamedTuple

from sukien.annotate.phrases import (
    Range,
    earlier,
    is_break,
    leading,
    noun_phrase,
    segments_of,
    starts_phrase,
    subject,
    verb_group,
)
from sukien.annotate.rows import QUOTE_MARKS, Row
from sukien.knowledge.grammar import speaker_nouns

_JOINING = frozenset({"để", "nhằm", "và", "hoặc", "rồi", ",", "cũng như", "để mà"})
_CAUSES = frozenset({"làm", "khiến", "khiến cho", "làm cho", "buộc", "giúp", "để", "cho"})
_TOWARDS = frozenset(
    {"với", "cho", "vào", "đến", "tới", "khỏi", "về", "từ", "chống", "lên", "chống lại", "đối với"}
    | {"sang", "ra khỏi", "cùng", "cùng với", "nhằm vào", "ở", "tại", "giữa"}
)
_RECIPIENT = frozenset({"cho", "với", "cùng", "cùng với", "đối với", "tới", "đến"})
_REACH = 16


class Part(NamedTuple):
    """Units that take part; `side` is one (who acts), other (acted on) or with."""

    side: str
    units: Range


def verb_parts(row: Row, at: int, floor: int = 0) -> list[Part]:
    """Who takes part in the event of the verb at `at`; nothing before `floor` does."""
    low = max(floor, clause_start(row, at))
    group = serial_group(row, at, low)
    passive = any(unit.is_a("passive") for unit in row[group:at])
    agent = _agent(row, group, low)
    if agent is not None:
        sufferer = subject(row, agent[0] - 1, low, plain=True)
        return _listed([("one", agent), ("other", sufferer), *_behind(row, at)])
    before = _before(row, group, low, floor)
    if passive:
        by = _by(row, at)
        return _listed([("other", before), ("one", by), *_behind(row, at)])
    return _listed([("one", before), *_behind(row, at)])


def noun_parts(row: Row, at: int, floor: int = 0) -> list[Part]:
    """Who takes part in the event of the noun at `at`: `cuộc đàm phán giữa A và B`."""
    found = list(_of_noun(row, at))
    if not any(side == "one" for side, _ in found):
        found.append(("one", _governor(row, at, max(floor, clause_start(row, at)))))
    if not any(side == "other" for side, _ in found):
        found.append(("other", _result(row, at)))
    return _listed(found)


def _listed(found: list[tuple[str, Range | None]]) -> list[Part]:
    """The parts that are there, each stretch once."""
    parts: list[Part] = []
    for side, units in found:
        if units and units[1] > units[0] and all(not _meet(units, p.units) for p in parts):
            parts.append(Part(side, units))
    return parts


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def clause_start(row: Row, at: int) -> int:
    """Where the clause of the verb at `at` starts: behind a break, `rằng`, `khi`, `khiến` ..."""
    for index in range(at - 1, -1, -1):
        unit = row[index]
        if unit.text in QUOTE_MARKS and index and row[index - 1].text != ":":
            if _quoted_word(row, index, at):
                continue
            return index + 1
        opens = unit.is_a("subordinator", "that")
        causes = unit.text in _CAUSES and index + 1 < at and starts_phrase(row[index + 1])
        if is_break(unit) or causes or (opens and index + 1 < at):
            return index + 1
    return 0


def _quoted_word(row: Row, index: int, at: int) -> bool:
    """Whether the mark belongs to a few quoted words inside the clause."""
    near = [
        i for i in range(max(0, index - 6), min(len(row), at + 1)) if row[i].text in QUOTE_MARKS
    ]
    return len(near) == 2


def serial_group(row: Row, at: int, low: int) -> int:
    """Where the verbs start that lead to the one at `at`: `đã quyết định hủy bỏ`."""
    group = verb_group(row, at, low)
    while group > low and row[group - 1].kind == "verb" and row[group - 1].text not in _CAUSES:
        if group - 1 > low and row[group - 2].kind == "noun" and not row[group - 1].classes:
            before = verb_group(row, group - 1, low)
            if before == group - 1 and at - group > 4:
                break
        group = verb_group(row, group - 1, low)
    return group


def _before(row: Row, group: int, low: int, floor: int) -> Range | None:
    """The subject of the verb; that of an earlier verb behind `để`, `và`, a comma."""
    found = subject(row, group, low, plain=True) if group > low else None
    while found is None and low > floor and row[low - 1].text in _JOINING:
        start = max(floor, clause_start(row, low - 1))
        found = earlier(row, segments_of(row, start, max(start, low - 1)))
        low = start
    return found


def _agent(row: Row, group: int, low: int) -> Range | None:
    """The agent in `bị công an bắt`, `do Pháp tổ chức`."""
    for index in range(group - 1, max(low, group - 8) - 1, -1):
        unit = row[index]
        if unit.is_a("passive") or (unit.text in {"do", "bởi"} and index):
            phrase = noun_phrase(row, index + 1, group)
            return (index + 1, group) if phrase == group and phrase > index + 1 else None
        if unit.text == "," or unit.kind == "verb":
            return None
    return None


def _by(row: Row, at: int) -> Range | None:
    for index in range(at + 1, min(len(row), at + _REACH)):
        if row[index].text in {"bởi", "do"}:
            return (index + 1, noun_phrase(row, index + 1, len(row)))
        if row[index].text == "," or is_break(row[index]):
            return None
    return None


def _behind(row: Row, at: int) -> Iterator[tuple[str, Range | None]]:
    """The object, and what stands behind `cho`, `với`, `khỏi` in the same clause."""
    index = _to_object(row, at + 1)
    if index + 1 < len(row) and row[index].text in {"để", "nhằm"} and row[index + 1].kind == "verb":
        index = _to_object(row, index + 2)
    high = clause_end(row, index)
    end = noun_phrase(row, index, high)
    if end > index:
        end = _whole(row, index, end, high)
        yield "other", (index, end)
    else:
        end = index
    for there in range(end, min(high, end + _REACH)):
        if row[there].text in _TOWARDS and there + 1 < high and starts_phrase(row[there + 1]):
            side = "with" if row[there].text in _RECIPIENT else "other"
            yield side, (there + 1, noun_phrase(row, there + 1, high))
            return
        if row[there].kind == "verb" and there > end + 1:
            return


def _to_object(row: Row, index: int) -> int:
    """Over adverbs, a quoted `"ngay lập tức"` and `được` to where the object may start."""
    limit = min(len(row), index + 6)
    while index < limit:
        unit = row[index]
        quoted = unit.text in QUOTE_MARKS
        if not (quoted or unit.is_a("adverb") or unit.text in {"được", "thêm", "chung"}):
            break
        index += 1
    return index


def _whole(row: Row, first: int, end: int, high: int) -> int:
    """A document with the clause that says what it is about: `thỏa thuận cho phép ...`."""
    if row[end - 1].text not in speaker_nouns() and row[first].text not in speaker_nouns():
        return end
    limit = min(high, end + _REACH)
    while end < limit and row[end].kind != "time" and not row[end].is_a("past", "future"):
        end += 1
    return end


def clause_end(row: Row, index: int) -> int:
    """Where the clause ends: at a comma, a break, a subordinator."""
    for there in range(index, len(row)):
        unit = row[there]
        listing = unit.text == "," and there + 1 < len(row) and row[there + 1].kind == "name"
        if (unit.text == "," and not listing) or unit.text in {".", ";", ":", "!", "?"}:
            return there
        if unit.is_a("subordinator", "that") and unit.text not in {"để", "do", "là", "việc"}:
            return there
    return len(row)


def _of_noun(row: Row, at: int) -> Iterator[tuple[str, Range | None]]:
    high = clause_end(row, at + 1)
    for index in range(at + 1, min(high, at + _REACH)):
        text = row[index].text
        if text == "giữa":
            yield from _between(row, index + 1, high)
            return
        if row[index].is_a("of"):
            yield "one", (index + 1, noun_phrase(row, index + 1, high))
        elif text in _TOWARDS and index + 1 < high and starts_phrase(row[index + 1]):
            yield "other", (index + 1, noun_phrase(row, index + 1, high))
        elif row[index].kind == "verb" and index > at + 2:
            return


def _between(row: Row, index: int, high: int) -> Iterator[tuple[str, Range | None]]:
    """`giữa A và B`, `giữa A với B`: both take part."""
    end = noun_phrase(row, index, high, joined=False)
    yield "one", (index, end)
    if end + 1 < high and row[end].text in {"với", "và", "cùng", "-"}:
        yield "other", (end + 1, noun_phrase(row, end + 1, high))


def _governor(row: Row, at: int, low: int) -> Range | None:
    """The subject of the verb that has the noun as its object: `Niger trải qua cuộc đảo chính`."""
    for index in range(at - 1, max(low, at - 8) - 1, -1):
        if row[index].kind == "verb" or row[index].is_a("past", "future", "passive"):
            group = serial_group(row, index, low)
            return subject(row, group, low, plain=True) or leading(row, low, index)
        if row[index].text == ",":
            return None
    return None


def _result(row: Row, at: int) -> Range | None:
    """The object of what follows: `..., lật đổ tổng thống`, `khiến hai người chết`."""
    for index in range(at + 1, len(row) - 1):
        unit, after = row[index], row[index + 1]
        if unit.text in _CAUSES or (unit.text == "," and after.kind == "verb"):
            start = index + 1 if unit.text in _CAUSES else index + 2
            return (start, noun_phrase(row, start, len(row)))
        if is_break(unit):
            return None
    return None
