"""How many independent sources stand behind articles, and which articles go back to each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self

from sukien.model import ORIGIN_KINDS, AnnotatedArticle, Lineage, Origin, Story
from sukien.tell.origins.lineage import lineages

__all__ = ["Origins", "lineages"]


class Origins:
    """Tells what stands behind articles and counts it.

    Articles that credit or cite one agency, copy each other, or come from one publisher are one
    source; an article that credits two sources adds nothing to both.
    """

    def __init__(
        self, articles: Sequence[AnnotatedArticle], duplicates: Sequence[Sequence[str]]
    ) -> None:
        self._know(lineages(articles, duplicates))

    def _know(self, told: Iterable[Lineage]) -> None:
        self._known = {one.article: one for one in told}
        self._echoes: dict[str, list[str]] = {}
        for one in self._known.values():
            if one.echo_of is not None:
                self._echoes.setdefault(one.echo_of, []).append(one.article)

    @classmethod
    def of_story(cls, *stories: Story) -> Self:
        """The origins of the articles of stories as they were found when those were told."""
        found = cls((), ())
        found._know(one for story in stories for one in story.lineage)
        return found

    @property
    def lineage(self) -> tuple[Lineage, ...]:
        """What stands behind each article, in the order in which they were given."""
        return tuple(self._known.values())

    def echo_of(self, article_id: str) -> str | None:
        """The article that an article repeats without a number, date or name of its own."""
        known = self._known.get(article_id)
        return known.echo_of if known else None

    def kept(self, article_ids: Iterable[str]) -> tuple[str, ...]:
        """The articles that are no echoes: all that need to be read."""
        return tuple(name for name in article_ids if self.echo_of(name) is None)

    def with_echoes(self, article_ids: Iterable[str]) -> tuple[str, ...]:
        """The articles, each once and followed by its echoes."""
        ids = dict.fromkeys(article_ids)
        return tuple(dict.fromkeys(one for name in ids for one in (name, *self._behind(name))))

    def _behind(self, name: str) -> Sequence[str]:
        return self._echoes.get(name, ())

    def of(self, article_id: str) -> tuple[str, ...]:
        """The keys of what stands behind an article; one that is not known stands for itself."""
        known = self._known.get(article_id)
        return known.keys if known else (article_id,)

    def count(self, article_ids: Iterable[str]) -> int:
        """The number of independent sources among the articles."""
        return len(self._groups(article_ids))

    def among(self, article_ids: Iterable[str]) -> tuple[Origin, ...]:
        """The independent sources of the articles, the one of most articles first."""
        ids = tuple(dict.fromkeys(article_ids))
        place = {name: number for number, name in enumerate(ids)}
        groups = sorted(self._groups(ids), key=lambda one: (-len(one), place[one[0]]))
        return tuple(self._origin(group) for group in groups)

    def sources(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The source of each article, named by the first of the articles that go back to it."""
        ids = tuple(article_ids)
        first = {name: group[0] for group in self._groups(ids) for name in group}
        return {name: first[name] for name in ids}

    def _groups(self, article_ids: Iterable[str]) -> list[list[str]]:
        """The articles by what they go back to, each group in the order given."""
        ids = tuple(dict.fromkeys(article_ids))
        group_of = dict(_grouped({name: self.of(name) for name in ids}))
        groups: dict[int, list[str]] = {}
        for name in ids:
            groups.setdefault(group_of[name], []).append(name)
        return list(groups.values())

    def _origin(self, group: Sequence[str]) -> Origin:
        shared = self._shared(group)
        known = [self._known[name] for name in group if name in self._known]
        named = {s.key: s for one in known for s in one.sources if s.key in shared}
        kinds = {s.kind for one in known for s in one.sources if s.key in shared}
        return Origin(
            key=" ".join(shared),
            name=" + ".join(named[key].name for key in shared if key in named),
            kind=next((kind for kind in ORIGIN_KINDS if kind in kinds), ORIGIN_KINDS[-1]),
            articles=tuple(group),
        )

    def _shared(self, group: Sequence[str]) -> tuple[str, ...]:
        """The keys of the article with the fewest: the others go back to one of these too."""
        return min((self.of(name) for name in group), key=_fewest)


def _grouped(keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    """Each article with the number of its group.

    Articles of one source come first, so that one that credits two adds nothing to both.
    """
    group_of: dict[str, int] = {}
    for number, name in enumerate(sorted(keys, key=lambda name: _fewest(keys[name]))):
        found = next((group_of[key] for key in keys[name] if key in group_of), number)
        for key in keys[name]:
            group_of.setdefault(key, found)
        yield name, found


def _fewest(keys: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return len(keys), keys
