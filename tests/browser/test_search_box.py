"""The box in the head of every page suggests names, by mouse, by keyboard and to who listens."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from browser.sample import Sample
from browser.visiting import RULES
from browser.walking import say, search_box

_FAULTS = """async (only) => (await axe.run(document.querySelector("form[role=search]"),
  {runOnly: only})).violations.map(one => one.id)"""


@pytest.fixture
def typed(page: Page, sample: Sample) -> Page:
    page.goto(sample.address("about"))
    search_box(page).press_sequentially("nig")
    expect(page.get_by_role("option").first).to_be_visible()
    return page


def test_names_are_suggested_and_counted_aloud(typed: Page):
    box = search_box(typed)
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(typed.get_by_role("listbox", name=say("suggestions"))).to_be_visible()
    expect(typed.get_by_role("option", name="Niger").first).to_be_visible()
    number = typed.get_by_role("option").count()
    said = say("suggestions_count").replace("{n}", str(number))
    expect(typed.get_by_role("search").get_by_role("status")).to_have_text(said)


def test_arrows_choose_and_enter_goes_there(typed: Page):
    box = search_box(typed)
    options = typed.get_by_role("option")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-0")
    box.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "false")
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    expect(typed).to_have_url(re.compile(r"/(entity|story)/"))


def test_escape_closes_and_enter_searches(typed: Page):
    box = search_box(typed)
    box.press("Escape")
    expect(typed.get_by_role("option")).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("nig")
    box.press("Enter")
    expect(typed).to_have_url(re.compile(r"/search\?q=nig$"))


def test_a_click_goes_there_and_leaving_closes(typed: Page):
    typed.get_by_role("heading", level=1).click()
    expect(typed.get_by_role("option")).to_have_count(0)
    search_box(typed).press("ArrowDown")
    typed.get_by_role("option", name="Niger").first.click()
    expect(typed).to_have_url(re.compile(r"/(entity|story)/"))


def test_what_is_shown_has_no_faults(typed: Page):
    search_box(typed).press("ArrowDown")
    typed.evaluate(AXE_SCRIPT)
    assert typed.evaluate(_FAULTS, {"type": "tag", "values": list(RULES)}) == []


def test_what_names_nobody_says_so(page: Page, sample: Sample):
    page.goto(sample.address("about"))
    search_box(page).press_sequentially("qqq")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(say("suggestions_none"))


def test_choices_bound_a_search_and_are_taken_back(page: Page):
    page.goto("/search?q=rut+quan")
    page.get_by_role("navigation", name=say("shown_as")).get_by_role(
        "link", name=say("tab_quotes")
    ).click()
    expect(page).to_have_url("/search?q=rut+quan&as=quotes")
    facets = page.get_by_role("complementary")
    facets.get_by_role("link", name=re.compile("^" + say("section_world"))).click()
    expect(page).to_have_url("/search?q=rut+quan&as=quotes&section=world")
    facets.get_by_label(say("from_day")).fill("2024-05-01")
    facets.get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"section=world&from=2024-05-01"))
    page.get_by_role("link", name=say("facet_section")).first.click()
    expect(page).not_to_have_url(re.compile("section="))
    expect(page.get_by_role("main").locator("li mark").first).to_be_visible()
