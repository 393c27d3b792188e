from pathlib import Path

import pytest

from publishing import TEXTS, Site
from sukien.library import open_library
from sukien.model import Article
from sukien.web.publish import Settings, publish


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("newsroom") / "tin.sukien"
    with open_library(path, create=True) as library:
        library.add(
            Article(
                id=name,
                text=text,
                published=day,
                publisher="Báo Nậm Cắn",
                url=f"https://bao.example/{day}",
            )
            for name, (text, day) in TEXTS.items()
        )
    return path


def _published(library: Path, folder: Path, **settings: object) -> Site:
    return Site(library, folder, publish(str(library), folder, Settings(**settings)))


@pytest.fixture(scope="session")
def site(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _published(newsroom, tmp_path_factory.mktemp("site") / "trang")


@pytest.fixture(scope="session")
def whole(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """With full texts, for a place on the web."""
    folder = tmp_path_factory.mktemp("whole") / "trang"
    return _published(newsroom, folder, full_text=True, base_url="https://tin.example/su-kien")
