"""What a brief is asked for."""

import datetime as dt

import msgspec

WORDS = 120
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

    def room(self, words: int, sentences: int, more: int) -> bool:
        """Whether a sentence of `more` words brings `sentences` of `words` words nearer."""
        if self.sentences is not None:
            return sentences < self.sentences
        return not sentences or abs(self.words - words - more) <= self.words - words
