"""Direct speech: what stands between marks, and who says it."""

from bisect import bisect_right
from typing import NamedTuple

from sukien.annotate.phrases import (
    Range,
    is_break,
    is_dash,
    noun_phrase,
    starts_phrase,
)
from sukien.annotate.quote_marks import Marked
from sukien.annotate.quotes_speakers import (
    doer,
    floor_of,
    person_in,
    speaker_floor,
    speaks,
    teller,
    whole,
)
from sukien.annotate.rows import QUOTE_MARKS, Row, end_of, start_of
from sukien.knowledge.grammar import reporting, speaker_details, speaker_nouns
from sukien.model import Sentence

_SHORT = 3
_SEVERAL = 6
_ALONE = 6
_FULL = 8
_FAR = 60
_NAME = 24
_NEAR = 8
_SOURCES = frozenset({"source", "theo"})
_OPENS = frozenset({",", "-", "–", "—", "(", "và"})
_ENDS = frozenset({".", "!", "?", "…", "...", ","})
_NOUNS = frozenset({"cam kết", "đề nghị", "yêu cầu", "cáo buộc", "tuyên bố", "cảnh báo"})
_ASKED = frozenset({"với", "phỏng vấn", "cùng"})


class Said(NamedTuple):
    """Who says a stretch: units of row `sentence`, and the index of the cue's unit, or None."""

    sentence: int
    speaker: Range | None
    cue: int | None


class Place(NamedTuple):
    """A stretch in its sentences: rows and indices of the unit before it and the one after."""

    first: int
    before: int
    last: int
    after: int


def place_of(stretch: Marked, sentences: tuple[Sentence, ...], rows: list[Row]) -> Place:
    """Where the marks of a stretch stand; `before` is the opening mark, `after` the closing one."""
    mark = stretch.start - stretch.opened
    first = max(0, bisect_right(sentences, mark, key=start_of) - 1)
    last = max(first, bisect_right(sentences, stretch.close, key=start_of) - 1)
    before = bisect_right(rows[first], mark, key=start_of) - 1
    after = bisect_right(rows[last], stretch.close, key=end_of)
    return Place(
        first, _doubled(rows[first], max(0, before), -1), last, _doubled(rows[last], after, 1)
    )


def _doubled(row: Row, mark: int, step: int) -> int:
    """The outer one of two marks that stand for one: `''...''`."""
    beyond = mark + step
    if 0 <= beyond < len(row) and mark < len(row) and row[beyond].text == row[mark].text:
        return beyond if row[mark].text in QUOTE_MARKS else mark
    return mark


def attribute(stretch: Marked, place: Place, rows: list[Row], length: int) -> Said | None:
    """Who says a stretch of `length` words, or None when it is not speech.

    `length` counts syllables; a short stretch without cue is an ironic or a literal use, and so is
    one in the middle of a clause that goes on behind it.
    """
    first, last = rows[place.first], rows[place.last]
    intro = introduced(first, place.before)
    lead = first[place.before - 1].text if place.before else ""
    least = {":": 0, "là": _FULL}.get(lead, _SHORT)  # `gọi ông là "..."` gives a name
    if intro and (length < least or (not _is_told(intro, lead) and _goes_on(last, place.after))):
        intro = None
    near = intro and intro[1] is not None and place.before - intro[1] <= _NEAR
    if intro and (near or not stretch.closed):
        return Said(place.first, *intro)
    outro = None
    if stretch.closed and opens_clause(first, place.before):
        outro = followed(last, place.after)
    if outro and length >= (_least_before(first, place) if outro[1] is not None else _SEVERAL):
        return Said(place.last, *outro)
    if intro is None:
        return None
    return Said(place.first, intro[0], intro[1] if near else None)


def _is_told(intro: tuple[Range | None, int | None], lead: str) -> bool:
    return lead == ":" and intro[1] is not None


def _least_before(row: Row, place: Place) -> int:
    """The words a stretch with a cue behind it needs: more where a clause stands before it."""
    return _SHORT if place.before <= 1 or is_break(row[place.before - 1]) else _SEVERAL


def opens_clause(row: Row, mark: int) -> bool:
    """Whether what opens at `mark` is no part of a clause before it."""
    return mark <= 0 or row[mark - 1].text in _OPENS or is_break(row[mark - 1])


def _goes_on(row: Row, mark: int) -> bool:
    """Whether the clause of what closes at `mark` goes on: `hy vọng "một số bước" sẽ được làm`."""
    if mark + 1 >= len(row) or mark < 0:
        return False
    unit = row[mark + 1]
    return unit.is_a("past", "future", "present", "possible", "negation", "passive", "of")


def stands_alone(place: Place, rows: list[Row], length: int) -> bool:
    """Whether a stretch is one or more whole sentences: speech whose speaker was named before."""
    if place.before or length < _ALONE:
        return False
    return all(unit.kind == "mark" for unit in rows[place.last][place.after + 1 :])


def told_after(place: Place, rows: list[Row]) -> Said | None:
    """Who says a stretch that stands alone when the next sentence tells nothing else.

    `Đó là chia sẻ của bà A ...`, `Ông B, giám đốc nhà máy, chia sẻ.`
    """
    number = place.last + 1
    if number >= len(rows) or not rows[number]:
        return None
    row = rows[number]
    high = _to_stop(row, 0)
    pointed = _pointed(row, 0, high)
    if pointed:
        return Said(number, *pointed)
    if high > 1 and high + 1 >= len(row) and cue_at(row, high - 1) in {"clause", "that", "thing"}:
        speaker = teller(row, high - 1, 0)
        if speaker and speaker[0] <= is_dash(row[0]) and speaks(row, *speaker):
            return Said(number, speaker, high - 1)
    return None


def cue_at(row: Row, index: int) -> str | None:
    """What the reporting phrase at `index` takes, or None when there is none or it is a noun here.

    `tuyên bố nêu rõ`: the first of two is who speaks.
    """
    unit = row[index]
    takes = reporting().get(unit.text)
    if takes is None:
        return None
    if index and "compound" in speaker_details().get(row[index - 1].text, ()):
        return None
    document = unit.text in speaker_nouns() and not _between(row, index)
    if unit.kind == "noun" and (document or takes == "marks"):
        return None
    if index and unit.text in _NOUNS and reporting().get(row[index - 1].text) in {"that", "thing"}:
        return None
    if document and index + 1 < len(row):
        after = row[index + 1]
        return (
            None
            if after.text in reporting() or after.is_a("of") or after.text == "chung"
            else takes
        )
    return takes


def _between(row: Row, index: int) -> bool:
    """Whether what may be a noun stands between a name and a clause: `VFF thông tin, ...`."""
    named = index > 0 and (row[index - 1].kind == "name" or row[index - 1].text == ")")
    return named and index + 1 < len(row) and row[index + 1].text in {",", "rằng"}


def introduced(row: Row, mark: int) -> tuple[Range | None, int | None] | None:
    """Speaker and cue before the opening mark at `mark`: `Ông X nói: "`, `X cho rằng "`."""
    if mark <= 0:
        return None
    colon = row[mark - 1].text == ":"
    floor = floor_of(row, mark - 1 if colon else mark)
    if colon:
        pointed = _pointed(row, floor, mark - 1)
        named = pointed or _by_cue(row, floor, (mark - 1, mark), colon=True)
        found = None if named else _named(row, floor, mark - 1)
        return named or ((found, None) if found else None)
    return _by_cue(row, floor, (_bridged(row, floor, mark), mark), colon=False)


def _by_cue(
    row: Row, floor: int, place: Range, *, colon: bool
) -> tuple[Range | None, int | None] | None:
    """Speaker and cue where a cue stands at the first index of `place`, or before a colon."""
    start, mark = place
    for index in range(start, max(floor - 2, mark - _FAR, -1), -1):
        takes = cue_at(row, index)
        if takes in _SOURCES:
            source = whole(row, index + 1, mark - colon)
            if source and speaks(row, *source):
                return source, index
        elif takes and index >= floor:
            speaker = teller(row, index, speaker_floor(row, index, floor))
            if colon:
                return speaker or _named(row, floor, mark - 1), index
            return (speaker, index) if speaker and speaks(row, *speaker) else None
        if not colon:
            return None
    return None


def _bridged(row: Row, floor: int, mark: int) -> int:
    """Where a cue stands whose words lead up to the mark: `nói với NPR rằng "`, `nói thêm, "`."""
    index = mark - 1
    while index > floor and (
        row[index].is_a("that")
        or row[index].text in {"thêm", "rõ", "lại"}
        or (row[index].text == "," and index == mark - 1)
    ):
        index -= 1
    if row[mark - 1].text != "rằng" or cue_at(row, index):
        return index
    for cue in range(index, max(floor, index - _NEAR), -1):
        if cue_at(row, cue):
            return cue
        if row[cue].kind == "mark" or row[cue].is_a("that"):
            break
    return index


def _is_slogan(row: Row, colon: int) -> bool:
    """`với phương châm:`: whether the noun before a colon is for what nobody says there."""
    texts = [unit.text for unit in row[max(0, colon - 2) : colon]]
    return any("slogan" in speaker_details().get(t, ()) for t in (*texts, " ".join(texts)))


def _named(row: Row, low: int, colon: int) -> Range | None:
    """Who stands before a colon without a known verb: `Chia sẻ về việc này, bà A:`.

    Where the one before the colon has been asked (`đã trao đổi với ông A về việc này:`), that one.
    """
    found = teller(row, colon, low)
    slogan = _is_slogan(row, colon)
    if found is None or slogan or not speaks(row, *found):
        return None
    if found[1] == colon or not person_in(row, *found):
        return found if person_in(row, *found) else doer(row, *found)
    for index in range(colon - 1, found[1], -1):
        if row[index].text in _ASKED and index + 1 < colon:
            end = noun_phrase(row, index + 1, colon)
            if any(unit.label == "PER" for unit in row[index + 1 : end]):
                return whole(row, index + 1, colon)
    return found


def followed(row: Row, mark: int) -> tuple[Range | None, int | None] | None:
    """Speaker and cue behind the closing mark at `mark`: `", X nói`, `" - X`, `", theo X`."""
    low = mark + 1
    parted = mark > 0 and row[mark - 1].text in _ENDS
    dashed = False
    while low < len(row) and (row[low].text == "," or is_dash(row[low])):
        parted, dashed, low = True, dashed or is_dash(row[low]), low + 1
    if low >= len(row):
        return None
    high = _to_stop(row, low)
    if not parted and not reporting().get(row[high - 1].text):
        return None
    if reporting().get(row[low].text) in _SOURCES:
        end = noun_phrase(row, low + 1, len(row))
        return ((low + 1, end), low) if end > low + 1 and speaks(row, low + 1, end) else None
    return _cue_behind(row, low, high) or _pointed(row, low, high) or _bare(row, low, high, dashed)


def _to_stop(row: Row, low: int) -> int:
    high = min(len(row), low + _FAR)
    return next((index for index in range(low, high) if is_break(row[index])), high)


def _cue_behind(row: Row, low: int, high: int) -> tuple[Range, int] | None:
    source: tuple[Range, int] | None = None
    for index in range(low, high):
        last = index + 1 == high and index > low
        takes = reporting().get(row[index].text) if last else cue_at(row, index)
        if takes == "source":
            named = whole(row, index + 1, high)
            source = (named, index) if named and speaks(row, *named) else source
        if not takes or takes in _SOURCES:
            continue
        if index == low:
            end = noun_phrase(row, low + 1, high)
            if speaks(row, low + 1, end):
                return (low + 1, end), low
            continue
        speaker = teller(row, index, floor_of(row, index, low))
        if speaker is not None and speaker[0] - low <= _NEAR:
            return speaker, index
    return source


def _pointed(row: Row, low: int, high: int) -> tuple[Range, int] | None:
    """`Đó là chia sẻ của X`, `câu nói của X:`: the speaker behind a noun for what is said."""
    for index in range(low + 1, high - 1):
        noun = _saying(row, low, index - 1) if row[index].text == "của" else None
        if noun is not None:
            found = whole(row, index + 1, high)
            return (found, noun) if found and speaks(row, *found) else None
    return None


def _saying(row: Row, low: int, last: int) -> int | None:
    """The noun for what is said, that points back or forth and stands near `last`."""
    details = speaker_details()
    for index in range(last, max(low, last - _SHORT) - 1, -1):
        first = index - (index > low and f"{row[index - 1].text} {row[index].text}" in details)
        text = " ".join(unit.text for unit in row[first : index + 1])
        if "saying" in details.get(text, ()):
            before = row[first - 1] if first > low else None
            points = (
                before is None or before.is_a("that") or before.text in {"trả lời", "thông báo"}
            )
            return index if points else None
    return None


def pointed_back(row: Row) -> tuple[Range, int] | None:
    """The speaker of the sentence before: `Đó là khẳng định của ông A tại cuộc họp`."""
    if len(row) < _SHORT or row[0].text not in {"đó", "đây", "trên đây"} or row[1].text != "là":
        return None
    return _pointed(row, 0, _to_stop(row, 0))


def _bare(row: Row, low: int, high: int, dashed: bool) -> tuple[Range, None] | None:
    """`", bà A rơm rớm nước mắt`: the person behind the quotation, whatever he does there."""
    if not starts_phrase(row[low]) or not speaks(row, low, high):
        return None
    if dashed and high - low <= _NAME:
        found = whole(row, low, high)
        return (found, None) if found else None
    found = doer(row, low, high)
    return (found, None) if found else None


def dialogue(row: Row) -> tuple[int, Range, int] | None:
    """`- Tôi không biết - ông X nói`: the index of the second dash, the speaker, the cue."""
    if len(row) < _ALONE or not is_dash(row[0]):
        return None
    for index in range(_SHORT, len(row) - 1):
        if is_dash(row[index]) or (
            row[index].text == "," and _to_stop(row, index) - index <= _NEAR
        ):
            found = _cue_behind(row, index + 1, _to_stop(row, index + 1))
            if found and found[0][0] <= index + 2:
                return index, found[0], found[1]
    return None
