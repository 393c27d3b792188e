from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from building import annotated, story
from newsroom import FILM, FLOOD, MISSING, REBUILT
from reading import Reader, keep
from sukien.library import Library
from sukien.model import AgendaItem, AnnotatedArticle, Edge, Evidence, Reason, Story
from sukien.store import open_sqlite
from sukien.web.changes import people
from sukien.web.changes.gate import Gate
from visitor import PASSWORD, Visitor


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    storm = annotated(
        "Bão số 3 vào [Hải Phòng|LOC city:Hai Phong]\nGió giật cấp 14 ở [Đồ Sơn|LOC].",
        "bão/01 ~x",
        published="2024-09-07T08:30:00+07:00",
        publisher="Báo Mẫu",
        url="https://mau.example/bao",
    )
    after = annotated(
        "Dọn cây đổ sau bão\nThành phố trồng lại 50 cây của [Việt Nam|LOC country:VN].",
        "bao-02",
        published="2024-09-09",
    )
    hostile = annotated(
        "<script>alert(1)</script> & \u202eđảo chữ\nMột thẻ </p><img src=x onerror=y> \u2066lạ.",
        "<b>'\"&.json",
        publisher="<i>Báo</i>",
        url="javascript:alert(1)",
    )
    concert = AgendaItem(
        date="2024-09-10",
        text="Gió giật cấp 14 ở Đồ Sơn.",
        evidence=(Evidence(article=storm.id, start=25, end=40),),
        announced="2024-09-07",
        outcome="cancelled",
        closing=(Evidence(article=after.id, start=0, end=10),),
        closed="2024-09-09",
        reason=Reason("cancelled_word", 1.0, "bị hủy"),
    )
    help_sent = Edge(
        actor="country:VN",
        actor_name="Việt Nam",
        target="city:Hai Phong",
        target_name="Hải Phòng",
        type="aid",
        mutual=False,
        count=1,
        planned=1,
        articles=1,
        sources=1,
        first="2024-09-08",
        last="2024-09-09",
        evidence=(Evidence(article=after.id, start=0, end=10),),
    )
    told = story(storm, after, story_id="s1", label="Bão số 3")
    stories = [
        replace(told, agenda=(concert,), network=(help_sent,)),
        story(hostile, story_id="s2", label="<script>nhãn</script>"),
    ]
    path = tmp_path / "thu-vien.sukien"
    keep(path, [storm, after, hostile], stories)
    return Reader(path)


@pytest.fixture
def shelve(tmp_path: Path) -> Callable[[list[AnnotatedArticle], list[Story]], Reader]:
    def shelf(articles: list[AnnotatedArticle], stories: list[Story]) -> Reader:
        path = tmp_path / "khac.sukien"
        keep(path, articles, stories)
        return Reader(path)

    return shelf


_NEWS = [
    annotated(FLOOD, "a", published="2023-06-10"),
    annotated(MISSING, "b", published="2023-06-11"),
    annotated(FILM, "c", published="2023-06-11"),
    annotated(REBUILT, "d", published="2023-09-02"),
    annotated(
        "Tàu kéo về bến\nThuyền trưởng [Bùi Văn Sự|PER person:Bùi Văn Sự] kể.",
        "e",
        published="2021-02-01",
    ),
    annotated(
        "Lễ mừng thọ\nCụ [Văn Sự|PER person:Văn Sự] cảm ơn con cháu.", "g", published="2019-08-01"
    ),
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A library as it is told: a, b and d are one story of two episodes; c, e and g stand alone."""
    path = tmp_path / "thu-vien.sukien"
    store = open_sqlite(path, create=True)
    library = Library(store)
    library._keep(_NEWS)
    library.tell_stories()
    library.close()
    return path


@pytest.fixture
def visitor(news: Path) -> Visitor:
    return Visitor(news)


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of people with one in it, whose password is cheap to check."""
    monkeypatch.setattr(people, "_COST", (2, 8, 1))
    monkeypatch.setattr(people, "_NOBODY", people._record("x" * 20))
    known = tmp_path / "people"
    people.People(known).put("Lan", PASSWORD)
    return known


@pytest.fixture
def public(news: Path, listed: Path) -> Visitor:
    """A visitor of a server that other machines reach."""
    return Visitor(news, Gate(people=listed, alone=False))
