"""The main facts of a story so far that an article leaves out."""

from sukien.knowledge.happenings import event_types
from sukien.model import AnnotatedArticle, Fact, TimelineEntry
from sukien.tell.dates import compatible, day_value
from sukien.tell.novelty.sentences import Known
from sukien.tell.novelty.so_far import SoFar
from sukien.tell.timeline.claims import STRONG

_LEAST_SOURCES = 2
_SHARE = 4
_MOST = 5


def omissions(so_far: SoFar, article: AnnotatedArticle, known: Known) -> tuple[Fact, ...]:
    """What several independent sources told before and this article does not, at most five.

    A fact is a main one when a quarter of the earlier articles tell it, two at least. Those of the
    article's own episode come first, then what most sources told. A happening whose date the
    article names, or of which it tells the like of the same party, is not taken for left out.
    """
    named = {day_value(time.value) for time in article.times}
    types = _told_types(article)
    found = []
    own = [entry for entry, _ in so_far.record.share(article.id).entries]
    for entry in so_far.record.entries:
        if any(entry is one for one in own):
            continue
        fact = _fact(so_far, entry, known)
        if fact is None or any(compatible(entry.date, date) for date in named):
            continue
        if not types & _types_of(fact, known):
            found.append(fact)
    found.sort(key=lambda fact: _order(so_far, fact))
    return tuple(found[:_MOST])


def _told_types(article: AnnotatedArticle) -> set[tuple[str, str]]:
    """The types of event that an article tells, each with every name of its sentence."""
    sentences: dict[int, list[str]] = {}
    for number, sentence in enumerate(article.sentences):
        sentences[number] = [
            name.entity
            for name in article.names
            if name.entity and sentence.start <= name.start < sentence.end
        ]
    return {
        (event.type, entity)
        for event in article.events
        if event_types()[event.type].weight >= STRONG
        for entity in sentences.get(event.sentence, ())
    }


def _types_of(fact: Fact, known: Known) -> set[tuple[str, str]]:
    """The types of event that the proofs of a fact tell, each with every name of its sentence."""
    found: set[tuple[str, str]] = set()
    for line in map(known.at, fact.earlier):
        if line is not None:
            events = line.told.article.events
            types = {event.type for event in events if event.sentence == line.told.number}
            found |= {(one, name) for one in types for name in line.names}
    return found


def _fact(so_far: SoFar, entry: TimelineEntry, known: Known) -> Fact | None:
    earlier = so_far.earlier(entry.evidence)
    ids = so_far.tellers(earlier)
    if len(ids) * _SHARE < so_far.known or so_far.sources(ids) < _LEAST_SOURCES:
        return None
    at_hand = (known.at(proof) for proof in earlier)
    line = next((one for one in at_hand if one is not None), None)
    return Fact(
        kind="happening",
        about=entry.date,
        text=line.told.text if line else entry.text,
        place=line.place if line else earlier[0],
        earlier=earlier,
        articles=len(ids),
        sources=so_far.sources(ids),
    )


def _order(so_far: SoFar, fact: Fact) -> tuple[bool, int, int, str, str]:
    here = any(so_far.is_of_episode(proof.article) for proof in fact.earlier)
    return (not here, -fact.sources, -fact.articles, fact.about, fact.text)
