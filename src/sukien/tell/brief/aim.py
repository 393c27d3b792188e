"""What a brief is asked for."""

import datetime as dt

import msgspec

from sukien.model import AnnotatedArticle

WORDS = 120
_USUAL = 25  # words of a sentence
LEAST, MOST = 3, 12
"""The fewest and the most sentences that may be asked for."""


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """How long a brief is, and of what it tells.

    `words` (separated by white space) is the length that it comes nearest to; it is exceeded by
    less than a sentence. With `sentences`, their number counts instead. `since` leaves out
    articles published before that day and undated ones; `entity` all sentences that do not
    name it.
    """

    words: int = WORDS
    sentences: int | None = None
    since: dt.date | None = None
    entity: str | None = None

    def asks_for(self, article: AnnotatedArticle) -> bool:
        """Whether an article may have something to tell."""
        published = article.article.published_date
        if self.since is not None and (published is None or published < self.since):
            return False
        return self.entity is None or any(name.entity == self.entity for name in article.names)

    @property
    def length(self) -> int:
        """About how many words it will have."""
        return self.words if self.sentences is None else self.sentences * _USUAL

    def room(self, words: int, sentences: int, more: int) -> bool:
        """Whether a sentence of `more` words brings `sentences` of `words` words nearer."""
        if self.sentences is not None:
            return sentences < self.sentences
        return not sentences or abs(self.words - words - more) <= self.words - words
