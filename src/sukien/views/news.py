"""What is new: in a library since a day, and in one article against its story so far."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from sukien.library import Library
from sukien.model import (
    AgendaItem,
    Contradiction,
    Course,
    Evidence,
    Fact,
    FigurePoint,
    Novelty,
    Report,
    StorySummary,
)
from sukien.store import Card, Planned, Wanted
from sukien.tell.dates import days, shifted
from sukien.tell.novelty import Record, echo, nearest, novelty
from sukien.tell.summary import LATEST
from sukien.tell.summary.courses import as_of, differ

_KINDS = ("happening", "figure", "quote", "statement")
_SHOWN = 8
_MOST_NEWS, _MOST_CHANGES = 32, 8  # of one story on a page
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

    @property
    def heading(self) -> str:
        """What or whom it is about, where its own words do not say so."""
        return "" if self.about.casefold() in self.text.casefold() else self.about


class FigureChange(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is told otherwise since a day: its last value before, and the last since."""

    about: str
    before: FigurePoint
    after: FigurePoint


class StoryNews(msgspec.Struct, frozen=True, kw_only=True):
    """What is new in a story since a day.

    `article_count` articles were published since, of `sources` independent sources; `articles` are
    the last of them. `first` is the day of the story's first article, `brief` tells the whole of
    it. `compared` of them were compared with what was told before, `echoes` repeat another without
    anything of their own. `news` is what they tell first, what most independent sources tell first
    of all, `news_count` how much that is in all; `agenda` is what was announced before and is since
    told as done, moved or cancelled; `by_article` the same article by article, where every article
    was asked for.
    """

    story: str
    label: str
    first: str | None
    last: str | None
    brief: str
    article_count: int
    sources: int
    articles: tuple[Card, ...]
    compared: int
    echoes: int
    news_count: int
    news: tuple[News, ...]
    changes: tuple[FigureChange, ...]
    agenda: tuple[AgendaItem, ...]
    contradictions: tuple[Contradiction, ...]
    by_article: tuple[Novelty, ...] = ()

    @property
    def passed_over(self) -> int:
        """How many were not compared, because there are too many of them or just one."""
        return self.article_count - self.compared - self.echoes

    @property
    def shown(self) -> tuple[News, ...]:
        """The first lines, which a page shows at once."""
        return self.news[:_SHOWN]

    @property
    def more(self) -> tuple[News, ...]:
        """The others."""
        return self.news[_SHOWN:]

    @property
    def left(self) -> int:
        """How many more there are that are not told here."""
        return self.news_count - len(self.news)


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """A choice of the day: yesterday, week_before or month_before, seen from the last article."""

    name: str
    day: str
    chosen: bool


class NewsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The stories with news since a day, the weightiest first; `number` of `pages` is shown.

    `found` stories have news, `article_count` articles were published since; `last` is the day of
    the library's last article.
    """

    since: str
    stories: tuple[StoryNews, ...]
    last: str | None = None
    found: int = 0
    article_count: int = 0
    number: int = 1
    pages: int = 1
    choices: tuple[Since, ...] = ()

    @property
    def is_whole_story(self) -> dict[str, bool]:
        """Of each story shown, whether all of it is new."""
        return {one.story: bool(one.first and one.first >= self.since) for one in self.stories}


def article_news(library: Library, article_id: str) -> ArticleNews | None:
    """What an article adds to its story; None while it is in none. Raises NotFoundError."""
    story_id = library.story_of(article_id)
    if story_id is None:
        return None
    found = library.beside.novelty(article_id)
    if found is None:
        [found] = _novelties(library, Record(library.story(story_id)), [article_id])
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
    return shifted(last[:10], -_WEEK.days) if last else None


def news_page(
    library: Library,
    since: str,
    *,
    story_id: str | None = None,
    number: int = 1,
    limit: int | None = None,
) -> NewsPage:
    """What is new since a day (`2024-05-03`), in one story or in all.

    With `limit` so many stories on a page, and of each no more than is kept beside it, what its
    last articles add (tell.summary.LATEST), and of that so much as a page shows. Without it every
    article is compared. Articles without a date are never new. Raises NotFoundError.
    """
    since = since[:10]
    wanted = Wanted(start=since)
    found, articles = library.beside.standing_counts(wanted)
    if story_id is not None:
        whole = library.story(story_id).id
        shown = [one for one in library.beside.standings(wanted) if one.story == whole]
        found, articles = len(shown), sum(one.articles for one in shown)
    pages = max(1, -(-found // limit)) if limit else 1
    number = min(max(1, number), pages)
    if story_id is None:
        start = (number - 1) * (limit or 0)
        shown = library.beside.standings(wanted, start=start, limit=limit)
    summaries = {one.id: one for one in library.beside.summaries(one.story for one in shown)}
    last = library.last_day()
    return NewsPage(
        since=since,
        stories=tuple(
            _story_news(library, summaries[one.story], since, kept_alone=limit is not None)
            for one in shown
            if one.story in summaries
        ),
        last=last[:10] if last else None,
        found=found,
        article_count=articles,
        number=number,
        pages=pages,
        choices=_choices(last[:10], since) if last else (),
    )


def _choices(last: str, since: str) -> tuple[Since, ...]:
    days_back = (("yesterday", 1), ("week_before", 7), ("month_before", 30))
    made = ((name, shifted(last, -back)) for name, back in days_back)
    return tuple(Since(name=name, day=day, chosen=day == since) for name, day in made)


def _story_news(
    library: Library, summary: StorySummary, since: str, *, kept_alone: bool
) -> StoryNews:
    beside = library.beside
    fresh = Fresh(one for one in beside.reports(summary.id) if one.day and one.day >= since)
    told = _told(library, summary.id, since, fresh, kept_alone=kept_alone)
    announced = (one for _, _, one in beside.planned(Planned(story=summary.id)))
    news = _news(told, fresh)
    denied = tuple(one for found in told for one in found.contradicts)
    changes = _changes(beside.courses(summary.id), since)
    echoes = sum(one.echo_of is not None for one in told)
    return StoryNews(
        story=summary.id,
        label=summary.label,
        first=summary.first,
        last=summary.last,
        brief=summary.brief,
        article_count=len(fresh.ids),
        sources=fresh.sources(fresh.ids),
        articles=tuple(library.cards(fresh.ids[-LATEST:] if kept_alone else fresh.ids)),
        compared=len(told) - echoes,
        echoes=echoes,
        news_count=len(news),
        news=news[:_MOST_NEWS] if kept_alone else news,
        changes=changes[:_MOST_CHANGES] if kept_alone else changes,
        agenda=tuple(one for one in announced if one.closed and one.closed >= since),
        contradictions=denied[-_MOST_CHANGES:] if kept_alone else denied,
        by_article=() if kept_alone else told,
    )


class Fresh:
    """The articles of a story since a day: what each goes back to, and what repeats it."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {one.article: one for one in reports}
        self.ids = list(self._reports)
        self._echoes: dict[str, list[str]] = {}
        for one in self._reports.values():
            if one.echo_of is not None:
                self._echoes.setdefault(one.echo_of, []).append(one.article)

    def day(self, article: str) -> str | None:
        """When an article was published."""
        return self._reports[article].day

    def echo_of(self, article: str) -> str | None:
        """The article that one repeats without anything of its own."""
        return self._reports[article].echo_of

    def with_echoes(self, articles: Iterable[str]) -> list[str]:
        """The articles that are fresh, with those that repeat them."""
        ids = dict.fromkeys(articles)
        every = (one for name in ids for one in (name, *self._echoes.get(name, ())))
        return [one for one in dict.fromkeys(every) if one in self._reports]

    def sources(self, articles: Iterable[str]) -> int:
        """How many independent sources the articles go back to."""
        return len({self._reports[one].source for one in articles})


def _told(
    library: Library, story_id: str, since: str, fresh: Fresh, *, kept_alone: bool
) -> tuple[Novelty, ...]:
    """What each article adds, in their order; what is not kept is found, unless `kept_alone`."""
    found = {one.article: one for one in library.beside.novelties(story_id, since)}
    if not kept_alone:
        missing = [name for name in fresh.ids if name not in found]
        if missing:
            record = Record(library.story(story_id))
            found |= {one.article: one for one in _novelties(library, record, missing)}
    elif found:
        echoes = ((name, fresh.echo_of(name)) for name in fresh.ids if name not in found)
        found |= {name: Novelty(article=name, known=0, echo_of=one) for name, one in echoes if one}
    return tuple(found[name] for name in fresh.ids if name in found)


def _news(told: Sequence[Novelty], fresh: Fresh) -> tuple[News, ...]:
    """What is told first since then, with who took it up."""
    taken: dict[Evidence, list[Evidence]] = {}
    for found in told:
        for fact in found.repeats:
            for proof in fact.earlier:
                taken.setdefault(proof, []).append(fact.place)
    lines = [
        _line(fact, taken.get(fact.place, ()), fresh) for found in told for fact in found.first
    ]
    opening = {fact.place for found in told for fact in found.first if fact.opening}
    since = min((day for day in map(fresh.day, fresh.ids) if day), default="")
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


def _line(fact: Fact, taken: Iterable[Evidence], fresh: Fresh) -> News:
    evidence = tuple(dict.fromkeys((fact.place, *taken)))
    ids = fresh.with_echoes(proof.article for proof in evidence)
    return News(
        kind=fact.kind,
        about=fact.about,
        text=fact.text,
        place=fact.place,
        published=fresh.day(fact.place.article),
        articles=len(ids),
        sources=fresh.sources(ids),
        evidence=evidence,
    )


def _changes(courses: Iterable[Course], since: str) -> tuple[FigureChange, ...]:
    found = []
    for course in courses:
        before = _last(one.point for one in course.values if (one.told or "") < since)
        after = _last(one.point for one in course.values if (one.told or "") >= since)
        if before and after and as_of(after) >= as_of(before) and differ(before, after):
            found.append(FigureChange(about=course.about, before=before, after=after))
    return tuple(found)


def _last(points: Iterable[FigurePoint]) -> FigurePoint | None:
    """The point of the last date, of several the last that was told."""
    found: FigurePoint | None = None
    for point in points:
        if found is None or as_of(point) >= as_of(found):
            found = point
    return found
