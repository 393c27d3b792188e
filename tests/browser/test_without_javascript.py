"""Every page is complete without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.sample import KINDS, Sample
from browser.walking import go_to, open_story, part, search_for


@pytest.fixture
def plain_page(page_with: Callable[..., Page]) -> Page:
    return page_with(java_script_enabled=False)


def test_front_story_article_and_back(plain_page: Page, sample: Sample):
    plain_page.goto("/")
    open_story(plain_page, sample.story.label)
    part(plain_page, "brief").locator("summary").first.click()
    part(plain_page, "brief").locator("a[href*='#mark']").first.click()
    expect(plain_page.locator("#mark")).to_be_in_viewport()
    plain_page.get_by_role("link", name=sample.story.label).first.click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text(sample.story.label)
    plain_page.go_back()
    expect(plain_page.locator("#mark")).to_be_visible()


def test_search_and_agenda(plain_page: Page):
    plain_page.goto("/")
    search_for(plain_page, "bao so 3")
    expect(plain_page.get_by_role("main").locator("mark").first).to_be_visible()
    go_to(plain_page, "agenda")
    expect(plain_page.get_by_role("main").locator("a[href*='#mark']").first).to_be_visible()


def test_no_page_shows_less_without_it(page: Page, plain_page: Page, sample: Sample):
    """Counted are the links to proofs and pages that can be reached."""
    for kind in KINDS:
        counts = []
        for one in (page, plain_page):
            one.goto(sample.address(kind))
            counts.append(one.get_by_role("main").locator("a[href]").count())
        with_it, without = counts
        assert without >= with_it, kind
