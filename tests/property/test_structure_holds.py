"""Sentences and parts of any text: inside it, in order, nothing lost, nothing twice."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.annotate import parts
from sukien.model import PART_KINDS, AnnotatedArticle, Article
from sukien.tag import sentences
from sukien.text.respace import respace

TOKENS = (
    "Hà", "Nội", "mưa", "to", ".", "?", "!", "…", "...", "(", ")", "-", "–", ":", ";", ",",
    "Ảnh", "Video", "Theo", "AFP", "TTO", "TP.", "V.", "A.", "16/3", "Minh", "Anh", "(TNO)",
    "Nguồn", "minh", "họa", "xem", "thêm", "Reuters", "/", "&", "1.", "a)", "ông", "nói", ">>",
    "*", "“", "”", "5,2%", '"', "\n",
)  # fmt: skip
WORDS = st.sampled_from(TOKENS)
NEWS = st.lists(WORDS, max_size=60).map(" ".join)
ANY = st.text(max_size=200)


def structure(raw: str) -> AnnotatedArticle:
    spaced = respace(raw)
    article = Article(id="x", text=spaced.text, breaks=spaced.breaks, joints=spaced.joints)
    found = AnnotatedArticle(article=article, sentences=sentences.split([article])[0])
    return AnnotatedArticle(
        article=article, sentences=found.sentences, parts=parts.LAYER.run([found])[0]
    )


@settings(max_examples=120, deadline=None)
@given(st.one_of(NEWS, ANY))
def test_sentences_hold_every_character_once(raw: str) -> None:
    document = structure(raw)
    text, spans = document.text, document.sentences
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)


@settings(max_examples=120, deadline=None)
@given(st.one_of(NEWS, ANY))
def test_parts_lie_in_the_text_and_do_not_overlap(raw: str) -> None:
    document = structure(raw)
    assert all(0 <= p.start < p.end <= len(document.text) for p in document.parts)
    assert all(one.end <= two.start for one, two in pairwise(document.parts))
    assert {p.kind for p in document.parts} <= set(PART_KINDS)


@settings(max_examples=40, deadline=None)
@given(st.lists(NEWS, max_size=5))
def test_a_batch_is_its_articles(raws: list[str]) -> None:
    articles = [Article(id=str(n), text=raw) for n, raw in enumerate(raws)]
    alone = [sentences.split([article])[0] for article in articles]
    assert sentences.split(articles) == alone
