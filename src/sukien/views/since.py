"""The day that a person means: `2024-05-03`, `last Tuesday`, `tuan truoc`, `ngày 16/3`."""

import datetime as dt

from sukien.annotate.times.layer import times_of
from sukien.errors import DateError
from sukien.knowledge.since_words import Asked, since_words
from sukien.model import AnnotatedArticle, Article
from sukien.tell.dates import days
from sukien.text.folding import fold

_WEEK = dt.timedelta(days=7)


def day_meant(words: str, today: dt.date) -> dt.date:
    """The first day of what the words mean on the day `today`.

    An ISO date, a Vietnamese time as in an article, with or without diacritics where it is usual,
    or usual English words. Raises DateError.
    """
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError:
        return _meant(words, today)


def _meant(words: str, today: dt.date) -> dt.date:
    asked = since_words().get(" ".join(fold(words).split()), Asked(words.strip(), before=False))
    article = AnnotatedArticle(article=Article(id="", text=asked.read))
    spans = (days(time.value) for time in times_of(article, today))
    first = next((span[0] for span in spans if span), None)
    if first is None:
        raise DateError(
            f"'{words}' is no day; write 2024-05-03, 'ngày 3/5', 'tuần trước' or 'last Tuesday'"
        )
    return first - _WEEK if asked.before and first >= today else first
