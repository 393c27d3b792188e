"""From a server's addresses to files."""

import pytest

from sukien.model import Span
from sukien.web import addresses
from sukien.web.publish.spots import Spot, named, read, relative


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/?page=2", "index-page-2.html"),
        ("/?lang=en", "en/index.html"),
        ("/?section=sport&page=2", "index-section-sport-page-2.html"),
        ("/?from=2024-05-01&to=2024-05-31", "index-from-2024-05-01-to-2024-05-31.html"),
        ("/?section=sport&from=2024-05-01&to=2024-05-31", "index-section-sport.html"),
        ("/about#failures", "about.html"),
        ("/agenda.ics", "agenda.ics"),
        ("/story/abc?lang=en", "en/story/abc.html"),
        ("/network?entity=org:AFP", f"entity/{named('org:AFP')}.html"),
        (addresses.of("/entity", ".."), f"entity/{named('..')}.html"),
        (addresses.article("lũ 2/b"), f"article/{named('lũ 2/b')}.html"),
    ],
)
def test_an_address_is_a_file(address: str, file: str) -> None:
    link = read(address, "vi")
    assert link is not None
    assert link.spot is not None
    assert link.spot.file == file


@pytest.mark.parametrize(
    "address", ["/story/", "/entity", "/suggest?q=a", "/signin", "/index.json", "/?lang=de"]
)
def test_what_no_file_answers_leads_nowhere(address: str) -> None:
    assert read(address, "vi") is None


def test_a_proof_is_a_place_in_its_article() -> None:
    link = read(addresses.article("a", Span(3, 9)), "en")
    assert link is not None
    assert (link.spot, link.proof) == (Spot("/article", "a", language="en"), (3, 9))
    assert link.fragment == ""


def test_what_else_was_asked_for_is_dropped_and_told() -> None:
    link = read("/story/abc?since=2024-01-01", "vi")
    assert link is not None
    assert link.dropped


@pytest.mark.parametrize(
    ("target", "here", "path"),
    [
        ("index.html", "index.html", "index.html"),
        ("en/story/a.html", "story/a.html", "../en/story/a.html"),
        ("story/a.html", "en/story/a.html", "../../story/a.html"),
        ("en/story/b.html", "en/story/a.html", "b.html"),
        ("static/css/base.css", "en/index.html", "../static/css/base.css"),
        ("entity/a.html", "entity/b.html", "a.html"),
    ],
)
def test_paths_are_relative(target: str, here: str, path: str) -> None:
    assert relative(target, here) == path


def test_names_of_files_are_plain_short_and_apart() -> None:
    ids = ["a", "A", "á", "a/b", "a b", "..", "", "x" * 300, "con.", "person:Lý Thường Kiệt"]
    names = [named(one) for one in ids]
    assert len({name.lower() for name in names}) == len(ids)
    assert all(name.isascii() and len(name) < 90 and "/" not in name for name in names)
    assert not any(name.startswith(".") for name in names)


def test_a_whole_list_of_a_large_story_is_a_page_of_its_own() -> None:
    link = read("/story/s1?all=map#map", "en")
    assert link.spot.file == "en/story/s1-all-map.html"
    assert link.fragment == "map"
    assert not link.dropped
    assert link.spot.parameters == (("all", "map"),)
    assert read("/story/s1?since=2024-01-01", "vi").dropped
