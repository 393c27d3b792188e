"""What happened or is announced, by date: dated events of all articles, merged where they are one.

claims.py reads an article's claims, sameness.py says when two are one happening, merging.py joins
them over the articles, lines.py chooses what is shown.
"""

import datetime as dt

from sukien.model import TimelineEntry
from sukien.tell.dates import days, length
from sukien.tell.origins import Origins
from sukien.tell.timeline.claims import Claim, claims
from sukien.tell.timeline.lines import chosen, line
from sukien.tell.timeline.merging import Merged, merged

__all__ = ["Claim", "Merged", "claims", "merged", "timeline"]


def timeline(
    told: Merged, origins: Origins, *, first: dt.date | None, now: dt.date | None
) -> tuple[TimelineEntry, ...]:
    """The lines of a story's timeline, oldest first, from the happenings of all its articles.

    `first` is the day of the first article: what lies more than a year before it is background.
    What begins after `now` is upcoming.
    """
    happenings = chosen(told.happenings, told.rarity, first)
    entries = [line(one, told.rarity, origins, first=first, now=now) for one in happenings]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[dt.date, int, str]:
    span = days(entry.date)
    return (span[0] if span else dt.date.min, length(entry.date), entry.text)
