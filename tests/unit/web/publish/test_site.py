"""A published site: whole, closed in itself, without what must not be printed."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publishing import REST, TEXTS, Site
from sukien.errors import InputError
from sukien.library import open_library
from sukien.model import Article
from sukien.web.publish import Settings, publish

_ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_address_leads_to_a_file_and_to_a_place_in_it(site: Site) -> None:
    pages = site.pages()
    ids = {file: set(_ID.findall(page)) for file, page in pages.items()}
    for file, page in pages.items():
        for address in map(unescape, _ADDRESS.findall(page)):
            if address.startswith("https://bao.example/"):
                continue
            path, _, place = address.partition("#")
            found = (site.folder / file).parent / path.partition("?")[0] if path else None
            assert found is None or found.is_file(), (file, address)
            target = found.resolve().relative_to(site.folder.resolve()) if found else Path(file)
            assert not place or place in ids[target.as_posix()], (file, address)


def test_every_story_and_article_has_a_page_in_both_languages(site: Site) -> None:
    pages = site.pages()
    assert site.published.articles == len(TEXTS)
    for room, number in (("story", site.published.stories), ("article", len(TEXTS))):
        for folder in (room, f"en/{room}"):
            assert sum(file.startswith(f"{folder}/") for file in pages) == number
    assert 'lang="en"' in pages["en/index.html"]
    assert 'href="en/index.html"' in pages["index.html"]
    assert 'href="../index.html"' in pages["en/index.html"]


def test_what_proves_nothing_is_nowhere(site: Site, whole: Site) -> None:
    everything = b"".join(contents(site.folder).values())
    hidden = [line for line in REST if line.encode() not in everything]
    assert len(hidden) >= len(REST) / 3
    page = re.sub(r"<[^>]+>", "", whole.page("article/lu-1.html"))
    assert all(line in page for line in REST)
    own = re.sub(r"<[^>]+>", "", site.page("article/lu-1.html"))
    assert not any(line in own for line in hidden)


def test_an_excerpt_has_title_publisher_and_the_way_to_the_original(site: Site) -> None:
    page = site.page("article/lu-1.html")
    plain = re.sub(r"<[^>]+>", "", page)
    assert TEXTS["lu-1"][0].partition("\n")[0] in plain
    assert "Báo Nậm Cắn" in plain
    assert 'href="https://bao.example/2024-06-01"' in page
    assert "không đăng lại" in plain
    assert "không đăng lại" not in site.page("article/phim.html")


def test_nothing_asks_a_server(site: Site) -> None:
    for page in site.pages().values():
        assert 'method="post"' not in page
        assert ".json" not in page
        assert page.count("<form") == page.count('role="search"') + page.count('class="layers"')
        assert "script-src 'self'" in page


def test_the_words_of_the_whole_text_are_found_without_their_order(site: Site) -> None:
    shard = site.page("search/lo.js")
    assert '"loang":{"loang":' in shard
    assert "loang loáng" not in "".join(
        path.read_text(encoding="utf-8") for path in (site.folder / "search").iterdir()
    )


def test_the_same_library_gives_the_same_bytes_in_any_number_of_processes(
    site: Site, tmp_path: Path
) -> None:
    publish(str(site.library), tmp_path / "again", Settings(processes=2))
    assert contents(tmp_path / "again") == contents(site.folder)


def test_publishing_again_removes_what_is_gone(tmp_path: Path) -> None:
    library, folder = tmp_path / "a.sukien", tmp_path / "site"
    with open_library(library, create=True) as opened:
        opened.add([Article(id="x", text="Mưa to ở Huế\nMưa to ở Huế ngày 2/5.")])
    publish(str(library), folder)
    (folder / "article" / "old.html").write_text("old")
    with open_library(library) as opened:
        opened.add([Article(id="y", text="Nắng ở Đà Lạt\nTrời nắng ở Đà Lạt.")])
    publish(str(library), folder)
    assert sorted(path.name for path in (folder / "article").iterdir()) == ["x.html", "y.html"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["site"]


def test_what_a_killed_run_left_is_cleared_away(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.new" / "story").mkdir(parents=True)
    publish(str(newsroom), tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_when_it_fails_the_site_stays_as_it_was(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    publish(str(newsroom), folder)
    before = contents(folder)

    def failing(*_: object) -> dict[str, str]:
        raise RuntimeError("full")

    monkeypatch.setattr("sukien.web.publish.site.scripts", failing)
    with pytest.raises(RuntimeError, match="full"):
        publish(str(newsroom), folder)
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_entities_that_two_articles_name_have_pages(site: Site) -> None:
    found = [file for file in site.pages() if file.startswith("entity/")]
    assert len(found) == site.published.entities
    assert found


@pytest.mark.parametrize("kept", ["note.txt", ".hidden"])
def test_a_folder_with_other_files_is_refused_and_left_alone(
    newsroom: Path, tmp_path: Path, kept: str
) -> None:
    (tmp_path / kept).write_text("mine")
    with pytest.raises(InputError, match="no published site"):
        publish(str(newsroom), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [kept]


def test_a_site_for_the_web_has_a_feed_a_map_and_its_address(site: Site, whole: Site) -> None:
    base = "https://tin.example/su-kien/"
    page = whole.page("index.html")
    assert f'<link rel="canonical" href="{base}index.html">' in page
    assert "noindex" not in page
    assert "noindex" in site.page("index.html")
    feed = ElementTree.parse(whole.folder / "feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == whole.published.stories
    files = {entry.findtext(f"{atom}id") for entry in entries}
    assert all((whole.folder / str(file).removeprefix(base)).is_file() for file in files)
    days = [str(entry.findtext(f"{atom}updated")) for entry in entries]
    assert days == sorted(days, reverse=True)
    listed = ElementTree.parse(whole.folder / "sitemap.xml").getroot()
    assert len(listed) == len(whole.pages())
    assert not (site.folder / "feed.xml").exists()
