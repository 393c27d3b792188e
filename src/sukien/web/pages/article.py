"""The page of an article."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from sukien.library import Library
from sukien.views.articles import LAYERS, ArticlePage, Mark, article_page
from sukien.views.contract import article_record, json_line
from sukien.views.language import phrase
from sukien.views.margins import (
    NEWS,
    Beside,
    Note,
    input_beside,
    layers_beside,
    notes_beside,
)
from sukien.views.reasons import link_words
from sukien.web.answers import Shown, Written
from sukien.web.asked import Asked
from sukien.web.marking import paragraphs

BESIDE = ("notes", "input", "layers")
_SWITCHED_ON = (NEWS, "names", "times", "quantities")
Readings = Sequence[tuple[str, list[tuple[str, Mark]]]]


def answer(asked: Asked, library: Library) -> Shown:
    """One article; `from` and `to` mark characters, `layer` says which marks are shown, `beside`
    what stands in the margin: notes, input or layers.
    """
    return arranged(article_page(library, asked.id), asked, library)


def arranged(view: ArticlePage, asked: Asked, library: Library) -> Shown:
    """The page of an article, or of what is shown of it."""
    layers = asked.every("layer")
    margin = asked.text("beside") if asked.text("beside") in BESIDE else BESIDE[0]
    more = {
        "rows": _rows(view, asked, _margin(view, library, margin)),
        "margin": margin,
        "margins": BESIDE,
        "titled": any(block.kind == "title" for block in view.blocks),
        "switched": [name for name in layers if name in _SWITCHES] if layers else _SWITCHED_ON,
        "readings": _readings(view),
        "values": "values" in layers,
        "kept": _kept(asked, margin),
    }
    return Shown(view, "article.html", more)


_SWITCHES = frozenset((NEWS, *LAYERS))


def annotations(asked: Asked, library: Library) -> Written:
    """The layers of an article as `sukien annotate` prints them."""
    record = article_record(library.article(asked.id))
    return Written(json_line(record), "application/json")


def _margin(view: ArticlePage, library: Library, margin: str) -> Sequence[Beside]:
    if margin == "input":
        return input_beside(view.blocks, library.article(view.id))
    if margin == "layers":
        return layers_beside(view.blocks, library.article(view.id))
    return notes_beside(view.blocks, view.notes)


def _rows(
    view: ArticlePage, asked: Asked, margin: Sequence[Beside]
) -> list[tuple[str, object, Beside]]:
    """Each paragraph's kind, its text as HTML, and what stands beside it."""
    marks = sorted([*_note_marks(view.notes), *view.marks], key=attrgetter("start"))
    written = paragraphs(
        view.text, view.blocks, marks, asked.span(), lambda mark: _naming(mark, asked.language)
    )
    return [(kind, text, row) for (kind, text), row in zip(written, margin, strict=True)]


def _note_marks(notes: Iterable[Note]) -> list[Mark]:
    """The sentences that notes are on, one mark each: that of the gravest note."""
    marks: dict[str, Mark] = {}
    for note in notes:
        mark = Mark(start=note.start, end=note.end, layer=NEWS, kind=note.kind, value="")
        marks.setdefault(note.anchor, mark)
    return list(marks.values())


def _kept(asked: Asked, margin: str) -> list[tuple[str, object]]:
    """What a form that switches marks keeps of the address."""
    target = asked.span()
    kept: list[tuple[str, object]] = [("from", target.start), ("to", target.end)] if target else []
    return kept + ([("beside", margin)] if margin != BESIDE[0] else [])


def _naming(mark: Mark, language: str) -> str:
    """What a mark's element is called: `Tên riêng: country:NE (vì sao)`."""
    if mark.layer == NEWS:
        return phrase(f"note_{mark.kind}", language)
    layer = phrase(f"layer_{mark.layer}", language)
    words = f"{layer}: {mark.value}" if mark.value else layer
    return f"{words} ({link_words(mark.why, language)})" if mark.why else words


def _readings(view: ArticlePage) -> Readings:
    """For each layer its marks with the characters they stand on."""
    found = [(view.text[mark.start : mark.end], mark) for mark in view.marks]
    layers = [(name, [one for one in found if one[1].layer == name]) for name, _ in view.layers]
    return [(name, marks) for name, marks in layers if marks]
