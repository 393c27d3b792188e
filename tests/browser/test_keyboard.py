"""All the way by keyboard, and always to be seen where one is."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.sample import Sample
from browser.walking import say

_MANY = 200


def test_the_first_key_leads_past_the_menu(page: Page, sample: Sample):
    page.goto(sample.address("story"))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=say("skip"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_story_is_opened_by_keyboard(page: Page, sample: Sample):
    page.goto("/")
    for _ in range(_MANY):
        page.keyboard.press("Tab")
        if sample.story.label in page.evaluate("document.activeElement.innerText || ''"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(sample.story.label)


def test_dark_and_reduced_motion_are_heard(page_with: Callable[..., Page], sample: Sample):
    page = page_with(color_scheme="dark", reduced_motion="reduce")
    page.goto(sample.address("story"))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", ground)[:3]) < 60
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(one => document.getAnimations().some("
        "moved => moved.effect.target === one)).length"
    )
    assert moving == 0
