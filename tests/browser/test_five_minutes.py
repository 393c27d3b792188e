"""A reporter without training opens a library: what happened, what is new, who says what, what is
contradicted, what is coming, and the proof on the table. Every step is a click on visible words."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.sample import Sample
from browser.visiting import PHONE
from browser.walking import go_to, open_story, part, plain, say, search_for
from sukien.library import open_library

WAYS: dict[str, dict[str, Any]] = {
    "wide": {},
    "phone, dark": {
        "viewport": {"width": PHONE[0], "height": PHONE[1]},
        "has_touch": True,
        "color_scheme": "dark",
    },
    "without JavaScript": {"java_script_enabled": False},
}


@pytest.fixture(params=WAYS)
def reading(request: pytest.FixtureRequest, page_with: Callable[..., Page]) -> Page:
    """A page as somebody has it before him."""
    return page_with(**WAYS[request.param])


def test_from_the_front_page_to_the_proof(reading: Page, sample: Sample):
    reading.goto("/")
    open_story(reading, sample.story.label)
    read_the_brief(reading, sample)
    put_the_proof_on_the_table(reading, sample)
    reading.go_back()
    follow_the_timeline(reading)
    see_what_is_contradicted(reading)
    hear_who_said_what(reading)
    ask_what_changed_in_a_week(reading)


def test_from_a_contradiction_to_both_proofs(reading: Page):
    reading.goto("/")
    sides = part(reading, "disputes").get_by_role("article").first.locator("blockquote a")
    earlier, later = (plain(one) for one in sides.all_inner_texts())
    sides.last.click()
    mark = reading.locator("#mark")
    expect(mark).to_be_in_viewport()
    assert plain(mark.inner_text())[:30] == later[:30]
    margin = reading.get_by_role("note").filter(has_text=say("note_contradicts")).first
    expect(margin).to_be_visible()
    other = margin.locator(".note-contradicts a[href*='#mark']").first
    other.click()
    expect(mark).to_be_in_viewport()
    assert plain(mark.inner_text()) in earlier


def test_what_comes_in_the_next_seven_days(reading: Page):
    reading.goto("/")
    reading.get_by_text(say("by_month")).click()
    reading.get_by_label(say("to_day")).fill("2024-09-08")
    reading.get_by_role("button", name=say("apply")).click()
    coming = part(reading, "coming_week")
    expect(coming.get_by_role("listitem").first).to_contain_text("15/9/2024")
    coming.locator("a[href*='#mark']").first.click()
    expect(reading.locator("#mark")).to_be_in_viewport()


def _seen(places: Locator) -> Locator:
    """The first that is not folded away."""
    return places.filter(visible=True).first


def read_the_brief(page: Page, sample: Sample) -> None:
    for sentence in sample.story.brief.sentences:
        expect(part(page, "brief")).to_contain_text(plain(sentence.text))


def put_the_proof_on_the_table(page: Page, sample: Sample) -> None:
    """One click from a sentence of the brief to the same characters in their article."""
    first = sample.story.brief.evidence[0]
    brief, address = part(page, "brief"), page.url
    brief.locator("summary").first.click()
    expect(brief.locator("blockquote mark").first).to_be_visible()
    assert page.url == address, "a footnote opens in place"
    brief.locator(f"a[href*='from={first.start}']").first.click()
    mark = page.locator("#mark")
    expect(mark).to_be_in_viewport()
    with open_library(sample.path, refresh=False) as library:
        text = library.article(first.article).article.text[first.start : first.end]
    assert plain(mark.inner_text()) == plain(text)


def follow_the_timeline(page: Page) -> None:
    chronicle = part(page, "timeline")
    chronicle.scroll_into_view_if_needed()
    expect(_seen(chronicle.get_by_text(re.compile(r"/9/2024")))).to_be_visible()
    shown = page.locator("#chronology .shown strong")
    before = shown.inner_text()
    page.get_by_role("link", name=say("window_nearer")).click()
    expect(shown).not_to_have_text(before)


def see_what_is_contradicted(page: Page) -> None:
    figures = part(page, "figures")
    expect(_seen(figures.get_by_text(say("conflict")))).to_be_visible()


def hear_who_said_what(page: Page) -> None:
    quotes = part(page, "quotes")
    expect(quotes.get_by_role("heading", level=3).first).to_be_visible()
    expect(quotes.locator("a[href*='/article/']").first).to_be_visible()


def ask_what_changed_in_a_week(page: Page) -> None:
    news = part(page, "news_in_story")
    news.get_by_role("link", name=say("since_last_week")).click()
    expect(page).to_have_url(re.compile(r"since=\d{4}-\d\d-\d\d"))
    expect(_seen(news.locator("a.claim"))).to_be_visible()


def test_what_is_new_since_a_day(page: Page, sample: Sample):
    page.goto("/")
    go_to(page, "new")
    day = page.get_by_label(say("new_since"))
    day.fill("2024-12-20")
    day.press("Enter")
    expect(page).to_have_url(re.compile("since=2024-12-20"))
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=sample.story.label).first).to_be_visible()
    proof = main.locator("a.claim").first
    said = plain(proof.locator(".said").inner_text())
    proof.click()
    expect(page.locator("#mark")).to_be_in_viewport()
    assert said.rstrip("….")[:40] in plain(page.get_by_role("main").inner_text())


def test_what_is_coming(page: Page):
    page.goto("/")
    go_to(page, "agenda")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("agenda"))
    page.get_by_role("main").locator("a[href*='#mark']").first.click()
    expect(page.locator("#mark")).to_be_in_viewport()


def test_a_calendar_program_can_be_given_the_agenda(page: Page):
    page.goto("/agenda")
    with page.expect_download() as download:
        page.locator("a[href*='agenda.ics']").first.click()
    assert "BEGIN:VEVENT" in download.value.path().read_text(encoding="utf-8")


def test_search_without_diacritics_finds_the_words_with_them(page: Page):
    page.goto("/")
    search_for(page, "bao so 3")
    hits = page.get_by_role("main")
    expect(hits.locator("mark").first).to_be_visible()
    marked = {plain(one).lower() for one in hits.locator("mark").all_inner_texts()}
    assert "bão" in marked
    hits.locator("a[href*='/article/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_who_is_who_from_a_story_to_all_that_is_told_of_them(page: Page, sample: Sample):
    page.goto(sample.address("story"))
    name = sample.story.entities[0].name
    entities = page.get_by_role("main").locator("a[href*='/entity/']")
    _seen(entities.filter(has_text=name)).click()
    expect(page).to_have_url(re.compile("/entity"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.get_by_role("main").locator("a[href*='/article/']").count() > 1


def test_what_somebody_said_and_did(page: Page, sample: Sample):
    page.goto(sample.address("body"))
    told = part(page, "said_and_did")
    told.locator(".shows").get_by_role("link", name=say("show_said")).click()
    expect(page).to_have_url(re.compile("show=said"))
    expect(told.get_by_text(say("trace_said"), exact=True).first).to_be_visible()
    told.locator(".shows").get_by_role("link", name=say("show_did")).click()
    expect(told.get_by_text(say("trace_said"), exact=True)).to_have_count(0)
    page.goto(sample.address("place"))
    act = told.locator("svg.graph.wide a.act").first
    target = (act.get_attribute("href") or "").partition("#")[2]
    act.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()


def test_who_acted_on_whom_from_the_drawing_to_the_proof(page: Page):
    page.goto("/")
    go_to(page, "network")
    act = page.locator("svg.graph.wide a.act").first
    row = page.locator(f"[id='{(act.get_attribute('href') or '').partition('#')[2]}']")
    act.focus()
    page.keyboard.press("Enter")
    expect(row).to_be_in_viewport()
    row.locator("a[href*='#mark']").first.click()
    expect(page.locator("#mark")).to_be_in_viewport()
