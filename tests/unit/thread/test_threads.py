"""Articles written for these tests; a line of each is its title."""

from random import Random

import msgspec
import pytest

from building import annotated
from newsroom import FILM, FLOOD, MISSING, REBUILT
from sukien.model import AnnotatedArticle, Thread
from sukien.thread import State, Stream, digest, thread


def article(text: str, name: str, published: str | None) -> AnnotatedArticle:
    return annotated(text, name, **({"published": published} if published else {}))


def grouped(threads: tuple[Thread, ...]) -> list[list[tuple[str, ...]]]:
    return [[episode.articles for episode in one.episodes] for one in threads]


@pytest.fixture
def news() -> list[AnnotatedArticle]:
    return [
        article(FLOOD, "a", "2023-06-10"),
        article(MISSING, "b", "2023-06-11"),
        article(FILM, "c", "2023-06-11"),
        article(REBUILT, "d", "2023-09-02"),
    ]


def test_one_happening_is_an_episode_and_what_follows_the_same_story(news):
    assert grouped(thread(news)) == [[("a", "b"), ("d",)], [("c",)]]


def test_a_happening_weeks_later_is_another_episode(news):
    again = article(MISSING, "e", "2023-07-20")
    assert grouped(thread([news[0], again])) == [[("a",), ("e",)]]


def test_nothing_to_thread():
    assert thread([]) == ()


def test_one_article_is_one_story(news):
    (one,) = thread(news[2:3])
    assert [episode.label for episode in one.episodes] == ["Phim Mùa Chanh Đắng đoạt giải ở Busan"]
    assert one.links == () and one.duplicates == ()


def test_the_order_of_arrival_does_not_matter(news):
    expected = thread(news)
    for seed in range(5):
        shuffled = list(news)
        Random(seed).shuffle(shuffled)
        assert thread(shuffled) == expected


def test_undated_articles_find_their_story(news):
    undated = article(REBUILT, "0", None)
    first = thread([*news[:3], undated])[0]
    assert [name for episode in first.episodes for name in episode.articles] == ["a", "b", "0"]


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28", "2100-12-31", "9999-12-31T23:59"])
def test_any_day_of_publication_is_survived(news, day):
    threads = thread([*news, article(REBUILT, "x", day)])
    assert sum(len(e.articles) for one in threads for e in one.episodes) == 5


def test_an_article_without_a_word_is_a_story_of_its_own(news):
    threads = thread([article("…", "x", "2023-06-10"), article("", "y", None), *news])
    assert [("x",)] in grouped(threads) and [("y",)] in grouped(threads)


def test_reasons_name_what_is_shared(news):
    story = thread(news)[0]
    (link,) = story.episodes[0].links
    assert (link.one, link.other) == ("a", "b")
    words = {reason.name: reason.detail for reason in link.reasons}
    assert "pát" in words["words"] and words["gap"] == "1 d"
    (tie,) = story.links
    assert (tie.one, tie.other) == (story.episodes[0].id, story.episodes[1].id)
    assert sum(reason.weight > 0 for reason in tie.reasons) >= 2


def test_an_episode_in_which_two_stories_meet_makes_them_one():
    bridge = (
        "Bão Hải Mã làm sập cầu Bản Pát và vùi lấp bản Khe Chè\n"
        "Bão Hải Mã đổ bộ gây lũ quét cuốn trôi cầu treo Bản Pát ở xã Mường Lống.\n"
        "Sạt lở do bão Hải Mã vùi lấp bản Khe Chè, xã Tà Rụt."
    )
    slide = (
        "Sạt lở vùi lấp bản Khe Chè\n"
        "Sạt lở đất đêm qua vùi lấp bản Khe Chè, xã Tà Rụt, sau bão Hải Mã."
    )
    news = [
        article(FLOOD, "a", "2023-06-10"),
        article(slide, "b", "2023-06-10"),
        article(bridge, "c", "2023-06-18"),
    ]
    assert grouped(thread(news[:2])) == [[("a",)], [("b",)]]
    (one,) = thread(news)
    assert sorted(name for episode in one.episodes for name in episode.articles) == ["a", "b", "c"]


def test_ids_are_of_the_first_article(news):
    alone, both = thread(news[:1])[0], thread(news[:2])[0]
    assert (alone.id, alone.episodes[0].id) == (both.id, both.episodes[0].id)
    assert alone.id != alone.episodes[0].id


def test_names_hold_episodes_together():
    one = "[Lê Hoài Vy|PER person:Lê Hoài Vy] mở lớp dạy vẽ\nLớp học mở cuối tuần cho trẻ em."
    other = "Triển lãm tranh lụa của [Lê Hoài Vy|PER person:Lê Hoài Vy]\nKhách xem kín phòng tranh."
    alone = thread([article(one, "a", "2023-01-01"), article(other, "b", "2023-02-01")])
    (tie,) = alone[0].links
    assert {r.name: r.detail for r in tie.reasons}["people"] == "person:Lê Hoài Vy"


def test_a_stream_that_goes_on_from_a_kept_state_gives_the_same(news):
    digests = [digest(one) for one in news]
    first = Stream()
    first.feed(digests[:1])
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(first.state()), type=State)
    later = Stream(kept)
    later.feed(digests[1:])
    assert later.threads() == thread(news)


def test_an_article_joins_two_episodes_to_one():
    fire = (
        "Cháy lớn ở xưởng mộc Hòa Lạc\n"
        "Đám cháy bùng lên tại xưởng mộc ở khu Hòa Lạc, khói đen bốc cao."
    )
    rescue = (
        "Giải cứu sáu thợ mắc kẹt trên mái tôn\n"
        "Cảnh sát đưa thang giải cứu sáu thợ mắc kẹt trên mái tôn nhà máy."
    )
    both = (
        "Cháy lớn ở xưởng mộc Hòa Lạc, giải cứu sáu thợ mắc kẹt trên mái tôn\n"
        "Đám cháy bùng lên tại xưởng mộc ở khu Hòa Lạc, khói đen bốc cao. "
        "Cảnh sát đưa thang giải cứu sáu thợ mắc kẹt trên mái tôn nhà máy."
    )
    news = [article(fire, "a", "2023-06-10"), article(rescue, "b", "2023-06-10")]
    assert sum(len(one.episodes) for one in thread(news)) == 2
    joined = thread([*news, article(both, "c", "2023-06-10")])
    assert grouped(joined) == [[("a", "b", "c")]]


def test_a_membership_says_that_it_is_a_copy():
    text = "Giá gạo tăng ở chợ Cồn\n" + " ".join(f"tin{number}" for number in range(60))
    (one,) = thread([article(text, "a", "2023-01-05"), article(text, "b", "2023-01-06")])
    (link,) = one.episodes[0].links
    assert (link.one, link.other) == ("a", "b") and one.duplicates == (("a", "b"),)
    assert "copy" in {reason.name for reason in link.reasons}
