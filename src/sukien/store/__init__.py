"""Where a library is kept: the port in base.py, one file a kind."""

from sukien.store.base import (
    Card,
    EdgesWanted,
    Indexed,
    Known,
    Month,
    Planned,
    Standing,
    Store,
    StoryRow,
    Threads,
    Wanted,
)
from sukien.store.finding import FindableRow, ListedRow, SpokenRow, SqlFinding
from sukien.store.indexed import SqlIndexed
from sukien.store.rows import fingerprint, story_row, title_of
from sukien.store.sql import SqlStore
from sukien.store.sqlite import BUSY_SECONDS, open_sqlite
from sukien.store.threads import Computed, SqlThreads, packed_state

__all__ = [
    "BUSY_SECONDS",
    "Card",
    "Computed",
    "EdgesWanted",
    "FindableRow",
    "Indexed",
    "Known",
    "ListedRow",
    "Month",
    "Planned",
    "SpokenRow",
    "SqlFinding",
    "SqlIndexed",
    "SqlStore",
    "SqlThreads",
    "Standing",
    "Store",
    "StoryRow",
    "Threads",
    "Wanted",
    "fingerprint",
    "open_sqlite",
    "packed_state",
    "story_row",
    "title_of",
]
