import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.model import AnnotatedArticle, Article
from sukien.tag import segment, words

TEXTS = st.text(max_size=80) | st.text(alphabet='aăđQuốcNiger _.,-\n"“”0123%\u0301', max_size=80)


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(TEXTS, max_size=4))
def test_words_cover_every_character_once_in_order(texts: list[str]) -> None:
    batch = [AnnotatedArticle(article=Article(id="a", text=text)) for text in texts]
    for text, found in zip(texts, words.find(batch), strict=True):
        end = 0
        for word in found:
            assert not text[end : word.start].strip()
            assert text[word.start : word.end].strip() == text[word.start : word.end] != ""
            end = word.end
        assert not text[end:].strip()


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(TEXTS, max_size=4))
def test_a_text_gives_the_same_words_in_any_batch(texts: list[str]) -> None:
    batch = [AnnotatedArticle(article=Article(id="a", text=text)) for text in texts]
    assert words.find(batch) == [words.find([article])[0] for article in batch]


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(TEXTS, max_size=3))
def test_segment_loses_nothing_and_keeps_lines(lines: list[str]) -> None:
    segmented = segment(lines)
    assert len(segmented) == len(lines)
    for line, out in zip(lines, segmented, strict=True):
        composed = unicodedata.normalize("NFC", line)
        assert "".join(out.replace("_", " ").split()) == "".join(composed.replace("_", " ").split())
