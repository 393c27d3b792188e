"""The pages of stories and of a search, put together from a library."""

import datetime as dt
from collections.abc import Collection, Iterable

import msgspec

from sukien.library import Library
from sukien.model import (
    Edge,
    Story,
    StoryEntity,
    TimelineEntry,
)
from sukien.tell import BRIEF_WORDS
from sukien.tell.origins import Origins
from sukien.views.agenda import state_of
from sukien.views.branches import branches
from sukien.views.briefs import brief_lines
from sukien.views.called import called
from sukien.views.chronology import Window, chronology, events_of, fresh_of, is_new
from sukien.views.corrections import changes_of, corrections_of
from sukien.views.episodes import episode_table
from sukien.views.figures import figure_tables
from sukien.views.lines import TimelineLine
from sukien.views.maps import story_map
from sukien.views.network import kind_names
from sukien.views.news import StoryNews, news_page
from sukien.views.origins import origin_tables
from sukien.views.pages import (
    NetworkLine,
    OutcomeLine,
    StoryPage,
)
from sukien.views.places import Places
from sukien.views.speakers import speakers

_COPIES = 12
_LAYERS = ("sentences", "names", "times", "quantities", "quotes", "events")
"""What a page of a story reads of its articles."""


def story_page(
    library: Library,
    story_id: str,
    *,
    brief_words: int = BRIEF_WORDS,
    window: Window | None = None,
    since: str | None = None,
) -> StoryPage:
    """Everything about one story; `window` is the part of its timeline that is drawn.

    What was first told on the day `since` or later is new. Raises NotFoundError.
    """
    story = library.story(story_id, brief_words=brief_words)
    origins = Origins.of_story(story)
    kept = origins.kept(story.articles)
    articles = {article.id: article for article in library.articles(kept, layers=_LAYERS)}
    cards = {card.id: card for card in library.cards(story.articles)}
    places = Places(articles, cards)
    copies = {name: n for n, group in enumerate(story.duplicates) for name in group}
    fresh = fresh_of(cards.values(), since)
    kinds = {kind: _entities(story, kind) for kind in ("PER", "ORG", "LOC", "MISC")}
    return StoryPage(
        id=story.id,
        label=story.label,
        first=story.first,
        last=story.last,
        brief=brief_lines(story.brief, places, origins),
        timeline=_timeline(story.timeline, places, origins, fresh),
        figures=figure_tables(story.figures, places, origins),
        speakers=speakers(list(articles.values()), places, origins, story.entities),
        people=kinds["PER"],
        bodies=kinds["ORG"],
        places=kinds["LOC"],
        other_names=kinds["MISC"],
        episodes=tuple(
            episode_table(one, story.links, cards, copies, fresh) for one in story.episodes
        ),
        duplicates=tuple(tuple(cards[name] for name in group) for group in story.duplicates),
        outcomes=_outcomes(story, places),
        network=tuple(_network_line(edge, places) for edge in story.network),
        origins=origin_tables(story, cards, articles),
        corrections=corrections_of(library, story.articles),
        changes=changes_of(library, story),
        tree=branches(story, cards),
        map=story_map(kinds["LOC"], places, origins),
        called=called(story, articles.values()),
        since=since,
        news=_news(library, story, since),
        chronology=chronology(
            events_of(story.timeline, fresh), (card.published for card in cards.values()), window
        ),
    )


def _news(library: Library, story: Story, since: str | None) -> StoryNews | None:
    """What is told first in the story since a day."""
    if since is None:
        return None
    found = news_page(library, since, story_id=story.id, limit=1).stories
    return found[0] if found else None


def _timeline(
    entries: Iterable[TimelineEntry], places: Places, origins: Origins, fresh: Collection[str]
) -> tuple[TimelineLine, ...]:
    """The lines; new are those that only `fresh` articles tell."""
    return tuple(
        msgspec.structs.replace(
            _timeline_line(entry, places, origins),
            number=number,
            new=is_new(entry, fresh),
        )
        for number, entry in enumerate(entries)
    )


def _timeline_line(entry: TimelineEntry, places: Places, origins: Origins) -> TimelineLine:
    ids = origins.with_echoes(one.article for one in entry.evidence)
    repeating = [name for name in ids if origins.echo_of(name) is not None]
    return TimelineLine(
        date=entry.date,
        text=entry.text,
        articles=entry.articles,
        sources=entry.sources,
        upcoming=entry.upcoming,
        evidence=tuple(places.of(e) for e in entry.evidence),
        background=entry.background,
        origins=origins.among(ids),
        copies=tuple(places.cards[name] for name in repeating[:_COPIES]),
    )


def _outcomes(story: Story, places: Places) -> tuple[OutcomeLine, ...]:
    """What the story announced and is not to come any more on the day of its last article."""
    now = dt.date.fromisoformat(story.last) if story.last else None
    states = ((state_of(item, now), item) for item in story.agenda)
    return tuple(
        OutcomeLine(state=state, item=item, place=places.of(item.evidence[0]))
        for state, item in states
        if state != "upcoming"
    )


def _network_line(edge: Edge, places: Places) -> NetworkLine:
    return NetworkLine(
        edge=edge,
        kind=kind_names(edge.type),
        evidence=tuple(places.of(one) for one in edge.evidence),
    )


def _entities(story: Story, kind: str) -> tuple[StoryEntity, ...]:
    return tuple(entity for entity in story.entities if entity.type == kind)


def story_label(library: Library, story_id: str) -> str | None:
    """A story's label, or None when it was told anew in the meantime."""
    return library.labels([story_id]).get(story_id)
