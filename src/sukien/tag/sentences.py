"""Where sentences start: at marks, at lines, and where the input lost both."""

import functools
import zlib
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.knowledge.abbreviations import abbreviations
from sukien.knowledge.press import house_pattern
from sukien.model import Article, Sentence
from sukien.tag import breaks, titles
from sukien.tag import grid as shapes
from sukien.tag.expected import Judged, expected
from sukien.tag.grid import Flags, Grid, Hashes, Ints, Row
from sukien.tag.titles import Head
from sukien.text.syllables import canonical

BATCH = 64
WRAPPED = 0.34
USUALLY_SMALL = 6
LINES = 2
FAVOUR = (0.0, 0.0)
HEAD = 400
_LINE_BONUS = 2.0
_LINED_MALUS = 2.0


class Batch(NamedTuple):
    """Articles with their tokens; `origin` is where each article's tokens start in the grid."""

    articles: Sequence[Article]
    rows: list[Row]
    grid: Grid
    origin: list[int]


def split(articles: Sequence[Article]) -> list[tuple[Sentence, ...]]:
    """The sentences of each article, in order; a title, a caption, a byline is one too.

    Every character that is not white space lies in one sentence. Marks decide by rule; where the
    input lost its lines, and after initials, abbreviations and dots, a learned model decides.
    """
    rest = iter(articles)
    chunks = iter(lambda: list(islice(rest, BATCH)), [])
    return [sentences for chunk in chunks for sentences in _split_batch(chunk)]


def _split_batch(articles: Sequence[Article]) -> list[tuple[Sentence, ...]]:
    return split_read(read(articles))


def split_read(batch: Batch) -> list[tuple[Sentence, ...]]:
    """The sentences of articles that are cut into tokens already."""
    starts = _starts(batch)
    return [
        _sentences(row, np.flatnonzero(starts[at : at + len(row.tokens)]))
        for row, at in zip(batch.rows, batch.origin, strict=True)
    ]


def read(articles: Sequence[Article]) -> Batch:
    """Articles as tokens in one grid."""
    rows = [shapes.make_row(article.text, article.joints) for article in articles]
    sizes = np.cumsum([shapes.PAD] + [len(row.tokens) + shapes.PAD for row in rows])
    return Batch(articles, rows, shapes.make_grid(rows), sizes[:-1].tolist())


def _sentences(row: Row, starts: npt.NDArray[np.intp]) -> tuple[Sentence, ...]:
    """Sentences from the numbers of the tokens that start one; the first token always does."""
    if not row.tokens:
        return ()
    first = np.concatenate([[0], starts[starts > 0]])
    last = np.append(first[1:], len(row.tokens)) - 1
    return tuple(map(Sentence, row.starts[first].tolist(), row.ends[last].tolist()))


def _starts(batch: Batch) -> Flags:
    """For each place of the grid, whether a sentence starts there."""
    grid, learned = batch.grid, breaks.weights()
    opens, inside = _house_prefixes(batch)
    starts, judged = read_marks(batch, learned)
    heads = _heads(batch, opens, starts, judged)
    starts[judged.places] = expected(grid, judged, heads, learned.threshold)
    starts |= _lines(batch) & ~shapes.doubtful(grid)
    starts &= ~_after_abbreviation(grid, learned.small)
    starts &= ~_after_list_number(grid, starts) & ~_before_credit(grid)
    return ((starts | opens) & ~inside) | _given(batch)


def read_marks(batch: Batch, learned: breaks.Weights) -> tuple[Flags, Judged]:
    """The starts that marks tell, and the places that only the detector can judge."""
    grid, lines = batch.grid, _lines(batch)
    starts = _after_full_mark(grid) & ~_after_abbreviation(grid, learned.small)
    places = breaks.candidates(grid)
    scores = breaks.score(grid, places, learned)
    inner = _lined(batch)[places] & ~lines[places]
    scores += np.where(lines[places], _LINE_BONUS, 0) - np.where(inner, _LINED_MALUS, 0)
    return starts, Judged(places, scores, scores > learned.threshold)


def _heads(batch: Batch, opens: Flags, starts: Flags, judged: Judged) -> list[Head]:
    """Where titles end that neither a line nor the source tells apart; a house prefix tells."""
    untitled = [
        (origin, FAVOUR[article.segmented])
        for article, origin in zip(batch.articles, batch.origin, strict=True)
        if not (article.breaks or article.given)
    ]
    origins = [origin for origin, _ in untitled]
    at = titles.choices(batch.grid, starts, (judged.places, judged.scores), origins)
    favour = np.array([favoured for _, favoured in untitled], dtype=np.float32)
    chosen = titles.choose(batch.grid, at, favour)
    told = np.flatnonzero(opens)
    for number, origin in enumerate(origins):
        near = told[np.searchsorted(told, origin) :][:1]
        if len(near) and batch.grid.article[near[0]] == batch.grid.article[origin]:
            chosen[number] = Head(origin, int(near[0]), titled=bool(near[0] > origin))
    return list(chosen.values())


def _after_full_mark(grid: Grid) -> Flags:
    """Starts that a mark makes plain: a capital, number or opening mark after it."""
    shape = grid.shape
    after = _next(shape)
    bare = shapes.is_shape(shape, *shapes.CAPITALS, shapes.NUMBER, shapes.ARROW, shapes.BULLET)
    wrapped = shapes.is_shape(shape, shapes.OPEN, shapes.OPEN_QUOTE, shapes.DASH)
    opens = bare | (wrapped & (after != shapes.SMALL))
    closed = shapes.is_shape(_previous(shape), shapes.CLOSE, shapes.CLOSE_QUOTE)
    said = (shape == shapes.DASH) & closed
    plain: Flags = opens & shapes.after_mark(shape) & ~shapes.doubtful(grid)
    plain &= ~said & ~_glued(grid)
    return plain


def _glued(grid: Grid) -> Flags:
    """Full stops without a space that are inside an address, a name or a number."""
    shape, before = grid.shape, _previous(grid.shape)
    lost_space = (_previous(before) == shapes.SMALL) & (shape == shapes.CAPITAL)
    lost_space &= _previous(grid.length, 2) > 1
    lost_space &= np.roll(grid.gap, -1) & (_next(shape) != shapes.STOP)
    inside: Flags = ~grid.gap & (before == shapes.STOP) & ~lost_space
    return inside


def _previous(values: Ints, by: int = 1) -> Ints:
    return np.roll(values, by)


def _next(values: Ints) -> Ints:
    return np.roll(values, -1)


@functools.cache
def _hashes(kind: str) -> Hashes:
    forms = sorted(abbreviations(kind))
    return np.array([zlib.crc32(canonical(form).encode()) for form in forms], dtype=np.uint64)


def _after_abbreviation(grid: Grid, small: npt.NDArray[np.uint8]) -> Flags:
    """Places after `PGS.`, `vs.` or `TP.`: no start, unless `TP.` ends a sentence."""
    stopped, form = _previous(grid.shape) == shapes.STOP, np.roll(grid.form, 2)
    capital = shapes.is_shape(_previous(grid.shape, 2), *shapes.CAPITALS)
    slots = grid.form & np.uint64((1 << breaks.SMALL_BITS) - 1)
    place = np.isin(form, _hashes("place")) & (small[slots] < USUALLY_SMALL)
    found: Flags = capital & (np.isin(form, _hashes("title")) | place)
    found |= np.isin(form, _hashes("inner")) | _between_initials(grid)
    found |= np.roll(_between_initials(grid), 2) & (small[slots] < USUALLY_SMALL)
    found &= stopped
    return found


def _between_initials(grid: Grid) -> Flags:
    """A consonant, stop and consonant: `M. U`, `J. K.`; `Ở` and `Ý` are words."""
    initial = (grid.shape == shapes.LETTER) & np.isin(grid.form, _hashes("initial"))
    pair: Flags = initial & np.roll(grid.shape == shapes.LETTER, 2)
    return pair


def _after_list_number(grid: Grid, starts: Flags) -> Flags:
    """Places after `1.` or `A.` at the start of a sentence: the number opens it."""
    number = shapes.is_shape(grid.shape, shapes.NUMBER, shapes.LETTER) & (grid.length <= 2)
    opening = starts | (_previous(grid.shape) == 0)
    opened: Flags = np.roll(number & opening, 2)
    opened &= _previous(grid.shape) == shapes.STOP
    return opened


def _before_credit(grid: Grid) -> Flags:
    """Dashes that lead to a picture's credit: it belongs to the caption before."""
    cue = np.isin(np.roll(grid.form, -1), breaks.CUES)
    colon = (np.roll(grid.shape, -2) == shapes.COLON) | (np.roll(grid.shape, -3) == shapes.COLON)
    found: Flags = (grid.shape == shapes.DASH) & cue & colon
    return found


def _house_prefixes(batch: Batch) -> tuple[Flags, Flags]:
    """Where a paper's own short name opens the lead, and the places it reaches over."""
    opens = np.zeros(len(batch.grid.shape), dtype=np.bool_)
    inside = np.zeros_like(opens)
    for article, row, origin in zip(batch.articles, batch.rows, batch.origin, strict=True):
        found = house_pattern().search(article.text, 0, HEAD)
        if found and not article.text[found.end() : found.end() + 2].strip()[:1].islower():
            first, after = (origin + int(n) for n in _numbers(row, found.span()))
            opens[first] = first < origin + len(row.tokens)
            inside[first + 1 : min(after, origin + len(row.tokens) - 1) + 1] = True
    return opens, inside


def _lined(batch: Batch) -> Flags:
    """Every place of an article that has kept its lines: few breaks are lost inside one."""
    kept = [len(article.breaks) > LINES for article in batch.articles]
    return np.array([*kept, False], dtype=np.bool_)[batch.grid.article - 1]


def _given(batch: Batch) -> Flags:
    """Starts of the parts that the source itself marked, and of what follows them."""
    marked = np.zeros(len(batch.grid.shape), dtype=np.bool_)
    for article, row, origin in zip(batch.articles, batch.rows, batch.origin, strict=True):
        edges = [edge for part in article.given for edge in (part.start, part.end)]
        marked[origin + _numbers(row, edges)] = True
    marked &= batch.grid.shape != 0
    return marked


def _numbers(row: Row, offsets: Sequence[int]) -> npt.NDArray[np.intp]:
    """The number of the first token at or after each offset."""
    if not offsets:
        return np.zeros(0, dtype=np.intp)
    return np.searchsorted(row.starts, np.array(offsets), side="left")


def _lines(batch: Batch) -> Flags:
    """Places at which a line that can be trusted starts a sentence."""
    grid = batch.grid
    marked = np.zeros(len(grid.shape), dtype=np.bool_)
    for article, row, origin in zip(batch.articles, batch.rows, batch.origin, strict=True):
        if not article.breaks:
            continue
        numbers = _numbers(row, article.breaks)
        places = origin + numbers[numbers < len(row.tokens)]
        if len(places) < 3 or np.mean(grid.shape[places] == shapes.SMALL) <= WRAPPED:
            marked[places] = True
    opens = shapes.is_shape(grid.shape, *shapes.OPENERS, shapes.OTHER)
    trusted: Flags = marked & opens & (_previous(grid.shape) != shapes.COLON)
    return trusted
