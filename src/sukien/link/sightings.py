"""What an article says of each entity that it names."""

from collections import Counter
from collections.abc import Iterator

from sukien.knowledge.name_titles import gender_inside, title_before
from sukien.model import AnnotatedArticle, Name, Sighting, overlaps

_SILENT = frozenset(("credit", "byline", "agency"))
Key = tuple[str, str, str, str]


def sightings(article: AnnotatedArticle) -> tuple[Sighting, ...]:
    """One sighting for each entity, name and reason, in order of first mention.

    Authors, agencies credited and makers of pictures are left out: they tell, they are not told.
    """
    counts: Counter[Key] = Counter()
    titles: dict[Key, tuple[Counter[str], Counter[str]]] = {}
    for name in _told_names(article):
        surface = " ".join(article.surface(name).split())
        key = (name.entity or "", name.type, surface, name.reason)
        counts[key] += 1
        if name.type == "PER":
            role, gender = title_before(article.text, name.start)
            roles, genders = titles.setdefault(key, (Counter(), Counter()))
            roles[role] += 1
            genders[gender or gender_inside(surface)] += 1
    return tuple(_sighting(article.id, key, counts[key], titles) for key in counts)


def _sighting(
    article: str, key: Key, mentions: int, titles: dict[Key, tuple[Counter[str], Counter[str]]]
) -> Sighting:
    entity, kind, name, reason = key
    roles, genders = titles.get(key, (Counter(), Counter()))
    return Sighting(
        article=article,
        entity=entity,
        type=kind,
        name=name,
        reason=reason,
        mentions=mentions,
        role=_usual(roles),
        gender=_usual(genders),
    )


def _usual(counts: Counter[str]) -> str:
    """The most frequent word, the empty one only if there is no other."""
    return min((w for w in counts if w), key=lambda w: (-counts[w], w), default="")


def _told_names(article: AnnotatedArticle) -> Iterator[Name]:
    silent = [part for part in article.parts if part.kind in _SILENT]
    for name in article.names:
        if name.entity and not any(overlaps(name, part) for part in silent):
            yield name
