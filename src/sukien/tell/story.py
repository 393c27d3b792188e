"""A thread of episodes told whole."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from sukien.model import AnnotatedArticle, Brief, Episode, Story, Thread
from sukien.tell.agenda import agenda
from sukien.tell.brief import WORDS, Aim, brief
from sukien.tell.entities import entities
from sukien.tell.figures import figures
from sukien.tell.label import label
from sukien.tell.network import network
from sukien.tell.origins import Origins
from sukien.tell.timeline import claims, merged, timeline

VERSION = 9
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
    told = merged([claim for article in ordered for claim in claims(article)])
    unique = _without_copies(ordered, thread.duplicates)
    origins = Origins(ordered, thread.duplicates)
    named = entities(ordered)
    episodes = [episode.articles for episode in thread.episodes]
    return Story(
        id=thread.id,
        label=thread.label or label(unique, episodes),
        first=min(dates)[:10] if dates else None,
        last=max(dates)[:10] if dates else None,
        episodes=_labelled(thread.episodes, ordered),
        articles=tuple(article.id for article in ordered),
        duplicates=thread.duplicates,
        timeline=timeline(told, origins, first=first, now=now),
        figures=figures(unique),
        brief=brief(unique, episodes, origins, Aim(words=brief_words)),
        entities=named,
        agenda=agenda(told, ordered, origins),
        links=thread.links,
        network=network(ordered, origins, named),
        lineage=origins.lineage,
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
    )


def tell_brief(
    story: Thread | Story, articles: Sequence[AnnotatedArticle], aim: Aim | None = None
) -> Brief:
    """The brief of a story, of any length and scope; `articles` are the story's, in any order."""
    ordered = sorted(articles, key=_published)
    unique = _without_copies(ordered, story.duplicates)
    episodes = [episode.articles for episode in story.episodes]
    return brief(unique, episodes, Origins(ordered, story.duplicates), aim or Aim())


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


def _labelled(
    episodes: Sequence[Episode], articles: Sequence[AnnotatedArticle]
) -> tuple[Episode, ...]:
    """The episodes, each called by the heading that fits its articles best."""
    return tuple(replace(one, label=label(_in(one, articles))) for one in episodes)


def _in(episode: Episode, articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    held = set(episode.articles)
    return [article for article in articles if article.id in held]
