"""The page of an article."""

from collections.abc import Sequence

from sukien.library import Library
from sukien.views.articles import LAYERS, ArticlePage, Mark, article_page
from sukien.views.language import phrase
from sukien.views.reasons import link_words
from sukien.web.answers import Shown
from sukien.web.asked import Asked
from sukien.web.marking import paragraphs

_SWITCHED_ON = ("names", "times", "quantities")
Readings = Sequence[tuple[str, list[tuple[int, str, Mark]]]]


def answer(asked: Asked, library: Library) -> Shown:
    """One article with its marks; `from` and `to` mark characters, `layer` says what is shown."""
    view = article_page(library, asked.id)
    layers = asked.every("layer")
    target = asked.span()
    written = paragraphs(
        view.text, view.blocks, view.marks, target, lambda mark: _naming(mark, asked.language)
    )
    more = {
        "paragraphs": written,
        "titled": any(kind == "title" for kind, _ in written),
        "switched": [name for name in layers if name in LAYERS] if layers else _SWITCHED_ON,
        "readings": _readings(view),
        "values": "values" in layers,
        "kept": (("from", target.start), ("to", target.end)) if target else (),
    }
    return Shown(view, "article.html", more)


def _naming(mark: Mark, language: str) -> str:
    """What a mark's element is called: `Tên riêng: country:NE (vì sao)`."""
    layer = phrase(f"layer_{mark.layer}", language)
    words = f"{layer}: {mark.value}" if mark.value else layer
    return f"{words} ({link_words(mark.why, language)})" if mark.why else words


def _readings(view: ArticlePage) -> Readings:
    """For each layer its marks with their numbers and the characters they stand on."""
    numbered = [(i, view.text[m.start : m.end], m) for i, m in enumerate(view.marks)]
    layers = [(name, [one for one in numbered if one[2].layer == name]) for name, _ in view.layers]
    return [(name, marks) for name, marks in layers if marks]
