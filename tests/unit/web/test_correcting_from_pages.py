"""Corrections from pages: what they say before, what they do, and taking them back."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from sukien.library import Library, open_library
from sukien.store import open_sqlite
from sukien.web import addresses
from sukien.web.changes import routes
from visitor import Visitor

LONG, SHORT = "person:Bùi Văn Sự", "person:Văn Sự"


def library(visitor: Visitor) -> Library:
    return open_library(visitor.path, refresh=False)


def home(visitor: Visitor, article: str) -> str:
    with library(visitor) as opened:
        return opened.story_of(article) or ""


def label(visitor: Visitor, article: str) -> str:
    with library(visitor) as opened:
        return opened.story(opened.story_of(article) or "").label


def log(visitor: Visitor) -> list[tuple[str, str, str, str | None]]:
    with library(visitor) as opened:
        return [
            (one.kind, one.by, one.note, one.undone_by if one.undone else None)
            for one in opened.corrections()
        ]


def undo_here(visitor: Visitor, html: str):
    own = re.search(r'action="/correct/undo">(.*?)</form>', html, re.DOTALL).group(1)
    pairs = re.findall(r'name="(\w+)" value="([^"]*)"', own)
    return visitor.post("/correct/undo", [(name, unescape(value)) for name, value in pairs])


def test_two_stories_are_joined_and_the_page_offers_to_undo_it(visitor):
    flood, film = home(visitor, "a"), home(visitor, "c")
    address = addresses.change("join", film, flood)
    page = visitor.get(address).text
    assert unescape(page).count(label(visitor, "a")) == 1
    assert "Hai câu chuyện dưới đây sẽ thành một" in page
    assert log(visitor) == []
    done = visitor.change(address, by="Minh", note="cùng một chuyện")
    assert done.status_code == 303
    assert done.headers["location"] == f"/story/{flood}?done=1"
    page = visitor.follow(done).text
    assert "Đã làm:" in page
    assert home(visitor, "c") == flood
    assert log(visitor) == [("join", "Minh", "cùng một chuyện", None)]
    back = visitor.follow(undo_here(visitor, page)).text
    assert "Đã hoàn tác:" in back
    assert home(visitor, "c") == film
    assert log(visitor) == [("join", "Minh", "cùng một chuyện", "Minh")]


def test_a_story_is_renamed(visitor):
    address = addresses.change("rename", home(visitor, "c"), "Mùa <b>Chanh</b> Đắng")
    assert "“Mùa &lt;b&gt;Chanh&lt;/b&gt; Đắng”" in visitor.get(address).text
    page = visitor.follow(visitor.change(address)).text
    assert '<h1 lang="vi">Mùa &lt;b&gt;Chanh&lt;/b&gt; Đắng</h1>' in page


def test_episodes_leave_a_story_and_it_is_said_which_articles_go(visitor):
    story = home(visitor, "a")
    page = visitor.get(f"/story/{story}/correct").text
    episodes = re.findall(r'type="checkbox" name="name" value="(\w+)"', page)
    assert len(episodes) == 2
    address = addresses.change("split", story, episodes[1])
    leaving = re.search("Rời câu chuyện(.*?)<h2>", visitor.get(address).text, re.DOTALL).group(1)
    assert re.findall('href="(/article/[^"]*)"', leaving) == ["/article/d"]
    assert visitor.change(address).headers["location"].startswith(f"/story/{story}?")
    assert home(visitor, "d") != story == home(visitor, "a")


def test_an_article_stands_alone_from_its_own_page(visitor):
    link = re.search(r'href="(/correct/exclude[^"]*)"', visitor.get("/article/b").text).group(1)
    done = visitor.change(unescape(link))
    assert done.headers["location"] == "/article/b?done=1"
    assert home(visitor, "b") != home(visitor, "a")
    assert "Đã làm:" in visitor.follow(done).text


def test_names_are_merged_and_taken_apart_from_their_pages(visitor):
    asked = f"/correct/entity?id={quote(SHORT)}&q=bui"
    link = re.search(r'class="act" href="([^"]*)"', visitor.get(asked).text).group(1)
    page = visitor.follow(visitor.change(unescape(link), note="cùng người")).text
    assert "gộp hai tên làm một" in page
    with library(visitor) as opened:
        assert opened.entity(SHORT).entity == LONG
    apart = re.search(r'href="(/correct/unmerge[^"]*)"', page).group(1)
    visitor.change(unescape(apart), by="Lan")
    assert log(visitor) == [("merge", "Minh", "cùng người", "Lan")]
    with library(visitor) as opened:
        assert opened.entity(SHORT).entity == SHORT


def test_the_log_tells_who_when_what_why_and_who_took_it_back(visitor):
    visitor.change(addresses.change("exclude", "b"), by="Minh", note="chuyện khác")
    visitor.change(addresses.change("undo", "1"), by="Lan")
    text = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", visitor.get("/corrections").text))
    assert re.search(r"tách bài ra đứng riêng.*chuyện khác Minh đã hoàn tác [\d/]+, Lan", text)
    [kept] = visitor.get("/corrections.json").json()["corrections"]
    assert (kept["by"], kept["note"], kept["undone_by"]) == ("Minh", "chuyện khác", "Lan")


def test_the_log_is_paged(visitor):
    store = open_sqlite(visitor.path)
    opened = Library(store, refresh=False)
    opened._telling.tell_corrected = lambda: None
    for number in range(60):
        opened.rename(opened.story_of("c"), f"Tên {number}")
    opened.close()
    assert 'id="c60"' in visitor.get("/corrections").text
    assert 'id="c10"' in visitor.get("/corrections?page=2").text
    assert 'id="c10"' in visitor.get("/corrections?page=99").text


def test_stories_about_the_same_names_are_proposed_and_others_found(visitor):
    page = visitor.get(f"/story/{home(visitor, 'c')}/correct?q=ban+pat").text
    assert addresses.change("join", home(visitor, "c"), home(visitor, "a")) in unescape(page)
    view = visitor.get(f"/story/{home(visitor, 'a')}/correct.json?q={home(visitor, 'c')}").json()
    assert [one["id"] for one in view["found"]] == [home(visitor, "c")]
    assert "Không tìm thấy" in visitor.get(f"/story/{home(visitor, 'a')}/correct?q=zzzz").text


@pytest.mark.parametrize(
    ("kind", "names", "told"),
    [
        ("join", ["A", "A"], "vốn là một"),
        ("join", ["A", "none"], "Không còn câu chuyện"),
        ("join", [], "Không còn câu chuyện"),
        ("split", ["A"], "Chưa đánh dấu"),
        ("exclude", ["c"], "đã đứng riêng"),
        ("exclude", ["../../etc\x00"], "Không còn"),
        ("rename", ["A", " "], "để trống"),
        ("rename", ["A", "á" * 250], "Dài quá"),
        ("rename", ["A", "hai\ndòng"], "ký tự điều khiển"),
        ("merge", [SHORT, SHORT], "vào chính nó"),
        ("merge", [SHORT, "person:zz"], "Không còn"),
        ("unmerge", [SHORT], "không gộp vào tên nào"),
        ("undo", ["9"], "Không còn"),
        ("undo", ["-1"], "Không còn"),
        ("undo", ["x" * 500], "Không còn"),
    ],
)
def test_what_cannot_be_says_why_before_and_after(visitor, kind, names, told):
    named = [home(visitor, "a") if name == "A" else name for name in names]
    page = visitor.get(addresses.change(kind, *named))
    assert page.status_code == 200
    assert told in unescape(page.text)
    assert "/tmp" not in page.text
    token = dict(
        visitor.fields(addresses.change("rename", home(visitor, "c"), "x"), "/correct/rename")
    )
    sent = visitor.post(
        f"/correct/{kind}",
        [*(("name", one) for one in named), ("token", token["token"]), ("by", "Minh")],
    )
    assert sent.status_code in {404, 409}
    assert "/tmp" not in sent.text
    assert "Traceback" not in sent.text
    assert log(visitor) == []


def test_a_change_needs_a_name_which_is_remembered(visitor):
    address = addresses.change("exclude", "b")
    refused = visitor.change(address, by=" ")
    assert refused.status_code == 400
    assert "Xin ghi tên của bạn" in refused.text
    visitor.change(address, by='Minh "Ba"')
    page = visitor.get(addresses.change("rename", home(visitor, "a"), "Lũ")).text
    assert 'value="Minh &#34;Ba&#34;"' in page


def test_asking_changes_nothing(visitor):
    before = visitor.path.read_bytes()
    for kind, names in (
        ("exclude", ["b"]),
        ("rename", [home(visitor, "a"), "Lũ"]),
        ("undo", ["1"]),
    ):
        visitor.get(addresses.change(kind, *names))
        visitor.ask("HEAD", addresses.change(kind, *names))
    visitor.get("/sign-out")
    assert log(visitor) == []
    assert visitor.path.read_bytes() == before


def test_who_waits_for_a_writer_is_told_and_nothing_is_lost(visitor, monkeypatch):
    monkeypatch.setattr("sukien.web.changes.doing._PATIENCE", 0.05)
    store = open_sqlite(visitor.path)
    address = addresses.change("exclude", "b")
    with store.writing():
        store.note("a", "b")
        assert visitor.get(address).status_code == 200
        busy = visitor.change(address)
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
        assert "đang được ghi" in busy.text
        assert visitor.path.name not in busy.text or "/" + visitor.path.name not in busy.text
    store.close()
    assert visitor.change(address).status_code == 303
    assert [one[0] for one in log(visitor)] == ["exclude"]


def test_a_change_that_takes_long_has_a_page_to_wait_on(visitor, monkeypatch):
    from threading import Event  # noqa: PLC0415

    goes_on = Event()
    done = routes.done
    monkeypatch.setattr(routes, "done", lambda *args: goes_on.wait(10) and done(*args))
    monkeypatch.setattr(routes, "_SECONDS", 0.05)
    sent = visitor.change(addresses.change("exclude", "b"))
    waiting = sent.headers["location"]
    assert waiting.startswith("/working/")
    page = visitor.get(waiting)
    assert page.status_code == 202
    assert 'http-equiv="refresh"' in page.text
    assert "Đang kể lại" in page.text
    assert visitor.get("/").status_code == 200
    goes_on.set()
    monkeypatch.setattr(routes, "_SECONDS", 10)
    assert visitor.get(waiting).headers["location"] == "/article/b?done=1"
    assert visitor.get("/working/none").status_code == 404


def test_too_many_changes_at_once_are_refused(visitor, monkeypatch):
    monkeypatch.setattr("sukien.web.changes.working._MOST_WAITING", 0)
    assert visitor.change(addresses.change("exclude", "b")).status_code == 503


def test_a_fault_in_a_change_has_its_page(visitor, monkeypatch):
    def broken(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr("sukien.web.changes.doing._correction", broken)
    response = visitor.change(addresses.change("exclude", "b"))
    assert response.status_code == 500
    assert "Sukien có lỗi" in response.text


def test_every_reason_has_its_words(visitor):
    from importlib import resources  # noqa: PLC0415

    from sukien.views.language import phrase  # noqa: PLC0415

    files = ("library/corrections.py", "link/by_hand.py")
    text = "".join((resources.files("sukien") / name).read_text("utf-8") for name in files)
    codes = set(re.findall(r'CorrectionError\(\s*"(\w+)"', text))
    assert len(codes) > 10
    assert all(phrase(f"cannot_{code}", "en") for code in (*codes, "gone", "other", "nobody"))
