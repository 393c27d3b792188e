"""Statements with a source: `Theo X, ...`, `..., theo X`, `Như X đã đưa tin, ...`."""

from sukien.annotate.clauses.phrases import (
    Range,
    is_break,
    is_dash,
    is_finite,
    noun_phrase,
    starts_phrase,
)
from sukien.annotate.clauses.rows import Row
from sukien.annotate.quotes.persons import person_in, speaks
from sukien.annotate.quotes.speakers import whole
from sukien.knowledge.grammar import no_sources, reporting, speaker_details, speaker_nouns

_LEAST = 3
_FAR = 14
_MOST = 40
_KINDS = frozenset(
    {"trang", "trang web", "công ty", "hãng", "tờ", "tờ báo", "tổ chức", "quỹ", "tập đoàn", "viện"}
    | {"cơ quan", "tạp chí", "nền tảng", "website", "ngân hàng", "hãng tin", "kênh", "sàn"}
)
_TURNS = frozenset(
    {",", "mà", "song", "nhưng", "bước đầu", "cũng", "còn", "và", ")", "bởi", "vì", "."}
)

Sourced = tuple[Range, Range, int]


def by_source(row: Row, high: int, *, follows: bool = False) -> Sourced | None:
    """The content, the source and the index of the cue, or None.

    The statement `follows` no direct speech before a source that ends the sentence.
    """
    asks = bool(row) and row[-1].text == "?"
    for cue in range(0 if not asks else high, high):
        text = row[cue].text
        if text == "như" and cue < _LEAST:
            found = _as_told(row, cue, high)
        elif reporting().get(text) == "theo" and _opens(row, cue):
            ends = cue > _LEAST and row[cue - 1].text == "," and _reaches(row, cue + 1, high)
            found = None if ends else _theo(row, cue, high)
            found = found or (None if follows else _last_theo(row, cue, high))
        elif cue == 0 and text in {"thông tin ban đầu", "tin ban đầu"}:
            found = ((2, high), (0, 1), 0) if row[1:2] and row[1].text == "," else None
        else:
            continue
        if found and found[0][1] - found[0][0] >= _LEAST:
            return found
    return None


def _reaches(row: Row, first: int, high: int) -> bool:
    """Whether the phrase for a source ends the sentence."""
    found = whole(row, first, high)
    return found is not None and found[1] == high


def _opens(row: Row, cue: int) -> bool:
    """Whether a source may stand at `cue`: at the start, behind a comma or a conjunction."""
    if not cue or row[cue - 1].text in _TURNS or is_dash(row[cue - 1]):
        return True
    return row[cue - 1].is_a("opener", "adverb", "conjunction") and cue < _FAR


def _theo(row: Row, cue: int, high: int) -> Sourced | None:
    """`Theo X, ...`: what is behind the source."""
    if not _is_source(row, cue + 1, high):
        return None
    comma = _comma(row, cue + 1, high)
    if comma is not None and any(is_finite(unit) for unit in row[cue + 2 : comma]):
        start = _unparted(row, cue + 1, high)
        if start:
            return (start, high), (cue + 1, start), cue
    if comma is None:
        start = _unparted(row, cue + 1, high)
        return ((start, high), (cue + 1, start), cue) if start else None
    source = _named(row, cue + 1, _without_time(row, cue + 1, comma))
    while (
        comma is not None and row[comma].text == "," and _is_apposition(row, cue + 1, comma, high)
    ):
        comma = _comma(row, comma + 1, high)
        source = (source[0], comma if comma is not None else source[1])
    if comma is None or source[1] <= source[0] or high - comma - 1 < _LEAST:
        return None
    return (comma + 1, high), source, cue


def _comma(row: Row, first: int, high: int) -> int | None:
    """The comma, `thì` or colon that ends a source, or None when a stop comes first."""
    for index in range(first, min(high, first + _MOST)):
        if row[index].text in {",", "thì", ":"}:
            return index
        if is_break(row[index]) and row[index].text not in {'"', "“", "”"}:
            return None
    return None


def _unparted(row: Row, first: int, high: int) -> int | None:
    """Where the statement starts behind a source without a comma: `Theo họ đó là dấu hiệu`."""
    if not (row[first].is_a("pronoun") or row[first].kind == "name"):
        return None
    after = first + 1
    begins = after < high and (is_finite(row[after]) or starts_phrase(row[after]))
    begins = begins or (after < high and row[after].text in {"đó", "đây", "thì"})
    return after if begins and high - after >= _LEAST else None


def _last_theo(row: Row, cue: int, high: int) -> Sourced | None:
    """`..., theo X.` at the end of the sentence."""
    if cue <= _LEAST or row[cue - 1].text != "," or not _is_source(row, cue + 1, high):
        return None
    if high - cue > _MOST:
        return None
    end = noun_phrase(row, cue + 1, high)
    apposed = person_in(row, cue + 1, high) or row[cue + 1].text in speaker_nouns()
    if end < high and not apposed and not _reaches(row, cue + 1, high):
        return None
    return (_past_openers(row, cue - 1), cue - 1), _named(row, cue + 1, high), cue


def _past_openers(row: Row, high: int) -> int:
    """The index behind the `Trong khi đó,` that opens a sentence."""
    index = 0
    while index < high and (row[index].is_a("opener") or (index and row[index].text in {",", "-"})):
        index += 1
    return index if index < high and index <= _LEAST else 0


def _named(row: Row, first: int, stop: int) -> Range:
    """The person in `nhận định của X`, else the whole source."""
    saying = "saying" in speaker_details().get(row[first].text, ())
    if saying and first + 2 < stop and row[first + 1].text in {"của", "từ"}:
        return whole(row, first + 2, stop) or (first + 2, stop)
    return first, stop


def _as_told(row: Row, cue: int, high: int) -> Sourced | None:
    """`Như X đã đưa tin, ...`."""
    for index in range(cue + 2, min(high, cue + _FAR)):
        if row[index].text == ",":
            return None
        if reporting().get(row[index].text) and index + 1 < high and row[index + 1].text == ",":
            end = noun_phrase(row, cue + 1, index)
            told = end > cue + 1 and speaks(row, cue + 1, end)
            return ((index + 2, high), (cue + 1, end), index) if told else None
    return None


def _is_apposition(row: Row, first: int, comma: int, high: int) -> bool:
    """Whether the part behind the comma says who the source is, and a comma ends it."""
    later = _comma(row, comma + 1, high)
    if later is None:
        return False
    part = row[comma + 1 : later]
    if row[comma - 1].label == "ORG" and part and part[0].text in _KINDS:
        return not any(is_finite(unit) for unit in part)
    if not any(unit.label == "PER" for unit in row[first:comma]):
        return False
    if part and part[0].is_a("determiner") and part[0].text not in {"một", "vị"}:
        return False
    named = any(unit.label == "PER" for unit in part[:2])
    clause = any(is_finite(unit) or unit.text == "là" for unit in part) and not part[
        0
    ].text.startswith("một trong")
    return (
        bool(part)
        and speaks(row, comma + 1, later)
        and not named
        and not clause
        and not part[0].is_a("pronoun")
    )


def _without_time(row: Row, first: int, stop: int) -> int:
    """The end of a source without the date behind it."""
    for index in range(first + 1, stop):
        if row[index].kind == "time":
            end = index
            while end > first and row[end - 1].is_a("preposition"):
                end -= 1
            return end
    return stop


def _is_source(row: Row, first: int, high: int) -> bool:
    if first >= high or row[first].kind == "time" or row[first].text in {"tôi", "chúng tôi"}:
        return False
    if speaker_nouns().get(row[first].text, False):
        return True
    return row[first].text not in no_sources() and _tells(row, first, high)


def _tells(row: Row, first: int, high: int) -> bool:
    """Whether somebody, a body or a document stands behind `Theo`."""
    if person_in(row, first, high):
        return True
    if row[first].text.split(" ")[0] in no_sources():
        return False
    noun = next((u for u in row[first : first + 3] if not u.is_a("determiner")), row[first])
    if speaker_nouns().get(noun.text, False) or speaks(row, first, high):
        return True
    stop = _comma(row, first, high) or min(high, first + _FAR)
    named = any(unit.label in {"ORG", "PER"} for unit in row[first:stop])
    return named and not any(is_finite(unit) or is_dash(unit) for unit in row[first:stop])
