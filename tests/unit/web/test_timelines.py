"""The graphic of a story's timeline, on the story's page and alone."""

import re

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.model import Evidence, TimelineEntry

DATES = ("1960", "2024-09-07", "2024-09-07", "2024-09-08", "2024-09", "XXXX-09-02", "2024-12-01")


@pytest.fixture
def reader(shelve):
    one = annotated("Bão số 3\nGió giật cấp 14.", "b1", published="2024-09-07")
    two = annotated("Sau bão\nDọn cây đổ.", "b2", published="2024-09-20")
    told = story(one, two)
    timeline = tuple(
        TimelineEntry(
            date=date,
            text=f"Việc <b>{number}</b> & \u202ekhác",
            evidence=(Evidence(article="b2" if number == 3 else "b1", start=0, end=3),),
            articles=1,
            sources=number + 1,
            background=date == "1960",
            upcoming=date == "2024-12-01",
        )
        for number, date in enumerate(DATES)
    )
    return shelve([one, two], [replace(told, timeline=timeline)])


def test_every_line_has_a_place_that_the_graphic_leads_to(reader):
    page = reader.get("/story/s1").text
    lines = set(re.findall(r'<li id="(t-\d+)"', page))
    assert lines == {f"t-{number}" for number in range(len(DATES))}
    assert set(re.findall(r'href="#(t-\d+)"', page)) <= lines
    assert page.count('<svg class="drawing') == 2
    assert "<b>0" not in page
    assert "\u202e" not in page


def test_the_page_opens_on_the_story_and_counts_what_lies_outside(reader):
    page = reader.get("/story/s1").text
    assert "Từ 1/9/2024 đến 30/9/2024" in page
    assert "1 mốc trước đó" in page
    assert "1 mốc sau đó" in page
    assert "1 mốc không rõ năm" in page
    assert "bài cuối 20/9/2024" in page
    assert "số bài mỗi ngày, cao nhất 1" in page


def test_a_window_is_an_address(reader):
    page = reader.get("/story/s1?from=1955-01-01&to=1965-12-31").text
    assert "Từ 1/1/1955 đến 31/12/1965" in page
    assert "5 mốc sau đó" in page
    again = re.findall(r'class="step wider" href="([^"]+)"', page)
    assert again
    assert again[0].startswith("/story/s1?from=1955-01-01&amp;to=1971-")


def test_a_window_without_events_says_so(reader):
    page = reader.get("/story/s1?from=2000-01-01&to=2000-12-31").text
    assert "Không có mốc nào trong khoảng này." in page
    assert '<svg class="drawing' not in page


@pytest.mark.parametrize(
    "asked", ["from=2024-09-09", "from=2024-09-09&to=2024-01-01", "from=x&to=y", "from=&to="]
)
def test_a_window_that_makes_no_sense_is_the_usual_one(reader, asked):
    assert "Từ 1/9/2024 đến 30/9/2024" in reader.get(f"/story/s1?{asked}").text


@pytest.mark.parametrize(
    "asked", ["from=0001-01-01&to=9999-12-31", "from=9999-12-31&to=9999-12-31"]
)
def test_the_ends_of_the_calendar_are_drawn(reader, asked):
    for address in (f"/story/s1?{asked}", f"/timeline/s1?{asked}"):
        assert reader.get(address).status_code == 200


def test_the_timeline_alone_has_the_graphic_and_its_lines(reader):
    page = reader.get("/timeline/s1?from=2024-09-08&to=2024-09-08").text
    assert 'id="chronology"' in page
    assert re.findall(r'<li id="(t-\d+)"', page) == ["t-3", "t-4"]
    assert 'href="/story/s1?from=2024-09-08&amp;to=2024-09-08"' in page


def test_the_timeline_alone_answers_as_json_and_for_no_story_not_at_all(reader):
    found = reader.get("/timeline/s1.json?since=2024-09-10").json()
    assert found["chronology"]["window"] == {"first": "2024-09-01", "last": "2024-09-30"}
    assert [one["number"] for one in found["chronology"]["events"] if one["new"]] == [3]
    assert reader.get("/timeline/none").status_code == 404


def test_it_is_written_in_english_too(reader):
    page = reader.get("/story/s1?lang=en").text
    assert "1 Sep 2024 to 30 Sep 2024" in page
    assert "last article 20 Sep 2024" in page


def test_what_is_new_since_a_day_is_told_and_marked_in_words(reader):
    page = reader.get("/story/s1?since=2024-09-10").text
    line = page.split('<li id="t-3"')[1].split("</li>")[0]
    assert ">mới</strong>" in line
    assert ">mới</strong>" not in page.split('<li id="t-1"')[1].split("</li>")[0]
    assert "<details open>" in page
    assert 'value="2024-09-10"' in page
    assert page.count(">mới</strong>") == 2
    assert "from=" in page
    assert "since=2024-09-10#timeline" in page


def test_without_a_day_nothing_is_new(reader):
    page = reader.get("/story/s1").text
    assert ">mới</strong>" not in page
    assert 'href="/story/s1?since=2024-09-14"' in page
    assert reader.get("/story/s1?since=heute").text.count(">mới</strong>") == 0


def test_where_nothing_came_since_a_day_it_says_so(reader):
    assert "câu chuyện chưa có gì mới" in reader.get("/story/s1?since=2025-01-01").text


def test_a_number_in_the_brief_opens_the_sentence_with_its_article(reader):
    page = reader.get("/story/s1").text
    note = page.split('<details class="footnote">')[1].split("</details>")[0]
    assert 'aria-label="Nguồn 1: Bão số 3">1</summary>' in note
    assert "<mark>Bão số 3</mark>" in note
    assert '<span class="near">Gió giật cấp 14.</span>' in note
    assert 'href="/article/b1?from=0&amp;to=8#mark"' in note


def test_the_contents_name_the_parts_with_their_numbers(reader):
    contents = reader.get("/story/s1").text.split('<nav class="contents"')[1].split("</nav>")[0]
    assert f'<a href="#timeline">Dòng thời gian <small>{len(DATES)}</small></a>' in contents
    assert '<a href="#articles">Các bài <small>2</small></a>' in contents
