"""The port: what an index of words can do, and what is searched of an article."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from sukien.model import AnnotatedArticle, Span
from sukien.search.query import Term

KINDS = ("articles", "sentences", "quotes", "stories")
Keys = npt.NDArray[np.int64]
NUMBERED = 16
"""Bits of a sentence's or quotation's key that number it within its article."""


class Said(Span, frozen=True, kw_only=True, array_like=True):
    """A quotation as it is searched: who says it (`name` as written), when, direct or not."""

    kind: str
    name: str = ""
    entity: str | None = None
    said: str | None = None


class Findable(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What is searched and shown of an article: a small part of what is known of it."""

    id: str
    text: str
    titles: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotes: tuple[Said, ...]


class StoryText(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched and shown of a story."""

    id: str
    label: str
    brief: str
    first: str | None
    last: str | None
    articles: int


class Snippet(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an article's text with the words that were asked for.

    `span` and every span of `marks` count characters of the article's text.
    """

    span: Span
    text: str
    marks: tuple[Span, ...]


class Matches(NamedTuple):
    """Keys of what holds the words, each once; `more` when there are more than were counted.

    `ranks` are lower for better ones; None where so many were found that words tell nothing.
    """

    keys: Keys
    ranks: npt.NDArray[np.float64] | None = None
    more: bool = False


class Index(Protocol):
    """Finds articles, sentences, quotations and stories by their words.

    A sentence's or quotation's key is its article's key, shifted by `NUMBERED` bits, and its
    number in the article.
    """

    def put(self, articles: Sequence[tuple[int, Findable]]) -> None:
        """Index articles under their keys, which nothing else has."""

    def remove(self, articles: Sequence[tuple[int, Findable]]) -> None:
        """Forget articles, given as they were put."""

    def find(self, kind: str, terms: Sequence[Term], *, most: int, ranked: bool = True) -> Matches:
        """Keys of what holds every term, at most so many, those put last first.

        Without `ranked` they come without ranks, which is quicker.
        """


def findable(article: AnnotatedArticle) -> Findable:
    """What is searched of an article."""
    return Findable(
        id=article.id,
        text=article.text,
        titles=tuple(_plain(part) for part in article.parts if part.kind == "title"),
        sentences=tuple(map(_plain, article.sentences)),
        quotes=tuple(
            Said(
                quote.start,
                quote.end,
                kind=quote.kind,
                name=" ".join(article.surface(quote.speaker).split()) if quote.speaker else "",
                entity=quote.speaker.entity if quote.speaker else None,
                said=quote.said,
            )
            for quote in article.quotes
        ),
    )


def _plain(span: Span) -> Span:
    return Span(span.start, span.end)
