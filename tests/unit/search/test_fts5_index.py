import pytest

from building import annotated
from sukien.search import Fts5Index, snippet
from sukien.search.query import Term, occurrences, parse
from sukien.store import open_sqlite


@pytest.fixture
def index(tmp_path):
    store = open_sqlite(tmp_path / "a.sukien", create=True)
    found = Fts5Index(store.connection)
    with store.writing():
        found.prepare()
        found.put(
            [
                annotated("Đảo chính ở Niger\nQuân đội lật đổ tổng thống.", "coup"),
                annotated("Bão số 3\nCơn bão vào đảo Cát Bà.", "storm"),
                annotated("Báo chí\nTờ báo nói về quân sự.", "press"),
            ]
        )
    yield found
    store.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bao", {"storm", "press"}),
        ("bão", {"storm"}),
        ("dao", {"coup", "storm"}),
        ("đảo chính", {"coup"}),
        ("dao chinh niger", {"coup"}),
        ('"quân sự"', {"press"}),
        ('"quan doi"', {"coup"}),
        ("bão cat", {"storm"}),
        ("BÃO", {"storm"}),
        ("niger bão", set()),
    ],
)
def test_words_typed_with_marks_find_just_these_and_plain_ones_any(index, query, expected):
    assert {hit.article for hit in index.find(query, limit=10)} == expected


@pytest.mark.parametrize("query", ["", " ", '"', "*", "( ) :", "^", "😀", "-", '""""'])
def test_a_query_without_words_finds_nothing(index, query):
    assert index.find(query, limit=10) == []


@pytest.mark.parametrize("query", ["NEAR(bao", 'bao OR "', "title:bao", "b*", "a" * 10_000])
def test_operators_mean_nothing_and_break_nothing(index, query):
    index.find(query, limit=10)


def test_a_word_of_the_title_weighs_more(index):
    assert index.find("dao", limit=10)[0].article == "coup"


def test_an_article_indexed_anew_is_found_by_its_new_words_only(tmp_path):
    store = open_sqlite(tmp_path / "a.sukien", create=True)
    index = Fts5Index(store.connection)
    with store.writing():
        index.prepare()
        index.put([annotated("Cũ\nLời xưa.", "x")])
        index.put([annotated("Mới\nLời nay.", "x")])
    assert index.find("xua", limit=5) == []
    assert [hit.article for hit in index.find("nay", limit=5)] == ["x"]
    store.close()


def test_parse_reads_words_and_phrases():
    assert parse('Bão "Cát Bà" ha-noi') == (
        Term(("bão",), exact=True),
        Term(("cát", "bà"), exact=True),
        Term(("ha", "noi"), exact=False),
    )


def test_occurrences_are_character_spans():
    text = "Cơn bão vào đảo, báo nói."
    found = [text[a:b] for a, b in occurrences(text, parse("bao dao"))]
    assert found == ["bão", "đảo", "báo"]
    assert [text[a:b] for a, b in occurrences(text, parse("bão"))] == ["bão"]


def test_the_snippet_is_the_sentence_with_most_of_the_words():
    article = annotated("Bão số 3\nCơn bão vào Cát Bà.\nTrời quang.")
    found = snippet(article, "bao cat ba")
    assert found.text == "Cơn bão vào Cát Bà."
    assert [article.surface(mark) for mark in found.marks] == ["bão", "Cát", "Bà"]


def test_a_snippet_of_an_endless_sentence_is_cut_around_the_word():
    article = annotated("Dài\n" + "chữ " * 500 + "bão " + "chữ " * 500)
    found = snippet(article, "bao")
    assert len(found.text) <= 260
    assert [article.surface(mark) for mark in found.marks] == ["bão"]
    assert article.surface(found.span) == found.text
