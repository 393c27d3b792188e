"""People: which full name of the article a short one stands for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sukien.knowledge.gazetteer import surnames
from sukien.knowledge.name_forms import family_form, short_forms, spelling
from sukien.knowledge.name_titles import gender_inside, title_before
from sukien.model import AnnotatedArticle
from sukien.text.syllables import canonical

_MOST_WORDS = 8  # a longer run of capitals is no person's name
Forms = dict[tuple[str, ...], list[str]]


class _Person(NamedTuple):
    """Where a full name first stands, and the gender that its own mentions tell."""

    first: int
    gender: str


def full_names(
    article: AnnotatedArticle, surfaces: Sequence[str], usual: dict[tuple[str, str], str]
) -> dict[int, str]:
    """For the number of each mention that shortens a person's name, the fullest form of it.

    A short form that several people of the article share is the one's whose gender the word before
    it allows (`bà Hà`), or else the only one's who was named before it; otherwise nobody's.
    """
    numbers = [i for i, m in enumerate(article.mentions) if m.type == "PER"]
    people = _people(article, numbers, surfaces, usual)
    tails, families = _called(people, (surfaces[i] for i in numbers))
    found: dict[int, str] = {}
    for number in numbers:
        key, start = spelling(surfaces[number]), article.mentions[number].start
        names = tails.get(key) or families.get(key)
        if names and (
            full := _meant(names, people, title_before(article.text, start).gender, start)
        ):
            found[number] = full
    return found


def _people(
    article: AnnotatedArticle,
    numbers: Iterable[int],
    surfaces: Sequence[str],
    usual: dict[tuple[str, str], str],
) -> dict[str, _Person]:
    """Every name of several words, with the gender that its words or the words before it tell."""
    found: dict[str, _Person] = {}
    for number in numbers:
        name = usual["PER", surfaces[number]]
        if not 1 < len(name.replace("-", " ").split()) <= _MOST_WORDS:
            continue
        start = article.mentions[number].start
        gender = gender_inside(name) or title_before(article.text, start).gender
        known = found.get(name)
        if known is None:
            found[name] = _Person(start, gender)
        elif not known.gender and gender:
            found[name] = _Person(known.first, gender)
    return found


def _called(people: Iterable[str], surfaces: Iterable[str]) -> tuple[Forms, Forms]:
    """The full names behind each short form in the article: by given names, by family name.

    A name that is itself short for a longer one gives way to it.
    """
    wanted = {spelling(surface) for surface in surfaces}
    tails: Forms = {}
    families: Forms = {}
    for name in sorted(people, key=lambda n: (-len(n.split()), n)):
        for part in short_forms(name):
            key = spelling(part)
            if key in wanted and key != spelling(name) and not _shortens(name, tails.get(key, ())):
                tails.setdefault(key, []).append(name)
        family = family_form(name)
        if family and canonical(family) not in surnames():
            families.setdefault(spelling(family), []).append(name)
    return tails, families


def _shortens(name: str, others: Iterable[str]) -> bool:
    return any(spelling(name) in map(spelling, short_forms(other)) for other in others)


def _meant(names: Sequence[str], people: dict[str, _Person], gender: str, start: int) -> str | None:
    fitting = [n for n in names if not gender or people[n].gender in ("", gender)]
    if len(fitting) > 1 and gender:
        fitting = [n for n in fitting if people[n].gender] or fitting
    if len(fitting) > 1:
        fitting = [n for n in fitting if people[n].first < start]
    return fitting[0] if len(fitting) == 1 else None
