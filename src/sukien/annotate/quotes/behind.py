"""Who says what stands before: speaker and cue behind a quotation, and nouns that point at it."""

from sukien.annotate.clauses.phrases import (
    Range,
    is_break,
    is_dash,
    is_finite,
    noun_phrase,
    starts_phrase,
)
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row
from sukien.annotate.quotes.cues import cue_at
from sukien.annotate.quotes.persons import shortened, speaks
from sukien.annotate.quotes.speakers import doer, floor_of, teller, whole
from sukien.knowledge.grammar import reporting, speaker_details

SHORT = 3
NEAR = 8
SOURCES = frozenset({"source", "theo"})
DOTS = frozenset({"…", "..."})
_ALONE = 6
_FAR = 60
_NAME = 24
_NICKNAME = 6
_SHORT_END = 6
_TOLD = 14
_ENDS = frozenset({".", "!", "?", "…", "...", ","})
_PARTS = DOTS | {","}
_ANSWERS = frozenset({"với", "trả lời", "thông báo"})
_BY = frozenset({"của", "bởi"})
_POINTERS = frozenset({"đó", "đây", "trên đây"})


def followed(row: Row, mark: int) -> tuple[Range | None, int | None] | None:
    """Speaker and cue behind the closing mark at `mark`: `", X nói`, `" - X`, `", theo X`."""
    low = mark + 1
    parted = mark > 0 and row[mark - 1].text in _ENDS
    dashed = False
    while low < len(row) and (row[low].text in _PARTS or is_dash(row[low])):
        parted, dashed, low = True, dashed or is_dash(row[low]), low + 1
    if low >= len(row):
        return None
    high = to_stop(row, _past_nickname(row, low))
    if not parted and not reporting().get(row[high - 1].text):
        return None
    if reporting().get(row[low].text) in SOURCES:
        end = noun_phrase(row, low + 1, len(row))
        return ((low + 1, end), low) if end > low + 1 and speaks(row, low + 1, end) else None
    found = _cue_behind(row, low, high)
    if found or row[low].text in QUOTE_MARKS:
        return found
    return pointed(row, low, high) or _bare(row, low, high, dashed)


def _past_nickname(row: Row, low: int) -> int:
    """The index behind a nickname in marks that opens what follows, else `low`."""
    if row[low].text not in QUOTE_MARKS:
        return low
    close = (
        i for i in range(low + 2, min(len(row), low + _NICKNAME)) if row[i].text in QUOTE_MARKS
    )
    return next(close, low - 1) + 1


def to_stop(row: Row, low: int) -> int:
    """The index of the next stop or mark from `low` on, or where it is too far."""
    high = min(len(row), low + _FAR)
    stops = (i for i in range(low, high) if is_break(row[i]) and not shortened(row, i))
    return next(stops, high)


def _cue_behind(row: Row, low: int, high: int) -> tuple[Range, int] | None:
    source: tuple[Range, int] | None = None
    for index in range(low, high):
        last = index + 1 == high and index > low
        takes = reporting().get(row[index].text) if last else cue_at(row, index)
        if takes == "source":
            named = whole(row, index + 1, high)
            source = (named, index) if named and speaks(row, *named) else source
        if not takes or takes in SOURCES:
            continue
        if index == low:
            end = noun_phrase(row, low + 1, high)
            if speaks(row, low + 1, end):
                return (low + 1, end), low
            continue
        speaker = teller(row, index, floor_of(row, index, low))
        if speaker is not None and speaker[0] - low <= NEAR:
            return speaker, index
    return source


def pointed(row: Row, low: int, high: int) -> tuple[Range, int] | None:
    """`Đó là chia sẻ của X`, `câu nói của X:`: the speaker behind a noun for what is said."""
    for index in range(low + 1, high - 1):
        far = low + 1 if index - low <= _TOLD and row[low].text in _POINTERS else index - SHORT
        noun = _saying(row, max(low, far - 1), index - 1) if row[index].text in _BY else None
        if noun is not None:
            found = whole(row, index + 1, high)
            return (found, noun) if found and speaks(row, *found) else None
    return None


def _saying(row: Row, low: int, last: int) -> int | None:
    """The noun for what is said, that points back or forth and stands near `last`."""
    details = speaker_details()
    for index in range(last, low - 1, -1):
        first = index - (index > low and f"{row[index - 1].text} {row[index].text}" in details)
        text = " ".join(unit.text for unit in row[first : index + 1])
        if "saying" in details.get(text, ()):
            before = row[first - 1] if first > low else None
            points = before is None or before.is_a("that", "determiner") or before.text in _ANSWERS
            return index if points else None
    return None


def pointed_back(row: Row) -> tuple[Range, int] | None:
    """The speaker of the sentence before: `Đó là khẳng định của ông A tại cuộc họp`."""
    if len(row) < SHORT or row[0].text not in _POINTERS or row[1].text != "là":
        return None
    return pointed(row, 0, to_stop(row, 0))


def _bare(row: Row, low: int, high: int, dashed: bool) -> tuple[Range, None] | None:
    """`", bà A rơm rớm nước mắt`: the person behind the quotation, whatever he does there."""
    if not starts_phrase(row[low]) or not speaks(row, low, high):
        return None
    if dashed and high - low <= _NAME:
        found = whole(row, low, high)
        return (found, None) if found else None
    found = doer(row, low, high)
    return (found, None) if found else None


def asks_before(rows: list[Row], number: int) -> tuple[Range, int] | None:
    """`Anh ở đâu? / - chủ tọa hỏi.`: speaker and cue of the question in the row before."""
    row, before = rows[number], rows[number - 1] if number else []
    if not SHORT <= len(row) <= NEAR + 2 or not is_dash(row[0]) or len(before) < SHORT:
        return None
    if before[-1].text not in {"?", "!"} or any(unit.text in QUOTE_MARKS for unit in before):
        return None
    found = _cue_behind(row, 1, to_stop(row, 1))
    return found if found and found[0][0] == 1 and ends_with(row, found[1]) else None


def dialogue(row: Row) -> tuple[int, Range, int] | None:
    """`- Tôi không biết - ông X nói`: the index of the second dash, the speaker, the cue."""
    if len(row) < _ALONE or not is_dash(row[0]):
        return None
    for index in range(SHORT, len(row) - 1):
        if row[index].text == "," and _names_only(row, index):
            return None
        if is_dash(row[index]) or (row[index].text == "," and to_stop(row, index) - index <= NEAR):
            found = _cue_behind(row, index + 1, to_stop(row, index + 1))
            if found and found[0][0] <= index + 2 and speaks(row, *found[0]):
                return index, found[0], found[1]
    return None


def ends_with(row: Row, cue: int | None) -> bool:
    """Whether a sentence ends with its cue: `- ông A nói.`"""
    if cue is None or len(row) - cue > _SHORT_END:
        return False
    return all(is_break(unit) for unit in row[cue + 1 :])


def _names_only(row: Row, stop: int) -> bool:
    """Whether what follows the dash only names somebody: `- chị N., giáo viên, thắc mắc`."""
    acts = any(unit.kind == "verb" or is_finite(unit) for unit in row[1:stop])
    return not acts and speaks(row, 1, stop)
