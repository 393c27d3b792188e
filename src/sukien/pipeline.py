"""Every step in order: from an article as read to an article with all its layers."""

from collections.abc import Sequence

from sukien.annotate import LAYERS, apply
from sukien.model import AnnotatedArticle, Article
from sukien.tag import tag


def annotate(articles: Sequence[Article]) -> list[AnnotatedArticle]:
    """All layers of a batch of articles, in the order of the batch."""
    batch = tag(articles)
    for layer in LAYERS:
        batch = apply(layer, batch)
    return batch
