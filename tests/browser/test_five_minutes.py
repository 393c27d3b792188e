"""A reporter without training opens a library: what happened, what is new, who says what, what is
contradicted, what is coming, and the proof on the table. Every step is a click on visible words."""

import re

from playwright.sync_api import Locator, Page, expect

from browser.sample import Sample
from browser.walking import go_to, open_story, part, plain, say, search_for
from sukien.library import open_library


def test_from_the_front_page_to_the_proof(page: Page, sample: Sample):
    page.goto("/")
    open_story(page, sample.story.label)
    read_the_brief(page, sample)
    put_the_proof_on_the_table(page, sample)
    page.go_back()
    follow_the_timeline(page)
    see_what_is_contradicted(page)
    hear_who_said_what(page)


def _seen(places: Locator) -> Locator:
    """The first that is not folded away."""
    return places.filter(visible=True).first


def read_the_brief(page: Page, sample: Sample) -> None:
    for sentence in sample.story.brief.sentences:
        expect(part(page, "brief")).to_contain_text(plain(sentence.text))


def put_the_proof_on_the_table(page: Page, sample: Sample) -> None:
    """One click from a sentence of the brief to the same characters in their article."""
    first = sample.story.brief.evidence[0]
    part(page, "brief").locator("summary").first.click()
    part(page, "brief").locator(f"a[href*='from={first.start}']").first.click()
    mark = page.locator("#mark")
    expect(mark).to_be_in_viewport()
    with open_library(sample.path, refresh=False) as library:
        text = library.article(first.article).article.text[first.start : first.end]
    assert plain(mark.inner_text()) == plain(text)


def follow_the_timeline(page: Page) -> None:
    chronicle = part(page, "timeline")
    chronicle.scroll_into_view_if_needed()
    expect(_seen(chronicle.get_by_text(re.compile(r"/9/2024")))).to_be_visible()


def see_what_is_contradicted(page: Page) -> None:
    figures = part(page, "figures")
    expect(_seen(figures.get_by_text(say("conflict")))).to_be_visible()


def hear_who_said_what(page: Page) -> None:
    quotes = part(page, "quotes")
    expect(quotes.get_by_role("heading", level=3).first).to_be_visible()
    expect(quotes.locator("a[href*='/article/']").first).to_be_visible()


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
