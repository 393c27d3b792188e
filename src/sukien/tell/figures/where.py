"""Whose and where what is counted is, of which time, and what its sentence is about."""

from collections.abc import Iterable, Sequence

from sukien.knowledge.figures import words_of
from sukien.model import Actor, Name, Quantity, Span, Time
from sukien.tell.dates import day_value, days
from sukien.tell.figures.lines import BRACKET, COMMA, FARTHEST, Line, Scene
from sukien.tell.reading import Told
from sukien.text.syllables import canonical


def period_of(quantity: Quantity, line: Line, times: Iterable[Time]) -> str:
    """The year, quarter or month that a number is for, where its sentence names one near."""
    near = [
        (line.cost(quantity, t.start, t.end), t.start, day_value(t.value))
        for t in times
        if t.type == "DATE" and days(day_value(t.value))
    ]
    near = [one for one in near if one[0] <= FARTHEST + BRACKET]
    return min(near)[2] if near else ""


def nation_of(quantity: Quantity, line: Line, scene: Scene) -> tuple[str, str]:
    """Whose they are: the nation of the counted phrase, else of the nearest before; its name too.

    A country that a preposition makes a place is not whose.
    """
    actors = [a for a in scene.inside("actors", line.told.span) if isinstance(a, Actor)]
    nations = [a for a in actors if a.country]
    reach = _item_end(line.told, quantity)
    inside = [a for a in nations if a.start < reach and quantity.start < a.end]
    before = [a for a in nations if a.end <= quantity.start and not _is_where(line, a)]
    chosen = inside[0] if inside else before[-1] if before else None
    if chosen is None or chosen.country is None:
        return "", ""
    named = [n for n in scene.inside("names", chosen) if isinstance(n, Name) and n.type == "LOC"]
    return chosen.country, line.told.article.surface(named[-1]) if named else ""


def _item_end(told: Told, quantity: Quantity) -> int:
    item = quantity.item or ""
    at = told.article.text.find(item, quantity.start, told.span.end) if item else -1
    return max(quantity.end, at + len(item))


def _is_where(line: Line, name: Span) -> bool:
    """Whether a preposition before a place says that it is where something is."""
    at = line.index(name.start)
    return words_of("where").before(line.syllables, at)


def places_of(quantity: Quantity, line: Line, names: Sequence[Name]) -> dict[str, str]:
    """Where: places near the number that a preposition makes places, each with its name."""
    surface = line.told.article.surface
    return {
        n.entity or surface(n).casefold(): surface(n)
        for n in names
        if n.type == "LOC"
        and _is_where(line, n)
        and line.cost(quantity, n.start, n.end) <= FARTHEST + COMMA
    }


def as_of(quantity: Quantity, line: Line, times: Sequence[Time]) -> str | None:
    """The past day or month nearest to the number in its sentence."""
    article = line.told.article.article
    published, today = article.published, article.published_date
    near: list[tuple[float, int, str]] = []
    for time in times:
        value = day_value(time.value)
        span = days(value)
        if time.type not in {"DATE", "TIME"} or span is None or (today and span[0] > today):
            continue
        exact = len(value) > len("2024-03")
        if exact or (len(value) == len("2024-03") and (not published or value < published[:7])):
            near.append((line.cost(quantity, time.start, time.end), time.start, value))
    return min(near)[2] if near else None


def topic_of(quantity: Quantity, line: Line, names: Sequence[Name]) -> tuple[str, str, bool]:
    """The name nearest before a number in its sentence, else the first behind it.

    Its id, as it is written, and whether it is a place.
    """
    before = [n for n in names if n.end <= quantity.start]
    chosen = before[-1:] or [n for n in names if n.start >= quantity.end][:1]
    if not chosen:
        return "", "", False
    written = line.told.article.surface(chosen[0])
    return chosen[0].entity or canonical(written), written, chosen[0].type == "LOC"
