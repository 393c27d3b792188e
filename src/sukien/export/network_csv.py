"""Networks as a table for a spreadsheet: one row for each edge of each story's network."""

from collections.abc import Iterable, Iterator

from sukien.export.base import Exporter
from sukien.export.cells import line, places, safe
from sukien.model import AnnotatedArticle, Edge, Story

COLUMNS = (
    *("story", "label", "actor", "actor_name", "type", "target", "target_name", "mutual"),
    *("count", "planned", "articles", "sources", "first", "last", "evidence"),
)


def write(stories: Iterable[Story], _articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """The table in RFC 4180 form. `evidence` is `article:start-end`, parted by spaces."""
    yield line(COLUMNS)
    for story in stories:
        for edge in story.network:
            yield line((story.id, safe(story.label), *_cells(edge)))


def _cells(edge: Edge) -> tuple[object, ...]:
    actor, target = safe(edge.actor_name), safe(edge.target_name)
    parties = (safe(edge.actor), actor, edge.type, safe(edge.target), target, int(edge.mutual))
    counts = (edge.count, edge.planned, edge.articles, edge.sources)
    return (*parties, *counts, edge.first or "", edge.last or "", safe(places(edge.evidence)))


NETWORK_CSV = Exporter("network-csv", "who acted on whom in every story, for a spreadsheet", write)
