"""Libraries that vanish, are written meanwhile, are empty, or hold what nobody should publish."""

from pathlib import Path
from urllib.parse import quote

import pytest
from benchmarks.serving import served
from playwright.sync_api import Browser, expect

from browser.visiting import EVERY_WAY, TWO_WAYS, page_of, visit
from browser.walking import go_to, say, search_for
from sukien.library import open_library
from sukien.model import Article
from sukien.web import addresses

ONCE = {"wide": EVERY_WAY["wide"]}
HOSTILE = (
    "<script>document.title='hỏng'</script> Cầu </title><img src=x onerror=alert(1)> sập",
    "“Tôi thấy \u202eđảo chữ\u2066 và <iframe src=//evil.example></iframe>”, ông <b>Bình</b> nói.",
    "Sông " + "dài" * 4000 + " chảy qua huyện ngày 3/6/2024 & làm 3 người chết <!-- hết.",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "xau.sukien"
    with open_library(path, create=True) as library:
        library.add(
            Article(
                id=f"<i>{number}</i>/..?\"'",
                text=f"{HOSTILE[0]}\n\n" + "\n\n".join(HOSTILE[1:] * number),
                published=f"2024-06-0{number}",
                publisher="<u>Báo</u> " + "x" * 300,
                url="javascript:alert(1)",
            )
            for number in (1, 2)
        )
    return path


def test_what_articles_hold_is_shown_and_never_run(hostile: Path, browser: Browser):
    with open_library(hostile) as library:
        story = library.stories()[0]
    pages = [
        "/",
        addresses.story(story.id),
        addresses.article(story.articles[0]),
        addresses.search("người chết"),
        "/search?q=" + quote('<script>"*NEAR(😀' + "x" * 200),
    ]
    with served(hostile) as server:
        for address in pages:
            seen = visit(browser, server.address + address, ONCE)
            assert seen.status == 200, address
            assert seen.traffic.complaints == (), address
            assert all(one.startswith(server.address) for one in seen.traffic.addresses)
            assert seen.form["title"].endswith("Sự kiện"), address
            assert not seen.too_wide, "\n".join(seen.too_wide)
            assert not seen.faults["wide"], "\n".join(seen.faults["wide"])


def test_a_library_that_vanishes_is_told_and_comes_back(own: Path, browser: Browser):
    away = own.with_name("cho-khac")
    with served(own) as server, page_of(browser, base_url=server.address) as page:
        page.goto("/")
        own.rename(away)
        answer = page.reload()
        assert answer is not None
        assert answer.status == 503
        expect(page.get_by_role("main")).to_contain_text(own.name)
        assert str(own.parent) not in page.content()
        away.rename(own)
        go_to(page, "agenda")
        expect(page.get_by_role("heading", level=1)).to_have_text(say("agenda"))


def test_pages_answer_while_somebody_writes_and_show_it_afterwards(own: Path, browser: Browser):
    with served(own) as server, page_of(browser, base_url=server.address) as page:
        with open_library(own) as library:
            story = library.stories()[0]
            with library._store.writing():
                page.goto("/")
                expect(page.get_by_role("heading", level=1)).to_be_attached()
            library.rename(story.id, "Một câu chuyện được đặt tên lại")
        page.goto(addresses.story(story.id))
        expect(page.get_by_role("heading", level=1)).to_have_text("Một câu chuyện được đặt tên lại")


def test_an_empty_library_says_how_to_begin(tmp_path: Path, browser: Browser):
    path = tmp_path / "trong.sukien"
    open_library(path, create=True).close()
    with served(path) as server:
        seen = visit(browser, server.address + "/", TWO_WAYS)
        assert (seen.status, seen.too_wide) == (200, [])
        assert not any(seen.faults.values()), seen.faults
        with page_of(browser, base_url=server.address) as page:
            page.goto("/")
            expect(page.get_by_role("main")).to_contain_text("sukien add")
            for kind in ("new", "agenda"):
                go_to(page, kind)
                expect(page.get_by_role("heading", level=1)).to_have_text(say(kind))
            search_for(page, "bao so 3")
            expect(page.get_by_role("main").get_by_text(say("nothing_found"))).to_be_visible()
