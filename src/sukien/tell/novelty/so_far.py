"""A story as it was told before one of its articles."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sukien.model import Evidence, Figure, FigurePoint, Span, TimelineEntry
from sukien.tell.dates import length
from sukien.tell.novelty.record import Points, Record

_AGREE = frozenset(("same", "rounded"))
_AGAINST = frozenset(("conflict", "claims"))


class Stated(NamedTuple):
    """A value that an article states of a figure, with what earlier articles stated of it.

    `same` are the earlier points that agree, `against` those that contradict it.
    """

    figure: Figure
    point: FigurePoint
    same: tuple[FigurePoint, ...]
    against: tuple[FigurePoint, ...]


class SoFar:
    """What a story's articles before one of them tell; nothing of what came after it.

    `known` is the number of those articles.
    """

    def __init__(self, record: Record, article_id: str) -> None:
        self.record = record
        self.article = article_id
        self.known = record.place.get(article_id, 0)
        self._share = record.share(article_id)

    def is_before(self, article_id: str) -> bool:
        """Whether an article of the story was published before this one."""
        return self.record.place.get(article_id, self.known) < self.known

    def is_of_episode(self, article_id: str) -> bool:
        """Whether an article is an earlier one of the same episode."""
        home = self.record.episode_of
        same = home.get(article_id, article_id) == home.get(self.article)
        return same and self.is_before(article_id)

    def tellers(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        """The articles before this one that say so, with those that repeat them."""
        ids = self.record.origins.with_echoes(one.article for one in evidence)
        return tuple(filter(self.is_before, ids))

    def sources(self, ids: Iterable[str]) -> int:
        """The number of independent sources among articles."""
        return self.record.origins.count(ids)

    def earlier(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The proofs that stand in articles before this one."""
        return tuple(one for one in evidence if self.is_before(one.article))

    def entries(self, span: Span) -> list[TimelineEntry]:
        """The lines of the timeline that characters of the article support, precise dates first.

        What is only told of a year or a quarter is no news of its own.
        """
        here = (entry for entry, proofs in self._share.entries if _any_in(proofs, span))
        return sorted(here, key=lambda entry: length(entry.date))

    def deeds(self, span: Span) -> tuple[Evidence, ...]:
        """Where earlier articles tell what characters of the article tell one party to have done
        to another; a meeting or a deal may be another one.
        """
        here = (edge for edge, proofs in self._share.edges if _any_in(proofs, span))
        return tuple(proof for edge in here for proof in self.earlier(edge.evidence))

    def stated(self, span: Span) -> Iterator[Stated]:
        """The values of figures that characters of the article state."""
        for points, number in self._share.points:
            if _any_in((points.figure.points[number],), span):
                yield self._stated(points, number)

    def _stated(self, points: Points, number: int) -> Stated:
        told = points.figure.points
        before = [n for n in points.near(number) if self.is_before(told[n].article)]
        verdicts = points.verdicts(number)
        same = [n for n in before if verdicts.get(n) in _AGREE or points.is_equal(number, n)]
        against = [n for n in before if n not in same and verdicts.get(n) in _AGAINST]
        return Stated(
            points.figure,
            told[number],
            same=tuple(told[n] for n in same),
            against=tuple(told[n] for n in against),
        )


def _any_in(proofs: Iterable[Span], span: Span) -> bool:
    return any(span.start <= proof.start < span.end for proof in proofs)


def place_of(point: FigurePoint) -> Evidence:
    """Where a value of a figure stands."""
    return Evidence(article=point.article, start=point.start, end=point.end)
