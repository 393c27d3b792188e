"""A correction and its undo, as a person makes them, with and without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.serving import served
from playwright.sync_api import Browser, Page, expect

from browser.sample import build
from browser.visiting import page_of, visit
from browser.walking import say
from sukien.library import open_library
from sukien.web import addresses


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample articles that these tests may change."""
    return build(tmp_path_factory.mktemp("correcting") / "sua.sukien").path


@pytest.fixture(scope="module")
def address(library: Path) -> Iterator[str]:
    with served(library) as found:
        yield found.address


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    with page_of(browser, base_url=address, java_script_enabled=request.param) as found:
        yield found


def stories(path: Path) -> list[tuple[str, str]]:
    with open_library(path) as opened:
        return sorted((one.id, one.label) for one in opened.stories())


def confirm(page: Page, kind: str) -> None:
    page.get_by_label(say("your_name")).fill("Minh")
    page.get_by_role("button", name=say(f"yes_{kind}")).click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(say("is_done"))


def undo(page: Page) -> None:
    page.get_by_role("main").get_by_role("status").get_by_role("button", name=say("undo")).click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(say("is_undone"))


def test_two_stories_are_joined_and_taken_apart(visitor: Page, library: Path):
    before = stories(library)
    visitor.goto(addresses.story(before[0][0]))
    visitor.get_by_role("link", name=say("correct_this")).click()
    visitor.get_by_label(say("find_story")).fill(before[1][0])
    visitor.get_by_role("main").get_by_role("button", name=say("search")).click()
    found = visitor.get_by_role("listitem").filter(has_text=before[1][1]).first
    found.get_by_role("link", name=say("join_this")).click()
    for _, label in before[:2]:
        expect(visitor.get_by_role("main").get_by_role("link", name=label)).to_be_visible()
    confirm(visitor, "join")
    assert len(stories(library)) == len(before) - 1
    undo(visitor)
    assert stories(library) == before


def test_a_story_is_renamed_and_has_its_name_again(visitor: Page, library: Path):
    story, label = stories(library)[0]
    visitor.goto(addresses.correct_story(story))
    visitor.get_by_label(say("new_label")).fill("Tên do người đặt")
    visitor.get_by_role("button", name=say("go_on")).first.click()
    confirm(visitor, "rename")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Tên do người đặt")
    undo(visitor)
    expect(visitor.get_by_role("heading", level=1)).to_have_text(label)
    visitor.goto("/corrections")
    expect(visitor.get_by_role("main")).to_contain_text("Tên do người đặt")
    expect(visitor.get_by_role("main")).to_contain_text("Minh")


def test_pages_that_correct_hold_what_every_page_holds(
    browser: Browser, address: str, library: Path
):
    (one, _), (other, _) = stories(library)[:2]
    pages: tuple[str, ...] = (
        addresses.correct_story(one),
        addresses.change("join", one, other),
        addresses.change("join", one, one),
        addresses.corrections(),
    )
    for path in pages:
        seen = visit(browser, address + path)
        assert seen.status == 200, path
        assert seen.traffic.complaints == (), path
        assert not seen.too_wide, "\n".join(seen.too_wide)
        assert not seen.form["unlabelled"], path
        for name, faults in seen.faults.items():
            assert not faults, f"{path} {name}: " + "\n".join(faults)
