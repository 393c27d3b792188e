"""The layer `events`: what happens, who takes part, when, where, and whether it is a fact."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from sukien.annotate.base import Layer
from sukien.annotate.clauses.reference import Spoken
from sukien.annotate.clauses.rows import SIGNATURES, Row, end_of, read, span, start_of, within_any
from sukien.annotate.events.cast import Cast, Place
from sukien.annotate.events.dates import Calendar, Draft, chosen
from sukien.annotate.events.find import Found, find
from sukien.annotate.events.once import once
from sukien.annotate.events.roles import noun_parts, verb_parts
from sukien.annotate.events.score import Scene
from sukien.annotate.events.status import Clues, settled, status_clues, when
from sukien.annotate.events.told import Told
from sukien.annotate.events.when import is_date, place_of, predicted, sites, status_of
from sukien.annotate.events.written import written
from sukien.knowledge.happenings import event_types
from sukien.model import AnnotatedArticle, Event, Quote, Role, Span

S = TypeVar("S", bound=Span)
_LINE = re.compile("\n")
_NOBODY: frozenset[int] = frozenset()


def events_of(article: AnnotatedArticle) -> tuple[Event, ...]:
    """The events of an article in the order of their triggers, each happening once."""
    reader = Reader(article)
    drafts = reader.drafts()
    calendar = reader.calendar(drafts)
    return tuple(once(article.text, [_finished(draft, calendar) for draft in drafts]))


def _finished(draft: Draft, calendar: Calendar) -> Event:
    """The event with its date and the status that its marks and its date speak for."""
    date = chosen(draft, calendar)
    clues = clues_of_status(draft, calendar, date)
    return msgspec.structs.replace(
        draft.event, date=date, status=settled(draft.event.status, clues)
    )


def clues_of_status(draft: Draft, calendar: Calendar, date: str | None) -> list[Clues]:
    """What is seen of the status of an event that has a date."""
    event = draft.event
    lies = when(date, event.date, calendar.today)
    row = calendar.rows[event.sentence]
    return status_clues(row, draft.hit, draft.scene, event.status, lies)


class Reader:
    """An article's sentences as rows, and what their events are bound to."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self.article = article
        self.rows = read(article)
        self.spoken = Spoken(article.names)
        self.quotes = article.quotes
        self.cast = Cast(self.rows, article.quotes, article.names)
        self.cues = sorted({quote.cue.start for quote in article.quotes if quote.cue})
        said_by = (quote.speaker for quote in article.quotes if quote.speaker)
        self.speakers = sorted(said_by, key=start_of)
        self.places = {name.start: name for name in article.names if name.type == "LOC"}
        published = article.article.published_date
        self.today = published.isoformat() if published else None
        times = {time.start: time for time in article.times if is_date(time)}
        proved = times if published else written(self.rows, times)
        self.told = [Told(row, proved) for row in self.rows]
        self.sites = [sites(row, self.places) if self.places else [] for row in self.rows]
        self.title = self._title()
        self.signed = [part for part in article.parts if part.kind in SIGNATURES]

    def _title(self) -> frozenset[str]:
        heads = [part for part in self.article.parts if part.kind == "title"]
        rows = (row for row in self.rows if row and within_any(row[0].start, heads))
        return frozenset(unit.text for row in rows for unit in row)

    def drafts(self) -> list[Draft]:
        """All events of the article, dated by their own sentences only."""
        return [draft for number in range(len(self.rows)) for draft in self.sentence(number)]

    def calendar(self, drafts: Sequence[Draft]) -> Calendar:
        """The dates of the article with what the events' own sentences say."""
        calendar = Calendar(self.rows, self._lines(), self.told, self.today)
        calendar.learn(drafts)
        return calendar

    def _lines(self) -> list[int]:
        """Of each sentence the number of the line that it stands in."""
        breaks = [found.start() for found in _LINE.finditer(self.article.text)]
        return [bisect_left(breaks, row[0].start) if row else 0 for row in self.rows]

    def sentence(self, number: int) -> Iterator[Draft]:
        """The events of a sentence in order."""
        row = self.rows[number]
        if not row or within_any(row[0].start, self.signed):
            return
        quotes = _near(self.quotes, row)
        floors = _floors(row, quotes)
        scene = self.scene(number)
        for hit in find(row, self.taken(row), scene):
            yield Draft(self._event(number, row, hit, floors[hit.unit]), hit, scene)

    def taken(self, row: Row) -> frozenset[int]:
        """The units that say who speaks: no events."""
        speakers = _near(self.speakers, row)
        if not speakers:
            return _NOBODY
        return frozenset(i for i, unit in enumerate(row) if within_any(unit.start, speakers))

    def scene(self, number: int) -> Scene:
        """Where a sentence stands in the article."""
        row = self.rows[number]
        start = row[0].start
        part = next((p.kind for p in self.article.parts if p.start <= start < p.end), "body")
        inside = _inside(row, _near(self.quotes, row))
        quoted = {i: kind for kind, first, last in inside for i in range(first, last)}
        return Scene(part, number, quoted, self._cues(row), self.title)

    def _cues(self, row: Row) -> frozenset[int]:
        """The units that report what somebody says."""
        first = bisect_left(self.cues, row[0].start)
        starts = self.cues[first : bisect_left(self.cues, row[-1].end)]
        if not starts:
            return _NOBODY
        found = ((bisect_left(row, start, key=start_of), start) for start in starts)
        return frozenset(i for i, start in found if i < len(row) and row[i].start == start)

    def _event(self, number: int, row: Row, hit: Found, floor: int) -> Event:
        parts = (noun_parts if hit.noun else verb_parts)(row, hit.unit, floor)
        cast = dict.fromkeys(self.cast.complete(number, hit, parts))
        time = self.told[number].of(hit.unit)
        low = max(floor, hit.low)
        status = status_of(row, hit.unit, low, noun=hit.noun)
        if time and hit.noun and status == "actual" and predicted(row, hit.unit, time.start):
            status = "planned"
        return Event(
            type=hit.trigger.type,
            trigger=span(row, hit.unit, hit.unit + 1),
            sentence=number,
            roles=tuple(self._role(hit, side, place) for side, place in cast),
            date=time.value if time else None,
            place=place_of(row, hit.unit, self.sites[number], self.places),
            status=status,
        )

    def _role(self, hit: Found, side: str, place: Place) -> Role:
        kind = event_types()[hit.trigger.type]
        given = kind.other == "recipient"  # what is given is the object, who gets it stands behind
        names = {"one": kind.one, "other": "object" if given else kind.other}
        name = names.get(side, "recipient" if given else "partner")
        row = self.rows[place.row]
        whole = span(row, place.first, place.last)
        entity = self.spoken.entity(row, place.first, place.last)
        return Role(whole.start, whole.end, role=name, entity=entity)


def _near(spans: Sequence[S], row: Row) -> Sequence[S]:
    """Those of the spans, which are in order, that touch the sentence."""
    first = bisect_right(spans, row[0].start, key=end_of)
    return spans[first : bisect_left(spans, row[-1].end, key=start_of)]


def _floors(row: Row, quotes: Sequence[Quote]) -> list[int]:
    """For each unit the unit at which the quotation around it starts, or 0."""
    floors = [0] * len(row)
    for _, first, last in _inside(row, quotes):
        floors[first:last] = [first] * (last - first)
    return floors


def _inside(row: Row, quotes: Sequence[Quote]) -> Iterator[tuple[str, int, int]]:
    """Of each quotation its kind and the units of the sentence that lie in it."""
    for quote in quotes:
        first = bisect_left(row, quote.start, key=start_of)
        yield quote.kind, first, bisect_left(row, quote.end, key=start_of)


def _run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Event, ...]]:
    return [events_of(article) for article in batch]


LAYER = Layer(
    gives="events",
    needs=("sentences", "words", "parts", "names", "times", "quotes"),
    version=3,
    run=_run,
)
