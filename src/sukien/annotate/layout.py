"""What a line looks like: a learned judge of captions and of where a lead ends.

Two logistic models over hashed features of a line (its words, length, last mark, what stands
before and after, how much of it the title or lead already said). Both share one table of int8
weights. Hashes are CRC-32 of the canonical form, so they are the same on every machine.
"""

import functools
import zlib
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.text.syllables import canonical
from sukien.text.tokens import tokenize

BITS = 16
WORDS = 48
CAPTION, LEAD = 1, 2
_MASK = 0xFFFFFFFF


class Line(NamedTuple):
    """A sentence as its layout is judged: hashes of its tokens, its last mark, its size.

    `mark` is `.`, `?`, `:` or nothing; `credited` says that a picture credit follows.
    """

    forms: tuple[int, ...]
    mark: str
    words: frozenset[int]
    credited: bool = False


class Weights(NamedTuple):
    """The learned table and the biases are one; thresholds are log-odds."""

    table: npt.NDArray[np.float32]
    caption: float
    lead: float


EMPTY = Line((), "", frozenset())


@functools.cache
def weights() -> Weights:
    """The weights that come with the package."""
    path = resources.files("sukien.annotate") / "weights" / "layout.npz"
    with path.open("rb") as file, np.load(file) as stored:
        table = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        return Weights(table, float(stored["caption"]), float(stored["lead"]))


@functools.lru_cache(maxsize=1 << 16)
def _form(text: str) -> tuple[int, bool]:
    """The hash of a token, and whether it is a word and no mark or single letter."""
    form = zlib.crc32(canonical(text).encode("utf-8", "surrogatepass"))
    return form, len(text) > 1 and text[0].isalnum()


def read_line(text: str, *, credited: bool = False) -> Line:
    """The line that a text is."""
    tokens = [token.text for token in tokenize(text)]
    entries = [_form(token) for token in tokens]
    marks = [t for t in tokens[-3:] if not t[0].isalnum() and t not in "\"'”’)]"]
    mark = marks[-1][0] if marks and not tokens[-1][0].isalnum() else ""
    words = frozenset(form for form, is_word in entries if is_word)
    forms = tuple(form for form, _ in entries)
    return Line(forms, mark if mark in ".?!…:" else "", words, credited)


def _size(count: int) -> int:
    """A length in a dozen steps."""
    return next(
        (n for n, limit in enumerate((2, 4, 6, 8, 11, 15, 20, 26, 33, 42, 60)) if count <= limit),
        11,
    )


def _share(line: Line, said: frozenset[int]) -> int:
    """Tenths of the line's words that were said, in steps; 6 when the line is empty."""
    return round(5 * len(line.words & said) / len(line.words)) if line.words else 6


def caption_features(lines: Sequence[Line], number: int, title: Line) -> list[int]:
    """Table indices of what speaks for and against line `number` being a caption."""
    line = lines[number]
    before = lines[number - 1] if number else EMPTY
    after = lines[number + 1] if number + 1 < len(lines) else EMPTY
    size, end = _size(len(line.forms)), _number(line.mark)
    where = min(number, 4) + 5 * (number + 1 == len(lines)) + 10 * (number + 2 >= len(lines))
    near = _share(line, before.words)
    facts = [
        (1, end), (2, size), (3, size, end), (4, line.credited, end),
        (5, _number(before.mark), end), (6, where), (7, _share(line, title.words), size),
        (8, near, size), (9, before.credited, end), (10, line.credited, size),
        (11, _share(line, after.words), size), (12, where, end, size),
        (13, *line.forms[:1], end), (14, *line.forms[:2]), (15, *line.forms[-2:]),
        (16, *line.forms[:3]), (17, *after.forms[:2]), (18, *line.forms[-3:]),
        (19, *line.forms[:1], size),
    ]  # fmt: skip
    bag = [_word_index(CAPTION, 20, form) for form in dict.fromkeys(line.forms[:WORDS])]
    return _indices(CAPTION, facts) + bag


def lead_features(lines: Sequence[Line], number: int, first: int, title: Line) -> list[int]:
    """Table indices of what speaks for and against line `number` being in the lead.

    `first` is the number of the lead's first line.
    """
    line = lines[number]
    after = lines[number + 1] if number + 1 < len(lines) else EMPTY
    lead = lines[first:number]
    said = frozenset(form for known in lead for form in known.words)
    so_far, size = _size(sum(len(known.forms) for known in lead)), _size(len(line.forms))
    turn, end = min(number - first, 3), _number(line.mark)
    facts = [
        (1, turn), (2, turn, so_far), (3, turn, size), (4, so_far, size, turn),
        (5, _share(line, said), turn), (6, _share(after, said), turn),
        (7, _share(line, title.words), turn), (8, turn, *line.forms[:1]),
        (9, turn, *line.forms[:2]), (10, *after.forms[:1]), (11, *after.forms[:2]),
        (12, turn, end), (13, _size(len(after.forms)), turn),
        (14, so_far, _share(line, said), _share(after, said)), (15, line.credited, turn),
        (16, _share(after, title.words), turn), (17, so_far, *line.forms[:1]),
        (18, _share(after, line.words | said), turn, so_far), (19, line.credited, end, size),
    ]  # fmt: skip
    bag = [_word_index(LEAD, 20 + turn, form) for form in dict.fromkeys(line.forms[:WORDS])]
    return _indices(LEAD, facts) + bag


def _number(mark: str) -> int:
    return ".?!…:".find(mark) + 1 if mark else 0


def _indices(task: int, facts: Iterable[tuple[int, ...]]) -> list[int]:
    return [task - 1, *(_index(task, fact) for fact in facts)]


def _index(task: int, fact: tuple[int, ...]) -> int:
    mixed = task
    for part in fact:
        mixed = ((mixed ^ part) * 0x9E3779B1) & _MASK
        mixed ^= mixed >> 15
    return ((mixed * 0x85EBCA6B) & _MASK) >> (32 - BITS)


@functools.lru_cache(maxsize=1 << 16)
def _word_index(task: int, kind: int, form: int) -> int:
    return _index(task, (kind, form))


def caption_score(lines: Sequence[Line], number: int, title: Line) -> float:
    """Log-odds above the threshold that line `number` is a caption."""
    learned = weights()
    indices = caption_features(lines, number, title)
    return float(learned.table.take(indices).sum()) - learned.caption


def lead_score(lines: Sequence[Line], number: int, first: int, title: Line) -> float:
    """Log-odds above the threshold that line `number` is in the lead."""
    learned = weights()
    indices = lead_features(lines, number, first, title)
    return float(learned.table.take(indices).sum()) - learned.lead
