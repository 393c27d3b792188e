"""Timelines as a table for a spreadsheet: one row for each line of each story's timeline."""

import csv
import io
from collections.abc import Iterable, Iterator

from sukien.export.base import Exporter
from sukien.model import AnnotatedArticle, Evidence, Story

COLUMNS = ("story", "label", "date", "text", "articles", "sources", "upcoming", "evidence")
_FORMULA = ("=", "+", "-", "@", "\t")


def write(stories: Iterable[Story], _articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """The table in RFC 4180 form. `evidence` is `article:start-end`, parted by spaces."""
    yield _line(COLUMNS)
    for story in stories:
        for entry in story.timeline:
            evidence = " ".join(_place(one) for one in entry.evidence)
            counts = (entry.articles, entry.sources, int(entry.upcoming))
            head = (story.id, _safe(story.label), entry.date, _safe(entry.text))
            yield _line((*head, *counts, _safe(evidence)))


def _place(evidence: Evidence) -> str:
    return f"{evidence.article}:{evidence.start}-{evidence.end}"


def _safe(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: Iterable[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


TIMELINE_CSV = Exporter("timeline-csv", "every line of every timeline, for a spreadsheet", write)
