"""Where a library is kept: the port in base.py, one file a kind."""

from sukien.store.base import Card, Known, Store
from sukien.store.sql import SqlStore, fingerprint, title_of
from sukien.store.sqlite import open_sqlite

__all__ = ["Card", "Known", "SqlStore", "Store", "fingerprint", "open_sqlite", "title_of"]
