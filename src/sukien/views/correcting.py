"""What people see before they correct something: what there is, and what would happen."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from sukien.errors import CorrectionError, InputError, NotFoundError
from sukien.library import Library
from sukien.model import Episode, Judgement, Story
from sukien.model.judgement import KINDS
from sukien.store import Card
from sukien.views.corrections import CorrectionLine, correction_line

UNDO = "undo"
CHANGES = (*KINDS, UNDO)
_CHOICES = 8
_FOUND = 20
_SUGGESTED = 24
_NAMES = 12
_TOO_COMMON = 400
_LISTED = 12
_GONE = "gone"
_OTHER = "other"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A story that may be chosen; `shared` is how many articles speak of the same names."""

    id: str
    label: str
    first: str | None
    last: str | None
    articles: int
    shared: int = 0


class EpisodeChoice(msgspec.Struct, frozen=True, kw_only=True):
    """An episode that may leave its story, with its first articles; `count` is how many in all."""

    id: str
    label: str
    articles: tuple[Card, ...]
    count: int


class EntityChoice(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that may be chosen, under its most frequent name."""

    entity: str
    name: str
    articles: int


class CorrectStoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """A story to be corrected: its episodes, stories that it may belong to, what a search found."""

    id: str
    label: str
    episodes: tuple[EpisodeChoice, ...]
    likely: tuple[Choice, ...]
    query: str = ""
    found: tuple[Choice, ...] = ()


class CorrectEntityPage(msgspec.Struct, frozen=True, kw_only=True):
    """An entity to be merged into another one, and what a search for that one found."""

    entity: str
    name: str
    query: str = ""
    found: tuple[EntityChoice, ...] = ()


class PlannedChange(msgspec.Struct, frozen=True, kw_only=True):
    """What would happen: of which stories, articles or entities.

    `problem` is a code of why it cannot be, empty when it can; `detail` says it in English.
    `stories` are those that it changes, as they are; `leaving` are the first of the articles that
    leave, `leaving_count` how many; `label` is a new name. `names` are what was asked for.
    """

    kind: str
    names: tuple[str, ...]
    problem: str = ""
    detail: str = ""
    stories: tuple[Choice, ...] = ()
    leaving: tuple[Card, ...] = ()
    leaving_count: int = 0
    label: str = ""
    entities: tuple[EntityChoice, ...] = ()
    correction: CorrectionLine | None = None


def correct_story_page(library: Library, story_id: str, query: str = "") -> CorrectStoryPage:
    """A story to be corrected. Raises NotFoundError."""
    story = library.story(story_id)
    return CorrectStoryPage(
        id=story.id,
        label=story.label,
        episodes=tuple(_episode(library, one) for one in story.episodes),
        likely=_likely(library, story),
        query=query,
        found=_found(library, story, query) if query.strip() else (),
    )


def correct_entity_page(library: Library, entity: str, query: str = "") -> CorrectEntityPage:
    """An entity to be merged into another one. Raises NotFoundError."""
    own = library.entity(entity)
    return CorrectEntityPage(
        entity=own.entity,
        name=own.name,
        query=query,
        found=_named(library, own.entity, query) if query.strip() else (),
    )


def _named(library: Library, own: str, query: str) -> tuple[EntityChoice, ...]:
    """Entities with a word that begins so, or with that id; not the one that is corrected."""
    found = [
        EntityChoice(entity=one.id, name=one.name, articles=one.count)
        for one in library.suggest(query, limit=_SUGGESTED)
        if one.kind == "entity" and one.id != own
    ]
    if not found and (named := _entity(library, query.strip())).articles and named.entity != own:
        found = [named]
    return tuple(found[:_CHOICES])


def planned_change(library: Library, kind: str, names: Sequence[str]) -> PlannedChange:
    """What would happen if that were asked for; why not, where it cannot be."""
    plan = PlannedChange(kind=kind, names=tuple(names))
    try:
        proposed = library.proposal(kind, *names)
    except CorrectionError as error:
        return msgspec.structs.replace(plan, problem=error.code, detail=str(error))
    except NotFoundError as error:
        return msgspec.structs.replace(plan, problem=_GONE, detail=_without_path(error))
    except InputError as error:
        return msgspec.structs.replace(plan, problem=_OTHER, detail=str(error))
    return _planned(library, plan, proposed)


def _without_path(error: NotFoundError) -> str:
    """The beginning of a message: behind it stands where the library is."""
    return str(error).partition(" in /")[0].partition(";")[0]


def _planned(library: Library, plan: PlannedChange, proposed: Judgement) -> PlannedChange:
    if plan.kind == UNDO:
        line = correction_line(library, proposed)
        homes = [story for story, _ in line.stories]
        return msgspec.structs.replace(
            plan,
            correction=line,
            stories=_choices(library, homes),
            entities=_entities(library, proposed.entities),
        )
    leaves = plan.kind in ("split", "exclude")
    leaving = proposed.articles if leaves else ()
    return msgspec.structs.replace(
        plan,
        stories=_choices(library, _homes(library, proposed)),
        leaving=tuple(library.cards(leaving[:_LISTED])),
        leaving_count=len(leaving),
        label=proposed.text,
        entities=_entities(library, proposed.entities),
    )


def _homes(library: Library, proposed: Judgement) -> list[str]:
    """The stories that a correction speaks of, in the order in which it names them."""
    sides = (proposed.articles[:1], proposed.rest[:1])
    found = (library.story_of(name) for side in sides for name in side)
    return list(dict.fromkeys(one for one in found if one is not None))


def _choices(library: Library, ids: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=one.id, label=one.label, first=one.first, last=one.last, articles=one.articles)
        for one in library.beside.summaries(ids)
    )


def _entities(library: Library, ids: Iterable[str]) -> tuple[EntityChoice, ...]:
    return tuple(_entity(library, one) for one in ids)


def _entity(library: Library, entity: str) -> EntityChoice:
    """An entity as the library names it; one that only the tables know, by its id."""
    try:
        found = library.entity(entity)
    except NotFoundError:
        return EntityChoice(entity=entity, name=entity.partition(":")[2], articles=0)
    own = [form for form in found.names if form.name]
    return EntityChoice(
        entity=entity,
        name=own[0].name if found.entity == entity else entity.partition(":")[2],
        articles=len(found.articles),
    )


def _episode(library: Library, episode: Episode) -> EpisodeChoice:
    return EpisodeChoice(
        id=episode.id,
        label=episode.label,
        articles=tuple(library.cards(episode.articles[:_LISTED])),
        count=len(episode.articles),
    )


def _likely(library: Library, story: Story) -> tuple[Choice, ...]:
    """Stories whose articles speak of the same names, rare names first; then by the days."""
    shared: Counter[str] = Counter()
    for entity in story.entities[:_NAMES]:
        homes = library.stories_naming(entity.entity, limit=_TOO_COMMON)
        shared.update(homes)
    shared.pop(story.id, None)
    best = sorted(shared, key=lambda one: (-shared[one], one))[:_CHOICES]
    found = _choices(library, best)
    return tuple(msgspec.structs.replace(one, shared=shared[one.id]) for one in found)


def _found(library: Library, story: Story, query: str) -> tuple[Choice, ...]:
    """Stories by their id or by the words of their articles, in the order of the articles."""
    try:
        named = [library.full_story_id(query.strip())]
    except NotFoundError:
        named = []
    homes = [one.story for one in library.search(query, limit=_FOUND).found]
    ids = dict.fromkeys(one for one in (*named, *homes) if one and one != story.id)
    return _choices(library, list(ids)[:_CHOICES])
