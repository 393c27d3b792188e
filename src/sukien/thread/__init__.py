"""From articles to episodes and from episodes to stories.

Articles are read day by day, as they came out. What is known after a day is a state that can be
kept and gone on from; a stream never looks ahead.
"""

from collections.abc import Iterable

from sukien.model import AnnotatedArticle, Thread
from sukien.thread.digests import Digest, digest
from sukien.thread.stream import State, Stream

VERSION = 2

__all__ = ["VERSION", "Digest", "State", "Stream", "digest", "thread"]


def thread(articles: Iterable[AnnotatedArticle]) -> tuple[Thread, ...]:
    """The stories that the articles tell, in the order in which they began.

    Every article is in one episode, every episode in one story. The order of `articles` does not
    matter: those of one day are taken by their ids, undated ones last.
    """
    stream = Stream()
    stream.feed([digest(article) for article in articles])
    return stream.threads()
