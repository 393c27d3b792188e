"""What is known about an article's text: spans beside it, one tuple a layer.

Keys and meanings are those of the output contract, version 1.
"""

import msgspec

from sukien.model.article import Article, Part
from sukien.model.section import Section
from sukien.model.spans import Span


class Sentence(Span, frozen=True):
    """A sentence, a title, a caption: what is read as one."""


class Word(Span, frozen=True):
    """A word of one or more syllables; `pos` is a Universal Dependencies UPOS tag."""

    pos: str


class Mention(Span, frozen=True):
    """A proper name as written; `type` is PER, ORG, LOC or MISC."""

    type: str


class Name(Span, frozen=True):
    """A proper name with the entity it denotes and, in `reason`, why that one."""

    type: str
    entity: str | None = None
    reason: str = ""


class Actor(Span, frozen=True):
    """A noun phrase that acts or is acted on, a name or not.

    `country` is ISO 3166 alpha-3, `sector` a PLOVER code (GOV, MIL, REB, CVL ...).
    """

    entity: str | None = None
    country: str | None = None
    sector: str | None = None


class Time(Span, frozen=True):
    """A time expression: TIMEX3 `type` (DATE, TIME, DURATION, SET), `value` and `mod`."""

    type: str
    value: str
    mod: str | None = None


class Quantity(Span, frozen=True):
    """A number with what it counts; `low` and `high` bound the interval that the words allow.

    `unit` is UCUM or ISO 4217, `item` the counted noun phrase, `mod` one of approx, more_than,
    less_than, at_least, at_most, order_of or None.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    item: str | None = None
    mod: str | None = None


class Speaker(Span, frozen=True):
    """The noun phrase that says a quotation."""

    entity: str | None = None


class Quote(Span, frozen=True, kw_only=True):
    """Reported content without its marks and cue; `kind` is direct or indirect.

    `via` are the outlets and agencies that it came through, the nearest to the reader first;
    `said` is the TIMEX3 value of when it was said, where the text gives it.
    """

    kind: str
    speaker: Speaker | None = None
    cue: Span | None = None
    via: tuple[Speaker, ...] = ()
    said: str | None = None


class Role(Span, frozen=True, kw_only=True):
    """Who or what takes part in an event, and as what."""

    role: str
    entity: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happens, is decided or is going to happen.

    `sentence` is an index into the sentences; `date` a TIMEX3 value; `place` an entity; `status`
    one of actual, planned, possible, negated.
    """

    type: str
    trigger: Span
    sentence: int
    roles: tuple[Role, ...] = ()
    date: str | None = None
    place: str | None = None
    status: str = "actual"


class AnnotatedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its layers. A layer that has not run yet is an empty tuple or None."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    words: tuple[Word, ...] = ()
    mentions: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    published_bounds: tuple[str | None, str | None] | None = None
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    section: Section | None = None

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def surface(self, span: Span) -> str:
        """The characters that a span covers."""
        return self.article.text[span.start : span.end]
