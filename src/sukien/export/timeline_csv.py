"""Timelines as a table for a spreadsheet: one row for each line of each story's timeline."""

from collections.abc import Iterable, Iterator

from sukien.export.base import Exporter
from sukien.export.cells import line, places, safe
from sukien.model import AnnotatedArticle, Story

COLUMNS = ("story", "label", "date", "text", "articles", "sources", "upcoming", "evidence")


def write(stories: Iterable[Story], _articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """The table in RFC 4180 form. `evidence` is `article:start-end`, parted by spaces."""
    yield line(COLUMNS)
    for story in stories:
        for entry in story.timeline:
            counts = (entry.articles, entry.sources, int(entry.upcoming))
            head = (story.id, safe(story.label), entry.date, safe(entry.text))
            yield line((*head, *counts, safe(places(entry.evidence))))


TIMELINE_CSV = Exporter("timeline-csv", "every line of every timeline, for a spreadsheet", write)
