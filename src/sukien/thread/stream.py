"""Articles day by day, and what they make: episodes that open, grow and close, and their stories.

The state after a day is a value that can be kept and gone on from; feeding all days at once, or one
after the other with the state kept in between, gives the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from sukien.knowledge import thread_weights
from sukien.knowledge.thread_weights import EpisodeWeights, StoryWeights
from sukien.model import Episode, Link, Thread, content_id
from sukien.thread.chapters import Kept, chapter_of
from sukien.thread.copies import Copies
from sukien.thread.digests import Digest
from sukien.thread.episodes import Episodes, Open
from sukien.thread.labels import label_of
from sukien.thread.likeness import Member, member_of
from sukien.thread.rarity import Rarity
from sukien.thread.stories import Stories, Strand


class State(msgspec.Struct, kw_only=True):
    """Everything that the coming days build on. Plain values, to be kept as they are."""

    day: int | None = None
    seen: dict[str, int] = {}
    articles: int = 0
    count: int = 0
    opened: list[Open] = []
    copies: list[tuple[str, bytes, list[str]]] = []
    episodes: dict[int, Episode] = {}
    chapters: dict[int, Kept] = {}
    strands: list[Strand] = []


class Stream:
    """The stream of a library's articles, up to a day."""

    def __init__(
        self,
        state: State | None = None,
        *,
        weights: EpisodeWeights | None = None,
        story_weights: StoryWeights | None = None,
    ) -> None:
        state = state or State()
        self._weights = weights or thread_weights.episode_weights()
        self._day = state.day
        self._rarity = Rarity(state.seen, state.articles)
        self._episodes = Episodes(self._weights, state.opened, state.count)
        self._copies = Copies(state.copies)
        self._told = dict(state.episodes)
        self._stories = Stories(
            story_weights or thread_weights.story_weights(), state.chapters, state.strands
        )

    def episodes(self) -> list[Episode]:
        """Every episode so far, in the order in which they opened."""
        return [self._told[number] for number in sorted(self._told)]

    def state(self, day: int | None = None) -> State:
        """What is known after `day` (by default the last one fed), to go on from later."""
        return State(
            day=self._day if day is None else day,
            seen=dict(self._rarity.seen),
            articles=self._rarity.articles,
            count=self._episodes.count,
            opened=list(self._episodes.opened.values()),
            copies=self._copies.state(),
            episodes=dict(self._told),
            chapters=dict(self._stories.chapters),
            strands=self._stories.strands(),
        )

    def feed(self, digests: Iterable[Digest]) -> None:
        """Take in articles, none of them before the day that was fed last; undated ones are last.

        Days are whole: every article of a day is in one call.
        """
        for day, group in by_day(digests):
            self._feed_day(day, group)

    def _feed_day(self, day: int | None, digests: Sequence[Digest]) -> None:
        self._day = day
        if day is not None:
            self._episodes.close(day)
        for one in digests:
            self._rarity.see(seen_in(one))
        step = self._episodes.feed([self._member(one) for one in digests])
        for gone, _ in step.merged:
            self._told.pop(gone, None)
            self._stories.forget(gone)
        for number in step.touched:
            opened = self._episodes.opened[number]
            self._told[number] = episode_of(opened)
            body = self._episodes.body(number)
            self._stories.put(number, chapter_of(opened, body, self._rarity))

    def _member(self, one: Digest) -> Member:
        copy = self._copies.add(one.id, one.signature)
        return member_of(one, self._rarity, self._weights, copy)

    def threads(self) -> tuple[Thread, ...]:
        """The stories so far, in the order in which they began."""
        group_of = {name: group for group in self._copies.groups for name in group}
        return tuple(
            self._thread(strand, group_of)
            for strand in sorted(self._stories.strands(), key=lambda one: one.chapters[0])
        )

    def _thread(self, strand: Strand, group_of: dict[str, list[str]]) -> Thread:
        chosen = [self._told[number] for number in strand.chapters]
        links = tuple(
            Link(
                one=self._told[tie.nearest].id,
                other=self._told[tie.number].id,
                score=round(tie.score, 4),
                reasons=tie.reasons,
            )
            for tie in strand.ties
        )
        held = {name for episode in chosen for name in episode.articles}
        groups = {id(group_of[n]): group_of[n] for e in chosen for n in e.articles if n in group_of}
        alike = (tuple(name for name in group if name in held) for group in groups.values())
        return Thread(
            id=content_id("story", chosen[0].articles[0]),
            episodes=tuple(chosen),
            links=links,
            duplicates=tuple(group for group in alike if len(group) > 1),
        )


def by_day(digests: Iterable[Digest]) -> Iterator[tuple[int | None, list[Digest]]]:
    """The articles of each day in order of their ids; undated ones last."""
    ordered = sorted(digests, key=lambda one: (one.day is None, one.day or 0, one.id))
    for day, group in groupby(ordered, key=lambda one: one.day):
        yield day, list(group)


def seen_in(one: Digest) -> set[str]:
    """The terms and names that an article adds to what the library has seen."""
    return {*one.words, *(name.key for name in one.names)}


def episode_of(opened: Open) -> Episode:
    """An open episode as it stands."""
    ids = tuple(member.id for member in opened.members)
    return Episode(
        id=content_id("episode", ids[0]),
        label=label_of(opened.members),
        articles=ids,
        links=tuple(opened.links),
    )
