"""Who announces what a sentence says."""

from sukien.knowledge.grammar import function_words
from sukien.model import Part, Role, Speaker, overlaps
from sukien.tell.reading import Told

_LONGEST = 80
_NAMED = frozenset(("person", "org"))


def announcer(told: Told) -> str:
    """The speaker of the sentence, else who acts in it, a credited agency or the publisher."""
    article, span = told.article, told.span
    speakers = [q.speaker for q in article.quotes if q.speaker and overlaps(q, span)]
    actors = [
        role
        for event in article.events
        if event.sentence == told.number
        for role in event.roles
        if role.role == "actor" and role.entity and span.start <= role.start < span.end
    ]
    agencies = [part for part in article.parts if part.kind == "agency"]
    sources: tuple[Speaker | Role | Part, ...] = (*speakers, *actors, *agencies)
    for found in sources:
        if words := _words(told, found):
            return words
    return article.article.publisher or ""


def _words(told: Told, span: Speaker | Role | Part) -> str:
    """The words of a span, or the name of whom they only point to (`ông`, `cơ quan này`)."""
    words = " ".join(told.article.surface(span).split())
    if _points(words):
        entity = getattr(span, "entity", None) or ""
        kind, _, name = entity.partition(":")
        return name if kind in _NAMED else ""
    return words if len(words) <= _LONGEST else ""


def _points(words: str) -> bool:
    known = function_words()
    last = words.lower().split()[-1:]
    pronoun = "pronoun" in known.get(words.lower(), ())
    return pronoun or any("after" in known.get(word, ()) for word in last)
