"""How high a story stands on a front page: by its last day and its independent sources."""

import datetime as dt
import math

RECENT = 7
"""The sources that count are those of so many last days of a story: older ones are no news."""
DOUBLING = 2.0
"""Days by which a story stands fresher when its sources double."""


def weight(last: str | None, sources: int) -> float:
    """A number to order stories by, the greatest first.

    `last` is the day of the last article, `sources` the number of independent sources of the last
    days (`RECENT`) before it. The weight is the number of that day plus two for each doubling of
    the sources: a story of eight sources stands as high as one of a single source six days later.
    It holds on any day, so that a database can order by it. A story without dates is behind all
    others.
    """
    day = dt.date.fromisoformat(last[:10]).toordinal() if last else 0
    return day + DOUBLING * math.log2(max(1, sources))
