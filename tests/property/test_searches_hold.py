"""Whatever is typed into the search box, the page answers, and what it marks is there."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import annotated, story
from finding import made_findable
from sukien.library import Library
from sukien.search import KINDS, findable, parse, snippet
from sukien.search.query import occurrences, words_of
from sukien.store import open_sqlite
from sukien.views.search import question_of, search_page, suggestions_page
from sukien.web.app import create_app

ODD = ['"', "*", "NEAR(", "OR", "-", "^", ":", "😀", "\udc80", "\x00", "\ue000", "\u0301", "bão",
       "bao", "số 3", "“", "x" * 10_000, "%", "'", "title:bao"]  # fmt: skip
typed = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(ODD), max_size=6).map(" ".join))
value = st.one_of(
    st.just(""), typed, st.sampled_from(["Báo Một", "city:Hanoi", "2024-01-01", *KINDS])
)


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.sukien"
        store = open_sqlite(path, create=True)
        articles = [
            annotated("Bão số 3\nBão vào [Hà Nội|LOC city:Hanoi], báo nói.", "a",
                      published="2024-01-01", publisher="Báo Một"),
            annotated("\u202eİ 😀 bão\nTEXT\x00 \ue000 lạ.", "b"),
        ]  # fmt: skip
        told = story(*articles)
        with store.writing():
            store.put_articles(articles, "hand")
            store.put_stories([told])
        made_findable(store, articles, [told])
        store.close()
        yield path


@pytest.fixture(scope="module")
def library(path: Path) -> Iterator[Library]:
    opened = Library(open_sqlite(path), refresh=False)
    yield opened
    opened.close()


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        dict.fromkeys(("q", "as", "speaker", "entity", "publisher", "from", "to"), value)
    ),
    st.integers(1, 30),
)
def test_any_parameters_are_answered(library, given_, number):
    question, troubles = question_of(given_)
    page = search_page(library, question, troubles=troubles, number=number)
    for line in page.lines:
        assert all(0 <= m.start < m.end <= len(line.snippet.text) for m in line.marks)
    assert all(tab.count >= 0 for tab in page.tabs)
    assert len(suggestions_page(library, given_["q"]).suggestions) <= 8


@settings(deadline=None, max_examples=40)
@given(typed, value)
def test_any_address_is_a_page(path, words, other):
    async def ask(address: str) -> int:
        transport = httpx.ASGITransport(create_app(path), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            given_ = {"q": words, "publisher": other, "as": other}
            safe = {k: v.encode("utf-8", "replace").decode() for k, v in given_.items()}
            return (await client.get(address, params=safe)).status_code

    assert asyncio.run(ask("/search")) == 200
    assert asyncio.run(ask("/search.json")) == 200
    assert asyncio.run(ask("/suggest")) == 200


@settings(deadline=None)
@given(st.text(max_size=200), typed)
def test_a_snippet_is_a_stretch_of_the_text_and_marks_lie_in_it(text, words):
    article = annotated(text.replace("[", "(").replace("\r", " "))
    found = snippet(findable(article), parse(words))
    assert article.surface(found.span) == found.text
    assert len(found.text) <= 260
    for mark in found.marks:
        assert found.span.start <= mark.start < mark.end <= found.span.end


@settings(deadline=None)
@given(st.text(alphabet='abcđéấ .,"“1_', max_size=60))
def test_an_article_is_found_by_each_word_of_its_text(text):
    for word in words_of(text):
        assert occurrences(text, parse(word))
