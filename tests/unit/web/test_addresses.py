from urllib.parse import urlsplit

import pytest

from sukien.model import Span
from sukien.web import addresses


def test_an_article_at_characters():
    assert addresses.article("a b", Span(120, 160)) == "/article/a%20b?from=120&to=160#mark"


@pytest.mark.parametrize("name", ["a/b", "/a", "a//b", "?x=1", "#x", "%2F", "bão ~1", "a:b", "\\"])
def test_a_name_is_one_step_of_the_path(name):
    parts = urlsplit(addresses.article(name))
    assert parts.path.count("/") == 2
    assert not parts.query
    assert not parts.fragment


@pytest.mark.parametrize("name", [".", "..", "", "a\nb"])
def test_a_name_that_is_no_step_goes_into_the_query(name):
    assert addresses.article(name, Span(1, 2)).startswith("/article?id=")


def test_the_first_page_has_the_short_address():
    assert addresses.stories() == addresses.stories(1) == "/"
    assert addresses.stories(3) == "/?page=3"
    assert addresses.search("bão lũ", 2) == "/search?q=b%C3%A3o+l%C5%A9&page=2"


def test_the_same_page_in_another_language_keeps_its_parameters():
    query = {"from": "1", "lang": "vi"}
    assert addresses.again("/article/a b", query, lang="en") == "/article/a%20b?from=1&lang=en"
