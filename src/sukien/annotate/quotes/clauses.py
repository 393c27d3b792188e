"""The clause that a reporting verb introduces: where it starts and ends, and whether it is one."""

from sukien.annotate.clauses.phrases import NOMINAL, Range, is_finite, noun_phrase, starts_phrase
from sukien.annotate.clauses.reference import can_speak
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row
from sukien.annotate.quotes.cues import cue_at
from sukien.annotate.quotes.persons import speaks
from sukien.annotate.quotes.speakers import AGAINST, LINKS, linked, teller
from sukien.knowledge.grammar import reporting

_LIGHT = frozenset({"thêm", "rõ", "lại", "tiếp", "trên"})
WEAK = frozenset({"that", "thing"})
_EMPTY = frozenset({"như vậy", "vậy", "thế", "như thế", "trên", "như trên"})
_ABOUT = frozenset({"về", "với", "cho", "đến", "qua", "theo", "tới", "trước", "và", "của", "tại"})
_BESIDE = frozenset({"theo", "về", "với", "cho", "qua", "và", "của"})
_STILL = frozenset({"mặc dù", "dù", "tuy", "cho dù", "dẫu"})
_ADVICE = frozenset({"khuyến cáo", "khuyến khích", "đưa ra khuyến cáo"})
_SHOULD = frozenset({"nên", "cần", "phải", "cần phải"})
_CHARGES = frozenset({"tố", "cáo buộc", "tố cáo"})
TURNS = AGAINST | {"trong khi", "mặc dù", "dù", "dù cho"}
_REFUSALS = frozenset(
    {"bình luận", "từ chối", "không cung cấp", "không nêu", "không tiết lộ", "không nói rõ"}
    | {"cung cấp", "tiết lộ", "nêu", "nói rõ", "hoài nghi", "phản đối", "bác bỏ", "phủ nhận"}
)
_NEAR = 9
_FAR = 14
_LEAST = 3
_REACH = 120


def content_start(row: Row, cue: int, high: int) -> int | None:
    """Where the content starts behind the cue at `cue`, or None when there is none."""
    takes = reporting()[row[cue].text]
    index = cue + 1
    while index < min(high, cue + _FAR) and row[index].text in _LIGHT:
        index += 1
    if row[cue].text.endswith(" với") or (index < high and row[index].text == "với"):
        first = index + (row[index].text == "với") if index < high else index
        index = max(noun_phrase(row, first, high, joined=False), index)
    parted = index < high and row[index].text in {",", ":"}
    colon = parted and row[index].text == ":"
    index += parted
    for there in range(index, min(high, index + _FAR)):
        if row[there].text in {"rằng", "là", "rằng là"}:
            if row[there].text == "rằng" or (there == index and takes != "marks"):
                index = there + 1
                return index + (index < high and row[index].text in {",", ":"})
            break
        if is_finite(row[there]) or row[there].text == ",":
            break
    if takes == "rang" and parted and not colon and index < high:
        return None if row[index].kind == "verb" or cue_at(row, index) else index
    return index if (colon or takes in {"clause", *WEAK}) and index < high else None


def content_end(row: Row, start: int, high: int, cues: list[int]) -> int:
    """Where the content ends: before what leads to a second report, or at the end."""
    high = min(high, _before_refusal(row, start, high))
    for cue in cues:
        if cue >= high:
            break
        turn = _turned(row, start, cue)
        if turn is not None and _reports(row, cue, high):
            return turn - (row[turn - 1].text == ",")
        index = linked(row, cue, start)
        comma = index > start and row[index - 1].text == ","
        joins = any(unit.text in LINKS and unit.text != "cũng" for unit in row[index:cue])
        if not (comma or joins) or index <= start + 1:
            continue
        if reporting()[row[cue].text] == "theo":
            continue
        if _reports(row, cue, high) or (joins and _asks(row, cue)):
            return index - comma
    return _before_contrast(row, start, _before_source(row, start, high))


def _turned(row: Row, start: int, cue: int) -> int | None:
    """The `nhưng` behind which somebody else is told to speak: `..., nhưng ông B cho biết`."""
    for index in range(cue - 2, max(start + _LEAST, cue - _NEAR), -1):
        if row[index].text in TURNS:
            speaker = teller(row, cue, index + 1)
            return index if speaker and speaker[0] == index + 1 and speaks(row, *speaker) else None
    return None


def _before_refusal(row: Row, start: int, high: int) -> int:
    """The end before `nhưng từ chối bình luận`, which the reporter says."""
    for index in range(start + _LEAST, min(high - 1, start + _REACH)):
        if row[index].text in TURNS:
            behind = row[index + 1 : min(high, index + _NEAR)]
            if any(unit.text in _REFUSALS for unit in behind):
                return index - (row[index - 1].text == ",")
    return high


def _before_source(row: Row, start: int, high: int) -> int:
    """The end before `, theo AFP`, `, Reuters đưa tin ngày 8/3`."""
    for index in range(high - 1, max(start + 1, high - _FAR), -1):
        if row[index].text == ",":
            first = index + 1
            cue = next((i for i in range(first, high) if cue_at(row, i)), None)
            if cue is None or cue - first > _LEAST:
                break
            source = cue == first and reporting()[row[cue].text] == "theo"
            told = row[first].label == "ORG" and all(u.kind == "time" for u in row[cue + 1 : high])
            return index if source or told else high
    return high


def _asks(row: Row, cue: int) -> bool:
    return row[cue].text in {"yêu cầu", "đề nghị", "kêu gọi", "chỉ trích", "kiến nghị", "lên án"}


def _before_contrast(row: Row, start: int, high: int) -> int:
    """The end of `Mặc dù X cho rằng ...` before its `nhưng`."""
    if not any(unit.text in _STILL for unit in row[: min(start, 4)]):
        return high
    ends = (i for i in range(start + 1, high) if row[i].text in AGAINST and i > start + _LEAST)
    end = next(ends, high)
    return end - 1 if end < high and row[end - 1].text == "," else end


def _reports(row: Row, cue: int, high: int) -> bool:
    """Whether the second of two cues leads to a clause of its own."""
    start = content_start(row, cue, high)
    return start is not None and high - start >= _LEAST and is_clause(row, cue, start, high)


def is_clause(row: Row, cue: int, start: int, end: int) -> bool:
    """Whether the content is a clause; behind weak cues a bare verb phrase is none."""
    end = min(end, start + _REACH)
    if start >= end or _is_empty(row, start):
        return False
    said = row[start - 1].is_a("that") or (start > 1 and row[start - 2].text == "rằng")
    if said or reporting()[row[cue].text] == "clause":
        return any(
            u.kind in {"verb", "adj"} or is_finite(u) or u.text == "là" for u in row[start:end]
        )
    if reporting()[row[cue].text] == "that" and _behind_adjunct(row, start, end):
        return True
    if row[start - 1].text in {",", ":"}:
        bare = row[start].kind == "verb" and not starts_phrase(row[start])
        return (not bare or is_finite(row[start])) and any(
            u.kind == "verb" or is_finite(u) or u.text == "là" for u in row[start:end]
        )
    about = row[start].text in _ABOUT and row[start].is_a("preposition")
    return not about and _is_full(row, cue, _past_adjuncts(row, start, end), end)


def _is_empty(row: Row, start: int) -> bool:
    """Whether `như vậy`, `thế` stands for what is said; `như vậy là` begins a clause."""
    begins = start + 1 < len(row) and row[start + 1].text == "là"
    return row[start].text in _EMPTY and not begins


def _behind_adjunct(row: Row, start: int, end: int) -> bool:
    """Whether a verb with its mark stands behind `trong điều kiện này,`, `nếu ... thì`."""
    unit = row[start]
    if not unit.is_a("preposition", "subordinator") or unit.kind == "noun" or unit.text in _BESIDE:
        return False
    comma = next((i for i in range(start, end) if row[i].text in {",", "thì"}), end)
    return any(is_finite(unit) or unit.text == "là" for unit in row[comma:end])


def _is_full(row: Row, cue: int, first: int, end: int) -> bool:
    """Whether a clause without `rằng` has a subject, or a verb with its mark."""
    if first >= end:
        return False
    if row[cue].text in _CHARGES:
        marked = any(is_finite(unit) or unit.text == "là" for unit in row[first:end])
        named = row[first].label in {"ORG", "LOC"}
        return marked or (named and predicate(row, first, end) is not None)
    if row[cue].text in _ADVICE:
        return any(unit.text in _SHOULD for unit in row[first:end])
    thing = reporting()[row[cue].text] == "thing" and not can_speak(row, first, end)
    if is_finite(row[first]) and row[first].kind != "noun":
        return not row[first].is_a("passive")
    bare = row[first].kind == "verb" and not starts_phrase(row[first])
    return predicate(row, first, end, marked=thing or bare) is not None


def _past_adjuncts(row: Row, start: int, end: int) -> int:
    """Where the clause proper begins behind `trong 14 năm trốn lệnh,`, `hiện`, a date."""
    index = start
    if row[index].is_a("preposition", "subordinator") and row[index].kind != "noun":
        comma = next((i for i in range(start, end) if row[i].text == ","), None)
        index = comma + 1 if comma is not None else index + 1
    while index < end and (
        row[index].kind in {"time", "mark"}
        or (row[index].is_a("adverb", "opener") and not starts_phrase(row[index]))
    ):
        index += 1
    return index


def predicate(row: Row, first: int, end: int, *, marked: bool = False) -> int | None:
    """The unit that makes the words from a noun phrase on a clause, or None.

    A `marked` one is no bare verb: `chia sẻ kinh nghiệm khởi nghiệp` is none.
    """
    index, inner = first, False
    while index < end:
        unit = row[index]
        if unit.text in NOMINAL or unit.text in {"sự", "việc", "nỗi", "niềm"}:
            inner = True  # `sự không hài lòng`: what follows belongs to the noun
        elif unit.text in {"là", "có", "còn"} or is_finite(unit):
            if not inner:
                return index
        elif unit.kind in {"verb", "adj"} and index > first and not unit.is_a("place"):
            if not inner and not marked and _full(row, index):
                return index
            inner = False
        elif unit.text in {",", ":", "mà"} or unit.is_a("subordinator"):
            return None
        elif unit.text in QUOTE_MARKS:
            inner = False
        index += 1
    return None


def _full(row: Row, index: int) -> bool:
    """Whether a verb or an adjective tells something of the noun before it."""
    if row[index].kind == "adj":
        return index + 1 >= len(row) or not row[index + 1].is_a("preposition", "of")
    return not row[index].is_a("preposition")


def cues_of(row: Row, high: int) -> list[int]:
    """The units of a row that report, and are no part of a compound noun (`giọng nói`)."""
    found = []
    last = max((i for i in range(high) if row[i].text == ")"), default=0)
    aside = False
    for index in range(high):
        if row[index].text in {"(", ")"}:
            aside = row[index].text == "(" and index < last
        if not aside and cue_at(row, index) and not _is_noun(row, index):
            found.append(index)
    return found


def _is_noun(row: Row, index: int) -> bool:
    if not index:
        return False
    before = row[index - 1]
    weak = reporting()[row[index].text] in {"that", "thing", "rang", "marks"}
    listed = before.is_a("determiner") and before.text in {"các", "những", "một", "nhiều"}
    behind = before.is_a("preposition") and not before.is_a("subordinator", "adverb")
    nominal = listed or behind or before.kind == "number" or before.text in {"có", "đưa ra"}
    return (weak or row[index].text.endswith("rằng")) and nominal


def spans_verb(row: Row, speaker: Range, cue: int) -> bool:
    """Whether a verb's negation or a passive stands between speaker and cue."""
    between = row[speaker[1] : cue]
    quotes = any(unit.text in {"không quên", "không ngần ngại", "không ngại"} for unit in between)
    return not quotes and any(unit.is_a("negation") for unit in between[-3:])
