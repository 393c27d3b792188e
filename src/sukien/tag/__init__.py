"""From an article to its sentences, words with parts of speech, and proper names."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from sukien.model import AnnotatedArticle, Article
from sukien.tag import agreement, names, sentences, words
from sukien.tag.rows import rows

VERSION = 4

_SPACE = re.compile(r"\s+")


def tag(articles: Sequence[Article]) -> list[AnnotatedArticle]:
    """The articles with sentences, words and mentions; every other layer is still empty."""
    found: list[AnnotatedArticle] = []
    for start in range(0, len(articles), words.BATCH):
        found += _tagged(articles[start : start + words.BATCH])
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
    """Each line with its words apart by one space and the syllables of a word joined by `_`.

    A line that is segmented already is segmented anew: its underscores count as spaces.
    """
    texts = [line.replace("_", " ") for line in lines]
    batch = tag([Article(id=str(number), text=text) for number, text in enumerate(texts)])
    return [
        " ".join(_SPACE.sub("_", article.surface(word)) for word in article.words)
        for article in batch
    ]
