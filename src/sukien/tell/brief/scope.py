"""Which episodes and articles a brief is made from, of a story of any size."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import NamedTuple

from sukien.model import AnnotatedArticle
from sukien.tell.brief.aim import Aim
from sukien.tell.brief.candidates import ARTICLES, EPISODES, Page, union
from sukien.tell.origins import Origins

_PLAIN = 0.5


class Chapter(NamedTuple):
    """An episode as a brief sees it: articles of it, and the independent source of each.

    `sources` is how many such there are, of all its articles.
    """

    pages: tuple[Page, ...]
    source_of: Mapping[str, str]
    sources: int


def chapters(
    articles: Sequence[AnnotatedArticle],
    episodes: Sequence[Sequence[str]],
    origins: Origins,
    aim: Aim,
) -> list[Chapter]:
    """The episodes that matter, in order of time: first, last, those that most sources tell."""
    by_id = {article.id: article for article in articles if aim.asks_for(article)}
    place = {name: number for number, name in enumerate(by_id)}
    kept = [sorted((n for n in ids if n in by_id), key=place.__getitem__) for ids in episodes]
    told = sorted((ids for ids in kept if ids), key=lambda ids: place[ids[0]])
    sources = [origins.count(ids) for ids in told]
    each = ARTICLES // max(1, min(len(told), EPISODES))
    return [
        _chapter((by_id[name] for name in _spread(told[number], each)), origins, sources[number])
        for number in _main(sources)
    ]


def _main(sources: Sequence[int]) -> list[int]:
    """The numbers of the episodes to read, in order."""
    rank = {number: turn for turn, number in enumerate(visiting_order(len(sources)))}
    ends = {0, len(sources) - 1}
    best = sorted(rank, key=lambda number: (number not in ends, -sources[number], rank[number]))
    return sorted(best[:EPISODES])


def _spread(ids: Sequence[str], most: int) -> list[str]:
    """At most so many of the articles, from the first to the last, in order."""
    return [ids[place] for place in sorted(visiting_order(len(ids))[:most])]


def _chapter(articles: Iterable[AnnotatedArticle], origins: Origins, sources: int) -> Chapter:
    pages = tuple(Page(article) for article in articles)
    return Chapter(pages, origins.sources(page.article.id for page in pages), sources)


def due(told: Sequence[Chapter]) -> list[float]:
    """How much of a brief belongs to each episode.

    More to one that many independent sources tell, and more to one whose opening the other
    episodes take up again: what a story comes back to is what it is about.
    """
    openings = [union(page.opening for page in one.pages) for one in told]
    held = Counter(pair for pairs in openings for pair in pairs)
    echoes = [sum(held[pair] - 1 for pair in one) / max(1, len(one)) for one in openings]
    most = max(echoes, default=0.0) or 1.0
    pairs = zip(told, echoes, strict=True)
    return [(1 + log2(one.sources) / 2) * (_PLAIN + echo / most) for one, echo in pairs]


def visiting_order(count: int) -> list[int]:
    """The places 0 to count - 1: first, last, then the middles of what lies between."""
    order = list(dict.fromkeys((0, count - 1))) if count else []
    gaps = deque([(0, count - 1)])
    while gaps:
        low, high = gaps.popleft()
        middle = (low + high) // 2
        if middle in {low, high}:
            continue
        order.append(middle)
        gaps += [(low, middle), (middle, high)]
    return order
