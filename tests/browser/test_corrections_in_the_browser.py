"""A correction and its undo, as a person makes them, with and without JavaScript."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.serving import served
from playwright.sync_api import Browser, Page, expect

from browser.sample import Sample
from browser.visiting import TWO_WAYS, Visit, page_of, visit
from browser.walking import say
from sukien.library import open_library
from sukien.web import addresses
from sukien.web.changes.people import People


@pytest.fixture(scope="module")
def library(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample articles that these tests may change."""
    path = tmp_path_factory.mktemp("correcting") / "sua.sukien"
    shutil.copyfile(sample.path, path)
    return path


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
    """The log with a correction in it, and a change that cannot be made."""
    story, label = stories(library)[0]
    with open_library(library) as opened:
        opened.rename(story, label, by="Minh")
    for path in (addresses.corrections(), addresses.change("join", story, story)):
        holds(visit(browser, address + path, TWO_WAYS))


def holds(seen: Visit) -> None:
    assert seen.status == 200
    assert seen.traffic.complaints == ()
    assert not seen.too_wide, "\n".join(seen.too_wide)
    assert not seen.unseen, "\n".join(seen.unseen)
    assert not seen.form["unlabelled"]
    for name, faults in seen.faults.items():
        assert not faults, f"{name}: " + "\n".join(faults)


def test_who_must_sign_in_signs_in_corrects_and_signs_out(
    browser: Browser, own: Path, tmp_path: Path
):
    known = tmp_path / "people"
    People(known).put("Lan", "mật khẩu dài")
    with served(own, "--people", str(known)) as server:
        holds(visit(browser, server.address + addresses.sign_in(), TWO_WAYS))
        with page_of(browser, base_url=server.address) as page:
            page.goto(addresses.correct_story(stories(own)[0][0]))
            sign_in(page, "sai mật khẩu")
            expect(page.get_by_role("alert")).to_contain_text(say("wrong_password"))
            sign_in(page, "mật khẩu dài")
            page.get_by_label(say("new_label")).fill("Tên do Lan đặt")
            page.get_by_role("button", name=say("go_on")).first.click()
            expect(page.get_by_label(say("your_name"))).to_have_count(0)
            page.get_by_role("button", name=say("yes_rename")).click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Tên do Lan đặt")
            page.goto(addresses.corrections())
            expect(page.get_by_role("main").get_by_role("listitem").first).to_contain_text("Lan")
            page.get_by_role("button", name=say("sign_out")).click()
            expect(page.get_by_role("link", name=say("sign_in"))).to_be_visible()


def sign_in(page: Page, password: str) -> None:
    page.get_by_label(say("your_name")).fill("Lan")
    page.get_by_label(say("password")).fill(password)
    page.get_by_role("main").get_by_role("button", name=say("sign_in")).click()
