"""Which figures are worth telling: what changed or is disputed first, what merely agrees last.

The more articles a story has, the more small numbers of common things agree by chance; so there two
equal numbers must share their words to be told as one thing.
"""

import math
from collections.abc import Sequence

from sukien.tell.figures.clues import Clues
from sukien.tell.figures.naming import is_bare, is_named
from sukien.tell.figures.statements import Statement
from sukien.tell.figures.values import digits

_FEW, _DIGITS = 12, 3
_SMALL, _LARGE = 6, 30  # articles: where agreement by chance begins, and where it is everywhere
_LONG, _MIDDLE, _SHORT, _BEFALLS = 0.15, 0.3, 0.4, 0.1
"""How alike words must be around numbers of many digits, of few, around a few; less for people."""
_UNNAMED, _BARE = 0.5, 0.1
_WORDS, _SENTENCE = 0.3, 0.25
_WEIGHTS = {"conflict": 4.0, "claims": 4.0, "changed": 2.5}


def is_chance(found: Clues) -> bool:
    """Whether two equal small numbers share nothing else: neither words nor other numbers."""
    if ("equal few" not in found and "equal 1" not in found) or "others same" in found:
        return False
    return found["words"] < _WORDS and found["sentence"] < _SENTENCE


def is_telling(rows: Sequence[Statement], verdict: str, alike: float, *, articles: int) -> bool:
    """Whether a figure on which articles agree says something in a story of so many articles.

    `alike` is how much the words around its numbers agree, 0 to 1.
    """
    if verdict not in {"same", "rounded"}:
        return True
    crowd = min(1.0, max(0.0, math.log(articles / _SMALL) / math.log(_LARGE / _SMALL)))
    few = max(abs(row.value) for row in rows) <= _FEW
    least = _BARE if few and is_bare(rows) else 0.0
    return alike >= max(crowd * _wanted(rows), least)


def _wanted(rows: Sequence[Statement]) -> float:
    """How alike the words must be in a large story: more for few of a common thing."""
    if not is_named(rows):
        return _UNNAMED
    if max(digits(row.value) for row in rows) >= _DIGITS:
        return _LONG
    wanted = _SHORT if max(abs(row.value) for row in rows) <= _FEW else _MIDDLE
    return wanted - (_BEFALLS if any(row.befalls for row in rows) else 0.0)


def interest(rows: Sequence[Statement], verdict: str) -> float:
    """How much a reader wants to see a figure: disputed, changed, of many articles, well named."""
    told = _WEIGHTS.get(verdict, 0.0) + math.log2(len({row.article for row in rows}))
    told += 1.0 if any(row.befalls for row in rows) else 0.0
    told += 0.5 if any(row.where or row.whose for row in rows) else 0.0
    if not is_named(rows):
        told -= 2.0
    few = max(abs(row.value) for row in rows) <= _FEW
    return told - (1.0 if few and not rows[0].befalls else 0.0)
