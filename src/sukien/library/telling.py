"""Telling a library's stories: threading goes on where it stopped, what changed is told anew."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sukien import link, pipeline
from sukien.library.searching import Linked, Searching
from sukien.link import Resolution
from sukien.model import (
    AnnotatedArticle,
    Brief,
    Merge,
    ReadFailure,
    Sighting,
    Story,
    StoryIndex,
    Thread,
    content_id,
)
from sukien.search import StoryText
from sukien.store import Computed, SqlStore, SqlThreads, StoryRow, packed_state, story_row
from sukien.store.packing import unpacked
from sukien.tell import VERSION, story_index, tell, tell_plainly
from sukien.thread import VERSION as THREADED
from sukien.thread import Stream, digest
from sukien.thread.changes import changes
from sukien.thread.judged import judged

_STORIES = "stories"
_STALE = "stale"
_DIGESTS = "digests"
_AT_ONCE = 64
_ASKED = 5000
_encode = msgspec.msgpack.Encoder().encode


class _Counters(NamedTuple):
    """How often articles were taken in, something else was said, stories were told: as noted."""

    taken: str
    said: str
    told: str


_TAKEN, _SAID, _TOLD = _Counters._fields


class Telling:
    """What a library does to know its stories: all of it in one transaction at the end."""

    def __init__(self, store: SqlStore, searching: Searching) -> None:
        self._store = store
        self._searching = searching
        self.threads = SqlThreads(store)
        self._failures: dict[str, ReadFailure] = {}

    def take(self, articles: Sequence[AnnotatedArticle]) -> None:
        """Keep what threading needs of new articles. Call it while they are written."""
        if self._store.note(_DIGESTS) is None:
            self._store.note(_DIGESTS, str(THREADED))
        self.threads.put_digests([digest(article) for article in articles])
        self._count(_TAKEN)
        self.stale()

    def stale(self) -> None:
        """Have the stories told anew before they are read. Call it while that is written."""
        self._count(_SAID)
        self._store.note(_STORIES, _STALE)

    def is_fresh(self) -> bool:
        """Whether the stories tell of all articles, and as this Sukien tells them."""
        return self._store.note(_STORIES) in (None, _told_by())

    def tell(self) -> None:
        """Join what came to episodes and stories, link entities, and tell the stories that changed.

        Until the end the library shows what was told last; stopped at any moment, it still does.
        Where another process told them meanwhile, all of it is done again.
        """
        self._complete()
        while not self._tell(None, anew=True):
            pass

    def tell_corrected(self) -> None:
        """Put what people said into the stories as computed last; much faster than `tell`.

        Articles that came since wait for the next `tell`, which links entities anew as well.
        """
        known = self.threads.computed()
        if known is None or known.version != str(THREADED):
            known = None
            self._complete()
        if known is None and self.threads.untold():
            self.tell()
        elif not self._tell(known, anew=False):
            self.tell_corrected()

    def _tell(self, known: Computed | None, *, anew: bool) -> bool:
        """Tell what changed, of the threads `known` or of all articles; False: told elsewhere.

        With `anew`, entities are linked anew; otherwise the links found before stay.
        """
        started = self._counters()
        with pipeline.without_collecting():
            computed = known or self._threaded(started)
            threads = self._judged(computed.threads)
        before, after = self._store.homes(), _homes(threads)
        seen = self._store.sightings() if anew else None
        merges = self._merges(after, seen)
        told, kept = self._told(threads, merges)
        linked = Linked(_stories(after), merges, seen)
        with self._store.writing():
            if self._counters().told != started.told:
                return False
            if known is None:
                self.threads.put_computed(computed)
            self._store.put_automatic_merges([one for one in merges if not _is_made(one)])
            self._store.put_stories(told, kept)
            self._store.clear_failures([f"story {row.id}" for row in told])
            self._store.put_failures(list(self._failures.values()))
            self._searching.tell(self._texts(told, kept), kept, linked)
            self.threads.add_changes(changes(before, after, self._today()))
            self._count(_TOLD)
            if self._counters()[:2] == (computed.taken, started.said):
                self.threads.mark_told()
                self._store.note(_STORIES, _told_by())
        return True

    def _merges(
        self, homes: Mapping[str, tuple[str, str]], seen: Sequence[Sighting] | None
    ) -> list[Merge]:
        """The merges that people made or undid, and the automatic ones: found anew in what was
        seen, or as kept.
        """
        rows = self._store.merges()
        made = [one for one in rows if _is_made(one)]
        if seen is not None:
            return [*made, *link.find_merges(seen, homes, made)]
        return [*made, *link.standing((one for one in rows if not _is_made(one)), made)]

    def _counters(self) -> _Counters:
        return _Counters(*(self._store.note(name) or "0" for name in _Counters._fields))

    def _count(self, name: str) -> None:
        """Count that articles were taken in, something was said, or stories were told."""
        self._store.note(name, str(int(self._store.note(name) or "0") + 1))

    def _complete(self) -> None:
        """Make the digests that are not there: an older Sukien kept none, or others."""
        if self._store.note(_DIGESTS) != str(THREADED):
            with self._store.writing():
                self.threads.forget()
                self._store.note(_DIGESTS, str(THREADED))
        missing = self.threads.missing_digests()
        for start in range(0, len(missing), _AT_ONCE):
            articles = self._store.articles(missing[start : start + _AT_ONCE])
            made = [digest(article) for article in articles]
            with self._store.writing():
                self.threads.put_digests(made)
        missing = self._searching.missing()
        for start in range(0, len(missing), _AT_ONCE):
            found = list(self._store.articles(missing[start : start + _AT_ONCE]))
            with self._store.writing():
                self._searching.take(found)

    def _threaded(self, started: _Counters) -> Computed:
        """The stories as computed; the state before the last day is kept to go on from."""
        state = self.threads.state()
        after = state.day if state else None
        stream = Stream(state)
        last = self.threads.last_day()
        if last is not None and (after is None or after < last - 1):
            stream.feed(self.threads.digests(after, until=last - 1))
            after = last - 1
            kept = stream.state(after)
            with self._store.writing():
                # An article of an earlier day that came meanwhile would never be threaded.
                if self._counters().taken == started.taken:
                    self.threads.put_state(after, packed_state(kept))
        stream.feed(self.threads.digests(after))
        return Computed(version=str(THREADED), taken=started.taken, threads=stream.threads())

    def _judged(self, threads: tuple[Thread, ...]) -> tuple[Thread, ...]:
        made = self.threads.judgements()
        return judged(threads, made, self.threads.order()) if made else threads

    def _told(
        self, threads: Sequence[Thread], merges: Sequence[Merge]
    ) -> tuple[list[StoryRow], set[str]]:
        """The stories that changed, told, and the ids of those that did not."""
        resolution = Resolution(merges)
        inputs_before = self._store.story_inputs()
        untold = self.threads.untold()
        touching = self._merges_touching(merges)
        told: list[StoryRow] = []
        kept: set[str] = set()
        self._failures.clear()
        for one in threads:
            names = [name for episode in one.episodes for name in episode.articles]
            rows = sorted({row for name in names for row in touching.get(name, ())})
            inputs = content_id(_encode(one).hex(), *rows, _told_by())
            if inputs_before.get(one.id) == inputs and not untold.intersection(names):
                kept.add(one.id)
                continue
            articles = [resolution.article(a) for a in self._store.articles(names)]
            told.append(story_row(*self._surely(resolution.thread(one), articles), inputs))
        return told, kept

    def _texts(self, told: Sequence[StoryRow], kept: set[str]) -> list[StoryText]:
        """What is searched of the stories told, and of those kept that cannot be found yet."""
        texts = [_text(row.content) for row in told]
        return texts + [_text(one) for one in self._searching.untold(kept)]

    def _surely(
        self, thread: Thread, articles: Sequence[AnnotatedArticle]
    ) -> tuple[Story, StoryIndex]:
        """The story; when telling fails, its articles and episodes alone, and the failure."""
        try:
            story = tell(thread, articles)
            return story, story_index(story, articles)
        except Exception as error:  # noqa: BLE001  one story must not stop a run: it is recorded
            self._failures[thread.id] = pipeline.failure_of(f"story {thread.id}", error)
            plain = tell_plainly(thread, articles)
            return plain, story_index(plain, articles, plainly=True)

    def _merges_touching(self, merges: Iterable[Merge]) -> dict[str, set[str]]:
        """What is merged of the entities that each article names."""
        targets = {one.source: f"{one.source}>{one.target}" for one in merges if not one.undone}
        found: dict[str, set[str]] = {}
        names = sorted(targets)
        for start in range(0, len(names), _ASKED):
            for seen in self._store.sightings(names[start : start + _ASKED]):
                found.setdefault(seen.article, set()).add(targets[seen.entity])
        return found

    def _today(self) -> str | None:
        """The day of the last dated article."""
        last = self.threads.last_day()
        return dt.date.fromordinal(last).isoformat() if last is not None else None


def _is_made(merge: Merge) -> bool:
    """Whether a person made or undid it."""
    return merge.by_hand or merge.undone is not None


def _stories(homes: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    return {article: story for article, (story, _) in homes.items()}


class _Told(msgspec.Struct):
    """The little of a told story that is searched: reading it all takes long."""

    id: str
    label: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    brief: Brief


def _text(content: bytes) -> StoryText:
    story = unpacked(content, _Told)
    return StoryText(
        id=story.id,
        label=story.label,
        brief=story.brief.text,
        first=story.first,
        last=story.last,
        articles=len(story.articles),
    )


def _told_by() -> str:
    return content_id(
        pipeline.version(), f"link={link.VERSION}", f"tell={VERSION}", f"thread={THREADED}"
    )


def _homes(threads: Iterable[Thread]) -> Mapping[str, tuple[str, str]]:
    """The story and the episode of each article."""
    return {
        article: (one.id, episode.id)
        for one in threads
        for episode in one.episodes
        for article in episode.articles
    }
