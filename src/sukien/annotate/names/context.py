"""Which of several places or people of one name is meant, by the words around it."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from sukien.knowledge.name_cues import form
from sukien.knowledge.name_index import Ambiguous, ambiguous, named
from sukien.model import AnnotatedArticle

_BEFORE = 24  # characters before a name in which a cue may stand


class Surroundings:
    """An article's text and names, as far as they help to tell what a name means."""

    def __init__(self, article: AnnotatedArticle, surfaces: Sequence[str]) -> None:
        self.article = article
        self._surfaces = surfaces

    def meaning(self, kind: str, surface: str, number: int) -> tuple[str, str] | None:
        """The entity that the words around an ambiguous name decide for, and the reason."""
        meanings = ambiguous(kind, surface)
        for where in ("before", "near", "other"):
            for meaning in meanings:
                cue = self._cue(meaning, number) if meaning.where == where else None
                if cue is not None:
                    return meaning.entity, f"context: {cue}" if cue else "table"
        return None

    def count(self, surface: str) -> int:
        """How often the article has a name in just that form."""
        return self._counts[surface]

    @cached_property
    def entities(self) -> frozenset[str | None]:
        """The entities that the article names as the tables write them."""
        pairs = {(m.type, s) for m, s in zip(self.article.mentions, self._surfaces, strict=True)}
        return frozenset(entry.entity for kind, s in pairs if (entry := named(kind, s)))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self._surfaces)

    @cached_property
    def _words(self) -> str:
        return f" {form(self.article.text)} "

    def _cue(self, meaning: Ambiguous, number: int) -> str | None:
        """The cue that stands where it must, "" for a meaning that needs none."""
        if meaning.where == "other":
            return ""
        if meaning.where == "near":
            return next((cue for cue in meaning.cues if f" {cue} " in self._words), None)
        start = self.article.mentions[number].start
        left = f" {form(self.article.text[max(0, start - _BEFORE) : start])}"
        return next((cue for cue in meaning.cues if left.endswith(f" {cue}")), None)
