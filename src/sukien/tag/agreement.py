"""Words and names agree: a person or place is one word, a whole capitalised name a proper noun."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag.decode import Labels
from sukien.tag.features import CAPITAL, LOUD, MARK, form_hash
from sukien.tag.model import TAGS
from sukien.tag.name_columns import TYPES
from sukien.tag.rows import Flags, Offsets, Rows
from sukien.tag.words import WordRows

WHOLE = ("PER", "LOC")
"""The types of names that are one word when every syllable is capitalised."""

_PROPER = TAGS.index("PROPN")

Places = npt.NDArray[np.intp]


class _Names(NamedTuple):
    """The names of a batch: their first and last tokens, and their types as places in TYPES."""

    first: Places
    last: Places
    kind: Labels

    def holding(self, flags: Flags) -> Offsets:
        """How many tokens of each name have a flag."""
        total = np.append(0, np.cumsum(flags))
        counted: Offsets = total[self.last + 1] - total[self.first]
        return counted


def agreed(tokens: Rows, words: WordRows, labels: Labels) -> WordRows:
    """The words with those of one person or place joined (`Ali Mahaman Lamine Zeine`).

    As in the treebank. A name that has a small word or a figure in it stays several words, as does
    `TP.HCM`; a word that is a whole capitalised name is a proper noun. `labels` are those of the
    words, as `names.label` gives them. The columns stay those of the words before.
    """
    starts, ends = np.flatnonzero(labels % 2 == 1), _ends(labels)
    names = _Names(words.first[starts], words.last[ends], (labels[starts] - 1) // 2)
    whole = _is_capitalised(tokens, names) & ((starts == ends) | _is_one(tokens, names))
    tags = words.tags.copy()
    tags[starts[whole]] = _PROPER
    joined = np.zeros(len(tags) + 1, dtype=np.int64)
    np.add.at(joined, starts[whole] + 1, 1)
    np.add.at(joined, ends[whole] + 1, -1)
    kept = np.cumsum(joined)[:-1] == 0
    first = words.first[kept]
    last = np.append(first[1:], len(tokens.starts)) - 1
    return WordRows(first, last, words.columns, tags[kept])


def _ends(labels: Labels) -> Places:
    """The last word of each name."""
    following = np.append(labels[1:], 0)
    goes_on = (following > 0) & (following % 2 == 0)
    return np.flatnonzero((labels > 0) & ~goes_on)


def _is_capitalised(tokens: Rows, names: _Names) -> Flags:
    """Whether every syllable of a name starts with a capital."""
    found: Flags = names.holding(tokens.columns["flags"] & (MARK | CAPITAL) == 0) == 0
    return found


def _is_one(tokens: Rows, names: _Names) -> Flags:
    """Whether the tokens of a name make one word: not so `TP.HCM` and `TP Huế`."""
    flags = tokens.columns["flags"]
    written = flags & MARK == 0
    letters = names.holding(written)
    loud = names.holding(written & (flags & LOUD > 0))
    points = names.holding(tokens.columns["form"] == np.uint64(form_hash(".")))
    pointed = (names.kind == TYPES.index("LOC")) & (points > 0)
    kinds = np.isin(names.kind, [TYPES.index(kind) for kind in WHOLE])
    found: Flags = kinds & (letters > 0) & ~pointed & ((loud == letters) | (loud == 0))
    return found
