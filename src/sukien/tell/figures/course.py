"""The course of a figure: what the passing of time explains in how its values differ.

Two values of one day contradict each other only where the figure as a whole leaves them no room:
a total that rises from day to day passes through both, a price moves within a day as it does from
one day to the next, and what is counted anew (`thêm 6 ca mới`) has a value for each report.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from sukien.tell.figures.statements import Statement
from sukien.tell.figures.verdicts import HOURS_APART, Verdict, hours_apart

_DAY = len("2024-09-10")
_DAYS = 3
"""Days with a value from which a figure has a course."""
_ONE_WAY = 0.8
"""How much of all its moves a figure keeps that rises or falls; the rest are stale statements."""
_ANEW = frozenset(("daily", "more"))


class Course:
    """The values of a figure day by day: the median of what is stated for each."""

    def __init__(self, stated: Sequence[Statement]) -> None:
        by_day: dict[str, list[float]] = defaultdict(list)
        for one in stated:
            if one.date and len(one.date) == _DAY:
                by_day[one.date].append(one.value)
        self._days = [(day, median(by_day[day])) for day in sorted(by_day)]
        anew = sum(bool(one.marks & _ANEW) for one in stated)
        self._counted_anew = len(self._days) >= _DAYS and 2 * anew >= len(stated)
        moves = [later - earlier for (_, earlier), (_, later) in pairwise(self._days)]
        self._pace = max(map(abs, moves), default=0.0) if len(self._days) >= _DAYS else 0.0
        self._steady = len(self._days) >= _DAYS and _is_one_way(moves)

    def settled(self, told: Verdict, one: Statement, other: Statement) -> Verdict:
        """A verdict on two statements of the figure, in the light of all of it."""
        if told.verdict == "claims":
            return self._of_days(one, other) or told
        if told.verdict == "conflict":
            return self._anew(one, other) or self._passing(one, other) or told
        return told

    def _of_days(self, one: Statement, other: Statement) -> Verdict | None:
        """What two speakers say of two days of a course are no two claims."""
        moving = self._steady or self._counted_anew
        if not moving or not one.date or not other.date or one.date[:_DAY] == other.date[:_DAY]:
            return None
        return Verdict("changed", "days", f"{one.date} {other.date}")

    def _anew(self, one: Statement, other: Statement) -> Verdict | None:
        marks = (one.marks & _ANEW, other.marks & _ANEW)
        if self._counted_anew and any(marks) and not all("daily" in m for m in marks):
            return Verdict("changed", "counted anew")
        return None

    def _passing(self, one: Statement, other: Statement) -> Verdict | None:
        """Whether the days around lie below and above both, or it moves as much in a day."""
        day = one.date or ""
        before = [known for known in self._days if known[0] < day]
        after = [known for known in self._days if known[0] > day]
        low, high = sorted((one.value, other.value))
        if before and after:
            (first, start), (last, end) = before[-1], after[0]
            least, most = sorted((start, end))
            if least <= low and high <= most and not _goes_against(one, other, end - start):
                return Verdict("changed", "course", f"{first} {last}")
        wavers = not self._steady and not one.befalls
        if high - low > self._pace or not (self._steady or wavers) or _are_both_daily(one, other):
            return None
        trend = self._days[-1][1] - self._days[0][1] if self._steady else 0.0
        return None if _goes_against(one, other, trend) else Verdict("changed", "pace")


def _is_one_way(moves: Iterable[float]) -> bool:
    """Whether values rise, or fall, with hardly a step back."""
    given = list(moves)
    return any(given) and abs(sum(given)) >= _ONE_WAY * sum(map(abs, given))


def _goes_against(one: Statement, other: Statement, trend: float) -> bool:
    """Whether what was told hours later lies where the figure came from."""
    first, last = (row.told.article.article.published or "" for row in (one, other))
    if hours_apart(first, last) < HOURS_APART:
        return False
    early, late = (one, other) if first <= last else (other, one)
    return (late.value - early.value) * trend < 0


def _are_both_daily(one: Statement, other: Statement) -> bool:
    """Whether both count the whole of one day."""
    return "daily" in one.marks and "daily" in other.marks
