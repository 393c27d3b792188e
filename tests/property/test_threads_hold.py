import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.model import AnnotatedArticle, Article
from sukien.thread import State, Stream, digest, thread

WORDS = ["bão", "Yên Bái", "mất tích", "cầu", "giá vàng", "tăng", "8,5%", ".", "\n", "tòa án", "😀"]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
NEWS = st.lists(st.tuples(TEXTS, DAYS), max_size=12)


@settings(max_examples=60, deadline=None)
@given(NEWS, st.randoms(use_true_random=False))
def test_every_article_is_in_one_episode_of_one_story_whatever_the_order(news, random):
    articles = [
        AnnotatedArticle(article=Article(id=f"{number}", text=text, published=day))
        for number, (text, day) in enumerate(news)
    ]
    threads = thread(articles)
    ids = [name for one in threads for episode in one.episodes for name in episode.articles]
    assert sorted(ids) == sorted(article.id for article in articles)
    assert len({one.id for one in threads}) == len(threads)
    for one in threads:
        assert len(one.links) >= len(one.episodes) - 1
        assert {link.other for link in one.links} <= {episode.id for episode in one.episodes}
        assert all(len(e.links) == len(e.articles) - 1 for e in one.episodes)
    random.shuffle(articles)
    assert thread(articles) == threads


@settings(max_examples=40, deadline=None)
@given(NEWS, st.integers(min_value=0, max_value=12))
def test_going_on_from_a_kept_state_gives_the_same(news, cut):
    digests = [
        digest(AnnotatedArticle(article=Article(id=f"{number:02}", text=text, published=day)))
        for number, (text, day) in enumerate(news)
    ]
    digests.sort(key=lambda one: (one.day is None, one.day or 0, one.id))
    while 0 < cut < len(digests) and digests[cut].day == digests[cut - 1].day:
        cut += 1
    whole, first = Stream(), Stream()
    whole.feed(digests)
    first.feed(digests[:cut])
    later = Stream(msgspec.msgpack.decode(msgspec.msgpack.encode(first.state()), type=State))
    later.feed(digests[cut:])
    assert later.threads() == whole.threads()
