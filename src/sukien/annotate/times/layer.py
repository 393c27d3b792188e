"""The layer `times`: when something is said to be, as TIMEX3."""

import bisect
import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from sukien.annotate.base import Layer
from sukien.annotate.times.neighbours import partly_proven, proven_day
from sukien.annotate.times.read import read_times
from sukien.annotate.times.resolve import Resolved, Setting, resolve
from sukien.annotate.times.spans import Found
from sukien.knowledge.calendar import tense_words
from sukien.model import AnnotatedArticle, Time
from sukien.text.lexemes import lexemes_of

_FULL_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_SENTENCE_END = re.compile(r"[.!?…]+[\s”\"']|\n")
Cue = tuple[int, int, str]
_EVERY_DAY = "XXXX-XX-XX"
_RANGE = frozenset({"đến", "tới", "-", "–", "hết", "cho"})  # between the ends of a range
_JUST_AFTER = 200  # characters for which a day far from the news is told of
_NEWS_DAYS = 60
_BEHIND = 60.0  # characters that a cue after the time, or beyond a comma, counts as farther off
_REACH = 4  # cues looked at on either side


def times_of(article: AnnotatedArticle, anchor: dt.date | None) -> tuple[Time, ...]:
    """The times of an article, read against `anchor`, the day of publication.

    Without one, the day that the text itself proves is used, if it proves one.
    """
    lexemes = lexemes_of(article.text)
    read = read_times(lexemes)
    tenses = Tenses(article)
    day = anchor or proven_day(lexemes, read)
    partly = None if day else partly_proven(lexemes, read)
    days = DaysTold(day)
    times: list[Time] = []
    before = daily = 0
    for found in read:
        start, end = lexemes.starts[found.start], lexemes.ends[found.end - 1]
        gap = lexemes.words[before : found.start]
        since = days.last if gap and _RANGE.issuperset(gap) else None
        told = _EVERY_DAY if start < daily and _is_bare_clock(found) else days.at(start)
        if found.fields.keys() == {"part"}:
            told = days.near(start) or _EVERY_DAY
        setting = Setting(day, told, days.year_at(start), partly, since)
        resolved = resolve(found, setting, tenses.at(start, end))
        if resolved[0] == "SET" and resolved[1] == "P1D":
            daily = tenses.sentence_end(start)
        times.append(Time(start, end, *resolved, _mod(found, resolved)))
        days.tell(resolved, end)
        before = found.end
    return tuple(times)


def _is_bare_clock(found: Found) -> bool:
    """Whether it is a clock time without a day: in a sentence on every day that of every day."""
    return "hour" in found.fields and found.fields.keys() <= {"hour", "minute", "part"}


class DaysTold:
    """Which day an article is telling of: the last one named, as long as it is near.

    A day far from publication (a law's, a birth) counts only just after it; farther on it is the
    last day of the news again.
    """

    def __init__(self, anchor: dt.date | None) -> None:
        self._anchor = anchor
        self._told: tuple[str, int] | None = None
        self._news: str | None = None
        self._year: tuple[int, int] | None = None

    @property
    def last(self) -> dt.date | None:
        """The day last named, when its year is known."""
        if self._told is None or "X" in self._told[0]:
            return None
        return dt.date.fromisoformat(self._told[0])

    def at(self, start: int) -> str | None:
        """The value of the day that is being told of at an offset."""
        if self._told is None or start - self._told[1] < _JUST_AFTER or self._anchor is None:
            return self._told[0] if self._told else None
        return self._news

    def near(self, start: int) -> str | None:
        """The day named just before an offset."""
        return self._told[0] if self._told and start - self._told[1] < _JUST_AFTER else None

    def year_at(self, start: int) -> int | None:
        """The year last named, when that was just before an offset."""
        near = self._year is not None and start - self._year[1] < _JUST_AFTER
        return self._year[0] if self._year and near else None

    def tell(self, resolved: Resolved, end: int) -> None:
        """Notes a time that ends at an offset, when it is a day."""
        if resolved[0] not in {"DATE", "TIME"}:
            return
        if resolved[1][:4].isdigit():
            self._year = int(resolved[1][:4]), end
        if not _FULL_DAY.match(resolved[1]):
            return
        self._told = resolved[1][:10], end
        day = self.last
        if self._anchor and day and abs((day - self._anchor).days) <= _NEWS_DAYS:
            self._news = self._told[0]


def _mod(found: Found, resolved: Resolved) -> str | None:
    if found.blur is None:
        return None
    mod = found.blur[resolved[0] in {"DURATION", "SET"}]
    past = found.fields.get("side") in {"past", "before"}
    # more than ten years ago lies before the day ten years ago
    return {"BEFORE": "AFTER", "AFTER": "BEFORE"}.get(mod, mod) if past else mod


@cache
def _cue_pattern() -> re.Pattern[str]:
    phrases = sorted((phrase for phrase, _ in tense_words()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


@cache
def _cue_tense() -> dict[str, str]:
    return dict(tense_words())


class Tenses:
    """Which words of a sentence say that a time lies behind or ahead."""

    def __init__(self, article: AnnotatedArticle) -> None:
        text = article.text
        self._text = text
        given = [sentence.start for sentence in article.sentences]
        self._bounds = given or [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
        self._read: tuple[int, list[Cue]] = (-1, [])

    def at(self, start: int, end: int) -> str:
        """past, future or empty: what the nearest cue of the sentence says of the time there."""
        place = bisect.bisect_right(self._bounds, start)
        low = self._bounds[place - 1] if place else 0
        high = self._bounds[place] if place < len(self._bounds) else len(self._text)
        cues = self._cues(low, high)
        middle = bisect.bisect_left(cues, start, key=itemgetter(0))
        near = cues[max(0, middle - _REACH) : middle + _REACH]
        inside = [cue for cue in near if not start <= cue[0] < end]
        best = min(inside, key=lambda cue: self._distance(cue, start, end), default=None)
        return best[2] if best else ""

    def _cues(self, low: int, high: int) -> list[Cue]:
        """The cues of a sentence; those of the last one are remembered."""
        if self._read[0] != low:
            found = _cue_pattern().finditer(self._text, low, high)
            tenses = _cue_tense()
            cues = [(m.start(), m.end(), tenses.get(m.group().lower(), "")) for m in found]
            self._read = low, cues
        return self._read[1]

    def sentence_end(self, start: int) -> int:
        """Where the sentence of an offset ends."""
        place = bisect.bisect_right(self._bounds, start)
        return self._bounds[place] if place < len(self._bounds) else len(self._text)

    def _distance(self, cue: Cue, start: int, end: int) -> float:
        before = cue[1] <= start
        between = self._text[cue[1] : start][-200:] if before else self._text[end : cue[0]][:200]
        gap = start - cue[1] if before else cue[0] - end
        return gap + _BEHIND * between.count(",") + (0.0 if before else _BEHIND / 2)


def _run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Time, ...]]:
    return [times_of(article, article.article.published_date) for article in batch]


LAYER = Layer(gives="times", needs=("sentences",), version=2, run=_run)
