"""The layer `published_bounds`: between which days an article without a date was published."""

import datetime as dt
from collections.abc import Sequence

from sukien.annotate.base import Layer
from sukien.annotate.times import Tenses
from sukien.annotate.times.neighbours import proven_day
from sukien.annotate.times.read import read_times
from sukien.model import AnnotatedArticle, Time
from sukien.text.lexemes import lexemes_of

Bounds = tuple[str | None, str | None]


def bounds_of(article: AnnotatedArticle) -> Bounds | None:
    """Earliest and latest day of publication that the text proves; None when the day is known.

    `hôm nay (22/10/2013)` proves both. Otherwise the latest date told as past is the earliest
    possible day, and the first date told as yet to come the latest one.
    """
    if article.article.published is not None:
        return None
    lexemes = lexemes_of(article.text)
    day = proven_day(lexemes, read_times(lexemes))
    if day is not None:
        return day.isoformat(), day.isoformat()
    tenses = Tenses(article)
    told = [(time, tenses.at(time.start, time.end)) for time in article.times]
    past = [_opening(time) for time, tense in told if tense == "past"]
    ahead = [_closing(time) for time, tense in told if tense == "future"]
    earliest = max((day for day in past if day), default=None)
    latest = min((day for day in ahead if day and (not earliest or day >= earliest)), default=None)
    return earliest, latest


def _opening(time: Time) -> str | None:
    """The first day of a date that is known to the year at least."""
    return _span(time)[0]


def _closing(time: Time) -> str | None:
    """The last day of a date."""
    return _span(time)[1]


def _span(time: Time) -> Bounds:
    value = time.value.partition("T")[0]
    if time.type not in {"DATE", "TIME"} or not value[:4].isdigit():
        return None, None
    try:
        if len(value) == 4:
            return f"{value}-01-01", f"{value}-12-31"
        if len(value) == 7:
            first = dt.date.fromisoformat(f"{value}-01")
            last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
            return first.isoformat(), last.isoformat()
        return (day := dt.date.fromisoformat(value).isoformat()), day
    except (ValueError, OverflowError):
        return None, None


def _run(batch: Sequence[AnnotatedArticle]) -> list[Bounds | None]:
    return [bounds_of(article) for article in batch]


LAYER = Layer(gives="published_bounds", needs=("sentences", "times"), version=1, run=_run)
