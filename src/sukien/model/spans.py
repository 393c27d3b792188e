"""A stretch of an article's text."""

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False):
    """Characters `start` to `end` (half-open, Unicode code points) of an article's text.

    Spans hold no cycles, so the garbage collector need not look at the many of an article.
    """

    start: int
    end: int


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies inside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlaps(one: Span, other: Span) -> bool:
    """Whether the two share at least one character."""
    return one.start < other.end and other.start < one.end
