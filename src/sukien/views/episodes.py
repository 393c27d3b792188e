"""The episodes of a story, each with its articles and why they are together."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sukien.model import Episode, Link, Reason
from sukien.store import Card

_LINES = 50
_COPIES = 12
_EPISODES, _ARTICLES, _LABELS = 6, 6, 40


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story, and why it is in it; `copy_of` is a near-identical one before it.

    `new` says that it was published since the day that somebody asks about.
    """

    card: Card
    reasons: tuple[Reason, ...]
    copy_of: str | None = None
    new: bool = False


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
        return self.folds(_LINES)

    def folds(self, lines: int | None) -> tuple[Fold, ...]:
        """The first so many articles, or all, near-identical ones folded under the first."""
        copies: dict[str, list[Card]] = {}
        for line in self.articles:
            if line.copy_of is not None:
                copies.setdefault(line.copy_of, []).append(line.card)
        firsts = [line for line in self.articles if line.copy_of is None][:lines]
        return tuple(_fold(line, copies.get(line.card.id, ())) for line in firsts)

    @property
    def left(self) -> int:
        """How many articles are neither shown nor folded under one that is."""
        return self.left_of(self.shown)

    def left_of(self, folds: Iterable[Fold]) -> int:
        """How many articles are neither among these nor folded under one of them."""
        return len(self.articles) - sum(1 + one.count for one in folds)

    @property
    def first(self) -> str | None:
        """The day of its first article that has one."""
        return min((d for line in self.articles if (d := line.card.published)), default=None)


class Listed(NamedTuple):
    """An episode with the articles of it that a page lists, and the number of the others."""

    table: EpisodeTable
    folds: tuple[Fold, ...]
    left: int


class Listing(NamedTuple):
    """Episodes in order of time: those with their articles, those named only, how many more."""

    episodes: tuple[Listed, ...]
    others: tuple[EpisodeTable, ...]
    left: int

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the episodes that are listed, with their articles or named."""
        listed = (one.table for one in self.episodes)
        return frozenset(table.id for table in (*listed, *self.others))

    @property
    def is_whole(self) -> bool:
        """Whether every article is listed."""
        return not (self.others or self.left or any(one.left for one in self.episodes))


def listing(tables: Sequence[EpisodeTable], *, everything: bool = False) -> Listing:
    """How a page lists a story's episodes: those of most articles, unless `everything`."""
    if everything:
        return Listing(tuple(_listed(table, None) for table in tables), (), 0)
    order = sorted(range(len(tables)), key=lambda n: -len(tables[n].articles))
    chosen = frozenset(order[:_EPISODES])
    lines = _LINES if len(tables) == 1 else _ARTICLES
    others = [table for number, table in enumerate(tables) if number not in chosen]
    return Listing(
        tuple(_listed(table, lines) for n, table in enumerate(tables) if n in chosen),
        tuple(others[:_LABELS]),
        len(others[_LABELS:]),
    )


def _listed(table: EpisodeTable, lines: int | None) -> Listed:
    folds = table.folds(lines)
    return Listed(table, folds, table.left_of(folds))


def _fold(line: ArticleLine, copies: Sequence[Card]) -> Fold:
    return Fold(line=line, copies=tuple(copies[:_COPIES]), count=len(copies))


def episode_table(
    episode: Episode,
    links: Iterable[Link],
    cards: Mapping[str, Card],
    group_of: Mapping[str, int] | None = None,
    fresh: Collection[str] = (),
) -> EpisodeTable:
    """An episode with the reasons of each of its articles and its own.

    `group_of` numbers the groups of near-identical articles, `fresh` names the new ones.
    """
    why = {link.other: link.reasons for link in episode.links}
    joined = [link for link in links if link.other == episode.id]
    first = _firsts(episode.articles, group_of or {})
    return EpisodeTable(
        id=episode.id,
        label=episode.label,
        articles=tuple(
            ArticleLine(
                card=cards[name],
                reasons=why.get(name, ()),
                copy_of=first.get(name),
                new=name in fresh,
            )
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
