"""The published site, opened from its files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.sample import Sample
from browser.visiting import page_of, visit
from sukien.text.folding import fold
from sukien.web.publish import publish
from sukien.web.publish.spots import Spot


@pytest.fixture(scope="module")
def site(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample library's site."""
    folder = tmp_path_factory.mktemp("published") / "trang"
    publish(str(sample.path), folder)
    return folder


@pytest.fixture
def told(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what it says to the console or asks of anything but files."""
    with page_of(browser) as page:
        said: list[str] = []
        page.on("console", lambda one: said.append(one.text))
        page.on("pageerror", lambda one: said.append(str(one)))
        page.on("requestfailed", lambda one: said.append(one.url))
        page.on(
            "request", lambda one: None if one.url.startswith("file:") else said.append(one.url)
        )
        yield page, said


def elsewhere(address: str) -> list[str]:
    return [] if address.startswith("file:") else [address]


def search_for(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search.html?q=*")


def search_in(page: Page, site: Path, query: str) -> None:
    page.goto((site / "search.html").as_uri())
    search_for(page, query)


def test_from_the_front_page_to_a_proof_in_an_article(
    told: tuple[Page, list[str]], site: Path, sample: Sample
) -> None:
    page, said = told
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name=sample.story.label).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(sample.story.label)
    page.locator("a[href*='#proof-']").locator("visible=true").first.click()
    page.wait_for_url("**/article/*")
    place = page.url.partition("#")[2]
    expect(page.locator(f"id={place}")).to_be_in_viewport()
    assert said == []


def test_a_search_without_diacritics_finds_stories_and_articles(
    told: tuple[Page, list[str]], site: Path, sample: Sample
) -> None:
    page, said = told
    page.goto((site / "en" / "index.html").as_uri())
    search_for(page, fold(sample.story.label))
    first = page.locator("#site-search li a").first
    expect(first).to_have_text(sample.story.label)
    assert page.locator("#site-search mark").count() > 0
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(sample.story.label)
    assert page.url.endswith(Spot("/story", sample.story.id, language="en").file)
    assert said == []


@pytest.mark.parametrize(
    ("query", "marked", "unmarked"),
    [("bao so 3", "bão", "xe"), ("bão số 3", "bão", "báo"), ("báo", "báo", "bão")],
)
def test_what_is_typed_with_diacritics_is_meant(
    told: tuple[Page, list[str]], site: Path, query: str, marked: str, unmarked: str
) -> None:
    page, said = told
    search_in(page, site, query)
    marks = page.locator("#site-search mark")
    expect(marks.filter(has_text=marked).first).to_be_visible()
    expect(marks.filter(has_text=unmarked)).to_have_count(0)
    assert said == []


@pytest.mark.parametrize("query", ["xyzzy", '"\\', "<b>NEAR(*", "👍", "a" * 400])
def test_a_search_for_nothing_says_so(told: tuple[Page, list[str]], site: Path, query: str) -> None:
    page, said = told
    search_in(page, site, query)
    expect(page.locator("#site-search li")).to_have_count(0)
    assert said == []


def test_without_javascript_stories_and_entities_stand_by_letter(
    browser: Browser, site: Path, sample: Sample
) -> None:
    with page_of(browser, java_script_enabled=False) as page:
        page.goto((site / "search.html").as_uri())
        letter = page.locator("details", has_text=sample.story.label).first
        letter.locator("summary").click()
        letter.get_by_role("link", name=sample.story.label).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(sample.story.label)


def test_the_language_is_chosen_on_every_page(
    told: tuple[Page, list[str]], site: Path, sample: Sample
) -> None:
    page, _ = told
    page.goto((site / Spot("/story", sample.story.id).file).as_uri())
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "/en/story/" in page.url


@pytest.mark.parametrize("kind", ["search", "article"])
def test_its_own_pages_are_accessible(
    browser: Browser, site: Path, sample: Sample, kind: str
) -> None:
    spot = Spot("/article", sample.story.articles[0]) if kind == "article" else Spot("/search")
    seen = visit(browser, (site / spot.file).as_uri())
    assert not any(seen.faults.values()), seen.faults
    assert seen.too_wide == []
