"""A library of articles, their stories, and what can be asked of it."""

from sukien.library.intake import AddSummary
from sukien.library.library import Found, Library, open_library

__all__ = ["AddSummary", "Found", "Library", "open_library"]
