"""From articles to episodes and from episodes to stories.

`thread` reads the articles in order of publication, as they came out, and never looks ahead.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sukien.model import AnnotatedArticle, Episode, Link, Thread, content_id
from sukien.thread.copies import copies
from sukien.thread.episodes import Cluster, Item, find_episodes
from sukien.thread.labels import label_of
from sukien.thread.rarity import Rarity, summed, unit
from sukien.thread.stories import Chapter, Strand, find_stories
from sukien.thread.terms import Digest, day_of, digest

VERSION = 1

__all__ = ["VERSION", "thread"]


def thread(articles: Sequence[AnnotatedArticle]) -> tuple[Thread, ...]:
    """The stories that the articles tell, in the order in which they began.

    Every article is in one episode, every episode in one story. The order of `articles` does not
    matter: those of one day are taken by their ids, undated ones last.
    """
    ordered = sorted(articles, key=_order)
    items = list(_items(ordered))
    clusters = find_episodes(items)
    strands = find_stories([_chapter(cluster) for cluster in clusters])
    by_id = {article.id: article for article in ordered}
    episodes = [_episode(cluster, by_id) for cluster in clusters]
    groups = copies([item.tokens for item in items])
    alike = [tuple(items[place].id for place in group) for group in groups]
    return tuple(_thread(strand, episodes, alike) for strand in strands)


def _order(article: AnnotatedArticle) -> tuple[bool, str, str, str]:
    """Dated articles by day and id; undated ones by the first day that their text allows."""
    published = article.article.published
    if published:
        return False, published[:10], article.id, article.text
    known = [bound for bound in article.published_bounds or () if bound]
    return True, known[0] if known else "9999", article.id, article.text


def _items(articles: Iterable[AnnotatedArticle]) -> Iterator[Item]:
    """The articles as vectors, each weighted by what came up to its own day."""
    rarity = Rarity()
    for _, group in groupby(articles, key=day_of):
        day = [digest(article) for article in group]
        for one in day:
            rarity.see([*one.terms, *one.surfaces])
        yield from (_item(one, rarity) for one in day)


def _item(one: Digest, rarity: Rarity) -> Item:
    words = rarity.vector(one.terms)
    return Item(
        id=one.id,
        day=one.day,
        tokens=one.tokens,
        vector=words,
        title=unit({term: words[term] for term in words if term in one.title}),
        names=rarity.names(one.names, one.surfaces),
    )


def _chapter(cluster: Cluster) -> Chapter:
    members = cluster.members
    return Chapter(
        words=summed(item.vector for item in members),
        titles=summed(item.title for item in members),
        names=summed(item.names for item in members),
        first=cluster.first,
        last=cluster.last,
    )


def _episode(cluster: Cluster, by_id: dict[str, AnnotatedArticle]) -> Episode:
    ids = tuple(item.id for item in cluster.members)
    label = label_of(cluster.members, cluster.total, [by_id[name] for name in ids])
    return Episode(
        id=content_id("episode", ids[0]), label=label, articles=ids, links=tuple(cluster.links)
    )


def _thread(
    strand: Strand, episodes: Sequence[Episode], alike: Iterable[tuple[str, ...]]
) -> Thread:
    chosen = [episodes[number] for number in strand.chapters]
    links = [
        Link(
            one=episodes[tie.nearest].id,
            other=episodes[tie.number].id,
            score=round(tie.score, 4),
            reasons=tie.reasons,
        )
        for tie in sorted(strand.ties)
    ]
    held = {name for episode in chosen for name in episode.articles}
    groups = (tuple(name for name in group if name in held) for group in alike)
    return Thread(
        id=content_id("story", chosen[0].articles[0]),
        episodes=tuple(chosen),
        links=tuple(links),
        duplicates=tuple(group for group in groups if len(group) > 1),
    )
