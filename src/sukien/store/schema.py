"""The tables of a library, and the steps from each version of them to the next."""

from collections.abc import Callable

from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, MetaData, String, Table

APPLICATION = "sukien"
VERSION = 1

metadata = MetaData()

notes = Table(
    "notes",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("text_digest", String, nullable=False),
    Column("published", String),
    Column("publisher", String),
    Column("url", String),
    Column("title", String, nullable=False),
    Column("source", String, nullable=False),
    Column("pipeline", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("articles_by_date", "published", "id"),
)

failures = Table(
    "failures",
    metadata,
    Column("source", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("message", String, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("label", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("content", LargeBinary, nullable=False),
)

memberships = Table(
    "memberships",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False, index=True),
    Column("episode_id", String, nullable=False),
)

Migration = Callable[[Connection], None]

# From version n to n + 1, under key n.
MIGRATIONS: dict[int, Migration] = {}
