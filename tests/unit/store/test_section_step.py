"""A library of version 5 gets sections, in its table and in its records."""

import sqlite3
from contextlib import closing

from msgspec.structs import replace

from building import annotated
from sukien.annotate.sections import sections
from sukien.model import Article
from sukien.store import open_sqlite
from sukien.store.schema import VERSION

MATCH = "Đội tuyển Việt Nam thắng trận chung kết\nCác cầu thủ ghi hai bàn thắng trên sân Mỹ Đình."


def as_version_5(path) -> None:
    """Make a library what it was before it had sections."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX articles_by_section")
        connection.execute("ALTER TABLE articles DROP COLUMN section")
        connection.execute("UPDATE notes SET value = '5' WHERE name = 'version'")
        connection.commit()


def test_articles_get_their_sections(tmp_path) -> None:
    path = tmp_path / "a.sukien"
    store = open_sqlite(path, create=True)
    article = annotated(MATCH, "x", published="2024-09-07")
    store.put_articles([article], "p")
    store.close()
    as_version_5(path)
    again = open_sqlite(path)
    assert again.note("version") == str(VERSION)
    [section] = sections([article.text])
    assert section is not None
    assert section.code == "sport"
    assert again.article("x") == replace(article, section=section)
    assert [card.section for card in again.cards(["x"])] == ["sport"]
    again.close()


def test_more_articles_than_are_read_at_once_all_get_one(tmp_path) -> None:
    path = tmp_path / "a.sukien"
    store = open_sqlite(path, create=True)
    first = annotated(MATCH)
    many = [replace(first, article=Article(id=f"a{n:03}", text=MATCH)) for n in range(205)]
    store.put_articles(many, "p")
    store.close()
    as_version_5(path)
    again = open_sqlite(path)
    assert {card.section for card in again.cards(one.id for one in many)} == {"sport"}
    again.close()
