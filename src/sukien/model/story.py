"""What articles tell together. Keys and meanings are those of the output contract, version 1."""

import msgspec

from sukien.model.agenda import AgendaItem
from sukien.model.evidence import Evidence, Reason
from sukien.model.layers import Speaker
from sukien.model.origin import Lineage
from sukien.model.spans import Span


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that two things belong together: articles of an episode, episodes of a story."""

    one: str
    other: str
    score: float
    reasons: tuple[Reason, ...] = ()


class Episode(msgspec.Struct, frozen=True, kw_only=True):
    """Articles on one happening, in order of publication; `links` say why each is in it."""

    id: str
    label: str
    articles: tuple[str, ...]
    links: tuple[Link, ...] = ()


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What happened or will happen on a date (a TIMEX3 value of any precision).

    `articles` is the number of articles that say so, `sources` the number of independent ones.
    `background` is what lies well before the story's own articles.
    """

    date: str
    text: str
    evidence: tuple[Evidence, ...]
    articles: int
    sources: int
    upcoming: bool = False
    background: bool = False


class FigurePoint(Span, frozen=True, kw_only=True):
    """One statement of a figure, as of `date`; `speaker` says it where it is not the article's own.

    `speaker` covers characters of the article; `speaker.entity` is who that is, where known.
    """

    value: float | None
    low: float | None
    high: float | None
    mod: str | None
    date: str | None
    article: str
    speaker: Speaker | None = None


class FigureJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """How two statements of a figure stand to each other, and the named reason why.

    `one` and `other` count the figure's points and, after them, the points beside it. `verdict` is
    same, rounded, changed, scope, claims or conflict; `detail` is what the reason speaks of.
    """

    one: int
    other: int
    verdict: str
    reason: str
    detail: str = ""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """The same quantity over articles and time, and whether its statements agree.

    `beside` are statements that look like it and count something else; `judgements` are on pairs
    of statements of different articles. `verdict` is the gravest of those on its own points.
    """

    about: str
    points: tuple[FigurePoint, ...]
    verdict: str
    beside: tuple[FigurePoint, ...] = ()
    judgements: tuple[FigureJudgement, ...] = ()


class BriefSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a brief with its proofs: the characters it was taken from, then, of other
    articles, sentences that say the same.

    `sources` is the number of independent articles among them. `days` are the words of it that
    tell a day by the day of publication (`hôm qua`), each with its TIMEX3 value.
    """

    text: str
    evidence: tuple[Evidence, ...]
    sources: int = 1
    days: tuple[tuple[str, str], ...] = ()


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences that together tell the story, and the characters they were taken from.

    `evidence` holds one stretch a sentence, in order; `sentences` the same with all proofs.
    """

    text: str
    evidence: tuple[Evidence, ...]
    sentences: tuple[BriefSentence, ...] = ()


class StoryEntity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, something or somewhere that the story is about."""

    entity: str
    name: str
    type: str
    mentions: int


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """Who did something of one kind to whom, over a story: an edge of its network.

    `actor` and `target` are entities, `type` an event type; of a `mutual` type (a meeting, a deal)
    both act, and they stand in the order of their ids. `count` is the number of different
    happenings, not of mentions; `planned` how many more are only announced. `articles` is the
    number of articles that tell of them, `sources` of independent ones. `first` and `last` are the
    dates (TIMEX3 values) of the earliest and latest one, None where none is dated. `evidence` are
    the sentences, the earliest published first.
    """

    actor: str
    actor_name: str
    target: str
    target_name: str
    type: str
    mutual: bool
    count: int
    planned: int
    articles: int
    sources: int
    first: str | None
    last: str | None
    evidence: tuple[Evidence, ...]


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """Episodes that are one story, before it is told; `links` say why they hang together.

    `duplicates` are groups of ids of near-identical articles; `label` is what a person called it,
    "" when nobody did.
    """

    id: str
    episodes: tuple[Episode, ...]
    links: tuple[Link, ...] = ()
    duplicates: tuple[tuple[str, ...], ...] = ()
    label: str = ""


class Descent(msgspec.Struct, frozen=True, kw_only=True):
    """What of a story says where its articles come from: the same fields as in Story."""

    duplicates: tuple[tuple[str, ...], ...] = ()
    lineage: tuple[Lineage, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A thread of episodes with everything that is told about it.

    `lineage` says of each article what stands behind it, in the order of `articles`; `section` is
    one of SECTIONS, "" where no article has one.
    """

    id: str
    label: str
    first: str | None
    last: str | None
    episodes: tuple[Episode, ...]
    articles: tuple[str, ...]
    duplicates: tuple[tuple[str, ...], ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    figures: tuple[Figure, ...] = ()
    brief: Brief = Brief(text="", evidence=())
    entities: tuple[StoryEntity, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    links: tuple[Link, ...] = ()
    network: tuple[Edge, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    section: str = ""
