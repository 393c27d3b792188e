"""What is kept beside the stories of a library, read through SQLAlchemy Core."""

from collections.abc import Iterable, Sequence
from functools import cache
from heapq import nsmallest
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)

from sukien.model import AgendaItem, Course, Dispute, Edge, Novelty, Report, StorySummary
from sukien.store.base import EdgesWanted, Month, Planned, Standing, Wanted
from sukien.store.packing import unpacked
from sukien.store.schema import (
    agenda,
    courses,
    disputes,
    edges,
    memberships,
    novelties,
    reports,
    sightings,
    summaries,
)
from sukien.store.sql import SqlStore
from sukien.tell.summary import weight

_CHUNK = 500
_MONTH = len("2024-05")
Condition = ColumnElement[bool]


class SqlIndexed:
    """The Indexed of a store."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def _rows(self, statement: Any) -> list[Any]:
        with self._store.connection() as connection:
            return list(connection.execute(statement).all())

    def standings(
        self, wanted: Wanted, *, start: int = 0, limit: int | None = None
    ) -> list[Standing]:
        """The stories wanted, the weightiest first (tell.summary.weight): all, or `limit` of them
        from number `start` (from 0) on.
        """
        if wanted.is_bounded:
            return self._standings_of_days(wanted, None if limit is None else start + limit)[start:]
        c = summaries.c
        asked = select(c.story_id, c.weight, c.last, c.articles, c.sources)
        ordered = asked.where(*_sectioned(wanted)).order_by(c.weight.desc(), c.story_id)
        return [Standing(*row) for row in self._rows(ordered.offset(start).limit(limit))]

    def _standings_of_days(self, wanted: Wanted, end: int | None) -> list[Standing]:
        """Weighed here: not every database knows logarithms."""
        c = reports.c
        last, sources = func.max(c.day), func.count(c.source.distinct())
        asked = select(c.story_id, last, func.count(), sources).where(*_reported(wanted))
        weighed = cache(weight)
        rows = [(-weighed(row[1], row[3]), *row) for row in self._rows(asked.group_by(c.story_id))]
        first = sorted(rows) if end is None else nsmallest(end, rows)
        return [Standing(row[1], -row[0], *row[2:]) for row in first]

    def standing_counts(self, wanted: Wanted) -> tuple[int, int]:
        """How many stories are wanted, and how many articles they have in the days wanted."""
        if wanted.is_bounded:
            c = reports.c
            asked = select(func.count(c.story_id.distinct()), func.count())
            row = self._rows(asked.where(*_reported(wanted)))[0]
        else:
            total = func.coalesce(func.sum(summaries.c.articles), 0)
            asked = select(func.count(), total).select_from(summaries)
            row = self._rows(asked.where(*_sectioned(wanted)))[0]
        return row[0], row[1]

    def summaries(self, ids: Iterable[str]) -> list[StorySummary]:
        """Those of the named stories, in the order of the names."""
        names, c = list(ids), summaries.c
        found: dict[str, StorySummary] = {}
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            for row in self._rows(select(c.story_id, c.content).where(c.story_id.in_(chunk))):
                found[row.story_id] = unpacked(row.content, StorySummary)
        return [found[name] for name in names if name in found]

    def stories_naming(self, entities: Sequence[str], *, limit: int) -> set[str]:
        """The stories of the articles that name any of them; none of more than `limit` articles."""
        named = select(sightings.c.article).where(sightings.c.entity.in_(entities)).distinct()
        names = [row.article for row in self._rows(named.limit(limit + 1))]
        homes = select(memberships.c.story_id).where(memberships.c.article_id.in_(names)).distinct()
        return set() if len(names) > limit else {row.story_id for row in self._rows(homes)}

    def sections(self) -> dict[str, int]:
        """How many stories are in each section."""
        c = summaries.c
        asked = select(c.section, func.count()).where(c.section.is_not(None)).group_by(c.section)
        return {row[0]: row[1] for row in self._rows(asked.order_by(c.section))}

    def months(self) -> list[Month]:
        """The months with dated articles, the first first."""
        month = func.substr(reports.c.day, 1, _MONTH)
        stories = func.count(reports.c.story_id.distinct())
        asked = select(month, stories, func.count()).where(reports.c.day.is_not(None))
        return [Month(*row) for row in self._rows(asked.group_by(month).order_by(month))]

    def reports(self, story_id: str) -> list[Report]:
        """The articles of a story, in order of their days, then ids, undated ones last."""
        c = reports.c
        asked = select(c.article_id, c.day, c.source, c.echo_of).where(c.story_id == story_id)
        ordered = asked.order_by(c.day.is_(None), c.day, c.article_id)
        return [Report(*row) for row in self._rows(ordered)]

    def novelties(self, story_id: str, since: str = "") -> list[Novelty]:
        """What the last articles of a story add, of those of that day or later."""
        c = novelties.c
        asked = select(c.content).where(c.story_id == story_id).order_by(c.day, c.article_id)
        if since:
            asked = asked.where(c.day >= since)
        return [unpacked(row.content, Novelty) for row in self._rows(asked)]

    def novelty(self, article_id: str) -> Novelty | None:
        """What an article adds to its story; None where it is not kept."""
        rows = self._rows(select(novelties.c.content).where(novelties.c.article_id == article_id))
        return unpacked(rows[0].content, Novelty) if rows else None

    def courses(self, story_id: str) -> tuple[Course, ...]:
        """The figures of a story that were told with several values."""
        rows = self._rows(select(courses.c.content).where(courses.c.story_id == story_id))
        return unpacked(rows[0].content, tuple[Course, ...]) if rows else ()

    def disputes(self, wanted: Wanted, *, limit: int | None = None) -> list[tuple[str, Dispute]]:
        """Contradictions with their stories' ids, those of the weightiest stories first."""
        c = disputes.c
        asked = select(c.story_id, c.content).where(*_disputed(wanted))
        ordered = asked.order_by(c.weight.desc(), c.story_id, c.number).limit(limit)
        return [(row.story_id, unpacked(row.content, Dispute)) for row in self._rows(ordered)]

    def dispute_count(self, wanted: Wanted) -> int:
        """How many there are."""
        counted = select(func.count()).select_from(disputes).where(*_disputed(wanted))
        return int(self._rows(counted)[0][0])

    def planned(
        self, wanted: Planned, *, start: int = 0, limit: int | None = None
    ) -> list[tuple[str, str, AgendaItem]]:
        """Announced items by date, each with its story's id and its state on that day."""
        c = agenda.c
        asked = select(c.story_id, _state(wanted), c.content).where(*_planned(wanted))
        order: list[ColumnElement[Any]] = [c.start, c.end, c.story_id, c.number]
        if wanted.latest_first:
            order = [column.desc() for column in order]
        rows = self._rows(asked.order_by(*order).offset(start).limit(limit))
        return [(row[0], row[1], unpacked(row[2], AgendaItem)) for row in rows]

    def planned_counts(self, wanted: Planned) -> dict[str, int]:
        """How many of the items wanted are in each state."""
        state = _state(wanted)
        asked = select(state, func.count()).where(*_planned(wanted)).group_by(state)
        return {row[0]: row[1] for row in self._rows(asked.order_by(state))}

    def planned_months(self, wanted: Planned) -> dict[str, int]:
        """How many of the items wanted begin in each month."""
        month = func.substr(agenda.c.start, 1, _MONTH)
        asked = select(month, func.count()).where(*_planned(wanted)).group_by(month)
        return {row[0]: row[1] for row in self._rows(asked.order_by(month))}

    def edges(
        self, wanted: EdgesWanted, *, start: int = 0, limit: int | None = None
    ) -> list[list[Edge]]:
        """Edges of the same parties and type over all stories, those of most happenings first."""
        c = edges.c
        asked = _groups(wanted).order_by(
            func.sum(c.happenings).desc(), func.sum(c.articles).desc(), c.actor, c.target, c.type
        )
        keys = [tuple(row) for row in self._rows(asked.offset(start).limit(limit))]
        found: dict[tuple[str, ...], list[Edge]] = {key: [] for key in keys}
        for at in range(0, len(keys), _CHUNK):
            some = tuple_(c.actor, c.target, c.type).in_(keys[at : at + _CHUNK])
            for row in self._rows(select(c.content).where(some).order_by(c.story_id)):
                edge = unpacked(row.content, Edge)
                found[edge.actor, edge.target, edge.type].append(edge)
        return [found[key] for key in keys]

    def edge_count(self, wanted: EdgesWanted) -> int:
        """How many groups of edges there are."""
        counted = select(func.count()).select_from(_groups(wanted).subquery())
        return int(self._rows(counted)[0][0])

    def edge_types(self, wanted: EdgesWanted) -> dict[str, int]:
        """How many groups of edges are of each type of event; a type wanted is passed over."""
        of_all = EdgesWanted(entity=wanted.entity, since=wanted.since)
        groups = _groups(of_all).subquery()
        asked = select(groups.c.type, func.count().label("n")).group_by(groups.c.type)
        rows = self._rows(asked.order_by(func.count().desc(), groups.c.type))
        return {row[0]: row[1] for row in rows}

    def party_names(self, entities: Iterable[str]) -> dict[str, dict[str, int]]:
        """The names of parties of edges, each with the number of articles."""
        names, c = sorted(set(entities)), edges.c
        found: dict[str, dict[str, int]] = {}
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            ends = ((c.actor, c.actor_name), (c.target, c.target_name))
            both = union_all(
                *(
                    select(one.label("entity"), name.label("name"), c.articles.label("articles"))
                    .where(one.in_(chunk))
                    for one, name in ends
                )
            ).subquery()  # fmt: skip
            counted = select(both.c.entity, both.c.name, func.sum(both.c.articles))
            for row in self._rows(counted.group_by(both.c.entity, both.c.name)):
                found.setdefault(row[0], {})[row[1]] = row[2]
        return found


def _days(column: ColumnElement[Any], wanted: Wanted | Planned) -> list[Condition]:
    """A column of days lies between those wanted."""
    bounds = []
    if wanted.start is not None:
        bounds.append(column >= wanted.start)
    if wanted.end is not None:
        bounds.append(column <= wanted.end)
    return bounds


def _sectioned(wanted: Wanted) -> list[Condition]:
    return [] if wanted.section is None else [summaries.c.section == wanted.section]


def _reported(wanted: Wanted) -> list[Condition]:
    bounds = _days(reports.c.day, wanted)
    if wanted.section is not None:
        bounds.append(reports.c.story_id.in_(_of_section(wanted.section)))
    return bounds


def _of_section(section: str) -> Select[Any]:
    return select(summaries.c.story_id).where(summaries.c.section == section)


def _disputed(wanted: Wanted) -> list[Condition]:
    bounds = _days(disputes.c.day, wanted)
    if wanted.section is not None:
        bounds.append(disputes.c.story_id.in_(_of_section(wanted.section)))
    return bounds


def _state(wanted: Planned) -> ColumnElement[str]:
    """How an item stood on that day: its outcome if that was known, else to come or silent."""
    c = agenda.c
    known = c.outcome != "announced"
    silent: Condition = literal(False)
    if wanted.now is not None:
        known &= c.closed.is_(None) | (c.closed <= wanted.now)
        silent = c.end < wanted.now
    return case((known, c.outcome), (silent, "silent"), else_="upcoming")


def _planned(wanted: Planned) -> list[Condition]:
    c = agenda.c
    bounds: list[Condition] = []
    first, last = (c.start, c.end) if wanted.inside else (c.end, c.start)
    if wanted.start is not None:
        bounds.append(first >= wanted.start)
    if wanted.end is not None:
        bounds.append(last <= wanted.end)
    if wanted.now is not None:
        bounds.append(c.announced.is_(None) | (c.announced <= wanted.now))
    if wanted.story is not None:
        bounds.append(c.story_id == wanted.story)
    if wanted.section is not None:
        bounds.append(c.story_id.in_(_of_section(wanted.section)))
    if wanted.states:
        bounds.append(_state(wanted).in_(wanted.states))
    return bounds


def _groups(wanted: EdgesWanted) -> Select[Any]:
    """The parties and type of each group of edges wanted."""
    c = edges.c
    asked = select(c.actor, c.target, c.type).group_by(c.actor, c.target, c.type)
    if wanted.entity is not None:
        asked = asked.where(or_(c.actor == wanted.entity, c.target == wanted.entity))
    if wanted.type is not None:
        asked = asked.where(c.type == wanted.type)
    return asked.having(func.max(c.until) >= wanted.since) if wanted.since is not None else asked
