"""What the library knows of one entity, and what two entities have in common."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sukien.knowledge.name_forms import is_vietnamese
from sukien.knowledge.name_index import known_entities
from sukien.model import Sighting

_RARE = 8  # articles in which a name may stand and still tell two articles' subject
_ENOUGH = 2  # shared rare names that make a context
_SHOWN = 3
Home = tuple[str | None, str | None]


class Profile:
    """An entity over all its articles; `name` is what stands behind the colon of its id."""

    def __init__(self, entity: str, seen: Sequence[Sighting]) -> None:
        self.id = entity
        self.kind, _, self.name = entity.partition(":")
        self.known = entity in known_entities()
        self.articles = frozenset(one.article for one in seen)
        self.mentions = sum(one.mentions for one in seen)
        self.roles = frozenset(one.role for one in seen if one.role)
        self._genders = frozenset(one.gender for one in seen if one.gender)
        self.given = frozenset(
            (one.name, one.reason.partition(": ")[2])
            for one in seen
            if one.reason.startswith("introduced: ")
        )

    @cached_property
    def words(self) -> list[str]:
        """The words of its name."""
        return self.name.split()

    @cached_property
    def vietnamese(self) -> bool:
        """Whether every word could be a Vietnamese syllable."""
        return is_vietnamese(self.name)

    @property
    def gender(self) -> str:
        """What all its titles agree on, or ""."""
        return next(iter(self._genders)) if len(self._genders) == 1 else ""

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """How well established its form is: articles, mentions, letters with marks, the name."""
        marks = sum(not letter.isascii() for letter in self.name)
        return len(self.articles), self.mentions, marks, self.name


class Ground(NamedTuple):
    """What two entities have in common: reasons in their code, and how near that brings them."""

    nearness: int
    reasons: tuple[str, ...]


NONE = 0  # nothing in common, or nothing asked for
STORY = 1  # one story
NAMES = 2  # several rare names, or a rare name and the role
STORY_AND_MORE = 3  # one story, and a role or rare names besides
EPISODE = 4
NOTHING = Ground(NONE, ())


class Context:
    """In which episodes and stories entities are named, and beside which other names.

    `homes` gives each article's story and episode.
    """

    def __init__(self, profiles: Iterable[Profile], homes: Mapping[str, Home]) -> None:
        self.homes = homes
        self._beside: dict[str, set[str]] = {}
        for profile in profiles:
            if len(profile.articles) <= _RARE and not profile.known and len(profile.words) > 1:
                for article in profile.articles:
                    self._beside.setdefault(article, set()).add(profile.id)

    def ground(self, one: Profile, other: Profile, same: frozenset[str]) -> Ground:
        """What every article of `one` has in common with some article of `other`.

        `same` are ids that may be one of the two, and so are no shared names. Nothing when an
        article names both: whoever wrote it, or linked it, told them apart.
        """
        if one.articles & other.articles:
            return NOTHING
        role = min(one.roles & other.roles, default="")
        grounds = [self._of(a, other.articles, same, role) for a in sorted(one.articles)]
        return min(grounds, key=lambda ground: ground.nearness, default=NOTHING)

    def _of(self, article: str, others: frozenset[str], same: frozenset[str], role: str) -> Ground:
        story, episode = self.homes.get(article, (None, None))
        homes = [self.homes.get(other, (None, None)) for other in others]
        tell = (f"role: {role}",) if role else ()
        if episode and any(home[1] == episode for home in homes):
            return Ground(EPISODE, ("episode", *tell))
        shared = self._shared(article, others) - same
        names = (f"names: {', '.join(map(_plain, sorted(shared)[:_SHOWN]))}",) if shared else ()
        if story and any(home[0] == story for home in homes):
            nearness = STORY_AND_MORE if tell or names else STORY
            return Ground(nearness, ("story", *tell, *names))
        if len(shared) >= _ENOUGH or (tell and shared):
            return Ground(NAMES, (*names, *tell))
        return NOTHING

    def _shared(self, article: str, others: Iterable[str]) -> set[str]:
        """The rare names of the article that one of the others has as well."""
        own = self._beside.get(article, set())
        return {name for other in others for name in own & self._beside.get(other, set())}


def _plain(entity: str) -> str:
    return entity.partition(":")[2]
