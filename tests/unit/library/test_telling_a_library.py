"""How a library tells its stories as articles come. Articles are written for these tests."""

import msgspec
import pytest

from building import annotated
from newsroom import FILM, FLOOD, MISSING
from sukien.library import open_library
from sukien.library import telling as telling_room
from sukien.model import Article
from sukien.store import SqlThreads, open_sqlite

CAST = (
    "Đạo diễn phim Mùa Chanh Đắng về nước\n"
    "Đạo diễn Lê Hoài Vy của phim Mùa Chanh Đắng về nước sau giải thưởng ở liên hoan phim Busan."
)


def article(text: str, name: str, published: str | None) -> Article:
    return Article(id=name, text=text, published=published)


NEWS = (
    article(FLOOD, "a", "2023-06-10"),
    article(FILM, "b", "2023-06-11"),
    article(MISSING, "c", "2023-06-11"),
    article(CAST, "d", "2023-06-14"),
)


def told(library):
    return [(s.id, s.label, [(e.id, e.articles) for e in s.episodes]) for s in library.stories()]


@pytest.fixture
def whole(tmp_path):
    with open_library(tmp_path / "whole.sukien", create=True) as library:
        library.add(NEWS)
        return told(library)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_one_after_the_other_gives_what_all_at_once_gives(tmp_path, whole, order):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        for place in order:
            library.add([NEWS[place]])
        assert told(library) == whole


def test_undated_articles_come_last_whenever_they_are_added(tmp_path):
    undated = article(MISSING, "u", None)
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add([undated])
        library.add(NEWS[:2])
        first = told(library)
    with open_library(tmp_path / "b.sukien", create=True) as library:
        library.add([*NEWS[:2], undated])
        assert told(library) == first


def test_only_stories_that_changed_are_told_again(tmp_path, monkeypatch):
    asked = []
    tell = telling_room.tell

    def watched(thread, articles):
        asked.append(thread.id)
        return tell(thread, articles)

    monkeypatch.setattr(telling_room, "tell", watched)
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS[:2])
        assert len(asked) == 2
        library.add(NEWS[2:3])
        assert len(asked) == 3
        library.tell_stories()
        assert len(asked) == 3


def test_threading_goes_on_from_the_day_before_the_last(tmp_path):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS)
    store = open_sqlite(tmp_path / "a.sukien")
    threads = SqlThreads(store)
    state = threads.state()
    assert state is not None and state.day == threads.last_day() - 1
    assert [one.id for one in threads.digests(state.day)] == ["d"]
    store.close()


def test_a_late_article_makes_the_kept_state_void(tmp_path):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS)
        library.add([article(MISSING, "late", "2023-06-10")])
        assert [("a", "c", "late")] in [
            [tuple(sorted(names)) for _, names in episodes] for _, _, episodes in told(library)
        ]


def test_a_merge_of_stories_is_recorded(tmp_path):
    bridge = "Lũ quét cuốn trôi cầu Bản Pát, phim Mùa Chanh Đắng hoãn chiếu\n" + FLOOD + "\n" + FILM
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS[:2])
        before = {one[0] for one in told(library)}
        library.add([article(bridge, "z", "2023-06-12")])
        after = {one[0] for one in told(library)}
    store = open_sqlite(tmp_path / "a.sukien")
    recorded = SqlThreads(store).changes()
    store.close()
    assert len(before) == 2 and len(after) == 1
    merged = [one for one in recorded if one.kind == "merged" and one.what == "story"]
    assert set(merged[0].before) == before and set(merged[0].after) == after


def test_a_story_that_cannot_be_told_is_a_recorded_failure(tmp_path, monkeypatch):
    tell = telling_room.tell

    def failing(thread, articles):
        if any(one.id == "b" for one in articles):
            raise ZeroDivisionError("a fault")
        return tell(thread, articles)

    monkeypatch.setattr(telling_room, "tell", failing)
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS[:2])
        assert len(library.stories()) == 2
        (failure,) = library.failures()
        assert failure.source.startswith("story ") and "a fault" in failure.message
        monkeypatch.setattr(telling_room, "tell", tell)
        library.add(NEWS[3:])
        assert not library.failures()


def test_a_telling_that_is_stopped_leaves_what_was_told(tmp_path, monkeypatch):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS[:2])
        before = told(library)

        def stopped(thread, articles):
            raise KeyboardInterrupt

        monkeypatch.setattr(telling_room, "tell", stopped)
        with pytest.raises(KeyboardInterrupt):
            library.add(NEWS[2:])
    with open_library(tmp_path / "a.sukien", refresh=False) as library:
        assert told(library) == before
    monkeypatch.undo()
    with open_library(tmp_path / "a.sukien") as library:
        assert sum(len(names) for _, _, es in told(library) for _, names in es) == 4


def test_libraries_with_digests_of_another_version_are_threaded_anew(tmp_path, whole):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS)
    store = open_sqlite(tmp_path / "a.sukien")
    store.note("digests", "0")
    store.note("stories", "stale")
    store.close()
    with open_library(tmp_path / "a.sukien") as library:
        assert told(library) == whole


def test_a_digest_is_small():
    one = telling_room.digest(annotated(FLOOD, "a", published="2023-06-10"))
    assert len(msgspec.msgpack.encode(one)) < 4 * len(FLOOD.encode())
