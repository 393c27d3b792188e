"""The library of the sample articles, and an address for each kind of page in it."""

from importlib import resources
from pathlib import Path
from typing import NamedTuple

from sukien.library import Library, open_library
from sukien.model import Story
from sukien.read import read_paths
from sukien.web import addresses


class Sample(NamedTuple):
    """The file of the library and its largest story."""

    path: Path
    story: Story
    entity: str

    def address(self, kind: str) -> str:
        """A page of that kind, one of `KINDS`, and the fullest of them."""
        return {
            "front": "/",
            "story": addresses.story(self.story.id),
            "timeline": addresses.timeline(self.story.id),
            "article": addresses.proof(self.story.brief.evidence[0]),
            "entity": addresses.entity(self.entity),
            "agenda": addresses.agenda(),
            "network": addresses.network(),
            "new": "/new",
            "search": addresses.search("chinh quyen"),
            "about": "/about",
            "missing": "/story/none",
        }[kind]


KINDS = (
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
    "missing",
)
"""A page that is added gets a name here and an address above: all checks are made on it then."""


def build(path: Path) -> Sample:
    """Make the library in the file `path`."""
    with open_library(path, create=True) as library:
        library.add(read_paths([resources.files("sukien") / "sample"]))
        story = max(library.stories(), key=lambda one: len(one.articles))
        return Sample(path, story, _best_known(library, story))


def _best_known(library: Library, story: Story) -> str:
    named = {one.entity for one in story.entities}
    return next(one.entity for one in library.entities() if one.entity in named)
