"""Who and what a story is about, by weight."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sukien.model import AnnotatedArticle, Name, StoryEntity, overlaps

_SILENT = frozenset(("credit", "byline", "agency"))


def entities(articles: Sequence[AnnotatedArticle]) -> tuple[StoryEntity, ...]:
    """Every entity named in the story, those in most articles first, then by mentions.

    Authors, agencies credited and makers of pictures are left out: they tell, they are not told.
    """
    mentions: Counter[str] = Counter()
    spread: dict[str, set[str]] = {}
    surfaces: dict[str, Counter[str]] = {}
    types: dict[str, Counter[str]] = {}
    for article in articles:
        for name in _told_names(article):
            if name.entity is None:
                continue
            surface = " ".join(article.surface(name).split())
            mentions[name.entity] += 1
            spread.setdefault(name.entity, set()).add(article.id)
            surfaces.setdefault(name.entity, Counter())[surface] += 1
            types.setdefault(name.entity, Counter())[name.type] += 1
    order = sorted(mentions, key=lambda key: (-len(spread[key]), -mentions[key], key))
    return tuple(
        StoryEntity(
            entity=key,
            name=_usual(surfaces[key]),
            type=_usual(types[key]),
            mentions=mentions[key],
        )
        for key in order
    )


def _told_names(article: AnnotatedArticle) -> Iterable[Name]:
    silent = [part for part in article.parts if part.kind in _SILENT]
    return (name for name in article.names if not any(overlaps(name, part) for part in silent))


def _usual(counted: Counter[str]) -> str:
    """The most frequent form; of equally frequent ones the longest, then the first by letters."""
    return min(counted, key=lambda form: (-counted[form], -len(form), form))
