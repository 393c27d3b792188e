"""What stories tell, on articles written for the test and annotated by the pipeline."""

import pytest

from sukien import pipeline
from sukien.knowledge.dangling import dangling_openings
from sukien.model import Article, Episode, Thread
from sukien.read import article_from_text
from sukien.tell import tell
from sukien.tell.brief.scope import visiting_order
from sukien.tell.dates import compatible, day_value, days, length

FIRST = (
    "Lũ quét ở bản Nậm Tao\n\n"
    "Rạng sáng 3/8, lũ quét tràn qua bản Nậm Tao làm ít nhất 12 người chết, 5 người mất tích.\n\n"
    "Chính quyền huyện dự kiến dựng xong nhà mới cho dân bản trước ngày 30/10.\n\n"
    "Cán bộ huyện đến bản. Ảnh: Minh Hà\n\nHoàng Lan (Theo TTXVN)"
)
SECOND = (
    "Bản Nậm Tao sau lũ\n\n"
    "Trận lũ quét hồi đầu tháng 8 ở bản Nậm Tao làm 19 người chết, "
    "chính quyền huyện cho biết hôm nay.\n\n"
    "Người dân trong bản đã dọn xong con đường chính vào chiều 9/8.\n\nTrần Bình (Theo TTXVN)"
)
RIVAL = (
    "Nậm Tao: 25 người chết\n\n"
    "Đến hôm nay, lũ quét tại bản Nậm Tao đã làm 25 người chết, theo báo cáo của tỉnh.\n"
)


def annotated(*rows):
    articles: list[Article] = [
        article_from_text(text, article_id=name, published=published)
        for name, published, text in rows
    ]
    return pipeline.annotate(articles)


def told(articles, **options):
    episodes = tuple(Episode(id=a.id, label="", articles=(a.id,)) for a in articles)
    return tell(Thread(id="t", episodes=episodes), articles, **options)


@pytest.fixture(scope="module")
def articles():
    return annotated(
        ("a1", "2024-08-04", FIRST), ("a2", "2024-08-10", SECOND), ("a3", "2024-08-10", RIVAL)
    )


def test_every_line_points_to_characters_of_its_article(articles):
    story = told(articles)
    by_id = {article.id: article for article in articles}
    places = [e for entry in story.timeline for e in entry.evidence]
    places += [*story.brief.evidence, *(p for f in story.figures for p in f.points)]
    assert places
    assert all(0 <= p.start < p.end <= len(by_id[p.article].text) for p in places)
    assert all(
        entry.text == " ".join(by_id[entry.evidence[0].article].surface(entry.evidence[0]).split())
        for entry in story.timeline
    )


def test_a_month_and_a_day_that_tell_the_same_are_one_line(articles):
    [flood] = [entry for entry in told(articles[:2]).timeline if entry.date == "2024-08-03"]
    assert flood.articles == 2
    assert flood.sources == 1
    assert "3/8" in flood.text


def test_what_is_announced_is_upcoming_until_its_day(articles):
    dates = {entry.date: entry.upcoming for entry in told(articles).timeline}
    assert dates["2024-10-30"] is True
    assert dates["2024-08-03"] is False


def test_tolls_of_one_day_that_differ_are_a_conflict_and_of_two_days_a_change(articles):
    def verdict(*chosen):
        figures = told(chosen).figures
        return next(f.verdict for f in figures if f.about.startswith("người chết"))

    assert verdict(articles[0], articles[1]) == "changed"
    assert verdict(articles[1], articles[2]) == "conflict"


def test_the_brief_keeps_its_length_and_leaves_bylines_out(articles):
    story = told(articles, brief_words=20)
    longest = max(len(e_text.split()) for e_text in _sentences(story, articles))
    assert 0 < len(story.brief.text.split()) <= 20 + longest
    assert "Hoàng Lan" not in story.brief.text
    assert "Minh Hà" not in told(articles, brief_words=500).brief.text


def _sentences(story, articles):
    by_id = {article.id: article for article in articles}
    return [by_id[e.article].surface(e) for e in story.brief.evidence]


def test_the_order_in_which_articles_are_given_changes_nothing(articles):
    one, other = told(articles), told(list(reversed(articles)))
    for part in ("label", "articles", "timeline", "figures", "brief", "entities"):
        assert getattr(one, part) == getattr(other, part)


def test_authors_and_agencies_are_not_what_a_story_is_about(articles):
    names = {entity.name for entity in told(articles).entities}
    assert not names & {"Hoàng Lan", "Trần Bình", "TTXVN", "Minh Hà"}


@pytest.mark.parametrize("published", [None, "1900-01-01", "2100-12-31"])
def test_one_article_of_any_date_is_a_story(published):
    [article] = annotated(("x", published, FIRST))
    story = told([article])
    assert story.label == "Lũ quét ở bản Nậm Tao"
    assert story.first == published


@pytest.mark.parametrize(
    ("value", "number"),
    [("2024-08-03", 1), ("2024-02", 29), ("2024-W20", 7), ("2024-Q1", 91), ("2024", 366)],
)
def test_values_cover_days(value, number):
    assert length(value) == number


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-03-16", "P5D", "2024-02-31", "199", ""])
def test_vague_values_cover_none(value):
    assert days(value) is None


def test_dates_agree_when_one_lies_inside_the_other():
    assert compatible("2024-08", "2024-08-03")
    assert not compatible("2024-08", "2024-09-03")
    assert day_value("2024-08-03TMO") == "2024-08-03"


@pytest.mark.parametrize("count", [0, 1, 2, 5, 30])
def test_every_article_is_visited_once(count):
    assert sorted(visiting_order(count)) == list(range(count))
    assert visiting_order(count)[:2] == list(dict.fromkeys((0, count - 1)))[:2] or count == 0


def test_tables_of_telling_are_well_formed():
    assert all(opening.endswith(" ") and opening.strip() for opening in dangling_openings())
