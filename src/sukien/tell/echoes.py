"""Copies that add nothing: near-identical articles without a number, date or name of their own.

A near-identical article may still bring news, a toll that has risen or a day that was moved. One
that brings none is an echo of an article before it: it is counted and listed, and not read again.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from sukien.model import AnnotatedArticle, Name, Quantity, overlaps
from sukien.tell.dates import day_value

Fact = tuple[str, ...]
Facts = frozenset[Fact]
_SILENT = frozenset(("credit", "byline", "agency"))


def echoes(
    articles: Sequence[AnnotatedArticle], duplicates: Sequence[Sequence[str]]
) -> dict[str, str]:
    """The id of each echo, with that of the article that it repeats.

    `articles` are in order of publication; `duplicates` are groups of ids of near-identical ones.
    Every number, date and name of an echo stands in articles of its group that are none: it
    repeats the first that has them all, or the first of the group where no single one does.
    """
    by_id = {article.id: article for article in articles}
    place = {name: number for number, name in enumerate(by_id)}
    found: dict[str, str] = {}
    for group in duplicates:
        names = sorted(place.keys() & set(group), key=place.__getitem__)
        found |= _of_group([by_id[name] for name in names])
    return found


def _of_group(group: Sequence[AnnotatedArticle]) -> Mapping[str, str]:
    kept: dict[Facts, str] = {}
    told: set[Fact] = set()
    found: dict[str, str] = {}
    for article in group:
        own = facts(article)
        if kept and own <= told:
            found[article.id] = kept.get(own) or _holding(own, kept)
        else:
            kept[own] = article.id
            told |= own
    return found


def _holding(own: Facts, kept: Mapping[Facts, str]) -> str:
    first = next(iter(kept.values()))
    return next((name for facts, name in kept.items() if own <= facts), first)


def facts(article: AnnotatedArticle) -> Facts:
    """The numbers, dates and names of an article, as they are compared with those of its copies."""
    numbers = map(_number, article.quantities)
    return frozenset((*numbers, *_dates(article), *_names(article)))


def with_own_numbers(
    articles: Sequence[AnnotatedArticle], duplicates: Sequence[Sequence[str]]
) -> list[AnnotatedArticle]:
    """The articles, near-identical ones with those numbers alone that none before them states.

    A copy that repeats a number does not confirm it. `articles` are in order of publication.
    """
    group_of = {name: number for number, group in enumerate(duplicates) for name in group}
    told: dict[int, set[Fact]] = {}
    return [
        _with_own(article, told.setdefault(group_of[article.id], set()))
        if article.id in group_of
        else article
        for article in articles
    ]


def _with_own(article: AnnotatedArticle, told: set[Fact]) -> AnnotatedArticle:
    own = tuple(one for one in article.quantities if _number(one) not in told)
    told.update(map(_number, own))
    return replace(article, quantities=own)


def _number(one: Quantity) -> Fact:
    bounds = (one.value, one.low, one.high)
    return ("number", *map(str, bounds), one.unit or "", (one.item or "").casefold())


def _dates(article: AnnotatedArticle) -> Iterator[Fact]:
    """Dates in figures by what they mean, `hôm qua` by its words: a paper that prints a text a day
    later does not say that it happened a day later.
    """
    for time in article.times:
        surface = " ".join(article.surface(time).casefold().split())
        written = any(sign.isdigit() for sign in surface)
        yield "date", day_value(time.value) if written else surface


def _names(article: AnnotatedArticle) -> Iterator[Fact]:
    """Whom and what the text names; who wrote, sent or drew it is left out."""
    silent = [part for part in article.parts if part.kind in _SILENT]
    return (
        ("name", _named(article, name))
        for name in article.names
        if not any(overlaps(name, part) for part in silent)
    )


def _named(article: AnnotatedArticle, name: Name) -> str:
    return name.entity or " ".join(article.surface(name).split()).casefold()
