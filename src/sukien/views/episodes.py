"""The episodes of a story, each with its articles and why they are together."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sukien.model import Episode, Link, Reason
from sukien.store import Card

_LINES = 50
_COPIES = 12


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story, and why it is in it; `copy_of` is a near-identical one before it."""

    card: Card
    reasons: tuple[Reason, ...]
    copy_of: str | None = None


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """An article with those that are nearly the same: the first of them, and how many they are."""

    line: ArticleLine
    copies: tuple[Card, ...] = ()
    count: int = 0

    @property
    def left(self) -> int:
        """How many copies are not among the first."""
        return self.count - len(self.copies)


class EpisodeTable(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one episode."""

    id: str
    label: str
    articles: tuple[ArticleLine, ...]
    reasons: tuple[Reason, ...]

    @property
    def shown(self) -> tuple[Fold, ...]:
        """The first articles, near-identical ones folded under the first of them."""
        copies: dict[str, list[Card]] = {}
        for line in self.articles:
            if line.copy_of is not None:
                copies.setdefault(line.copy_of, []).append(line.card)
        firsts = [line for line in self.articles if line.copy_of is None][:_LINES]
        return tuple(_fold(line, copies.get(line.card.id, ())) for line in firsts)

    @property
    def left(self) -> int:
        """How many articles are neither shown nor folded under one that is."""
        return len(self.articles) - sum(1 + one.count for one in self.shown)


def _fold(line: ArticleLine, copies: Sequence[Card]) -> Fold:
    return Fold(line=line, copies=tuple(copies[:_COPIES]), count=len(copies))


def episode_table(
    episode: Episode,
    links: Iterable[Link],
    cards: Mapping[str, Card],
    group_of: Mapping[str, int] | None = None,
) -> EpisodeTable:
    """An episode with the reasons of each of its articles and its own.

    `group_of` numbers the groups of near-identical articles.
    """
    why = {link.other: link.reasons for link in episode.links}
    joined = [link for link in links if link.other == episode.id]
    first = _firsts(episode.articles, group_of or {})
    return EpisodeTable(
        id=episode.id,
        label=episode.label,
        articles=tuple(
            ArticleLine(card=cards[name], reasons=why.get(name, ()), copy_of=first.get(name))
            for name in episode.articles
        ),
        reasons=joined[0].reasons if joined else (),
    )


def _firsts(names: Sequence[str], group_of: Mapping[str, int]) -> dict[str, str]:
    """Of each article that is nearly the same as one before it, the first of those."""
    first: dict[int, str] = {}
    found: dict[str, str] = {}
    for name in names:
        if name in group_of and first.setdefault(group_of[name], name) != name:
            found[name] = first[group_of[name]]
    return found
