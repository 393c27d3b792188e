"""What is new: an article against its story so far.

sentences.py compares sentences, facts.py says what is first and what was told before,
contradictions.py what is told otherwise, omissions.py which main facts are left out.
"""

from collections.abc import Sequence

from sukien.model import AnnotatedArticle, Novelty, Story
from sukien.tell.novelty.contradictions import contradictions
from sukien.tell.novelty.facts import facts
from sukien.tell.novelty.omissions import omissions
from sukien.tell.novelty.sentences import Known, telling
from sukien.tell.novelty.so_far import SoFar

NEAREST = 12
"""The most earlier articles that an article's sentences are compared with."""

__all__ = ["NEAREST", "nearest", "novelty"]


def nearest(story: Story, article_id: str) -> tuple[str, ...]:
    """The ids of the earlier articles to compare an article with, at most `NEAREST`.

    Those of its own episode come first, then the others, the latest published first. Empty for an
    article that is not in the story.
    """
    if article_id not in story.articles:
        return ()
    before = story.articles[: story.articles.index(article_id)]
    home = next((set(one.articles) for one in story.episodes if article_id in one.articles), set())
    own = [name for name in reversed(before) if name in home]
    others = [name for name in reversed(before) if name not in home]
    return (*own, *others)[:NEAREST]


def novelty(
    story: Story, article: AnnotatedArticle, earlier: Sequence[AnnotatedArticle]
) -> Novelty:
    """What an article of a story says first, repeats, contradicts and leaves out.

    `earlier` are the articles that `nearest` names, in any order; no other article is needed: the
    story's timeline, figures and origins tell what the rest said. Order is that of publication,
    then of ids.
    """
    so_far = SoFar(story, article.id)
    chosen = set(nearest(story, article.id))
    read = sorted((one for one in earlier if one.id in chosen), key=lambda one: one.id)
    known, told = Known(read), telling(article)
    first, repeats = facts(so_far, told, known)
    return Novelty(
        article=article.id,
        known=len(so_far.before),
        first=tuple(first),
        repeats=tuple(repeats),
        contradicts=contradictions(so_far, told, known),
        omits=omissions(so_far, article, known),
    )
