"""A thread of episodes told whole."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from sukien.model import AnnotatedArticle, Brief, Episode, Story, Thread
from sukien.tell.agenda import agenda
from sukien.tell.brief import WORDS, Aim, brief
from sukien.tell.echoes import with_own_numbers
from sukien.tell.entities import entities
from sukien.tell.figures import figures
from sukien.tell.label import label
from sukien.tell.network import network
from sukien.tell.origins import Origins
from sukien.tell.section import voted
from sukien.tell.timeline import claims, merged, timeline

VERSION = 13
BRIEF_WORDS = WORDS


def tell(
    thread: Thread,
    articles: Sequence[AnnotatedArticle],
    *,
    now: dt.date | None = None,
    brief_words: int = BRIEF_WORDS,
) -> Story:
    """The story of a thread: its label, timeline, figures, brief and entities, with evidence.

    `articles` are those of the thread, in any order. What lies after `now` is upcoming; by default
    the day of the last article is now. `brief_words` is the length that the brief aims at.
    """
    ordered = sorted(articles, key=_published)
    dates = [a.article.published for a in ordered if a.article.published]
    if now is None and dates:
        now = dt.date.fromisoformat(max(dates)[:10])
    first = dt.date.fromisoformat(min(dates)[:10]) if dates else None
    origins = Origins(ordered, thread.duplicates)
    kept = _without_echoes(ordered, origins)
    told = merged([claim for article in kept for claim in claims(article)])
    named = entities(ordered)
    episodes = [episode.articles for episode in thread.episodes]
    return Story(
        id=thread.id,
        label=thread.label or label(kept, episodes),
        first=min(dates)[:10] if dates else None,
        last=max(dates)[:10] if dates else None,
        episodes=_labelled(thread.episodes, ordered, origins),
        articles=tuple(article.id for article in ordered),
        duplicates=thread.duplicates,
        timeline=timeline(told, origins, first=first, now=now),
        figures=figures(with_own_numbers(kept, thread.duplicates)),
        brief=brief(kept, episodes, origins, Aim(words=brief_words)),
        entities=named,
        agenda=agenda(told, kept, origins),
        links=thread.links,
        network=network(kept, origins, named),
        lineage=origins.lineage,
        section=voted(article.section for article in kept),
    )


def tell_plainly(thread: Thread, articles: Sequence[AnnotatedArticle]) -> Story:
    """The story of a thread without anything told: its label, days, episodes and articles."""
    ordered = sorted(articles, key=_published)
    dates = [a.article.published for a in ordered if a.article.published]
    return Story(
        id=thread.id,
        label=thread.label or label(_without_copies(ordered, thread.duplicates)),
        first=min(dates)[:10] if dates else None,
        last=max(dates)[:10] if dates else None,
        episodes=thread.episodes,
        articles=tuple(article.id for article in ordered),
        duplicates=thread.duplicates,
        links=thread.links,
        section=voted(article.section for article in ordered),
    )


def tell_brief(
    story: Thread | Story,
    articles: Sequence[AnnotatedArticle],
    origins: Origins,
    aim: Aim | None = None,
) -> Brief:
    """The brief of a story, of any length and scope.

    `articles` are the story's, in any order; those that repeat others may be missing.
    """
    kept = _without_echoes(sorted(articles, key=_published), origins)
    episodes = [episode.articles for episode in story.episodes]
    return brief(kept, episodes, origins, aim or Aim())


def _published(article: AnnotatedArticle) -> tuple[bool, str, str]:
    published = article.article.published
    return (published is None, published or "", article.id)


def _without_copies(
    articles: Sequence[AnnotatedArticle], duplicates: Sequence[Sequence[str]]
) -> list[AnnotatedArticle]:
    """The first of each group of near-identical articles, and all others."""
    group_of = {name: number for number, group in enumerate(duplicates) for name in group}
    seen: set[int] = set()
    kept: list[AnnotatedArticle] = []
    for article in articles:
        number = group_of.get(article.id)
        if number is None or number not in seen:
            kept.append(article)
        if number is not None:
            seen.add(number)
    return kept


def _without_echoes(
    articles: Sequence[AnnotatedArticle], origins: Origins
) -> list[AnnotatedArticle]:
    return [article for article in articles if origins.echo_of(article.id) is None]


def _labelled(
    episodes: Sequence[Episode], articles: Sequence[AnnotatedArticle], origins: Origins
) -> tuple[Episode, ...]:
    """The episodes, each called by the heading that fits its articles best."""
    home = {name: number for number, one in enumerate(episodes) for name in one.articles}
    inside: list[list[AnnotatedArticle]] = [[] for _ in episodes]
    for article in articles:
        if article.id in home:
            inside[home[article.id]].append(article)
    return tuple(
        replace(one, label=label(_without_echoes(own, origins) or own[:1]))
        for one, own in zip(episodes, inside, strict=True)
    )
