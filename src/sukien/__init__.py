"""Sukien reads Vietnamese news and keeps the story.

    from sukien import open_library, read_paths

    with open_library("news.sukien", create=True) as library:
        library.add(read_paths(["articles/"]))
        for story in library.stories():
            print(story.label, story.first, story.last)

Words, parts of speech and names alone, of strings: `sukien.tag(["Chính phủ họp ở Hà Nội."])`.

The names below are the public ones. They are imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sukien import tag
    from sukien.errors import ArticleError, InputError, LibraryError, SukienError
    from sukien.library import AddSummary, Library, SearchResult, open_library
    from sukien.model import AnnotatedArticle, Article, Episode, ReadFailure, Span, Story
    from sukien.pipeline import annotate_all
    from sukien.read import ReadOptions, read_paths
    from sukien.views.contract import article_record, story_record

_HOMES = {
    "sukien.errors": ("ArticleError", "InputError", "LibraryError", "SukienError"),
    "sukien.library": (
        "AddSummary",
        "Found",
        "FoundStory",
        "Library",
        "SearchResult",
        "open_library",
    ),
    "sukien.model": ("AnnotatedArticle", "Article", "Episode", "ReadFailure", "Span", "Story"),
    "sukien.pipeline": ("annotate_all",),
    "sukien.read": ("ReadOptions", "read_paths"),
    "sukien.views.contract": ("article_record", "story_record"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AddSummary",
    "AnnotatedArticle",
    "Article",
    "ArticleError",
    "Episode",
    "InputError",
    "Library",
    "LibraryError",
    "ReadFailure",
    "ReadOptions",
    "SearchResult",
    "Span",
    "Story",
    "SukienError",
    "annotate_all",
    "article_record",
    "open_library",
    "read_paths",
    "story_record",
    "tag",
]


def __getattr__(name: str) -> Any:
    if name == "tag":
        return import_module("sukien.tag")
    if name not in _HOME:
        raise AttributeError(f"module 'sukien' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
