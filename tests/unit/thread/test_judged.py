"""Corrections over threads built by hand: `a1 a2 | b1` is a story of two episodes."""

import itertools

import pytest

from sukien.model import Episode, Judgement, Link, Reason, Thread, content_id
from sukien.thread.judged import judged

WHY = (Reason("words", 1.5, "lũ"),)
ORDER = ["a1", "a2", "b1", "b2", "c1", "d1", "d2", "e1"]


def episode(names: str) -> Episode:
    articles = tuple(names.split())
    links = [
        Link(one=one, other=other, score=1.0, reasons=WHY)
        for one, other in itertools.pairwise(articles)
    ]
    key = content_id("episode", articles[0])
    return Episode(id=key, label=articles[0], articles=articles, links=tuple(links))


def thread(text: str, duplicates: tuple[tuple[str, ...], ...] = ()) -> Thread:
    episodes = tuple(episode(names) for names in text.split("|"))
    links = [
        Link(one=one.id, other=other.id, score=2.0, reasons=WHY)
        for one, other in itertools.pairwise(episodes)
    ]
    return Thread(
        id=content_id("story", episodes[0].articles[0]),
        episodes=episodes,
        links=tuple(links),
        duplicates=duplicates,
    )


def judgement(kind: str, articles: str, rest: str = "", text: str = "") -> Judgement:
    return Judgement(
        kind=kind, articles=tuple(articles.split()), rest=tuple(rest.split()), text=text
    )


def shown(threads) -> list[str]:
    return [" | ".join(" ".join(e.articles) for e in one.episodes) for one in threads]


ONE = thread("a1 a2|b1 b2|c1")
OTHER = thread("d1 d2|e1")
JOIN = judgement("join", "a1 a2 b1 b2 c1", "d1 d2 e1")
SPLIT = judgement("split", "b1 b2", "a1 a2 c1")


def test_without_judgements_nothing_is_touched():
    undone = judgement("exclude", "a1")
    assert judged([ONE, OTHER], [], ORDER) == (ONE, OTHER)
    gone = Judgement(kind=undone.kind, articles=undone.articles, undone="2026-11-21")
    assert judged([ONE, OTHER], [gone], ORDER) == (ONE, OTHER)


def test_joined_stories_are_one_in_order_of_time_under_the_earlier_id():
    late = thread("b1 b2|d1")
    early = thread("a1|c1")
    [whole] = judged([late, early], [judgement("join", "b1 b2 d1", "a1 c1")], ORDER)
    assert shown([whole]) == ["a1 | b1 b2 | c1 | d1"]
    assert whole.id == early.id
    assert [link.other for link in whole.links] == [e.id for e in whole.episodes[1:]]
    by_hand = [link for link in whole.links if link.reasons[0].name == "by_hand"]
    assert [(link.one, link.other) for link in by_hand] == [
        (content_id("episode", "a1"), content_id("episode", "b1"))
    ]


def test_what_stays_keeps_its_id_and_what_leaves_gets_its_own():
    left, gone = judged([ONE], [judgement("split", "a1 a2", "b1 b2 c1")], ORDER)[::-1]
    assert (left.id, shown([left])) == (ONE.id, ["b1 b2 | c1"])
    assert shown([gone]) == ["a1 a2"]
    assert gone.id != ONE.id


def test_join_after_split_and_split_after_join():
    assert shown(judged([ONE, OTHER], [SPLIT, JOIN], ORDER)) == ["a1 a2 | c1 | d1 d2 | e1", "b1 b2"]
    again = judgement("join", "b1 b2", "a1 a2 c1")
    assert shown(judged([ONE], [SPLIT, again], ORDER)) == ["a1 a2 | b1 b2 | c1"]
    apart = judgement("split", "d1 d2 e1", "a1 a2 b1 b2 c1")
    assert shown(judged([ONE, OTHER], [JOIN, apart], ORDER)) == shown([ONE, OTHER])


def test_undoing_an_early_one_leaves_the_later_ones():
    split = judgement("split", "b1 b2 d1 d2 e1", "a1 a2 c1")
    assert shown(judged([ONE, OTHER], [JOIN, split], ORDER)) == ["a1 a2 | c1", "b1 b2 | d1 d2 | e1"]
    assert shown(judged([ONE, OTHER], [split], ORDER)) == ["a1 a2 | c1", "b1 b2", "d1 d2 | e1"]


def test_an_episode_that_was_merged_after_a_split_is_cut_where_the_split_was():
    merged = thread("a1 a2 b1 b2|c1")
    left, gone = judged([merged], [SPLIT], ORDER)
    assert shown([left, gone]) == ["a1 a2 | c1", "b1 b2"]
    assert [e.label for e in left.episodes] == ["", "c1"]
    assert gone.episodes[0].label == ""
    assert gone.episodes[0].links[0].reasons == WHY


def test_later_articles_and_episodes_go_with_those_that_they_hang_on():
    grown = thread("a1 a2|b1 b2 d1|e1")
    assert shown(judged([grown], [judgement("split", "b1 b2", "a1 a2")], ORDER)) == [
        "a1 a2",
        "b1 b2 d1 | e1",
    ]
    assert shown(judged([grown], [judgement("split", "b2", "b1 a1")], ORDER)) == [
        "a1 a2 | b1 | e1",
        "b2 d1",
    ]


def test_an_excluded_article_is_alone_and_the_others_say_through_whom_they_are_together():
    left, alone = judged([thread("a1 a2 b1 b2", (("a1", "a2", "b2"),))], [
        judgement("exclude", "a2")
    ], ORDER)  # fmt: skip
    assert shown([left, alone]) == ["a1 b1 b2", "a2"]
    assert left.duplicates == (("a1", "b2"),)
    assert alone.duplicates == ()
    links = left.episodes[0].links
    assert [(link.one, link.other) for link in links] == [("a1", "b1"), ("b1", "b2")]
    assert links[0].reasons == (Reason("through", 0.0, ""), *WHY)
    assert links[1].reasons == WHY


def test_copies_that_are_put_together_again_are_copies_again():
    parted = [judgement("exclude", "a2"), judgement("join", "a2", "a1 b1 b2")]
    [whole] = judged([thread("a1 a2 b1 b2", (("a1", "a2"),))], parted, ORDER)
    assert whole.duplicates == (("a1", "a2"),)


def test_an_excluded_first_article_does_not_take_the_story_s_id_with_it():
    left, alone = judged([ONE], [judgement("exclude", "a1")], ORDER)[::-1]
    assert shown([left, alone]) == ["a2 | b1 b2 | c1", "a1"]
    assert left.id == ONE.id
    assert left.episodes[0].id == ONE.episodes[0].id
    assert len({alone.id, left.id, alone.episodes[0].id, left.episodes[0].id}) == 4


def test_an_article_that_is_alone_cannot_be_more_alone():
    assert shown(judged([thread("a1")], [judgement("exclude", "a1")], ORDER)) == ["a1"]


def test_a_name_is_kept_through_joins_and_goes_with_what_stays():
    named = judgement("rename", "d1 d2 e1", text="Tàu Lá Đỏ")
    [whole] = judged([ONE, OTHER], [named, JOIN], ORDER)
    assert whole.label == "Tàu Lá Đỏ"
    apart = judgement("split", "e1", "d1 d2")
    assert [t.label for t in judged([OTHER], [named, apart], ORDER)] == ["Tàu Lá Đỏ", ""]


def test_a_name_finds_the_story_that_most_of_its_articles_are_in():
    named = judgement("rename", "c1 d1 d2", text="Tàu Lá Đỏ")
    assert [t.label for t in judged([ONE, OTHER], [named], ORDER)] == ["", "Tàu Lá Đỏ"]


@pytest.mark.parametrize("kind", ["join", "split", "exclude", "rename"])
def test_a_judgement_on_articles_that_are_gone_changes_nothing(kind):
    gone = judgement(kind, "x1", "x2", text="Không còn")
    assert judged([ONE, OTHER], [gone], ORDER) == (ONE, OTHER)


def test_a_split_of_what_is_no_longer_together_changes_nothing():
    assert judged([ONE, OTHER], [judgement("split", "d1", "a1")], ORDER) == (ONE, OTHER)
