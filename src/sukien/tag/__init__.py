"""From an article to its sentences, words with parts of speech, and proper names.

    import sukien

    [found] = sukien.tag(["Chính phủ họp ở Hà Nội sáng nay."])
    [found.surface(word) for word in found.words]       # ['Chính phủ', 'họp', 'ở', 'Hà Nội', ...]
    [(found.surface(m), m.type) for m in found.mentions]  # [('Hà Nội', 'LOC')]

The room itself can be called; `sukien.tag.tag` is the same function. For many texts give many at
once: a batch of 64 is read as one row of arrays.
"""

import sys
from collections.abc import Iterator, Sequence
from types import ModuleType

import msgspec

from sukien.model import AnnotatedArticle, Article
from sukien.tag import agreement, name_model, names, sentences, words
from sukien.tag.name_columns import name_rows
from sukien.tag.rows import rows
from sukien.tag.texts import as_article, joined
from sukien.text.tokens import Cut

VERSION = 5
SHORTEST = 150_000
"""Characters from which on a batch is large enough."""

__all__ = ["VERSION", "joined", "segment", "tag"]


def tag(articles: Sequence[Article | str]) -> list[AnnotatedArticle]:
    """The articles with sentences, words and mentions; every other layer is still empty.

    A string is an article whose id is its number. Offsets point into the `text` of what comes out:
    for a string its NFC form, with the underscores inside words as spaces.
    """
    known = [
        as_article(one, str(number)) if isinstance(one, str) else one
        for number, one in enumerate(articles)
    ]
    return [article for batch in _batches(known) for article in _tagged(batch)]


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Articles taken at once: BATCH of them, more where they are short."""
    start = size = 0
    for place, article in enumerate(articles, 1):
        size += len(article.text)
        if place == len(articles) or (place - start >= words.BATCH and size >= SHORTEST):
            yield articles[start:place]
            start, size = place, 0


def _tagged(articles: Sequence[Article]) -> list[AnnotatedArticle]:
    read = sentences.read(articles)
    split = zip(articles, sentences.split_read(read), strict=True)
    batch = [AnnotatedArticle(article=article, sentences=found) for article, found in split]
    tokens = rows(batch, [Cut(row.tokens, row.starts, row.ends) for row in read.rows])
    seen = words.word_rows(tokens)
    labels = names.label(name_rows(tokens, seen), name_model.table())
    layers = zip(
        batch,
        words.as_words(tokens, agreement.agreed(tokens, seen, labels), len(batch)),
        names.as_mentions(tokens, seen, labels, len(batch)),
        strict=True,
    )
    return [msgspec.structs.replace(one, words=w, mentions=m) for one, w, m in layers]


def segment(lines: Sequence[str]) -> list[str]:
    """Each text with its words apart by one space and the syllables of a word joined by `_`.

    A text that is segmented already is segmented anew: its underscores are only a hint.
    """
    return [joined(article) for article in tag(lines)]


class _Room(ModuleType):
    """A module that is called like its main function."""

    def __call__(self, articles: Sequence[Article | str]) -> list[AnnotatedArticle]:
        return tag(articles)


sys.modules[__name__].__class__ = _Room
