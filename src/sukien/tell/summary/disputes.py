"""Sentences of a story that contradict each other, both with their proofs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sukien.model import (
    AnnotatedArticle,
    Contradiction,
    Dispute,
    Evidence,
    Figure,
    FigureJudgement,
    FigurePoint,
    Novelty,
    Side,
    Span,
)
from sukien.tell.novelty import Record

_MOST = 6
_GRAVE = ("conflict", "claims")
_DAY = len("2024-05-03")


def disputes(
    record: Record, novelties: Iterable[Novelty], opened: Mapping[str, AnnotatedArticle]
) -> tuple[Dispute, ...]:
    """The contradictions of a story, figures first, at most six.

    Of a figure the last told pair that nothing explains; of the last articles also what one denies
    and what is told of another day.
    """
    scene = _Scene(record, opened)
    found = [one for figure in record.story.figures for one in _of_figure(scene, figure)]
    for told in novelties:
        found += [scene.dispute(one) for one in told.contradicts if one.kind != "figure"]
    return tuple({frozenset((one.one.place, one.other.place)): one for one in found}.values())[
        :_MOST
    ]


class _Scene:
    """The articles of a story, to find the sentence around a place and who is behind it."""

    def __init__(self, record: Record, opened: Mapping[str, AnnotatedArticle]) -> None:
        self._order = record.place
        self._names = {one.article: one.sources for one in record.origins.lineage}
        self._opened = opened

    def order(self, place: Evidence) -> tuple[int, int]:
        """Where a place stands in the order of the story."""
        return self._order.get(place.article, -1), place.start

    def dispute(self, told: Contradiction) -> Dispute:
        """What an article tells otherwise than an earlier one."""
        return Dispute(
            kind=told.kind,
            about=told.about,
            one=self._side(told.other, told.other_text),
            other=self._side(told.place, told.text),
        )

    def said(self, point: FigurePoint) -> Side:
        """What a point of a figure says."""
        place, text = self._sentence(point)
        side = self._side(place, text, self._speaker(point))
        return Side(
            text=side.text,
            place=place,
            source=side.source,
            published=side.published,
            value=point.value,
            low=point.low,
            high=point.high,
            mod=point.mod,
        )

    def _side(self, place: Evidence, text: str, speaker: str = "") -> Side:
        article = self._opened.get(place.article)
        published = article.article.published if article else None
        return Side(
            text=text,
            place=place,
            source=speaker or self._source(place.article),
            published=published[:_DAY] if published else None,
        )

    def _sentence(self, point: FigurePoint) -> tuple[Evidence, str]:
        """The sentence around a number; the number alone where the article is not at hand."""
        article = self._opened.get(point.article)
        if article is None or not article.sentences:
            return Evidence(article=point.article, start=point.start, end=point.end), ""
        starts = [one.start for one in article.sentences]
        sentence: Span = article.sentences[max(0, bisect_right(starts, point.start) - 1)]
        text = " ".join(article.surface(sentence).split())
        return Evidence(article=article.id, start=sentence.start, end=sentence.end), text

    def _speaker(self, point: FigurePoint) -> str:
        article = self._opened.get(point.article)
        if point.speaker is None or article is None:
            return ""
        return " ".join(article.surface(point.speaker).split())

    def _source(self, name: str) -> str:
        named = [source.name for source in self._names.get(name, ()) if source.name]
        return " + ".join(named)


def _of_figure(scene: _Scene, figure: Figure) -> Iterator[Dispute]:
    """The last told pair of a figure with its gravest verdict."""
    if figure.verdict not in _GRAVE:
        return
    own = len(figure.points)
    pairs = [
        one
        for one in figure.judgements
        if one.verdict == figure.verdict and one.one < own and one.other < own
    ]
    if not pairs:
        return
    told = max(pairs, key=lambda pair: _last(scene, figure.points, pair))
    points = sorted(
        (figure.points[told.one], figure.points[told.other]),
        key=lambda point: scene.order(_place(point)),
    )
    yield Dispute(
        kind=told.verdict,
        about=figure.about,
        one=scene.said(points[0]),
        other=scene.said(points[1]),
        reason=told.reason,
        detail=told.detail,
    )


def _last(
    scene: _Scene, points: Sequence[FigurePoint], pair: FigureJudgement
) -> tuple[tuple[int, int], tuple[int, int]]:
    places = sorted((scene.order(_place(points[n])) for n in (pair.one, pair.other)), reverse=True)
    return places[0], places[1]


def _place(point: FigurePoint) -> Evidence:
    return Evidence(article=point.article, start=point.start, end=point.end)
