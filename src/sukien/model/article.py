"""What a reader hands on: one article, its text fixed for ever."""

import datetime as dt

import msgspec

from sukien.model.spans import Span

PART_KINDS = ("title", "lead", "heading", "body", "caption", "credit", "byline", "agency")


class Part(Span, frozen=True):
    """A stretch of the article with one task: title, lead, body, caption, byline ..."""

    kind: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it was read. Every offset that Sukien ever gives points into `text`.

    `text` is NFC, without underscores, spaced as a person would write it; lines are parted
    by a newline where the input had them. `published` is an ISO 8601 date or time, or None when
    it is not known. `given` are the parts that the source itself marked (a page's title, a field
    named lead). `breaks` are the offsets at which a line of the input starts (never 0).
    `joints` are the offsets of spaces that were underscores: the input's own word segmentation, a
    hint that may be wrong; `segmented` says that the input had such a segmentation.
    `source` names the file and place, for messages.
    """

    id: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    given: tuple[Part, ...] = ()
    breaks: tuple[int, ...] = ()
    joints: tuple[int, ...] = ()
    segmented: bool = False
    source: str = ""

    @property
    def published_date(self) -> dt.date | None:
        """The day of publication, or None."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None
