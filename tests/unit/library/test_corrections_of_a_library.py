"""What people say of a library's stories: kept, applied, taken back, and never lost."""

import datetime as dt

import pytest

from building import annotated
from newsroom import FILM, FLOOD, MISSING, REBUILT
from sukien import pipeline
from sukien.errors import BusyError, InputError, NotFoundError
from sukien.library import Library, open_library
from sukien.model import AnnotatedArticle
from sukien.store import open_sqlite

NOW = dt.datetime(2026, 11, 21, 8, tzinfo=dt.UTC)
NEWS = [
    annotated(FLOOD, "a", published="2023-06-10"),
    annotated(MISSING, "b", published="2023-06-11"),
    annotated(FILM, "c", published="2023-06-11"),
    annotated(REBUILT, "d", published="2023-09-02"),
]


def shelf(path, articles: list[AnnotatedArticle]) -> Library:
    """A library that holds the articles as they were built."""
    store = open_sqlite(path, create=True)
    library = Library(store)
    store.put_articles(articles, pipeline.version())
    library.tell_stories()
    return library


def later(library: Library, path, articles: list[AnnotatedArticle]) -> None:
    """More articles come into it."""
    store = open_sqlite(path)
    store.put_articles(articles, pipeline.version())
    library.tell_stories()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.sukien"


@pytest.fixture
def library(path):
    with shelf(path, NEWS) as opened:
        yield opened


def shown(library: Library) -> list[str]:
    """The stories as `a b | d`, in order of their ids' articles."""
    return sorted(
        " | ".join(" ".join(e.articles) for e in one.episodes) for one in library.stories()
    )


def of(library: Library, article: str) -> str:
    return library.story_of(article) or ""


def test_two_stories_are_joined_and_taken_apart(library):
    before = library.stories()
    made = library.join(of(library, "c")[:6], of(library, "a"), now=NOW, by="Minh")
    assert shown(library) == ["a b | c | d"]
    assert (made.key, made.kind, made.made, made.by) == (
        1,
        "join",
        "2026-11-21T08:00:00+00:00",
        "Minh",
    )
    undone = library.undo(made.key, now=NOW)
    assert undone.undone == "2026-11-21T08:00:00+00:00"
    assert library.stories() == before


def test_an_episode_becomes_a_story(library):
    story = library.story(of(library, "a"))
    library.split(story.id, [story.episodes[1].id[:8]])
    assert shown(library) == ["a b", "c", "d"]
    assert library.story_of("a") == story.id


def test_an_article_is_taken_out_and_its_episode_called_by_its_own_title(library):
    library.exclude("a")
    assert shown(library) == ["a", "b | d", "c"]
    [alone] = library.story(of(library, "a")).episodes
    assert alone.label == "Lũ quét cuốn trôi cầu Bản Pát ở Mường Lống"
    assert library.story(of(library, "b")).episodes[0].label.startswith("Ba người mất tích")


def test_a_name_given_by_hand_outlives_joins_rebuilds_and_reopening(library, path):
    library.rename(of(library, "c"), "  Mùa Chanh Đắng ở Busan ")
    library.join(of(library, "a"), of(library, "c"))
    library.rebuild()
    with open_library(path) as again:
        assert [one.label for one in again.stories()] == ["Mùa Chanh Đắng ở Busan"]
    library.undo(1)
    assert [one.label for one in library.stories()] != ["Mùa Chanh Đắng ở Busan"]


def test_corrections_hold_whenever_they_were_made(path, tmp_path):
    with shelf(path, NEWS[:3]) as early:
        early.join(of(early, "a"), of(early, "c"))
        early.exclude("b")
        later(early, path, NEWS[3:])
        with shelf(tmp_path / "b.sukien", NEWS) as late:
            for one in early.corrections():
                late._telling.threads.add_judgement(one)
            late.rebuild()
            assert late.stories() == early.stories()


def test_rebuilding_twice_gives_the_same_bytes(library):
    library.exclude("b")
    library.join(of(library, "b"), of(library, "c"))
    library.rebuild()
    before = library.stories()
    library._telling.stale()
    library.rebuild()
    assert library.stories() == before


def test_an_excluded_article_that_is_added_again_stays_alone(library, path):
    library.exclude("b")
    later(library, path, [annotated(MISSING, "b", published="2023-06-11", publisher="Báo Mẫu")])
    assert shown(library) == ["a | d", "b", "c"]


def test_a_former_id_leads_to_the_story_that_it_became(library):
    film, flood = of(library, "c"), of(library, "a")
    library.join(film, flood)
    assert library.full_story_id(film[:5]) == flood
    assert library.story(film).id == flood
    library.undo(1)
    assert library.story(film).id == film
    with pytest.raises(NotFoundError):
        library.full_story_id("zzz")


def test_a_former_id_leads_on_through_several_changes(library):
    bridge, film, flood = "d", of(library, "c"), of(library, "a")
    story = library.story(flood)
    library.split(flood, [story.episodes[1].id])
    alone = of(library, bridge)
    library.join(alone, film)
    assert of(library, bridge) == film
    library.join(film, flood)
    assert library.story(alone).id == flood
    kinds = [(one.kind, one.what) for one in library.changes() if one.what == "story"]
    assert kinds == [("split", "story"), ("merged", "story"), ("merged", "story")]
    assert library.changes([alone]) == [
        one for one in library.changes() if alone in one.before + one.after
    ]


def test_a_former_episode_id_can_still_be_named(library):
    story = library.story(of(library, "a"))
    library.exclude("a")
    left = library.story(of(library, "b"))
    assert left.episodes[0].id == story.episodes[0].id
    library.split(left.id, [story.episodes[0].id])
    assert shown(library) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda one, a, c: one.join(a, a), "same story already"),
        (lambda one, a, c: one.join(a, "zzz"), "no story 'zzz'"),
        (lambda one, a, c: one.split(a, []), "name the episodes"),
        (lambda one, a, c: one.split(a, ["zzz"]), "no episode 'zzz' of story"),
        (lambda one, a, c: one.split(a, [""]), "no episode ''"),
        (
            lambda one, a, c: one.split(a, [e.id for e in one.story(a).episodes]),
            "would have no episode left",
        ),
        (lambda one, a, c: one.exclude("c"), "alone in its story already"),
        (lambda one, a, c: one.exclude("x"), "no article 'x'"),
        (lambda one, a, c: one.rename(a, " "), "the label is empty"),
        (lambda one, a, c: one.rename(a, "á" * 201), "at most 200 characters"),
        (lambda one, a, c: one.rename(a, "hai\ndòng"), "one line"),
        (lambda one, a, c: one.rename(a, "tên", by="\x00"), "one line"),
        (lambda one, a, c: one.undo(7), "no correction 7"),
    ],
)
def test_what_changes_nothing_is_refused_with_a_remedy(library, ask, told):
    with pytest.raises((InputError, NotFoundError), match=told):
        ask(library, of(library, "a"), of(library, "c"))
    assert library.corrections() == []


def test_what_was_undone_cannot_be_undone_again(library):
    library.exclude("b")
    library.undo(1, now=NOW)
    with pytest.raises(InputError, match="undone already"):
        library.undo(1)


def test_only_stories_that_changed_are_told_again(library, monkeypatch):
    told = []
    from sukien.library import telling  # noqa: PLC0415

    tell = telling.tell
    monkeypatch.setattr(
        telling, "tell", lambda one, articles: told.append(one.id) or tell(one, articles)
    )
    library.rename(of(library, "c"), "Mùa Chanh Đắng")
    assert told == [of(library, "c")]


def test_why_and_who_took_it_back_are_kept(library):
    made = library.exclude("b", by="Minh", note=" chuyện\n khác ")
    assert made.note == "chuyện khác"
    undone = library.undo(made.key, by="Lan")
    assert (undone.by, undone.undone_by) == ("Minh", "Lan")
    with pytest.raises(InputError, match="at most 1000"):
        library.exclude("b", note="á" * 1001)


def test_a_correction_does_not_thread_or_link_anew(library, monkeypatch):
    from sukien.library import telling  # noqa: PLC0415

    def never(*_args, **_more):
        raise AssertionError

    monkeypatch.setattr(telling, "Stream", never)
    monkeypatch.setattr(telling.link, "find_merges", never)
    library.join(of(library, "c"), of(library, "a"))
    assert shown(library) == ["a b | c | d"]
    library.undo(1)
    library.refresh()
    assert shown(library) == ["a b | d", "c"]


def test_corrected_stories_are_those_that_telling_all_gives(library):
    library.join(of(library, "c"), of(library, "a"))
    library.exclude("b")
    quick = library.stories()
    library._telling.stale()
    assert library.stories() == quick


def test_articles_that_came_meanwhile_wait_and_are_not_lost(path):
    with shelf(path, NEWS[:3]) as library, open_library(path, refresh=False) as pages:
        library._keep([NEWS[3]])
        pages.join(of(pages, "c"), of(pages, "a"))
        assert shown(pages) == ["a b | c"]
        assert shown(library) == ["a b | c | d"]


def test_a_correction_made_while_stories_are_told_is_told_too(path, monkeypatch):
    from sukien.library import telling  # noqa: PLC0415

    with shelf(path, NEWS[:3]) as library, open_library(path, refresh=False) as pages:
        library._keep([NEWS[3]])
        found = telling.link.find_merges
        calls = []

        def meanwhile(*args):
            if not calls:
                calls.append(1)
                pages.rename(of(pages, "c"), "Mùa Chanh Đắng")
            return found(*args)

        monkeypatch.setattr(telling.link, "find_merges", meanwhile)
        library.tell_stories()
        assert shown(library) == ["a b | d", "c"]
        assert library.story(of(library, "c")).label == "Mùa Chanh Đắng"
        assert len(library.corrections()) == 1


def test_articles_that_come_while_stories_are_told_are_told_next(path, monkeypatch):
    from sukien.library import telling  # noqa: PLC0415

    with shelf(path, NEWS[:2]) as library, open_library(path) as other:
        library._keep([NEWS[3]])
        found = telling.link.find_merges
        calls = []

        def meanwhile(*args):
            if not calls:
                calls.append(1)
                other._keep([NEWS[2]])
            return found(*args)

        monkeypatch.setattr(telling.link, "find_merges", meanwhile)
        library.tell_stories()
        assert shown(library) == ["a b | d", "c"]


def test_who_waits_too_long_for_another_writer_is_told(path):
    shelf(path, NEWS).close()
    store = open_sqlite(path)
    with store.writing(), open_library(path, refresh=False, patience=0.05) as library:
        with pytest.raises(BusyError, match="another process is writing"):
            library.rename(of(library, "c"), "Mùa Chanh Đắng")
        assert shown(library) == ["a b | d", "c"]
    store.close()
    with open_library(path) as library:
        library.rename(of(library, "c"), "Mùa Chanh Đắng")
