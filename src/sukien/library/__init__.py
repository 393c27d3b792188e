"""A library of articles, their stories, and what can be asked of it."""

from sukien.library.found import Found, FoundStory, SearchResult
from sukien.library.intake import AddSummary
from sukien.library.library import Library, open_library

__all__ = ["AddSummary", "Found", "FoundStory", "Library", "SearchResult", "open_library"]
