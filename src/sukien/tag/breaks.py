"""Where a sentence may start although no full stop says so: a learned detector of lost breaks.

A linear model over hashed features of the tokens around a place: their forms and shapes, how
often a form is written small inside sentences, what recurs elsewhere in the article, how far the
last mark, the next mark and the last picture credit are. The features of a whole batch are arrays;
a table of weights (int8) is looked up and summed. Hashes are CRC-32 of the lower-cased form, mixed
by odd multipliers (Knuth, TAOCP 3, 6.4), so they are the same on every machine.
"""

import functools
import zlib
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.text.syllables import canonical
from sukien.text.tokens import Token

BITS = 18
SMALL_BITS = 17
PAD = 4
FAR = 1 << 20

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]
Scores = npt.NDArray[np.float32]

# Shapes of tokens. A pad is 0.
SMALL, CAPITAL, UPPER, LETTER, NUMBER, MIXED = 1, 2, 3, 4, 5, 6
STOP, ASKING, DOTS, COMMA, SEMICOLON, COLON = 8, 9, 10, 11, 12, 13
OPEN, CLOSE, DASH, ARROW, BULLET, SLASH, OPEN_QUOTE, CLOSE_QUOTE, OTHER = range(14, 23)
_SHAPES = {
    **dict.fromkeys("!?", ASKING), **dict.fromkeys("([{", OPEN), **dict.fromkeys(")]}", CLOSE),
    **dict.fromkeys("-–—", DASH), **dict.fromkeys("*•+", BULLET),
    **dict.fromkeys("“‘«", OPEN_QUOTE), **dict.fromkeys("”’»", CLOSE_QUOTE),
    ".": STOP, "…": DOTS, ",": COMMA, ";": SEMICOLON, ":": COLON, ">": ARROW, "/": SLASH,
}  # fmt: skip
FINAL = (STOP, ASKING, DOTS)
CAPITALS = (CAPITAL, UPPER, LETTER, MIXED)
OPENERS = (*CAPITALS, NUMBER, OPEN, DASH, ARROW, BULLET, OPEN_QUOTE)
_NEVER_BEFORE = (0, COLON, OPEN, DASH, ARROW, BULLET, SLASH, OPEN_QUOTE)
CUES = np.array(
    [zlib.crc32(w.encode()) for w in ("ảnh", "video", "clip", "họa", "nguồn", "hình")],
    dtype=np.uint64,
)


class Weights(NamedTuple):
    """The learned tables: weight of each hashed feature, and how usual a form is in small letters.

    `small` goes from 1 (always capitalised inside sentences) to 8 (never); 0 is a form not seen.
    """

    table: npt.NDArray[np.float32]
    small: npt.NDArray[np.uint8]
    threshold: float


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


@functools.cache
def weights() -> Weights:
    """The weights that come with the package."""
    path = resources.files("sukien.tag") / "weights" / "breaks.npz"
    with path.open("rb") as file, np.load(file) as stored:
        table = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        return Weights(table, stored["small"], float(stored["threshold"]))


@functools.lru_cache(maxsize=1 << 16)
def _word(text: str) -> tuple[int, int]:
    return zlib.crc32(canonical(text).encode("utf-8", "surrogatepass")), _shape(text)


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


def _quote(text: str, token: Token) -> tuple[int, int]:
    """A straight quotation mark opens when white space or nothing is before it, not after it."""
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    opens = (not before or before.isspace() or before in "([“‘\"'") and bool(after.strip())
    return 34, OPEN_QUOTE if opens else CLOSE_QUOTE


def make_grid(rows: Iterable[tuple[str, Sequence[Token], Sequence[int]]]) -> Grid:
    """The grid of (text, its tokens, its joints) rows."""
    pairs: list[tuple[int, int]] = [(0, 0)] * PAD
    edges: list[tuple[int, int]] = [(0, 0)] * PAD
    joint: list[bool] = [False] * PAD
    sizes: list[int] = []
    for text, tokens, joints in rows:
        known = frozenset(joints)
        pairs += [_quote(text, t) if t.text in "\"'" else _word(t.text) for t in tokens]
        edges += [(t.start, t.end) for t in tokens]
        joint += [t.start - 1 in known for t in tokens] if known else [False] * len(tokens)
        pairs += [(0, 0)] * PAD
        edges += [(0, 0)] * PAD
        joint += [False] * PAD
        sizes.append(len(tokens) + PAD)
    pair, edge = np.array(pairs, dtype=np.int64), np.array(edges, dtype=np.int64)
    gap = np.ones(len(pair), dtype=np.bool_)
    gap[1:] = edge[1:, 0] != edge[:-1, 1]
    article = np.repeat(np.arange(len(sizes) + 1), [PAD, *sizes])
    return Grid(
        form=pair[:, 0].astype(np.uint64),
        shape=pair[:, 1],
        gap=gap,
        joint=np.array(joint, dtype=np.bool_),
        length=edge[:, 1] - edge[:, 0],
        article=article,
    )


def is_shape(shape: Ints, *kinds: int) -> Flags:
    """Whether each shape is one of the kinds."""
    known = np.zeros(OTHER + 1, dtype=np.bool_)
    known[list(kinds)] = True
    return known[shape]


def _shifted(values: Flags, by: int) -> Flags:
    """`values` moved to the right: what is true of the token `by` places before."""
    moved = np.zeros_like(values)
    moved[by:] = values[:-by]
    return moved


def after_mark(shape: Ints) -> Flags:
    """Tokens with a final mark before them, closing quotation marks and brackets between."""
    mark, closing = is_shape(shape, *FINAL), is_shape(shape, CLOSE, CLOSE_QUOTE)
    one, two, three = (_shifted(mark, n) for n in (1, 2, 3))
    near, next_ = _shifted(closing, 1), _shifted(closing, 2)
    return one | (near & two) | (near & next_ & three)


def doubtful(grid: Grid) -> Flags:
    """Tokens after a full stop that may belong to an initial or abbreviation, or after dots."""
    short = is_shape(grid.shape, UPPER, LETTER, MIXED) | (
        (grid.shape == CAPITAL) & (grid.length <= 3)
    )
    stopped = _shifted(grid.shape == STOP, 1) & _shifted(short, 2)
    return stopped | _shifted(grid.shape == DOTS, 1)


def candidates(grid: Grid) -> npt.NDArray[np.intp]:
    """Places in the grid at which a sentence may start without a mark that says so."""
    before = np.zeros_like(grid.shape)
    before[1:] = grid.shape[:-1]
    open_ = is_shape(grid.shape, *OPENERS) & ~is_shape(before, *_NEVER_BEFORE)
    return np.flatnonzero(open_ & (~after_mark(grid.shape) | doubtful(grid)))


def _run(flags: Flags) -> Ints:
    """At each place, how many flags in a row end there."""
    places = np.arange(len(flags))
    return places - np.maximum.accumulate(np.where(flags, 0, places))


def _since(flags: Flags) -> Ints:
    """At each place, the distance to the last flag before it (FAR if there is none)."""
    places = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, places, -FAR))
    since = np.full(len(flags), FAR)
    since[1:] = places[1:] - last[:-1]
    return since


def _bucket(values: Ints) -> Ints:
    """0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-22, 23-34, 35-59, 60-99, more."""
    edges = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 35, 60, 100])
    return np.searchsorted(edges, values, side="right").astype(np.int64)


def _mix(*columns: Hashes | Ints) -> Hashes:
    """One hash of several columns, their order counting."""
    mixed = np.full(len(columns[0]), 0x9E3779B97F4A7C15, dtype=np.uint64)
    for column in columns:
        mixed = (mixed ^ column.astype(np.uint64)) * np.uint64(0xD6E8FEB86659FD93)
        mixed ^= mixed >> np.uint64(32)
    return mixed


def _repeats(keys: Hashes, counted: Flags | None = None) -> Ints:
    """How often each key stands among the counted places."""
    unique, inverse = np.unique(keys, return_inverse=True)
    weight = None if counted is None else counted.astype(np.float64)
    counts = np.bincount(inverse, weight, minlength=len(unique))
    return counts.astype(np.int64)[inverse]


class _Context(NamedTuple):
    """What is known of every place of the grid beyond the tokens beside it."""

    small: Ints
    caps: Ints
    ahead: Ints
    since: Ints
    until: Ints
    cue: Ints
    enclosed: Ints
    segment: Ints
    opening: Ints
    echo: Ints
    pair: Ints
    title: Ints


def _context(grid: Grid, small: npt.NDArray[np.uint8]) -> _Context:
    shape, form, article = grid.shape, grid.form, grid.article.astype(np.uint64)
    capital, pad = is_shape(shape, *CAPITALS), shape == 0
    mark = is_shape(shape, *FINAL) | pad
    colon = (shape == COLON) & np.isin(np.roll(form, 1), CUES)
    bracket = (
        _since(is_shape(shape, OPEN)) < np.minimum(_since(is_shape(shape, CLOSE) | pad), 60)
    ) * 1
    quote = (
        _since(is_shape(shape, OPEN_QUOTE))
        < np.minimum(_since(is_shape(shape, CLOSE_QUOTE) | pad), 90)
    ) * 2
    following = np.roll(form, -1)
    trigram = _mix(article, form, following, np.roll(form, -2))
    first = np.flatnonzero(np.roll(pad, 1) & ~pad)
    inner = capital & _shifted(shape == SMALL, 1)
    key = _mix(article, form)
    return _Context(
        small=small[form & np.uint64((1 << SMALL_BITS) - 1)].astype(np.int64),
        caps=np.minimum(_run(capital), 5),
        ahead=np.minimum(_run(capital[::-1])[::-1], 5),
        since=_bucket(_since(mark)),
        until=_bucket(_since(mark[::-1])[::-1]),
        cue=np.minimum(_since(colon | pad) + 20 * (_since(pad) < _since(colon)), 12),
        enclosed=(bracket + quote).astype(np.int64),
        segment=_segment(mark, pad),
        opening=_bucket(_since(pad)),
        echo=np.minimum(_repeats(key, inner) - inner, 2) * 3
        + np.minimum(_repeats(key, shape == SMALL), 2),
        pair=np.minimum(_repeats(_mix(article, form, following)), 3),
        title=(np.isin(trigram, trigram[first]) & (_repeats(trigram) > 1)).astype(np.int64),
    )


def _segment(mark: Flags, pad: Flags) -> Ints:
    """0 before the article's first mark, 1 before its second, 2 later; 3 more after its last."""
    places = np.arange(len(mark))
    marks: Ints = np.cumsum(mark).astype(np.int64)
    start = np.maximum.accumulate(np.where(pad, places, 0))
    backwards: Ints = np.cumsum(mark[::-1])[::-1].astype(np.int64)
    end = np.minimum.accumulate(np.where(pad, places, len(mark) - 1)[::-1])[::-1]
    last: Ints = (backwards == backwards[end]).astype(np.int64)
    since: Ints = np.minimum(marks - marks[start], 2).astype(np.int64)
    return since + 3 * last


_WINDOWS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("f", (-3,)), ("f", (-2,)), ("f", (-1,)), ("f", (0,)), ("f", (1,)), ("f", (2,)),
    ("ff", (-2, -1)), ("ff", (-1, 0)), ("ff", (0, 1)), ("ff", (1, 2)), ("fff", (-1, 0, 1)),
    ("fff", (-3, -2, -1)), ("fff", (0, 1, 2)), ("ss", (-1, 0)), ("sss", (-1, 0, 1)),
    ("ssss", (-2, -1, 0, 1)), ("sssss", (-3, -2, -1, 0, 1)), ("sssss", (-1, 0, 1, 2, 3)),
    ("sf", (-1, 0)), ("fs", (-1, 0)), ("sfs", (-1, 0, 1)), ("fss", (-1, 0, 1)),
    ("ssf", (-2, -1, 0)), ("mss", (0, -1, 1)), ("mm", (-1, 0)), ("mms", (0, 1, -1)),
    ("mmmss", (-1, 0, 1, 0, 1)), ("mf", (0, -1)), ("mf", (0, 1)),
)  # fmt: skip


def features(
    grid: Grid, places: npt.NDArray[np.intp], small: npt.NDArray[np.uint8]
) -> list[Hashes]:
    """The hashed features of each place, one array of table indices a feature."""
    context = _context(grid, small)
    columns = {
        "f": grid.form,
        "s": grid.shape.astype(np.uint64),
        "m": context.small.astype(np.uint64),
    }
    reach = {(k, o): columns[k][places + o] for k in columns for o in range(-3, 4)}
    mixes = [
        _mix(*(reach[pick] for pick in zip(kinds, offsets, strict=True)))
        for kinds, offsets in _WINDOWS
    ]
    mixes += _context_mixes(grid, context, places, reach)
    shift = np.uint64(64 - BITS)
    salted = (_mix(m, np.full(len(places), n)) for n, m in enumerate(mixes))
    return [mix >> shift for mix in salted]


def _context_mixes(
    grid: Grid, whole: _Context, places: npt.NDArray[np.intp], reach: dict[tuple[str, int], Hashes]
) -> list[Hashes]:
    at = _Context(*(column[places] for column in whole))
    left = _Context(*(column[places - 1] for column in whole))
    form, shape, before = reach["f", 0], reach["s", 0], reach["s", -1]
    joint = grid.joint[places] + 2 * grid.gap[places].astype(np.int64)
    plain: list[tuple[Hashes | Ints, ...]] = [
        (left.caps, at.ahead), (left.caps, at.ahead, at.small),
        (left.caps, at.ahead, shape, before), (at.since, at.until), (at.since, shape),
        (at.until, shape), (at.since, at.small, shape), (at.segment, at.since),
        (at.segment, at.opening, at.until), (at.segment, at.small, shape),
        (at.cue, left.caps, at.ahead), (at.cue, at.small, shape), (at.cue, form),
        (at.cue, before, shape), (at.enclosed, shape), (at.enclosed, at.small),
        (at.enclosed, before), (at.echo, shape, before), (at.echo, at.small),
        (at.echo, at.small, at.ahead, left.caps), (at.pair, left.pair, shape),
        (at.pair, left.pair, at.small, before), (at.title, shape), (at.title, at.small, before),
        (joint, shape, before), (joint, at.small), (at.opening, at.segment, at.small),
        (at.segment, form),
    ]  # fmt: skip
    return [_mix(*columns) for columns in plain]


def score(grid: Grid, places: npt.NDArray[np.intp], learned: Weights) -> Scores:
    """How strongly a sentence starts at each place (log-odds; the threshold is in the weights)."""
    total = np.zeros(len(places), dtype=np.float32)
    for column in features(grid, places, learned.small):
        total += learned.table.take(column.astype(np.intp))
    return total
