"""What stands in the margin of an article: notes on what it adds, repeats and contradicts."""

from collections.abc import Mapping, Sequence

import msgspec

from sukien.model import AnnotatedArticle, Contradiction, Evidence, Fact, Span
from sukien.store import Card
from sukien.views.blocks import Block
from sukien.views.contract import article_record
from sukien.views.news import ArticleNews

NEWS = "news"
NOTE_KINDS = ("contradicts", "first", "repeats")
_TOLD_BY = 3
_OPENING = 5
_LAYERS = ("names", "actors", "times", "quantities", "quotes", "events")


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier article, and its sentence that tells the same or otherwise."""

    card: Card
    proof: Evidence


class Note(Span, frozen=True, kw_only=True):
    """What the article does with one of its sentences, whose characters the note covers.

    `kind` is one of NOTE_KINDS; `fact` is happening, figure, quote, statement, status or date, and
    `about` what it is about. `sources` are the first of the `articles` that tell it before, of
    `origins` independent sources; of a contradiction, `said` is the other article's sentence.
    """

    kind: str
    fact: str
    about: str
    text: str
    sources: tuple[Source, ...] = ()
    articles: int = 0
    origins: int = 0
    said: str = ""

    @property
    def anchor(self) -> str:
        """The id of its characters on the page."""
        return f"{NEWS}-{self.start}-{self.end}"

    @property
    def opening(self) -> str:
        """Its first words."""
        words = self.text.split()
        return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")

    @property
    def more(self) -> int:
        """How many more articles tell it before."""
        return max(0, self.articles - len(self.sources))


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph with what stands beside it: its notes, the input it was read from, its layers.

    `input` has the underscores of a segmented input; `records` are those of the output contract,
    each with its layer. Both are empty unless they were asked for.
    """

    block: Block
    notes: tuple[Note, ...] = ()
    input: str = ""
    records: tuple[tuple[str, str], ...] = ()

    @property
    def by_kind(self) -> tuple[tuple[str, tuple[Note, ...]], ...]:
        """The notes, the gravest kind first."""
        groups = ((kind, tuple(n for n in self.notes if n.kind == kind)) for kind in NOTE_KINDS)
        return tuple((kind, notes) for kind, notes in groups if notes)


def notes_of(news: ArticleNews | None) -> tuple[Note, ...]:
    """What an article says first, repeats and contradicts, in order of its text."""
    if news is None or news.is_first or news.novelty.echo_of:
        return ()
    found = news.novelty
    notes = [
        *(_note("first", fact, news.cards) for fact in found.first),
        *(_note("repeats", fact, news.cards) for fact in found.repeats),
        *(_contradiction(one, news.cards) for one in found.contradicts),
    ]
    alike = {
        (
            note.anchor,
            note.kind,
            note.sources,
            note.said or (note.fact if note.kind == "first" else ""),
        ): note
        for note in notes
    }
    return tuple(sorted(alike.values(), key=lambda note: (note.start, note.end, note.kind)))


def _note(kind: str, fact: Fact, cards: Mapping[str, Card]) -> Note:
    told = [proof for proof in fact.told_by if proof.article in cards][:_TOLD_BY]
    return Note(
        start=fact.place.start,
        end=fact.place.end,
        kind=kind,
        fact=fact.kind,
        about=fact.about,
        text=fact.text,
        sources=tuple(Source(card=cards[proof.article], proof=proof) for proof in told),
        articles=fact.articles,
        origins=fact.sources,
    )


def _contradiction(one: Contradiction, cards: Mapping[str, Card]) -> Note:
    known = cards.get(one.other.article)
    return Note(
        start=one.place.start,
        end=one.place.end,
        kind="contradicts",
        fact=one.kind,
        about=one.about,
        text=one.text,
        sources=(Source(card=known, proof=one.other),) if known else (),
        articles=1,
        origins=1,
        said=one.other_text,
    )


def notes_beside(blocks: Sequence[Block], notes: Sequence[Note]) -> tuple[Beside, ...]:
    """Each paragraph with the notes on its sentences."""
    return tuple(
        Beside(block=block, notes=tuple(note for note in notes if _holds(block, note.start)))
        for block in blocks
    )


def input_beside(blocks: Sequence[Block], annotated: AnnotatedArticle) -> tuple[Beside, ...]:
    """Each paragraph with the input it was read from."""
    typed = as_typed(annotated)
    return tuple(Beside(block=block, input=typed[block.start : block.end]) for block in blocks)


def layers_beside(blocks: Sequence[Block], annotated: AnnotatedArticle) -> tuple[Beside, ...]:
    """Each paragraph with what was read in it, as records of the output contract."""
    records = _records(annotated)
    return tuple(
        Beside(
            block=block,
            records=tuple((layer, text) for at, layer, text in records if _holds(block, at)),
        )
        for block in blocks
    )


def as_typed(annotated: AnnotatedArticle) -> str:
    """The text with the underscores that the input had; offsets stay."""
    typed = list(annotated.text)
    for joint in annotated.article.joints:
        typed[joint] = "_"
    return "".join(typed)


def _holds(block: Block, at: int) -> bool:
    return block.start <= at < block.end


def _records(annotated: AnnotatedArticle) -> list[tuple[int, str, str]]:
    """The records of the contract with their starts and layers, in order of the text."""
    record = article_record(annotated)
    found = [
        (_start(one), layer, msgspec.json.encode(one).decode())
        for layer in _LAYERS
        for one in record[layer]
    ]
    return sorted(found, key=lambda one: one[0])


def _start(record: Mapping[str, object]) -> int:
    start = record.get("start", getattr(record.get("trigger"), "start", 0))
    return start if isinstance(start, int) else 0
