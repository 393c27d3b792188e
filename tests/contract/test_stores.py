"""What every store must do, whatever keeps it."""

import msgspec
import pytest

from building import annotated, story
from sukien.errors import NotFoundError
from sukien.model import AnnotatedArticle, Change, Episode, Judgement, Merge, ReadFailure, Thread
from sukien.store import SqlThreads, fingerprint, open_sqlite, packed_state, story_row
from sukien.tell import story_index, tell
from sukien.thread import Stream, digest

STORES = {"sqlite": lambda folder: open_sqlite(folder / "a.sukien", create=True)}


@pytest.fixture(params=STORES)
def store(request, tmp_path):
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


def row(told, inputs):
    return story_row(told, story_index(told, []), inputs)


LATE = annotated("Bão tan\nTrời quang.", "late", published="2024-09-09")
EARLY = annotated("Bão đến\nMưa to.", "early", published="2024-09-07T10:00:00+07:00")
UNDATED = annotated("Không ngày\nMột bài.", "undated")


def test_an_article_comes_back_as_it_was_put(store):
    store.put_articles([LATE], "p1")
    assert store.article("late") == LATE


def test_articles_come_in_order_of_publication_and_undated_ones_last(store):
    store.put_articles([UNDATED, LATE, EARLY], "p1")
    assert [a.id for a in store.articles()] == ["early", "late", "undated"]
    assert [a.id for a in store.articles(["undated", "early"])] == ["early", "undated"]


def test_an_article_of_the_same_id_replaces_the_first(store):
    store.put_articles([EARLY], "p1")
    again = annotated("Bão đến rồi\nMưa to.", "early")
    store.put_articles([again], "p1")
    assert [a.text for a in store.articles()] == [again.text]


def test_known_articles_carry_their_fingerprints(store):
    store.put_articles([LATE], "p1")
    assert store.known() == {"late": fingerprint(LATE.article)}


def test_articles_of_another_pipeline_are_outdated(store):
    store.put_articles([LATE], "p1")
    store.put_articles([EARLY], "p2")
    assert store.outdated("p2") == ["late"]


def test_cards_keep_the_order_that_was_asked_for(store):
    store.put_articles([LATE, EARLY], "p1")
    cards = store.cards(["late", "missing", "early"])
    assert [(c.id, c.title) for c in cards] == [("late", "Bão tan"), ("early", "Bão đến")]


def test_what_is_not_there_is_named(store):
    with pytest.raises(NotFoundError, match="nope"):
        store.article("nope")
    with pytest.raises(NotFoundError, match="nope"):
        store.story("nope")


def test_one_failure_a_source_and_the_last_one_counts(store):
    store.put_failures([ReadFailure("b.txt", "EmptyArticleError", "first")])
    store.put_failures([ReadFailure("b.txt", "EncodingError", "second")])
    store.put_failures([ReadFailure("a.txt", "EncodingError", "other")])
    assert [(f.source, f.message) for f in store.failures()] == [
        ("a.txt", "other"),
        ("b.txt", "second"),
    ]
    store.clear_failures(["b.txt"])
    assert [f.source for f in store.failures()] == ["a.txt"]


def test_stories_are_replaced_whole_and_keep_their_order(store):
    one, two = story(EARLY, story_id="s1"), story(LATE, story_id="s2")
    store.put_stories([one])
    store.put_stories([two, one])
    assert store.stories() == [two, one]
    assert store.story("s2") == two
    assert store.story_of("late") == "s2"
    assert store.story_of("nobody") is None


def test_the_last_day_is_that_of_the_latest_story(store):
    assert store.last_day() is None
    store.put_stories([story(EARLY, story_id="s1"), story(LATE, story_id="s2")])
    assert store.last_day() == LATE.article.published


def test_stories_are_called_by_their_labels_without_being_opened(store):
    store.put_stories([story(EARLY, story_id="s1", label="Bão"), story(LATE, story_id="s2")])
    assert store.labels(["s1", "s3", "s1"]) == {"s1": "Bão"}
    assert store.labels([]) == {}


def test_a_story_is_found_by_the_start_of_its_id(store):
    store.put_stories([story(EARLY, story_id="abc1"), story(LATE, story_id="abd2")])
    assert store.full_story_id("abc") == "abc1"
    with pytest.raises(NotFoundError, match="2 stories"):
        store.full_story_id("ab")
    with pytest.raises(NotFoundError, match="no story 'x%'"):
        store.full_story_id("x%")


def test_notes_are_read_back(store):
    assert store.note("stories") is None
    store.note("stories", "stale")
    store.note("stories", "fresh")
    assert store.note("stories") == "fresh"


def test_counts(store):
    store.put_articles([LATE, EARLY], "p1")
    store.put_stories([story(EARLY)])
    assert store.counts() == {"articles": 2, "stories": 1, "failures": 0}


NAMED = annotated("Ông [Bùi Văn Sự|PER person:Bùi Văn Sự]\n[Sự|PER person:Bùi Văn Sự] nói.", "n")


def test_sightings_of_entities_follow_their_articles(store):
    store.put_articles([NAMED], "p1")
    assert [(s.name, s.mentions) for s in store.sightings()] == [("Bùi Văn Sự", 1), ("Sự", 1)]
    assert store.sightings(["person:nobody"]) == []
    assert len(store.sightings(["person:Bùi Văn Sự"])) == 2
    store.put_articles([annotated("Không tên\nMột bài.", "n")], "p1")
    assert store.sightings() == []


def test_merges_are_replaced_by_their_two_ids(store):
    one = Merge(source="org:A", target="org:B", reasons=("by_hand", "note: x"), by_hand=True)
    store.put_merge(one)
    store.put_merge(msgspec.structs.replace(one, undone="2026-11-21T10:00:00+00:00"))
    [kept] = store.merges()
    assert kept.undone == "2026-11-21T10:00:00+00:00"
    assert kept.reasons == one.reasons


def test_merges_that_lead_on_from_some_ids_are_found_to_their_ends(store):
    pairs = [("A", "B"), ("B", "C"), ("C", "A"), ("X", "Y")]
    for source, target in pairs:
        store.put_merge(Merge(source=source, target=target, reasons=("x",), by_hand=True))
    found = store.merges(["B", "nobody"])
    assert [(one.source, one.target) for one in found] == pairs[:3]
    assert store.merges([]) == []
    assert len(store.merges(f"{number}" for number in range(1200))) == 0


def test_automatic_merges_are_replaced_whole_and_others_stay(store):
    made = [
        Merge(source="org:A", target="org:B", reasons=("by_hand",), by_hand=True),
        Merge(source="org:C", target="org:D", reasons=("story",), undone="2026-11-21"),
    ]
    for one in made:
        store.put_merge(one)
    store.put_automatic_merges([Merge(source="org:E", target="org:F", reasons=("story",))])
    store.put_automatic_merges([Merge(source="org:G", target="org:H", reasons=("story",))])
    assert [one.source for one in store.merges()] == ["org:A", "org:C", "org:G"]
    store.put_automatic_merges([])
    assert store.merges() == made


def test_a_transaction_that_fails_keeps_nothing(store):
    def fail():
        with store.writing():
            store.put_articles([LATE], "p1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert store.counts()["articles"] == 0


def test_judgements_are_kept_in_order_and_marked_when_undone(store):
    threads = SqlThreads(store)
    one = Judgement(
        kind="join", articles=("a\nb", "c"), rest=('"d",',), made="2026-11-21T08:00:00", by="Minh"
    )
    other = Judgement(kind="rename", articles=("a",), text="Tên")
    keys = [threads.add_judgement(each).key for each in (one, other)]
    assert threads.judgements() == [
        msgspec.structs.replace(one, key=keys[0]),
        msgspec.structs.replace(other, key=keys[1]),
    ]
    undone = threads.undo_judgement(keys[0], "2026-11-22")
    assert undone.undone == "2026-11-22"
    assert threads.judgements()[0] == undone
    with pytest.raises(NotFoundError, match="no correction 99"):
        threads.undo_judgement(99, "2026-11-22")


def test_changes_are_found_by_the_ids_that_they_name(store):
    threads = SqlThreads(store)
    changes = [
        Change(kind="merged", what="story", before=("s1", "s2"), after=("s1",), articles=("x\ny",)),
        Change(kind="split", what="episode", before=("e1",), after=("e1", "e12"), articles=()),
    ]
    threads.add_changes(changes)
    assert threads.changes() == changes
    assert threads.changes(["e1", "e2"]) == changes[1:]
    assert threads.changes([f"no{number}" for number in range(150)] + ["s2"]) == changes[:1]
    assert threads.changes([]) == []


def test_an_article_is_found_by_the_beginning_of_its_id(store):
    store.put_articles([LATE, EARLY], "p1")
    assert store.full_article_id("ea") == "early"
    with pytest.raises(NotFoundError, match="begins the ids of 2 articles"):
        store.full_article_id("")
    with pytest.raises(NotFoundError, match="no article 'x'"):
        store.full_article_id("x")


def threads_of(store):
    return SqlThreads(store)


def test_digests_come_day_by_day_and_undated_ones_last(store):
    threads = threads_of(store)
    threads.put_digests([digest(one) for one in (UNDATED, LATE, EARLY)])
    late = digest(LATE).day
    assert [one.id for one in threads.digests(None)] == ["early", "late", "undated"]
    assert [one.id for one in threads.digests(late - 1)] == ["late", "undated"]
    assert [one.id for one in threads.digests(None, until=late - 1)] == ["early"]
    assert threads.last_day() == late


def test_a_state_is_kept_until_an_article_comes_too_late_for_it(store):
    threads = threads_of(store)
    threads.put_digests([digest(EARLY)])
    day = digest(EARLY).day
    stream = Stream()
    stream.feed([digest(EARLY)])
    threads.put_state(day, packed_state(stream.state()))
    assert threads.state().day == day
    threads.put_digests([digest(LATE)])
    assert threads.state().day == day
    threads.put_digests([digest(EARLY)])
    assert threads.state() is None


def test_what_came_is_untold_until_it_is_told(store):
    threads = threads_of(store)
    threads.put_digests([digest(EARLY)])
    assert threads.untold() == {"early"}
    threads.mark_told()
    assert threads.untold() == set()


def test_articles_without_a_digest_are_known(store):
    store.put_articles([EARLY, LATE], "p1")
    threads = threads_of(store)
    threads.put_digests([digest(LATE)])
    assert threads.missing_digests() == ["early"]
    threads.forget()
    assert threads.missing_digests() == ["early", "late"]


def test_stories_that_are_kept_stay_when_others_are_replaced(store):
    store.put_articles([EARLY, LATE], "p1")
    one, two = story(EARLY, story_id="abc1"), story(LATE, story_id="abd2")
    store.put_stories([row(one, "x"), row(two, "y")])
    assert store.story_inputs() == {"abc1": "x", "abd2": "y"}
    again = msgspec.structs.replace(two, label="Bão tan rồi")
    store.put_stories([row(again, "z")], {"abc1"})
    assert store.story_inputs() == {"abc1": "x", "abd2": "z"}
    assert store.story("abd2") == again and store.story_of("early") == "abc1"
    assert store.homes()["late"][0] == "abd2"


def test_the_merges_around_an_entity_are_all_that_end_up_where_it_does(store):
    def merge(source, target, undone=None):
        store.put_merge(Merge(source=source, target=target, reasons=("hand",), undone=undone))

    merge("a", "b")
    merge("b", "c")
    merge("d", "c")
    merge("e", "d", undone="2024-01-01")
    merge("x", "y")
    around = [("a", "b"), ("b", "c"), ("d", "c"), ("e", "d")]
    for one in ("a", "b", "c", "d"):
        assert [(row.source, row.target) for row in store.merges_around(one)] == around
    assert [row.source for row in store.merges_around("e")] == ["e"]
    assert store.merges_around("nobody") == []


def test_articles_come_with_the_layers_asked_for_alone(store):
    whole = annotated("Bão đến Huế ngày 3/6/2024.", "bao")
    store.put_articles([whole], "1")
    [found] = store.articles(["bao"], layers=("times", "sentences"))
    assert found == AnnotatedArticle(
        article=whole.article, sentences=whole.sentences, times=whole.times
    )
    assert list(store.articles(layers=())) == [AnnotatedArticle(article=whole.article)]


def test_the_descent_of_a_story_is_what_it_says_of_its_articles(store):
    told = tell(Thread(id="s", episodes=(Episode(id="e", label="", articles=("bao",)),)),
                [annotated("Bão đến.", "bao")])  # fmt: skip
    store.put_articles([annotated("Bão đến.", "bao")], "1")
    store.put_stories([told])
    found = store.descent("s")
    assert found.lineage == told.lineage != ()
    assert found.duplicates == told.duplicates
    assert store.descent("none").lineage == ()
