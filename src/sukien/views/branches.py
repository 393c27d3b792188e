"""How a story forks: its episodes as lines that part where two go on from one."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from sukien.model import Link, Story, Thread
from sukien.store import Card

_LINE = 2  # episodes that make a line of their own


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """An episode on its line: its first day, its articles, the earlier episode it goes on from."""

    id: str
    label: str
    first: str | None
    articles: int
    parent: str | None


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """Episodes that follow each other, and the lines of two or more that part from one of them.

    `parent` is the episode that the line parts from, None for the one that a story begins with.
    """

    steps: tuple[Step, ...]
    branches: tuple["Branch", ...] = ()
    parent: str | None = None


def branches(story: Story | Thread, cards: Mapping[str, Card]) -> Branch:
    """The story as lines: each episode goes on from the earlier one that it is most tied to.

    Lines part where two of them go on for two episodes or more.
    """
    parents = _parents(story)
    children: dict[str, list[str]] = {}
    for one in story.episodes[1:]:
        children.setdefault(parents[one.id], []).append(one.id)
    steps = {
        one.id: Step(
            id=one.id,
            label=one.label,
            first=_first(one.articles, cards),
            articles=len(one.articles),
            parent=parents.get(one.id),
        )
        for one in story.episodes
    }
    sizes: dict[str, int] = {}
    for key in reversed(steps):
        sizes[key] = 1 + sum(sizes[one] for one in children.get(key, ()))
    order = {key: number for number, key in enumerate(steps)}
    return _Tree(steps, children, sizes, order).branch(story.episodes[0].id)


class _Tree(NamedTuple):
    """Episodes, those that go on from each, how many do in all, and the order of them all."""

    steps: Mapping[str, Step]
    children: Mapping[str, Sequence[str]]
    sizes: Mapping[str, int]
    order: Mapping[str, int]

    def branch(self, start: str) -> Branch:
        """The line that begins with an episode, and those that part from it."""
        held, parted = self._line(start)
        return Branch(
            steps=tuple(self.steps[key] for key in sorted(held, key=self.order.__getitem__)),
            branches=tuple(self.branch(key) for key in sorted(parted, key=self.order.__getitem__)),
            parent=self.steps[start].parent,
        )

    def _line(self, start: str) -> tuple[set[str], list[str]]:
        """The episodes of a line, and those with which another one begins."""
        held, parted, waiting = {start}, list[str](), [start]
        while waiting:
            following = self.children.get(waiting.pop(), ())
            lines = [one for one in following if self.sizes[one] >= _LINE]
            fork = lines if len(lines) > 1 else []
            parted += fork
            going_on = [one for one in following if self.sizes[one] < _LINE or not fork]
            held.update(going_on)
            waiting += going_on
        return held, parted


def _parents(story: Story | Thread) -> dict[str, str]:
    """The earlier episode that each but the first is most firmly tied to."""
    place = {one.id: number for number, one in enumerate(story.episodes)}
    found: dict[str, str] = {}
    for link in sorted(story.links, key=_firmness):
        if place.get(link.one, len(place)) < place.get(link.other, -1):
            found.setdefault(link.other, link.one)
    first = story.episodes[0].id
    return {one.id: found.get(one.id, first) for one in story.episodes[1:]}


def _firmness(link: Link) -> float:
    return -link.score


def _first(articles: Sequence[str], cards: Mapping[str, Card]) -> str | None:
    days = [card.published for name in articles if (card := cards.get(name)) and card.published]
    return min(days)[:10] if days else None
