"""Of any articles, a brief keeps its length, its order and its proofs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from building import annotated
from sukien.tell.brief import Aim, brief, faults
from sukien.tell.origins import Origins

SYLLABLES = st.sampled_from(
    ["bão", "lũ", "Tuy nhiên,", "ông này", "nước này", "12", "3/8", "Hà Nội", "dân", "xã", "“", "."]
)
LINES = st.lists(SYLLABLES, max_size=20).map(lambda words: f"{' '.join(words)}.")
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n".join)


@settings(deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=5), words=st.integers(1, 200))
def test_briefs_keep_length_order_and_proofs(texts, words):
    articles = [
        annotated(text, f"a{number}", published=f"2024-08-{number + 1:02d}")
        for number, text in enumerate(texts)
    ]
    ids = [article.id for article in articles]
    found = brief(articles, [ids[:2], ids[2:]], Origins(articles, ()), Aim(words=words))
    lengths = [len(one.text.split()) for one in found.sentences]
    assert len(lengths) < 2 or sum(lengths) - max(lengths) < words
    assert [e.article for e in found.evidence] == sorted(e.article for e in found.evidence)
    by_id = {article.id: article for article in articles}
    assert all(faults(one, by_id) == () for one in found.sentences)
    assert found.text == " ".join(one.text for one in found.sentences)
