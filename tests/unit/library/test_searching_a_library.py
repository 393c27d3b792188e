"""What a library keeps to be searched, as articles come, come anew and are told."""

import sqlite3
from contextlib import closing

import pytest

from newsroom import FILM, FLOOD, MISSING
from sukien.library import open_library
from sukien.library import searching as searching_room
from sukien.model import Article
from sukien.search import Question
from sukien.search.query import words_of
from sukien.store import open_sqlite
from sukien.text.folding import fold

NEWS = (
    Article(id="a", text=FLOOD, published="2023-06-10", publisher="Báo Một"),
    Article(id="b", text=FILM, published="2023-06-11", publisher="Báo Hai"),
    Article(id="c", text=MISSING, published="2023-06-11"),
)


def word(text: str) -> str:
    """A word of that text alone."""
    others = words_of(" ".join(fold(one) for one in (FLOOD, FILM, MISSING) if one != text))
    return next(one for one in words_of(fold(text)) if one not in others)


def ids(library, words, **bounds):
    return [one.card.id for one in library.search(Question(words=words, **bounds)).found]


@pytest.fixture
def path(tmp_path):
    with open_library(tmp_path / "a.sukien", create=True) as library:
        library.add(NEWS)
    return tmp_path / "a.sukien"


def test_an_article_is_found_by_its_words_with_its_story(path):
    with open_library(path) as library:
        [found] = library.search(word(FLOOD)).found
        assert found.card.id == "a"
        assert found.story == library.story_of("a")


def test_articles_that_come_later_are_listed_too(path):
    with open_library(path) as library:
        library.add([Article(id="d", text=FLOOD + " Thêm.", publisher="Báo Một")])
        assert set(ids(library, word(FLOOD), publisher="Báo Một")) == {"a", "d"}


def test_an_article_of_which_more_is_known_is_listed_anew_and_indexed_once(path):
    with open_library(path) as library:
        library.add([Article(id="c", text=MISSING, publisher="Báo Ba")])
        assert ids(library, word(MISSING), publisher="Báo Ba") == ["c"]
        assert ids(library, word(MISSING)) == ["c"]


def test_while_articles_come_they_are_found_by_words_alone(tmp_path):
    with open_library(tmp_path / "n.sukien", create=True) as library:
        library.add(NEWS[:1])
    with closing(sqlite3.connect(tmp_path / "n.sukien")) as connection:
        connection.execute("DELETE FROM catalogues")
        connection.execute("DELETE FROM notes WHERE name = 'catalogue'")
        connection.commit()
    with open_library(tmp_path / "n.sukien", refresh=False) as library:
        result = library.search(word(FLOOD))
        assert [one.card.id for one in result.found] == ["a"]
        assert result.facets.choices["publisher"] == ()


def test_a_story_is_found_by_the_name_that_a_person_gave_it(path):
    with open_library(path) as library:
        story = library.story_of("b")
        library.rename(story, "Chuyện quả khế")
        found = library.search(Question(words="qua khe", kind="stories")).stories
        assert [one.story.label for one in found] == ["Chuyện quả khế"]
        assert [one.name for one in library.suggest("khe")] == ["Chuyện quả khế"]


def test_an_older_library_is_indexed_when_its_stories_are_told(path):
    with open_library(path) as library:
        before = ids(library, word(FILM))
    with closing(sqlite3.connect(path)) as connection:
        for table in ("findables", "spoken", "findable_stories", "catalogues"):
            connection.execute(f"DROP TABLE {table}")
        for kind in ("articles", "sentences", "quotes", "stories"):
            connection.execute(f"DROP TABLE words_of_{kind}")
        connection.execute("CREATE VIRTUAL TABLE words_exact USING fts5(id, title, body)")
        connection.execute("DELETE FROM notes WHERE name IN ('search', 'catalogue')")
        connection.execute("UPDATE notes SET value = '6' WHERE name = 'version'")
        connection.commit()
    with open_library(path, refresh=False) as library:
        assert ids(library, word(FILM)) == []
    with open_library(path) as library:
        assert ids(library, word(FILM)) == before == ["b"]
        assert (
            library.search(Question(publisher="Báo Hai", kind="stories")).counts["stories"].number
        )
    with closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert not [name for name in names if name.startswith("words_exact")]


def test_another_version_makes_everything_anew(path, monkeypatch):
    monkeypatch.setattr(searching_room, "VERSION", "another")
    store = open_sqlite(path)
    assert searching_room.Searching(store).missing() == ["a", "b", "c"]
    store.close()
    with open_library(path, refresh=False) as library:
        assert ids(library, word(FLOOD)) == []
    with open_library(path) as library:
        library.tell_stories()
        assert ids(library, word(FLOOD)) == ["a"]
        assert library.search(Question(words=word(FLOOD), kind="sentences")).found


def test_a_correction_leaves_the_lists_that_telling_anew_makes(path):
    with open_library(path) as library:
        library.join(library.story_of("a"), library.story_of("b"))
        library.rename(library.story_of("c"), "Chuyện quả khế")
        corrected = lists(path)
        library.tell_stories()
        assert lists(path) == corrected


def lists(path):
    """What is kept as arrays, without the order of names that begin alike."""
    store = open_sqlite(path)
    listed, names = searching_room.Searching(store).lists()
    store.close()
    return listed, sorted(names.suggestions, key=repr), names.endings
