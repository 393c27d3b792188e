"""Who said what in a story: quotations under their speakers, each told once."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sukien.knowledge.grammar import function_words, spelled
from sukien.model import AnnotatedArticle, Quote, StoryEntity
from sukien.tell.origins import Origins
from sukien.views.lines import Place
from sukien.views.places import Places

_SHOWN, _FOLDED = 3, 12
_ALIKE = 0.8
_LEAST = 5
_COMPARED = 40
_PLACES = 12


class QuoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said; `place.start` and `.end` are the reported words.

    `said` is when, a TIMEX3 value; `via` names the outlets it came through. `by` is the word for
    the speaker, where nobody knows whom it means (`họ`, `người này`). `others` are places in other
    articles with nearly the same words of the same speaker.
    """

    kind: str
    text: str
    place: Place
    said: str | None = None
    via: tuple[str, ...] = ()
    by: str = ""
    others: tuple[Place, ...] = ()

    @property
    def direct(self) -> bool:
        """Whether these are the speaker's own words."""
        return self.kind == "direct"

    @property
    def articles(self) -> int:
        """How many articles carry it."""
        return len({self.place.article, *(place.article for place in self.others)})

    @property
    def elsewhere(self) -> tuple[Place, ...]:
        """The first of the other places."""
        return self.others[:_PLACES]


class SpeakerQuotes(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one speaker says in a story. `name` is empty when it is not known who speaks.

    `role` is the fullest phrase for the speaker, where it says more than the name; `sources` is the
    number of independent sources that quote.
    """

    name: str
    entity: str | None
    quotes: tuple[QuoteLine, ...]
    role: str = ""
    sources: int = 1

    @property
    def shown(self) -> tuple[QuoteLine, ...]:
        """The first quotes, which a page shows at once."""
        return self.quotes[:_SHOWN]

    @property
    def more(self) -> tuple[QuoteLine, ...]:
        """Those behind a fold."""
        return self.quotes[_SHOWN:_FOLDED]

    @property
    def left(self) -> int:
        """How many more there are."""
        return max(0, len(self.quotes) - _FOLDED)

    @property
    def listed(self) -> int:
        """How many are on the page, at once or behind a fold."""
        return min(len(self.quotes), _FOLDED)


class _Said(msgspec.Struct, frozen=True):
    called: str
    entity: str | None
    line: QuoteLine


def speakers(
    articles: Sequence[AnnotatedArticle],
    places: Places,
    origins: Origins,
    entities: Iterable[StoryEntity] = (),
) -> tuple[SpeakerQuotes, ...]:
    """Quotes by speaker, those first whom most independent sources quote.

    Who is only described (`đại diện`) is one person in an article, and nobody knows whether the
    same in the next. A pronoun alone (`họ`) names nobody.
    """
    said: dict[tuple[str, str], list[_Said]] = {}
    for article in articles:
        for quote in article.quotes:
            one = _said(article, quote, places)
            described = bool(one.called) and one.entity is None
            key = (one.entity or one.called.lower(), article.id if described else "")
            said.setdefault(key, []).append(one)
    names = _names(articles, {key for key, _ in said}, entities)
    groups = [_speaker(lines, names, origins) for lines in said.values()]
    return tuple(sorted(groups, key=lambda one: (not one.name, -one.sources, -len(one.quotes))))


def _said(article: AnnotatedArticle, quote: Quote, places: Places) -> _Said:
    called, entity = "", None
    if quote.speaker is not None:
        called, entity = places.surface(article.id, quote.speaker), quote.speaker.entity
    unknown = entity is None and is_pronoun(called)
    line = QuoteLine(
        kind=quote.kind,
        text=article.surface(quote),
        place=places.at(article.id, quote),
        said=quote.said,
        via=tuple(article.surface(link) for link in quote.via),
        by=called if unknown else "",
    )
    return _Said("" if unknown else called, entity, line)


def is_pronoun(called: str) -> bool:
    """Whether a word for a speaker stands for somebody told before: `họ`, `ông`, `người này`."""
    return "pronoun" in function_words().get(spelled(called.lower()), ())


def _names(
    articles: Iterable[AnnotatedArticle], wanted: set[str], entities: Iterable[StoryEntity]
) -> dict[str, str]:
    """What these entities are called: a person by the longest name, others as in the story."""
    names = {one.entity: one.name for one in entities if one.type != "PER"}
    found: dict[str, str] = {}
    for article in articles:
        for name in article.names:
            if name.entity in wanted and name.entity not in names:
                words = " ".join(article.surface(name).split())
                found[name.entity] = max(found.get(name.entity, ""), words, key=len)
    return found | names


def _speaker(lines: Sequence[_Said], names: Mapping[str, str], origins: Origins) -> SpeakerQuotes:
    entity, ids = lines[0].entity, {one.line.place.article for one in lines}
    fullest = max((one.called for one in lines if not is_pronoun(one.called)), key=len, default="")
    name = names.get(entity or "", "") or fullest or lines[0].called
    told = {word.lower() for word in fullest.replace(",", " ").split()}
    more = len(fullest) > len(name) and {word.lower() for word in name.split()} <= told
    return SpeakerQuotes(
        name=name,
        entity=entity,
        quotes=_once([one.line for one in lines]) if name else tuple(one.line for one in lines),
        role=fullest if more else "",
        sources=origins.count(sorted(ids)) if len(ids) > 1 else 1,
    )


def _once(lines: Sequence[QuoteLine]) -> tuple[QuoteLine, ...]:
    """Quotations of one speaker without those that say nearly the same in another article.

    Nearly the same: of one kind, and eight in ten of the different syllables of both are shared.
    """
    kept: list[tuple[QuoteLine, frozenset[str], list[Place]]] = []
    for line in lines:
        words = frozenset(line.text.lower().split())
        like = [one for one in kept[-_COMPARED:] if _alike(line, words, *one[:2])]
        if like:
            like[0][2].append(line.place)
        else:
            kept.append((line, words, []))
    return tuple(
        msgspec.structs.replace(line, others=tuple(others)) if others else line
        for line, _, others in kept
    )


def _alike(
    line: QuoteLine, words: frozenset[str], other: QuoteLine, others: frozenset[str]
) -> bool:
    if line.kind != other.kind or line.place.article == other.place.article:
        return False
    fewest, most = sorted((len(words), len(others)))
    if fewest < _LEAST:
        return line.text == other.text
    return fewest >= _ALIKE * most and len(words & others) >= _ALIKE * len(words | others)
