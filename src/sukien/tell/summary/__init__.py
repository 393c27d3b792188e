"""What is kept beside a story, so that pages need not open it.

disputes.py finds the sentences that contradict each other, standing.py says how high a story stands
on a front page, courses.py how figures went from day to day.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sukien.model import (
    AnnotatedArticle,
    Moment,
    Novelty,
    Report,
    Story,
    StoryIndex,
    StorySummary,
    TimelineEntry,
)
from sukien.tell.dates import shifted
from sukien.tell.novelty import Record, nearest, novelty
from sukien.tell.summary.courses import courses
from sukien.tell.summary.disputes import disputes
from sukien.tell.summary.standing import RECENT, weight

LATEST = 40
"""The most articles of a story whose novelty is kept, the last published."""
_NAMES = 5
_MOMENTS, _COMING = 3, 2
_PLANNED = 5
_DAY = len("2024-05-03")

__all__ = ["LATEST", "RECENT", "story_index", "weight"]


def story_index(
    story: Story, articles: Sequence[AnnotatedArticle], *, plainly: bool = False
) -> StoryIndex:
    """What is kept beside a story. `articles` are the story's; those missing are passed over.

    `plainly` leaves out what its articles add: for a story that could not be told.
    """
    opened = {article.id: article for article in articles}
    record = Record(story)
    reports = _reports(record, opened)
    compared = len(story.articles) > 1 and not plainly
    novelties = _novelties(record, opened) if compared else ()
    return StoryIndex(
        summary=StorySummary(
            id=story.id,
            label=story.label,
            first=_day(story.first),
            last=_day(story.last),
            articles=len(story.articles),
            episodes=len(story.episodes),
            sources=len({one.source for one in reports}),
            recent=len({one.source for one in _recent(reports, _day(story.last))}),
            brief=story.brief.text,
            names=tuple(entity.name for entity in story.entities[:_NAMES]),
            verdicts=tuple(sorted(Counter(one.verdict for one in story.figures).items())),
            planned=tuple(one.date for one in story.timeline if one.upcoming)[:_PLANNED],
            latest=_latest(story.timeline),
            disputes=disputes(record, novelties, opened),
            section=story.section or None,
        ),
        reports=reports,
        novelties=novelties,
        courses=courses(story.figures, {one.article: one.day for one in reports}),
    )


def _reports(record: Record, opened: Mapping[str, AnnotatedArticle]) -> tuple[Report, ...]:
    sources = record.origins.sources(record.story.articles)
    published = {name: one.article.published for name, one in opened.items()}
    return tuple(
        Report(name, _day(published.get(name)), source, record.origins.echo_of(name))
        for name, source in sources.items()
    )


def _recent(reports: Iterable[Report], last: str | None) -> list[Report]:
    """The reports of the story's last days; of a story without dates all."""
    if last is None:
        return list(reports)
    since = shifted(last, 1 - RECENT)
    return [one for one in reports if one.day and one.day >= since]


def _novelties(record: Record, opened: Mapping[str, AnnotatedArticle]) -> tuple[Novelty, ...]:
    """What the last articles add, in their order."""
    kept = [name for name in record.origins.kept(record.story.articles) if name in opened]
    found = []
    for name in kept[-LATEST:]:
        near = [opened[one] for one in nearest(record, name) if one in opened]
        found.append(novelty(record, opened[name], near))
    return tuple(found)


def _latest(timeline: Sequence[TimelineEntry]) -> tuple[Moment, ...]:
    past = [entry for entry in timeline if not entry.upcoming]
    coming = [entry for entry in timeline if entry.upcoming]
    return tuple(
        Moment(
            date=entry.date,
            text=entry.text,
            upcoming=entry.upcoming,
            proof=entry.evidence[0] if entry.evidence else None,
        )
        for entry in past[-_MOMENTS:] + coming[:_COMING]
    )


def _day(published: str | None) -> str | None:
    return published[:_DAY] if published else None
