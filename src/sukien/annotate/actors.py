"""The layer `actors`: those who act or are acted on, named or not, with country and sector."""

from collections.abc import Iterator, Sequence

from sukien.annotate.base import Layer
from sukien.annotate.phrases import is_finite, noun_phrase
from sukien.annotate.reference import Spoken
from sukien.annotate.rows import SIGNATURES, Row, read, span, within_any
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.nations import country_in, country_of
from sukien.model import Actor, AnnotatedArticle, Name

_NAMED = frozenset({"PER", "ORG"})
_LONGEST_NOUN = 5


def actors_of(article: AnnotatedArticle) -> tuple[Actor, ...]:
    """The actors of an article, in order; none overlaps another."""
    spoken = Spoken(article.names)
    signed = [part for part in article.parts if part.kind in SIGNATURES]
    rows = (row for row in read(article) if row and not within_any(row[0].start, signed))
    return tuple(actor for row in rows for actor in _in_row(row, spoken))


def _in_row(row: Row, spoken: Spoken) -> Iterator[Actor]:
    at = 0
    while at < len(row):
        end = _phrase(row, at)
        if end > at:
            yield _actor(row, at, end, spoken)
        at = max(end, at + 1)


def _phrase(row: Row, at: int) -> int:
    """The index after the actor phrase that starts at `at`, or `at` when none does."""
    unit = row[at]
    if unit.label in _NAMED:
        return at + 1
    if unit.label == "LOC":
        return at + 1 if _acts(row, at) else at
    if unit.text not in actor_nouns() or unit.kind == "verb":
        return at
    end = max(at + 1, noun_phrase(row, at, len(row), joined=False))
    bare = end == at + 1 and " " not in unit.text
    return at if bare or (unit.is_a("pronoun") and end == at + 1) else end


def _acts(row: Row, at: int) -> bool:
    """Whether a place stands for its government: it opens a clause and a verb follows."""
    if at + 1 >= len(row):
        return False
    after = row[at + 1]
    opens = at == 0 or row[at - 1].text in {
        ",",
        "và",
        "rằng",
        "khi",
        "việc",
        ";",
        ":",
        "do",
        "giữa",
    }
    opens = opens or (row[at - 1].kind == "verb" and not row[at - 1].is_a("place"))
    return opens and (is_finite(after) or after.kind in {"verb", "time"} or after.is_a("adverb"))


def _actor(row: Row, first: int, last: int, spoken: Spoken) -> Actor:
    whole = span(row, first, last)
    names = spoken.within(whole)
    return Actor(
        whole.start,
        whole.end,
        entity=spoken.entity(row, first, last),
        country=_country(row, first, last, names),
        sector=_sector(row, first, last),
    )


def _country(row: Row, first: int, last: int, names: Sequence[Name]) -> str | None:
    for name in names:
        code = country_of(name.entity)
        if code:
            return code
    bodies = (unit.text for unit in row[first:last] if unit.label == "ORG")
    return next((code for body in bodies if (code := country_in(body))), None)


def _sector(row: Row, first: int, last: int) -> str | None:
    """The sector of the first noun that has one; a country that acts is its government."""
    for unit in row[first:last]:
        noun = actor_nouns().get(unit.text)
        if noun and noun.sector:
            return noun.sector
        if unit.label == "ORG" and (sector := _body_sector(unit.text)):
            return sector
    return "GOV" if row[first].label == "LOC" else None


def _body_sector(name: str) -> str | None:
    """The sector of a body by the noun that its name starts with, the longest first."""
    words = name.split()
    for size in range(min(_LONGEST_NOUN, len(words)), 0, -1):
        noun = actor_nouns().get(" ".join(words[:size]))
        if noun:
            return noun.sector
    return None


def _run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Actor, ...]]:
    return [actors_of(article) for article in batch]


LAYER = Layer(gives="actors", needs=("sentences", "words", "names", "times"), version=1, run=_run)
