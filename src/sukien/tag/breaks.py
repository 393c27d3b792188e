"""Where a sentence may start although no full stop says so: a learned detector of lost breaks.

A linear model over hashed features of the tokens around a place: their forms and shapes, how
often a form is written small inside sentences, what recurs elsewhere in the article, how far the
last mark, the next mark and the last picture credit are. The features of a whole batch are arrays;
a table of weights (int8) is looked up and summed. Hashes are CRC-32 of the lower-cased form, mixed
by odd multipliers (Knuth, TAOCP 3, 6.4), so they are the same on every machine.
"""

import functools
import zlib
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag import grid as shapes
from sukien.tag.grid import Flags, Grid, Hashes, Ints, is_shape, shifted
from sukien.text.hashing import mix

BITS = 18
SMALL_BITS = 17
FAR = 1 << 20

Scores = npt.NDArray[np.float32]

_NEVER_BEFORE = (
    0,
    shapes.COLON,
    shapes.OPEN,
    shapes.DASH,
    shapes.ARROW,
    shapes.BULLET,
    shapes.SLASH,
    shapes.OPEN_QUOTE,
)
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


@functools.cache
def weights() -> Weights:
    """The weights that come with the package."""
    path = resources.files("sukien.tag") / "weights" / "breaks.npz"
    with path.open("rb") as file, np.load(file) as stored:
        table = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        return Weights(table, stored["small"], float(stored["threshold"]))


def candidates(grid: Grid) -> npt.NDArray[np.intp]:
    """Places in the grid at which a sentence may start without a mark that says so."""
    before = np.zeros_like(grid.shape)
    before[1:] = grid.shape[:-1]
    open_ = is_shape(grid.shape, *shapes.OPENERS) & ~is_shape(before, *_NEVER_BEFORE)
    return np.flatnonzero(open_ & (~shapes.after_mark(grid.shape) | shapes.doubtful(grid)))


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


def _inside(shape: Ints, pair: tuple[int, int], reach: int) -> Ints:
    """1 where an opening mark is nearer than the closing one, and not farther than `reach`."""
    opened, closed = _since(shape == pair[0]), _since(is_shape(shape, pair[1], 0))
    return (opened < np.minimum(closed, reach)).astype(np.int64)


def bucket(values: Ints) -> Ints:
    """0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-22, 23-34, 35-59, 60-99, more."""
    edges = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 35, 60, 100])
    return np.searchsorted(edges, values, side="right").astype(np.int64)


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
    capital, pad = is_shape(shape, *shapes.CAPITALS), shape == 0
    mark = is_shape(shape, *shapes.FINAL) | pad
    colon = (shape == shapes.COLON) & np.isin(np.roll(form, 1), CUES)
    bracket = _inside(shape, (shapes.OPEN, shapes.CLOSE), 60)
    quote = 2 * _inside(shape, (shapes.OPEN_QUOTE, shapes.CLOSE_QUOTE), 90)
    following = np.roll(form, -1)
    trigram = mix(article, form, following, np.roll(form, -2))
    first = np.flatnonzero(np.roll(pad, 1) & ~pad)
    inner = capital & shifted(shape == shapes.SMALL, 1)
    key = mix(article, form)
    return _Context(
        small=small[form & np.uint64((1 << SMALL_BITS) - 1)].astype(np.int64),
        caps=np.minimum(_run(capital), 5),
        ahead=np.minimum(_run(capital[::-1])[::-1], 5),
        since=bucket(_since(mark)),
        until=bucket(_since(mark[::-1])[::-1]),
        cue=np.minimum(_since(colon | pad) + 20 * (_since(pad) < _since(colon)), 12),
        enclosed=bracket + quote,
        segment=_segment(mark, pad),
        opening=bucket(_since(pad)),
        echo=np.minimum(_repeats(key, inner) - inner, 2) * 3
        + np.minimum(_repeats(key, shape == shapes.SMALL), 2),
        pair=np.minimum(_repeats(mix(article, form, following)), 3),
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
        mix(*(reach[pick] for pick in zip(kinds, offsets, strict=True)))
        for kinds, offsets in _WINDOWS
    ]
    mixes += _context_mixes(grid, context, places, reach)
    shift = np.uint64(64 - BITS)
    salted = (mix(m, np.full(len(places), n)) for n, m in enumerate(mixes))
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
    return [mix(*columns) for columns in plain]


def score(grid: Grid, places: npt.NDArray[np.intp], learned: Weights) -> Scores:
    """How strongly a sentence starts at each place (log-odds; the threshold is in the weights)."""
    total = np.zeros(len(places), dtype=np.float32)
    for column in features(grid, places, learned.small):
        total += learned.table.take(column.astype(np.intp))
    return total
