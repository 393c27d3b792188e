"""How two statements of a figure stand to each other, and why.

*same*: equal; *rounded*: one rounds or hedges the other; *changed*: true at different times;
*scope*: not of the same thing; *claims*: two sides or sources say different things; *conflict*:
different values of one moment that nothing explains.
"""

from typing import NamedTuple

from sukien.knowledge.figures import MARKS
from sukien.model import FigureJudgement
from sukien.tell.dates import compatible, length
from sukien.tell.figures.statements import Statement
from sukien.tell.figures.values import rounds, value_relation

VERDICTS = ("conflict", "claims", "changed", "rounded", "same", "scope")
"""The gravest first: a figure has the gravest verdict of its pairs."""
HOURS_APART = 3.0
"""Hours between two publications of one day from which the later one tells of a later time."""


class Verdict(NamedTuple):
    """A verdict with the named reason for it, and what the reason speaks of."""

    verdict: str
    reason: str
    detail: str = ""


def verdict(one: Statement, other: Statement) -> Verdict:
    """The verdict on two statements of one figure, the earlier told first."""
    relation = value_relation(one.quantity, other.quantity)
    if relation.startswith("equal"):
        return Verdict("same", "equal") if _alike(one, other) else Verdict("rounded", "hedged")
    if rounds(one.quantity, other.quantity) and not _exact_of_days(one, other):
        return Verdict("rounded", "rounded")
    if _sides(one, other):
        return Verdict("claims", "speakers")
    if (told := _changes(one, other)) is not None:
        return told
    if (scope := _scope(one, other)) is not None:
        return scope
    return Verdict("conflict", "one moment")


def _alike(one: Statement, other: Statement) -> bool:
    return one.quantity.mod == other.quantity.mod


def _exact_of_days(one: Statement, other: Statement) -> bool:
    """Whether two numbers without a hedge are stated for two days: a price moves by little."""
    hedged = one.quantity.mod or other.quantity.mod
    return not hedged and one.stated and other.stated and not _agree(one.date, other.date)


def _agree(one: str | None, other: str | None) -> bool:
    return not (one and other) or compatible(one, other)


def _sides(one: Statement, other: Statement) -> bool:
    """Whether two known speakers that are not one say them."""
    if one.speaker is None or other.speaker is None:
        return False
    a, b = (s.speaker and s.speaker.entity for s in (one, other))
    return bool(a and b) and a != b


def _changes(one: Statement, other: Statement) -> Verdict | None:
    """Whether the two are of different times: said so, by their days, or by the hour."""
    if ("before" in one.marks) != ("before" in other.marks):
        return Verdict("changed", "was and is")
    if not _agree(one.period or None, other.period or None):
        return Verdict("changed", "period", f"{one.period} {other.period}")
    if one.date and other.date and not compatible(one.date, other.date):
        return Verdict("changed", "days", f"{one.date} {other.date}")
    first, last = (s.told.article.article.published or "" for s in (one, other))
    if first[:10] != last[:10] and first and last:
        return Verdict("changed", "published", f"{first[:10]} {last[:10]}")
    falls = one.kind == "count" and not _rises(one, other, first, last)
    if hours_apart(first, last) >= HOURS_APART and not falls:
        return Verdict("changed", "hours", f"{first} {last}")
    return None


def _rises(one: Statement, other: Statement, first: str, last: str) -> bool:
    early, late = (one, other) if first <= last else (other, one)
    return late.value > early.value


def hours_apart(one: str, other: str) -> float:
    """Hours between two publications of one day; 0 when an hour is not known."""
    if len(one) < len("2024-09-10T20") or len(other) < len("2024-09-10T20"):
        return 0.0
    return abs(_clock(one) - _clock(other))


def _clock(published: str) -> float:
    minutes = published[14:16]
    return int(published[11:13]) + (int(minutes) if minutes.isdigit() else 0) / 60


def _scope(one: Statement, other: Statement) -> Verdict | None:
    """In what two statements differ that can explain different numbers."""
    if one.period and other.period and length(one.period) != length(other.period):
        return Verdict("scope", "period", f"{one.period} {other.period}")
    if one.places and other.places and not one.places & other.places:
        return Verdict("scope", "place")
    for mark in MARKS:
        if (mark in one.marks) != (mark in other.marks):
            return Verdict("scope", mark)
    if one.happening and other.happening and one.happening != other.happening:
        return Verdict("scope", "happening", f"{one.happening_label} {other.happening_label}")
    return None


def beside(one: Statement, other: Statement) -> Verdict:
    """The verdict on statements of two figures that look like one: in what they differ."""
    return _scope(one, other) or Verdict("scope", "words")


def gravest(judgements: list[FigureJudgement]) -> str:
    """The verdict of a figure with these judgements on its points."""
    given = {judgement.verdict for judgement in judgements}
    return next((name for name in VERDICTS if name in given), "same")
