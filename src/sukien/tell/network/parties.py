"""Whom the phrase of a role means: people, bodies, countries, places, by their entities."""

import functools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.knowledge.countries import country_names
from sukien.knowledge.grammar import function_words, spelled
from sukien.knowledge.nations import country_entity, country_in, country_of, governed_from
from sukien.model import Actor, AnnotatedArticle, Name, Role, Span
from sukien.text.tokens import Token, tokenize

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_TEAM = "ATH"  # acts for its country in a match, and in nothing else
MATCH = "match"
ACTING = frozenset(("person", "org", "country"))
_PLACES = frozenset(("city", "region"))
_LONGEST_WORD = 3
_PRONOUN_WORDS = 2
_GUESSED_WORDS = 3
_BOTH = 2


class Parties(NamedTuple):
    """The entities of a role and its phrase; `meant`: a pronoun for several stood for them."""

    entities: tuple[str, ...] = ()
    phrase: Span | None = None
    meant: bool = False


class Cast:
    """The actors and names of an article, for the phrases of its events."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self._article = article
        self.text = article.text
        self._actors = sorted(article.actors, key=_start)
        self._names = sorted(article.names, key=_start)
        self._both: list[Actor | Name] = sorted([*self._actors, *self._names], key=_longest_first)
        self.nations = {
            actor.entity: country_entity(actor.country) for actor in self._actors if actor.entity
        }

    def parties(self, roles: Sequence[Role], sentence: Span, kinds: frozenset[str]) -> Parties:
        """Whom the roles of one kind mean: the first that says so, of a pronoun what it stands for.

        What is told outside the event's sentence counts only for a pronoun inside it.
        """
        for number, role in enumerate(roles):
            if not _within(role, sentence):
                continue
            own = self._of(role, kinds)
            if self._inside(self._names, role):
                if own:
                    return Parties(own, role)
                continue
            meant = self._meant(role, roles[number + 1 : number + 2], kinds)
            if len(meant) == _BOTH:
                return Parties(meant, role, meant=True)
            if own or len(meant) == 1:
                return Parties(own or meant, role)
        return Parties()

    def _meant(
        self, role: Role, following: Sequence[Role], kinds: frozenset[str]
    ) -> tuple[str, ...]:
        """What a phrase without a name points back to: the role behind it that stands before it."""
        return next((self._of(one, kinds) for one in following if one.end <= role.start), ())

    def is_led(self, phrase: Span, sentence: Span) -> bool:
        """Whether a preposition stands before a phrase: `hãng từ Anh`, not `do Anh`."""
        before = tokenize(self.text, sentence.start, phrase.start)
        if not before or any(t.start <= before[-1].start < t.end for t in self._article.times):
            return False
        word = before[-1].text
        led = _is("preposition", word) or _is("place", word)
        return led and not _is("subordinator", word)

    def is_noun(self, span: Span) -> bool:
        """Whether the word that starts a span is a noun."""
        words = self._article.words
        at = bisect_left(words, span.start, key=_start)
        return at < len(words) and words[at].start == span.start and words[at].pos == "NOUN"

    def named_between(self, gap: Span) -> bool:
        """Whether a person, body or country is named there."""
        return any(_within(name, gap) and kind(name.entity or "") in ACTING for name in self._names)

    def _of(self, role: Role, kinds: frozenset[str]) -> tuple[str, ...]:
        found = (self._party(part, role, kinds) for part in self._joined(role))
        place = "place" in kinds
        chosen = (_acting(entity, place=place) for entity in found if entity)
        return tuple(dict.fromkeys(one for one in chosen if kind(one) in kinds))

    def _joined(self, role: Role) -> Iterator[Span]:
        """The head of a phrase, and what conjunctions join to it: `Nga`, `Ấn Độ`."""
        tokens = tokenize(self._article.text, role.start, role.end)
        head = _head(tokens)
        if head is None:
            return
        part = self._at(head, role)
        yield part
        waiting: list[Span] = []
        for other in self._parts(part.end, role.end):
            between = tokenize(self._article.text, part.end, other.start)
            words = [token.text for token in between]
            if not words or not all(word == "," or _is("conjunction", word) for word in words):
                return
            waiting.append(other)
            if words[-1] != ",":
                yield from waiting
                waiting = []
            part = other

    def _at(self, start: int, role: Role) -> Span:
        """The actor or name that a phrase starts with, or its bare start."""
        for row in (self._actors, self._names):
            for one in self._inside(row, role):
                if one.start <= start < one.end:
                    return one
        return Span(start, start)

    def _parts(self, start: int, end: int) -> Iterator[Span]:
        at = start
        first = bisect_left(self._both, start, key=_start)
        last = bisect_left(self._both, end, key=_start)
        for one in self._both[first:last]:
            if at <= one.start and one.end <= end:
                yield one
                at = one.end

    def _inside(self, row: Sequence[Span], role: Span) -> list[Span]:
        first = bisect_left(row, role.start, key=_start)
        last = bisect_left(row, role.end, key=_start)
        return [one for one in row[first:last] if one.end <= role.end]

    def _party(self, part: Span, role: Role, kinds: frozenset[str]) -> str | None:
        """The entity of one part of a phrase."""
        if isinstance(part, Name):
            return part.entity
        if isinstance(part, Actor) and part.entity and self._sure(part, role):
            return part.entity
        titled = self._titled(role, part)
        if titled or not isinstance(part, Actor):
            return titled
        acts = part.sector in _STATE or (part.sector == _TEAM and MATCH in kinds)
        return self._state(part, role) if acts else None

    def _sure(self, actor: Actor, role: Role) -> bool:
        """Whether a phrase that names nobody is short enough to mean one person: `nữ bộ trưởng`."""
        if kind(actor.entity or "") != "person" or self._inside(self._names, role):
            return True
        return len(self._article.surface(role).split()) <= _GUESSED_WORDS

    def _titled(self, role: Role, part: Span) -> str | None:
        """The person whose titles open the phrase, or for whom a pronoun stands."""
        entity = role.entity
        if not entity or kind(entity) not in ACTING:
            return None
        if any(name.entity == entity and _within(name, role) for name in self._names):
            return entity if isinstance(part, Actor) and kind(entity) == "person" else None
        words = self._article.surface(role).split()
        lone = len(words) <= _PRONOUN_WORDS and not _is("determiner", words[0])
        return entity if lone and part.start == role.start else None

    def _state(self, actor: Actor, role: Role) -> str | None:
        """The country that a phrase acts for: that of `quân đội Niger`, not of `dân Niger`."""
        if not actor.country:
            return None
        names = [name for name in self._names if _within(name, actor)]
        if names:
            said = any(self._names_country(name, actor.country) for name in names)
        else:
            said = not _determiner(tokenize(self.text, role.start, role.end)[:_LONGEST_WORD])
        return country_entity(actor.country) if said else None

    def _names_country(self, name: Name, code: str) -> bool:
        if name.type == "LOC":
            return (name.entity or "").startswith("country:") and country_of(name.entity) == code
        words = spelled(self._article.surface(name))
        return country_in(words) == code and any(word in words for word in _countries())


def _head(tokens: Sequence[Token]) -> int | None:
    """Where a phrase starts behind its numbers and determiners: at `Ấn Độ` in `phía Ấn Độ`."""
    at = 0
    while at < len(tokens):
        if tokens[at].text[0].isdigit():
            at += 1
            continue
        size = _determiner(tokens[at : at + _LONGEST_WORD])
        if not size or at + size == len(tokens):
            return tokens[at].start
        at += size
    return None


def _determiner(tokens: Sequence[Token]) -> int:
    """How many tokens at the start are one determiner."""
    for size in range(len(tokens), 0, -1):
        if _is("determiner", " ".join(token.text for token in tokens[:size])):
            return size
    return 0


@functools.cache
def _countries() -> tuple[str, ...]:
    return tuple(spelled(name) for name in country_names())


@functools.lru_cache(maxsize=16384)
def _is(kind: str, word: str) -> bool:
    return kind in function_words().get(spelled(word.casefold()), ())


def _acting(entity: str, *, place: bool) -> str:
    """A capital that is no place here is the country that is governed from it."""
    return entity if place else governed_from(entity) or entity


def kind(entity: str) -> str:
    """What an entity is: person, org, country, place or another."""
    prefix = entity.partition(":")[0]
    return "place" if prefix in _PLACES else prefix


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _start(span: Span) -> int:
    return span.start


def _longest_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end
