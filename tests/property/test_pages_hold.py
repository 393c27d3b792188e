import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from sukien.model import PART_KINDS, AnnotatedArticle, Article, Part, Sentence, Span
from sukien.views.articles import Mark
from sukien.views.blocks import article_blocks
from sukien.web.marking import paragraphs, shown

texts = st.text(
    st.one_of(st.sampled_from("aệ <>&\"'.\n\r\u2028\u202e\u0301😀"), st.characters()), max_size=120
)
spans = st.lists(st.tuples(st.integers(0, 130), st.integers(0, 130)), max_size=8)


def clipped(pairs: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    found = (tuple(sorted((min(a, size), min(b, size)))) for a, b in pairs)
    return sorted((a, b) for a, b in found if a < b)


@given(texts, spans, spans, spans)
def test_a_page_shows_every_character_once_whatever_is_marked(text, parts, marks, sentences):
    size = len(text)
    kinds = [PART_KINDS[i % len(PART_KINDS)] for i in range(len(parts))]
    annotated = AnnotatedArticle(
        article=Article(id="a", text=text),
        parts=tuple(Part(*p, kind) for p, kind in zip(clipped(parts, size), kinds, strict=False)),
        sentences=tuple(Sentence(*s) for s in clipped(sentences, size)),
    )
    blocks = article_blocks(annotated)
    assert all(0 <= block.start < block.end <= size for block in blocks)
    marked = [
        Mark(start=a, end=b, layer="names", kind=text[a:b], value=text[a:b])
        for a, b in clipped(marks, size)
    ]
    written = paragraphs(text, blocks, marked, Span(1, 5), lambda mark: mark.value)
    visible = "".join(unescape(re.sub(r"<[^>]*>", "", html)) for _, html in written)
    assert "".join(visible.split()) == "".join(shown(text).split())
