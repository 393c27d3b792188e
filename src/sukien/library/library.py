"""The facade: a library of articles, their stories, and what can be asked of it.

with open_library("news.sukien", create=True) as library:
    library.add(read_paths(["articles/"]))
    for story in library.stories():
        print(story.label)
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from sukien import link, pipeline
from sukien.errors import NotFoundError
from sukien.library.corrections import Corrections, Mark
from sukien.library.found import Finder, SearchResult
from sukien.library.intake import AddSummary, Intake
from sukien.library.searching import Searching
from sukien.library.telling import Telling
from sukien.link import Entity, Resolution
from sukien.model import (
    AnnotatedArticle,
    Article,
    Change,
    Descent,
    Judgement,
    Merge,
    ReadFailure,
    Story,
)
from sukien.search import Question, Suggestion
from sukien.store import BUSY_SECONDS, Card, Indexed, SqlIndexed, SqlStore, open_sqlite
from sukien.tell import BRIEF_WORDS, tell_brief
from sukien.tell.brief import Aim
from sukien.tell.origins import Origins

_KEPT_AT_ONCE = 64
_RESOLVED_ALONE = 16


def open_library(
    path: str | Path, *, create: bool = False, refresh: bool = True, patience: float = BUSY_SECONDS
) -> "Library":
    """The library in the file `path`; with `create`, a new one where there is none.

    Without `refresh`, stories are read as they were last told, even if articles came since: for
    pages that must answer at once while another process adds. Writing waits up to `patience`
    seconds for another process that writes (BusyError). Raises NotFoundError, NotALibraryError,
    NewerLibraryError or LibraryError.
    """
    return Library(open_sqlite(Path(path), create=create, patience=patience), refresh=refresh)


class Library:
    """Articles with their layers, the stories they tell, and an index of their words."""

    def __init__(self, store: SqlStore, *, refresh: bool = True) -> None:
        self._store = store
        self._refreshing = refresh
        self._searching = Searching(store)
        self._finder = Finder(store, self._searching)
        self._telling = Telling(store, self._searching)
        self._beside = SqlIndexed(store)
        self._corrections = Corrections(store, self._telling.threads)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(
        self,
        items: Iterable[Article | ReadFailure],
        *,
        processes: int = 1,
        on_item: Callable[[int], None] = lambda _: None,
    ) -> AddSummary:
        """Annotate what is new and keep it; record what failed; then tell the stories anew.

        Safe to repeat: an article that is known is not touched. Safe to interrupt: what was kept
        stays, and the next call goes on. `on_item` is called with the number of items that are
        done.
        """
        intake = Intake(self._store.known(), on_item)
        outcomes = pipeline.annotate_all(intake.new(items), processes=processes)
        while batch := list(islice(outcomes, _KEPT_AT_ONCE)):
            self._keep(batch)
            intake.note(batch)
        if intake.touched or not self._telling.is_fresh():
            self.tell_stories()
        return intake.summary()

    def _keep(self, batch: Sequence[pipeline.Outcome]) -> None:
        articles = [item for item in batch if isinstance(item, AnnotatedArticle)]
        failures = [item for item in batch if isinstance(item, ReadFailure)]
        with self._store.writing():
            self._store.put_articles(articles, pipeline.version())
            self._searching.take(articles)
            self._store.clear_failures([article.article.source for article in articles])
            self._store.put_failures(failures)
            self._telling.take(articles)

    def tell_stories(self) -> None:
        """Go on joining articles to episodes and stories, and tell those stories that changed."""
        self._telling.tell()

    def rebuild(self, *, processes: int = 1) -> int:
        """Annotate anew what an older Sukien annotated, and tell the stories; how many it were."""
        outdated = self._store.outdated(pipeline.version())
        articles = (one.article for one in self._store.articles(outdated))
        outcomes = pipeline.annotate_all(articles, processes=processes)
        while batch := list(islice(outcomes, _KEPT_AT_ONCE)):
            self._keep(batch)
        self.tell_stories()
        return len(outdated)

    def stories(
        self, *, brief_words: int = BRIEF_WORDS, start: int = 0, limit: int | None = None
    ) -> list[Story]:
        """All stories, newest first, or `limit` of them from number `start` (from 0) on.

        `brief_words` is the length that each brief aims at.
        """
        self.refresh()
        stories = self._store.stories(start=start, limit=limit)
        if brief_words == BRIEF_WORDS:
            return stories
        return [self._retold(story, brief_words) for story in stories]

    def story(self, story_id: str, *, brief_words: int = BRIEF_WORDS) -> Story:
        """One story, by its id or one that it had. Raises NotFoundError."""
        self.refresh()
        story = self._corrections.story_since(story_id)
        return story if brief_words == BRIEF_WORDS else self._retold(story, brief_words)

    def descent(self, story_id: str) -> Descent:
        """What of a story says where its articles come from; nothing where there is no story."""
        return self._store.descent(story_id)

    def last_day(self) -> str | None:
        """The last day of the story told last; None where no story has a date."""
        self.refresh()
        return self._store.last_day()

    @property
    def beside(self) -> Indexed:
        """What is kept beside the stories, for pages that do not open them."""
        self.refresh()
        return self._beside

    def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """What the named stories are called, by their ids; those that are gone are left out."""
        return self._store.labels(ids)

    def full_story_id(self, start: str) -> str:
        """The id of the one story whose id begins so, or began so before. Raises NotFoundError."""
        self.refresh()
        return self._corrections.full_story_id(start)

    def stories_naming(self, entity: str, *, limit: int) -> set[str]:
        """The stories whose articles name an entity; none when more than `limit` articles do."""
        resolution = Resolution(self._store.merges_around(entity))
        ids = [entity, *(one.source for one in resolution.merged_into(entity))]
        return self._beside.stories_naming(ids, limit=limit)

    def story_of(self, article_id: str) -> str | None:
        """The id of the story that an article belongs to."""
        return self._store.story_of(article_id)

    def stories_of(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The ids of the stories that articles belong to; those that are in none are left out."""
        return self._store.stories_of(sorted(set(article_ids)))

    def article(self, article_id: str) -> AnnotatedArticle:
        """One article with all its layers, entities as merged. Raises NotFoundError."""
        return next(self._resolved([self._store.article(article_id)]))

    def articles(
        self, ids: Iterable[str] | None = None, *, layers: Collection[str] | None = None
    ) -> Iterator[AnnotatedArticle]:
        """Articles in order of publication, entities as merged; all, or those named.

        With `layers` (`names`, `events`) they come with these alone, which takes half the time.
        """
        wanted = None if ids is None else set(ids)
        found = self._store.articles(wanted, layers=layers)
        if wanted is None or len(wanted) > _RESOLVED_ALONE:
            return map(self._resolution().article, found)
        return self._resolved(list(found))

    def _resolved(self, few: Sequence[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
        """The articles with merged ids; of all merges only those that concern them are read."""
        resolution = Resolution(self._store.merges(link.named(few)))
        return map(resolution.article, few)

    def _resolution(self) -> Resolution:
        return Resolution(self._store.merges())

    def entities(self, text: str = "") -> tuple[Entity, ...]:
        """Every entity, those in most articles first; with `text`, those that are named so.

        Text typed without diacritics finds any.
        """
        self.refresh()
        return link.entities(self._store.sightings(), self._store.merges(), text)

    def entity(self, entity: str) -> Entity:
        """One entity, by its id or one that was merged into it. Raises NotFoundError."""
        self.refresh()
        merges = self._store.merges_around(entity)
        resolution = Resolution(merges)
        whole = resolution.of(entity)
        ids = [whole, *(one.source for one in resolution.merged_into(whole))]
        found = link.entities(self._store.sightings(ids), merges)
        if not found:
            raise NotFoundError(f"no entity '{entity}'; 'sukien entities LIBRARY' lists them")
        return found[0]

    def merge(
        self,
        source: str,
        into: str,
        *,
        note: str = "",
        now: dt.datetime | None = None,
        by: str = "",
    ) -> Merge:
        """Make one entity of two: `source` is `into` from now on, and the stories are told anew.

        Articles are kept as they were read, so `unmerge` or `undo` undoes it. Raises NotFoundError
        for an id that is nowhere, InputError for a merge into itself or in a circle.
        """
        self.refresh()
        with self._correcting():
            return self._corrections.merge(source, into, Mark(_time(now), by, note))

    def unmerge(
        self, source: str, *, note: str = "", now: dt.datetime | None = None, by: str = ""
    ) -> Merge:
        """Take an entity that was merged, by hand or automatically, apart again, for good.

        `now` is the time to record, the present by default. Raises NotFoundError or InputError.
        """
        self.refresh()
        with self._correcting():
            return self._corrections.unmerge(source, Mark(_time(now), by, note))

    def join(
        self,
        one: str,
        other: str,
        *,
        now: dt.datetime | None = None,
        by: str = "",
        note: str = "",
    ) -> Judgement:
        """Two stories are one from now on. Ids of corrections may be shortened.

        This and the corrections below are kept, outlive every rebuild, and are taken back by
        `undo`. `by` says who makes it, `note` why; `now` is the time to record, the present by
        default. Raises NotFoundError, or InputError when it changes nothing.
        """
        self.refresh()
        return self._correct(self._corrections.join(one, other), Mark(_time(now), by, note))

    def split(
        self,
        story: str,
        episodes: Sequence[str],
        *,
        now: dt.datetime | None = None,
        by: str = "",
        note: str = "",
    ) -> Judgement:
        """Those episodes are no longer in the story, but one of their own."""
        self.refresh()
        return self._correct(self._corrections.split(story, episodes), Mark(_time(now), by, note))

    def exclude(
        self, article: str, *, now: dt.datetime | None = None, by: str = "", note: str = ""
    ) -> Judgement:
        """The article is in no episode and no story but its own."""
        self.refresh()
        return self._correct(self._corrections.exclude(article), Mark(_time(now), by, note))

    def rename(
        self,
        story: str,
        label: str,
        *,
        now: dt.datetime | None = None,
        by: str = "",
        note: str = "",
    ) -> Judgement:
        """The story is called so."""
        self.refresh()
        return self._correct(self._corrections.rename(story, label), Mark(_time(now), by, note))

    def undo(self, key: int, *, now: dt.datetime | None = None, by: str = "") -> Judgement:
        """Take a correction back, by its key. Raises NotFoundError or InputError."""
        self.refresh()
        with self._correcting():
            return self._corrections.undo(key, Mark(_time(now), by))

    def proposal(self, kind: str, *names: str) -> Judgement:
        """What a correction of that kind would be; nothing is changed. Raises as it would.

        `names` are what `join`, `split`, `exclude`, `rename`, `merge`, `unmerge` and `undo` take.
        """
        return self._corrections.proposal(kind, names)

    def _correct(self, judgement: Judgement, mark: Mark) -> Judgement:
        with self._correcting():
            return self._corrections.keep(judgement, mark)

    @contextmanager
    def _correcting(self) -> Iterator[None]:
        """Keep what is said inside, all of it or nothing; then the stories tell of it."""
        with self._store.writing():
            yield
            self._telling.stale()
        self._telling.tell_corrected()

    def corrections(self) -> list[Judgement]:
        """What people said of stories and entities, the oldest first, also what was undone."""
        return self._telling.threads.judgements()

    def changes(self, ids: Sequence[str] | None = None) -> list[Change]:
        """What became of stories and episodes, the oldest first; all, or of the ids named."""
        return self._telling.threads.changes(ids)

    def cards(self, ids: Iterable[str]) -> list[Card]:
        """The named articles as a list shows them."""
        return self._store.cards(ids)

    def search(self, asked: str | Question, *, limit: int = 20, start: int = 0) -> SearchResult:
        """What holds every word and quoted phrase, best first, with what it can be bounded by.

        At most `limit`, from number `start` (from 0) on. Words typed without diacritics find any;
        words typed with diacritics find just these. A Question says too whether articles,
        sentences, quotations or stories are wanted, and within which bounds.
        """
        self.refresh()
        question = Question(words=asked) if isinstance(asked, str) else asked
        return self._finder.find(question, start=start, limit=limit)

    def suggest(self, typed: str, *, limit: int = 8) -> list[Suggestion]:
        """Entities, stories, publishers and speakers with a word that begins as typed."""
        self.refresh()
        return self._finder.starting(typed, limit)

    def failures(self) -> list[ReadFailure]:
        """Everything that could not be read or annotated, and why."""
        return self._store.failures()

    def counts(self) -> dict[str, int]:
        """How many articles, stories and failures there are."""
        return self._store.counts()

    def refresh(self) -> None:
        """Tell the stories anew if articles came, or Sukien changed, since they were told."""
        if self._refreshing and not self._telling.is_fresh():
            self.tell_stories()

    def _retold(self, story: Story, brief_words: int) -> Story:
        aim = Aim(words=brief_words)
        origins = Origins.of_story(story)
        articles = list(self.articles(origins.kept(story.articles)))
        brief = tell_brief(story, articles, origins, aim)
        return msgspec.structs.replace(story, brief=brief)


def _time(now: dt.datetime | None) -> str:
    return (now or dt.datetime.now(dt.UTC)).isoformat(timespec="seconds")
