"""What articles announce for a day to come, and what later ones say became of it."""

import msgspec

from sukien.model.evidence import Evidence, Reason

OUTCOMES = ("announced", "done", "moved", "cancelled")
"""What became of something announced; `announced` is said of what no later article speaks of."""


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something announced for a day to come.

    `date` is a TIMEX3 value, no finer than the source; `text` the sentence that announces it best.
    `by` names who announces it there, empty when nobody is named; `announced` is the day of the
    first article that did (None when it is undated). `articles` announce it, `sources` of them are
    independent. `outcome` is one of OUTCOMES, as the story's later articles tell: `closing` are
    the sentences that say so, `closed` the day of the first of these, `moved_to` the new date and
    `reason` why this was read. An item that was moved is announced again at its new date.
    Whether it is still to come or nobody has spoken of it since depends on the day one asks.
    """

    date: str
    text: str
    evidence: tuple[Evidence, ...]
    by: str = ""
    announced: str | None = None
    articles: int = 1
    sources: int = 1
    outcome: str = "announced"
    moved_to: str | None = None
    closing: tuple[Evidence, ...] = ()
    closed: str | None = None
    reason: Reason | None = None
