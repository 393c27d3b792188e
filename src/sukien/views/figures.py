"""The figures of a story as a person reads them: verdicts, and pairs with both sentences."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sukien.model import AnnotatedArticle, Figure, FigurePoint
from sukien.tell.origins import Origins
from sukien.views.dates import date_words
from sukien.views.language import LANGUAGES, counted, phrase
from sukien.views.numbers import figure_words, number_words
from sukien.views.places import Places
from sukien.views.statements import Comparison, FigureLine, FigureTable
from sukien.views.units import unit_words

_SHOWN = 12
"""How many figures a page shows, those of most interest first; the JSON of a story has all."""
_COMPARED = 6
_WHO = 48
_TOLD = ("conflict", "claims", "changed", "scope")
"""Verdicts whose pairs are shown, the gravest first; the others explain themselves."""
_OF_DAYS = frozenset(("days", "published", "hours", "period", "course"))


def figure_tables(
    figures: Iterable[Figure], places: Places, origins: Origins
) -> tuple[FigureTable, ...]:
    """The figures of a story with the sentences of their statements."""
    return tuple(_table(figure, places, origins) for figure in islice(figures, _SHOWN))


def _table(figure: Figure, places: Places, origins: Origins) -> FigureTable:
    points = (*figure.points, *figure.beside)
    names = _names(origins, {point.article for point in points})
    stated = [_line(point, places, names) for point in points]
    own = len(figure.points)
    return FigureTable(
        about=figure.about,
        verdict=figure.verdict,
        lines=tuple(stated[:own]),
        comparisons=tuple(_comparisons(figure, stated)),
        beside=tuple(stated[own:]),
        sources=origins.count({point.article for point in figure.points}),
    )


def _names(origins: Origins, articles: Iterable[str]) -> dict[str, str]:
    """What each article goes back to, by name."""
    found = origins.among(sorted(articles))
    return {article: origin.name for origin in found for article in origin.articles}


def _line(point: FigurePoint, places: Places, names: Mapping[str, str]) -> FigureLine:
    return FigureLine(
        value=point.value,
        low=point.low,
        high=point.high,
        mod=point.mod,
        date=point.date,
        place=places.at(point.article, point),
        speaker=places.surface(point.article, point.speaker) if point.speaker else "",
        unit=_unit(places.articles[point.article], point),
        source=names.get(point.article, ""),
    )


def _unit(article: AnnotatedArticle, point: FigurePoint) -> str | None:
    return next((one.unit for one in article.quantities if one.start == point.start), None)


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


def stated_words(line: FigureLine, language: str = LANGUAGES[0]) -> str:
    """The number of a statement with hedge and unit: `khoảng 650`, `5–7`, `hơn 3 triệu đồng`."""
    words = figure_words(line.value, line.mod, language) or "–".join(
        number_words(end, language) for end in (line.low, line.high) if end is not None
    )
    return f"{words} {unit_words(line.unit, language)}".strip() if words else ""


def statement_words(line: FigureLine, language: str = LANGUAGES[0]) -> str:
    """A statement with who says so and as of which day: `650 (Reuters, 19/4/2024)`."""
    who = line.who if len(line.who) <= _WHO else line.who[:_WHO].rsplit(" ", 1)[0] + "…"
    when = date_words(line.date or (line.place.published or "")[:10], language)
    return f"{stated_words(line, language)} ({', '.join(part for part in (who, when) if part)})"


def mark_words(
    lines: Sequence[FigureLine], language: str = LANGUAGES[0], *, published: bool = False
) -> str:
    """What a mark of a chart stands for: its first statement, and how many more say the same."""
    words = statement_words(lines[0], language)
    if published:
        words += f", {phrase('by_publication', language)}"
    return f"{words}; {counted('more_figures', len(lines) - 1, language)}" if lines[1:] else words


def figure_sentence(table: FigureTable, language: str = LANGUAGES[0]) -> str:
    """The verdict on a figure in a sentence: who says which value as of when, and what follows."""
    told = [statement_words(line, language) for line in table.told]
    if not told:
        return ""
    key = f"tells_{table.verdict}"
    if table.plain == "changed":
        key = "tells_course" if table.values > len(told) else "tells_changed"
    return phrase(key, language).format(
        who=_who(table, language),
        value=stated_words(table.told[0], language),
        first=told[0],
        last=told[-1],
        all=_listed(told, "tells_and", language),
        course=_listed(told, "tells_then", language),
        n=table.values,
    )


def _listed(parts: Sequence[str], joint: str, language: str) -> str:
    """`A, B và C`."""
    *before, last = parts
    return f"{', '.join(before)}{phrase(joint, language)}{last}" if before else last


def _who(table: FigureTable, language: str) -> str:
    if table.sources > 1:
        return counted("sources", table.sources, language)
    return counted("articles", len({line.place.article for line in table.lines}), language)
