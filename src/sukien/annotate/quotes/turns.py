"""Speech without quotation marks: answers of an interview, and what stands behind a colon.

Both go by the lines of the text. An interview is known by its questions to one person, by the
labels of its turns (`PV:`), or by the thanks at its end.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from sukien.annotate.clauses.phrases import Range, is_dash
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row, Unit
from sukien.annotate.quotes.cues import cue_at
from sukien.annotate.quotes.direct import Place, Said
from sukien.annotate.quotes.marks import Marked
from sukien.annotate.quotes.persons import person_in, speaks
from sukien.annotate.quotes.speakers import floor_of, teller
from sukien.knowledge.grammar import speaker_details

_ADDRESSED = frozenset(
    {"ông", "bà", "anh", "chị", "cô", "em", "bạn", "bác", "chú", "bác sĩ", "luật sư", "đạo diễn"}
)
_SELF = frozenset({"tôi", "chúng tôi", "mình", "em", "chúng ta", "con"})
_ASKS = frozenset({"hỏi", "hỏi lại", "hỏi thêm", "thẩm vấn", "chất vấn", "truy vấn"})
_ENOUGH = 3
_LABEL = 10
_NEAR = 6
_ALONE = 8
_MOST = 5
_STOPS = frozenset({".", "!", "?", "…", "..."})

Turn = tuple[Marked, Place, Said]


class _Line(NamedTuple):
    """The rows `first` to `last` (half-open) that start in one line, without its dash."""

    first: int
    last: int
    units: list[Unit]


def lines_of(text: str, rows: list[Row]) -> list[_Line]:
    """The lines of a text that hold sentences."""
    found: list[list[int]] = []
    line_end = -1
    for number, row in enumerate(rows):
        if not row:
            continue
        if row[0].start > line_end or not found:
            line_end = text.find("\n", row[0].start)
            line_end = len(text) if line_end < 0 else line_end
            found.append([number, number + 1])
        found[-1][1] = number + 1
    return [_Line(a, b, [unit for row in rows[a:b] for unit in row]) for a, b in found]


def interview(text: str, rows: list[Row]) -> list[Turn]:
    """The answers of an interview, each with its speaker; none in other articles."""
    if text.count("?") < _ENOUGH - 1:
        return []
    lines = lines_of(text, rows)
    asked = [number for number, line in enumerate(lines) if _asks(line)]
    thanks = [number for number, line in enumerate(lines) if _thanks(line)]
    asked = _before_dashes(lines, asked)
    if not asked or not _is_interview(lines, asked, thanks):
        return []
    last = next((n for n in thanks if n > asked[-1]), None)
    end = last if last is not None else _last_self(lines, asked[-1])
    stops = [*asked[1:], end]
    return [
        _turn(rows, lines, ask, (ask + 1, _answered(lines, ask, stop)))
        for ask, stop in zip(asked, stops, strict=True)
        if stop > ask + 1
    ]


def _before_dashes(lines: list[_Line], asked: list[int]) -> list[int]:
    """The questions, where answers open with a dash only those that such a line follows."""
    answered = [n for n in asked if n + 1 < len(lines) and is_dash(lines[n + 1].units[0])]
    dashed = len(answered) >= _ENOUGH and 2 * len(answered) > len(asked)
    bare = [n for n in answered if not is_dash(lines[n].units[0])]
    return (bare or answered) if dashed else asked


def _answered(lines: list[_Line], ask: int, stop: int) -> int:
    """The line after an answer: where every turn opens with a dash, the next that does."""
    if not is_dash(lines[ask].units[0]) or not is_dash(lines[ask + 1].units[0]):
        return stop
    return next((n for n in range(ask + 2, stop) if is_dash(lines[n].units[0])), stop)


def _is_interview(lines: list[_Line], asked: list[int], thanks: list[int]) -> bool:
    labels = sum(_label(lines[number].units) is not None for number in asked)
    answers = sum(
        number + 1 < len(lines) and any(u.text in _SELF for u in lines[number + 1].units)
        for number in asked
    )
    known = bool(thanks) and thanks[-1] > asked[-1]
    return len(asked) >= (_ENOUGH - 1 if known or labels >= _ENOUGH - 1 else _ENOUGH) and (
        known or labels >= _ENOUGH - 1 or answers >= _ENOUGH
    )


def _asks(line: _Line) -> bool:
    """Whether a line is a question to somebody, or one that a label gives to the reporter."""
    units = line.units
    if (
        not units
        or units[-1].text != "?"
        or any(u.text in QUOTE_MARKS for u in (units[0], units[-1]))
    ):
        return False
    label = _label(units)
    if label is not None:
        return "reporter" in speaker_details().get(units[label[0]].text, ())
    return any(unit.text in _ADDRESSED for unit in units)


def _thanks(line: _Line) -> bool:
    """`Xin cảm ơn bà!`"""
    texts = [unit.text for unit in line.units[:_LABEL]]
    thanks = any(text in {"cảm ơn", "cám ơn"} for text in texts)
    return thanks and len(line.units) <= _LABEL and any(text in _ADDRESSED for text in texts)


def _last_self(lines: list[_Line], asked: int) -> int:
    """The line after the last one in which somebody speaks of himself."""
    spoken = (
        number
        for number in range(len(lines) - 1, asked, -1)
        if any(unit.text in _SELF for unit in lines[number].units)
    )
    return next(spoken, asked) + 1


def _label(units: list[Unit]) -> Range | None:
    """The words before the colon that opens a turn: `PV:`, `- Ông A:`."""
    low = 1 if units and is_dash(units[0]) else 0
    for index in range(low, min(len(units), low + _LABEL)):
        if units[index].text == ":":
            return (low, index) if index > low else None
    return None


def _turn(rows: list[Row], lines: list[_Line], ask: int, answer: Range) -> Turn:
    first, last = lines[answer[0]], lines[answer[1] - 1]
    label = _label(first.units)
    start = label[1] + 1 if label and speaks(first.units, *label) else 0
    row = rows[first.first]
    if start and start < len(row) and label:
        said = Said(first.first, label, None)
    else:
        start, said = int(is_dash(row[0]) and len(row) > 1), _addressed(rows, lines[ask])
    end = _before_stop(rows[last.last - 1])
    number = last.last - 1
    place = Place(first.first, start, number, len(rows[number]) - 1)
    return Marked(row[start].start, end, end), place, said


def _addressed(rows: list[Row], line: _Line) -> Said:
    """Who is asked: the last word that addresses him."""
    for number in range(line.last - 1, line.first - 1, -1):
        for index in range(len(rows[number]) - 1, -1, -1):
            if rows[number][index].text in _ADDRESSED:
                return Said(number, (index, index + 1), None)
    return Said(line.first, None, None)


def _before_stop(row: Row) -> int:
    """Where a sentence ends without its full stop."""
    high = len(row)
    while high > 1 and row[high - 1].text == ".":
        high -= 1
    return row[high - 1].end


def behind_colons(text: str, rows: list[Row]) -> Iterator[Turn]:
    """`Ông A cho biết:` and a line of its own, `Bà B trả lời: ...`: speech behind a colon.

    It goes on over the lines in which nobody is named. A clause behind a colon in the same line is
    no more than indirect speech.
    """
    for number, row in enumerate(rows):
        colon = next((i for i in range(len(row)) if row[i].text == ":"), None)
        if not colon or colon + 1 >= len(row):
            continue
        head = row[colon + 1]
        if not text[head.start].isupper() or head.kind == "mark":
            continue
        parted = "\n" in text[row[colon].end : head.start]
        said = _told(row, colon)
        if said is None:
            continue
        asks = row[said[1]].text in _ASKS and row[-1].text == "?"
        if not (parted or asks or row[said[1]].text in {"trả lời", "đáp"}):
            continue
        last = number if asks else _last_row(text, rows, number, head.start)
        end = _before_stop(rows[last])
        if last > number or len(row) - colon > _ALONE:
            place = Place(number, colon + 1, last, len(rows[last]) - 1)
            yield Marked(head.start, end, end), place, Said(number, *said)


def _last_row(text: str, rows: list[Row], number: int, start: int) -> int:
    """The last row of the lines from `start` on in which nobody but the speaker speaks."""
    stop = text.find("\n", start)
    last = _row_before(rows, stop if stop >= 0 else len(text), number)
    for _ in range(_MOST):
        if last + 1 >= len(rows) or not rows[last + 1] or _parts_off(rows[last + 1]):
            break
        stop = text.find("\n", rows[last + 1][0].start)
        after = _row_before(rows, stop if stop >= 0 else len(text), last + 1)
        if any(unit.label == "PER" for row in rows[last + 1 : after + 1] for unit in row):
            break
        last = after
    return last


def _parts_off(row: Row) -> bool:
    """Whether a line turns to something else: a time, a source, a title, a list."""
    told = any(unit.text in QUOTE_MARKS or unit.text == "*" for unit in row)
    return told or row[0].kind == "time" or row[0].is_a("opener") or row[-1].text not in _STOPS


def _row_before(rows: list[Row], place: int, low: int) -> int:
    return max(low, bisect_left(rows, place, low, key=_begin) - 1)


def unopened(stretch: Marked, place: Place, rows: list[Row]) -> Marked:
    """A stretch that closes without having opened, from where its speech seems to begin.

    That is behind a colon, or behind the last sentence that tells of somebody or quotes him.
    """
    number = place.first
    for back in range(place.first, max(-1, place.first - _ALONE), -1):
        row = rows[back]
        colon = next((i for i in range(len(row)) if row[i].text == ":"), None)
        if colon and colon + 1 < len(row) and _told(row, colon):
            return stretch._replace(start=row[colon + 1].start)
        inner = back < place.first and (
            not row
            or any(u.text in QUOTE_MARKS or u.label == "PER" for u in row)
            or any(cue_at(row, i) for i in range(len(row)))
        )
        if inner:
            break
        number = back
    return stretch._replace(start=rows[number][0].start)


def _begin(row: Row) -> int:
    return row[0].start if row else 0


def _told(row: Row, colon: int) -> tuple[Range, int] | None:
    """The person and the verb before a colon."""
    for cue in range(colon - 1, max(0, colon - _NEAR), -1):
        if cue_at(row, cue) not in {None, "source", "theo"}:
            found = teller(row, cue, floor_of(row, cue))
            person = found and (person_in(row, *found) or row[found[0]].is_a("pronoun"))
            person = person or (found and row[cue].text in _ASKS and speaks(row, *found))
            if row[colon - 1].text == "sau":
                return None
            return (found, cue) if found and person else None
    return None
