import pytest

from building import annotated
from sukien.search import Fts5Index, StoryText, findable, parse
from sukien.search.base import NUMBERED

ARTICLES = [
    annotated("Đảo chính ở Niger\nQuân đội lật đổ tổng thống.", "coup"),
    annotated("Bão số 3\nCơn bão vào đảo Cát Bà.", "storm"),
    annotated("Báo chí\nTờ báo nói về quân sự.", "press"),
]
KEYS = {"coup": 1, "storm": 2, "press": 3}


@pytest.fixture
def index(store):
    found = Fts5Index(store.connection)
    with store.writing():
        found.prepare()
        found.put([(KEYS[one.id], findable(one)) for one in ARTICLES])
    return found


def found(index, query, kind="articles", most=10):
    return set(index.find(kind, parse(query), most=most).keys.tolist())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bao", {"storm", "press"}),
        ("bão", {"storm"}),
        ("ba\u0303o", {"storm"}),
        ("dao", {"coup", "storm"}),
        ("đảo chính", {"coup"}),
        ("dao chinh niger", {"coup"}),
        ('"quân sự"', {"press"}),
        ('"quan doi"', {"coup"}),
        ('"ba quan"', set()),
        ("bão cat", {"storm"}),
        ("BÃO", {"storm"}),
        ("niger bão", set()),
    ],
)
def test_words_typed_with_marks_find_just_these_and_plain_ones_any(index, query, expected):
    assert found(index, query) == {KEYS[name] for name in expected}


@pytest.mark.parametrize("query", ["", " ", '"', "*", "( ) :", "^", "😀", "-", '""""', "\ue000"])
def test_a_query_without_words_finds_nothing(index, query):
    assert found(index, query) == set()


@pytest.mark.parametrize(
    "query", ["NEAR(bao", 'bao OR "', "title:bao", "b*", "a" * 10_000, "\udc80 bao", "bao\x00"]
)
def test_operators_mean_nothing_and_break_nothing(index, query):
    for kind in ("articles", "sentences", "quotes", "stories"):
        found(index, query, kind)


def test_a_word_of_the_title_weighs_more(index):
    matches = index.find("articles", parse("dao"), most=10)
    assert matches.keys[matches.ranks.argmin()] == KEYS["coup"]


def test_a_sentence_has_all_of_the_words(index):
    assert found(index, "bao so", "sentences") == {KEYS["storm"] << NUMBERED}
    assert found(index, "bao cat ba", "sentences") == {KEYS["storm"] << NUMBERED | 1}
    assert found(index, "niger tong thong", "sentences") == set()


def test_more_than_are_counted_are_more(index):
    few = index.find("articles", parse("bao"), most=1)
    assert (few.keys.tolist(), few.more, few.ranks) == ([3], True, None)
    assert not index.find("articles", parse("bao"), most=2).more


def test_what_is_removed_is_not_found_and_its_key_may_be_used_again(store, index):
    with store.writing():
        index.remove([(2, findable(ARTICLES[1]))])
        index.put([(2, findable(annotated("Mới\nLời nay.", "x")))])
    assert found(index, "bao") == {3}
    assert found(index, "nay", "sentences") == {2 << NUMBERED | 1}


def test_stories_are_found_by_label_and_brief(store, index):
    told = StoryText(id="s", label="Đảo chính", brief="Ở Niger.", first=None, last=None, articles=1)
    with store.writing():
        index.put_stories([(7, told)])
    assert found(index, "dao chinh", "stories") == found(index, "niger", "stories") == {7}
    with store.writing():
        index.remove_stories([(7, told)])
    assert found(index, "niger", "stories") == set()


def test_words_that_stand_together_rank_first(store):
    index = Fts5Index(store.connection)
    together = annotated("Tin\nHọ đã rút quân về nước sau khi thảo luận nhiều ngày.", "together")
    apart = annotated("Tin\nRút tiền, gọi quân về nước sau khi thảo luận nhiều ngày.", "apart")
    with store.writing():
        index.prepare()
        index.put([(1, findable(together)), (2, findable(apart))])
    for query in ("rut quan", "rút quân", "rút quan"):
        matches = index.find("articles", parse(query), most=10)
        ranks = dict(zip(matches.keys.tolist(), matches.ranks.tolist(), strict=True))
        assert ranks[1] < ranks[2], query
