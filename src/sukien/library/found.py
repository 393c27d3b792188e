"""What a search of a library answers."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from sukien.library.searching import CATALOGUE, INDEXED, Searching, story_text
from sukien.link import Resolution
from sukien.search import (
    KINDS,
    NUMBERED,
    Catalogue,
    Count,
    Facets,
    Findable,
    Question,
    Said,
    Snippet,
    StoryText,
    Suggestion,
    Suggestions,
    Term,
    catalogue,
    excerpt,
    find,
    parse,
    passage,
    snippet,
    suggestions,
)
from sukien.store import Card, SqlFinding, SqlStore
from sukien.store.packing import unpacked

_NUMBER = (1 << NUMBERED) - 1
_HELD = 2


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An article, a sentence or a quotation that a search found.

    `snippet` is the stretch that shows why, or the sentence or quotation itself; `said` tells who
    says a quotation, entities as merged.
    """

    card: Card
    story: str | None
    snippet: Snippet
    said: Said | None = None


class FoundStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story that a search found, and how many of its articles; spans count the brief's text."""

    story: StoryText
    found: int
    snippet: Snippet


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of what a search found: stories where these were asked for, else `found`.

    `counts` are by kind; `names` tell what the choices are called whose values are ids. `ranked` is
    False where the words are so common that the newest stands first; `unknown` names what the
    search is bounded by and the library does not have.
    """

    found: tuple[Found, ...]
    stories: tuple[FoundStory, ...]
    counts: dict[str, Count]
    facets: Facets
    names: dict[str, str]
    ranked: bool = True
    unknown: tuple[str, ...] = ()


_NOTHING = SearchResult(
    found=(),
    stories=(),
    counts={kind: Count(0) for kind in KINDS},
    facets=Facets({}, ()),
    names={},
)


class Lists(NamedTuple):
    """What is kept of a library as arrays, as last told."""

    catalogue: Catalogue
    names: Suggestions


_held: dict[str, Lists] = {}
"""The last lists that were read, by the digest of their content: a server asks again and again."""


class Finder:
    """Searches a library, and suggests what to search for."""

    def __init__(self, store: SqlStore, searching: Searching) -> None:
        self._store = store
        self._kept = SqlFinding(store)
        self._searching = searching

    def find(self, question: Question, *, start: int, limit: int) -> SearchResult:
        """What the question finds, from number `start` on, at most `limit`."""
        lists = self._lists()
        if lists is None:
            return _NOTHING
        question = self._as_merged(question, lists.catalogue)
        answer = find(self._searching.index, lists.catalogue, question, start=start, limit=limit)
        terms = parse(question.words)
        return SearchResult(
            found=self._found(question.kind, answer.keys, terms),
            stories=self._stories(answer.stories, terms),
            counts=answer.counts,
            facets=answer.facets,
            names=_names(answer.facets, question, lists.names),
            ranked=answer.ranked,
            unknown=answer.unknown,
        )

    def starting(self, typed: str, limit: int) -> list[Suggestion]:
        """Names of the library with words that begin as typed."""
        lists = self._lists()
        return lists.names.starting(typed, limit=limit) if lists else []

    def _lists(self) -> Lists | None:
        """What was made when the stories were told last; None where nothing is indexed yet."""
        if self._store.note(INDEXED) is None:
            return None
        stamp = self._store.note(CATALOGUE)
        if not stamp:
            return Lists(Catalogue(catalogue((), (), {})), Suggestions(suggestions(())))
        if stamp not in _held and (kept := self._searching.lists()):
            while len(_held) >= _HELD:
                _held.pop(next(iter(_held)), None)
            _held[stamp] = Lists(Catalogue(kept[0]), Suggestions(kept[1]))
        return _held.get(stamp)

    def _as_merged(self, question: Question, listed: Catalogue) -> Question:
        """The question with the ids of merged entities; merges are read where one is unknown."""
        asked = {name: getattr(question, name) for name in ("entity", "speaker")}
        unknown = {
            name: value for name, value in asked.items() if value and listed.number(name, value) < 0
        }
        if not unknown:
            return question
        resolution = Resolution(self._store.merges())
        merged = {name: resolution.of(value) for name, value in unknown.items()}
        return msgspec.structs.replace(question, **merged)

    def _found(self, kind: str, keys: Sequence[int], terms: tuple[Term, ...]) -> tuple[Found, ...]:
        of = {key: key if kind == KINDS[0] else key >> NUMBERED for key in keys}
        contents = self._kept.contents(sorted(set(of.values())))
        records = {key: unpacked(content, Findable) for key, content in contents.items()}
        ids = [one.id for one in records.values()]
        cards = {card.id: card for card in self._store.cards(ids)}
        homes = self._store.stories_of(ids)
        found = []
        for key in keys:
            record = records.get(of[key])
            if record is not None and record.id in cards:
                shown, said = _shown(kind, record, key & _NUMBER, terms)
                card = cards[record.id]
                home = homes.get(record.id)
                found.append(Found(card=card, story=home, snippet=shown, said=said))
        return tuple(found)

    def _stories(
        self, answered: Sequence[tuple[str, int]], terms: tuple[Term, ...]
    ) -> tuple[FoundStory, ...]:
        kept = self._kept.stories(name for name, _ in answered)
        texts = {row["id"]: story_text(row) for row in kept.values()}
        return tuple(
            FoundStory(story=texts[name], found=count, snippet=passage(texts[name].brief, terms))
            for name, count in answered
            if name in texts
        )


def _shown(
    kind: str, record: Findable, number: int, terms: tuple[Term, ...]
) -> tuple[Snippet, Said | None]:
    if kind == "sentences":
        return excerpt(record, record.sentences[number], terms), None
    if kind == "quotes":
        said = record.quotes[number]
        return excerpt(record, said, terms), said
    return snippet(record, terms), None


def _names(facets: Facets, question: Question, names: Suggestions) -> dict[str, str]:
    """What the entities among the choices are called."""
    found: dict[str, str] = {}
    for kind in ("speaker", "entity"):
        values = [one.value for one in facets.choices.get(kind, ())]
        for value in (*values, getattr(question, kind)):
            if one := names.named(kind, value):
                found[value] = one.name
    return found
