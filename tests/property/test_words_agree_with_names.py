from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.tag import tag

PIECES = st.lists(
    st.sampled_from(
        ["Hà Nội", "Niger", "ông", "Ali Mahaman", "TP", ".", "-", "Bộ", "Y tế", "\n", "9", "quận"]
    )
    | st.text(max_size=4),
    max_size=20,
).map(" ".join)


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(PIECES, max_size=3))
def test_words_keep_every_character_and_no_name_cuts_one(texts: list[str]) -> None:
    for article in tag(texts):
        end = 0
        for word in article.words:
            assert not article.text[end : word.start].strip()
            assert article.surface(word) == article.surface(word).strip() != ""
            end = word.end
        assert not article.text[end:].strip()
        starts = {word.start for word in article.words}
        ends = {word.end for word in article.words}
        for name in article.mentions:
            assert name.start in starts
            assert name.end in ends
