"""The tables of a library, and the steps from each version of them to the next."""

from collections.abc import Callable

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    insert,
    inspect,
    select,
    update,
)

from sukien.link import sightings as sightings_of
from sukien.model import AnnotatedArticle, Sighting
from sukien.store.packing import unpacked
from sukien.store.section_step import sections_of_articles

APPLICATION = "sukien"
VERSION = 8

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
    Column("section", String, nullable=False, server_default=""),
    Column("content", LargeBinary, nullable=False),
    Index("articles_by_date", "published", "id"),
    Index("articles_by_section", "section", "published", "id"),
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
    Column("label", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("inputs", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("stories_by_date", "last", "id"),
)

memberships = Table(
    "memberships",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False, index=True),
    Column("episode_id", String, nullable=False),
)

summaries = Table(
    "summaries",
    metadata,
    Column("story_id", String, primary_key=True),
    Column("label", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("weight", Float, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("section", String),
    Column("content", LargeBinary, nullable=False),
)
Index("summaries_by_weight", summaries.c.weight.desc(), summaries.c.story_id)
Index("summaries_by_section", summaries.c.section, summaries.c.weight.desc(), summaries.c.story_id)

reports = Table(
    "reports",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False, index=True),
    Column("day", String),
    Column("source", String, nullable=False),
    Column("echo_of", String),
    Index("reports_by_day", "day", "story_id", "source"),
)

novelties = Table(
    "novelties",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("story_id", String, nullable=False, index=True),
    Column("day", String),
    Column("content", LargeBinary, nullable=False),
)

courses = Table(
    "courses",
    metadata,
    Column("story_id", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

disputes = Table(
    "disputes",
    metadata,
    Column("story_id", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("day", String),
    Column("weight", Float, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
Index("disputes_by_weight", disputes.c.weight.desc(), disputes.c.story_id)

agenda = Table(
    "agenda",
    metadata,
    Column("story_id", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", String, nullable=False),
    Column("end", String, nullable=False),
    Column("announced", String),
    Column("closed", String),
    Column("outcome", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("agenda_by_day", "start", "end", "outcome", "announced", "closed"),
)

edges = Table(
    "edges",
    metadata,
    Column("story_id", String, nullable=False, index=True),
    Column("actor", String, nullable=False, index=True),
    Column("target", String, nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("actor_name", String, nullable=False),
    Column("target_name", String, nullable=False),
    Column("happenings", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("until", String),
    Column("content", LargeBinary, nullable=False),
    Index("edges_by_parties", "actor", "target", "type", "happenings", "articles", "until"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("article", String, nullable=False, index=True),
    Column("entity", String, nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("name", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("gender", String, nullable=False),
)

merges = Table(
    "merges",
    metadata,
    Column("source", String, primary_key=True),
    Column("target", String, primary_key=True),
    Column("reasons", String, nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("undone", String),
)

digests = Table(
    "digests",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("day", Integer),
    Column("told", Boolean, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("digests_by_day", "day", "article_id"),
)

states = Table(
    "states",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("articles", String, nullable=False),
    Column("rest", String, nullable=False),
    Column("text", String, nullable=False),
    Column("made", String, nullable=False),
    Column("by", String, nullable=False),
    Column("undone", String),
    Column("undone_by", String, nullable=False, server_default=""),
    Column("note", String, nullable=False, server_default=""),
    Column("entities", String, nullable=False, server_default="[]"),
)

computed = Table(
    "computed",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("what", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("articles", String, nullable=False),
    Column("day", String),
)

findables = Table(
    "findables",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article_id", String, nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)

spoken = Table(
    "spoken",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("entity", String),
)

findable_stories = Table(
    "findable_stories",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("label", String, nullable=False),
    Column("brief", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("articles", Integer, nullable=False),
)

catalogues = Table(
    "catalogues",
    metadata,
    Column("name", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

Migration = Callable[[Connection], None]


def sighting_rows(article: AnnotatedArticle) -> list[dict[str, object]]:
    """What the table of sightings holds of an article."""
    fields = Sighting.__struct_fields__
    return [{name: getattr(one, name) for name in fields} for one in sightings_of(article)]


def _entities_across_articles(connection: Connection) -> None:
    """Version 2: sightings and merges; the stories are to be told anew with merged entities."""
    sightings.create(connection)
    merges.create(connection)
    keys = [row.key for row in connection.execute(select(articles.c.key))]
    for key in keys:
        content = connection.execute(select(articles.c.content).where(articles.c.key == key))
        rows = sighting_rows(unpacked(content.scalar_one(), AnnotatedArticle))
        if rows:
            connection.execute(insert(sightings), rows)
    if keys:
        connection.execute(delete(notes).where(notes.c.name == "stories"))
        connection.execute(insert(notes), {"name": "stories", "value": "stale"})


def _threads_day_by_day(connection: Connection) -> None:
    """Version 3: what threading goes on from, judgements and changes; the stories are told anew."""
    for table in (digests, states, judgements, changes):
        table.create(connection, checkfirst=True)
    for table in (stories, memberships):
        table.drop(connection)
        table.create(connection)
    _have_told_anew(connection)


def _judgements_with_two_sides(connection: Connection) -> None:
    """Version 4: a judgement names the articles of its other side too, and ids are JSON.

    No released Sukien wrote judgements or changes before.
    """
    for table in (judgements, changes):
        table.drop(connection)
        table.create(connection)


def _what_lists_need(connection: Connection) -> None:
    """Version 5: what pages need of stories beside them; the stories are told anew."""
    for table in (summaries, reports, novelties, courses, disputes, agenda, edges):
        table.create(connection, checkfirst=True)
    connection.execute(update(stories).values(inputs=""))
    _have_told_anew(connection)


def _search_beside_articles(connection: Connection) -> None:
    """Version 8: what a search reads stands apart; the index is made anew when stories are told."""
    for table in (findables, spoken, findable_stories, catalogues):
        table.create(connection, checkfirst=True)
    for name in ("words_exact", "words_folded"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    _have_told_anew(connection)


def _have_told_anew(connection: Connection) -> None:
    told = select(notes.c.value).where(notes.c.name == "stories")
    if connection.execute(told).first() is not None:
        connection.execute(delete(notes).where(notes.c.name == "stories"))
        connection.execute(insert(notes), {"name": "stories", "value": "stale"})


def _judgements_with_reasons(connection: Connection) -> None:
    """Version 7: why a person said so, who took it back, which entities; the computed threads."""
    known = {column["name"] for column in inspect(connection).get_columns("judgements")}
    for name, default in (("undone_by", ""), ("note", ""), ("entities", "[]")):
        if name not in known:
            connection.exec_driver_sql(
                f"ALTER TABLE judgements ADD COLUMN {name} VARCHAR NOT NULL DEFAULT '{default}'"
            )
    computed.create(connection, checkfirst=True)


# From version n to n + 1, under key n.
MIGRATIONS: dict[int, Migration] = {
    1: _entities_across_articles,
    2: _threads_day_by_day,
    3: _judgements_with_two_sides,
    4: _what_lists_need,
    5: sections_of_articles,
    6: _judgements_with_reasons,
    7: _search_beside_articles,
}
