"""Proper names: a linear model over the words of a batch that can be part of one, decoded at once.

The table says for each word how well each label fits (outside a name, first or next word of a
person, body, place or other name); what one article writes alike leans on each other; the best
sequence of labels wins. An edge of a name is the edge of a word.
"""

import numpy as np

from sukien.model import Mention
from sukien.tag.decode import Labels, stretches, viterbi
from sukien.tag.name_columns import TYPES, NameRows, name_rows, places_meet
from sukien.tag.name_model import NameTable, name_scores, table
from sukien.tag.rows import Rows
from sukien.tag.words import WordRows

_PLACE = 1 + 2 * TYPES.index("LOC")
_INSIDE_PLACE = _PLACE + 1


def mentions(
    tokens: Rows, words: WordRows, articles: int, learned: NameTable | None = None
) -> list[tuple[Mention, ...]]:
    """The mentions of each of the batch's articles, by the table that comes with the package."""
    return as_mentions(tokens, words, label(name_rows(tokens, words), learned or table()), articles)


def as_mentions(
    tokens: Rows, words: WordRows, labels: Labels, articles: int
) -> list[tuple[Mention, ...]]:
    """The mentions that the words' labels tell, for each of the batch's articles."""
    begins = np.flatnonzero((labels % 2 == 1) & (labels > 0))
    following = np.append(labels[1:], 0)
    inside = (following > 0) & (following % 2 == 0)
    stops = np.flatnonzero((labels > 0) & ~inside)
    starts = tokens.starts[words.first[begins]].tolist()
    ends = tokens.ends[words.last[stops]].tolist()
    kinds = [TYPES[kind] for kind in ((labels[begins] - 1) // 2).tolist()]
    found = list(map(Mention, starts, ends, kinds))
    edges = np.searchsorted(tokens.article[words.first[begins]], np.arange(articles + 1)).tolist()
    return [tuple(found[edges[n] : edges[n + 1]]) for n in range(articles)]


def label(known: NameRows, learned: NameTable) -> Labels:
    """The label of each word: 0 outside names, 1 + 2 * type where one starts, one more inside."""
    labels = viterbi(name_scores(known, learned), stretches(known.near), learned.steps)
    return np.where((labels == _INSIDE_PLACE) & places_meet(known.columns), _PLACE, labels)
