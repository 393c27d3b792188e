"""What people said of stories and entities, and what became of stories and episodes, in words."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from sukien.library import Library
from sukien.model import Change, Judgement, Story
from sukien.store import Card
from sukien.views.language import LANGUAGES, phrase

PAGE = 50
_SHOWN = 3


class CorrectionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A correction: its key, who made it when, and the stories that it speaks of.

    `stories` are ids and labels of the stories that its articles are in now, that with most of
    them first. `articles` are the first that it names (of a join one of each story), `count` how
    many it names. `text` is a name given by hand, `note` why it was made, `entities` the ids of a
    merge.
    """

    key: int
    kind: str
    made: str
    by: str
    undone: str | None
    text: str
    articles: tuple[Card, ...]
    count: int
    stories: tuple[tuple[str, str], ...]
    undone_by: str = ""
    note: str = ""
    entities: tuple[str, ...] = ()


class CorrectionsLog(msgspec.Struct, frozen=True, kw_only=True):
    """A page of all corrections, the latest first; `number` counts pages from 1."""

    corrections: tuple[CorrectionLine, ...]
    number: int
    pages: int
    count: int


class ChangeLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of stories or episodes: ids before, ids after, how many articles moved."""

    kind: str
    what: str
    day: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    count: int


def corrections_page(library: Library) -> tuple[CorrectionLine, ...]:
    """Every correction, the oldest first, also those undone."""
    return _lines(library, library.corrections())


def corrections_log(library: Library, *, number: int = 1) -> CorrectionsLog:
    """Corrections, the latest first, `PAGE` on a page."""
    made = library.corrections()[::-1]
    pages = max(1, -(-len(made) // PAGE))
    number = min(number, pages)
    lines = _lines(library, made[(number - 1) * PAGE : number * PAGE])
    return CorrectionsLog(corrections=lines, number=number, pages=pages, count=len(made))


def corrections_of(library: Library, articles: Collection[str]) -> tuple[CorrectionLine, ...]:
    """Those that speak of any of the articles."""
    asked = set(articles)
    found = (one for one in library.corrections() if asked & {*one.articles, *one.rest})
    return _lines(library, list(found))


def corrections_about(library: Library, entities: Collection[str]) -> tuple[CorrectionLine, ...]:
    """Those that merged or took apart any of the entities."""
    asked = set(entities)
    return _lines(library, [one for one in library.corrections() if asked & {*one.entities}])


def correction_line(library: Library, correction: Judgement) -> CorrectionLine:
    """One correction with the stories that it speaks of."""
    return _lines(library, [correction])[0]


def changes_page(library: Library) -> tuple[ChangeLine, ...]:
    """Every change of stories and episodes, the oldest first."""
    return _changes(library.changes())


def changes_of(library: Library, story: Story) -> tuple[ChangeLine, ...]:
    """Those of a story and of its episodes."""
    return _changes(library.changes([story.id, *(episode.id for episode in story.episodes)]))


def _changes(found: Iterable[Change]) -> tuple[ChangeLine, ...]:
    return tuple(
        ChangeLine(
            kind=one.kind,
            what=one.what,
            day=one.day,
            before=one.before,
            after=one.after,
            count=len(one.articles),
        )
        for one in found
    )


def _lines(library: Library, made: Sequence[Judgement]) -> tuple[CorrectionLine, ...]:
    """What they speak of is asked for once for all of them."""
    shown = [_shown(one) for one in made]
    cards = {card.id: card for card in library.cards({name for names in shown for name in names})}
    homes = library.stories_of({name for one in made for name in (*one.articles, *one.rest)})
    labels = library.labels(homes.values())
    return tuple(
        CorrectionLine(
            key=one.key,
            kind=one.kind,
            made=one.made,
            by=one.by,
            undone=one.undone,
            text=one.text,
            articles=tuple(cards[name] for name in names if name in cards),
            count=len(_named(one)),
            stories=_stories(one, homes, labels),
            undone_by=one.undone_by,
            note=one.note,
            entities=one.entities,
        )
        for one, names in zip(made, shown, strict=True)
    )


def _named(one: Judgement) -> Sequence[str]:
    """The articles that a correction names, of a join one of each story."""
    return (*one.articles[:1], *one.rest[:1]) if one.kind == "join" else one.articles


def _shown(one: Judgement) -> Sequence[str]:
    return _named(one)[:_SHOWN]


def _stories(
    one: Judgement, homes: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    found = Counter(homes[name] for name in (*one.articles, *one.rest) if name in homes)
    return tuple((key, labels[key]) for key, _ in found.most_common() if key in labels)


def correction_words(line: CorrectionLine, language: str = LANGUAGES[0]) -> str:
    """What a person said: `tách khỏi câu chuyện 2 bài: “…”`."""
    told = phrase(f"correction_{line.kind}", language)
    titles = "; ".join(f"“{card.title}”" for card in line.articles)
    more = " …" if line.count > len(line.articles) else ""
    source, target = (*line.entities, "", "")[:2]
    return told.format(
        n=line.count, titles=titles + more, text=line.text, source=source, target=target
    )


def change_words(line: ChangeLine, language: str = LANGUAGES[0]) -> str:
    """What became of what: `hai câu chuyện gộp làm một: 1f0c… + 99ab… → 1f0c…`."""
    told = phrase(f"change_{line.what}_{line.kind}", language)
    return f"{told}: {' + '.join(line.before)} → {' + '.join(line.after)}"
