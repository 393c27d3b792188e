"""The episodes of a story, each with its articles and why they are together."""

from collections.abc import Iterable

import msgspec

from sukien.model import Episode, Link, Reason
from sukien.store import Card


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story, and why it is in it."""

    card: Card
    reasons: tuple[Reason, ...]


class EpisodeTable(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one episode."""

    id: str
    label: str
    articles: tuple[ArticleLine, ...]
    reasons: tuple[Reason, ...]


def episode_table(episode: Episode, links: Iterable[Link], cards: dict[str, Card]) -> EpisodeTable:
    """An episode with the reasons of each of its articles and its own."""
    why = {link.other: link.reasons for link in episode.links}
    joined = [link for link in links if link.other == episode.id]
    return EpisodeTable(
        id=episode.id,
        label=episode.label,
        articles=tuple(
            ArticleLine(card=cards[name], reasons=why.get(name, ())) for name in episode.articles
        ),
        reasons=joined[0].reasons if joined else (),
    )
