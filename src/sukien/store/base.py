"""The port: what a place that keeps a library can do."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import msgspec

from sukien.model import (
    AgendaItem,
    AnnotatedArticle,
    Change,
    Course,
    Dispute,
    Edge,
    Judgement,
    Merge,
    Novelty,
    ReadFailure,
    Report,
    Sighting,
    Story,
    StorySummary,
)
from sukien.thread import Digest, State


class Known(msgspec.Struct, frozen=True):
    """What the store remembers of an article without opening it; `text` identifies its text."""

    text: str
    published: str | None
    publisher: str | None
    url: str | None


class Card(msgspec.Struct, frozen=True):
    """An article as a list shows it. `title` is its title or its opening words.

    `section` is one of SECTIONS, "" where it has none.
    """

    id: str
    title: str
    published: str | None
    publisher: str | None
    url: str | None
    section: str = ""


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A told story as it is kept: packed, with the episode of each of its articles.

    `beside` are the rows of the tables that lists and pages read, under the tables' names.
    """

    id: str
    label: str
    first: str | None
    last: str | None
    inputs: str
    content: bytes
    homes: tuple[tuple[str, str], ...]
    beside: dict[str, tuple[dict[str, object], ...]] = {}


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which stories are wanted: those of a section, or with articles from day to day (ISO 8601)."""

    section: str | None = None
    start: str | None = None
    end: str | None = None

    @property
    def is_bounded(self) -> bool:
        """Whether only some days are wanted."""
        return self.start is not None or self.end is not None


class Standing(msgspec.Struct, frozen=True):
    """A story among others: its last day in the days wanted, with articles and sources in them."""

    story: str
    weight: float
    last: str | None
    articles: int
    sources: int


class Month(msgspec.Struct, frozen=True):
    """A month (`2024-05`) with how many stories have articles in it, and how many articles."""

    month: str
    stories: int
    articles: int


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """Which announced items are wanted, as they stood on the day `now` (None: as they stand).

    `start` and `end` bound their days, which meet those days, or with `inside` all lie between
    them. `states` are those of the agenda (all where empty), `story` is an id, `section` that of
    the story. Days are ISO 8601. With `latest_first`, they come in the other order.
    """

    story: str | None = None
    section: str | None = None
    start: str | None = None
    end: str | None = None
    now: str | None = None
    states: tuple[str, ...] = ()
    inside: bool = False
    latest_first: bool = False


class EdgesWanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which edges are wanted: of a party, of a type of event, last told of that day or later."""

    entity: str | None = None
    type: str | None = None
    since: str | None = None


class Indexed(Protocol):
    """What is kept beside the stories of a library, to be read without opening them."""

    def standings(
        self, wanted: Wanted, *, start: int = 0, limit: int | None = None
    ) -> list[Standing]:
        """The stories wanted, the weightiest first (tell.summary.weight): all, or `limit` of them
        from number `start` (from 0) on.
        """

    def standing_counts(self, wanted: Wanted) -> tuple[int, int]:
        """How many stories are wanted, and how many articles they have in the days wanted."""

    def summaries(self, ids: Iterable[str]) -> list[StorySummary]:
        """Those of the named stories, in the order of the names."""

    def stories_naming(self, entities: Sequence[str], *, limit: int) -> set[str]:
        """The stories of the articles that name any of them; none of more than `limit` articles."""

    def sections(self) -> dict[str, int]:
        """How many stories are in each section."""

    def months(self) -> list[Month]:
        """The months with dated articles, the first first."""

    def reports(self, story_id: str) -> list[Report]:
        """The articles of a story, in order of their days, then ids, undated ones last."""

    def novelties(self, story_id: str, since: str = "") -> list[Novelty]:
        """What the last articles of a story add, of those of that day or later."""

    def novelty(self, article_id: str) -> Novelty | None:
        """What an article adds to its story; None where it is not kept."""

    def courses(self, story_id: str) -> tuple[Course, ...]:
        """The figures of a story that were told with several values."""

    def disputes(self, wanted: Wanted, *, limit: int | None = None) -> list[tuple[str, Dispute]]:
        """Contradictions with their stories' ids, those of the weightiest stories first."""

    def dispute_count(self, wanted: Wanted) -> int:
        """How many there are."""

    def planned(
        self, wanted: Planned, *, start: int = 0, limit: int | None = None
    ) -> list[tuple[str, str, AgendaItem]]:
        """Announced items by date, each with its story's id and its state on that day."""

    def planned_counts(self, wanted: Planned) -> dict[str, int]:
        """How many of the items wanted are in each state."""

    def planned_months(self, wanted: Planned) -> dict[str, int]:
        """How many of the items wanted begin in each month."""

    def edges(
        self, wanted: EdgesWanted, *, start: int = 0, limit: int | None = None
    ) -> list[list[Edge]]:
        """Edges of the same parties and type over all stories, those of most happenings first."""

    def edge_count(self, wanted: EdgesWanted) -> int:
        """How many groups of edges there are."""

    def edge_types(self, wanted: EdgesWanted) -> dict[str, int]:
        """How many groups of edges are of each type of event; a type wanted is passed over."""

    def party_names(self, entities: Iterable[str]) -> dict[str, dict[str, int]]:
        """The names of parties of edges, each with the number of articles."""


class Store(Protocol):
    """Articles, failures and stories of one library.

    Writes happen inside `writing()`, all of them or none. Every method raises LibraryError (or a
    class below it) when the file under it cannot be used; ids that are not there raise
    NotFoundError.
    """

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: everything inside is kept, or nothing of it. Raises BusyError."""

    def known(self) -> dict[str, Known]:
        """Every article id with its fingerprints."""

    def put_articles(self, articles: Sequence[AnnotatedArticle], pipeline: str) -> None:
        """Add articles, or replace those of the same id. `pipeline` names what annotated them."""

    def article(self, article_id: str) -> AnnotatedArticle:
        """One article with all its layers."""

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[AnnotatedArticle]:
        """Articles in order of publication (undated ones last), then of id; all, or those named."""

    def cards(self, ids: Iterable[str]) -> list[Card]:
        """The named articles as a list shows them, in the order of the names."""

    def outdated(self, pipeline: str) -> list[str]:
        """Ids of the articles that another pipeline annotated."""

    def put_failures(self, failures: Sequence[ReadFailure]) -> None:
        """Record failures; one a source, the last one counts."""

    def clear_failures(self, sources: Sequence[str]) -> None:
        """Forget the failures of sources that were read after all."""

    def failures(self) -> list[ReadFailure]:
        """All recorded failures, by source."""

    def put_stories(
        self, told: Sequence[Story | StoryRow], kept: Collection[str] = frozenset()
    ) -> None:
        """Replace all stories by these and by those of the ids `kept`, which stay as they are."""

    def story_inputs(self) -> dict[str, str]:
        """What each story was told from, as a digest, by its id."""

    def homes(self) -> dict[str, tuple[str, str]]:
        """The story and the episode of each article."""

    def stories(self, *, start: int = 0, limit: int | None = None) -> list[Story]:
        """All stories, newest first, or `limit` of them from number `start` (from 0) on."""

    def story(self, story_id: str) -> Story:
        """One story."""

    def last_day(self) -> str | None:
        """The last day of all stories; None where no story has a date."""

    def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """What the named stories are called, by their ids; those that are gone are left out."""

    def full_story_id(self, start: str) -> str:
        """The id of the one story whose id begins so."""

    def full_article_id(self, start: str) -> str:
        """The id of the one article whose id begins so."""

    def story_of(self, article_id: str) -> str | None:
        """The id of the story that an article belongs to."""

    def entity_ids(self) -> list[str]:
        """Every id of an entity that articles name, in order."""

    def sightings(self, entities: Iterable[str] | None = None) -> list[Sighting]:
        """What articles say of entities, by entity and article; of all, or of those named."""

    def merges(self, leading_from: Iterable[str] | None = None) -> list[Merge]:
        """Every merge, also those undone, by source and target.

        With ids, those that lead on from them, and from what they lead to.
        """

    def put_merge(self, merge: Merge) -> None:
        """Record a merge, or replace the one of the same two ids."""

    def put_automatic_merges(self, found: Sequence[Merge]) -> None:
        """Replace the automatic merges that nobody undid by these."""

    def note(self, key: str, value: str | None = None) -> str | None:
        """Read the note of that name; with `value`, write it."""

    def counts(self) -> dict[str, int]:
        """How many articles, stories and failures there are."""

    def close(self) -> None:
        """Let go of the file."""


class Threads(Protocol):
    """What threading keeps in a library between two runs. Writes belong in `Store.writing()`."""

    def put_digests(self, digests: Sequence[Digest]) -> None:
        """Keep what threading needs of articles; a state that they come too late for is dropped."""

    def missing_digests(self) -> list[str]:
        """Ids of the articles without one."""

    def forget(self) -> None:
        """Drop every digest and state: another version made them."""

    def digests(self, after: int | None, *, until: int | None = None) -> Iterator[Digest]:
        """Those of the days after `after`, in order of day and id, undated ones last.

        None begins with the first; with `until`, dated ones up to that day alone.
        """

    def last_day(self) -> int | None:
        """The day of the last dated article."""

    def untold(self) -> set[str]:
        """Ids of the articles that came, or came anew, since the stories were told."""

    def mark_told(self) -> None:
        """The stories tell of every article now."""

    def state(self) -> State | None:
        """The state after some day, to go on from."""

    def put_state(self, day: int, content: bytes) -> None:
        """Keep the state after that day, packed, in place of the one before."""

    def order(self) -> list[str]:
        """Ids of all articles in order of day and id, undated ones last."""

    def judgements(self) -> list[Judgement]:
        """What people said about stories, in the order in which they said it."""

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; it comes back with its key."""

    def undo_judgement(self, key: int, now: str, by: str = "") -> Judgement:
        """Mark a judgement as undone at `now`, by whom. Raises NotFoundError."""

    def judgement(self, key: int) -> Judgement:
        """What was said under that key. Raises NotFoundError."""

    def changes(self, ids: Sequence[str] | None = None) -> list[Change]:
        """What became of episodes and stories, the oldest first; all, or of those named."""

    def add_changes(self, changes: Sequence[Change]) -> None:
        """Record changes."""
