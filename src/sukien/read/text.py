"""Plain text: one file is one article."""

from sukien.model import Article
from sukien.text.respace import respace


def article_from_text(
    raw: str, *, article_id: str, published: str | None = None, source: str = ""
) -> Article:
    """The article that a string of characters is, segmented or not, one line or many."""
    spaced = respace(raw)
    return Article(
        id=article_id,
        text=spaced.text,
        published=published,
        breaks=spaced.breaks,
        joints=spaced.joints,
        segmented=spaced.segmented,
        source=source,
    )
