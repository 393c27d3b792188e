"""What an episode is called: the title of the article that has most in common with all of them."""

from collections.abc import Sequence

from sukien.model import AnnotatedArticle
from sukien.thread.episodes import Item
from sukien.thread.rarity import Vector, dot

_WORDS = 16  # of an article without a title


def label_of(members: Sequence[Item], total: Vector, articles: Sequence[AnnotatedArticle]) -> str:
    """The title of the most central article; the first words of one that has no title."""
    ranked = sorted(
        zip(members, articles, strict=True),
        key=lambda pair: (-round(dot(pair[0].vector, total), 6), pair[0].id),
    )
    titles = [title for _, article in ranked if (title := _title(article))]
    return titles[0] if titles else _opening(ranked[0][1])


def _title(article: AnnotatedArticle) -> str:
    for part in article.parts:
        if part.kind == "title":
            return " ".join(article.surface(part).split())
    return ""


def _opening(article: AnnotatedArticle) -> str:
    words = article.text[:1000].split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
