"""The same quantity over articles and time, and whether its statements agree.

A statement belongs to a slot: a thing that is counted (`soldiers`, `dead`, `damage`), of a nation
where that matters, or, where no slot of the table fits, a unit and a noun phrase. Statements of
one slot are points of one figure.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from sukien.knowledge.figures import Slot, slots
from sukien.model import AnnotatedArticle, Figure, FigurePoint, Name, Quantity
from sukien.tell.dates import day_value, days
from sukien.tell.reading import Told, told_sentences

_NEAR = 45
_CLAUSE = re.compile(r"[;:.!?]|, (?=trong đó|gồm)")
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_EXCLUDED_UNITS = frozenset(("a", "fraction", "h", "min", "s", "d", "km/h"))
_MOST = 12
_HOURS_APART = 3
_LEAST_ITEM = 4


class Statement(NamedTuple):
    """One quantity of a story in its sentence, with what it counts."""

    told: Told
    quantity: Quantity
    key: tuple[str, ...]
    about: str
    date: str | None


def figures(articles: Sequence[AnnotatedArticle]) -> tuple[Figure, ...]:
    """The figures that several articles state, those in most articles first."""
    by_key: dict[tuple[str, ...], list[Statement]] = {}
    for article in articles:
        for statement in _statements(article):
            by_key.setdefault(statement.key, []).append(statement)
    found = [figure for rows in by_key.values() if (figure := _figure(rows)) is not None]
    found.sort(key=lambda one: (-len({p.article for p in one.points}), -len(one.points), one.about))
    return tuple(found[:_MOST])


def _statements(article: AnnotatedArticle) -> list[Statement]:
    found: list[Statement] = []
    for told in told_sentences(article):
        inside = [q for q in article.quantities if told.span.start <= q.start < told.span.end]
        for quantity in inside:
            if quantity.value is not None and quantity.unit not in _EXCLUDED_UNITS:
                found += _statement(told, quantity)
    return found


def _statement(told: Told, quantity: Quantity) -> list[Statement]:
    slot = next((slot for slot in slots() if _fits(slot, told, quantity)), None)
    if slot is not None:
        nation = _nation(told, quantity) if slot.whose else None
        if slot.whose and nation is None:
            return []
        key = (slot.id, nation[0] if nation else "", _place(told, quantity, nation))
        about = f"{slot.label} {nation[1]}" if nation else slot.label
        return [Statement(told, quantity, key, about, _as_of(told))]
    item = (quantity.item or "").casefold()
    number = told.article.surface(quantity)
    if len(item) < _LEAST_ITEM or not _DIGIT.search(number) or " " not in item:
        return []
    return [Statement(told, quantity, (quantity.unit or "", item), item, _as_of(told))]


def _around(told: Told, quantity: Quantity) -> tuple[str, str]:
    """The characters of the clause near a quantity, before and after its first word."""
    text = told.article.text
    before = text[max(told.span.start, quantity.start - _NEAR) : quantity.start]
    after = text[quantity.start : min(told.span.end, quantity.end + _NEAR)]
    cut = _CLAUSE.search(after, quantity.end - quantity.start)
    head = list(_CLAUSE.finditer(before))
    before = before[head[-1].end() :] if head else before
    after = after[: cut.start()] if cut else after
    return before.casefold(), after.casefold()


def _fits(slot: Slot, told: Told, quantity: Quantity) -> bool:
    if slot.unit != (quantity.unit or None):
        return False
    counted = told.article.surface(quantity).casefold() + " " + (quantity.item or "").casefold()
    if slot.nouns and not _has(counted, slot.nouns):
        return False
    before, after = _around(told, quantity)
    following = after.split(",")[0] if not slot.unit else after
    near = following if not slot.unit else f"{before} {after}"
    if slot.near and not _has(near, slot.near) and not _ends(before, slot.near):
        return False
    return not _has(counted, slot.not_near) and not _has(_first_words(following), slot.not_near)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:6])


def _ends(before: str, phrases: Sequence[str]) -> bool:
    return _has(" ".join(before.split()[-4:]), phrases)


def _has(text: str, phrases: Sequence[str]) -> bool:
    padded = _spaced(text)
    return any(_spaced(phrase) in padded for phrase in phrases)


@lru_cache(maxsize=4096)
def _spaced(text: str) -> str:
    """The words of a text, each between two spaces."""
    return f" {' '.join(_WORD.findall(text))} "


def _locations(told: Told) -> list[Name]:
    return [
        n
        for n in told.article.names
        if n.type == "LOC" and told.span.start <= n.start < told.span.end
    ]


def _nation(told: Told, quantity: Quantity) -> tuple[str, str] | None:
    """Whose they are: the country in the counted phrase, or the nearest one before it."""
    countries = [n for n in _locations(told) if (n.entity or "").startswith("country:")]
    reach = _item_end(told, quantity)
    inside = [n for n in countries if quantity.start <= n.start < reach]
    before = [n for n in countries if n.end <= quantity.start]
    chosen = inside[0] if inside else before[-1] if before else None
    return (chosen.entity or "", told.article.surface(chosen)) if chosen else None


def _item_end(told: Told, quantity: Quantity) -> int:
    """Where the counted noun phrase ends."""
    item = quantity.item or ""
    at = told.article.text.find(item, quantity.start, told.span.end)
    return max(quantity.end, at + len(item))


def _place(told: Told, quantity: Quantity, nation: tuple[str, str] | None) -> str:
    """Where a nation's people are: the first other country behind the number, or one before it."""
    if nation is None:
        return ""
    others = [n for n in _locations(told) if n.entity != nation[0]]
    countries = [n for n in others if (n.entity or "").startswith("country:")]
    behind = [n for n in countries if n.start >= quantity.end]
    chosen = behind[0] if behind else countries[-1] if countries else None
    return chosen.entity or "" if chosen else ""


def _as_of(told: Told) -> str | None:
    """The day or month of the sentence, if it names one that is past; else the publication's."""
    published = told.article.article.published
    inside = (
        day_value(t.value)
        for t in told.article.times
        if told.span.start <= t.start < told.span.end and t.type in {"DATE", "TIME"}
    )
    for value in inside:
        span = days(value)
        day = told.article.article.published_date
        if span is not None and (day is None or span[0] <= day) and len(value) >= len("2024-03"):
            return value
    return published[:10] if published else None


def _figure(rows: Sequence[Statement]) -> Figure | None:
    points = _points(rows)
    several = len({point.article for point in points}) > 1
    if len(points) < 2 or not several:
        return None
    return Figure(about=_about(rows), points=tuple(points), verdict=_verdict(points, rows))


def _about(rows: Sequence[Statement]) -> str:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.about] = counts.get(row.about, 0) + 1
    return min(counts, key=lambda about: (-counts[about], len(about), about))


def _points(rows: Sequence[Statement]) -> list[FigurePoint]:
    """One point for each value of each article, in order of time."""
    found: dict[tuple[str, float | None], FigurePoint] = {}
    for row in rows:
        quantity = row.quantity
        key = (row.told.article.id, quantity.value)
        point = FigurePoint(
            start=quantity.start,
            end=quantity.end,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            mod=quantity.mod,
            date=row.date,
            article=row.told.article.id,
        )
        found.setdefault(key, point)
    published = {row.told.article.id: row.told.article.article.published or "" for row in rows}
    return sorted(
        found.values(), key=lambda p: (p.date or "9", published[p.article], p.article, p.start)
    )


def _verdict(points: Sequence[FigurePoint], rows: Sequence[Statement]) -> str:
    clashes = [(a, b) for a, b in combinations(points, 2) if not _agree(a, b)]
    if not clashes:
        return "same"
    published = {row.told.article.id: row.told.article.article.published or "" for row in rows}
    contradict = any(_contradict(a, b, published) for a, b in clashes)
    return "conflict" if contradict else "changed"


def _agree(one: FigurePoint, other: FigurePoint) -> bool:
    """Whether the intervals that the words allow meet, or one value is the other rounded."""
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return low <= high


def _low(point: FigurePoint) -> float:
    return point.low if point.low is not None else float("-inf")


def _high(point: FigurePoint) -> float:
    return point.high if point.high is not None else float("inf")


def _contradict(one: FigurePoint, other: FigurePoint, published: dict[str, str]) -> bool:
    """Whether two articles say different things of the same moment."""
    if one.article == other.article or one.date is None or one.date != other.date:
        return False
    return _hours(published[one.article], published[other.article]) < _HOURS_APART


def _hours(one: str, other: str) -> float:
    """Hours between two publications; 0 when only the day is known, many on other days."""
    if one[:10] != other[:10]:
        return 24.0
    if len(one) < len("2024-09-10T20") or len(other) < len("2024-09-10T20"):
        return 0.0
    return abs(_clock(one) - _clock(other))


def _clock(published: str) -> float:
    minutes = published[14:16]
    return int(published[11:13]) + (int(minutes) if minutes.isdigit() else 0) / 60
