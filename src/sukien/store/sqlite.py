"""A library in one SQLite file: opened, checked, migrated."""

import sqlite3
from collections.abc import Collection
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, OperationalError

from sukien.errors import LibraryError, NewerLibraryError, NotALibraryError, NotFoundError
from sukien.store.resting import Opened, Resting
from sukien.store.schema import APPLICATION, MIGRATIONS, VERSION, metadata, notes
from sukien.store.sql import SqlStore
from sukien.store.waiting import WRITES, busy, is_busy

_MAGIC = b"SQLite format 3\x00"
_HEAD, _WRITES_AHEAD = 20, b"\x02\x02"  # bytes 18 and 19 of SQLite's file format
BUSY_SECONDS = 30.0
_TOLD = "SELECT name, value FROM notes WHERE name IN ('application', 'version')"
_resting = Resting()


def open_sqlite(path: Path, *, create: bool = False, patience: float = BUSY_SECONDS) -> SqlStore:
    """The library in the file `path`, brought to the present version of its tables.

    With `create`, a file that is not there, or empty, is made one. While another process writes,
    writing waits up to `patience` seconds. Raises NotFoundError, NotALibraryError,
    NewerLibraryError, BusyError, or LibraryError when the file cannot be opened or written.
    """
    waits = _check_file(path, create=create)
    opened = Opened(str(path.absolute()), str(path), patience)
    engine = _resting.take(opened) or _engine(path, patience)
    try:
        with engine.begin() as connection:
            ready = _is_ready(connection, path, create=create)
        if not ready:
            with engine.execution_options(**WRITES).begin() as connection:
                _prepare(connection, path)
        if not waits:
            _write_ahead(engine)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        engine.dispose()
        raise _unusable(path, getattr(error, "orig", error)) from error
    except LibraryError:
        engine.dispose()
        raise
    return SqlStore(engine, partial(_resting.put, opened))


def _unusable(path: Path, error: object) -> LibraryError:
    if is_busy(error):
        return busy(path)
    return NotALibraryError(
        f"{path}: cannot be used as a Sukien library ({error}); give another file name"
    )


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether its readers read while one writes already."""
    if path.is_dir():
        raise NotALibraryError(f"{path}: is a folder; a Sukien library is one file")
    if not path.exists():
        if not create:
            raise NotFoundError(
                f"{path}: there is no such library; make one with 'sukien add {path} PATH...'"
            )
        if not path.parent.is_dir():
            raise NotFoundError(f"{path.parent}: there is no such folder for the library")
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read ({error.strerror})") from error
    if head and not head.startswith(_MAGIC):
        raise NotALibraryError(f"{path}: is not a Sukien library; give another file name")
    return head.endswith(_WRITES_AHEAD)


def _engine(path: Path, patience: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": patience}
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy begins transactions itself: the driver must not.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        # One that reads first and then wants to write would be refused where another has written.
        writes = connection.get_execution_options().keys() & WRITES
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(engine: Engine) -> None:
    """Let readers read while one writes. Outside a transaction, as SQLite demands."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _is_ready(connection: Connection, path: Path, *, create: bool) -> bool:
    """Whether the tables are there in their present version. Changes nothing."""
    if _is_current(connection):
        return True
    tables = set(inspect(connection).get_table_names())
    if not tables:
        if not create:
            raise NotALibraryError(f"{path}: is empty; 'sukien add {path} PATH...' fills it")
        return False
    return _known_version(connection, path, tables) == VERSION


def _is_current(connection: Connection) -> bool:
    """The same for a library that is nothing but well, in one statement."""
    try:
        rows = [(name, value) for name, value in connection.exec_driver_sql(_TOLD)]
    except OperationalError:
        return False
    return dict(rows) == {"application": APPLICATION, "version": str(VERSION)}


def _known_version(connection: Connection, path: Path, tables: Collection[str]) -> int:
    version = _version(connection, path) if "notes" in tables else None
    if version is None:
        raise NotALibraryError(
            f"{path}: is an SQLite file of another program; give another file name"
        )
    if version > VERSION:
        raise NewerLibraryError(
            f"{path}: was written by a newer Sukien (library version {version}, this program "
            f"reads up to {VERSION}); install the newer Sukien"
        )
    return version


def _prepare(connection: Connection, path: Path) -> None:
    """Make the tables, or bring them to their present version."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        _create(connection)
        return
    for step in range(_known_version(connection, path, tables), VERSION):
        MIGRATIONS[step](connection)
        statement = update(notes).where(notes.c.name == "version").values(value=str(step + 1))
        connection.execute(statement)


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    rows = [
        {"name": "application", "value": APPLICATION},
        {"name": "version", "value": str(VERSION)},
    ]
    connection.execute(insert(notes), rows)


def _version(connection: Connection, path: Path) -> int | None:
    columns = {column["name"] for column in inspect(connection).get_columns("notes")}
    if columns != {"name", "value"}:
        return None
    found = {row.name: row.value for row in connection.execute(select(notes))}
    if found.get("application") != APPLICATION:
        return None
    try:
        return int(found.get("version", ""))
    except ValueError:
        raise NotALibraryError(
            f"{path}: its version is not a number; the file is damaged"
        ) from None
