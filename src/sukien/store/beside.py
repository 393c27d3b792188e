"""What is written beside a story: the rows of the tables that lists and pages read."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert

from sukien.model import Story, StoryIndex
from sukien.store.packing import packed
from sukien.store.schema import (
    agenda,
    courses,
    disputes,
    edges,
    novelties,
    reports,
    summaries,
)
from sukien.tell.dates import days
from sukien.tell.summary import weight

TABLES: tuple[Table, ...] = (summaries, reports, novelties, courses, disputes, agenda, edges)
_OF_ARTICLES = (reports, novelties)
Row = dict[str, object]
Rows = dict[str, tuple[Row, ...]]


def rows_beside(story: Story, index: StoryIndex) -> Rows:
    """The rows of a story, under the names of their tables."""
    made: dict[Table, Iterable[Row]] = {
        summaries: [_summary(index)],
        reports: _reports(index),
        novelties: _novelties(index),
        courses: [{"content": packed(index.courses)}] if index.courses else [],
        disputes: _disputes(index),
        agenda: _agenda(story),
        edges: _edges(story),
    }
    return {
        table.name: tuple({"story_id": story.id, **row} for row in rows)
        for table, rows in made.items()
    }


def drop_beside(connection: Connection, story_ids: Sequence[str]) -> None:
    """Forget what is kept beside stories."""
    for table in TABLES:
        connection.execute(delete(table).where(table.c.story_id.in_(story_ids)))


def drop_beside_articles(connection: Connection, article_ids: Sequence[str]) -> None:
    """Forget what is kept of articles, whatever story they were in."""
    for table in _OF_ARTICLES:
        connection.execute(delete(table).where(table.c.article_id.in_(article_ids)))


def put_beside(connection: Connection, batch: Iterable[Mapping[str, Sequence[Row]]]) -> None:
    """Keep the rows of stories."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for one in batch:
        for name, own in one.items():
            rows[name].extend(own)
    for table in TABLES:
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])


def _summary(index: StoryIndex) -> Row:
    told = index.summary
    return {
        "label": told.label,
        "first": told.first,
        "last": told.last,
        "weight": weight(told.last, told.recent),
        "articles": told.articles,
        "sources": told.recent,
        "section": told.section,
        "content": packed(told),
    }


def _reports(index: StoryIndex) -> Iterable[Row]:
    for one in index.reports:
        yield {
            "article_id": one.article,
            "day": one.day,
            "source": one.source,
            "echo_of": one.echo_of,
        }


def _novelties(index: StoryIndex) -> Iterable[Row]:
    day_of = {one.article: one.day for one in index.reports}
    for one in index.novelties:
        yield {"article_id": one.article, "day": day_of.get(one.article), "content": packed(one)}


def _disputes(index: StoryIndex) -> Iterable[Row]:
    told = index.summary
    for number, one in enumerate(told.disputes):
        yield {
            "number": number,
            "kind": one.kind,
            "day": one.day,
            "weight": weight(told.last, told.recent),
            "content": packed(one),
        }


def _agenda(story: Story) -> Iterable[Row]:
    for number, item in enumerate(story.agenda):
        span = days(item.date)
        if span is not None:
            yield {
                "number": number,
                "start": span[0].isoformat(),
                "end": span[1].isoformat(),
                "announced": item.announced,
                "closed": item.closed,
                "outcome": item.outcome,
                "content": packed(item),
            }


def _edges(story: Story) -> Iterable[Row]:
    for edge in story.network:
        last = days(edge.last) if edge.last else None
        yield {
            "actor": edge.actor,
            "target": edge.target,
            "type": edge.type,
            "actor_name": edge.actor_name,
            "target_name": edge.target_name,
            "happenings": edge.count + edge.planned,
            "articles": edge.articles,
            "until": last[1].isoformat() if last else None,
            "content": packed(edge),
        }
