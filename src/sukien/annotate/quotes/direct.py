"""Direct speech: what stands between marks, and who says it."""

from bisect import bisect_right
from typing import NamedTuple

from sukien.annotate.clauses.phrases import (
    Range,
    is_break,
    is_dash,
    is_finite,
    leading,
    noun_phrase,
    starts_phrase,
)
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row, end_of, start_of
from sukien.annotate.quotes.behind import (
    DOTS,
    NEAR,
    SHORT,
    SOURCES,
    ends_with,
    followed,
    pointed,
    to_stop,
)
from sukien.annotate.quotes.cues import cue_at
from sukien.annotate.quotes.marks import Marked
from sukien.annotate.quotes.persons import person_in, speaks
from sukien.annotate.quotes.speakers import doer, floor_of, parts_of, speaker_floor, teller, whole
from sukien.knowledge.grammar import speaker_details
from sukien.model import Sentence

_SEVERAL = 6
_ALONE = 6
_FULL = 8
_FAR = 60
_OPENS = frozenset({",", "-", "–", "—", "(", "và", ".", "!", "?", "…", "..."})
_WITH = frozenset({"với", "có", "kèm", "mang", "ghi", "kèm theo", "cùng", "viết"})
_SO = frozenset({"như vậy", "vậy", "như thế", "thế", "như trên", "trên"})
_LONG = 10
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
    least = {":": 0, "là": _FULL}.get(lead, SHORT)  # `gọi ông là "..."` gives a name
    if intro and (length < least or (not _is_told(intro, lead) and _goes_on(last, place.after))):
        intro = None
    near = intro and intro[1] is not None and place.before - intro[1] <= NEAR
    if intro and (near or not stretch.closed):
        return Said(place.first, *intro)
    outro = None
    whole_speech = length >= _LONG and stretch.whole
    if stretch.closed and (opens_clause(first, place.before) or whole_speech):
        outro = followed(last, place.after)
        dots = place.after + 1 < len(last) and last[place.after + 1].text in DOTS
        if (
            outro
            and (dots or not opens_clause(first, place.before))
            and not ends_with(last, outro[1])
        ):
            outro = None
    if stretch.closed and _subjectless(first, place.before) and length >= SHORT:
        behind = followed(last, place.after)
        return Said(place.last, behind[0], None) if behind else None
    if outro and length >= (_least_before(first, place) if outro[1] is not None else _SEVERAL):
        return Said(place.last, *outro)
    if intro is None:
        return None
    return Said(place.first, intro[0], intro[1] if near else None)


def _subjectless(row: Row, mark: int) -> bool:
    """`Cho rằng "...", ông A ...`: a cue that opens the sentence, its subject behind the speech."""
    return 0 < mark <= SHORT and cue_at(row, mark - 1) in {"clause", "that"}


def _is_told(intro: tuple[Range | None, int | None], lead: str) -> bool:
    return lead == ":" and intro[1] is not None


def _least_before(row: Row, place: Place) -> int:
    """The words a stretch with a cue behind it needs: more where a clause stands before it."""
    return SHORT if place.before <= 1 or is_break(row[place.before - 1]) else _SEVERAL


def opens_clause(row: Row, mark: int) -> bool:
    """Whether what opens at `mark` is no part of a clause before it."""
    if mark <= 0 or row[mark - 1].text in _OPENS or is_break(row[mark - 1]):
        return True
    return mark <= SHORT and all(u.is_a("opener") or u.text == "," for u in row[:mark])


def _goes_on(row: Row, mark: int) -> bool:
    """Whether the clause of what closes at `mark` goes on: `hy vọng "một số bước" sẽ được làm`."""
    if mark + 1 >= len(row) or mark < 0:
        return False
    unit = row[mark + 1]
    return unit.is_a("past", "future", "present", "possible", "negation", "passive", "of")


def stands_alone(place: Place, rows: list[Row], length: int) -> bool:
    """Whether a stretch is one or more whole sentences: speech whose speaker was named before."""
    glued = place.before == len(rows[place.first]) - 1 and opens_clause(
        rows[place.first], place.before
    )
    if (place.before and not glued) or length < _ALONE:
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
    high = to_stop(row, 0)
    behind = pointed(row, 0, high)
    if behind:
        return Said(number, *behind)
    while high > 1 and row[high - 1].text in _SO:
        high -= 1
    if (
        high > 1
        and to_stop(row, 0) + 1 >= len(row)
        and cue_at(row, high - 1) in {"clause", "that", "thing"}
    ):
        speaker = teller(row, high - 1, 0)
        if speaker and speaker[0] <= is_dash(row[0]) and speaks(row, *speaker):
            return Said(number, speaker, high - 1)
    return None


def introduced(row: Row, mark: int) -> tuple[Range | None, int | None] | None:
    """Speaker and cue before the opening mark at `mark`: `Ông X nói: "`, `X cho rằng "`."""
    if mark <= 0:
        return None
    colon = row[mark - 1].text == ":"
    floor = floor_of(row, mark - 1 if colon else mark)
    worded = _worded(row, floor, mark - 1 - colon)
    if worded:
        return worded
    if colon:
        told = mark > 1 and cue_at(row, mark - 2) is not None
        behind = None if told else pointed(row, floor, mark - 1)
        named = behind or _by_cue(row, floor, (mark - 1, mark), colon=True)
        found = None if named else _named(row, floor, mark - 1)
        return named or ((found, None) if found else None)
    return _by_cue(row, floor, (_bridged(row, floor, mark), mark), colon=False)


def _worded(row: Row, low: int, noun: int) -> tuple[Range, int] | None:
    """`A treo biển với nội dung: "`: whose the words are that a noun at `noun` leads to."""
    if noun <= low + 1 or "wording" not in speaker_details().get(row[noun].text, ()):
        return None
    link = next((i for i in range(noun - 1, low, -1) if row[i].text in _WITH), None)
    if link is None or noun - link > SHORT:
        return None
    for index in range(link - 1, max(low, link - NEAR), -1):
        if row[index].text == ",":
            break
        found = whole(row, index + 1, link) if row[index].text == "của" else None
        if found and speaks(row, *found):
            return found, noun
    parts = parts_of(row, low, link)
    plain = bool(parts) and starts_phrase(row[parts[-1][0]])
    plain = plain and not any(is_finite(u) for u in row[parts[-1][0] : link])
    found = parts[-1] if plain else leading(row, *parts[-1]) if parts else None
    return (found, noun) if found else None


def _by_cue(
    row: Row, floor: int, place: Range, *, colon: bool
) -> tuple[Range | None, int | None] | None:
    """Speaker and cue where a cue stands at the first index of `place`, or before a colon."""
    start, mark = place
    for index in range(start, max(floor - 2, mark - _FAR, -1), -1):
        takes = cue_at(row, index)
        if takes in SOURCES:
            source = whole(row, index + 1, mark - colon)
            if source and speaks(row, *source):
                return source, index
        elif takes and index >= floor:
            if not colon and index and row[index - 1].is_a("passive"):
                return None
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
    for cue in range(index, max(floor, index - NEAR), -1):
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
