import re
import sys
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import msgspec
import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.model import Change, Edge, Episode, Evidence, Judgement, Link, Merge
from sukien.store import SqlThreads, open_sqlite
from sukien.web.headers import HEADERS

_VOID = {"meta", "link", "input", "img", "br", "rect"}


class _Checker(HTMLParser):
    """Notes headings, ids, links and whether every element is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag not in _VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known[name] for name in ("href", "src", "action") if name in known]
        self.faults += [f"{tag} {name}" for name in known if name == "style" or name[:2] == "on"]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def checked(html: str) -> _Checker:
    checker = _Checker()
    checker.feed(html)
    checker.close()
    return checker


EVERY_PAGE = [
    "/",
    "/?page=2",
    "/story/s1",
    "/story/s2",
    "/article/b%C3%A3o%2F01%20~x",
    "/article/b%C3%A3o%2F01%20~x?from=2&to=20",
    "/article/bao-02?layer=names&layer=values",
    "/article/%3Cb%3E%27%22%26.json",
    "/entity/country:VN",
    "/entity?id=city:Hai%20Phong",
    "/search",
    "/search?q=bao",
    "/search?q=zzz",
    "/about",
    "/agenda",
    "/agenda?all=1&now=2024-09-10&from=x&story=s1",
    "/network",
    "/network?entity=city:Hai%20Phong&type=meet&since=2024-09-01",
    "/network?story=s1&since=x",
    "/new",
    "/new?since=2024-09-08",
    "/new?since=2030-01-01",
    "/nowhere",
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_page_is_sound_html(reader, address, language):
    response = reader.get(address, cookies={"lang": language})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}">' in response.text
    page = checked(response.text)
    assert page.faults == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(following <= before + 1 for before, following in steps)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_nothing_is_loaded_from_elsewhere(reader, address):
    for link in checked(reader.get(address).text).links:
        assert link == "https://mau.example/bao" or link[0] in "/#"
        assert not link.startswith("//")


@pytest.mark.parametrize(
    "address", [*EVERY_PAGE, "/static/css/base.css", "/static/none", "/story/x"]
)
def test_headers_are_strict_on_every_answer(reader, address):
    response = reader.get(address)
    for name, value in HEADERS.items():
        assert response.headers.get_list(name) == [value]


def test_own_links_lead_somewhere(reader):
    for address in EVERY_PAGE[:-1]:
        for link in checked(reader.get(address).text).links:
            parts = urlsplit(link)
            if link.startswith("/"):
                response = reader.get(link)
                assert response.status_code == 200, link
            if parts.fragment and parts.path:
                assert parts.fragment in checked(response.text).ids, link


def test_front_page_gives_room_by_size(reader):
    text = reader.get("/").text
    assert re.search(r'class="lead-story".*Bão số 3.*class="short".*nhãn', text, re.DOTALL)
    assert "1 bài không đọc được" in text


def test_an_empty_library_says_what_to_do(shelve):
    text = shelve([], []).get("/").text
    assert "Thư viện chưa có câu chuyện nào" in text
    assert "sukien add" in text


def test_stories_are_paged(shelve):
    articles = [annotated(f"Tin {i}\nNội dung.", f"a{i}") for i in range(70)]
    stories = [story(one, story_id=f"s{i}", label=f"Chuyện {i}") for i, one in enumerate(articles)]
    reader = shelve(articles, stories)
    first, last = reader.get("/").text, reader.get("/?page=3").text
    assert "Trang 1 trên 3" in first
    assert 'href="/?page=2" rel="next"' in first
    assert "Chuyện 69" in last
    assert 'rel="next"' not in last
    assert "Trang 3 trên 3" in reader.get("/?page=99").text


def test_a_story_tells_everything(reader):
    text = unescape(reader.get("/story/s1").text)
    for expected in ("Dòng thời gian", "7/9/2024", "đã thay đổi", "Việt Nam", "Dọn cây đổ sau bão"):
        assert expected in text


def test_one_click_leads_from_a_timeline_line_to_its_sentence(reader):
    text = reader.get("/story/s1").text
    chronicle = text[text.index('id="timeline"') :]
    link = unescape(re.search(r'<a class="claim" href="([^"]+)"', chronicle).group(1))
    assert link == "/article/b%C3%A3o%2F01%20~x?from=0&to=22#mark"
    article = reader.get(link).text
    marked = re.search(r'<mark class="target" id="mark">(.*?)</mark>', article).group(1)
    assert unescape(re.sub("<[^>]*>", "", marked)) == "Bão số 3 vào Hải Phòng"


def test_a_story_as_json_is_its_view(reader):
    response = reader.get("/story/s1.json")
    assert response.headers["content-type"] == "application/json"
    assert response.json()["label"] == "Bão số 3"
    assert reader.get("/story/none.json").status_code == 404


def test_an_article_shows_its_marks_with_their_values(reader):
    text = reader.get("/article/b%C3%A3o%2F01%20~x").text
    assert 'title="Tên riêng: city:Hai Phong">Hải Phòng' in text
    assert '<a href="#names-13-22" lang="vi">Hải Phòng</a></dt><dd>city:Hai Phong' in text
    assert "08:30 7/9/2024" in text
    assert '<a href="/story/s1" lang="vi">Bão số 3</a>' in text


def test_layers_are_switched_by_the_address_too(reader):
    base = "/article/b%C3%A3o%2F01%20~x?from=0&to=3"
    assert re.search(r'id="show-names" checked', reader.get(base).text)
    off = reader.get(base + "&layer=values").text
    assert not re.search(r'id="show-names" checked', off)
    assert re.search(r'id="show-values" checked', off)
    assert '<input type="hidden" name="from" value="0">' in off


def test_what_articles_say_is_escaped(reader):
    for address in ("/", "/story/s2", "/article/%3Cb%3E%27%22%26.json", "/search?q=alert"):
        text = reader.get(address).text
        assert not re.search(r'<script(?! src="/static/)', text)
        assert "<img" not in text
        assert "\u202e" not in text
        assert "javascript:" not in text


def test_an_entity_shows_its_names_its_merges_and_its_articles(reader):
    store = open_sqlite(reader.path)
    row = Merge(
        source="city:Hai Phong", target="country:VN", reasons=("by_hand", "note: thử"), by_hand=True
    )
    store.put_merge(row)
    text = reader.get("/entity/city:Hai Phong").text
    for expected in ("Hải Phòng", "Việt Nam", "gộp bằng tay; ghi chú: thử", "Dọn cây đổ sau bão"):
        assert expected in text
    assert "merged by hand; note: thử" in reader.get("/entity/country:VN?lang=en").text
    article = unescape(reader.get("/article/b%C3%A3o%2F01%20~x").text)
    assert "Tên riêng: country:VN (gộp bằng tay; ghi chú: thử)" in article
    store.put_merge(msgspec.structs.replace(row, undone="2026-11-21T10:00:00+00:00"))
    store.close()
    assert "Đã tách ra" in reader.get("/entity/city:Hai Phong").text
    assert reader.get("/entity/person:nobody").status_code == 404


def test_the_agenda_says_how_things_stand_and_leads_to_the_proof(reader):
    coming = reader.get("/agenda?now=2024-09-08").text
    assert "10/9/2024" in coming
    assert "Gió giật cấp 14" in coming
    assert "Đã hủy" not in coming
    closed = reader.get("/agenda?all=1&now=2024-09-10&lang=en").text
    assert "Cancelled" in closed
    assert "an article says it was cancelled: bị hủy" in closed
    assert "10 Sep 2024" not in reader.get("/agenda?to=2024-09-09&lang=en").text
    assert "bị hủy" in reader.get("/story/s1").text


def test_the_agenda_is_a_calendar_too(reader):
    response = reader.get("/agenda.ics")
    assert response.headers["content-type"].startswith("text/calendar")
    assert response.text.startswith("BEGIN:VCALENDAR")
    assert "STATUS:CANCELLED" in response.text
    assert "STATUS:CANCELLED" not in reader.get("/agenda.ics?from=2024-09-11").text
    assert "STATUS:CANCELLED" in reader.get("/agenda.ics?from=2020-01-01&to=2030-01-01").text
    assert "STATUS:CANCELLED" not in reader.get("/agenda.ics?now=2024-12-01").text
    assert "STATUS:CANCELLED" not in reader.get("/agenda.ics?state=upcoming").text


def test_without_the_calendar_package_the_page_says_what_to_install(reader, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    response = reader.get("/agenda.ics")
    assert response.status_code == 501
    assert "sukien[calendar]" in response.text


def test_search_marks_the_words(reader):
    text = reader.get("/search", params={"q": "giat cap"}).text
    assert "<mark>giật</mark> <mark>cấp</mark>" in text
    assert 'value="giat cap"' in text
    assert "Không tìm thấy" in reader.get("/search?q=zzz").text


def test_search_goes_on_to_further_pages(shelve):
    articles = [annotated(f"Lũ {i}\nNước lên.", f"a{i:02}") for i in range(45)]
    reader = shelve(articles, [])
    counts = [
        reader.get("/search", params={"q": "lũ", "page": n}).text.count(
            '<li>\n    <p class="kicker">'
        )
        for n in (1, 2, 3, 4)
    ]
    assert counts == [20, 20, 5, 0]


def test_the_language_is_chosen_and_remembered(reader):
    first = reader.get("/story/s1?lang=en")
    cookie = first.headers["set-cookie"]
    assert cookie.startswith("lang=en;")
    for part in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert part in cookie
    assert "Timeline" in first.text
    assert "Timeline" in reader.get("/story/s1", cookies={"lang": "en"}).text
    assert "set-cookie" not in reader.get("/story/s1").headers


@pytest.mark.parametrize("asked", ["xx", "", "EN", "../vi"])
def test_an_unknown_language_is_vietnamese(reader, asked):
    response = reader.get("/", params={"lang": asked}, cookies={"lang": asked or "x"})
    assert '<html lang="vi">' in response.text
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    "address", ["/story/none", "/article/none", "/article", "/story", "/story/", "/x/y", "/s%00x"]
)
def test_what_is_not_there_is_said_in_the_same_design(reader, address):
    response = reader.get(address)
    assert response.status_code == 404
    assert "Không có trang này" in response.text
    assert "nameplate" in response.text


def test_pages_are_for_reading_only(reader):
    assert reader.ask("POST", "/").status_code == 405
    assert reader.ask("HEAD", "/story/s1").status_code == 200


def test_a_library_that_vanishes_is_said_and_comes_back(reader):
    away = reader.path.with_suffix(".away")
    reader.path.rename(away)
    response = reader.get("/story/s1?lang=en")
    assert response.status_code == 503
    assert "cannot be opened" in response.text
    reader.path.write_text("not a library")
    assert reader.get("/").status_code == 503
    away.replace(reader.path)
    assert reader.get("/story/s1").status_code == 200


def test_a_fault_of_the_program_has_its_page(reader, monkeypatch):
    def broken(*_args, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr("sukien.web.pages.front.front_page", broken)
    response = reader.get("/")
    assert response.status_code == 500
    assert "Sukien có lỗi" in response.text
    assert "ZeroDivision" not in response.text
    assert response.headers.get_list("x-content-type-options") == ["nosniff"]


ODD = [
    "%",
    "%zz",
    "%ff%fe",
    "a" * 5000,
    "..%2f..%2fetc",
    "%0a",
    "%00",
    "💥",
    "{{7*7}}",
    "'--",
    '"*',
]


@pytest.mark.parametrize("odd", ODD)
def test_no_address_breaks_a_page(reader, odd):
    addresses = (
        f"/{odd}",
        f"/story/{odd}",
        f"/article/{odd}",
        f"/article/bao-02?from={odd}&to={odd}",
        f"/article/bao-02?layer={odd}&{odd}={odd}",
        f"/search?q={odd}&page={odd}",
        f"/?page={odd}&lang={odd}",
        f"/static/{odd}",
    )
    assert all(reader.get(address).status_code in {200, 400, 404} for address in addresses)


@pytest.mark.parametrize(
    "span", ["from=5&to=2", "from=-1&to=2", "from=99999&to=999999", "from=1", "from=²&to=³"]
)
def test_spans_that_are_none_mark_nothing(reader, span):
    response = reader.get(f"/article/bao-02?{span}")
    assert response.status_code == 200
    assert 'id="mark"' not in response.text


def test_an_article_whose_name_is_no_path_is_found(shelve):
    names = [".", "..", "a\nb", "/x//y/"]
    reader = shelve([annotated(f"Tin {i}\nMột câu.", name) for i, name in enumerate(names)], [])
    found = reader.get("/search?q=tin").text
    for link in re.findall(r'href="(/article[^"]+)"', found):
        assert reader.get(unescape(link)).status_code == 200
    assert found.count('href="/article') == len(names)


def test_a_library_that_is_being_written_is_read_meanwhile(reader):
    store = open_sqlite(reader.path)
    with store.writing():
        store.put_articles([annotated("Tin mới\nĐang ghi.", "moi")], "hand")
        store.note("stories", "stale")
        assert reader.get("/").status_code == 200
        assert reader.get("/article/moi").status_code == 404
    assert reader.get("/article/moi").status_code == 200
    assert "Bão số 3" in reader.get("/").text
    store.close()


def test_a_story_tells_who_acted_on_whom_and_an_article_what_it_adds(shelve):
    flood = "[Sông Bồi|LOC x] dâng nhanh, tràn qua đê."
    first = annotated(f"Nước lên\n{flood}", "a", published="2024-05-01")
    later = annotated(
        f"Nước lên nữa\n{flood}\n"
        "[Xã Đoài|ORG org:Xã Đoài] đòi [Tỉnh|ORG org:Tỉnh] đắp lại năm quãng đê vỡ.",
        "b",
        published="2024-05-03",
    )
    at = later.text.index("Xã Đoài")
    edge = Edge(
        actor="org:Xã Đoài",
        actor_name="Xã Đoài",
        target="org:Tỉnh",
        target_name="Tỉnh",
        type="demand",
        mutual=False,
        count=1,
        planned=1,
        articles=1,
        sources=1,
        first="2024-05-02",
        last="2024-05",
        evidence=(Evidence(article="b", start=at, end=len(later.text)),),
    )
    told = replace(story(first, later, label="Nước lên"), network=(edge,))
    reader = shelve([first, later], [told])
    page = reader.get("/story/s1?lang=en").text
    for address in ("/story/s1", "/article/b"):
        checker = _Checker()
        checker.feed(reader.get(address).text)
        assert not checker.faults
    assert "Who acted on whom" in page
    assert "→ demand" in page
    assert f"/article/b?from={at}" in page
    added = reader.get("/article/b?lang=en").text
    assert "<b>New:</b>" in added
    assert '">Known:</a></b>' in added
    assert "The story begins with this article" in reader.get("/article/a?lang=en").text


def test_networks_and_news_have_their_pages(shelve, reader):
    network = reader.get("/network?lang=en").text
    assert "Hải Phòng" in network
    assert reader.get("/network.json").json()["edges"][0]["type"] == "aid"
    assert "No such edges" in reader.get("/network?type=meet&lang=en").text
    assert reader.get("/network?story=none").status_code == 404
    news = reader.get("/new?since=2024-09-08&lang=en").text
    assert "Thành phố trồng lại 50 cây" in news
    assert "an article says it was cancelled" in news
    assert "no stories yet" in shelve([], []).get("/new?lang=en").text


def test_the_address_of_a_story_that_is_another_now_leads_there(reader):
    store = open_sqlite(reader.path)
    moved = Change(kind="merged", what="story", before=("s0", "s1"), after=("s1",), articles=())
    SqlThreads(store).add_changes([moved])
    store.close()
    for ending in ("", ".json"):
        response = reader.get(f"/story/s0{ending}")
        assert response.status_code == 301
        assert response.headers["location"] == f"/story/s1{ending}"
        assert response.headers["cache-control"] == "no-cache"
    assert reader.get("/story/sx").status_code == 404


def test_a_story_shows_what_people_said_of_it_and_what_became_of_it(reader):
    store = open_sqlite(reader.path)
    threads = SqlThreads(store)
    threads.add_judgement(
        Judgement(
            kind="rename",
            articles=("bao-02",),
            text="<b>Bão</b>",
            made="2024-09-10T08:00:00+00:00",
            by="Minh & Lan",
        )
    )
    threads.add_changes(
        [
            Change(
                kind="merged",
                what="story",
                before=("s0", "s1"),
                after=("s1",),
                articles=("bao-02",),
                day="2024-09-09",
            )
        ]
    )
    store.close()
    text = reader.get("/story/s1").text
    assert "đặt tên: “&lt;b&gt;Bão&lt;/b&gt;”" in text
    assert "Minh &amp; Lan" in text
    assert "các câu chuyện gộp làm một: s0 + s1 → s1" in text
    assert "stories became one: s0 + s1 → s1" in reader.get("/story/s1?lang=en").text


def test_a_story_that_forks_shows_its_lines(shelve):
    article = annotated("Một\nHai.", "a1", published="2024-09-07")
    told = story(article)
    episodes = tuple(
        Episode(id=key, label=f"<{key}>", articles=("a1",) if key == "a" else ()) for key in "abcde"
    )
    ties = (("a", "b"), ("a", "c"), ("b", "d"), ("c", "e"))
    links = tuple(Link(one=one, other=other, score=1.0) for one, other in ties)
    forked = replace(told, episodes=episodes, links=links)
    text = shelve([article], [forked]).get("/story/s1").text
    assert text.count("từ “&lt;a&gt;”") == 2
    assert text.index('href="#e-b"') < text.index('href="#e-d"') < text.index('href="#e-c"')
    assert 'id="e-c"' in text
    assert (
        "Các nhánh"
        not in shelve([], [replace(told, articles=(), timeline=())]).get("/story/s1").text
    )


@pytest.mark.parametrize(("beside", "shown"), [("input", "Gió giật"), ("layers", "&#34;LOC&#34;")])
def test_input_and_layers_stand_beside_an_article(reader, beside, shown):
    address = f"/article/b%C3%A3o%2F01%20~x?beside={beside}"
    text = reader.get(address).text
    margins = re.findall(r'class="margin typed">(.*?)</d(?:iv|etails)>\s*</div>', text, re.DOTALL)
    assert any(shown in margin for margin in margins)
    assert checked(text).faults == []


def test_the_record_of_an_article_is_what_annotate_prints(reader):
    record = reader.get("/annotations.json?id=bao-02").json()
    assert list(record)[:2] == ["id", "url"]
    assert record["names"][0]["entity"] == "country:VN"
    assert reader.get("/annotations.json?id=none").status_code == 404


def test_the_charts_of_a_story_are_svg_without_style_and_lead_to_their_proofs(reader):
    page = reader.get("/story/s1").text
    assert "style=" not in page
    assert 'id="edge-0"' in page


def test_what_is_contradicted_leads_to_its_figure(reader):
    page = reader.get("/story/s1").text
    for anchor in set(re.findall(r'href="#(figure-\d+)"', page)):
        assert page.count(f'id="{anchor}"') == 1
    assert 'id="glance"' in page
