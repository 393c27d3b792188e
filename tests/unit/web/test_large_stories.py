"""Stories of very many different articles: what pages fold for others stands behind links."""

import pytest

from sukien import pipeline
from sukien.model import Episode, Thread
from sukien.read import article_from_text
from sukien.tell import tell
from sukien.views.portions import LARGE
from sukien.web.addresses import every
from unit.web.conftest import Reader, keep

TEXT = (
    "Cầu số {n} qua sông\n\nTỉnh hôm {day}/5/2024 khởi công cầu số {n} với vốn {money} tỷ đồng. "
    "“Cầu số {n} xong trong {n} tháng”, ông Trần Văn {name} nói. Có {people} người dự lễ ở {town}."
)
NAMES = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Lâm", "Minh", "Nam", "Phong")
TOWNS = ("Hà Nội", "Huế", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "Nha Trang", "Vinh", "Đà Lạt")


def told(n: int) -> str:
    return TEXT.format(
        n=n,
        day=n % 28 + 1,
        money=100 + 7 * n,
        name=NAMES[n % len(NAMES)],
        people=30 + n,
        town=TOWNS[n % len(TOWNS)],
    )


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "a.sukien"
    articles = pipeline.annotate(
        [
            article_from_text(told(n), article_id=f"a{n:03}", published=f"2024-05-{n % 28 + 1:02}")
            for n in range(LARGE + 1)
        ]
    )
    ids = tuple(one.id for one in articles)
    half = len(ids) // 2
    episodes = (
        Episode(id="e1", label="", articles=ids[:half]),
        Episode(id="e2", label="", articles=ids[half:]),
    )
    keep(path, articles, [tell(Thread(id="s1", episodes=episodes), articles)])
    return Reader(path)


def test_what_others_fold_is_linked_and_stands_there(reader):
    page = reader.get("/story/s1").text
    for kind in ("quotes", "origins", "articles"):
        address = every("s1", kind)
        assert f'href="{address}"' in page
        whole = reader.get(address.partition("#")[0]).text
        assert f'href="{address}"' not in whole
        assert len(whole) > len(page)


def test_all_of_the_places_and_figures_are_there_where_they_are_asked_for(reader):
    story = reader.get("/story/s1.json").json()
    page = reader.get("/story/s1?all=map").text
    assert page.count('id="place-') == len(story["map"]["places"])
    page = reader.get("/story/s1?all=figures").text
    assert page.count('class="figure ') == len(story["figures"])
