"""Through whom a quotation came, and when it was said: `hôm qua, AFP dẫn lời ông X cho biết`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from sukien.annotate.clauses.rows import Row, read, start_of
from sukien.knowledge.grammar import reporting
from sukien.model import AnnotatedArticle, Name, Quote, Span, Speaker, Time

_TO = frozenset({"với", "trả lời", "trên", "nói với", "chia sẻ với", "trao đổi với"})
_NEAR = 8  # units between an outlet and the verb with which it quotes
_MOST = 3  # links of a chain
_REACH = 150  # units on either side of the verb that are looked at


def with_chains(article: AnnotatedArticle, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotations with the outlets they came through and the time they were said."""
    if not quotes:
        return
    rows = read(article)
    starts = [row[0].start if row else sentence.start for row, sentence in _pairs(article, rows)]
    houses = {name.start: name for name in article.names if name.type == "ORG"}
    for quote in quotes:
        told = quote.speaker or quote.cue
        number = bisect_right(starts, (quote.cue or told or quote).start) - 1
        if told is None or number < 0 or not rows[number]:
            yield quote
            continue
        row = rows[number]
        via = tuple(_links(row, quote, houses))
        yield msgspec.structs.replace(quote, via=via[:_MOST], said=_said(article, row, quote))


def _pairs(article: AnnotatedArticle, rows: list[Row]) -> Iterator[tuple[Row, Span]]:
    return zip(rows, article.sentences, strict=True)


def _said(article: AnnotatedArticle, row: Row, quote: Quote) -> str | None:
    """The value of the date or clock time that stands with the verb of saying."""
    low, high = _around(row, quote)
    first = bisect_left(article.times, row[low].start, key=start_of)
    last = bisect_left(article.times, row[high - 1].end, key=start_of)
    near = [time for time in article.times[first:last] if _dates(time) and not _in(time, quote)]
    anchor = (quote.cue or quote.speaker or quote).start
    beside = [time for time in near if _beside(row, time.start, anchor)]
    return min(beside, key=lambda time: abs(time.start - anchor)).value if beside else None


def _around(row: Row, quote: Quote) -> tuple[int, int]:
    """The units of a row near the verb of saying, half-open: all of them but in endless ones."""
    at = bisect_left(row, (quote.cue or quote.speaker or quote).start, key=start_of)
    return max(0, min(at, len(row) - 1) - _REACH), min(len(row), at + _REACH)


def _dates(time: Time) -> bool:
    return time.type in {"DATE", "TIME"} and not time.value.endswith("_REF")


def _in(span: Span, quote: Quote) -> bool:
    inside = quote.start <= span.start < quote.end
    speaker = quote.speaker
    return inside or (speaker is not None and speaker.start <= span.start < speaker.end)


def _beside(row: Row, one: int, other: int) -> bool:
    """Whether at most a comma, no verb of another clause, parts a time from the verb of saying."""
    low, high = min(one, other), max(one, other)
    first = bisect_left(row, low, key=start_of)
    last = bisect_left(row, high, key=start_of)
    between = row[first + 1 : last]
    verbs = sum(unit.kind == "verb" and not unit.classes for unit in between)
    return verbs <= 1 and not any(unit.text in {".", ";"} for unit in between)


def _links(row: Row, quote: Quote, houses: dict[int, Name]) -> Iterator[Speaker]:
    """Outlets and agencies in their order, from whoever prints it to whoever heard it."""
    speaker = quote.speaker
    for index in range(*_around(row, quote)):
        name = houses.get(row[index].start)
        if name is None or _in(name, quote):
            continue
        if speaker is not None and speaker.start <= name.start < speaker.end:
            continue
        if _quotes(row, index, speaker) or _hears(row, index):
            yield Speaker(name.start, name.end, entity=name.entity)


def _quotes(row: Row, index: int, speaker: Speaker | None) -> bool:
    """`AFP dẫn lời`, `theo AFP`: the outlet passes on what somebody else says."""
    before = row[index - 1] if index else None
    if before is not None and reporting().get(before.text) in {"theo", "source"}:
        return True
    for unit in row[index + 1 : index + _NEAR]:
        if reporting().get(unit.text) == "source":
            return speaker is None or unit.start < speaker.start
        if unit.kind == "verb" or unit.text == ",":
            return False
    return False


def _hears(row: Row, index: int) -> bool:
    """`nói với BBC`, `trả lời Reuters`: the outlet that was told."""
    behind = row[max(0, index - 3) : index]
    told = [unit for unit in behind if unit.text in _TO]
    between = behind[behind.index(told[-1]) + 1 :] if told else []
    return bool(told) and all(unit.kind in {"noun", "other"} for unit in between)
