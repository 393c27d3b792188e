from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.model import AnnotatedArticle, Article, Mention
from sukien.tag import words
from sukien.tag.agreement import agree


@st.composite
def named(draw: st.DrawFn) -> AnnotatedArticle:
    text = draw(st.text(alphabet="aB Hà Nội Niger-._\n", min_size=1, max_size=60))
    at = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(at, at, st.sampled_from(["PER", "LOC", "ORG"])), max_size=5))
    mentions = tuple(Mention(min(a, b), max(a, b), kind) for a, b, kind in pairs if a != b)
    article = AnnotatedArticle(article=Article(id="a", text=text))
    (found,) = words.find([article])
    return AnnotatedArticle(article=article.article, words=found, mentions=mentions)


@settings(deadline=None)  # the first example loads the tables
@given(named())
def test_agreeing_loses_no_character(article: AnnotatedArticle) -> None:
    (agreed,) = agree([article])
    end = 0
    for word in agreed:
        assert not article.text[end : word.start].strip()
        assert article.surface(word) == article.surface(word).strip() != ""
        end = word.end
    assert not article.text[end:].strip()
