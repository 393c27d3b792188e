"""Finding articles by words: the port in base.py, one file a kind."""

from sukien.search.base import Hit, Index, Snippet
from sukien.search.fts5 import Fts5Index
from sukien.search.query import Term, parse
from sukien.search.snippets import snippet

__all__ = ["Fts5Index", "Hit", "Index", "Snippet", "Term", "parse", "snippet"]
