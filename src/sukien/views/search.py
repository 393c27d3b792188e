"""What a search finds and what it can be bounded by; what is suggested while somebody types."""

from collections.abc import Mapping

import msgspec

from sukien.errors import DateError
from sukien.library import Found, FoundStory, Library, SearchResult
from sukien.model import SECTIONS, Span
from sukien.search import CHOSEN, KINDS, Question, Said, Snippet, Stretch, Suggestion, parse
from sukien.store import Card
from sukien.text.dates import normalize_date
from sukien.views.language import counted, phrase

SEARCH_PAGE = 20
LAST_PAGE = 25
LONGEST = 300
SUGGESTIONS = 8
_BAR = 100


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """Who says a quotation and when: `kind` is direct or indirect, `said` a TIMEX3 value."""

    kind: str
    speaker: str
    entity: str | None
    said: str | None


class SearchLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article, sentence or quotation that was found, and the article's story.

    `snippet` is the stretch that shows why, or the sentence or quotation itself.
    """

    card: Card
    snippet: Snippet
    story: str | None
    story_label: str | None
    saying: Saying | None = None

    @property
    def marks(self) -> tuple[Span, ...]:
        """The words that were asked for, as offsets into the snippet's text."""
        return _within(self.snippet)

    @property
    def span(self) -> Span:
        """The characters that the line leads to."""
        return self.snippet.span


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story that was found, `found` of its articles; `snippet` is a stretch of its brief."""

    id: str
    label: str
    first: str | None
    last: str | None
    articles: int
    found: int
    snippet: Snippet

    @property
    def marks(self) -> tuple[Span, ...]:
        """The words that were asked for, as offsets into the snippet's text."""
        return _within(self.snippet)


class Tab(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of what was found, and how many; with `more`, at least so many."""

    kind: str
    count: int
    more: bool
    chosen: bool


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A value that the search can be bounded by, what it is called, and how many have it."""

    value: str
    name: str
    count: int
    chosen: bool


class FacetList(msgspec.Struct, frozen=True, kw_only=True):
    """The values of one kind that most have: publisher, section, entity or speaker."""

    name: str
    options: tuple[Option, ...]


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """What the search is bounded by: a kind of value, the value and what it is called."""

    name: str
    value: str
    label: str


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """What is the matter with what was asked: the name of its text, and the value in question."""

    name: str
    value: str = ""


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for and what was found, `lines` or, of stories, `stories`.

    `asked` are the parameters of the address; `ranked` is False where the words are so common that
    the newest stands first. `number` counts pages from 1, `more` says that another follows.
    """

    query: str
    kind: str
    asked: dict[str, str]
    tabs: tuple[Tab, ...]
    lines: tuple[SearchLine, ...] = ()
    stories: tuple[StoryLine, ...] = ()
    facets: tuple[FacetList, ...] = ()
    periods: tuple[Stretch, ...] = ()
    bounds: tuple[Bound, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    ranked: bool = True
    number: int = 1
    more: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is shown."""
        return not self.lines and not self.stories

    @property
    def anything_asked(self) -> bool:
        """Whether words were typed or something bounds the search."""
        return bool(self.query.strip() or self.bounds)

    @property
    def bars(self) -> tuple[tuple[Stretch, int], ...]:
        """Each period with its share of the greatest, in per cent."""
        greatest = max((one.count for one in self.periods), default=0) or 1
        return tuple((one, -(-_BAR * one.count // greatest)) for one in self.periods)

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """The parameters that a form for the period keeps."""
        return tuple((name, value) for name, value in self.asked.items() if name not in _PERIOD)

    def turned(self, number: int) -> dict[str, str]:
        """The parameters of another page of it."""
        return self.asked | ({"page": str(number)} if number > 1 else {})

    def shown_as(self, kind: str) -> dict[str, str]:
        """The parameters that show another kind of what was found."""
        return _asked({**self.asked, "as": kind})

    def choosing(self, name: str, value: str) -> dict[str, str]:
        """The parameters with one more bound."""
        return _asked({**self.asked, name: value})

    def between(self, stretch: Stretch) -> dict[str, str]:
        """The parameters bounded to a period."""
        return _asked({**self.asked, "from": stretch.start, "to": stretch.end})

    def without(self, name: str) -> dict[str, str]:
        """The parameters with one bound less."""
        gone = _PERIOD if name == "period" else (name,)
        return {key: value for key, value in self.asked.items() if key not in gone}


class SuggestionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A name of the library: `kind` is entity, story, publisher or speaker.

    `count` is the number of its articles, of a speaker of quotations; `what` says both in the
    reader's language.
    """

    kind: str
    type: str
    id: str
    name: str
    count: int
    what: str


class SuggestionsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What is suggested for what was typed."""

    typed: str
    suggestions: tuple[SuggestionLine, ...]


_PERIOD = ("from", "to")
_FIELDS = {"q": "words", "as": "kind", "from": "start", "to": "end"} | {n: n for n in CHOSEN}
_ORDER = ("q", "as", "section", "entity", "speaker", "publisher", "from", "to")
_USUAL = ("as", KINDS[0])
_TYPES = {"PER": "a_person", "ORG": "a_body", "LOC": "a_place"}


def question_of(given: Mapping[str, str]) -> tuple[Question, tuple[Trouble, ...]]:
    """The question that parameters ask, and what in them cannot be understood and counts not.

    Parameters are `q`, `as`, `speaker`, `entity`, `publisher`, `section`, `from` and `to`.
    """
    troubles: list[Trouble] = []
    fields = {field: given.get(name, "").strip() for name, field in _FIELDS.items()}
    if len(given.get("q", "")) > LONGEST:
        fields["words"] = given["q"][:LONGEST].strip()
        troubles.append(Trouble(name="too_long"))
    if fields["kind"] not in KINDS:
        if fields["kind"]:
            troubles.append(Trouble(name="unknown_kind", value=fields["kind"]))
        fields["kind"] = KINDS[0]
    for name in ("start", "end"):
        day = _day(fields[name])
        if fields[name] and not day:
            troubles.append(Trouble(name="no_date", value=fields[name]))
        fields[name] = day
    if fields["words"] and not parse(fields["words"]):
        troubles.append(Trouble(name="no_words", value=fields["words"]))
    if fields["start"] and fields["end"] and fields["start"] > fields["end"]:
        fields["start"], fields["end"] = fields["end"], fields["start"]
    return Question(**fields), tuple(troubles)


def search_page(
    library: Library,
    question: Question,
    *,
    troubles: tuple[Trouble, ...] = (),
    limit: int = SEARCH_PAGE,
    number: int = 1,
    language: str = "vi",
) -> SearchPage:
    """What a search finds, `limit` on a page; `number` counts pages from 1."""
    result = library.search(question, limit=limit + 1, start=(number - 1) * limit)
    labels = library.labels(one.story for one in result.found[:limit] if one.story)
    unknown = tuple(
        Trouble(name=f"unknown_{name}", value=getattr(question, name)) for name in result.unknown
    )
    return SearchPage(
        query=question.words,
        kind=question.kind,
        asked=_asked({name: getattr(question, field) for name, field in _FIELDS.items()}),
        tabs=tuple(_tab(kind, question, result) for kind in KINDS),
        lines=tuple(_line(one, labels) for one in result.found[:limit]),
        stories=tuple(_story_line(one) for one in result.stories[:limit]),
        facets=tuple(
            _facet(one, question, result, language)
            for one in CHOSEN
            if result.facets.choices.get(one)
        ),
        periods=result.facets.periods,
        bounds=_bounds(question, result.names, language),
        troubles=(*troubles, *unknown),
        ranked=result.ranked,
        number=number,
        more=max(len(result.found), len(result.stories)) > limit,
    )


def suggestions_page(
    library: Library, typed: str, *, language: str = "vi", limit: int = SUGGESTIONS
) -> SuggestionsPage:
    """Names of the library with words that begin as typed, those in most articles first."""
    found = library.suggest(typed[:LONGEST], limit=limit)
    return SuggestionsPage(
        typed=typed[:LONGEST], suggestions=tuple(_suggestion(one, language) for one in found)
    )


def _suggestion(one: Suggestion, language: str) -> SuggestionLine:
    kind = _TYPES.get(one.type, "a_name") if one.kind == "entity" else f"a_{one.kind}"
    size = counted("quotes" if one.kind == "speaker" else "articles", one.count, language)
    return SuggestionLine(
        kind=one.kind,
        type=one.type,
        id=one.id,
        name=one.name,
        count=one.count,
        what=f"{phrase(kind, language)} · {size}",
    )


def _line(one: Found, labels: Mapping[str, str]) -> SearchLine:
    return SearchLine(
        card=one.card,
        snippet=one.snippet,
        story=one.story,
        story_label=labels.get(one.story or ""),
        saying=None if one.said is None else _saying(one.said),
    )


def _saying(said: Said) -> Saying:
    return Saying(kind=said.kind, speaker=said.name, entity=said.entity, said=said.said)


def _story_line(one: FoundStory) -> StoryLine:
    story = one.story
    return StoryLine(
        id=story.id,
        label=story.label,
        first=story.first,
        last=story.last,
        articles=story.articles,
        found=one.found,
        snippet=one.snippet,
    )


def _tab(kind: str, question: Question, result: SearchResult) -> Tab:
    count = result.counts[kind]
    return Tab(kind=kind, count=count.number, more=count.more, chosen=kind == question.kind)


def _facet(name: str, question: Question, result: SearchResult, language: str) -> FacetList:
    chosen = getattr(question, name)
    return FacetList(
        name=name,
        options=tuple(
            Option(
                value=one.value,
                name=_called(name, one.value, result.names, language),
                count=one.count,
                chosen=one.value == chosen,
            )
            for one in result.facets.choices[name]
        ),
    )


def _bounds(question: Question, names: Mapping[str, str], language: str) -> tuple[Bound, ...]:
    return tuple(
        Bound(name=name, value=value, label=_called(name, value, names, language))
        for name, value in question.bounds.items()
    )


def _called(kind: str, value: str, names: Mapping[str, str], language: str) -> str:
    if kind == "section" and value in SECTIONS:
        return phrase(f"section_{value}", language)
    return names.get(value, value)


def _asked(given: Mapping[str, str]) -> dict[str, str]:
    """The parameters that say something, in the order in which an address has them."""
    said = {name: given.get(name, "") for name in _ORDER}
    return {name: value for name, value in said.items() if value and (name, value) != _USUAL}


def _day(given: str) -> str:
    try:
        return normalize_date(given)[:10] if given else ""
    except DateError:
        return ""


def _within(snippet: Snippet) -> tuple[Span, ...]:
    at = snippet.span.start
    return tuple(Span(mark.start - at, mark.end - at) for mark in snippet.marks)
