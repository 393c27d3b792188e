"""What a story's articles announce, and how its later articles close it.

closings.py finds the sentences that say moved, cancelled or done; drafts.py holds what is
announced against them; here the items are put together.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from sukien.model import AgendaItem, AnnotatedArticle, Evidence, Reason
from sukien.tell.agenda.closings import Closing, closings
from sukien.tell.agenda.drafts import (
    Draft,
    closed_by,
    draft,
    names_date,
    new_date,
    place,
    without_repeats,
)
from sukien.tell.agenda.lookup import Lookup
from sukien.tell.agenda.source import announcer
from sukien.tell.dates import days, length
from sukien.tell.origins import Origins
from sukien.tell.timeline.claims import WRITTEN, Claim, features
from sukien.tell.timeline.lines import evidence, is_vague, telling
from sukien.tell.timeline.merging import Happening, Merged
from sukien.tell.timeline.sameness import Rarity

__all__ = ["agenda"]


def agenda(
    told: Merged, articles: Sequence[AnnotatedArticle], origins: Origins
) -> tuple[AgendaItem, ...]:
    """Everything announced for a day after its article's, by date, with what became of it.

    `told` are the happenings of the articles, which are in order of publication.
    """
    found = {one.place: one for article in articles for one in closings(article)}
    announced = [
        one
        for happening in told.happenings
        if not is_vague(happening, None)
        and (one := draft(happening, found, told.rarity)) is not None
    ]
    drafts = without_repeats(announced, told.rarity)
    lookup = Lookup(drafts, told.rarity)
    for closing in found.values():
        for one in closed_by(lookup.near(closing), closing, told.rarity):
            one.closings.append(closing)
            for again in _moved(one, closing, drafts):
                drafts.append(again)
                lookup.put(again)
    items = [_item(one, told.rarity, origins) for one in drafts]
    return tuple(sorted(items, key=_order))


def _moved(one: Draft, closing: Closing, drafts: Sequence[Draft]) -> list[Draft]:
    """What is announced again at its new date, unless that is an item already."""
    date = new_date(one, closing)
    if closing.outcome != "moved" or date is None:
        return []
    if any(other.date == date and closing.place in map(place, other.claims) for other in drafts):
        return []
    claim = Claim(
        told=closing.told,
        date=date,
        types=frozenset().union(*(claim.types for claim in one.claims)),
        features=features(closing.told, ()) | one.claims[0].features,
        stated=WRITTEN,
        plans=frozenset().union(*(claim.plans for claim in one.claims)),
        quoted=False,
    )
    return [Draft(date, [claim])]


def _item(one: Draft, rarity: Rarity, origins: Origins) -> AgendaItem:
    claims = sorted(one.claims, key=telling(Happening(one.claims, one.date), rarity))
    ids = origins.with_echoes(claim.article for claim in claims)
    known = AgendaItem(
        date=one.date,
        text=claims[0].told.text,
        evidence=evidence(claims),
        by=announcer(claims[0].told),
        announced=one.announced or None,
        articles=len(ids),
        sources=origins.count(ids),
    )
    return _closed(known, one)


def _closed(known: AgendaItem, one: Draft) -> AgendaItem:
    """The item with what became of it: what is told of its own day counts before closing words."""
    happened = [claim for claim in one.told if claim.date == one.date] or one.told
    decided = [c for c in one.closings if c.outcome != "done"]
    done = [c for c in one.closings if c.outcome == "done"]
    if happened and not any(names_date(one, closing) for closing in decided):
        return _done(known, happened)
    if decided:
        return _changed(known, one, decided)
    if done:
        return _with(known, done, outcome="done", name="finished")
    return known


def _done(known: AgendaItem, happened: Sequence[Claim]) -> AgendaItem:
    first = min(claim.published for claim in happened)
    return replace(
        known,
        outcome="done",
        closing=evidence(happened),
        closed=first or None,
        reason=Reason(name="told_as_done", weight=1.0, detail=happened[0].date),
    )


def _changed(known: AgendaItem, one: Draft, decided: Sequence[Closing]) -> AgendaItem:
    """Moved or cancelled, as the last who speak of it say."""
    outcome = decided[-1].outcome
    same = [closing for closing in decided if closing.outcome == outcome]
    moved = [date for closing in same if (date := new_date(one, closing))]
    item = _with(known, same, outcome=outcome, name=f"{outcome}_word")
    return replace(item, moved_to=moved[-1] if moved and outcome == "moved" else None)


def _with(known: AgendaItem, closings: Sequence[Closing], *, outcome: str, name: str) -> AgendaItem:
    return replace(
        known,
        outcome=outcome,
        closing=tuple(
            Evidence(article=c.told.article.id, start=c.told.span.start, end=c.told.span.end)
            for c in closings
        ),
        closed=closings[0].published or None,
        reason=Reason(name=name, weight=1.0, detail=closings[0].word),
    )


def _order(item: AgendaItem) -> tuple[dt.date, int, str]:
    span = days(item.date)
    return (span[0] if span else dt.date.min, length(item.date), item.text)
