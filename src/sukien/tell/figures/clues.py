"""How surely two numbers are statements of one figure: learned weights of named clues.

A clue is something that two numbers share or in which they differ: their value, what is counted and
what happens to it, the words around, whose, where, of which year, of what scope. The weights are
those of a logistic regression (`knowledge/data/figure_weights.tsv`).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sukien.knowledge.figures import MARKS, figure_weights
from sukien.tell.dates import compatible, days, length
from sukien.tell.figures.statements import Statement
from sukien.tell.figures.values import value_relation
from sukien.tell.reading import likeness, words

_NEAR_WEEKS, _MONTH = 8.0, 31

_LEADING = frozenset(("title", "lead"))

Clues = dict[str, float]


class Rarity:
    """How much a word tells within a story: what few statements have tells more."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for statement in statements:
            counts.update(statement.words.keys())
            total += 1
        self._total = total
        self._counts = counts

    def vector(self, statement: Statement) -> dict[str, float]:
        """The words around a number as a vector of length one."""
        weights = {
            word: near * math.log(1.0 + self._total / self._counts[word])
            for word, near in statement.words.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()} if length else {}


class Weighed(NamedTuple):
    """A statement with the words around it as a vector, and those of its sentence."""

    statement: Statement
    vector: Mapping[str, float]
    sentence: frozenset[str]


def weighed(statements: Sequence[Statement]) -> list[Weighed]:
    """The statements of a story, made ready for comparison."""
    rarity = Rarity(statements)
    return [Weighed(one, rarity.vector(one), words(one.told.text)) for one in statements]


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two vectors of length one are, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    total = 0.0
    for word, weight in one.items():
        if word in other:
            total += weight * other[word]
    return total


def clues(one: Weighed, other: Weighed) -> Clues:
    """What two numbers of one kind share and in what they differ, each with how much."""
    a, b = one.statement, other.statement
    alike = cosine(one.vector, other.vector)
    relation = value_relation(a.quantity, b.quantity)
    found: Clues = {"always": 1.0, relation: 1.0, "words": alike}
    if a.told.part in _LEADING and b.told.part in _LEADING:
        found["both leading"] = 1.0
    found["sentence"] = likeness(one.sentence, other.sentence)
    found[f"kind {_kind(a.kind)}"] = 1.0
    if a.kind == "count":
        found[_head(a, b)] = 1.0
    found[_compared("topic", a.topic, b.topic)] = 1.0
    found[_compared("happening", a.happening, b.happening)] = 1.0
    found[_compared("rate", a.rate, b.rate)] = 1.0
    found[_compared("nation", a.nation, b.nation)] = 1.0
    found[_period(a.period, b.period)] = 1.0
    if a.places and b.places:
        found["place same" if a.places & b.places else "place differs"] = 1.0
    if a.others & b.others:
        found["others same"] = 1.0
    _add_sides(found, a, b)
    _add_marks(found, a.marks, b.marks)
    if not relation.startswith("equal"):
        _add_of_other_values(found, a, b)
    return found


def _add_sides(found: Clues, a: Statement, b: Statement) -> None:
    """How many of the words just before and just behind the numbers are the same."""
    for name, first, second in (("lead", a.lead, b.lead), ("tail", a.tail, b.tail)):
        if first and second:
            found[name] = shared = likeness(first, second)
            found[f"{name} differs"] = float(not shared)


def _add_marks(found: Clues, first: frozenset[str], second: frozenset[str]) -> None:
    """Which marks of scope one number has, or both."""
    for mark in MARKS:
        if (mark in first) != (mark in second):
            found[f"{mark} differs"] = 1.0
        elif mark in first:
            found[f"{mark} same"] = 1.0


def _add_of_other_values(found: Clues, a: Statement, b: Statement) -> None:
    """What speaks for one figure of two values: values that agree need less to be told apart."""
    for name in ("words", "lead", "tail"):
        if name in found:
            found[f"{name} of other values"] = found[name]
    for name, said in (("what same", _is_what), ("toll", _is_toll), ("force", _is_force)):
        if said(a, b):
            found[f"{name} of other values"] = 1.0


def score(found: Clues, model: str = "slot") -> float:
    """The sum of the weights of clues: log odds of one figure (`slot`), of another scope."""
    weights = figure_weights(model)
    total = 0.0
    for name, value in found.items():
        total += weights.get(name, 0.0) * value
    return total


def _is_what(a: Statement, b: Statement) -> bool:
    """Whether the same happens to the same: both are known."""
    same = bool(a.happening) and a.happening == b.happening and a.rate == b.rate
    return same and (a.kind != "count" or a.head == b.head or a.family == b.family)


def _is_toll(a: Statement, b: Statement) -> bool:
    """Whether the same befell people at about one time, and not in two places."""
    same = a.befalls and a.happening == b.happening and a.family == b.family == "person"
    apart = bool(a.places and b.places and not a.places & b.places)
    return same and not apart and _period(a.period, b.period) != "period differs"


def _is_force(a: Statement, b: Statement) -> bool:
    """Whether soldiers of one nation are counted, who are not dead, hurt or caught."""
    same = bool(a.nation) and a.nation == b.nation and a.family == b.family
    return same and a.head == b.head and a.owned and not (a.befalls or b.befalls)


def _kind(kind: str) -> str:
    if kind in {"count", "%", "fraction"}:
        return kind
    return "money" if len(kind) == 3 and kind.isupper() else "measure"


def _head(a: Statement, b: Statement) -> str:
    if not a.head or not b.head:
        return "head none" if not (a.head or b.head) else "head one"
    if a.head == b.head:
        return "head same"
    return "head kin" if a.family and a.family == b.family else "head differs"


def _compared(name: str, a: str, b: str) -> str:
    if not a or not b:
        return f"{name} none" if not (a or b) else f"{name} one"
    return f"{name} same" if a == b else f"{name} differs"


def _period(a: str, b: str) -> str:
    if not a or not b:
        return "period none" if not (a or b) else "period one"
    if compatible(a, b):
        return "period same"
    return "period near" if _weeks_apart(a, b) <= _NEAR_WEEKS else "period differs"


@lru_cache(maxsize=4096)
def _weeks_apart(a: str, b: str) -> float:
    """Weeks between two calendar values that do not overlap; many where they are not days."""
    one, other = days(a), days(b)
    if one is None or other is None or max(length(a), length(b)) > _MONTH:
        return _NEAR_WEEKS + 1
    return max((other[0] - one[1]).days, (one[0] - other[1]).days) / 7
