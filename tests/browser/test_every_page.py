"""What holds of every kind of page, as Chromium and axe see it."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser.sample import KINDS, Sample
from browser.visiting import Visit
from browser.walking import fetched

pytestmark = pytest.mark.parametrize("kind", KINDS)
Visits = Callable[[str], Visit]
MOST_BYTES = 100_000
MOST_SHIFT = 0.1


def _is_the_status(complaint: str) -> bool:
    """Chromium notes the status of a page that is an error itself."""
    return "status of 404" in complaint


def test_axe_finds_nothing(visits: Visits, kind: str):
    faults = [f"{way}: {one}" for way, found in visits(kind).faults.items() for one in found]
    assert not faults, "\n".join(faults)


def test_nothing_is_wider_than_a_phone(visits: Visits, kind: str):
    wide = visits(kind).too_wide
    assert not wide, "\n".join(wide)


def test_the_console_is_silent_and_the_policy_kept(visits: Visits, kind: str):
    seen = visits(kind)
    assert seen.status == (404 if kind == "missing" else 200)
    assert [one for one in seen.traffic.complaints if not _is_the_status(one)] == []


def test_no_other_host_is_asked(visits: Visits, kind: str, server: str):
    hosts = {urlsplit(one).netloc for one in visits(kind).traffic.addresses}
    assert hosts == {urlsplit(server).netloc}


def test_the_page_is_light_and_stands_still(visits: Visits, kind: str):
    seen = visits(kind)
    assert 0 < seen.traffic.bytes_without_fonts <= MOST_BYTES
    assert seen.shift < MOST_SHIFT


def test_the_page_says_what_it_is(visits: Visits, kind: str):
    form = visits(kind).form
    assert form["language"] == "vi"
    assert form["title"].endswith("Sự kiện")
    assert "width=device-width" in form["viewport"]
    assert form["main"] == 1
    assert form["unlabelled"] == []


def test_it_is_always_to_be_seen_where_the_keyboard_is(visits: Visits, kind: str):
    unseen = visits(kind).unseen
    assert not unseen, "\n".join(unseen)


def test_without_javascript_as_many_links_are_there(
    visits: Visits, kind: str, server: str, sample: Sample
):
    """The page as it is sent has every link to proofs and pages that it has later."""
    with_it = visits(kind).form["links"]
    sent = LexborHTMLParser(fetched(server + sample.address(kind)))
    assert len(sent.css("main a[href]")) >= with_it


def test_headings_begin_with_one_and_leave_none_out(visits: Visits, kind: str):
    levels = visits(kind).form["headings"]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_paper_gets_dark_words_on_white_and_no_navigation(visits: Visits, kind: str):
    paper = visits(kind).paper
    assert paper["navigation"] == []
    assert paper["text"] < 0.3
    assert paper["ground"] > 0.95
    assert paper["words"] > 20
    assert not paper["faults"], "\n".join(paper["faults"])
