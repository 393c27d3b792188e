"""Where the lead ends: a learned choice among the sentences after the title.

Each of the first lines may be the last of the lead, and so may none. A linear model over hashed
features of the border (lengths, the words on both sides, what the text after it says again of the
lead and the title, how much the lines look like captions) scores the choices; the best one wins.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.annotate.parts import layout
from sukien.annotate.parts.layout import Columns, Ints, Scores, Shared, Sheet

LINES = 7
NEXT, LAST = 24, 60
HEAD = 4000
_FACTS, _NEXT, _LAST, _INSIDE = 200, 300, 301, 302
_SLASHED, _DASHED = re.compile(r"\d/\d"), re.compile(r"\d-\d")
_TEMPLATES = layout.templates("""
lines | lines habit | lines whole | fine | fine habit | lines fine | lines grown | grown fine
lines size | lines after.size | size after.size | lines size after.size | lines mark
mark after.mark | title lines | after.title lines | title after.title | near lines
after.lead lines | near after.title | then.near lines | back lines | back after.lead
of-title lines | after.of-title lines | of-title after.of-title | over lines | over near
then.title lines | again lines | after.again lines | again after.again | looks lines
after.looks lines | looks after.looks | lines many | lines title-size | lines quotes
after.quotes quotes | after.numbers lines | after.first | after.first after.second
after.first after.second after.third | after.first lines | after.first habit | after.first fine
first lines | first second | next-to-last | then.first | then.first then.second
then.first after.first | opening lines | opening lines habit | first after.first
then.size lines | opens-again lines | after.credited lines | starts-again lines
whole after.title near | fine after.size habit | after.title after.lead back
after.next-to-last after.last after.mark
""")


class Choices(NamedTuple):
    """Where leads may end. A row each: `first` line of the lead, `size` in lines, `group`.

    `habit` is how the article writes its dates, `looks` how much each line of the sheet looks like
    a caption.
    """

    first: Ints
    size: Ints
    group: Ints
    habit: Ints
    looks: Scores


class Features(NamedTuple):
    """Table indices: `fixed` a row each choice; `words` of every token for three tasks.

    `spans` holds the first and last token of what opens the text after the lead, of the lead's last
    line, and of the lead.
    """

    fixed: npt.NDArray[np.intp]
    words: tuple[npt.NDArray[np.intp], ...]
    spans: tuple[tuple[Ints, Ints], ...]


class _Lines(NamedTuple):
    """Of each choice: the last line of the lead (-1: none), the line after, and the next (-1)."""

    last: Ints
    after: Ints
    then: Ints


def read_habit(text: str) -> int:
    """How an article writes dates, which tells houses apart: 16/3, 16-3, both or neither."""
    head = text[:HEAD]
    return bool(_SLASHED.search(head)) + 2 * bool(_DASHED.search(head))


def choices(starts: Sequence[tuple[int, int, int]], looks: Scores) -> Choices:
    """The choices of articles: of each, the line after the title, the most lines, the habit."""
    rows = [
        (first, size, group, habit)
        for group, (first, most, habit) in enumerate(starts)
        for size in range(min(most, LINES) + 1)
    ]
    first, size, group, habit = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Choices(first, size, group, habit, looks)


def features(sheet: Sheet, words: Shared, at: Choices) -> Features:
    """What speaks for and against each choice."""
    after = at.first + at.size
    last = np.where(at.size > 0, after - 1, -1)
    lines = _Lines(last, after, np.where(sheet.left[after] > 0, after + 1, -1))
    columns = _lengths(sheet, at, lines) | _looks(sheet, at, lines)
    columns |= _forms(sheet, at, lines) | _common(sheet, words, at, lines)
    return Features(
        fixed=layout.indices(_FACTS, _TEMPLATES, columns),
        words=tuple(layout.index(task, sheet.form) for task in (_NEXT, _LAST, _INSIDE)),
        spans=_spans(sheet, at, lines),
    )


def _spans(sheet: Sheet, at: Choices, lines: _Lines) -> tuple[tuple[Ints, Ints], ...]:
    some = at.size > 0
    begin, end = (np.where(some, edge[lines.last], 0) for edge in (sheet.first, sheet.last))
    opening, following = np.where(some, sheet.first[at.first], 0), sheet.first[lines.after]
    return (
        (following, np.minimum(sheet.last[lines.after], following + NEXT)),
        (begin, np.minimum(end, begin + LAST)),
        (opening, np.minimum(end, opening + LAST * 3)),
    )


def _lengths(sheet: Sheet, at: Choices, lines: _Lines) -> Columns:
    """How long the lead would be, and what is beside its end."""
    length = sheet.last - sheet.first
    size = layout.bucket(length)
    total = np.where(at.size > 0, sheet.last[lines.last] - sheet.first[at.first], 0)
    titles = np.bincount(sheet.article, length * sheet.titled).astype(np.int64)
    return {
        "lines": at.size,
        "habit": at.habit,
        "whole": layout.bucket(total // 2),
        "fine": np.minimum(total // 6, 25),
        "grown": np.minimum((total + length[lines.after]) // 8, 25),
        "size": np.where(at.size > 0, size[lines.last], 12),
        "after.size": size[lines.after],
        "then.size": np.where(lines.then >= 0, size[lines.then], 12),
        "many": np.minimum(sheet.left[at.first] // 5, 8),
        "title-size": np.minimum(titles // 4, 8)[sheet.article[at.first]],
    }


def _looks(sheet: Sheet, at: Choices, lines: _Lines) -> Columns:
    """Marks, quotations, numbers, and how much the lines look like captions."""
    some = at.size > 0
    looks = np.clip(np.floor(at.looks), -8, 7).astype(np.int64) + 8
    quotes = np.minimum(layout.counted(sheet, layout.QUOTE), 1)
    numbers = np.minimum(layout.counted(sheet, layout.NUMBER), 2)
    return {
        "mark": np.where(some, sheet.mark[lines.last], 7),
        "after.mark": sheet.mark[lines.after],
        "looks": np.where(some, looks[lines.last], 16),
        "after.looks": looks[lines.after],
        "quotes": np.where(some, quotes[lines.last], 2),
        "after.quotes": quotes[lines.after],
        "after.numbers": numbers[lines.after],
        "after.credited": sheet.credited[lines.after],
    }


def _forms(sheet: Sheet, at: Choices, lines: _Lines) -> Columns:
    """The words on both sides of the border."""
    places = {"first": 0, "second": 1, "third": 2, "last": -1, "next-to-last": -2}
    own = {name: layout.form_at(sheet, lines.last, place) for name, place in places.items()}
    after = {f"after.{n}": layout.form_at(sheet, lines.after, p) for n, p in places.items()}
    then = {f"then.{n}": layout.form_at(sheet, lines.then, p) for n, p in places.items()}
    opening = layout.form_at(sheet, at.first, 0)
    return {
        **own,
        **after,
        **then,
        "opening": opening,
        "opens-again": (after["after.first"] == opening).astype(np.int64),
        "starts-again": (after["after.first"] == own["first"]).astype(np.int64),
    }


def _common(sheet: Sheet, words: Shared, at: Choices, lines: _Lines) -> Columns:
    """What title, lead and the lines after it say in common."""
    (last, after, then), opening = lines, at.first
    title = len(sheet.first) + sheet.article[at.first]
    again = layout.recurring(sheet, words)
    pairs = {
        "title": (last, title), "after.title": (after, title), "then.title": (then, title),
        "near": (after, last), "after.lead": (after, opening), "then.near": (then, last),
        "back": (opening, after), "of-title": (title, last), "after.of-title": (title, after),
        "over": (then, after),
    }  # fmt: skip
    found: Columns = {n: layout.share(words, one, other) for n, (one, other) in pairs.items()}
    return found | {"again": np.where(at.size > 0, again[last], 7), "after.again": again[after]}


def choose(sheet: Sheet, words: Shared, at: Choices) -> list[int]:
    """The number of lines of each article's lead."""
    if not len(at.first):
        return []
    table, found = layout.weights().table, features(sheet, words, at)
    scores = table[found.fixed].sum(axis=1, dtype=np.float64)
    for known, (first, last) in zip(found.words, found.spans, strict=True):
        scores += layout.between(table[known], first, last)
    edges = np.flatnonzero(np.diff(at.group)) + 1
    return [int(np.argmax(part)) for part in np.split(scores, edges)]
