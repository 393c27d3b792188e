"""From an article to its sentences, words with parts of speech, and proper names.

    from sukien import tag

    [found] = tag.tag(["Chính phủ họp ở Hà Nội sáng nay."])
    [found.surface(word) for word in found.words]       # ['Chính phủ', 'họp', 'ở', 'Hà Nội', ...]
    [(found.surface(m), m.type) for m in found.mentions]  # [('Hà Nội', 'LOC')]

For many texts give many at once: a batch of 64 is read as one row of arrays.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from sukien.model import AnnotatedArticle, Article
from sukien.tag import agreement, names, sentences, words
from sukien.tag.rows import rows
from sukien.tag.texts import as_article, joined

VERSION = 4

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
    found: list[AnnotatedArticle] = []
    for start in range(0, len(known), words.BATCH):
        found += _tagged(known[start : start + words.BATCH])
    return found


def _tagged(articles: Sequence[Article]) -> list[AnnotatedArticle]:
    split = zip(articles, sentences.split(articles), strict=True)
    batch = [AnnotatedArticle(article=article, sentences=found) for article, found in split]
    tokens = rows(batch)
    seen = words.word_rows(tokens)
    batch = _filled(batch, "words", words.as_words(tokens, seen, len(batch)))
    batch = _filled(batch, "mentions", names.mentions(tokens, seen, len(batch)))
    return _filled(batch, "words", agreement.agree(batch))


def _filled(
    batch: Sequence[AnnotatedArticle], field: str, values: Sequence[Any]
) -> list[AnnotatedArticle]:
    pairs = zip(batch, values, strict=True)
    return [msgspec.structs.replace(article, **{field: value}) for article, value in pairs]


def segment(lines: Sequence[str]) -> list[str]:
    """Each text with its words apart by one space and the syllables of a word joined by `_`.

    A text that is segmented already is segmented anew: its underscores are only a hint.
    """
    return [joined(article) for article in tag(lines)]
