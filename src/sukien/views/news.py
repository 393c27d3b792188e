"""What is new: in a library since a day, and in one article against its story so far."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from sukien.library import Library
from sukien.model import (
    AgendaItem,
    Contradiction,
    Evidence,
    Fact,
    Figure,
    FigurePoint,
    Novelty,
    Story,
)
from sukien.store import Card
from sukien.tell.dates import days
from sukien.tell.novelty import Record, echo, nearest, novelty
from sukien.tell.origins import Origins

_KINDS = ("happening", "figure", "quote", "statement")
_CLOSE = 0.01
_SHOWN = 8
_AT_ONCE = 64
_WEEK = dt.timedelta(days=7)


class ArticleNews(msgspec.Struct, frozen=True, kw_only=True):
    """What an article adds to its story, repeats, contradicts and leaves out.

    `cards` are the articles that it is compared with or repeats, by their ids.
    """

    card: Card
    story: str
    novelty: Novelty
    cards: dict[str, Card]

    @property
    def is_first(self) -> bool:
        """Whether the story begins with the article: then all that it tells is new."""
        return self.novelty.known == 0

    @property
    def echoed(self) -> str:
        """The title of the article that it repeats, empty where it repeats none."""
        card = self.cards.get(self.novelty.echo_of or "")
        return card.title if card else ""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a story tells for the first time since a day.

    `published` is when it was first told; `articles` is the number of articles that tell it since
    then, `sources` of independent ones, `evidence` where they do.
    """

    kind: str
    about: str
    text: str
    place: Evidence
    published: str | None
    articles: int
    sources: int
    evidence: tuple[Evidence, ...]


class FigureChange(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is told otherwise since a day: its last value before, and the last since."""

    about: str
    before: FigurePoint
    after: FigurePoint


class StoryNews(msgspec.Struct, frozen=True, kw_only=True):
    """What is new in a story since a day.

    `articles` are those published since, `news` what they tell first, what most independent sources
    tell first of all; `agenda` is what was announced before and is since told as done, moved or
    cancelled; `by_article` the same article by article, of those that were compared and of those
    that repeat another.
    """

    story: str
    label: str
    articles: tuple[Card, ...]
    news: tuple[News, ...]
    changes: tuple[FigureChange, ...]
    agenda: tuple[AgendaItem, ...]
    contradictions: tuple[Contradiction, ...]
    by_article: tuple[Novelty, ...] = ()

    @property
    def compared(self) -> int:
        """How many of the articles were compared with what was told before them."""
        return sum(one.echo_of is None for one in self.by_article)

    @property
    def echoes(self) -> int:
        """How many of the articles repeat another without anything of their own."""
        return len(self.by_article) - self.compared

    @property
    def passed_over(self) -> int:
        """How many were not compared, because there are too many of them."""
        return len(self.articles) - len(self.by_article)

    @property
    def shown(self) -> tuple[News, ...]:
        """The first lines, which a page shows at once."""
        return self.news[:_SHOWN]

    @property
    def more(self) -> tuple[News, ...]:
        """The others."""
        return self.news[_SHOWN:]


class NewsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The stories with news since a day, the last told first."""

    since: str
    stories: tuple[StoryNews, ...]


def article_news(library: Library, article_id: str) -> ArticleNews | None:
    """What an article adds to its story; None while it is in none. Raises NotFoundError."""
    story_id = library.story_of(article_id)
    if story_id is None:
        return None
    record = Record(library.story(story_id))
    [found] = _novelties(library, record, [article_id])
    ids = {proof.article for proof in _proofs(found)} | {article_id}
    ids |= {found.echo_of} if found.echo_of else set()
    cards = {card.id: card for card in library.cards(sorted(ids))}
    return ArticleNews(card=cards[article_id], story=story_id, novelty=found, cards=cards)


def _novelties(library: Library, record: Record, ids: Sequence[str]) -> Iterator[Novelty]:
    """What articles of a story add; those that repeat one of it are not opened."""
    for start in range(0, len(ids), _AT_ONCE):
        batch = ids[start : start + _AT_ONCE]
        near = {name: nearest(record, name) for name in record.origins.kept(batch)}
        wanted = {one for name, names in near.items() for one in (name, *names)}
        opened = {article.id: article for article in library.articles(wanted)} if wanted else {}
        for name in batch:
            repeated = echo(record, name)
            if repeated is not None:
                yield repeated
            elif name in opened:
                yield novelty(record, opened[name], [opened[one] for one in near[name]])


def _proofs(found: Novelty) -> list[Evidence]:
    facts = (*found.first, *found.repeats, *found.omits)
    proofs = [proof for fact in facts for proof in (fact.place, *fact.earlier)]
    return proofs + [one.other for one in found.contradicts]


def a_week_ago(library: Library) -> str | None:
    """The day a week before the library's last article; None without dates."""
    last = library.last_day()
    return (dt.date.fromisoformat(last) - _WEEK).isoformat() if last else None


def news_page(
    library: Library,
    since: str,
    *,
    story_id: str | None = None,
    limit: int | None = None,
    most: int | None = None,
) -> NewsPage:
    """What is new since a day (`2024-05-03`), in one story or in all.

    With `limit` only so many of the stories told last; with `most` only so many articles of each
    are compared, the last published. Articles without a date are never new. Raises NotFoundError.
    """
    if story_id is not None:
        stories = [library.story(story_id)]
    else:
        stories = [one for one in library.stories(limit=limit) if (one.last or "") >= since[:10]]
    found = (_story_news(library, story, since, most) for story in stories)
    return NewsPage(since=since, stories=tuple(one for one in found if one is not None))


def _story_news(library: Library, story: Story, since: str, most: int | None) -> StoryNews | None:
    cards = library.cards(story.articles)
    fresh = tuple(card for card in cards if (card.published or "") >= since)
    if not fresh:
        return None
    record = Record(story)
    ids = [card.id for card in fresh]
    passed = set(record.origins.kept(ids)[:-most]) if most else set()
    told = tuple(_novelties(library, record, [name for name in ids if name not in passed]))
    return StoryNews(
        story=story.id,
        label=story.label,
        articles=fresh,
        news=_news(record.origins, told, {card.id: card for card in fresh}),
        changes=_changes(story.figures, set(ids)),
        agenda=tuple(one for one in story.agenda if one.closed and one.closed >= since[:10]),
        contradictions=tuple(one for found in told for one in found.contradicts),
        by_article=told,
    )


def _news(origins: Origins, told: Sequence[Novelty], fresh: dict[str, Card]) -> tuple[News, ...]:
    """What is told first since then, with who took it up."""
    taken: dict[Evidence, list[Evidence]] = {}
    for found in told:
        for fact in found.repeats:
            for proof in fact.earlier:
                taken.setdefault(proof, []).append(fact.place)
    lines = [
        _line(fact, taken.get(fact.place, ()), origins, fresh)
        for found in told
        for fact in found.first
    ]
    opening = {fact.place for found in told for fact in found.first if fact.opening}
    since = min((card.published[:10] for card in fresh.values() if card.published), default="")
    return tuple(sorted(lines, key=lambda line: _rank(line, since, opening)))


def _rank(
    line: News, since: str, opening: Collection[Evidence]
) -> tuple[bool, int, bool, int, str, str, int]:
    """What lies well before the news comes last; what most sources took up, and leads, first."""
    span = days(line.about) if line.kind == "happening" else None
    old = span is not None and bool(since) and span[1] + _WEEK < dt.date.fromisoformat(since)
    kind, place = _KINDS.index(line.kind), line.place
    order = (line.published or "", place.article, place.start)
    return (old, -line.sources, place not in opening, kind, *order)


def _line(
    fact: Fact,
    taken: Iterable[Evidence],
    origins: Origins,
    fresh: dict[str, Card],
) -> News:
    evidence = tuple(dict.fromkeys((fact.place, *taken)))
    ids = [one for one in origins.with_echoes(p.article for p in evidence) if one in fresh]
    return News(
        kind=fact.kind,
        about=fact.about,
        text=fact.text,
        place=fact.place,
        published=fresh[fact.place.article].published,
        articles=len(ids),
        sources=origins.count(ids),
        evidence=evidence,
    )


def _changes(figures: Iterable[Figure], fresh: set[str]) -> tuple[FigureChange, ...]:
    found = []
    for figure in figures:
        before = _last(point for point in figure.points if point.article not in fresh)
        after = _last(point for point in figure.points if point.article in fresh)
        if before and after and _as_of(after) >= _as_of(before) and _differ(before, after):
            found.append(FigureChange(about=figure.about, before=before, after=after))
    return tuple(found)


def _last(points: Iterable[FigurePoint]) -> FigurePoint | None:
    """The point of the last date, of several the last that was told."""
    found: FigurePoint | None = None
    for point in points:
        if found is None or _as_of(point) >= _as_of(found):
            found = point
    return found


def _as_of(point: FigurePoint) -> dt.date:
    span = days(point.date) if point.date else None
    return span[0] if span else dt.date.min


def _differ(one: FigurePoint, other: FigurePoint) -> bool:
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) > _CLOSE * max(abs(one.value), abs(other.value))
