"""Entities across the articles of a library, from reading to undoing."""

import datetime as dt

import pytest

from building import annotated
from sukien import pipeline
from sukien.errors import InputError, NotFoundError
from sukien.library import Library, open_library
from sukien.store import open_sqlite

BODY = (
    "Chiều 7/9, tàu hàng Lá Đỏ mắc cạn ngoài khơi Cửa Lá vì sóng lớn, mười hai thuyền viên bám "
    "mạn tàu chờ cứu hộ suốt bốn giờ.\nCảng vụ cho tàu kéo ra cứu thuyền viên trên tàu Lá Đỏ."
)
LONG, SHORT = "person:Bùi Văn Sự", "person:Văn Sự"
ARTICLES = [
    annotated(
        f"Tàu Lá Đỏ mắc cạn ở Cửa Lá\n{BODY}\nThuyền trưởng [Bùi Văn Sự|PER {LONG}] kể.",
        "a1",
        published="2024-09-07",
    ),
    annotated(
        f"Cứu tàu Lá Đỏ mắc cạn ở Cửa Lá\n{BODY}\nÔng [Văn Sự|PER {SHORT}] cảm ơn.",
        "a2",
        published="2024-09-07",
    ),
]


def shelf(path, articles):
    store = open_sqlite(path, create=True)
    store.put_articles(articles, pipeline.version())
    library = Library(store)
    library.tell_stories()
    return library


@pytest.fixture
def library(tmp_path):
    with shelf(tmp_path / "a.sukien", ARTICLES) as opened:
        yield opened


def ids(library):
    """Every person's id that readers of the library see."""
    of_stories = {e.entity for s in library.stories() for e in s.entities if e.type == "PER"}
    of_articles = {n.entity for a in library.articles() for n in a.names}
    return of_stories, of_articles, {n.entity for n in library.article("a2").names}


def test_one_person_in_two_articles_is_one_everywhere(library):
    assert ids(library) == ({LONG}, {LONG}, {LONG})
    [found] = library.entities("van su")
    assert (found.entity, found.articles) == (LONG, ("a1", "a2"))
    assert library.entity(SHORT) == found


def test_what_was_read_is_not_rewritten(library, tmp_path):
    store = open_sqlite(tmp_path / "a.sukien")
    assert list(store.articles()) == ARTICLES
    store.close()


def test_a_merge_is_undone_for_good(library):
    now = dt.datetime(2026, 11, 21, 10, tzinfo=dt.UTC)
    row = library.unmerge(SHORT, now=now)
    assert (row.source, row.target, row.undone) == (SHORT, LONG, "2026-11-21T10:00:00+00:00")
    assert ids(library) == ({LONG, SHORT}, {LONG, SHORT}, {SHORT})
    library.tell_stories()
    assert ids(library)[0] == {LONG, SHORT}
    assert library.entity(SHORT).undone == (row,)


def test_a_merge_by_hand_can_be_undone_and_made_again(library):
    library.unmerge(SHORT)
    made = library.merge(SHORT, LONG, note="cùng  người")
    assert made.reasons == ("by_hand", "note: cùng người")
    assert ids(library) == ({LONG}, {LONG}, {LONG})
    [name] = library.article("a2").names
    assert name.reason == "by_hand\nnote: cùng người"
    library.unmerge(SHORT)
    assert ids(library)[0] == {LONG, SHORT}


def test_by_hand_the_other_way_round(library):
    library.merge(LONG, SHORT)
    assert ids(library) == ({SHORT}, {SHORT}, {SHORT})


def test_into_an_entity_of_the_tables(library):
    library.merge(SHORT, "person:Vladimir Putin")
    assert ids(library)[0] == {LONG, "person:Vladimir Putin"}


def test_merges_that_cannot_be(library):
    with pytest.raises(InputError, match="into itself"):
        library.merge(LONG, LONG)
    with pytest.raises(NotFoundError, match=r"no entity 'person:Bùi Văn Su'.*did you mean"):
        library.merge("person:Bùi Văn Su", LONG)
    with pytest.raises(NotFoundError, match=r"no entity 'org:'.*lists them"):
        library.merge(LONG, "org:")
    library.merge(LONG, SHORT)
    with pytest.raises(InputError, match="circle"):
        library.merge(SHORT, LONG)
    with pytest.raises(InputError, match="already"):
        library.merge(LONG, "person:Vladimir Putin")
    assert library.merge(LONG, SHORT).target == SHORT


def test_what_is_not_merged_cannot_be_undone(library):
    with pytest.raises(InputError, match=f"merged into it are '{SHORT}'"):
        library.unmerge(LONG)
    with pytest.raises(NotFoundError, match="no entity 'x'"):
        library.unmerge("x")
    with pytest.raises(NotFoundError, match="no entity 'x'"):
        library.entity("x")


def test_the_order_of_adding_does_not_matter(tmp_path, library):
    other = shelf(tmp_path / "b.sukien", ARTICLES[1:])
    store = open_sqlite(tmp_path / "b.sukien")
    store.put_articles(ARTICLES[:1], pipeline.version())
    store.close()
    other.tell_stories()
    assert other.entities() == library.entities()
    assert other.stories() == library.stories()
    other.close()


def test_stories_are_told_anew_after_a_merge_by_hand(tmp_path, library):
    library.merge(LONG, SHORT)
    with open_library(tmp_path / "a.sukien", refresh=False) as reader:
        assert ids(reader)[0] == {SHORT}


NOW = dt.datetime(2026, 11, 21, 10, tzinfo=dt.UTC)


def said(library):
    """What was said of entities: `merge` or `unmerge`, by whom, undone by whom."""
    return [(one.kind, one.by, one.undone_by if one.undone else None)
            for one in library.corrections()]  # fmt: skip


def test_who_merged_and_why_is_kept_and_undone_like_any_correction(library):
    library.merge(LONG, SHORT, note="cùng  người", by="Minh", now=NOW)
    [made] = library.corrections()
    assert (made.kind, made.entities, made.note) == ("merge", (LONG, SHORT), "cùng người")
    assert (made.made, made.by) == ("2026-11-21T10:00:00+00:00", "Minh")
    assert ids(library)[0] == {SHORT}
    library.undo(made.key, by="Lan")
    assert said(library) == [("merge", "Minh", "Lan")]
    library.tell_stories()
    assert ids(library)[0] == {LONG, SHORT}


def test_what_was_taken_apart_by_hand_is_put_together_by_undoing(library):
    library.unmerge(SHORT, by="Minh", note="hai người khác nhau")
    assert ids(library)[0] == {LONG, SHORT}
    library.undo(1, by="Lan")
    assert said(library) == [("unmerge", "Minh", "Lan")]
    library.tell_stories()
    assert ids(library)[0] == {LONG}


def test_merging_again_takes_back_what_was_said_against_it(library):
    library.unmerge(SHORT, by="Minh")
    library.merge(SHORT, LONG, by="Lan")
    assert said(library) == [("unmerge", "Minh", "Lan"), ("merge", "Lan", None)]
    library.unmerge(SHORT, by="An")
    assert said(library) == [("unmerge", "Minh", "Lan"), ("merge", "Lan", "An")]
    assert ids(library)[0] == {LONG, SHORT}


def test_what_is_elsewhere_by_now_is_not_put_together(library):
    library.unmerge(SHORT)
    library.merge(SHORT, "person:Vladimir Putin")
    with pytest.raises(InputError, match="by now"):
        library.undo(1)


def test_a_merge_by_hand_stands_against_automatic_ones_at_once(library):
    library.merge(LONG, SHORT)
    quick = (library.stories(), library.entities())
    library.tell_stories()
    assert (library.stories(), library.entities()) == quick


def test_an_article_reads_the_same_alone_and_among_all(library):
    everything = {one.id: one for one in library.articles()}
    assert {one: library.article(one) for one in everything} == everything
    assert {one.id: one for one in library.articles(everything)} == everything
