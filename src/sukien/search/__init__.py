"""Finding articles, sentences, quotations and stories by words: the port in base.py."""

from sukien.search.base import KINDS, NUMBERED, Findable, Index, Said, Snippet, StoryText, findable
from sukien.search.catalogue import Catalogue, Kept, Listed, Spoken, catalogue, with_stories
from sukien.search.finding import find
from sukien.search.fts5 import Fts5Index
from sukien.search.query import Term, parse
from sukien.search.questions import (
    CHOSEN,
    Answer,
    Choice,
    Count,
    Facets,
    Question,
    Stretch,
    day_number,
)
from sukien.search.snippets import excerpt, passage, snippet
from sukien.search.suggestions import (
    KeptNames,
    Named,
    Suggestion,
    Suggestions,
    replaced,
    suggestions,
)

__all__ = [
    "CHOSEN",
    "KINDS",
    "NUMBERED",
    "Answer",
    "Catalogue",
    "Choice",
    "Count",
    "Facets",
    "Findable",
    "Fts5Index",
    "Index",
    "Kept",
    "KeptNames",
    "Listed",
    "Named",
    "Question",
    "Said",
    "Snippet",
    "Spoken",
    "StoryText",
    "Stretch",
    "Suggestion",
    "Suggestions",
    "Term",
    "catalogue",
    "day_number",
    "excerpt",
    "find",
    "findable",
    "parse",
    "passage",
    "replaced",
    "snippet",
    "suggestions",
    "with_stories",
]
