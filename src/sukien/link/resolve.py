"""The merged id of every entity, and articles as they read with merged ids."""

import re
from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from sukien.model import (
    Actor,
    AnnotatedArticle,
    Event,
    Link,
    Merge,
    Name,
    Quote,
    Reason,
    Role,
    Speaker,
    Thread,
)

T = TypeVar("T", Actor, Role, Speaker)
_NAMED = frozenset({"names", "people", "bodies", "places", "subject"})  # reasons that list names
_BETWEEN = re.compile(r", (?=[a-z]+:)")


def named(articles: Iterable[AnnotatedArticle]) -> set[str]:
    """Every entity that an article names, in any layer."""
    return {
        one
        for article in articles
        for one in (
            *(name.entity for name in article.names),
            *(actor.entity for actor in article.actors),
            *(quote.speaker.entity for quote in article.quotes if quote.speaker),
            *(event.place for event in article.events),
            *(role.entity for event in article.events for role in event.roles),
        )
        if one
    }


class Resolution:
    """Which entity stands for which, by the merges that were not undone."""

    def __init__(self, merges: Iterable[Merge]) -> None:
        self._rows = {merge.source: merge for merge in merges if merge.undone is None}

    def __bool__(self) -> bool:
        return bool(self._rows)

    def of(self, entity: str) -> str:
        """The id that stands for this one; itself when it is not merged."""
        seen = {entity}
        while (row := self._rows.get(entity)) and row.target not in seen:
            entity = row.target
            seen.add(entity)
        return entity

    def merged_into(self, entity: str) -> list[Merge]:
        """Every merge that leads to this id, in order of the ids."""
        return [self._rows[one] for one in sorted(self._rows) if self.of(one) == entity != one]

    def article(self, article: AnnotatedArticle) -> AnnotatedArticle:
        """The article with merged ids in every layer; a name's reason tells of the merge too."""
        held = {name.entity for name in article.names if name.entity}
        if not any(entity in self._rows for entity in held):
            return article
        return replace(
            article,
            names=tuple(map(self._name, article.names)),
            actors=tuple(map(self._holder, article.actors)),
            quotes=tuple(map(self._quote, article.quotes)),
            events=tuple(map(self._event, article.events)),
        )

    def thread(self, thread: Thread) -> Thread:
        """The thread with merged ids where its reasons tell which names are shared."""
        if not self._rows:
            return thread
        episodes = (replace(e, links=tuple(map(self._link, e.links))) for e in thread.episodes)
        return replace(thread, episodes=tuple(episodes), links=tuple(map(self._link, thread.links)))

    def _name(self, name: Name) -> Name:
        row = self._rows.get(name.entity or "")
        if row is None:
            return name
        reason = "\n".join(filter(None, (name.reason, *row.reasons)))
        return replace(name, entity=self.of(row.source), reason=reason)

    def _holder(self, holder: T) -> T:
        if holder.entity not in self._rows:
            return holder
        return replace(holder, entity=self.of(holder.entity))

    def _quote(self, quote: Quote) -> Quote:
        return replace(quote, speaker=self._holder(quote.speaker)) if quote.speaker else quote

    def _event(self, event: Event) -> Event:
        place = self.of(event.place) if event.place else event.place
        return replace(event, roles=tuple(map(self._holder, event.roles)), place=place)

    def _link(self, link: Link) -> Link:
        return replace(link, reasons=tuple(map(self._reason, link.reasons)))

    def _reason(self, reason: Reason) -> Reason:
        if reason.name not in _NAMED:
            return reason
        ids = dict.fromkeys(self.of(one) for one in _BETWEEN.split(reason.detail))
        return replace(reason, detail=", ".join(ids))
