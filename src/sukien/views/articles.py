"""The page of one article: its text in blocks, and every layer as marks with their values."""

from collections.abc import Callable, Iterable

import msgspec

from sukien.knowledge.happenings import event_types
from sukien.library import Library
from sukien.model import AnnotatedArticle, Descent, Event, Name, Quantity, Quote, Span, Time
from sukien.store import Card
from sukien.views.blocks import Block, article_blocks
from sukien.views.language import glossed
from sukien.views.lineages import OriginLine
from sukien.views.margins import NOTE_KINDS, Note, notes_of
from sukien.views.news import ArticleNews, article_news
from sukien.views.numbers import figure_words
from sukien.views.origins import origin_line
from sukien.views.stories import story_label

_COPIES = 12


class Mark(Span, frozen=True, kw_only=True):
    """Characters that a layer marks. `value` says in short what was read in them, `why` on
    what ground (empty when the layer gives none).
    """

    layer: str
    kind: str
    value: str
    why: str = ""

    @property
    def anchor(self) -> str:
        """The id of its characters on the page, the same as long as they are read the same."""
        return f"{self.layer}-{self.start}-{self.end}"


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a person reads it. Spans count characters of `text`.

    `notes` say what it does with its sentences against its story so far.

    `origin` is what stands behind it, `copies` are the first near-identical articles of its story,
    `more_copies` is the number of the others.
    """

    id: str
    title: str
    url: str | None
    publisher: str | None
    published: str | None
    published_bounds: tuple[str | None, str | None] | None
    author: str | None
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    layers: tuple[tuple[str, int], ...]
    story: str | None
    story_label: str | None
    news: ArticleNews | None = None
    notes: tuple[Note, ...] = ()
    origin: OriginLine | None = None
    copies: tuple[Card, ...] = ()
    more_copies: int = 0

    @property
    def note_counts(self) -> tuple[tuple[str, int, Note], ...]:
        """How many notes of each kind there are, and the first of them."""
        groups = ((kind, [n for n in self.notes if n.kind == kind]) for kind in NOTE_KINDS)
        return tuple((kind, len(notes), notes[0]) for kind, notes in groups if notes)


def article_page(library: Library, article_id: str) -> ArticlePage:
    """One article of a library. Raises NotFoundError."""
    annotated = library.article(article_id)
    story = library.story_of(article_id)
    origin, copies, more = _origin(library, story, article_id)
    article = annotated.article
    marks = article_marks(annotated)
    news = article_news(library, article_id)
    return ArticlePage(
        id=article.id,
        title=library.cards([article_id])[0].title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        published_bounds=annotated.published_bounds,
        author=article.author,
        text=article.text,
        blocks=article_blocks(annotated),
        marks=marks,
        layers=tuple((name, sum(m.layer == name for m in marks)) for name in LAYERS),
        story=story,
        story_label=story_label(library, story) if story else None,
        news=news,
        notes=notes_of(news),
        origin=origin,
        copies=copies,
        more_copies=more,
    )


def _origin(
    library: Library, story_id: str | None, article_id: str
) -> tuple[OriginLine | None, tuple[Card, ...], int]:
    """What stands behind an article, its first copies and the number of the others."""
    story = library.descent(story_id) if story_id else Descent()
    lineage = next((one for one in story.lineage if one.article == article_id), None)
    if lineage is None:
        return None, (), 0
    group = next((one for one in story.duplicates if article_id in one), ())
    others = [name for name in group if name != article_id]
    names = others[:_COPIES]
    original = [lineage.copy_of] if lineage.copy_of else []
    cards = {card.id: card for card in library.cards([article_id, *original, *names])}
    copies = tuple(cards[name] for name in names if name in cards)
    return origin_line(lineage, cards), copies, len(others) - len(names)


def article_marks(annotated: AnnotatedArticle) -> tuple[Mark, ...]:
    """Every layer's marks, in order of the text; longer ones before those inside them."""
    marks = [mark for marks_of in LAYERS.values() for mark in marks_of(annotated)]
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.layer)))


def _names(annotated: AnnotatedArticle) -> Iterable[Mark]:
    def mark(name: Name) -> Mark:
        value = name.entity or name.type
        return Mark(
            start=name.start,
            end=name.end,
            layer="names",
            kind=name.type,
            value=value,
            why=name.reason,
        )

    return [mark(name) for name in annotated.names]


def _times(annotated: AnnotatedArticle) -> Iterable[Mark]:
    def value(time: Time) -> str:
        return f"{time.value} {time.mod or ''}".strip()

    return [_mark("times", t.type, value(t), t) for t in annotated.times]


def _quantities(annotated: AnnotatedArticle) -> Iterable[Mark]:
    def value(q: Quantity) -> str:
        return " ".join(filter(None, (figure_words(q.value, q.mod), q.unit, q.item)))

    return [_mark("quantities", q.mod or "exact", value(q), q) for q in annotated.quantities]


def _actors(annotated: AnnotatedArticle) -> Iterable[Mark]:
    return [
        _mark("actors", a.sector or "", " ".join(filter(None, (a.country, a.sector, a.entity))), a)
        for a in annotated.actors
    ]


def _quotes(annotated: AnnotatedArticle) -> Iterable[Mark]:
    def value(quote: Quote) -> str:
        speaker = annotated.surface(quote.speaker) if quote.speaker else None
        outlets = [annotated.surface(link) for link in quote.via]
        return " · ".join(filter(None, (speaker, quote.said, *outlets)))

    return [_mark("quotes", q.kind, value(q), q) for q in annotated.quotes]


def _events(annotated: AnnotatedArticle) -> Iterable[Mark]:
    def value(event: Event) -> str:
        named = event_types().get(event.type)
        kind = f"{named.vi} ({named.en})" if named else event.type
        roles = "; ".join(
            f"{glossed('role_' + r.role)}: {annotated.surface(r)}" for r in event.roles
        )
        known = (kind, glossed(f"status_{event.status}"), event.date, event.place, roles)
        return " · ".join(filter(None, known))

    return [_mark("events", e.type, value(e), e.trigger) for e in annotated.events]


def _mark(layer: str, kind: str, value: str, span: Span) -> Mark:
    return Mark(start=span.start, end=span.end, layer=layer, kind=kind, value=value)


LAYERS: dict[str, Callable[[AnnotatedArticle], Iterable[Mark]]] = {
    "names": _names,
    "times": _times,
    "quantities": _quantities,
    "actors": _actors,
    "quotes": _quotes,
    "events": _events,
}
