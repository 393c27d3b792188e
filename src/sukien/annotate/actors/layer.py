"""The layer `actors`: those who act or are acted on, named or not, with country and sector."""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from sukien.annotate.actors.chains import CROWDS, Said, resolved
from sukien.annotate.actors.phrases import behind_title, phrases
from sukien.annotate.base import Layer
from sukien.annotate.clauses.reference import Spoken
from sukien.annotate.clauses.rows import SIGNATURES, Row, read, span, within_any
from sukien.annotate.clauses.traits import DETERMINER
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.nations import country_in, country_of, governed_from
from sukien.knowledge.sectors import name_sectors
from sukien.model import Actor, AnnotatedArticle, Name

_LONGEST_NOUN = 5
_HOME = "VNM"
_STAFF = frozenset({"BUS", "LAB", "CVL", None})
_PERSON = "person:"
_CHAINED = (_PERSON, "org:")
_ANYBODY = "CVL"  # what `ông` and `người` say: any other word says more


def actors_of(article: AnnotatedArticle) -> tuple[Actor, ...]:
    """The actors of an article, in order; none overlaps another."""
    spoken = Spoken(article.names)
    home = _at_home(article.names)
    signed = [part for part in article.parts if part.kind in SIGNATURES]
    states = frozenset(n.start for n in article.names if (n.entity or "").startswith("country:"))
    rows = (row for row in read(article) if row and not within_any(row[0].start, signed))
    found = [
        _actor(row, first, last, spoken, home)
        for row in rows
        for first, last in phrases(row, states)
    ]
    actors = _chained([said.actor for said in found])
    told = [said._replace(actor=actor) for said, actor in zip(found, actors, strict=True)]
    return tuple(resolved(told))


def _at_home(names: Sequence[Name]) -> bool:
    """Whether the article tells of Vietnam: it names no foreign country more often."""
    codes = Counter(country_of(name.entity) for name in names if name.type == "LOC")
    foreign = max((n for code, n in codes.items() if code not in {None, _HOME}), default=0)
    return codes[_HOME] >= foreign


def _actor(row: Row, first: int, last: int, spoken: Spoken, home: bool) -> Said:
    whole = span(row, first, last)
    names = spoken.within(whole)
    entity = spoken.entity(row, first, last)
    if row[first].label == "LOC":
        entity = governed_from(entity) or entity
    country = country_of(entity) or _country(row, first, last, names)
    actor = Actor(
        whole.start,
        whole.end,
        entity=entity,
        country=country or (_own(row, first, last) if home else None),
        sector=_sector(row, first, last),
    )
    crowd = bool(row[first].traits & DETERMINER) or actor.sector in CROWDS
    return Said(actor, " ".join(unit.text for unit in row[first:last]), crowd)


def _country(row: Row, first: int, last: int, names: Sequence[Name]) -> str | None:
    for name in names:
        code = country_of(name.entity)
        if code:
            return code
    for unit in row[first:last]:
        code = country_in(unit.text) if unit.label == "ORG" else None
        if code:
            return code
    return None


def _own(row: Row, first: int, last: int) -> str | None:
    """Vietnam, for a body whose own name is Vietnamese, in an article on Vietnam."""
    for unit in row[first:last]:
        if unit.label == "ORG" and _body_noun(unit.text):
            return _HOME
    return None


def _sector(row: Row, first: int, last: int) -> str | None:
    """What the title behind the name, the body or the first noun says; a country governs."""
    weak, nouns = None, actor_nouns()
    for unit in row[first:last]:
        noun = nouns.get(unit.text.removesuffix(" này"))
        sector = noun.sector if noun else _ANYBODY if unit.text.startswith("người ") else None
        if unit.label == "ORG":
            sector = _body_noun(unit.text) or name_sectors().get(unit.text)
        staff = noun is not None and sector in _STAFF
        if sector and sector != _ANYBODY and not (staff and _heads_body(row, first, last)):
            return sector
        weak = weak or sector
    behind = behind_title(row, last)
    if behind > last:
        return _sector(row, last + 1, behind) or weak
    governs = row[first].label == "LOC" or row[first].text in {"nước này", "quốc gia này"}
    return weak or ("GOV" if governs else None)


def _heads_body(row: Row, first: int, last: int) -> bool:
    """Whether who works somewhere is named with where: `giám đốc Sở Y tế`, `cán bộ công an`."""
    for unit in row[first + 1 : last]:
        noun = actor_nouns().get(unit.text)
        sector = _body_noun(unit.text) if unit.label == "ORG" else noun.sector if noun else None
        if sector not in _STAFF:
            return True
    return False


@functools.lru_cache(maxsize=4096)
def _body_noun(name: str) -> str | None:
    """The sector of a body by the noun that its name starts with, the longest first."""
    words = name.split(maxsplit=_LONGEST_NOUN)
    for size in range(min(_LONGEST_NOUN, len(words)), 0, -1):
        noun = actor_nouns().get(" ".join(words[:size]))
        if noun:
            return noun.sector
    return None


def _chained(actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors with what the article, else the tables of names, say of the same entity."""
    sectors: dict[str, Counter[str]] = {}
    countries: dict[str, Counter[str]] = {}
    for actor in actors:
        entity = actor.entity or ""
        if actor.sector and actor.sector != _ANYBODY and entity.startswith(_CHAINED):
            sectors.setdefault(entity, Counter())[actor.sector] += 1
        if actor.country and entity:
            countries.setdefault(entity, Counter())[actor.country] += 1
    for actor in actors:
        sector, country, entity = actor.sector, actor.country, actor.entity or ""
        if sector in {None, _ANYBODY}:
            anybody = _ANYBODY if entity.startswith(_PERSON) else None
            sector = _usual(sectors.get(entity)) or _known(entity) or sector or anybody
        yield msgspec.structs.replace(
            actor, sector=sector, country=country or _usual(countries.get(entity))
        )


def _usual(counted: Counter[str] | None) -> str | None:
    return counted.most_common(1)[0][0] if counted else None


def _known(entity: str) -> str | None:
    """The sector of a person by the tables of names."""
    return (
        name_sectors().get(entity[len(_PERSON) :].lower()) if entity.startswith(_PERSON) else None
    )


def _run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Actor, ...]]:
    return [actors_of(article) for article in batch]


LAYER = Layer(gives="actors", needs=("sentences", "words", "names", "times"), version=3, run=_run)
