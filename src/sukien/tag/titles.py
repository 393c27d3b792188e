"""Where the title of an article ends when its lines are lost: a learned choice among all places.

Every place at which a sentence may start, from the third token to the first full stop, is a
candidate, and so is that there is no title. A linear model over hashed features (how strongly a
sentence starts there, how long title and lead would be, what both say in common, what recurs in
the article, the words at the border) scores them; the best one wins. Hashes as in breaks.py.
"""

import functools
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag import breaks
from sukien.tag import grid as shapes
from sukien.tag.breaks import SMALL_BITS, Scores, bucket
from sukien.tag.grid import Flags, Grid, Hashes, Ints
from sukien.text.hashing import mix

BITS = 16
TITLE_TOKENS = (3, 52)
REACH = 220
BAG, NEXT = 30, 8
PAD_INDEX = 0
_NONE, _IN_SENTENCE, _IN_TITLE, _IN_LEAD = 60, 90, 91, 92

Columns = dict[str, Hashes | Ints]


def _templates(text: str) -> tuple[tuple[str, ...], ...]:
    rows = (one.split() for line in text.strip().splitlines() for one in line.split("|"))
    return tuple(tuple(row) for row in rows)


_TEMPLATES = _templates("""
score | score margin | margin size | score size | size | rest | size rest | last | next
last next | next after | next-to-last last | last.shape next.shape | last.shape next.shape score
last.shape next.shape last.usual next.usual | last.usual next.usual margin | said size | later size
said later margin | pair | pair margin | pair last.shape next.shape | opens | opens next
opens margin | same margin | quotes next.shape | quotes margin | colons size | commas size
commas margin | first size | first second | said rest | left size | next rest | next.usual rest
last margin | next margin | next.shape size | same next
""")
_NONE_TEMPLATES = _templates("""
best | size | size best | many best | many size | first | commas size | first second | usual shape
numbers size | first best | second third | numbers best | commas best | mark size
best usual shape
""")


class Weights(NamedTuple):
    """The learned table."""

    table: npt.NDArray[np.float32]


class Head(NamedTuple):
    """How an article opens: where it starts, and where its title or first sentence ends."""

    origin: int
    end: int
    titled: bool


class Choices(NamedTuple):
    """The candidates of many articles.

    `place` where the lead would start; `origin` and `stop` where the article starts, and where its
    second sentence does; `group` the number of the article; `score` that of the break detector.
    """

    place: Ints
    origin: Ints
    stop: Ints
    group: Ints
    score: Scores


@functools.cache
def weights() -> Weights:
    """The weights that come with the package."""
    path = resources.files("sukien.tag") / "weights" / "titles.npz"
    with path.open("rb") as file, np.load(file) as stored:
        table = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        return Weights(table)


def choices(
    grid: Grid, plain: Flags, judged: tuple[npt.NDArray[np.intp], Scores], origins: list[int]
) -> Choices:
    """The candidates of the articles that start at `origins`.

    `plain` are the starts that a mark tells; `judged` the places and scores of the detector. An
    article of one sentence has no title.
    """
    places, scores = judged
    stopped = _after_stop(grid)
    likely = np.zeros_like(stopped)
    likely[places[scores > breaks.weights().threshold]] = True
    stops = np.flatnonzero(((plain | likely) & stopped) | (grid.shape == 0))
    asking = np.flatnonzero(plain & ~stopped)
    rows = []
    for group, origin in enumerate(origins):
        stop = int(stops[np.searchsorted(stops, origin + 1)])
        if grid.shape[stop] == 0:
            continue
        low, high = origin + TITLE_TOKENS[0], min(stop, origin + TITLE_TOKENS[1])
        first, last = np.searchsorted(places, (low, high))
        asked = asking[slice(*np.searchsorted(asking, (low, high)))]
        place = np.concatenate([places[first:last], asked])
        score = np.concatenate([scores[first:last], np.zeros(len(asked), np.float32)])
        rows.append((place, score, np.full((len(place), 3), (origin, stop, group))))
    if not rows:
        return Choices(*(np.zeros(0, np.int64),) * 4, np.zeros(0, np.float32))
    place, score, known = (np.concatenate(column) for column in zip(*rows, strict=True))
    return Choices(place, known[:, 0], known[:, 1], known[:, 2], score)


def _after_stop(grid: Grid) -> Flags:
    """Places whose final mark is a full stop."""
    stop = grid.shape == shapes.STOP
    closing = shapes.is_shape(grid.shape, shapes.CLOSE, shapes.CLOSE_QUOTE)
    found: Flags = shapes.shifted(stop, 1) | (shapes.shifted(closing, 1) & shapes.shifted(stop, 2))
    return found


def features(grid: Grid, at: Choices, small: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """Table indices of every candidate, a row each."""
    columns = _lengths(grid, at) | _border(grid, at, small) | _shared(grid, at)
    title = [_word(grid, _IN_TITLE, at.origin + n, at.place) for n in range(BAG)]
    lead = [_word(grid, _IN_LEAD, at.place + n, at.stop) for n in range(NEXT)]
    return np.column_stack([*_indices(0, _TEMPLATES, columns), *title, *lead])


def none_features(grid: Grid, at: Choices, small: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """Table indices of there being no title, a row for each article that has a candidate."""
    _, lead = np.unique(at.group, return_index=True)
    one = at._replace(place=at.place[lead], origin=at.origin[lead], stop=at.stop[lead])
    columns = _first_sentence(grid, one, small)
    columns["best"] = _steps(np.maximum.reduceat(at.score, lead))
    columns["many"] = bucket(np.diff(np.append(lead, len(at.group))))
    words = [_word(grid, _IN_SENTENCE, one.origin + n, one.stop) for n in range(BAG)]
    return np.column_stack([*_indices(_NONE, _NONE_TEMPLATES, columns), *words])


def _indices(
    number: int, named: tuple[tuple[str, ...], ...], columns: Columns
) -> list[npt.NDArray[np.intp]]:
    return [
        _index(n, *(columns[name] for name in row)) for n, row in enumerate(named, start=number)
    ]


def _index(number: int, *columns: Hashes | Ints) -> npt.NDArray[np.intp]:
    salted = mix(*columns, np.full(len(columns[0]), number))
    return np.maximum((salted >> np.uint64(64 - BITS)).astype(np.intp), 1)


def _word(grid: Grid, number: int, place: Ints, stop: Ints) -> npt.NDArray[np.intp]:
    """Indices of the words at places before `stop`, PAD_INDEX for the others."""
    near = np.minimum(place, len(grid.form) - 1)
    inside = (place < stop) & (grid.shape[near] != 0)
    return np.where(inside, _index(number, grid.form[near]), PAD_INDEX)


def _steps(score: Scores) -> Ints:
    """A score of the detector in two thirds, from -16 to 15."""
    steps: Ints = np.clip(np.floor(score * 1.5), -16, 15).astype(np.int64) + 16
    return steps


def _usual(grid: Grid, place: Ints, small: npt.NDArray[np.uint8]) -> Ints:
    """How usual each token is in small letters."""
    usual: Ints = small[grid.form[place] & np.uint64((1 << SMALL_BITS) - 1)].astype(np.int64)
    return usual


def _lengths(grid: Grid, at: Choices) -> Columns:
    """Scores, lengths and marks."""
    count = functools.partial(_count, grid.shape, at)
    margin = np.clip(np.floor(at.score - _best_other(at)), -8, 8).astype(np.int64) + 8
    return {
        "score": _steps(at.score),
        "margin": margin,
        "size": np.minimum((at.place - at.origin) // 2, 26),
        "rest": bucket(at.stop - at.place),
        "left": bucket(_until_end(grid, at)),
        "quotes": count((shapes.OPEN_QUOTE, shapes.CLOSE_QUOTE)) % 2,
        "colons": np.minimum(count((shapes.COLON,)), 2),
        "commas": np.minimum(count((shapes.COMMA,)), 2),
    }


def _border(grid: Grid, at: Choices, small: npt.NDArray[np.uint8]) -> Columns:
    """The tokens on both sides, and those that open the article."""
    form, shape, p = grid.form, grid.shape, at.place
    return {
        "last": form[p - 1],
        "next-to-last": form[p - 2],
        "next": form[p],
        "after": form[p + 1],
        "last.shape": shape[p - 1],
        "next.shape": shape[p],
        "last.usual": _usual(grid, p - 1, small),
        "next.usual": _usual(grid, p, small),
        "first": form[at.origin],
        "second": form[at.origin + 1],
    }


def _first_sentence(grid: Grid, at: Choices, small: npt.NDArray[np.uint8]) -> Columns:
    """What the first sentence is like when no title is in it."""
    form, shape, origin = grid.form, grid.shape, at.origin
    whole = at._replace(place=np.minimum(at.stop, origin + 40))
    return {
        "size": bucket(at.stop - origin),
        "first": form[origin],
        "second": form[origin + 1],
        "third": form[origin + 2],
        "usual": _usual(grid, origin, small),
        "shape": shape[origin],
        "mark": shape[at.stop - 1],
        "commas": np.minimum(_count(shape, whole, (shapes.COMMA,)), 3),
        "numbers": np.minimum(_count(shape, whole, (shapes.NUMBER,)), 3),
    }


def _best_other(at: Choices) -> Scores:
    """The best score among the other candidates of the article."""
    best = np.full(len(at.score), -20, np.float32)
    order = np.lexsort((-at.score, at.group))
    group = at.group[order]
    top = np.ones(len(order), np.bool_)
    top[1:] = group[1:] != group[:-1]
    heads = np.flatnonzero(top)
    number = np.cumsum(top) - 1
    best[order] = at.score[order[heads[number]]]
    second = np.append(order, 0)[np.minimum(heads + 1, len(order))]
    alone = np.diff(np.append(heads, len(order))) == 1
    best[order[heads]] = np.where(alone, -20, at.score[second])
    return best


def _count(shape: Ints, at: Choices, kinds: tuple[int, ...]) -> Ints:
    """How many marks of some kinds the title would have."""
    total = np.concatenate([[0], np.cumsum(shapes.is_shape(shape, *kinds))])
    counted: Ints = total[at.place] - total[at.origin]
    return counted


def _until_end(grid: Grid, at: Choices) -> Ints:
    """How far the end of the article is."""
    ends = np.append(np.flatnonzero(grid.shape == 0), len(grid.shape))
    left: Ints = ends[np.searchsorted(ends, at.place)] - at.place
    return left


def _shared(grid: Grid, at: Choices) -> Columns:
    """What title and text have in common.

    `said` and `later`: eighths of the title's words in the rest of the first sentence and after it;
    `pair`: whether the words across the border stand together elsewhere; `opens`: whether the word
    after it is in the title; `same`: whether the title's first word comes again.
    """
    found = np.zeros((len(at.place), 5), np.int64)
    word = shapes.is_shape(grid.shape, *shapes.CAPITALS, shapes.SMALL, shapes.NUMBER)
    edges = np.flatnonzero(np.diff(at.group)) + 1
    ends = at.place + _until_end(grid, at)
    for rows in np.split(np.arange(len(at.place)), edges) if len(at.place) else []:
        origin, stop = int(at.origin[rows[0]]), int(at.stop[rows[0]])
        text = grid.form[origin : min(origin + REACH, int(ends[rows[0]]))]
        found[rows] = _repeats(text, word[origin:], stop - origin, at.place[rows] - origin)
    names = ("said", "later", "pair", "opens", "same")
    return {name: found[:, n] for n, name in enumerate(names)}


def _repeats(text: Hashes, word: Flags, stop: int, places: Ints) -> Ints:
    head = text[: TITLE_TOKENS[1]]
    count, numbers = len(head), np.arange(len(head))
    word, stop, end = word[:count, None], min(stop, len(text)), np.minimum(places, len(text) - 1)
    equal = (head[:, None] == text[None, :]) & word
    equal[numbers, numbers] = False
    total = np.zeros((count, len(text) + 1), np.int32)
    np.cumsum(equal, axis=1, out=total[:, 1:])
    inside = (numbers[:, None] < places) & word
    size = np.maximum(inside.sum(axis=0), 1)
    near = (total[:, [stop]] > total[:, np.minimum(places, stop)]) & inside
    later = (total[:, [-1]] > total[:, [stop]]) & inside
    pairs = (equal[:-1, :-1] & equal[1:, 1:])[np.minimum(places - 1, count - 2)].sum(axis=1)
    opens = 2 * (equal & inside[:, :1])[0][end] + (equal[:, end] & inside).any(axis=0)
    same = np.minimum(total[0, -1] - total[0, np.minimum(places, stop)], 2)
    shares = [part.sum(axis=0) * 8 // size for part in (near, later)]
    return np.column_stack([*shares, np.minimum(pairs, 2), opens, same])


def choose(grid: Grid, at: Choices, favour: Scores) -> dict[int, Head]:
    """How each article opens that has a candidate; `favour` adds to the scores of its titles."""
    learned, small = weights(), breaks.weights().small
    if not len(at.place):
        return {}
    scores = learned.table[features(grid, at, small)].sum(axis=1) + favour[at.group]
    groups, lead = np.unique(at.group, return_index=True)
    none = learned.table[none_features(grid, at, small)].sum(axis=1)
    chosen: dict[int, Head] = {}
    for n, rows in enumerate(np.split(scores, lead[1:])):
        best = int(lead[n] + np.argmax(rows))
        titled = bool(scores[best] > none[n])
        end = int(at.place[best] if titled else at.stop[best])
        chosen[int(groups[n])] = Head(int(at.origin[best]), end, titled)
    return chosen
