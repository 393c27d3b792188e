"""The tokens of many articles in one row of arrays: hashes of their forms, shapes, gaps.

Hashes are CRC-32 of the canonical form, so they are the same on every machine.
"""

import functools
import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.text.syllables import canonical
from sukien.text.tokens import cut

PAD = 4

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]

# Shapes of tokens. A pad is 0.
SMALL, CAPITAL, UPPER, LETTER, NUMBER, MIXED = 1, 2, 3, 4, 5, 6
STOP, ASKING, DOTS, COMMA, SEMICOLON, COLON = 8, 9, 10, 11, 12, 13
OPEN, CLOSE, DASH, ARROW, BULLET, SLASH, OPEN_QUOTE, CLOSE_QUOTE, OTHER = range(14, 23)
STRAIGHT = 23
_SHAPES = {
    **dict.fromkeys("!?", ASKING), **dict.fromkeys("([{", OPEN), **dict.fromkeys(")]}", CLOSE),
    **dict.fromkeys("-–—", DASH), **dict.fromkeys("*•+", BULLET),
    **dict.fromkeys("\"'", STRAIGHT), **dict.fromkeys("“‘«", OPEN_QUOTE),
    **dict.fromkeys("”’»", CLOSE_QUOTE),
    ".": STOP, "…": DOTS, ",": COMMA, ";": SEMICOLON, ":": COLON, ">": ARROW, "/": SLASH,
}  # fmt: skip
FINAL = (STOP, ASKING, DOTS)
CAPITALS = (CAPITAL, UPPER, LETTER, MIXED)
OPENERS = (*CAPITALS, NUMBER, OPEN, DASH, ARROW, BULLET, OPEN_QUOTE)


class Grid(NamedTuple):
    """The tokens of many articles in one row, articles apart by padding of shape 0.

    `form` hash of the lower-cased token; `gap` whether white space is before it; `joint` whether
    that was an underscore; `article` the number of its article; `length` its characters.
    """

    form: Hashes
    shape: Ints
    gap: Flags
    joint: Flags
    length: Ints
    article: Ints


@functools.lru_cache(maxsize=1 << 16)
def _word(text: str) -> int:
    """The hash of a token, its shape above it."""
    form = zlib.crc32(canonical(text).encode("utf-8", "surrogatepass"))
    return form | _shape(text) << 32


def _shape(text: str) -> int:
    first = text[0]
    if first.isdigit():
        return NUMBER
    if not first.isalnum():
        return DOTS if text.startswith("..") else _SHAPES.get(first, OTHER)
    if not any(c.isupper() for c in text):
        return SMALL
    if len(text) == 1:
        return LETTER
    if text.isupper():
        return UPPER
    return CAPITAL if first.isupper() and not any(c.isupper() for c in text[1:]) else MIXED


class Row(NamedTuple):
    """A text, its tokens, where each starts and ends, and the offsets of its joints."""

    text: str
    tokens: list[str]
    starts: Ints
    ends: Ints
    joints: Sequence[int] = ()


def make_row(text: str, joints: Sequence[int] = ()) -> Row:
    """The row of a text."""
    return Row(text, *cut(text), joints)


def _words(row: Row) -> tuple[Hashes, Ints]:
    """Hash and shape of each token; straight quotation marks open or close."""
    words = np.fromiter(map(_word, row.tokens), dtype=np.uint64, count=len(row.tokens))
    form, shape = words & np.uint64(0xFFFFFFFF), (words >> np.uint64(32)).astype(np.int64)
    for place in np.flatnonzero(shape == STRAIGHT).tolist():
        form[place], shape[place] = 34, _quote(row.text, int(row.starts[place]))
    return form, shape


def _quote(text: str, at: int) -> int:
    """A straight quotation mark opens when white space or nothing is before it, not after it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opens = (not before or before.isspace() or before in "([“‘\"'") and bool(after.strip())
    return OPEN_QUOTE if opens else CLOSE_QUOTE


def make_grid(rows: Sequence[Row]) -> Grid:
    """The grid of rows, apart by padding."""
    size = PAD + sum(len(row.tokens) + PAD for row in rows)
    form = np.zeros(size, dtype=np.uint64)
    shape, start, end, article = (np.zeros(size, dtype=np.int64) for _ in range(4))
    joint = np.zeros(size, dtype=np.bool_)
    at = PAD
    for number, row in enumerate(rows, 1):
        here = slice(at, at + len(row.tokens))
        form[here], shape[here] = _words(row)
        start[here], end[here] = row.starts, row.ends
        joint[here] = _joined(row)
        article[at : here.stop + PAD] = number
        at = here.stop + PAD
    gap = np.ones(size, dtype=np.bool_)
    gap[1:] = start[1:] != end[:-1]
    return Grid(form, shape, gap, joint, end - start, article)


def _joined(row: Row) -> Flags:
    """Tokens with an underscore before them in the input."""
    if not row.joints:
        return np.zeros(len(row.tokens), dtype=np.bool_)
    joints = np.array(row.joints, dtype=np.int64)
    near = np.minimum(np.searchsorted(joints, row.starts - 1), len(joints) - 1)
    joined: Flags = joints[near] == row.starts - 1
    return joined


def is_shape(shape: Ints, *kinds: int) -> Flags:
    """Whether each shape is one of the kinds."""
    known = np.zeros(OTHER + 1, dtype=np.bool_)
    known[list(kinds)] = True
    return known[shape]


def shifted(values: Flags, by: int) -> Flags:
    """`values` moved to the right: what is true of the token `by` places before."""
    moved = np.zeros_like(values)
    moved[by:] = values[:-by]
    return moved


def after_mark(shape: Ints) -> Flags:
    """Tokens with a final mark before them, closing quotation marks and brackets between."""
    mark, closing = is_shape(shape, *FINAL), is_shape(shape, CLOSE, CLOSE_QUOTE)
    one, two, three = (shifted(mark, n) for n in (1, 2, 3))
    near, next_ = shifted(closing, 1), shifted(closing, 2)
    return one | (near & two) | (near & next_ & three)


def doubtful(grid: Grid) -> Flags:
    """Tokens after a full stop that may belong to an initial or abbreviation, or after dots."""
    short = is_shape(grid.shape, UPPER, LETTER, MIXED) | (
        (grid.shape == CAPITAL) & (grid.length <= 3)
    )
    stopped = shifted(grid.shape == STOP, 1) & shifted(short, 2)
    return stopped | shifted(grid.shape == DOTS, 1)
