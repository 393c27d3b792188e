"""The lines of many articles as arrays: hashes of their tokens, their marks, what they share.

A line is a sentence without its picture credit. Features of lines are hashed into one table of
int8 weights, which the judges of captions and leads share (parts_captions.py, parts_leads.py).
Hashes are CRC-32 of the canonical form, mixed by odd multipliers (Knuth, TAOCP 3, 6.4), so they
are the same on every machine.
"""

import functools
import zlib
from collections.abc import Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.text.hashing import mix
from sukien.text.syllables import canonical
from sukien.text.tokens import cut

BITS = 18
MARKS = ".?!…:"
_CLOSERS = "\"'”’)]"

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]
Scores = npt.NDArray[np.float32]
Columns = dict[str, Hashes | Ints]

# What a token is, in bits above its hash.
WORD, CAPITAL, NUMBER, CLOSER, PLAIN, COMMA, QUOTE, BRACKET = (1 << n for n in range(32, 40))
_MARK = 40


class Weights(NamedTuple):
    """The learned table; above `caption` a line is a caption (log-odds)."""

    table: npt.NDArray[np.float32]
    caption: float


class Stretch(NamedTuple):
    """A line of an article: where it starts and ends, and its part in the layout.

    `credited` says that a picture credit follows, `titled` that the line is the title or of it.
    """

    start: int
    end: int
    credited: bool = False
    titled: bool = False


class Sheet(NamedTuple):
    """The lines of many articles. Tokens: `form`, `flags`, `line`. Lines: the rest.

    `first` and `last` are the numbers of a line's first token and of the one after its last;
    `mark` is 0 or the place of its last mark in MARKS, from 1; `article` the number of its article,
    `number` its own in the article, `left` how many lines follow.
    """

    form: Hashes
    flags: Ints
    line: Ints
    first: Ints
    last: Ints
    mark: Ints
    article: Ints
    number: Ints
    left: Ints
    credited: Ints
    titled: Flags


@functools.cache
def weights() -> Weights:
    """The weights that come with the package."""
    path = resources.files("sukien.annotate") / "weights" / "layout.npz"
    with path.open("rb") as file, np.load(file) as stored:
        table = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        return Weights(table, float(stored["caption"]))


@functools.lru_cache(maxsize=1 << 16)
def _token(text: str) -> int:
    """The hash of a token with what it is above it."""
    first = text[0]
    found = zlib.crc32(canonical(text).encode("utf-8", "surrogatepass"))
    if first.isalnum():
        found |= PLAIN | (WORD if len(text) > 1 else 0) | (NUMBER if first.isdigit() else 0)
        return found | (CAPITAL if first.isupper() else 0)
    mark = MARKS.find("…" if text.startswith("..") else first) + 1
    found |= mark << _MARK | (CLOSER if first in _CLOSERS else 0)
    found |= (COMMA if first == "," else 0) | (BRACKET if first == "(" else 0)
    return found | (QUOTE if first in '"“”‘«»' else 0)


def make_sheet(pages: Sequence[tuple[str, Sequence[Stretch]]]) -> Sheet:
    """The sheet of texts and their lines."""
    tokens, firsts, lasts, known = [], [], [], []
    at = 0
    for article, (text, lines) in enumerate(pages):
        found, starts, _ = cut(text)
        edges = [edge for line in lines for edge in (line.start, line.end)]
        places = np.searchsorted(starts, edges).reshape(-1, 2) + at
        tokens.append(np.fromiter(map(_token, found), dtype=np.uint64, count=len(found)))
        firsts.append(places[:, 0])
        lasts.append(places[:, 1])
        size = len(lines)
        known += [
            (article, n, size - n - 1, line.credited, line.titled) for n, line in enumerate(lines)
        ]
        at += len(found)
    packed = np.concatenate([*tokens, np.zeros(0, np.uint64)])
    first, last = (np.concatenate([*column, np.zeros(0, np.int64)]) for column in (firsts, lasts))
    facts = np.array(known, dtype=np.int64).reshape(-1, 5)
    return Sheet(
        form=packed & np.uint64(0xFFFFFFFF),
        flags=packed.astype(np.int64),
        line=_line_of(first, last, len(packed)),
        first=first,
        last=last,
        mark=_marks(packed.astype(np.int64), first, last),
        article=facts[:, 0],
        number=facts[:, 1],
        left=facts[:, 2],
        credited=facts[:, 3],
        titled=facts[:, 4].astype(np.bool_),
    )


def _line_of(first: Ints, last: Ints, size: int) -> Ints:
    """The line of each token, -1 for those in none."""
    line = np.full(size, -1, dtype=np.int64)
    lengths = last - first
    inside = np.repeat(first - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    line[inside] = np.repeat(np.arange(len(first)), lengths)
    return line


def _marks(flags: Ints, first: Ints, last: Ints) -> Ints:
    """The last mark of each line, quotation marks and brackets after it put aside."""
    mark = np.zeros(len(first), dtype=np.int64)
    open_ = last > first
    for back in (1, 2, 3):
        here = flags[np.maximum(last - back, 0)] if len(flags) else mark
        open_ &= (last - back >= first) & (here & PLAIN == 0)
        seen = open_ & (here & CLOSER == 0)
        mark[seen] = here[seen] >> _MARK
        open_ &= ~seen
    return mark


def bucket(count: Ints) -> Ints:
    """A length in a dozen steps."""
    edges = np.array([3, 5, 7, 9, 12, 16, 21, 27, 34, 43, 61])
    return np.searchsorted(edges, count, side="right").astype(np.int64)


def counted(sheet: Sheet, flag: int) -> Ints:
    """How many tokens of each line have a flag."""
    total = np.concatenate([[0], np.cumsum(sheet.flags & flag != 0)])
    found: Ints = total[sheet.last] - total[sheet.first]
    return found


def index(number: int, *columns: Hashes | Ints) -> npt.NDArray[np.intp]:
    """Table indices of one feature; different numbers are different features."""
    salted = mix(*columns, np.full(len(columns[0]), number))
    return (salted >> np.uint64(64 - BITS)).astype(np.intp)


def templates(text: str) -> tuple[tuple[str, ...], ...]:
    """Features written as names of columns, a bar between two features."""
    rows = (one.split() for line in text.strip().splitlines() for one in line.split("|"))
    return tuple(tuple(row) for row in rows)


def indices(
    number: int, named: Sequence[tuple[str, ...]], columns: Columns
) -> npt.NDArray[np.intp]:
    """Table indices of features, a column each; they are numbered from `number` on."""
    numbered = enumerate(named, number)
    return np.column_stack([index(n, *(columns[name] for name in row)) for n, row in numbered])


def form_at(sheet: Sheet, lines: Ints, place: int) -> Hashes:
    """The hash of a token of each line, counted from its start or (negative) its end; 0 past it.

    A line number of -1 is no line.
    """
    if not len(sheet.first) or not len(sheet.form):
        return np.zeros(len(lines), dtype=np.uint64)
    at = (sheet.first if place >= 0 else sheet.last)[lines] + place
    inside = (at >= sheet.first[lines]) & (at < sheet.last[lines]) & (lines >= 0)
    return np.where(inside, sheet.form[np.clip(at, 0, len(sheet.form) - 1)], np.uint64(0))


def between(values: Scores, first: Ints, last: Ints) -> Scores:
    """The sum of the values of the tokens from `first` to before `last`."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    found: Scores = (total[last] - total[first]).astype(np.float32)
    return found


class Shared(NamedTuple):
    """The words of each line once, sorted: `key` is line and form; `size` how many a line has."""

    key: Hashes
    size: Ints


def read_words(sheet: Sheet) -> Shared:
    """Which words stand in which line; line numbers past the last stand for articles' titles."""
    word = (sheet.flags & WORD != 0) & (sheet.line >= 0)
    line, form = sheet.line[word], sheet.form[word]
    titled = sheet.titled[line] if len(line) else np.zeros(0, np.bool_)
    title = len(sheet.first) + sheet.article[line[titled]]
    keys = _key(np.concatenate([line, title]), np.concatenate([form, form[titled]]))
    key = np.unique(keys)
    lines = (key >> np.uint64(32)).astype(np.intp)
    articles = int(sheet.article[-1]) + 1 if len(sheet.article) else 0
    return Shared(key, np.bincount(lines, minlength=len(sheet.first) + articles))


def _key(line: Ints, form: Hashes) -> Hashes:
    return (line.astype(np.uint64) << np.uint64(32)) | form


def share(words: Shared, one: Ints, other: Ints) -> Ints:
    """Fifths of the words of lines `one` that lines `other` have too; 6 where `one` is empty.

    A line number of -1 is an empty line.
    """
    size = np.where(one >= 0, words.size[one], 0)
    starts = np.searchsorted(words.key, _key(np.maximum(one, 0), np.zeros(len(one), np.uint64)))
    own = np.repeat(np.arange(len(one)), size)
    at = np.repeat(starts - np.cumsum(size) + size, size) + np.arange(size.sum())
    wanted = _key(np.maximum(other, 0)[own], words.key[at] & np.uint64(0xFFFFFFFF))
    found = np.minimum(np.searchsorted(words.key, wanted), max(len(words.key) - 1, 0))
    same = (words.key[found] == wanted) & (other[own] >= 0)
    hits = np.bincount(own[same], minlength=len(one))
    return np.where(size > 0, (10 * hits + size) // np.maximum(2 * size, 1), 6).astype(np.int64)


def recurring(sheet: Sheet, words: Shared) -> Ints:
    """Fifths of each line's words that stand in another line of its article; 6 where empty."""
    count = len(sheet.first)
    line = (words.key >> np.uint64(32)).astype(np.intp)
    own = line < count
    line, form = line[own], words.key[own] & np.uint64(0xFFFFFFFF)
    keys = _key(sheet.article[line], form)
    _, inverse, times = np.unique(keys, return_inverse=True, return_counts=True)
    hits = np.bincount(line[times[inverse] > 1], minlength=count)
    size = words.size[:count]
    return np.where(size > 0, (10 * hits + size) // np.maximum(2 * size, 1), 6).astype(np.int64)
