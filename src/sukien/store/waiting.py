"""When several processes write to one library: transactions that write, and errors of waiting."""

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from sukien.errors import BusyError, LibraryError

# What an engine is told of a transaction that writes: it begins as one.
WRITES = {"sukien_writes": True}
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")


def is_busy(error: object) -> bool:
    """Whether a driver's error says that another process was writing for too long."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(_BUSY)


def busy(where: object) -> BusyError:
    """The library at `where` is being written to."""
    return BusyError(f"{where}: another process is writing to it; try again when it is done")


def problem(engine: Engine, error: DatabaseError) -> LibraryError:
    """A driver's error as one of ours."""
    where = engine.url.database
    return busy(where) if is_busy(error.orig) else LibraryError(f"{where}: {error.orig}")
