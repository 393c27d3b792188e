"""What a figure is called: a heading of what is counted, what happens to it, whose and where."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sukien.knowledge.figures import at_word, diseases, words_of
from sukien.tell.figures.lines import syllables_of
from sukien.tell.figures.statements import Statement

_SHARED = 0.5
"""The share of a figure's statements, more of which must say what its heading says of it."""
_PLACED = 0.4
"""The share of a figure's statements that must name a place."""
_WIDE = frozenset(("attack", "piece", "two"))
"""Classes of many nouns: a heading takes the one that is written."""
_WORDS = 6
_LETTERS = 2
_OPENING = ' :,(–-“"'
_STOP = re.compile(r"[;:.!?()“”\"]+\s|,\s|\d[\d.,]*\s*%?")


def about(rows: Sequence[Statement]) -> str:
    """What a person would call a figure: `ca mắc Covid-19 ở Ấn Độ`, `điểm (VN-Index)`."""
    noun = _noun(rows)
    what = noun or _usual(row.heading for row in rows if row.heading)
    if not what:
        return _words_before(rows)
    whose = _usual(row.whose for row in rows if row.owned and row.whose)
    what = " ".join(part for part in (what, whose, _happening(rows) if noun else "") if part)
    where = _where(rows)
    if where and where not in what:
        return f"{what} {at_word()} {where}"
    return what if whose else _with_topic(what, rows)


def is_bare(rows: Sequence[Statement]) -> bool:
    """Whether nothing says of which ones a number is: no place, no owner, no name, no happening."""
    of_whom = _where(rows) or _happening(rows) or _shared([row.topic for row in rows])
    return not of_whom and not any(row.owned and row.whose for row in rows)


def is_named(rows: Sequence[Statement]) -> bool:
    """Whether a noun, a price, a depth names the figure: not the words before its numbers."""
    return bool(_noun(rows)) or any(row.heading for row in rows)


def _noun(rows: Sequence[Statement]) -> str:
    return _usual(noun for row in rows if len(noun := _noun_of(row)) >= _LETTERS)


def _noun_of(row: Statement) -> str:
    written = row.quantity.item or ""
    return written if row.head in _WIDE and written else row.noun


def _happening(rows: Sequence[Statement]) -> str:
    """What happens, where most say so and the noun does not: of people, or what befalls them."""
    label = _shared([row.happening_label for row in rows])
    if not label:
        return ""
    ill = [_disease(row) for row in rows if row.happening == "infected"]
    told = next((row.happening for row in rows if row.happening_label == label), "")
    return (_shared(ill) if told == "infected" else "") or label


def _disease(row: Statement) -> str:
    """Which disease its sentence names, as it follows the noun."""
    syllables = syllables_of(row.told.text)
    hits = (diseases().at(syllables, at) for at in range(len(syllables)))
    return next((hit[0] for hit in hits if hit), "")


def _where(rows: Sequence[Statement]) -> str:
    """The place that most of those name that name one, if they are not few."""
    told = [row.where for row in rows if row.where]
    return _shared(told) if len(told) >= _PLACED * len(rows) else ""


def _with_topic(what: str, rows: Sequence[Statement]) -> str:
    """A heading that says too little by itself, with the name that its statements share."""
    topic = _shared([row.topic for row in rows])
    name = _usual(row.named for row in rows if row.topic == topic) if topic else ""
    if not name or name.casefold() in what.casefold():
        return what
    placed = any(row.in_place for row in rows if row.topic == topic)
    return f"{what} {at_word()} {name}" if placed else f"{what} ({name})"


def _words_before(rows: Sequence[Statement]) -> str:
    """The words that lead to the number, from the last mark or number on; the usual ones."""
    leads = [lead for row in rows if (lead := _lead(row))]
    words = _usual(leads)
    if words and leads.count(words) > 1:
        return _with_topic(words, rows)
    return words or _usual(row.named for row in rows if row.named)


def _lead(row: Statement) -> str:
    text = row.told.article.text[row.told.span.start : row.quantity.start]
    words = _STOP.split(text.rstrip(_OPENING))[-1].split()[-_WORDS:]
    while words and words_of("lead").at((words[-1].casefold(),), 0):
        words.pop()
    return " ".join(words)


def _shared(told: Sequence[str]) -> str:
    """The usual one, where a good part of the statements have it."""
    most = _usual(one for one in told if one)
    return most if most and told.count(most) > _SHARED * len(told) else ""


def _usual(told: Iterable[str]) -> str:
    counts = Counter(told)
    return min(counts, key=lambda one: (-counts[one], len(one), one)) if counts else ""
