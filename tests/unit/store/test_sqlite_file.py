import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from building import annotated
from sukien.errors import LibraryError, NewerLibraryError, NotALibraryError, NotFoundError
from sukien.library import open_library
from sukien.model import Article
from sukien.store import Wanted, open_sqlite
from sukien.store.schema import MIGRATIONS, VERSION


def test_a_missing_library_is_not_made_by_asking(tmp_path):
    with pytest.raises(NotFoundError, match="sukien add"):
        open_sqlite(tmp_path / "none.sukien")
    assert not (tmp_path / "none.sukien").exists()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(NotFoundError, match="no such folder"):
        open_sqlite(tmp_path / "deep" / "a.sukien", create=True)


def test_a_folder_is_not_a_library(tmp_path):
    with pytest.raises(NotALibraryError, match="is a folder"):
        open_sqlite(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"hello", b"\x89PNG\r\n\x1a\n" * 40])
def test_another_kind_of_file_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "a.sukien"
    path.write_bytes(content)
    with pytest.raises(NotALibraryError, match="not a Sukien library"):
        open_sqlite(path, create=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER, body TEXT)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(NotALibraryError, match="another program"):
        open_sqlite(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_with_both_versions(tmp_path):
    path = tmp_path / "a.sukien"
    open_sqlite(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE notes SET value = '99' WHERE name = 'version'")
        connection.commit()
    with pytest.raises(NewerLibraryError, match="version 99"):
        open_sqlite(path)


def test_a_truncated_library_is_an_error_that_names_the_file(tmp_path):
    path = tmp_path / "a.sukien"
    opened = open_sqlite(path, create=True)
    opened.put_articles([annotated("Một\nHai.", str(i)) for i in range(300)], "p")
    opened.close()
    path.write_bytes(path.read_bytes()[:5000])

    def use():
        again = open_sqlite(path)
        try:
            list(again.articles())
        finally:
            again.close()

    with pytest.raises(LibraryError, match=r"a\.sukien"):
        use()


def test_a_damaged_record_is_told_from_a_missing_one(tmp_path):
    path = tmp_path / "a.sukien"
    opened = open_sqlite(path, create=True)
    opened.put_articles([annotated("Một\nHai.", "x")], "p")
    opened.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE articles SET content = x'00'")
        connection.commit()
    again = open_sqlite(path)
    with pytest.raises(LibraryError, match="damaged"):
        again.article("x")
    again.close()


def test_the_library_writes_ahead(tmp_path):
    path = tmp_path / "a.sukien"
    open_sqlite(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def as_version_1(path):
    """Make a library what the first version of its tables was."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE sightings")
        connection.execute("DROP TABLE merges")
        connection.execute("UPDATE notes SET value = '1' WHERE name = 'version'")
        connection.commit()


def test_a_library_of_version_1_gets_sightings_and_merges(tmp_path):
    path = tmp_path / "a.sukien"
    store = open_sqlite(path, create=True)
    article = annotated("Ông [Bùi Văn Sự|PER person:Bùi Văn Sự] đến\nTrời mưa.", "x")
    store.put_articles([article], "p")
    store.note("stories", "told")
    seen = store.sightings()
    store.close()
    as_version_1(path)
    again = open_sqlite(path)
    assert again.note("version") == str(VERSION)
    assert replace(again.article("x"), section=None) == article
    assert again.sightings() == seen
    assert [one.name for one in seen] == ["Bùi Văn Sự"]
    assert again.merges() == []
    assert again.note("stories") == "stale"
    again.close()


def test_a_library_of_version_4_gets_what_lists_need_when_its_stories_are_told_anew(tmp_path):
    path = tmp_path / "a.sukien"
    with open_library(path, create=True) as library:
        library.add([Article(id="x", text="Bão đến\nTrời mưa.", published="2024-05-01")])
    beside = ("summaries", "reports", "novelties", "courses", "disputes", "agenda", "edges")
    with closing(sqlite3.connect(path)) as connection:
        for table in beside:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE notes SET value = '4' WHERE name = 'version'")
        connection.commit()
    with open_library(path, refresh=False) as library:
        assert library.beside.standings(Wanted()) == []
        assert len(library.stories()) == 1
    with open_library(path) as library:
        [one] = library.beside.standings(Wanted())
        assert one.story == library.stories()[0].id


def test_a_migrated_library_has_the_tables_of_a_new_one(tmp_path):
    old, new = tmp_path / "old.sukien", tmp_path / "new.sukien"
    for path in (old, new):
        open_sqlite(path, create=True).close()
    as_version_1(old)
    open_sqlite(old).close()
    made = []
    for path in (old, new):
        with closing(sqlite3.connect(path)) as connection:
            made.append(sorted(connection.execute("SELECT type, name, sql FROM sqlite_master")))
    assert made[0] == made[1]


def test_every_older_version_has_its_step():
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_an_empty_file_is_no_library_unless_one_is_made(tmp_path):
    path = tmp_path / "a.sukien"
    path.touch()
    with pytest.raises(NotALibraryError, match="is empty"):
        open_sqlite(path)
    assert path.stat().st_size == 0
    open_sqlite(path, create=True).close()
    open_sqlite(path).close()


def test_opening_to_read_does_not_wait_for_a_writer(tmp_path):
    path = tmp_path / "a.sukien"
    store = open_sqlite(path, create=True)
    with store.writing():
        store.note("a", "b")
        open_sqlite(path, patience=0.0).close()
    store.close()
