"""What is new: an article against its story so far.

record.py holds a story by its articles, sentences.py compares sentences, facts.py says what is
first and what was told before, contradictions.py what is told otherwise, omissions.py which main
facts are left out.
"""

from collections.abc import Sequence
from itertools import islice

from sukien.model import AnnotatedArticle, Novelty
from sukien.tell.novelty.contradictions import contradictions
from sukien.tell.novelty.facts import facts
from sukien.tell.novelty.omissions import omissions
from sukien.tell.novelty.record import Record
from sukien.tell.novelty.sentences import Known, telling
from sukien.tell.novelty.so_far import SoFar

NEAREST = 12
"""The most earlier articles that an article's sentences are compared with."""

__all__ = ["NEAREST", "Record", "echo", "nearest", "novelty"]


def nearest(record: Record, article_id: str) -> tuple[str, ...]:
    """The ids of the earlier articles to compare an article with, at most `NEAREST`.

    Those of its own episode come first, then the others, the latest published first; articles that
    only repeat another are passed over. Empty for an article that repeats one, or that is not in
    the story.
    """
    if article_id not in record.place or record.origins.echo_of(article_id) is not None:
        return ()
    return tuple(islice(record.before(article_id), NEAREST))


def echo(record: Record, article_id: str) -> Novelty | None:
    """What there is to say of an article that repeats another without anything of its own.

    None for any other article.
    """
    repeated = record.origins.echo_of(article_id)
    if repeated is None:
        return None
    return Novelty(article=article_id, known=record.place.get(article_id, 0), echo_of=repeated)


def novelty(
    record: Record, article: AnnotatedArticle, earlier: Sequence[AnnotatedArticle]
) -> Novelty:
    """What an article of a story says first, repeats, contradicts and leaves out.

    `earlier` are the articles that `nearest` names, in any order; no other article is needed: the
    story's timeline, figures and origins tell what the rest said. Order is that of publication,
    then of ids. An article that repeats another without anything of its own is not compared.
    """
    if (repeated := echo(record, article.id)) is not None:
        return repeated
    so_far = SoFar(record, article.id)
    chosen = set(nearest(record, article.id))
    read = sorted((one for one in earlier if one.id in chosen), key=lambda one: one.id)
    known = Known(line for one in read for line in record.lines(one))
    told = telling(record.lines(article))
    first, repeats = facts(so_far, told, known)
    return Novelty(
        article=article.id,
        known=so_far.known,
        first=tuple(first),
        repeats=tuple(repeats),
        contradicts=contradictions(so_far, told, known),
        omits=omissions(so_far, article, known),
    )
