"""An article's text cut into the paragraphs of a page."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sukien.model import AnnotatedArticle, Part, Span

_PARAGRAPHS = frozenset({"title", "lead", "heading", "body", "caption"})
_LONG = 900  # characters of body without a line break that are hard to read as one
_ENOUGH = 420  # characters after which such a body gets a new paragraph at the next sentence


class Block(Span, frozen=True, kw_only=True):
    """A paragraph of the page: a part of the article (title, lead, body, caption ...)."""

    kind: str


def article_blocks(annotated: AnnotatedArticle) -> tuple[Block, ...]:
    """Every visible character of the article in one paragraph each, in order.

    A paragraph ends with its part and with its line. What stands beside a byline, a credit or an
    agency's name (`Ảnh:`, `Theo`) is in the paragraph of that name. A body that lost its line
    breaks is parted at sentences, every 420 characters or so.
    """
    paragraphs = sorted((p for p in annotated.parts if p.kind in _PARAGRAPHS), key=_start)
    names = sorted((p for p in annotated.parts if p.kind not in _PARAGRAPHS), key=_start)
    lines = _joined(_lines(annotated.text, _regions(len(annotated.text), paragraphs)))
    named = [_named(line, names) for line in lines]
    starts = [sentence.start for sentence in annotated.sentences]
    return tuple(short for block in named for short in _parted(annotated.text, block, starts))


def _start(span: Span) -> int:
    return span.start


def _regions(size: int, paragraphs: Iterable[Part]) -> Iterator[Block]:
    """The whole text: the parts, and the stretches between them with an empty kind."""
    at = 0
    for part in paragraphs:
        if part.start > at:
            yield Block(start=at, end=part.start, kind="")
        if part.end > at:
            yield Block(start=max(at, part.start), end=part.end, kind=part.kind)
            at = part.end
    if at < size:
        yield Block(start=at, end=size, kind="")


def _lines(text: str, regions: Iterable[Block]) -> Iterator[tuple[Block, str, bool]]:
    """Each region's lines without the white space around, and whether a line starts there."""
    fresh = True
    for region in regions:
        at = region.start
        for line in text[region.start : region.end].splitlines(keepends=True):
            shown = line.strip()
            start = at + len(line) - len(line.lstrip())
            if shown:
                block = Block(start=start, end=start + len(shown), kind=region.kind)
                yield block, shown, fresh
            at += len(line)
            fresh = line != line.rstrip("\r\n") or (fresh and not shown)


def _joined(lines: Iterable[tuple[Block, str, bool]]) -> list[Block]:
    """Lone marks between two parts of a line belong to the paragraph before them."""
    blocks: list[Block] = []
    for block, shown, fresh in lines:
        alone = not block.kind and not any(map(str.isalnum, shown))
        if alone and blocks and not fresh:
            last = blocks.pop()
            blocks.append(Block(start=last.start, end=block.end, kind=last.kind))
        else:
            blocks.append(block)
    return blocks


def _named(block: Block, names: Sequence[Part]) -> Block:
    if block.kind:
        return block
    i = bisect_left(names, block.start, key=_start)
    inside = i < len(names) and names[i].start < block.end
    return Block(start=block.start, end=block.end, kind=names[i].kind if inside else "body")


def _parted(text: str, block: Block, starts: Sequence[int]) -> Iterator[Block]:
    at = block.start
    if block.kind == "body" and block.end - block.start > _LONG:
        i = bisect_left(starts, at + _ENOUGH)
        while i < len(starts) and starts[i] < block.end - _ENOUGH // 2:
            shown = text[at : starts[i]].rstrip()
            yield Block(start=at, end=at + len(shown), kind="body")
            at = starts[i]
            i = bisect_left(starts, at + _ENOUGH)
    yield Block(start=at, end=block.end, kind=block.kind)
