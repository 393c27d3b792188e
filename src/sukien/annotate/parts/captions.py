"""Which line is a caption: a learned judge of its words, its length and marks, its neighbours."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.annotate.parts import layout
from sukien.annotate.parts.layout import Columns, Ints, Scores, Shared, Sheet

WORDS = 48
_WORD, _PAIR = 100, 101
_TEMPLATES = layout.templates("""
nothing | mark | size | size mark | credited mark | before.mark mark | where | title size
before size | before.credited mark | credited size | after size | where mark size
first mark | first second | next-to-last last | first second third | after.first after.second
third-last next-to-last last | first size | after.first | after.first mark
before after over | over mark | before over mark | again size | again mark | again title
capitals mark | capitals size | numbers mark | commas size | quotes mark | brackets mark
quotes size | pictures mark | pictures credited | before.mark mark after.mark
before.credited after.credited mark | after.size size | far before | before.first
before.first before.second | first capitals | second | next-to-last | numbers size
like-after mark | like-before mark | where credited | after.mark size | before after size
pictures size mark | like-last like-second | credited capitals mark | ends mark
inside mark | inside size | inside quotes capitals | inside first | echo mark | echo size
first second mark long | after.first after.second mark | first after.first
""")


class Features(NamedTuple):
    """Table indices: `fixed` a row each line; `words` and `pairs` one each token.

    `until` is where the words of a line end that count, from Sheet.first on.
    """

    fixed: npt.NDArray[np.intp]
    words: npt.NDArray[np.intp]
    pairs: npt.NDArray[np.intp]
    until: Ints


def features(sheet: Sheet, words: Shared) -> Features:
    """What speaks for and against each line being a caption."""
    columns = _own(sheet) | _around(sheet) | _common(sheet, words)
    columns |= {
        "like-after": (columns["first"] == columns["after.first"]).astype(np.int64),
        "like-before": (columns["first"] == columns["before.first"]).astype(np.int64),
        "like-last": (columns["first"] == columns["last"]).astype(np.int64),
        "like-second": (columns["second"] == columns["before.second"]).astype(np.int64),
    }
    following = np.append(sheet.form[1:], np.uint64(0))
    return Features(
        fixed=layout.indices(0, _TEMPLATES, columns),
        words=layout.index(_WORD, sheet.form, _kind(sheet)),
        pairs=layout.index(_PAIR, sheet.form, following),
        until=np.minimum(sheet.last, sheet.first + WORDS),
    )


def _kind(sheet: Sheet) -> Ints:
    """Of each token, the kind of line it is in: long or short, with or without a full stop."""
    size = np.searchsorted([11, 20], sheet.last - sheet.first, side="right")
    kind = np.append(2 * size + (sheet.mark > 0), 0)
    return kind[sheet.line].astype(np.int64)


def _own(sheet: Sheet) -> Columns:
    """What a line shows by itself."""
    length = sheet.last - sheet.first
    size = layout.bucket(length)
    count = layout.counted
    here = np.arange(len(length))
    places = {"first": 0, "second": 1, "third": 2, "last": -1, "next-to-last": -2, "third-last": -3}
    forms = {name: layout.form_at(sheet, here, place) for name, place in places.items()}
    return forms | {
        "nothing": np.zeros(len(length), np.int64),
        "mark": sheet.mark,
        "size": size,
        "long": (size > 5).astype(np.int64),
        "credited": sheet.credited,
        "capitals": 8 * count(sheet, layout.CAPITAL) // np.maximum(length, 1),
        "numbers": np.minimum(count(sheet, layout.NUMBER), 3),
        "commas": np.minimum(count(sheet, layout.COMMA), 3),
        "quotes": np.minimum(count(sheet, layout.QUOTE), 2),
        "brackets": np.minimum(count(sheet, layout.BRACKET), 2),
    }


def _around(sheet: Sheet) -> Columns:
    """Where a line stands, and what the lines beside it show."""
    before, after = neighbours(sheet)
    size = layout.bucket(sheet.last - sheet.first)
    ends = (sheet.left == 0).astype(np.int64)
    return {
        "where": np.minimum(sheet.number, 4) + 5 * ends + 10 * (sheet.left <= 1),
        "ends": ends,
        "inside": _inside(sheet),
        "pictures": _pictures(sheet),
        "before.mark": np.where(before >= 0, sheet.mark[before], 7),
        "after.mark": np.where(after >= 0, sheet.mark[after], 7),
        "before.credited": np.where(before >= 0, sheet.credited[before], 2),
        "after.credited": np.where(after >= 0, sheet.credited[after], 2),
        "after.size": np.where(after >= 0, size[after], 12),
        "before.first": layout.form_at(sheet, before, 0),
        "before.second": layout.form_at(sheet, before, 1),
        "after.first": layout.form_at(sheet, after, 0),
        "after.second": layout.form_at(sheet, after, 1),
    }


def _common(sheet: Sheet, words: Shared) -> Columns:
    """What a line and others of its article say in common."""
    here = np.arange(len(sheet.first))
    before, after = neighbours(sheet)
    second, title = np.where(sheet.left > 1, here + 2, -1), len(here) + sheet.article
    return {
        "title": layout.share(words, here, title),
        "before": layout.share(words, here, before),
        "after": layout.share(words, here, after),
        "over": layout.share(words, after, before),
        "far": layout.share(words, second, here),
        "echo": layout.share(words, title, before),
        "again": layout.recurring(sheet, words),
    }


def neighbours(sheet: Sheet) -> tuple[Ints, Ints]:
    """The number of the line before and after each line, -1 where the article ends."""
    here = np.arange(len(sheet.first))
    return np.where(sheet.number > 0, here - 1, -1), np.where(sheet.left > 0, here + 1, -1)


def _pictures(sheet: Sheet) -> Ints:
    """How many picture credits each line's article has, in steps."""
    many = np.bincount(sheet.article, sheet.credited) if len(sheet.article) else np.zeros(0)
    steps: Ints = np.minimum(many, 4).astype(np.int64)
    return steps[sheet.article]


def _inside(sheet: Sheet) -> Ints:
    """Whether each line starts inside a quotation."""
    marks = np.concatenate([[0], np.cumsum(sheet.flags & layout.QUOTE != 0)])
    opening = np.flatnonzero(sheet.number == 0)
    page = np.searchsorted(opening, np.arange(len(sheet.first)), side="right") - 1
    before: Ints = marks[sheet.first] - marks[sheet.first[opening[page]]]
    return before % 2


def score(sheet: Sheet, words: Shared, learned: layout.Weights) -> Scores:
    """Log-odds above the threshold that each line is a caption."""
    if not len(sheet.first):
        return np.zeros(0, np.float32)
    found, first = features(sheet, words), sheet.first
    total = learned.table[found.fixed].sum(axis=1)
    total += layout.between(learned.table[found.words], first, found.until)
    total += layout.between(learned.table[found.pairs], first, np.maximum(found.until - 1, first))
    scores: Scores = (total - learned.caption).astype(np.float32)
    return scores
