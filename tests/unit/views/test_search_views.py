import json

import pytest

from building import annotated, story
from finding import made_findable
from sukien.library import Library
from sukien.search import Question
from sukien.store import open_sqlite
from sukien.views.contract import json_line
from sukien.views.search import question_of, search_page, suggestions_page


@pytest.fixture
def library(tmp_path):
    store = open_sqlite(tmp_path / "a.sukien", create=True)
    articles = [
        annotated(
            f"Lũ về [Hà Nội|LOC city:Hanoi] lần {i}\nNước lên.",
            f"a{i}",
            published=f"2024-0{1 + i % 5}-10",
            publisher=f"Báo {i % 2}",
        )
        for i in range(25)
    ]
    told = story(*articles, label="Lũ ở Hà Nội")
    with store.writing():
        store.put_articles(articles, "hand")
        store.put_stories([told])
    made_findable(store, articles, [told])
    opened = Library(store, refresh=False)
    yield opened
    opened.close()


def asked(**given):
    question, troubles = question_of({name.rstrip("_"): value for name, value in given.items()})
    return question, [(one.name, one.value) for one in troubles]


def test_parameters_become_a_question():
    question, troubles = asked(q=" bão ", as_="quotes", speaker="person:X", from_="16/3/2024")
    assert question == Question(words="bão", kind="quotes", speaker="person:X", start="2024-03-16")
    assert troubles == []


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ({"q": '"'}, ("no_words", '"')),
        ({"q": "😀"}, ("no_words", "😀")),
        ({"as_": "pictures"}, ("unknown_kind", "pictures")),
        ({"from_": "hôm qua"}, ("no_date", "hôm qua")),
        ({"to": "2024-02-31"}, ("no_date", "2024-02-31")),
        ({"q": "x" * 400}, ("too_long", "")),
    ],
)
def test_what_cannot_be_understood_is_named_and_counts_not(given, trouble):
    question, troubles = asked(**given)
    assert troubles == [trouble]
    assert question.kind == "articles"
    assert (question.start, question.end) == ("", "")
    assert len(question.words) <= 300


def test_a_period_given_from_its_end_is_turned():
    question, _ = asked(from_="2024-05-01", to="2024-01-01")
    assert (question.start, question.end) == ("2024-01-01", "2024-05-01")


def test_a_page_shows_a_part_and_what_it_could_be_bounded_by(library):
    page = search_page(library, Question(words="lu ve"), limit=10, number=3)
    assert len(page.lines) == 5
    assert not page.more
    assert (page.tabs[0].kind, page.tabs[0].count) == ("articles", 25)
    facets = {one.name: one for one in page.facets}
    assert [(one.name, one.count) for one in facets["publisher"].options] == [
        ("Báo 0", 13),
        ("Báo 1", 12),
    ]
    assert facets["entity"].options[0].name == "Hà Nội"
    assert sum(one.count for one in page.periods) == 25


def test_each_choice_leads_to_a_readable_address(library):
    question, _ = question_of({"q": "lũ", "publisher": "Báo 1", "from": "2024-02-01"})
    page = search_page(library, question, number=2)
    assert page.turned(2) == {**page.asked, "page": "2"}
    assert page.shown_as("quotes")["as"] == "quotes"
    assert page.choosing("entity", "city:Hanoi") == {**page.asked, "entity": "city:Hanoi"}
    assert page.without("publisher") == {"q": "lũ", "from": "2024-02-01"}
    assert page.without("period") == {"q": "lũ", "publisher": "Báo 1"}
    assert page.between(page.periods[0])["from"] == page.periods[0].start
    assert page.kept == (("q", "lũ"), ("publisher", "Báo 1"))
    assert [(one.name, one.label) for one in page.bounds] == [
        ("publisher", "Báo 1"),
        ("period", "2024-02-01/"),
    ]


def test_what_the_library_does_not_have_is_a_trouble(library):
    page = search_page(library, Question(words="lu", publisher="Báo Lạ"))
    assert [(one.name, one.value) for one in page.troubles] == [("unknown_publisher", "Báo Lạ")]
    assert page.empty


def test_marks_count_characters_of_what_is_shown(library):
    line = search_page(library, Question(words="nuoc"), limit=1).lines[0]
    assert [line.snippet.text[m.start : m.end] for m in line.marks] == ["Nước"]


def test_the_view_is_json(library):
    page = search_page(library, Question(words="lu", kind="stories"))
    read = json.loads(json_line(page))
    assert read["stories"][0]["found"] == 25
    assert read["tabs"][3] == {"kind": "stories", "count": 1, "more": False, "chosen": True}


def test_suggestions_say_what_they_are(library):
    page = suggestions_page(library, "ha n")
    assert [(one.name, one.what) for one in page.suggestions] == [
        ("Hà Nội", "nơi · 25 bài"),
        ("Lũ ở Hà Nội", "câu chuyện · 25 bài"),
    ]
    assert suggestions_page(library, "ha n", language="en").suggestions[0].what == (
        "place · 25 articles"
    )
