"""Engines that rest remember nothing of a file."""

import shutil

import pytest
from sqlalchemy import create_engine

from building import annotated
from sukien.errors import NotALibraryError, NotFoundError
from sukien.store import open_sqlite
from sukien.store.resting import Opened, Resting


def opened(name="a"):
    return Opened(f"/{name}.sukien", f"{name}.sukien", 30.0)


def test_an_engine_is_one_takers_alone():
    resting, engine = Resting(), create_engine("sqlite://")
    resting.put(opened(), engine)
    assert resting.take(opened("b")) is None
    assert resting.take(opened()) is engine
    assert resting.take(opened()) is None


def test_only_the_latest_few_rest():
    resting = Resting(most=2)
    for name in "abc":
        resting.put(opened(name), create_engine("sqlite://"))
    assert resting.take(opened("a")) is None
    assert resting.take(opened("b")) and resting.take(opened("c"))


def test_a_file_that_was_replaced_is_read_anew_and_one_that_is_gone_is_missed(tmp_path):
    one, other = tmp_path / "one.sukien", tmp_path / "other.sukien"
    for path, text in ((one, "Bão đến."), (other, "Nắng lên.")):
        store = open_sqlite(path, create=True)
        store.put_articles([annotated(text, path.stem)], "1")
        store.close()
    shutil.copy(other, one)
    store = open_sqlite(one)
    assert [article.text for article in store.articles()] == ["Nắng lên."]
    store.close()
    one.write_bytes(b"")
    with pytest.raises(NotALibraryError, match="is empty"):
        open_sqlite(one)
    one.unlink()
    with pytest.raises(NotFoundError):
        open_sqlite(one)


def test_a_store_closes_once(tmp_path):
    store = open_sqlite(tmp_path / "a.sukien", create=True)
    store.close()
    again = open_sqlite(tmp_path / "a.sukien")
    store.close()
    third = open_sqlite(tmp_path / "a.sukien")
    assert again.engine is store.engine
    assert third.engine is not again.engine
    again.close()
    third.close()
