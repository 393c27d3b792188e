"""A story by its articles: what each of them told of it, found at once in a story of any size."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sukien.model import AnnotatedArticle, Edge, Evidence, Figure, Story, TimelineEntry
from sukien.tell.dates import length
from sukien.tell.novelty.sentences import Line, lines
from sukien.tell.origins import Origins
from sukien.tell.timeline.claims import WIDEST_WITHOUT_EVENT

_KEPT = 256
_CLOSE = 0.01


class Points:
    """The statements of a figure, to find those at once that one of them agrees with or not."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._verdicts: dict[int, dict[int, str]] = {}
        for told in figure.judgements:
            self._verdicts.setdefault(told.one, {})[told.other] = told.verdict
            self._verdicts.setdefault(told.other, {})[told.one] = told.verdict
        valued = ((p.value, n) for n, p in enumerate(figure.points) if p.value is not None)
        self._sorted = sorted(valued)

    def verdicts(self, number: int) -> Mapping[int, str]:
        """What was judged of a statement and others, by their numbers."""
        return self._verdicts.get(number, {})

    def near(self, number: int) -> list[int]:
        """The statements that one was judged against, and those of nearly its value, in order."""
        judged = {n for n in self.verdicts(number) if n < len(self.figure.points)}
        value = self.figure.points[number].value
        if value is None:
            return sorted(judged)
        room = 2 * _CLOSE * abs(value)
        first = bisect_left(self._sorted, (value - room, -1))
        last = bisect_left(self._sorted, (value + room, len(self.figure.points)))
        return sorted(judged | {n for _, n in self._sorted[first:last]})

    def is_equal(self, number: int, other: int) -> bool:
        """Whether two statements have nearly the same value."""
        one, two = self.figure.points[number].value, self.figure.points[other].value
        if one is None or two is None:
            return False
        return abs(one - two) <= _CLOSE * max(abs(one), abs(two))


class Share(NamedTuple):
    """What one article gave a story: lines of its timeline and edges of its network, each with the
    article's own proofs, and points of its figures by number.
    """

    entries: list[tuple[TimelineEntry, list[Evidence]]]
    edges: list[tuple[Edge, list[Evidence]]]
    points: list[tuple[Points, int]]


class Record:
    """A story to hold its articles against, one after the other.

    What is told of a year or a quarter alone is no news and left out of `entries`.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.origins = Origins.of_story(story)
        self.place: Mapping[str, int] = {name: at for at, name in enumerate(story.articles)}
        self.entries = [e for e in story.timeline if length(e.date) <= WIDEST_WITHOUT_EVENT]
        self.episode_of = {name: one.id for one in story.episodes for name in one.articles}
        self._read = self._places(story.articles)
        self._read_of = {one.id: self._places(one.articles) for one in story.episodes}
        self._shares: dict[str, Share] = {}
        self._lines: dict[str, list[Line]] = {}
        self._share_out()

    def _share_out(self) -> None:
        for entry in self.entries:
            for name, proofs in _by_article(entry.evidence).items():
                self._share(name).entries.append((entry, proofs))
        for edge in self.story.network:
            for name, proofs in _by_article(() if edge.mutual else edge.evidence).items():
                self._share(name).edges.append((edge, proofs))
        for figure in self.story.figures:
            points = Points(figure)
            for number, point in enumerate(figure.points):
                self._share(point.article).points.append((points, number))

    def _share(self, name: str) -> Share:
        return self._shares.setdefault(name, Share([], [], []))

    def share(self, article_id: str) -> Share:
        """What an article gave the story."""
        return self._shares.get(article_id, Share([], [], []))

    def _places(self, names: Iterable[str]) -> list[int]:
        """Where the articles that repeat none stand in the story."""
        return sorted(self.place[one] for one in self.origins.kept(names) if one in self.place)

    def before(self, article_id: str) -> Iterator[str]:
        """Articles before one that repeat none, those of its episode first, the latest first."""
        home, at = self.episode_of.get(article_id), self.place[article_id]
        for number in _down(self._read_of.get(home or "", ()), at):
            yield self.story.articles[number]
        for number in _down(self._read, at):
            name = self.story.articles[number]
            if home is None or self.episode_of.get(name) != home:
                yield name

    def lines(self, article: AnnotatedArticle) -> list[Line]:
        """The sentences of an article; the last ones asked for are kept."""
        if article.id not in self._lines:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            self._lines[article.id] = lines(article)
        return self._lines[article.id]


def _down(places: Sequence[int], at: int) -> Iterator[int]:
    """The places before a place, the last first."""
    return (places[n] for n in range(bisect_left(places, at) - 1, -1, -1))


def _by_article(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        found.setdefault(one.article, []).append(one)
    return found
