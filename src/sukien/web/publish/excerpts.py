"""Short excerpts of articles, as the rights of those who wrote them ask for.

What is left out is replaced by spaces, so every offset still points to the same characters.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from sukien.model import Contradiction, Fact, Span
from sukien.views.articles import ArticlePage, Mark
from sukien.views.blocks import Block

PROOF = "proof"
OPENING_WORDS = 40
_TITLES = ("title",)
_FACTS = 6
_FEW_WORDS = 5
_NEAR = 200
_BEFORE = re.compile(r"(?:^|(?<=\s))((?:[^\s.!?…]+[^\S\n]+){0,6})\Z")
_AFTER = re.compile(r"[^\s.!?…]*(?:[^\S\n]+[^\s.!?…]+){0,6}[.!?…]?")
OMITTED = "omitted"

Spans = Sequence[tuple[int, int]]


def with_proofs(page: ArticlePage, proofs: Spans) -> ArticlePage:
    """The page with the characters marked that other pages show as proof."""
    size = len(page.text)
    marks = [
        Mark(start=start, end=min(end, size), layer=PROOF, kind="", value="")
        for start, end in proofs
        if start < size
    ]
    ordered = sorted((*marks, *page.marks), key=lambda mark: (mark.start, -mark.end, mark.layer))
    return replace(page, marks=tuple(ordered))


def excerpt(page: ArticlePage, proofs: Spans, shown: Spans) -> ArticlePage:
    """The page with its title, its first words and its proofs, and nothing else of its text.

    `proofs` are all characters that other pages lead to; `shown` those of them that pages other
    than articles lead to: by these it is settled which of the facts beside the text are told.
    """
    opening = _opening(page)
    told = _told(page, _merged([*opening, *shown]))
    proven = (_readable(page.text, *span) for span in (*proofs, *own_proofs(told)))
    kept = _merged([*opening, *proven])
    return replace(
        told,
        text=_blanked(page.text, kept),
        blocks=tuple(_blocks(page.blocks, kept)),
        marks=tuple(mark for mark in page.marks if _inside(mark, kept)),
        **_notes(page, kept),
    )


def own_proofs(page: ArticlePage) -> list[tuple[int, int]]:
    """The characters of an article that its own page leads to: of what it adds and repeats."""
    if page.news is None:
        return []
    found = page.news.novelty
    facts: list[Fact | Contradiction] = [*found.first, *found.repeats, *found.contradicts]
    return [(one.place.start, one.place.end) for one in facts]


def _opening(page: ArticlePage) -> list[tuple[int, int]]:
    """The title, and the first words of what follows it."""
    kept = [(block.start, block.end) for block in page.blocks if block.kind in _TITLES][:1]
    left = OPENING_WORDS
    for block in page.blocks:
        if block.kind in _TITLES or left <= 0:
            continue
        words = page.text[block.start : block.end].split()
        kept.append((block.start, _after_words(page.text, block, left)))
        left -= len(words)
    return kept


def _after_words(text: str, block: Block, words: int) -> int:
    """Where the first `words` words of a block end."""
    at, inside = block.start, False
    for at in range(block.start, block.end):
        if text[at].isspace():
            inside = False
        elif not inside:
            inside, words = True, words - 1
            if words < 0:
                return at
    return block.end


def _readable(text: str, start: int, end: int) -> tuple[int, int]:
    """A proof of few words with the words around it, within its sentence."""
    if len(text[start:end].split()) >= _FEW_WORDS:
        return start, end
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    after = _AFTER.match(text, end, min(len(text), end + _NEAR))
    return before.start(1) if before else start, after.end() if after else end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(span: Span, kept: Spans) -> bool:
    return any(start <= span.start and span.end <= end for start, end in kept)


def _blanked(text: str, kept: Spans) -> str:
    pieces, at = [], 0
    for start, end in kept:
        pieces += [" " * (start - at), text[start:end]]
        at = max(at, min(end, len(text)))
    return "".join([*pieces, " " * (len(text) - at)])


def _blocks(blocks: Sequence[Block], kept: Spans) -> Iterable[Block]:
    """The blocks cut to what is kept; one of kind `omitted` where something is left out."""
    left_out = False
    for block in blocks:
        at = block.start
        for start, end in kept:
            first, last = max(start, block.start), min(end, block.end)
            if first >= last:
                continue
            if left_out or first > at:
                yield Block(start=first, end=first, kind=OMITTED)
            yield Block(start=first, end=last, kind=block.kind)
            at, left_out = last, False
        left_out = left_out or at < block.end
    if left_out and blocks:
        yield Block(start=blocks[-1].end, end=blocks[-1].end, kind=OMITTED)


def _told(page: ArticlePage, shown: Spans) -> ArticlePage:
    """The page with those facts beside the text whose sentences are shown, and a few others."""
    news = page.news
    if news is None:
        return page
    found = news.novelty
    here: Callable[[Fact], bool] = lambda fact: _inside(fact.place, shown)  # noqa: E731
    novelty = replace(
        found,
        first=tuple(filter(here, found.first)),
        repeats=tuple(filter(here, found.repeats)),
        omits=found.omits[:_FACTS],
    )
    return replace(page, news=replace(news, novelty=novelty))


def _notes(page: ArticlePage, kept: Spans) -> dict[str, object]:
    """The notes in the margin, where the page has any, on what is shown."""
    notes: Sequence[Span] | None = getattr(page, "notes", None)
    if notes is None:
        return {}
    return {"notes": tuple(note for note in notes if _inside(note, kept))}
