"""The library of the sample articles, and an address for each kind of page in it."""

from importlib import resources
from pathlib import Path
from typing import NamedTuple

from sukien.library import open_library
from sukien.model import Story
from sukien.read import read_paths
from sukien.views.chronology import Window
from sukien.web import addresses


class Sample(NamedTuple):
    """The file of the library, its largest story, the addresses of `KINDS`."""

    path: Path
    story: Story
    addresses: dict[str, str]

    def address(self, kind: str) -> str:
        """A page of that kind, one of `KINDS`, and the fullest of them."""
        return self.addresses[kind]


PLAIN = (
    "front",
    "story",
    "timeline",
    "article",
    "entity",
    "agenda",
    "network",
    "new",
    "search",
    "about",
    "corrections",
    "correct-story",
    "missing",
)
"""A page that is added gets a name here and an address below: all checks are made on it then."""

VARIED = (
    "front-section",
    "front-period",
    "story-since",
    "story-window",
    "story-whole",
    "article-input",
    "article-layers",
    "place",
    "body",
    "agenda-whole",
    "agenda-done",
    "network-story",
    "network-party",
    "search-sentences",
    "search-quotes",
    "search-stories",
    "search-bounded",
    "search-nothing",
    "correct-join",
    "correct-entity",
)
"""The same pages as other parameters show them: looked at, but not in every way."""

KINDS = (*PLAIN, *VARIED)


def build(path: Path) -> Sample:
    """Make the library in the file `path`."""
    with open_library(path, create=True) as library:
        library.add(read_paths([resources.files("sukien") / "sample"]))
        stories = sorted(library.stories(), key=lambda one: -len(one.articles))
        entities = {
            kind: next(one.entity for one in library.entities() if one.type == kind)
            for kind in ("PER",)
        }
        return Sample(path, stories[0], _plain(stories, entities) | _varied(stories, entities))


def _plain(stories: list[Story], entities: dict[str, str]) -> dict[str, str]:
    story = stories[0]
    return {
        "front": "/",
        "story": addresses.story(story.id),
        "timeline": addresses.timeline(story.id),
        "article": addresses.proof(story.brief.evidence[0]),
        "entity": addresses.entity(entities["PER"]),
        "agenda": addresses.agenda(),
        "network": addresses.network(),
        "new": "/new",
        "search": addresses.search("chinh quyen"),
        "about": "/about",
        "corrections": addresses.corrections(),
        "correct-story": addresses.correct_story(story.id),
        "missing": "/story/none",
    }


def _varied(stories: list[Story], entities: dict[str, str]) -> dict[str, str]:
    story, other = stories[:2]
    article = story.brief.evidence[0].article
    days = {"start": "2024-09-01", "end": "2024-09-30"}
    bounds = {"q": "bao", "section": "society", "from": "2024-09-01", "to": "2024-09-30"}
    window = Window("2024-09-06", "2024-09-12")
    sought = {
        f"search-{kind}": addresses.found({"q": "chinh quyen", "as": kind})
        for kind in ("sentences", "quotes", "stories")
    }
    return sought | {
        "front-section": addresses.stories(section="society"),
        "front-period": addresses.stories(**days),
        "story-since": addresses.story(story.id, since="2024-09-10"),
        "story-window": addresses.story(story.id, window),
        "story-whole": addresses.every(story.id, "articles"),
        "article-input": addresses.article(article, beside="input"),
        "article-layers": addresses.article(article, beside="layers"),
        "place": addresses.entity("country:NE"),
        "body": addresses.entity("org:State Bank of Vietnam"),
        "agenda-whole": "/agenda?all=1&by=week",
        "agenda-done": addresses.agenda(state="done"),
        "network-story": addresses.network(story=_with_network(stories).id),
        "network-party": addresses.network("country:US"),
        "search-bounded": addresses.found(bounds),
        "search-nothing": addresses.search('"*NEAR( 😀'),
        "correct-join": addresses.change("join", story.id, other.id),
        "correct-entity": addresses.correct_entity(entities["PER"]) + "&q=Niger",
    }


def _with_network(stories: list[Story]) -> Story:
    return max(stories, key=lambda one: len(one.network))
