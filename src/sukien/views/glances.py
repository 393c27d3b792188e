"""What stands out in a story: what is contradicted, what changed, the last and the next."""

from collections.abc import Sequence
from typing import NamedTuple

from sukien.views.lines import TimelineLine
from sukien.views.statements import FigureTable

_FIGURES = 3


class FigureGlance(NamedTuple):
    """A figure, and where the page tells it: the part of the address behind `#`."""

    table: FigureTable
    anchor: str


class Glance(NamedTuple):
    """The first figures in conflict and the first that changed, with the number of each in all; the
    last line of the timeline that happened, the next that is to come, and how many come after it.
    """

    conflicts: tuple[FigureGlance, ...]
    conflict_count: int
    changes: tuple[FigureGlance, ...]
    change_count: int
    latest: TimelineLine | None
    coming: TimelineLine | None
    coming_after: int


def glance(
    figures: Sequence[FigureTable], timeline: Sequence[TimelineLine], *, told: int
) -> Glance | None:
    """What stands out; None where nothing does. The page tells the first `told` figures."""
    numbered = [
        FigureGlance(table, f"figure-{number}" if number <= told else "figures")
        for number, table in enumerate(figures, start=1)
    ]
    conflicts = [one for one in numbered if one.table.plain == "conflict"]
    changes = [one for one in numbered if one.table.plain == "changed"]
    past = [one for one in timeline if not one.upcoming and not one.background and one.evidence]
    coming = [one for one in timeline if one.upcoming and one.evidence]
    found = Glance(
        conflicts=tuple(conflicts[:_FIGURES]),
        conflict_count=len(conflicts),
        changes=tuple(changes[:_FIGURES]),
        change_count=len(changes),
        latest=past[-1] if past else None,
        coming=coming[0] if coming else None,
        coming_after=max(0, len(coming) - 1),
    )
    return found if conflicts or changes or past or coming else None
