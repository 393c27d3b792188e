"""Plain text: one file is one article."""

from collections.abc import Iterator

from sukien.model import Article
from sukien.read.base import Document, Item, Reader, ReadOptions
from sukien.read.fields import Identity, Piece, put_together
from sukien.text.encoding import decode


def article_from_text(
    raw: str, *, article_id: str | None = None, published: str | None = None, source: str = ""
) -> Article:
    """The article that a string of characters is, segmented or not, one line or many.

    Without `article_id` its id is made from its text. Raises EmptyArticleError when there is
    nothing but white space, DateError when `published` is no date.
    """
    known = Identity(source=source, id=article_id, published=published)
    return put_together([Piece(None, raw)], known, ReadOptions())


def read_text(document: Document, options: ReadOptions) -> Iterator[Item]:
    """The document's one article; its id is the file's stem."""
    raw = decode(document.content(), document.name)
    known = Identity(source=document.name, id=document.stem)
    yield put_together([Piece(None, raw)], known, options)


TEXT = Reader(kind="text", suffixes=(".txt",), read=read_text)
