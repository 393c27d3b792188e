"""Whatever articles say: a label is one line of their own words, and no longer than a heading."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien import pipeline
from sukien.model import AnnotatedArticle, Article
from sukien.tell.label import label

WORDS = [
    "bão",
    "Yên Bái",
    "đổ bộ",
    "khi",
    "và",
    "ngày 7/9",
    "ông",
    "8,5%",
    "(",
    ")",
    '"',
    ",",
    ".",
    "\n",
]
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_label_is_a_line_of_the_articles_own_words(texts):
    articles = [
        Article(id=str(n), text=unicodedata.normalize("NFC", t)) for n, t in enumerate(texts)
    ]
    read = [one for one in pipeline.annotate_all(articles) if isinstance(one, AnnotatedArticle)]
    if not read:
        return
    found = label(read, [[one.id] for one in read])
    assert len(found.splitlines()) <= 1
    own = " ".join(one.text for one in read).casefold()
    assert all(word.strip(".,:;…") in own for word in found.casefold().split())
    assert label(read, [[one.id] for one in read]) == found
