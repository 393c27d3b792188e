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

from sukien.knowledge.figures import Slot, lead_words, slots, where_words, whole_country
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
_ROUNDED, _HEDGED, _REACH = 0.005, 0.04, 1.25
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
    by_key = _joined(by_key)
    found = [figure for rows in by_key.values() if (figure := _figure(rows)) is not None]
    found.sort(key=lambda one: (-len({p.article for p in one.points}), -len(one.points), one.about))
    return tuple(found[:_MOST])


def _joined(
    by_key: dict[tuple[str, ...], list[Statement]],
) -> dict[tuple[str, ...], list[Statement]]:
    """A nation's people of no stated place are those of the place most often stated."""
    joined = dict(by_key)
    for key, rows in by_key.items():
        if len(key) == 3 and key[1] and not key[2]:
            placed = [k for k in by_key if len(k) == 3 and k[:2] == key[:2] and k[2]]
            if placed:
                home = min(placed, key=lambda k: (-len(by_key[k]), k))
                joined[home] = [*joined[home], *rows]
                del joined[key]
    return joined


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
        place, where = _place(told, quantity, nation)
        key = (slot.id, nation[0] if nation else "", place)
        about = f"{slot.label} {nation[1]}" if nation else slot.label
        about = f"{about} ở {where}" if where else about
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
    if _has(counted, slot.not_near) or _has(_first_words(following), slot.not_near):
        return False
    if slot.unit:
        return _has(before, slot.near) and not _has(before, slot.not_near)
    return not slot.near or _has(following, slot.near) or _leads_to(before, slot.near)


def _leads_to(before: str, phrases: Sequence[str]) -> bool:
    """`số người chết là`, `thiệt mạng tăng lên`: the words before a number name what it counts."""
    if before.rstrip()[-1:] in {",", "("}:
        return False
    words_before = _WORD.findall(before)
    while words_before and words_before[-1] in lead_words():
        words_before.pop()
    tail = " ".join(words_before[-3:])
    return any(f" {tail}".endswith(_spaced(phrase).rstrip()) for phrase in phrases)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:6])


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
    before = [n for n in countries if n.end <= quantity.start and not _is_where(told, n)]
    chosen = inside[0] if inside else before[-1] if before else None
    return (chosen.entity or "", told.article.surface(chosen)) if chosen else None


def _is_where(told: Told, name: Name) -> bool:
    """Whether a preposition before a country says that it is the place, not whose they are."""
    words_before = _WORD.findall(told.article.text[told.span.start : name.start])
    return bool(words_before) and words_before[-1].casefold() in where_words()


def _item_end(told: Told, quantity: Quantity) -> int:
    """Where the counted noun phrase ends."""
    item = quantity.item or ""
    at = told.article.text.find(item, quantity.start, told.span.end)
    return max(quantity.end, at + len(item))


def _place(told: Told, quantity: Quantity, nation: tuple[str, str] | None) -> tuple[str, str]:
    """Where: for a nation's people another country, for victims the nearest smaller place.

    A sentence that names none is about the place of the article's title, unless it speaks of the
    whole country. Entity and name, both empty when nothing says where.
    """
    names = _locations(told)
    if nation is not None:
        names = [n for n in names if (n.entity or "").startswith("country:")]
        names = [n for n in names if n.entity != nation[0]]
        return _named(told, _nearest(names, quantity, behind_first=True))
    if _has(told.text.casefold(), whole_country()):
        return "", ""
    small = [n for n in names if not (n.entity or "").startswith("country:")]
    return _named(told, _nearest(small, quantity, behind_first=False) or _title_place(told))


def _nearest(names: Sequence[Name], quantity: Quantity, *, behind_first: bool) -> Name | None:
    behind = [n for n in names if n.start >= quantity.end]
    before = [n for n in names if n.end <= quantity.start]
    if behind and (behind_first or not before):
        return behind[0]
    return before[-1] if before else None


def _title_place(told: Told) -> Name | None:
    titles = [part for part in told.article.parts if part.kind == "title"]
    names = [
        n
        for n in told.article.names
        if n.type == "LOC" and any(part.start <= n.start < part.end for part in titles)
    ]
    return next((n for n in names if not (n.entity or "").startswith("country:")), None)


def _named(told: Told, name: Name | None) -> tuple[str, str]:
    return (name.entity or "", told.article.surface(name)) if name else ("", "")


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
        past = span is not None and (day is None or span[0] <= day)
        if past and (len(value) > len("2024-03") or _is_earlier_month(value, published)):
            return value
    return published[:10] if published else None


def _is_earlier_month(value: str, published: str | None) -> bool:
    return len(value) == len("2024-03") and (published is None or value < published[:7])


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
    """Whether two statements can both hold: equal, rounded, or within what a hedge allows."""
    a, b = one.value, other.value
    if a is None or b is None or one.mod == "order_of" or other.mod == "order_of":
        return max(_low(one), _low(other)) <= min(_high(one), _high(other))
    hedged = one.mod is not None or other.mod is not None
    if abs(a - b) <= (_HEDGED if hedged else _ROUNDED) * max(abs(a), abs(b)):
        return True
    return _bounded(one, b) or _bounded(other, a)


def _bounded(point: FigurePoint, value: float) -> bool:
    """Whether a value lies on the side of a bound that its words leave open, and near it."""
    bound = point.value or 0.0
    if point.mod in {"more_than", "at_least"}:
        return bound <= value <= _REACH * bound
    return point.mod in {"less_than", "at_most"} and bound / _REACH <= value <= bound


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
