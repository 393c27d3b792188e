"""Whether a sentence can stand where it stands: what it points back to must be named.

`nước này` and `ông` are whom the layer of actors says they are; he must be named before them in
the sentence, or in the one before it in the brief. Where the layer does not say (`âm mưu này`), a
name or the noun itself must stand before them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sukien.knowledge.dangling import dangles, leaning_words
from sukien.model import Actor, Name, Span, covers
from sukien.tell.reading import Told

_WORD = re.compile(r"[^\W_]+")


class Leaning(NamedTuple):
    """What a sentence leans on: entities and nouns that the sentence before it must name.

    `can_stand` is false where nobody knows what it points to.
    """

    can_stand: bool
    entities: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    @property
    def needs(self) -> bool:
        """Whether it cannot be the first sentence."""
        return bool(self.entities or self.nouns)


_NEVER = Leaning(can_stand=False)


def leaning(told: Told) -> Leaning:
    """What must have been said before a sentence."""
    if dangles(told.text):
        return _NEVER
    article = told.article
    actors = [actor for actor in article.actors if covers(told.span, actor)]
    pointing = [actor for actor in actors if points(article.surface(actor))]
    opened = min((a.start for a in _naming(told, pointing)), default=told.span.end)
    unknown = [actor for actor in pointing if actor.entity is None and actor.start < opened]
    if any(article.surface(actor).casefold() in leaning_words("pronoun") for actor in unknown):
        return _NEVER
    needs = (a.entity for a in pointing if a.entity and not _named_before(told, a, pointing))
    return Leaning(
        can_stand=True,
        entities=frozenset(needs),
        nouns=frozenset(_nouns(told, actors, opened)),
    )


def named(told: Told) -> frozenset[str]:
    """The entities that a sentence names, or points to."""
    article = told.article
    spans: list[Name | Actor] = [*article.names, *article.actors]
    return frozenset(one.entity for one in spans if one.entity and covers(told.span, one))


def nouns(told: Told) -> frozenset[str]:
    """The syllables of a sentence in lower case."""
    return frozenset(_WORD.findall(told.text.casefold()))


def points(phrase: str) -> bool:
    """Whether a noun phrase points back: `nước này`, `ông`, `những người nói trên`."""
    folded = " ".join(phrase.casefold().split())
    ends = any(folded.endswith(f" {word}") for word in leaning_words("pointer"))
    return ends or folded in leaning_words("pronoun")


def _naming(told: Told, pointing: list[Actor]) -> Iterator[Span]:
    """The names and actors of a sentence that point to nobody else."""
    article = told.article
    yield from (name for name in article.names if covers(told.span, name))
    yield from (a for a in article.actors if covers(told.span, a) and a not in pointing)


def _named_before(told: Told, actor: Actor, pointing: list[Actor]) -> bool:
    article = told.article
    spans: list[Name | Actor] = [*article.names, *article.actors]
    same = (one for one in spans if one.entity == actor.entity)
    inside = (one for one in same if told.span.start <= one.start < actor.start)
    return any(one not in pointing for one in inside)


def _nouns(told: Told, actors: list[Actor], opened: int) -> Iterator[str]:
    """The nouns that point back (`âm mưu này`) before anything is named in the sentence."""
    article = told.article
    known: list[Span] = [actor for actor in actors if actor.entity is not None]
    known += [time for time in article.times if covers(told.span, time)]
    words = list(_WORD.finditer(article.text, told.span.start, told.span.end))
    said: set[str] = set()
    for noun, pointer in pairwise(words):
        before = noun[0].casefold()
        points_back = pointer[0].casefold() in leaning_words("sure") and pointer.start() < opened
        loose = points_back and before not in said | leaning_words("free")
        if loose and not any(one.start <= pointer.start() < one.end for one in known):
            yield before
        said.add(before)
