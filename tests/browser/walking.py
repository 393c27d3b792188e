"""What a reader does on the pages: finds things by the words that stand there, and clicks."""

import re
from functools import partial
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import Locator, Page, expect

from sukien.views.language import phrase

say = partial(phrase, language="vi")


def part(page: Page, key: str) -> Locator:
    """The part of a page under the heading that the phrase `key` says."""
    return page.get_by_role("region", name=say(key)).first


def go_to(page: Page, key: str) -> None:
    """Click in the main menu."""
    page.get_by_role("navigation", name=say("main_menu")).get_by_role("link", name=say(key)).click()


def open_story(page: Page, label: str) -> None:
    """From any page to the front page, and to the story with that heading."""
    go_to(page, "front_page")
    page.get_by_role("main").get_by_role("link", name=label).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(label)


def search_box(page: Page) -> Locator:
    """The box in the head of the page."""
    return page.get_by_role("search").get_by_label(say("search_words"))


def search_for(page: Page, words: str) -> None:
    """Type into the box in the head of the page."""
    box = search_box(page)
    box.fill(words)
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?.*q="))


def plain(text: str) -> str:
    """Without what a page may break or space differently."""
    return " ".join(text.split())


def fetched(address: str) -> bytes:
    """What a server answers, in a minute at most; what is the matter too."""
    try:
        with urlopen(address, timeout=60) as answer:
            return bytes(answer.read())
    except HTTPError as problem:
        with problem:
            return problem.read()
