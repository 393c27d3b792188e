"""Web pages."""

from collections.abc import Iterator

from sukien.errors import EmptyArticleError
from sukien.read.base import Document, Item, Reader, ReadOptions


def read_html(document: Document, options: ReadOptions) -> Iterator[Item]:
    """Placeholder."""
    raise EmptyArticleError(document.name, "x")
    yield


HTML = Reader(kind="html", suffixes=(".html", ".htm"), read=read_html)
