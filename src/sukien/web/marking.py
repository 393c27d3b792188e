"""Text with marks as HTML: everything escaped, every mark with its value in words."""

import re
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from sukien.model import Span
from sukien.views.articles import Mark
from sukien.views.blocks import Block
from sukien.web.addresses import TARGET
from sukien.web.segments import DEEPEST, Step, nested

# Characters that turn the direction of what follows, or that HTML does not allow.
_UNSHOWN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_NO_CLASS = re.compile(r"[^A-Za-z0-9_-]+")
Naming = Callable[[Mark], str]


def shown(text: str) -> str:
    """The text without characters that would disturb the page around them."""
    return _UNSHOWN.sub("", text)


def highlighted(text: str, spans: Iterable[Span]) -> Markup:
    """A text with some of its characters marked. Spans count characters of `text`."""
    tags = {"open": Markup("<mark>"), "close": Markup("</mark>")}
    return Markup("").join(
        tags.get(step.kind) or escape(shown(text[step.start : step.end]))
        for step in nested(list(spans), 0, len(text))
    )


def paragraphs(
    text: str, blocks: Sequence[Block], marks: Sequence[Mark], target: Span | None, naming: Naming
) -> list[tuple[str, Markup]]:
    """Each block's kind and its text as HTML, with the marks and the target of the address.

    `marks` are in order of their starts. A mark's element has its anchor as id, its layer
    and kind as classes and `naming`'s words as title; the target's has the id `mark`. Marks that
    cross a block's end go on in the next.
    """
    writer = _Writer(text, marks, target, naming)
    spans = _spans_of(blocks, marks)
    pairs = zip(blocks, spans, strict=True)
    return [(block.kind, writer.block(block, inside)) for block, inside in pairs]


def _spans_of(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[list[int]]:
    """The numbers of the marks that each block shows; time linear in marks and blocks."""
    found: list[list[int]] = []
    carried: list[int] = []
    at = 0
    for block in blocks:
        inside = carried
        while at < len(marks) and marks[at].start < block.end:
            inside.append(at)
            at += 1
        found.append(inside)
        carried = [number for number in inside if marks[number].end > block.end][:DEEPEST]
    return found


class _Writer:
    """Writes blocks in order; gives each id once and each value at a mark's last piece."""

    def __init__(
        self, text: str, marks: Sequence[Mark], target: Span | None, naming: Naming
    ) -> None:
        self._text = text
        self._marks = marks
        self._target = target
        self._naming = naming
        self._named: set[str] = set()

    def block(self, block: Block, inside: Sequence[int]) -> Markup:
        """One block's characters with its marks; the target is the outermost."""
        targets = [self._target] if self._target else []
        spans: list[Span] = [*targets, *(self._marks[number] for number in inside)]
        numbers = [*(-1 for _ in targets), *inside]
        steps = nested(spans, block.start, block.end)
        return Markup("").join(self._step(step, numbers) for step in steps)

    def _step(self, step: Step, numbers: Sequence[int]) -> Markup:
        if step.kind == "text":
            return escape(shown(self._text[step.start : step.end]))
        number = numbers[step.mark]
        if number < 0:
            return self._open_target() if step.kind == "open" else Markup("</mark>")
        return self._open(number) if step.kind == "open" else self._close(number, step.end)

    def _open_target(self) -> Markup:
        if TARGET in self._named:
            return Markup('<mark class="target">')
        self._named.add(TARGET)
        return Markup('<mark class="target" id="{}">').format(TARGET)

    def _open(self, number: int) -> Markup:
        mark = self._marks[number]
        classes = f"m {mark.layer} k-{_NO_CLASS.sub('-', mark.kind)}"
        named = mark.anchor in self._named
        name = Markup("") if named else Markup(' id="{}"').format(mark.anchor)
        self._named.add(mark.anchor)
        title = shown(self._naming(mark))
        return Markup('<span class="{}"{} title="{}">').format(classes, name, title)

    def _close(self, number: int, at: int) -> Markup:
        """The end of a piece; after the last one stands the value, for those who want it there."""
        mark = self._marks[number]
        if at < mark.end:
            return Markup("</span>")
        return Markup('<b class="v" data-v="{}"></b></span>').format(shown(mark.value))
