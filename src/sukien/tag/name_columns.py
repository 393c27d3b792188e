"""What tells that a word is part of a proper name: columns over the words of a batch.

Capitals and the run of capitals that a word stands in, the words around the run, what the tables
of names and of cue words say, the body's head that came before, and what the rest of the article
shows: is the same word written small elsewhere?
"""

import operator
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.knowledge.gazetteer import capital_shares, gazetteer, surnames
from sukien.knowledge.lexicon import lexicon
from sukien.knowledge.tables import read_table
from sukien.tag.features import (
    CAPITAL,
    JOINT,
    LOUD,
    MARK,
    NATIVE,
    NUMBER,
    POWERS,
    Columns,
    Hashes,
    form_hash,
    mix,
)
from sukien.tag.lookup import PhraseIndex
from sukien.tag.rows import Flags, Offsets, Rows
from sukien.tag.words import WordRows
from sukien.text.tokens import tokenize

TYPES = ("PER", "ORG", "LOC", "MISC")

_LOOSE = ("châu", "miền", "biển", "vịnh", "phương")
_KINDS = (
    "person", "place", "within", "body", "outlet", "thing", "saying", "joining", "inner",
)  # fmt: skip
_BODY = 1 + _KINDS.index("body")
_PLACES = (1 + _KINDS.index("place"), 1 + _KINDS.index("within"))
_SURE_PLACE = 1 + 2 * TYPES.index("LOC")
_REACH = 10
"""Words behind the head of a body that may still belong to its name."""
_AHEAD = 3
FAR = 99
_SHARES = (20, 60, 90)
_OFTEN = 6
"""From which value of `sur` on a syllable has a capital more often than not."""


class NameRows(NamedTuple):
    """The columns of a batch's words, and which of them can be part of a name (`near`).

    `article` is the place of each word's article in the batch, -1 for padding.
    """

    columns: Columns
    near: Flags
    article: Offsets


class _Seen(NamedTuple):
    """Flags over words, made once: capital first letter, letters or figures, padding, and more.

    Where a sentence is set in capitals, a capital is one that the word would have elsewhere.
    """

    capital: Flags
    letters: Flags
    number: Flags
    padding: Flags
    first: Flags
    house: Flags
    place: Offsets
    row_start: Offsets


@cache
def _names() -> PhraseIndex:
    entries = gazetteer().entries()
    return PhraseIndex(
        (entry.tokens, 1 + 2 * TYPES.index(entry.type) + entry.weak) for entry in entries
    )


@cache
def _lexicon() -> PhraseIndex:
    """Well-known names; the code is the sum of 1, 2, 4, 8 for the types that a name can have."""
    rows = ((known.tokens, 1 << TYPES.index(known.type)) for known in lexicon())
    return PhraseIndex(rows, operator.or_)


@cache
def _cues() -> PhraseIndex:
    rows = sorted(read_table("cue_words"), key=lambda row: _KINDS.index(row["kind"]))
    return PhraseIndex(
        ([token.text for token in tokenize(row["phrase"])], 1 + _KINDS.index(row["kind"]))
        for row in rows
    )


@cache
def _known_forms() -> tuple[Hashes, Hashes]:
    """Hashes of syllables in ascending order, and for each: surname? how often a capital?"""
    known = dict.fromkeys(surnames(), 1)
    for syllable, share in capital_shares().items():
        known[syllable] = known.get(syllable, 0) + 2 + 2 * sum(share >= step for step in _SHARES)
    pairs = sorted((form_hash(syllable), value) for syllable, value in known.items())
    return (
        np.array([key for key, _ in pairs], dtype=np.uint64),
        np.array([value for _, value in pairs], dtype=np.uint64),
    )


@cache
def _loose() -> Hashes:
    return np.array([form_hash(word) for word in _LOOSE], dtype=np.uint64)


def name_rows(tokens: Rows, words: WordRows) -> NameRows:
    """The columns that name templates speak of."""
    columns = dict(words.columns)
    columns["pos"] = (words.tags + 1).astype(np.uint64)
    columns["glued"] = tokens.columns["glued"][words.first]
    _of_tables(columns, tokens, words)
    seen = _seen(columns, tokens, words)
    mark = np.append(False, ~seen.letters[:-1]) & ~seen.first
    loud = tokens.loud[words.first]
    columns["pre"] = (seen.first * 2 + mark + loud * 4).astype(np.uint64)
    last = tokens.columns["flags"][words.last] & CAPITAL > 0
    columns["cap"] = (seen.capital + 2 * (last & (seen.capital | ~loud))).astype(np.uint64)
    head = _of_heads(columns, seen)
    run = _of_runs(columns, tokens, words, seen)
    _of_article(columns, seen, tokens.article[words.first], loud)
    near = _near(columns, seen, run, head) & ~seen.house
    return NameRows(columns, near, tokens.article[words.first])


def _seen(columns: Columns, tokens: Rows, words: WordRows) -> _Seen:
    flags, padding = tokens.columns["flags"][words.first], tokens.padding[words.first]
    letters = (flags & MARK == 0) & ~padding
    index = np.arange(len(padding))
    row_start = np.maximum.accumulate(np.where(padding, index, -1))
    before = np.append(-1, np.maximum.accumulate(np.where(letters, index, -1))[:-1])
    usual = (columns["sur"] >= _OFTEN) | (columns["gaz"] > 0) | (columns["lez"] > 0)
    usual |= flags & NATIVE == 0
    first = letters & (before < row_start)
    house = _house_dash(columns, flags, first)
    return _Seen(
        capital=(flags & CAPITAL > 0) & (usual | ~tokens.loud[words.first]),
        letters=letters,
        number=flags & NUMBER > 0,
        padding=padding,
        first=first | np.append(False, house[:-1]),
        house=house,
        place=index,
        row_start=row_start,
    )


def _house_dash(columns: Columns, flags: Hashes, first: Flags) -> Flags:
    """The dash behind the letters with which a paper opens its lead: `ABC - Sáng nay`."""
    dash = (columns["form"] == np.uint64(_hash_of("-"))) & (columns["glued"] == 0)
    opening: Flags = dash & np.append(False, ((flags & LOUD > 0) & first)[:-1])
    return opening


def _of_tables(columns: Columns, tokens: Rows, words: WordRows) -> None:
    """What the tables know of the tokens, seen from the first and last token of each word."""
    first, last = words.first, words.last
    forms = tokens.columns["form"]
    keys, values = _known_forms()
    near = np.minimum(np.searchsorted(keys, forms), len(keys) - 1)
    known = np.where(keys[near] == forms, values[near], np.uint64(0))
    columns["sur"], columns["sul"] = known[first], known[last]
    places = _places(tokens)
    for name, index in (("ga", _names()), ("le", _lexicon())):
        codes = _name_codes(tokens, places, index)
        columns[f"{name}z"] = (codes[first] * 64 + codes[last]).astype(np.uint64)
        columns[f"{name}f"], columns[f"{name}l"] = (codes[at].astype("u8") for at in (first, last))
    cues, ending = _cue_codes(tokens)
    columns["cue"], columns["cend"] = cues[first], ending[last]


def _places(tokens: Rows) -> npt.NDArray[np.intp]:
    """Tokens at which a known name can start."""
    flags, forms = tokens.columns["flags"], tokens.columns["form"]
    foreign = (flags & (MARK | NATIVE | NUMBER) == 0) & ~tokens.padding
    return np.flatnonzero((flags & CAPITAL > 0) | foreign | np.isin(forms, _loose()))


def _name_codes(tokens: Rows, places: npt.NDArray[np.intp], index: PhraseIndex) -> Offsets:
    """For each token the phrase that covers it, longest first: its code and the place in it."""
    forms = tokens.columns["form"]
    found = index.longest(forms, places)
    codes = np.zeros(len(forms), dtype=np.int64)
    for size in range(int(found.length.max(initial=0)), 0, -1):
        chosen = found.length == size
        free = codes[places[chosen]] == 0
        at, code = places[chosen][free], found.code[chosen][free]
        for place in range(size):
            where = 0 if size == 1 else 1 if place == 0 else 3 if place == size - 1 else 2
            empty = codes[at + place] == 0
            codes[(at + place)[empty]] = (4 * code + where)[empty]
    return codes


def _cue_codes(tokens: Rows) -> tuple[Hashes, Hashes]:
    """For each token the kind of the cue it begins or continues; of the cue that ends with it."""
    forms = tokens.columns["form"]
    places = np.flatnonzero((tokens.columns["flags"] & MARK == 0) & ~tokens.padding)
    found = _cues().longest(forms, places)
    inside = np.zeros(len(forms), dtype=np.uint64)
    ending = np.zeros(len(forms), dtype=np.uint64)
    for size in range(1, int(found.length.max(initial=0)) + 1):
        chosen = found.length == size
        at, code = places[chosen], found.code[chosen].astype(np.uint64)
        inside[at] = code
        ending[at + size - 1] = code
        for place in range(1, size):
            inside[at + place] = np.where(inside[at + place] == 0, code, inside[at + place])
    return inside, ending


def places_meet(columns: Columns) -> Flags:
    """Words at which one known place ends and the next begins (`Tây Phi Niger`): two names."""
    single, first, _, last = range(4 * _SURE_PLACE, 4 * _SURE_PLACE + 4)
    ends = np.isin(columns["gal"], (single, last))
    found: Flags = np.isin(columns["gaf"], (single, first)) & np.append(False, ends[:-1])
    return found


def _of_heads(columns: Columns, seen: _Seen) -> Flags:
    """The head of a body (`Bộ`, `Công ty`) that stands not far before a word, and how far."""
    latest = np.maximum.accumulate(np.where(columns["cue"] == _BODY, seen.place, -1))
    far = seen.place - latest
    behind: Flags = (latest > seen.row_start) & (far <= _REACH)
    at = np.maximum(latest, 0)
    distance = 1 + np.minimum(far, 6) + 10 * seen.capital[at]
    columns["head_far"] = np.where(behind, distance, 0).astype(np.uint64)
    columns["head_form"] = np.where(behind, columns["form"][at], np.uint64(0))
    return behind


def _runs(seen: _Seen, columns: Columns, tokens: Rows, words: WordRows) -> Flags:
    """Capitals and what joins them: `VH,TT&DL`, `V-League`, `Kim Jong-un`, a number behind them."""
    flags = tokens.columns["flags"][words.first]
    glued = columns["glued"] > 0
    capital = seen.capital & seen.letters
    after = np.append(capital[1:] | seen.number[1:], False)
    joint = (flags & JOINT > 0) & np.append(False, capital[:-1]) & after
    joint &= glued | (columns["form"] == np.uint64(_hash_of("&")))
    acronym = flags & LOUD > 0
    listed = (columns["form"] == np.uint64(_hash_of(","))) & glued & np.append(glued[1:], False)
    joint |= listed & np.append(False, acronym[:-1]) & np.append(acronym[1:], False)
    run = capital | joint
    run |= seen.number & np.append(False, run[:-1]) & ~seen.first
    found: Flags = run & ~seen.padding
    return found


@cache
def _hash_of(mark: str) -> int:
    """The form of a mark as a word."""
    return form_hash(mark) * int(POWERS[0]) & ((1 << 64) - 1)


def _of_runs(columns: Columns, tokens: Rows, words: WordRows, seen: _Seen) -> Flags:
    """The run of capitals around each word: its text, size, first and last word, neighbours."""
    run = _runs(seen, columns, tokens, words)
    begins = run & ~np.append(False, run[:-1])
    starts = np.flatnonzero(begins)
    number = np.cumsum(begins) - 1
    inside = np.where(run, number, 0)
    if not len(starts):
        starts = np.full(1, 1, dtype=np.intp)
    sizes = np.maximum(np.bincount(number[run], minlength=len(starts)), 1)
    ends = starts + sizes - 1
    form = columns["form"]
    place, final = seen.place - starts[inside], seen.place == ends[inside]
    shape = 1 + 8 * np.minimum(sizes, 5)[inside] + np.minimum(place, 3) + 4 * final
    columns["run"] = np.where(run, shape, 0).astype(np.uint64)
    after = np.minimum(ends + 1, len(form) - 1)
    about = {
        "run_text": _texts(tokens, words, run, number, len(starts)),
        "run_first": form[starts],
        "run_last": form[ends],
        "before": form[starts - 1],
        "before_two": mix(form[np.maximum(starts - 2, 0)], form[starts - 1]),
        "after": form[after],
        "after_two": mix(form[after], form[np.minimum(ends + 2, len(form) - 1)]),
        "run_cue": columns["cend"][starts - 1],
        "run_sur": (columns["sur"][starts] & np.uint64(1)) + 2 * seen.first[starts].astype("u8"),
    }
    for name, values in about.items():
        columns[name] = np.where(run, values[inside], np.uint64(0))
    return run


def _texts(
    tokens: Rows, words: WordRows, run: Flags, number: Offsets, count: int
) -> npt.NDArray[np.uint64]:
    """The hash of the text of each run, from its tokens, however they are cut into words."""
    sizes = words.last - words.first + 1
    rows = np.flatnonzero(np.repeat(run, sizes))
    owner = np.repeat(number, sizes)[rows]
    start = np.searchsorted(owner, np.arange(count))
    place = np.minimum(np.arange(len(rows)) - start[owner], len(POWERS) - 1)
    hashed = np.zeros(count, dtype=np.uint64)
    np.add.at(hashed, owner, tokens.columns["form"][rows] * POWERS[place])
    return hashed


def _of_article(columns: Columns, seen: _Seen, article: Offsets, loud: Flags) -> None:
    """Whether the article has the same word written small, and with a capital inside sentences."""
    keys = mix(columns["form"], article.astype(np.uint64))
    _, which = np.unique(keys, return_inverse=True)
    small = np.bincount(which, weights=seen.letters & ~seen.capital)
    large = np.bincount(which, weights=seen.letters & seen.capital & ~seen.first & ~loud)
    told = np.minimum(small, 1) + 2 * np.minimum(large, 2)
    columns["told"] = told[which].astype(np.uint64)


def _near(columns: Columns, seen: _Seen, run: Flags, behind: Flags) -> Flags:
    """Words that can be part of a name; `gap` says how far a small word is from capitals."""
    before, after = _distance(run, seen.padding), _distance(run[::-1], seen.padding[::-1])[::-1]
    gap = 1 + 6 * np.minimum(before, 4) + np.minimum(after, 5)
    columns["gap"] = np.where(run, 0, gap).astype(np.uint64)
    known = (columns["gaz"] > 0) | (columns["lez"] > 0)
    between = (before <= _AHEAD + 1) & (after <= _AHEAD + 1)
    kind = np.isin(columns["cue"], _PLACES) & np.append(seen.number[1:], False)
    numbered = kind | np.append(False, kind[:-1])
    near: Flags = run | known | behind | numbered | between | (after <= _AHEAD)
    return near & ~seen.padding


def _distance(run: Flags, padding: Flags) -> Offsets:
    """How many words before each the last run is, in the same sentence; FAR where there is none."""
    index = np.arange(len(run))
    last = np.maximum.accumulate(np.where(run, index, -1))
    border = np.maximum.accumulate(np.where(padding, index, 0))
    return np.where(last > border, index - last, FAR)
