"""Figures of any articles: nothing crashes, offsets hold, judgements are on two articles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien import pipeline
from sukien.read import article_from_text
from sukien.tell.figures import figures
from sukien.tell.figures.verdicts import VERDICTS

PIECES = st.sampled_from(
    ("12", "1.500", "khoảng 650", "hàng trăm", "5,3%", "từ 4,8", "lên", "người", "chết", "binh sĩ",
     "Mỹ", "ở", "Niger", "giá", "tỷ đồng", "/tháng", "trong đó", "hôm 3/5", "năm 2014", ".", ",")
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join) | st.text(max_size=60).map(
    "Tin {}".format
)
DAYS = st.sampled_from(("2024-05-03", "2024-05-03T07:30", "2024-06-01", None))


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, DAYS), min_size=2, max_size=4))
def test_figures_hold(rows):
    articles = pipeline.annotate(
        [
            article_from_text(text, article_id=f"a{number}", published=day)
            for number, (text, day) in enumerate(rows)
        ]
    )
    by_id = {article.id: article for article in articles}
    for figure in figures(articles):
        stated = (*figure.points, *figure.beside)
        assert all(0 <= p.start < p.end <= len(by_id[p.article].text) for p in stated)
        assert len({point.article for point in figure.points}) > 1
        assert figure.verdict in VERDICTS
        for one in figure.judgements:
            assert stated[one.one].article != stated[one.other].article
    assert figures(articles) == figures(articles)
