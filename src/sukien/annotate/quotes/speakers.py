"""Who stands before a reporting verb: the whole noun phrase, with titles and appositions.

A sentence between two stops is cut at its commas. The speaker is the run of parts that reaches
the verb (`Harry Roque, người phát ngôn của Duterte`), or, where another verb stands between, the
subject that both verbs share. Every function is linear in the length of the row.
"""

from sukien.annotate.clauses.phrases import (
    Range,
    close_of,
    is_break,
    is_dash,
    is_finite,
    leading,
    parted,
    starts_phrase,
    verb_group,
)
from sukien.annotate.clauses.reference import can_speak
from sukien.annotate.clauses.rows import QUOTE_MARKS, Row
from sukien.annotate.quotes.persons import (
    TITLE,
    hangs,
    is_kin,
    is_person,
    lives,
    many,
    past_link,
    person_in,
    shortened,
    speaks,
    titles_before,
)
from sukien.knowledge.grammar import reporting, speaker_details, speaker_nouns

_FAR = 120
_TURNS = frozenset({"nhưng", "song", "thì"})
_MOST = 10  # parts between commas that are looked at
_INNER = 10  # units between two marks that still belong to a phrase
_PLACE_NOUNS = frozenset(
    {"tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "bang"}
)
_PLACES = frozenset({"LOC", "ORG"})
_HOUSES = frozenset({"ORG", "MISC", "PROPN"})
LINKS = frozenset(
    {"và", "đồng thời", "nhưng", "song", "cũng", "còn", "tuy nhiên", "cũng như", "mà"}
)
AGAINST = frozenset({"nhưng", "song", "tuy nhiên"})
_WHERE = frozenset({"khi", "sau khi", "trước khi", "ngay khi", "trong khi", "trong lúc", "nếu"})
_CLAUSES = _WHERE | {"nơi"}
_SHOWN = frozenset({"này", "đó", "ấy"})
_COMMON = frozenset({"noun", "number"})
_SAYS = frozenset({"clause", "that", "thing", "marks"})
_BECAUSE = frozenset({"vì", "do", "bởi", "bởi vì"})
_BEFORE_NOUNS = frozenset({"sau", "trước", "trong", "ngoài", "trên", "dưới", "bên dưới", "bên"})
_BEFORE_VERB = frozenset({"và", "rồi", "vì", "do", "khi", "mà", "để"})


def floor_of(row: Row, high: int, low: int = 0) -> int:
    """Where the clause before `high` starts: behind the last stop, mark or `dẫn lời`."""
    index, low = high, max(low, high - _FAR)
    while index > low:
        unit = row[index - 1]
        if unit.text in QUOTE_MARKS and unit.kind == "mark":
            opens = _opening(row, index - 1, low)
            if opens is None:
                break
            index = opens
        elif (is_break(unit) and not shortened(row, index - 1)) or _cites(row, index - 1):
            break
        else:
            index -= 1
    while index < high and (is_dash(row[index]) or row[index].text in {",", "."}):
        index += 1
    return index


def _cites(row: Row, index: int) -> bool:
    """Whether a `dẫn lời` with somebody behind it stands at `index`."""
    cites = reporting().get(row[index].text) == "source"
    return cites and index + 1 < len(row) and starts_phrase(row[index + 1])


def _opening(row: Row, close: int, low: int) -> int | None:
    """Where the few words open that close with the mark at `close`: a nickname, a title."""
    for index in range(close - 2, max(low, close - _INNER) - 1, -1):
        if row[index].kind == "mark":
            twins = row[index].text in QUOTE_MARKS and not is_break(row[close - 1])
            return index if twins else None
    return None


def linked(row: Row, cue: int, low: int) -> int:
    """The index at which the `và`, `đồng thời`, adverbs before a cue start."""
    while cue > low and (row[cue - 1].text in LINKS or row[cue - 1].is_a("adverb")):
        cue -= 1
    return cue


def speaker_floor(row: Row, cue: int, low: int) -> int:
    """Where the clause of the cue at `cue` starts behind `nên`, `khiến`, `mà`, `rằng`.

    A verb behind a comma shares the subject of the sentence: `X đã nói rằng ..., cho biết ...`.
    """
    begins = linked(row, cue, low)
    shared = begins > low and row[begins - 1].text == ","
    for index in range(cue - 1, low - 1, -1):
        unit = row[index]
        clause = unit.is_a("subordinator") and (unit.kind != "noun" or unit.text in _CLAUSES)
        reports = index > low and unit.kind == "verb" and reporting().get(unit.text) == "clause"
        opens = (unit.is_a("that") or clause or reports) and not shared
        if (opens or unit.text in AGAINST) and linked(row, cue, index + 1) > index + 1:
            comma = _comma(row, index, begins) if unit.text in _WHERE else None
            return index + 1 if comma is None else comma + 1
    return low


def _comma(row: Row, low: int, high: int) -> int | None:
    """The first comma between, which ends a clause of time."""
    return next((index for index in range(low, high) if row[index].text == ","), None)


def teller(row: Row, cue: int, low: int) -> Range | None:
    """The phrase for who says what the verb at `cue` reports, looked for from `low` on."""
    end = verb_group(row, cue, low)
    while end > low and _leads_on(row, end - 1, low):
        end = verb_group(row, end - 1, low)
    parts = parts_of(row, low, end)
    if not parts:
        return None
    if row[end].text in _BECAUSE and end < cue:
        return _shared(row, parts)
    last = len(parts) - 1
    outlet = row[cue].text == "đưa tin" and row[parts[last][0]].label == "ORG"
    for first in range(last if outlet else max(0, last - _MOST), last + 1):
        if _runs(row, parts, first) == last:
            return _trimmed(row, parts[first][0], parts[last][1])
    return _tail(row, *parts[last]) or _shared(row, parts)


def _leads_on(row: Row, index: int, low: int) -> bool:
    """Whether what stands before a verb belongs to it: `vì`, `và`, a first verb (`lên tiếng`)."""
    unit = row[index]
    if unit.kind == "noun":
        return False
    says = index > low and reporting().get(unit.text) in _SAYS and unit.text not in speaker_nouns()
    return unit.text in _BEFORE_VERB or (says and not unit.is_a("preposition"))


def parts_of(row: Row, low: int, high: int) -> list[Range]:
    """The parts between commas outside parentheses and marks, without what opens or closes them."""
    found = parted(row, low, high, _TURNS)
    bare = [(_opened(row, a, b), _closed(row, a, b)) for a, b in found]
    return [(a, b) for a, b in bare if a < b]


def _opened(row: Row, first: int, stop: int) -> int:
    """The start of a part without the `tuy nhiên`, the `(TNO)`, the `TTO -` that opens it."""
    while first < stop:
        headed = first + 1 < stop and is_dash(row[first + 1]) and row[first].label in _HOUSES
        if row[first].text == "(":
            after = close_of(row, first, stop)
            if after == first:
                break
            first = after
        elif is_dash(row[first]) or headed or _introduces(row, first) or _sourced(row, first):
            first += 1
        else:
            break
    return first


def _introduces(row: Row, index: int) -> bool:
    """Whether a time or an adverb stands before the phrase that a part is about."""
    unit = row[index]
    return unit.kind == "time" or (unit.is_a("opener", "adverb") and not _heads(row, index))


def _sourced(row: Row, index: int) -> bool:
    """`Theo ông A, giám đốc sở, cho biết`, `Có ý kiến cho rằng`: what only leads up to somebody."""
    if row[index].text in {"theo", "như", "hoặc", "mặc dù", "dù", "tuy", "cho dù"}:
        return True
    if row[index].text in {"của", "từ"}:
        return index > 0 and reporting().get(row[index - 1].text) == "source"
    return (
        row[index].text == "có"
        and row[index + 1 : index + 2] != []
        and speaks(row, index + 1, index + 2)
    )


def _closed(row: Row, first: int, stop: int) -> int:
    while stop > first and (is_dash(row[stop - 1]) or row[stop - 1].text == ","):
        stop -= 1
    return stop


def _heads(row: Row, index: int) -> bool:
    """Whether the phrase for somebody can start at `index`."""
    unit = row[index]
    if unit.is_a("subordinator", "that") or unit.text in _BEFORE_NOUNS:
        return False
    if unit.kind == "noun" and unit.text in speaker_nouns() and not unit.is_a("preposition"):
        return True
    if unit.is_a("opener", "preposition") and unit.kind != "noun":
        return False
    details = speaker_details()
    if unit.text in QUOTE_MARKS or "once" in details.get(unit.text, ()):
        return True
    return starts_phrase(unit)


def _nominal(row: Row, first: int, stop: int) -> bool:
    """Whether a part between commas is one noun phrase, no clause and no adverbial."""
    if not _heads(row, first) or row[first].kind == "time":
        return False
    person = False
    free = row[first].is_a("determiner") or row[first].text.startswith("người")
    document = row[first].text in speaker_nouns()
    free = free or document
    inside = first
    for index in range(first, stop):
        unit = row[index]
        if index < inside:
            continue
        if unit.text == "(":
            inside = close_of(row, index, stop)
            continue
        stays = lives(row, index)
        if unit.is_a("subordinator", "that") and not stays:
            return False
        verbal = (unit.kind == "verb" or is_finite(unit)) and not stays
        says = verbal and first < index and unit.text in reporting() and not document
        if says or (verbal and (person or (is_finite(unit) and not free))):
            return person_in(row, index + 1, stop) and not is_finite(unit)
        passing = person and (unit.kind == "time" or unit.is_a("adverb"))
        named = unit.label == "PER" or (unit.kind == "name" and index == first)
        shown = unit.text in _SHOWN or (unit.is_a("pronoun") and index == first)
        person = named or shown or passing
    return True


def _runs(row: Row, parts: list[Range], first: int) -> int:
    """The last part that belongs to one phrase with part `first`, or -1 when that is none."""
    if not _nominal(row, *parts[first]):
        return -1
    start, stop = parts[first]
    known = person_in(row, start, stop) or row[start].is_a("pronoun")
    known = known or (row[start].kind == "noun" and row[stop - 1].label == "PER")
    behind = parts[-1][1]
    end_comma = behind < len(row) and row[behind].text == ","
    for number in range(first + 1, len(parts)):
        part, before = parts[number], parts[number - 1]
        stays = "lives" in speaker_details().get(row[part[0]].text, ())
        relative = known and end_comma and row[part[0]].text in {"nơi", "người", "đứng"}
        if not relative and not (stays and known) and not _joined(row, before, part, known=known):
            return number - 1
        known = known or person_in(row, *part)
    return len(parts) - 1


def _joined(row: Row, before: Range, part: Range, *, known: bool) -> bool:
    """Whether a part goes on with the phrase of the part before: an apposition, an address."""
    head, after = row[part[0]], row[part[0] + 1 : part[0] + 2]
    kin = bool(after) and part[0] + 1 < part[1] and after[0].kind == "noun"
    pronoun = head.is_a("pronoun") and not person_in(row, *part) and not kin
    one = head.kind in _COMMON and not (pronoun or person_in(row, *part) or many(head))
    if known and one and speaks(row, *part):
        return True
    if not _nominal(row, *part) or pronoun:
        return False
    if person_in(row, *part):
        if known and not is_kin(row, before):
            return any(unit.text == "và" for unit in row[part[0] : part[1]])
        document = row[before[0]].text in speaker_nouns()
        acts = any(
            row[i].kind == "verb" and not lives(row, i) for i in range(before[0] + 2, before[1])
        )
        plain = not document and not acts and row[before[0]].label not in _PLACES
        return plain and speaks(row, *before)
    if known:
        return True
    place = head.text in _PLACE_NOUNS and bool(after) and after[0].label == "LOC"
    return (head.kind == "name" or place) and can_speak(row, *before)


def _trimmed(row: Row, first: int, stop: int) -> Range | None:
    """The phrase without the `với AFP`, `tại cuộc họp` behind the person."""
    person = False
    last = max((i for i in range(first, stop) if row[i].label == "PER"), default=first)
    for index in range(first, stop):
        unit = row[index]
        if index > first and unit.is_a("preposition", "place") and unit.kind != "noun":
            after = row[index + 1] if index + 1 < stop else unit
            occasion = "occasion" in speaker_details().get(after.text, ())
            if (occasion and index > last) or (
                person and unit.text in {"với", "trên", "trong", "qua", "về"}
            ):
                stop = index
                break
        manner = unit.kind == "adj" and index > first and is_person(row[index - 1])
        if (person and unit.text in reporting() and unit.kind != "name") or manner:
            stop = index
            break
        named = person or unit.label == "PER" or unit.is_a("pronoun")
        person = named and unit.text != ","
    while stop > first and (row[stop - 1].kind in {"mark", "time"} or hangs(row[stop - 1])):
        if row[stop - 1].text in {")", *QUOTE_MARKS}:
            break
        stop -= 1
    return (first, stop) if stop > first else None


def whole(row: Row, first: int, stop: int) -> Range | None:
    """The phrase that starts at `first`, with the appositions behind it."""
    parts = parts_of(row, first, stop)
    if not parts:
        return None
    last = _runs(row, parts, 0)
    if last >= 0:
        stop = parts[last][1]
        rest = leading(row, *parts[last + 1]) if last + 1 < len(parts) else None
        if rest and person_in(row, *parts[0]) and _joined(row, parts[last], rest, known=True):
            stop = rest[1]
        return _trimmed(row, parts[0][0], stop)
    return doer(row, *parts[0])


def doer(row: Row, first: int, stop: int) -> Range | None:
    """The phrase that starts a clause, up to its verb: `thành viên có tên Phong an ủi`."""
    headed = False
    for index in range(first, stop):
        unit = row[index]
        stays = lives(row, index)
        verbal = unit.kind in {"verb", "adv", "other"} or is_finite(unit) or unit.kind == "time"
        if headed and (verbal or unit.is_a("subordinator", "adverb")) and not stays:
            stop = index
            break
        headed = headed or unit.kind in {"noun", "name", "pron"} or unit.is_a("pronoun")
    return _trimmed(row, first, stop) if headed else None


def _tail(row: Row, first: int, stop: int) -> Range | None:
    """`Tại phiên tòa ông A`: the person's name that ends a part, with his titles."""
    last = past_link(row, first, stop)
    if last > first:
        return (last, stop) if _nominal(row, last, stop) and speaks(row, last, stop) else None
    if row[stop - 1].label not in {"PER", "ORG"} or not row[first].is_a("preposition"):
        return None
    at = max(first, titles_before(row, stop - 1))
    return (at, stop) if can_speak(row, at, stop) else None


def _to_name(row: Row, found: Range, stop: int) -> Range:
    """A phrase up to the name that its first noun belongs to: `tay đấm Floyd Mayweather`."""
    for index in range(found[1], min(stop, found[1] + TITLE)):
        if is_finite(row[index]) or row[index].is_a("adverb", "subordinator", "preposition"):
            break
        if row[index].label == "PER" and not person_in(row, *found):
            return found[0], index + 1
    return found


def _shared(row: Row, parts: list[Range]) -> Range | None:
    """The subject of the first clause among the parts, which the reporting verb shares."""
    for number in range(len(parts) - 1, 0, -1):
        first, stop = parts[number]
        apposed = _nominal(row, *parts[number - 1]) and person_in(row, *parts[number - 1])
        found = leading(row, first, stop) if _heads(row, first) and not apposed else None
        if found and found[1] < stop and speaks(row, *found) and row[first].label != "LOC":
            return _to_name(row, found, stop)
    for number, (first, stop) in enumerate(parts):
        if first and row[first - 1].text == "theo":
            continue
        found = leading(row, first, stop) if _heads(row, first) else None
        if row[first].text in QUOTE_MARKS:
            found = doer(row, first, stop)
        if not found:
            continue
        found = _to_name(row, found, stop)
        if found[1] < stop:
            return found
        end = _runs(row, parts[: number + _MOST], number)
        if end < number:
            return found
        rest = leading(row, *parts[end + 1]) if end + 1 < len(parts) else None
        if rest and not person_in(row, first, stop):
            continue
        return _trimmed(row, first, parts[end][1])
    return None
