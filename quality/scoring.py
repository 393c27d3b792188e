"""Precision, recall and F1 of annotated articles against gold, a pair of numbers a layer."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from quality.gold import Mark, marks, squeeze
from sukien.model import AnnotatedArticle, Span

Row = tuple[Any, ...]
Same = Callable[[Row, Row], bool]


class Count(NamedTuple):
    """How many were right, found, and in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Right of found; 1 when nothing was to be found and nothing was."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Right of gold."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def count(found: Sequence[Row], gold: Sequence[Row], same: Same) -> Count:
    """Pairs found and gold one to one, first come first served."""
    free = list(range(len(gold)))
    right = 0
    for row in found:
        match = next((j for j in free if same(row, gold[j])), None)
        if match is not None:
            free.remove(match)
            right += 1
    return Count(right, len(found), len(gold))


def jaccard(one: Row, other: Row) -> float:
    """How much two spans share of what they cover together."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    union = max(one[1], other[1]) - min(one[0], other[0])
    return shared / union if union else 0.0


def equal(one: Row, other: Row) -> bool:
    """Same span and same values."""
    return one == other


def same_span(one: Row, other: Row) -> bool:
    """Same first and last character."""
    return one[:2] == other[:2]


def overlapping(one: Row, other: Row) -> bool:
    """At least one character shared, and the same values."""
    return one[0] < other[1] and other[0] < one[1] and one[2:] == other[2:]


def near(one: Row, other: Row) -> bool:
    """Four fifths of the characters shared, and the same values."""
    return jaccard(one, other) >= 0.8 and one[2:] == other[2:]


class _Squeezed:
    def __init__(self, text: str) -> None:
        self._kept = [i for i, c in enumerate(text) if not (c.isspace() or c == "_")]

    def rows(self, spans: Iterable[Span], *keys: str) -> list[Row]:
        return [(*self.span(span), *(_cell(getattr(span, key)) for key in keys)) for span in spans]

    def span(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._kept, span.start), bisect_left(self._kept, span.end)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def score(article: AnnotatedArticle, gold: dict[str, Any]) -> dict[str, Count]:
    """The counts of every layer that the gold file marks."""
    text = squeeze(article.text)
    map_ = _Squeezed(article.text)

    def wanted(layer: str, columns: int) -> list[Row]:
        lines = marks(text, gold.get(layer, []), f"{gold['article']}, {layer}")
        return [_row(mark, columns) for mark in lines]

    counts: dict[str, Count] = {}
    kinds = {"title", "lead", "caption", "byline", "agency", "credit"}
    parts = [p for p in article.parts if p.kind in kinds]
    counts["parts"] = count(map_.rows(parts, "kind"), wanted("parts", 1), near)
    starts = [(map_.span(s)[0],) for s in article.sentences]
    counts["sentences"] = count(starts, [(m[0],) for m in wanted("sentences", 0)], equal)
    names = wanted("names", 2)
    found = map_.rows(article.names, "type", "entity")
    counts["name spans"] = count(found, names, same_span)
    counts["names"] = count(found, names, lambda a, b: a[:3] == b[:3])
    linked = [row for row in names if row[3]]
    counts["entities"] = count(
        [r for r in found if any(r[:2] == n[:2] for n in linked)], linked, equal
    )
    times = map_.rows(article.times, "type", "value")
    counts["times"] = count(times, wanted("times", 2), equal)
    counts["time values"] = count(times, wanted("times", 2), overlapping)
    quantities = map_.rows(article.quantities, "value", "mod", "unit")
    counts["quantities"] = count(quantities, wanted("quantities", 3), overlapping)
    counts["quotes"] = _quotes(article, map_, text, gold)
    return counts


def _row(mark: Mark, columns: int) -> Row:
    values = (*mark.values, "", "", "")[:columns]
    return (mark.start, mark.end, *values)


def _quotes(article: AnnotatedArticle, map_: _Squeezed, text: str, gold: dict[str, Any]) -> Count:
    found = [
        (*map_.span(q), q.kind, text[slice(*map_.span(q.speaker))] if q.speaker else "")
        for q in article.quotes
    ]
    lines = marks(text, gold.get("quotes", []), f"{gold['article']}, quotes")
    wanted = [(m.start, m.end, m.values[0], squeeze(m.values[1])) for m in lines]
    return count(found, wanted, near)
