"""Stories in short: one story, one episode, one entity, or all stories since a day."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from sukien.errors import NotFoundError
from sukien.library import Library
from sukien.link import Entity
from sukien.model import Brief, BriefSentence, Episode, Story, Thread
from sukien.store import Card
from sukien.tell import tell_brief
from sukien.tell.brief import Aim, faults
from sukien.tell.origins import Origins
from sukien.views.lines import BriefLine
from sukien.views.places import Places

SHORT = 3
"""Sentences of each story where many are told and no length is asked for."""


class BriefBlock(msgspec.Struct, frozen=True, kw_only=True):
    """One story, episode or entity in short; `first` and `last` are days of its articles told of.

    `id` is that of the story, episode or entity, `label` what a person calls it.
    """

    id: str
    label: str
    first: str | None
    last: str | None
    articles: int
    lines: tuple[BriefLine, ...]


class BriefsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for in short, the newest story first; `since` is an ISO date."""

    since: str | None
    entity: str | None
    blocks: tuple[BriefBlock, ...]


def briefs_page(library: Library, aim: Aim, *, ident: str | None = None) -> BriefsPage:
    """The briefs that were asked for; those that would be empty are left out.

    `ident` is the id of a story or an episode, or the start of one; without it, `aim.entity` is
    told of over the library, or all stories since `aim.since`, each in short. `aim.entity` may be
    a name. Raises NotFoundError.
    """
    entity = _entity(library, aim.entity) if aim.entity is not None else None
    aim = msgspec.structs.replace(aim, entity=entity.entity if entity else None)
    if ident is not None:
        threads = iter([_named(library, ident)])
    elif entity is not None:
        threads = iter([_of_entity(library, entity)])
    else:
        threads = (_whole(story) for story in library.stories() if _is_recent(story, aim))
    blocks = (_block(library, one, aim) for one in threads)
    return BriefsPage(
        since=aim.since.isoformat() if aim.since else None,
        entity=entity.name if entity else None,
        blocks=tuple(block for block in blocks if block.lines),
    )


def brief_lines(brief: Brief, places: Places, origins: Origins) -> tuple[BriefLine, ...]:
    """The sentences of a brief that agree with their articles, with the places that prove them."""
    sound = (one for one in brief.sentences if not faults(one, places.articles))
    return tuple(_line(one, places, origins) for one in sound)


def _line(sentence: BriefSentence, places: Places, origins: Origins) -> BriefLine:
    own, *others = sentence.evidence
    before, after = places.beside(own)
    return BriefLine(
        text=sentence.text,
        place=places.of(own),
        others=tuple(places.of(other) for other in others),
        sources=sentence.sources,
        days=sentence.days,
        origins=origins.among(one.article for one in sentence.evidence),
        before=before,
        after=after,
    )


def _entity(library: Library, wanted: str) -> Entity:
    """The entity of that id, or the one that is named so in most articles."""
    try:
        return library.entity(wanted)
    except NotFoundError:
        if found := library.entities(wanted):
            return found[0]
        raise


def _is_recent(story: Story, aim: Aim) -> bool:
    return aim.since is None or (story.last or "") >= aim.since.isoformat()


class _Told(NamedTuple):
    """What is told in short, what a person calls it, and the origins of its articles."""

    label: str
    thread: Thread
    origins: Origins


def _whole(story: Story) -> _Told:
    thread = Thread(id=story.id, episodes=story.episodes)
    return _Told(story.label, thread, Origins.of_story(story))


def _named(library: Library, ident: str) -> _Told:
    """The story or episode whose id begins so."""
    try:
        return _whole(library.story(library.full_story_id(ident)))
    except NotFoundError:
        found = list(_episodes(library, ident))
        if len(found) == 1:
            return found[0]
        raise


def _episodes(library: Library, ident: str) -> Iterator[_Told]:
    for story in library.stories():
        for one in story.episodes:
            if one.id.startswith(ident):
                thread = Thread(id=one.id, episodes=(one,))
                yield _Told(one.label, thread, Origins.of_story(story))


def _of_entity(library: Library, entity: Entity) -> _Told:
    """Every story that names an entity as one chapter of what is told of it."""
    chapters: dict[str, list[str]] = {}
    for name in entity.articles:
        chapters.setdefault(library.story_of(name) or name, []).append(name)
    episodes = (Episode(id=key, label="", articles=tuple(ids)) for key, ids in chapters.items())
    stories = (library.story(key) for key in chapters if key not in entity.articles)
    thread = Thread(id=entity.entity, episodes=tuple(episodes))
    return _Told(entity.name, thread, Origins.of_story(*stories))


def _block(library: Library, told: _Told, aim: Aim) -> BriefBlock:
    """The brief of what is told; articles that repeat others are counted and not opened."""
    thread, origins = told.thread, told.origins
    ids = [name for one in thread.episodes for name in one.articles]
    cards = {card.id: card for card in library.cards(ids)}
    articles = {article.id: article for article in library.articles(origins.kept(ids))}
    ever = msgspec.structs.replace(aim, since=None)
    naming = origins.with_echoes(a.id for a in articles.values() if ever.asks_for(a))
    counted = [cards[name] for name in naming if _is_since(cards.get(name), aim)]
    days = sorted(card.published[:10] for card in counted if card.published)
    found = tell_brief(thread, list(articles.values()), origins, aim)
    return BriefBlock(
        id=thread.id,
        label=told.label,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=len(counted),
        lines=brief_lines(found, Places(articles, cards), origins),
    )


def _is_since(card: Card | None, aim: Aim) -> bool:
    """Whether an article was published since the day asked for."""
    since = aim.since.isoformat() if aim.since else ""
    return card is not None and (card.published or "") >= since
