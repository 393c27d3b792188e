"""The port: what an index of words can do."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from sukien.model import AnnotatedArticle, Span


class Snippet(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an article's text with the words that were asked for.

    `span` and every span of `marks` count characters of the article's text.
    """

    span: Span
    text: str
    marks: tuple[Span, ...]


class Hit(msgspec.Struct, frozen=True):
    """An article that was found; a lower `rank` is a better one."""

    article: str
    rank: float


class Index(Protocol):
    """Finds articles by words."""

    def put(self, articles: Sequence[AnnotatedArticle]) -> None:
        """Index articles, or index them anew."""

    def find(self, query: str, *, limit: int) -> list[Hit]:
        """The best articles that hold every word and phrase of the query, best first."""
