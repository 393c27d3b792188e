"""The entity that each name denotes, and why that one.

A reason is a code, with what it rests on behind a colon: `short: Bùi Văn Sự`. The views put it into
words. The codes: `table` (the tables have the name), `spelt` (they have it in that other spelling),
`near` (they have that name a letter apart), `context` (that word decides between several),
`introduced` (the article gives the abbreviation for that name), `short` (short form of that name in
the article), `same` (that name of the article in another spelling), `mistyped` (that name of the
article but for a slip), `ministry`, `ends` (ends in
that known abbreviation), `itself` (nobody's but its own).
"""

from collections.abc import Sequence
from typing import NamedTuple

from sukien.annotate.base import Layer
from sukien.annotate.names.bodies import ends_in_known, fullest_bodies, introduced, ministry
from sukien.annotate.names.context import Surroundings
from sukien.annotate.names.people import full_names
from sukien.annotate.names.spelling import COUNTRY, near, slips, usual_spellings, written
from sukien.knowledge import lexicon
from sukien.knowledge.name_index import named, named_otherwise
from sukien.knowledge.name_titles import without_title
from sukien.model import AnnotatedArticle, Name

VERSION = 4
_KINDS = {"PER": "person", "ORG": "org", "LOC": "place"}


def run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Name, ...]]:
    """The names of each article: its mentions, each with an entity and the reason."""
    return [_linked(article) for article in batch]


LAYER = Layer(gives="names", needs=("mentions",), version=VERSION, run=run)
Link = tuple[str | None, str]


class _Forms(NamedTuple):
    """What an article's own names say of each other.

    `people` gives for a mention's number the fullest name of that person, `short` for an
    abbreviation the name it was introduced for and its type, `bodies` and `usual` for a surface
    (of a type) the form that stands for all its spellings, `slips` for a mistyped form the right
    one.
    """

    people: dict[int, str]
    short: dict[str, tuple[str, str]]
    bodies: dict[str, str]
    usual: dict[tuple[str, str], str]
    slips: dict[tuple[str, str], str]


def _linked(article: AnnotatedArticle) -> tuple[Name, ...]:
    kinds = [mention.type for mention in article.mentions]
    surfaces = [_plain(m.type, article.surface(m)) for m in article.mentions]
    usual = usual_spellings(kinds, surfaces)
    forms = _Forms(
        people=full_names(article, surfaces, usual),
        short=introduced(article, surfaces),
        bodies=fullest_bodies(kinds, surfaces),
        usual=usual,
        slips=slips(kinds, surfaces, usual),
    )
    around = Surroundings(article, surfaces)
    return tuple(_name(number, surfaces, forms, around) for number in range(len(surfaces)))


def _plain(kind: str, surface: str) -> str:
    """The name as it is linked: on one line, without marks or a person's title before it."""
    words = " ".join(surface.split())
    name = words.lstrip(".,;:-–()[]\"'“”‘’ ") or words
    return without_title(name) if kind == "PER" else name


def _name(number: int, surfaces: Sequence[str], forms: _Forms, around: Surroundings) -> Name:
    mention = around.article.mentions[number]
    entity, reason = _entity(mention.type, number, surfaces[number], forms, around)
    slip = reason.startswith("near: ") and (entity or "").startswith(COUNTRY)
    return Name(mention.start, mention.end, "LOC" if slip else mention.type, entity, reason)


def _entity(kind: str, number: int, surface: str, forms: _Forms, around: Surroundings) -> Link:
    meant = around.meaning(kind, surface, number) or _in_tables(kind, surface)
    if meant is not None:
        return meant
    if kind == "MISC":
        return None, ""
    return (
        _introduced(kind, surface, forms)
        or _short(kind, number, forms)
        or _body(kind, surface)
        or _in_tables_otherwise(kind, surface, around)
        or _well_known(kind, surface)
        or _own(kind, surface, forms)
    )


def _in_tables(kind: str, surface: str) -> Link | None:
    entry = named(kind, surface)
    return (entry.entity, "table") if entry else None


def _introduced(kind: str, surface: str, forms: _Forms) -> Link | None:
    full, type_ = forms.short.get(surface, ("", ""))
    return (_id(kind, full, forms), f"introduced: {full}") if full and type_ == kind else None


def _short(kind: str, number: int, forms: _Forms) -> Link | None:
    full = forms.people.get(number) if kind == "PER" else None
    return (_id(kind, full, forms), f"short: {full}") if full else None


def _body(kind: str, surface: str) -> Link | None:
    if kind != "ORG":
        return None
    if english := ministry(surface):
        return english, "ministry"
    entry = ends_in_known(surface)
    return (entry.entity, f"ends: {' '.join(entry.tokens)}") if entry else None


def _in_tables_otherwise(kind: str, surface: str, around: Surroundings) -> Link | None:
    if entry := named_otherwise(kind, surface):
        return entry.entity, f"spelt: {written(entry)}"
    if entry := near(kind, surface, around.count(surface), around.entities):
        return entry.entity, f"near: {written(entry)}"
    return None


def _well_known(kind: str, surface: str) -> Link | None:
    full = lexicon.fullest(kind, surface)
    if full is None or full == surface:
        return None
    entry = named(kind, full)
    return entry.entity if entry else f"{_KINDS[kind]}:{full}", f"shortens: {full}"


def _own(kind: str, surface: str, forms: _Forms) -> Link:
    right = forms.slips.get((kind, forms.usual[kind, surface]))
    if right:
        return _id(kind, right, forms), f"mistyped: {right}"
    usual = _fullest(kind, surface, forms)
    return f"{_KINDS[kind]}:{usual}", "itself" if usual == surface else f"same: {usual}"


def _id(kind: str, full: str, forms: _Forms) -> str | None:
    """The entity of a full name of the article."""
    for find in (named, named_otherwise):
        if entry := find(kind, full):
            return entry.entity
    if kind == "ORG" and (english := ministry(full)):
        return english
    return f"{_KINDS[kind]}:{_fullest(kind, full, forms)}"


def _fullest(kind: str, surface: str, forms: _Forms) -> str:
    usual = forms.usual.get((kind, surface), surface)
    return forms.bodies.get(usual, usual) if kind == "ORG" else usual
