"""The timeline of a story moves in place, and without JavaScript from page to page."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.sample import Sample
from browser.walking import say


def _shown(page: Page) -> str:
    return page.locator("#chronology .shown strong").inner_text()


def test_it_moves_in_place_and_the_address_can_be_shared(page: Page, sample: Sample):
    page.goto(sample.address("story"))
    page.evaluate("window.stayed = true")
    before = _shown(page)
    page.get_by_role("link", name=say("window_nearer")).click()
    expect(page.locator("#chronology .shown strong")).not_to_have_text(before)
    assert page.evaluate("window.stayed")
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    after = _shown(page)
    page.reload()
    assert _shown(page) == after


def test_keys_move_it_and_the_focus_stays(page: Page, sample: Sample):
    page.goto(sample.address("story"))
    before = _shown(page)
    page.get_by_role("link", name=say("window_nearer")).focus()
    page.keyboard.press("+")
    expect(page.locator("#chronology .shown strong")).not_to_have_text(before)
    expect(page.get_by_role("link", name=say("window_nearer"))).to_be_focused()


def test_without_javascript_each_window_is_a_page(page_with: Callable[..., Page], sample: Sample):
    page = page_with(java_script_enabled=False)
    page.goto(sample.address("story"))
    before = _shown(page)
    page.get_by_role("link", name=say("window_nearer")).click()
    expect(page).to_have_url(re.compile(r"from=.*#timeline$"))
    assert _shown(page) != before


def test_a_wide_page_has_one_drawing_and_a_phone_the_other(page: Page, sample: Sample):
    for width, name, other in ((1280, "across", "down"), (360, "down", "across")):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(sample.address("story"))
        expect(page.locator(f"svg.drawing.{name}")).to_be_visible()
        expect(page.locator(f"svg.drawing.{other}")).to_be_hidden()
        sizes = page.evaluate(
            """name => [...document.querySelectorAll(`svg.${name} text`)]
              .filter(one => one.checkVisibility())
              .map(one => parseFloat(getComputedStyle(one).fontSize)
                * one.ownerSVGElement.getScreenCTM().a)""",
            name,
        )
        assert min(sizes) >= 10.5


def test_a_point_leads_to_its_line(page: Page, sample: Sample):
    page.goto(sample.address("story"))
    link = page.locator("svg.across a[href^='#t-']").first
    target = link.get_attribute("href") or ""
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(target)).to_be_in_viewport()
