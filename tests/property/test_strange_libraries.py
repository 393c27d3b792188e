"""Libraries that no newsroom keeps: sensible stories, no crash. Texts are the tests' own."""

import json

import pytest

from sukien.library import open_library
from sukien.model import Article
from sukien.views.contract import story_record

BRIDGE = (
    "Xây cầu mới qua sông Nậm Cắn\n"
    "Chính phủ hôm qua công bố kế hoạch xây cầu mới qua sông Nậm Cắn với vốn 2.500 tỷ đồng,"
    " khởi công trong tháng 6.\n"
    "Bộ trưởng Nguyễn Văn An cho biết cầu sẽ hoàn thành năm 2026, rút ngắn đường đi 12 km."
)
ENGLISH = (
    "Government plans a new bridge\n"
    "The government on Monday announced a plan worth 2.5 million dollars to build a bridge.\n"
    "Officials said that work would start in June."
)


def told(tmp_path, articles):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(articles)
        stories = library.stories()
        assert not library.failures()
        assert sorted(n for s in stories for n in s.articles) == sorted(a.id for a in articles)
        json.dumps([str(story_record(story)) for story in stories])
    return stories


@pytest.mark.parametrize("text", [BRIDGE, ENGLISH, "…", "cầu " * 4000, "😀" * 50])
def test_one_article(tmp_path, text):
    assert len(told(tmp_path, [Article(id="a", text=text, published="2024-05-01")])) == 1


def test_many_copies_of_one_are_one_story_of_one_source_each(tmp_path):
    news = [
        Article(
            id=f"{n:03}", text=BRIDGE, published=f"2024-05-{1 + n % 9:02}", publisher=f"báo {n % 4}"
        )
        for n in range(120)
    ]
    (story,) = told(tmp_path, news)
    assert len(story.duplicates[0]) == 120 and len(story.episodes) == 1
    assert all(entry.sources == 1 for entry in story.timeline)


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31", "0001-01-01", "9999-12-31", None])
def test_any_date_or_none(tmp_path, day):
    news = [
        Article(id="a", text=BRIDGE, published="2024-05-01"),
        Article(id="b", text=BRIDGE.replace("Xây", "Khởi công"), published=day),
        Article(id="c", text=ENGLISH, published=day),
    ]
    assert told(tmp_path, news)


def test_out_of_order_and_one_by_one(tmp_path):
    news = [
        Article(id=f"{n}", text=f"{BRIDGE}\nĐợt {n}.", published=f"2024-05-{30 - 3 * n:02}")
        for n in range(6)
    ]
    whole = [story_record(story) for story in told(tmp_path, news)]
    with open_library(tmp_path / "b.sukien", create=True) as library:
        for one in news:
            library.add([one])
        assert [story_record(story) for story in library.stories()] == whole
