"""The figures of a story as a person reads them: verdicts, and pairs with both sentences."""

from collections.abc import Iterable
from itertools import islice

from sukien.model import Figure, FigurePoint
from sukien.views.dates import date_words
from sukien.views.language import LANGUAGES, phrase
from sukien.views.pages import Comparison, FigureLine, FigureTable
from sukien.views.places import Places

_SHOWN = 12
"""How many figures a page shows, those of most interest first; the JSON of a story has all."""
_COMPARED = 6
_TOLD = ("conflict", "claims", "changed", "scope")
"""Verdicts whose pairs are shown, the gravest first; the others explain themselves."""
_OF_DAYS = frozenset(("days", "published", "hours", "period", "course"))


def figure_tables(figures: Iterable[Figure], places: Places) -> tuple[FigureTable, ...]:
    """The figures of a story with the sentences of their statements."""
    return tuple(_table(figure, places) for figure in islice(figures, _SHOWN))


def _table(figure: Figure, places: Places) -> FigureTable:
    stated = [_line(point, places) for point in (*figure.points, *figure.beside)]
    return FigureTable(
        about=figure.about,
        verdict=figure.verdict,
        lines=tuple(stated[: len(figure.points)]),
        comparisons=tuple(_comparisons(figure, stated)),
    )


def _line(point: FigurePoint, places: Places) -> FigureLine:
    return FigureLine(
        value=point.value,
        low=point.low,
        high=point.high,
        mod=point.mod,
        date=point.date,
        place=places.at(point.article, point),
        speaker=places.surface(point.article, point.speaker) if point.speaker else "",
    )


def _comparisons(figure: Figure, stated: list[FigureLine]) -> list[Comparison]:
    """Of the pairs with one verdict on two values the first, the gravest verdicts first."""
    found: dict[tuple[str, frozenset[float | None]], Comparison] = {}
    for told in figure.judgements:
        one, other = stated[told.one], stated[told.other]
        key = (told.verdict, frozenset((one.value, other.value)))
        if told.verdict in _TOLD and key not in found:
            found[key] = Comparison(
                verdict=told.verdict, reason=told.reason, detail=told.detail, one=one, other=other
            )
    order = {verdict: place for place, verdict in enumerate(_TOLD)}
    return sorted(found.values(), key=lambda pair: order[pair.verdict])[:_COMPARED]


def figure_reason(reason: str, detail: str, language: str = LANGUAGES[0]) -> str:
    """Why two statements stand so to each other: `nói về hai ngày: 12/4/2024 và 19/5/2024`."""
    label = phrase(f"figure_{reason.replace(' ', '_')}", language)
    if reason in _OF_DAYS:
        told = [date_words(part, language) for part in detail.split(" ")]
        return f"{label}: {', '.join(told)}"
    return f"{label}: {detail}" if detail else label
