"""Indirect speech: a clause behind a reporting verb, or before one that ends the sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from sukien.annotate.clauses.phrases import Range, is_dash, is_finite, leading
from sukien.annotate.clauses.rows import Row, Unit
from sukien.annotate.quotes.clauses import (
    WEAK,
    content_end,
    content_start,
    cues_of,
    is_clause,
    spans_verb,
)
from sukien.annotate.quotes.cues import cue_at
from sukien.annotate.quotes.persons import speaks
from sukien.annotate.quotes.sources import by_source
from sukien.annotate.quotes.speakers import LINKS, floor_of, linked, speaker_floor, teller
from sukien.knowledge.grammar import reporting, speaker_details, speaker_nouns

_LEAST = 3
_FAR = 14
_NEAR = 9
_REACH = 120
_WISHES = frozenset({"có thể", "muốn", "cần"})
_THOUGH = frozenset({"dù", "mặc dù", "tuy", "vì", "do"})
_OTHERS = frozenset({"như", "do", "khiến"})
_ADJUNCTS = frozenset({"trước", "tại", "trong", "trên", "sau", "khi", "hôm", "ở"})


class Reported(NamedTuple):
    """Indirect speech in a row: units of the content and of its speaker, the cue's index.

    Without `speaker` it is who has just spoken: `"...", ông X nói và cho biết ...`.
    """

    content: Range
    speaker: Range | None
    cue: int


def reported(row: Row, *, follows: bool = False, leads: bool = False) -> list[Reported]:
    """The indirect speech of one sentence, in order; none inside another.

    What `follows` direct speech may go on with a second verb of the same speaker. What `leads` up
    to direct speech has no source of its own.
    """
    high = _end(row)
    found = list(_by_verb(row, high, follows=follows))
    if not found:
        source = None if leads else by_source(row, high, follows=follows)
        last = Reported(*source) if source else None
        if last is None and not follows:
            last = _by_last_verb(row, high) or _by_first_verb(row, high)
        found = [last] if last else []
    return found


def _end(row: Row) -> int:
    """The index after the last unit that is no final mark."""
    high = len(row)
    while high and row[high - 1].text in {".", "!", "?", "…", "...", ";", ":"}:
        high -= 1
    return high


def _by_verb(row: Row, high: int, *, follows: bool) -> Iterator[Reported]:
    cues = cues_of(row, high)
    low = open_until = 0
    last: Range | None = None
    for number, cue in enumerate(cues):
        if cue < open_until:
            continue
        takes = cue_at(row, cue)
        if takes == "source":
            low = cue + 1
            continue
        start = content_start(row, cue, high)
        if takes in {None, "theo"} or start is None:
            continue
        begins = linked(row, cue, 0)
        joined = begins < cue or (begins > 0 and row[begins - 1].text == ",")
        speaker = last if last and joined and begins <= open_until + 1 else None
        speaker = speaker or _speaker(row, cue, low, said=row[start - 1].is_a("that"))
        opens = begins == 0 or (begins == 1 and row[0].text == ",")
        goes_on = opens and (follows or begins < cue)
        if _inner(row, start, high, cues[number + 1 : number + 2]):
            low = start
            continue
        if speaker is None and not goes_on:
            continue
        end = content_end(row, start, high, cues[number + 1 : number + 1 + _FAR])
        if end - start >= _LEAST and is_clause(row, cue, start, end):
            yield Reported((start, end), speaker, cue)
            open_until, last = end, speaker


def _inner(row: Row, start: int, high: int, cues: list[int]) -> bool:
    """Whether the content is what somebody else says: `Reuters cho biết, cảnh sát nói rằng`."""
    cue = cues[0] if cues else start
    if cue <= start or cue - start > _NEAR or cue_at(row, cue) != "clause":
        return False
    found = teller(row, cue, start)
    first = content_start(row, cue, high)
    if found is None or found[0] != start or not speaks(row, *found) or first is None:
        return False
    if any(not unit.is_a("adverb", "past") for unit in row[found[1] : cue]):
        return False
    return high - first >= _LEAST and is_clause(row, cue, first, high)


def _speaker(row: Row, cue: int, low: int, *, said: bool) -> Range | None:
    """Who says what follows the cue; anybody where `rằng` has `said` that it is speech."""
    if cue and _is_dependent(row, cue):
        return None
    low = floor_of(row, cue, max(low, cue - _REACH))
    found = teller(row, cue, speaker_floor(row, cue, low))
    if found and linked(row, cue, low) < cue and not speaks(row, *found):
        found = teller(row, cue, low)
    if found is None or _is_mute(row, found):
        return None
    if _is_acted_on(row, found, cue) or spans_verb(row, found, cue):
        return None
    if row[cue].text.startswith("cho thấy") and not speaker_nouns().get(_head(row, found), False):
        return None
    strong = said or reporting()[row[cue].text] == "clause"
    return found if strong or speaks(row, *found) else None


def _is_mute(row: Row, phrase: Range) -> bool:
    """Whether the noun of a phrase speaks of nobody; `tên này` is a man."""
    mute = "mute" in speaker_details().get(row[phrase[0]].text, ())
    return mute and not any(unit.text == "này" for unit in row[phrase[0] : phrase[1]])


def _is_dependent(row: Row, cue: int) -> bool:
    """Whether a cue tells of no speech: `được cho là`, `muốn nói`, `khi phân tích`."""
    before = row[cue - 1]
    thing = before.text == "khi" and reporting()[row[cue].text] == "thing"
    return thing or _passive(before) or before.text in _WISHES


def _is_acted_on(row: Row, found: Range, cue: int) -> bool:
    """Whether the phrase is no subject of the cue: `do A công bố`, `cô bị A tố cáo`."""
    before = row[found[0] - 1] if found[0] else None
    if before and (_passive(before) or before.text in _OTHERS):
        return True
    between = row[found[1] : cue]
    links = row[linked(row, cue, found[1]) : cue]
    joined = any(unit.text in LINKS and unit.text != "cũng" for unit in links)
    passive = not joined and any(_passive(unit) for unit in between)
    if passive and all(unit.text != "," for unit in between):
        return True
    marks = [index for index in range(*found) if row[index].is_a("passive")]
    verbs = marks and any(unit.kind == "verb" for unit in row[marks[-1] + 1 : found[1]])
    return bool(marks) and not verbs


def _passive(unit: Unit) -> bool:
    """Whether a unit is or ends with a mark of the passive: `bị`, `sẽ bị`."""
    return unit.is_a("passive") or (bool(unit.classes) and unit.text.endswith((" bị", " được")))


def _head(row: Row, phrase: Range) -> str:
    """The noun of a phrase, behind `một`, `các`."""
    nouns = (unit for unit in row[phrase[0] : phrase[1]] if not unit.is_a("determiner"))
    return next(nouns, row[phrase[0]]).text


def _by_last_verb(row: Row, high: int) -> Reported | None:
    """`..., ông X cho biết hôm qua.` at the end of the sentence."""
    cue = _last_cue(row, high)
    if cue is None or cue <= _LEAST:
        return None
    dashes = (index + 1 for index in range(cue - 1, max(0, cue - _FAR), -1) if is_dash(row[index]))
    speaker = teller(row, cue, next(dashes, floor_of(row, cue)))
    if speaker is None or speaker[0] <= _LEAST or not speaks(row, *speaker):
        return None
    comma = speaker[0] - 1
    parted = row[comma].text == "," or is_dash(row[comma])
    if not parted or not _tells(row, comma):
        return None
    return Reported((0, comma), speaker, cue)


def _by_first_verb(row: Row, high: int) -> Reported | None:
    """`Cho rằng ..., ông X đã xin nghỉ`: the subject stands behind what is said."""
    cue = int(bool(row) and row[0].text in _THOUGH)
    start = content_start(row, cue, high) if cue < high and cue_at(row, cue) == "clause" else None
    if start is None:
        return None
    for comma in range(start + _LEAST, min(high, start + _REACH)):
        if row[comma].text != ",":
            continue
        first = comma + 1
        while first < high and (row[first].kind == "time" or row[first].is_a("opener")):
            first += 1
        found = leading(row, first, min(high, first + _REACH))
        if found and found[1] < high and speaks(row, *found):
            after = row[found[1]]
            told = after.kind == "verb" or is_finite(after) or after.is_a("adverb")
            if told and is_clause(row, cue, start, comma):
                return Reported((start, comma), found, cue)
    return None


def _tells(row: Row, stop: int) -> bool:
    """Whether a clause fills a sentence up to `stop`, or stands behind its first adjunct."""
    main = 0
    if row[0].is_a("preposition", "subordinator") or row[0].kind == "time":
        main = next((i for i in range(stop) if row[i].text in {",", "thì"}), stop)
    told = any(is_finite(unit) or unit.text == "là" for unit in row[main:stop])
    bare = main > 0 or row[0].kind == "verb"
    return told or (not bare and any(unit.kind == "verb" for unit in row[:stop]))


def _last_cue(row: Row, high: int) -> int | None:
    """The cue with which a sentence ends but for a date, a place, an occasion."""
    for index in range(high - 1, max(0, high - _FAR), -1):
        unit = row[index]
        if unit.text == ",":
            return None
        if cue_at(row, index) in {"clause", *WEAK}:
            behind = row[index + 1] if index + 1 < high else None
            ends = behind is None or behind.kind == "time"
            adjunct = behind is not None and behind.text in _ADJUNCTS
            return index if ends or adjunct else None
    return None
