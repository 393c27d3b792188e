from collections.abc import Callable

import pytest
from msgspec.structs import replace

from building import annotated, story
from finding import made_findable
from sukien.library.found import Finder
from sukien.library.searching import Searching
from sukien.model import AnnotatedArticle, Merge, Quote, Section, Speaker
from sukien.search import Question

WORLD = Section(code="world", sure=0.9)
MINISTER, OFFICER = "person:Trần Văn Bình", "person:Lê Thị Hoa"


def said(article: AnnotatedArticle, words: str, speaker: str, entity: str) -> Quote:
    """A quotation of those words by that speaker."""
    start, who = article.text.index(words), article.text.index(speaker)
    holder = Speaker(who, who + len(speaker), entity)
    return Quote(start, start + len(words), kind="direct", speaker=holder)


@pytest.fixture
def find(store) -> Callable[..., object]:
    coup = annotated(
        "Đảo chính ở [Niger|LOC country:NE]\n"
        "Ông Bình nói: quân đội phải rút.\nBà Hoa nói: rút quân.",
        "a1",
        published="2023-07-27",
        publisher="Báo Một",
    )
    quotes = (said(coup, "quân đội phải rút", "Ông Bình", MINISTER),
              said(coup, "rút quân", "Bà Hoa", OFFICER))  # fmt: skip
    coup = replace(coup, quotes=quotes, section=WORLD)
    leave = annotated(
        "Lính Mỹ rút quân khỏi [Niger|LOC country:NE]\nCuộc rút quân đã xong.",
        "a2",
        published="2024-09-17T08:00:00+07:00",
        publisher="Báo Hai",
    )
    leave = replace(leave, section=WORLD)
    storm = annotated("Bão số 3\nQuân đội giúp dân [Hà Nội|LOC city:Hanoi].", "a3")
    articles = [coup, leave, storm]
    stories = [
        story(coup, leave, story_id="s1", label="Đảo chính ở Niger"),
        story(storm, story_id="s2", label="Bão số 3"),
    ]
    with store.writing():
        store.put_articles(articles, "hand")
        store.put_stories(stories)
    merges = [Merge(source="person:Hoa", target=OFFICER, reasons=("by_hand",), by_hand=True)]
    for one in merges:
        store.put_merge(one)
    searching = made_findable(store, articles, stories, merges=merges)
    finder = Finder(store, searching)

    def asked(words: str = "", *, at: int = 0, limit: int = 20, **bounds: str):
        return finder.find(Question(words=words, **bounds), start=at, limit=limit)

    return asked


def ids(result):
    return [one.card.id for one in result.found]


def counts(result):
    return {kind: count.number for kind, count in result.counts.items()}


def choices(result, name):
    return {one.value: one.count for one in result.facets.choices[name]}


def test_every_kind_is_counted_and_one_is_shown(find):
    result = find("rut quan")
    assert ids(result) == ["a2", "a1"]
    assert counts(result) == {"articles": 2, "sentences": 4, "quotes": 2, "stories": 1}
    assert [one.story for one in result.found] == ["s1", "s1"]


def test_sentences_hold_all_words_and_lead_to_their_characters(find):
    result = find("bao so", kind="sentences")
    assert [(one.card.id, one.snippet.text) for one in result.found] == [("a3", "Bão số 3")]
    assert result.found[0].snippet.span.start == 0


def test_quotes_say_who_speaks_and_are_found_by_speaker(find):
    result = find("rut quan", kind="quotes", speaker=OFFICER)
    assert [(one.said.name, one.snippet.text) for one in result.found] == [("Bà Hoa", "rút quân")]
    assert choices(result, "speaker") == {OFFICER: 1, MINISTER: 1}
    assert ids(find(speaker=MINISTER)) == ["a1"]


def test_quotes_are_found_by_the_name_of_who_speaks(find):
    assert [one.snippet.text for one in find("ong binh", kind="quotes").found] == [
        "quân đội phải rút"
    ]


def test_an_entity_that_was_merged_is_found_by_either_id(find):
    assert ids(find(speaker="person:Hoa")) == ["a1"]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({"entity": "country:NE"}, ["a2", "a1"]),
        ({"publisher": "Báo Một"}, ["a1"]),
        ({"section": "world"}, ["a2", "a1"]),
        ({"start": "2024-01-01"}, ["a2"]),
        ({"end": "2023-07-27"}, ["a1"]),
        ({"start": "2023-07-28", "end": "2024-09-16"}, []),
        ({"start": "2024-09-17", "end": "2024-09-17"}, ["a2"]),
        ({"entity": "country:NE", "publisher": "Báo Hai"}, ["a2"]),
        ({"publisher": "Báo Ba"}, []),
        ({"entity": "city:Hanoi"}, ["a3"]),
    ],
)
def test_what_bounds_a_search_bounds_it_with_and_without_words(find, bounds, expected):
    assert ids(find(**bounds)) == expected
    assert ids(find("quan", **bounds)) == expected


def test_what_the_library_does_not_have_is_named(find):
    result = find("quan", publisher="Báo Ba", entity="country:XX")
    assert result.unknown == ("publisher", "entity")
    assert counts(result) == {"articles": 0, "sentences": 0, "quotes": 0, "stories": 0}


def test_choices_count_as_if_their_own_bound_were_not_there(find):
    result = find("quan", publisher="Báo Một")
    assert choices(result, "publisher") == {"Báo Một": 1, "Báo Hai": 1}
    assert choices(result, "entity") == {"country:NE": 1}
    assert choices(result, "section") == {"world": 1}
    assert result.names["country:NE"] == "Niger"


def test_periods_cover_everything_that_is_dated(find):
    periods = find("quan").facets.periods
    assert (periods[0].start, periods[-1].end) == ("2023-07-01", "2024-09-30")
    assert sum(one.count for one in periods) == 2


def test_stories_stand_by_the_articles_found_and_by_their_names(find):
    result = find("quan doi", kind="stories")
    assert [(one.story.id, one.found) for one in result.stories] == [("s1", 1), ("s2", 1)]
    named = find("bao so 3", kind="stories")
    assert named.stories[0].story.label == "Bão số 3"
    assert [one.story.id for one in find(kind="stories", publisher="Báo Hai").stories] == ["s1"]


def test_pages_follow_each_other(find):
    both = ids(find("rut quan"))
    assert [ids(find("rut quan", at=i, limit=1)) for i in range(3)] == [both[:1], both[1:], []]


def test_nothing_asked_is_nothing_found(find):
    assert counts(find()) == {"articles": 0, "sentences": 0, "quotes": 0, "stories": 0}


def test_a_library_that_never_was_told_answers_nothing(store):
    finder = Finder(store, Searching(store))
    assert finder.find(Question(words="bao"), start=0, limit=5).found == ()
    assert finder.starting("bao", 5) == []
