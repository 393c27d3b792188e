"""Overlapping spans cut so that they nest, as HTML demands."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sukien.model import Span

DEEPEST = 12


class Step(NamedTuple):
    """What is written next: characters `start` to `end`, or the opening or end of a span.

    `mark` is the span's place in the sequence that was given, -1 for characters.
    """

    kind: Literal["open", "text", "close"]
    start: int
    end: int
    mark: int


def nested(spans: Sequence[Span], start: int, end: int) -> list[Step]:
    """The characters `start` to `end` with `spans` opened and closed around them, well nested.

    A span that crosses another one's end is closed there and opened again. Spans are clipped to
    `start` and `end`; at the same place the longer is outside, then the one given first. No more
    than 12 are open at once, so the time is linear in spans (after sorting); what lies deeper
    is left out.
    """
    sweep = _Sweep(start)
    for begin, until, mark in _clipped(spans, start, end):
        sweep.close_until(begin)
        sweep.write(begin)
        sweep.open(begin, until, mark)
    sweep.close_until(end)
    sweep.write(end)
    return sweep.steps


def _clipped(spans: Sequence[Span], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    inside = [
        (max(span.start, start), min(span.end, end), mark)
        for mark, span in enumerate(spans)
        if span.start < end and start < span.end and span.start < span.end
    ]
    return iter(sorted(inside, key=lambda one: (one[0], -one[1], one[2])))


class _Sweep:
    """Goes through the characters once, with the spans that are open on a stack."""

    def __init__(self, at: int) -> None:
        self.steps: list[Step] = []
        self._at = at
        self._open: list[tuple[int, int]] = []  # end, mark; the innermost last

    def write(self, until: int) -> None:
        """Write the characters up to `until`."""
        if until > self._at:
            self.steps.append(Step("text", self._at, until, -1))
            self._at = until

    def open(self, begin: int, until: int, mark: int) -> None:
        """Open a span."""
        if len(self._open) < DEEPEST:
            self._open.append((until, mark))
            self.steps.append(Step("open", begin, until, mark))

    def close_until(self, limit: int) -> None:
        """Close every span that ends at `limit` or before, each at its own end."""
        while self._open and (end := min(self._open)[0]) <= limit:
            self.write(end)
            self._close_at(end)

    def _close_at(self, end: int) -> None:
        outermost = next(i for i, (until, _) in enumerate(self._open) if until == end)
        closed, self._open = self._open[outermost:], self._open[:outermost]
        self.steps.extend(Step("close", end, end, mark) for _, mark in reversed(closed))
        for until, mark in closed:
            if until != end:
                self.open(end, until, mark)
