"""Stories of very many articles: their pages stay small and say how many are not listed."""

import pytest
from msgspec.structs import replace

from reading import Reader, keep
from sukien import pipeline
from sukien.model import Episode, Thread
from sukien.read import article_from_text
from sukien.tell import tell

TEXT = (
    "Xây cầu qua sông\n\nTỉnh công bố kế hoạch xây cầu ngày 3/6/2024 với vốn 2.500 tỷ đồng. "
    "“Cầu sẽ xong sớm”, ông Trần Văn Bình nói. Người dân hai bờ mong cây cầu này đã lâu."
)
UPDATED = TEXT.replace("2.500", "2.900")
COPIES = 400
_BYTES = 200_000


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A library of one story: an article, its copies, and one of another sum."""
    path = tmp_path_factory.mktemp("copies") / "a.sukien"
    first, updated = pipeline.annotate(
        [
            article_from_text(text, article_id="c", published="2024-05-01")
            for text in (TEXT, UPDATED)
        ]
    )
    days = [f"2024-05-{number % 28 + 1:02}" for number in range(COPIES)]
    articles = [
        replace(
            first, article=replace(first.article, id=f"c{n:03}", published=day, publisher=f"B{n}")
        )
        for n, day in enumerate(days)
    ]
    articles.append(
        replace(updated, article=replace(updated.article, id="new", published="2024-05-30"))
    )
    ids = tuple(one.id for one in articles)
    thread = Thread(id="s1", episodes=(Episode(id="e", label="", articles=ids),), duplicates=(ids,))
    keep(path, articles, [tell(thread, articles)])
    return Reader(path)


def test_a_story_of_copies_is_a_small_page_that_counts_all(reader):
    page = reader.get("/story/s1")
    assert page.status_code == 200
    assert len(page.content) < _BYTES
    assert "401 bài" in page.text
    assert "400 bản gần như giống hệt" in page.text
    assert "và 388 bài nữa" in page.text
    assert "gần như giống hệt: <a href=" in page.text
    assert "B1, 2/5/2024" in page.text
    assert "2.900" in page.text


def test_its_json_names_every_article(reader):
    story = reader.get("/story/s1.json").json()
    assert len(story["episodes"][0]["articles"]) == COPIES + 1
    assert [point["value"] for point in story["figures"][0]["lines"]] == [2.5e12, 2.9e12]


def test_an_article_names_what_it_repeats(reader):
    page = reader.get("/article/c007")
    assert "Gần như cùng văn bản với “Xây cầu qua sông”" in page.text
    assert len(page.content) < _BYTES
    assert "Gần như cùng" not in reader.get("/article/new").text
    assert "Near-copy of" in reader.get("/article/c007?lang=en").text


def test_what_is_new_counts_the_copies_that_add_nothing(reader):
    page = reader.get("/new?since=2024-05-01")
    assert "399 bài gần như cùng văn bản với bài khác" in page.text
    assert len(page.content) < _BYTES
