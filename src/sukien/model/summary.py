"""What lists, the front page and the news need of a story without opening it."""

import msgspec

from sukien.model.evidence import Evidence
from sukien.model.novelty import Novelty
from sukien.model.story import FigurePoint


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a timeline as a list of stories shows it, with the first proof of it."""

    date: str
    text: str
    upcoming: bool
    proof: Evidence | None


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two sentences that contradict each other: what it says, where, and who says it.

    `source` names who says it, or where the article comes from; empty where nothing is known.
    `published` is the day of the article. The four values are those of a figure, else None.
    """

    text: str
    place: Evidence
    source: str = ""
    published: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    mod: str | None = None


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences of one story that do not agree.

    `kind` is conflict (figures of one moment that nothing explains), claims (two speakers count
    differently), status (one denies what the other tells as done) or date (the same, of another
    day). `about` is what a figure counts, a type of event, or the date of `one`. `reason` and
    `detail` are those of a figure's judgement. `one` was told before `other`.
    """

    kind: str
    about: str
    one: Side
    other: Side
    reason: str = ""
    detail: str = ""

    @property
    def day(self) -> str | None:
        """The day on which the contradiction could be seen: that of the later article."""
        return self.other.published or self.one.published


class StorySummary(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a list shows it.

    `sources` are its independent sources, `recent` those of its last seven days. `names` are its
    main names, `verdicts` how many figures have each verdict, `planned` the next dates that it
    announces, `latest` the last moments of its timeline and the next that are to come, `section`
    a code where it is known.
    """

    id: str
    label: str
    first: str | None
    last: str | None
    articles: int
    episodes: int
    sources: int
    recent: int
    brief: str
    names: tuple[str, ...] = ()
    verdicts: tuple[tuple[str, int], ...] = ()
    planned: tuple[str, ...] = ()
    latest: tuple[Moment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    section: str | None = None


class Report(msgspec.Struct, frozen=True):
    """An article of a story: its day (None when undated) and its independent source.

    `source` is the id of the first article of the story that goes back to the same source;
    `echo_of` the article that it repeats without anything of its own.
    """

    article: str
    day: str | None
    source: str
    echo_of: str | None = None


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """The last value that a figure was given on one day; `told` is that day, None when undated."""

    told: str | None
    point: FigurePoint


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that was told with several values, day by day as articles gave them."""

    about: str
    values: tuple[Stated, ...]


class StoryIndex(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept beside a story: its summary, its articles by day, and what the last ones add.

    `novelties` are those of the last articles of a story of several, without those that only repeat
    another. `courses` are its figures that were told with several values.
    """

    summary: StorySummary
    reports: tuple[Report, ...] = ()
    novelties: tuple[Novelty, ...] = ()
    courses: tuple[Course, ...] = ()
