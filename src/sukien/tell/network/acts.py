"""Who acts and who is acted on in one event, where the words stand close enough to say so."""

import re
from typing import NamedTuple

from sukien.knowledge.dealings import Dealing, dealings
from sukien.knowledge.grammar import reporting, spelled
from sukien.model import Event, Span, covers
from sukien.tell.network.parties import ACTING, MATCH, Cast, Parties
from sukien.tell.reading import Told

_MARK = re.compile(r"[,;:()]")
_NEAR = 8  # words between a trigger and who acts, whatever they are
_FAR = 12  # words between a trigger and a party of its event with nobody named on the way
_REPORTS = frozenset(("clause", "that", "thing", "rang"))
_LONGEST_WORD = 3
_OPENING = 16  # the same where an adjunct opens the sentence: `Trong cuộc gặp với B, ông A ...`


class Act(NamedTuple):
    """The parties of an event: who acts, and the entities of those who are acted on."""

    actors: Parties
    targets: tuple[str, ...]


def read_act(cast: Cast, event: Event, sentence: Told) -> Act:
    """The parties of an event, none where its words are too far from it to be sure."""
    dealing = dealings()[event.type]
    match = frozenset((MATCH,)) if dealing.alike else frozenset[str]()
    kinds = (dealing.kinds if dealing.mutual else ACTING) | match
    acting = [role for role in event.roles if role.role == "actor"]
    actors = cast.parties(acting, sentence.span, kinds)
    if actors.phrase and (
        not _acts(cast, event.trigger, actors.phrase, dealing)
        or _is_led(cast, event.trigger, actors.phrase, sentence.span)
    ):
        actors = Parties()
    if not actors.entities and not dealing.mutual and dealing.inner is None:
        return Act(actors, ())
    for name in dealing.whom:
        roles = [role for role in event.roles if role.role == name]
        found = cast.parties(roles, sentence.span, dealing.kinds | match)
        if found.phrase and _close(cast, event.trigger, found.phrase, actors.phrase):
            if dealing.mutual and _holds(cast, event.trigger, found.phrase):
                continue
            return Act(actors, found.entities)
    return Act(actors, ())


def _is_led(cast: Cast, trigger: Span, phrase: Span, sentence: Span) -> bool:
    return phrase.start < trigger.start and cast.is_led(phrase, sentence)


def _acts(cast: Cast, trigger: Span, phrase: Span, dealing: Dealing) -> bool:
    """Whether a phrase is near enough to be who acts."""
    gap = _gap(trigger, phrase)
    between = cast.text[gap.start : gap.end]
    marks, words = len(_MARK.findall(between)), len(between.split())
    if phrase.start >= trigger.end and marks:
        return dealing.mutual and marks == 1 and words <= _OPENING
    if dealing.inner == "says" and _reports(between):
        return False
    if not marks and words <= _NEAR:
        return True
    return words <= _FAR and not cast.named_between(gap)


def _reports(between: str) -> bool:
    """Whether who stands before a trigger only speaks of it: `X khẳng định cáo buộc ...`."""
    said = [spelled(word.casefold()) for word in between.split()]
    ends = (" ".join(said[-size:]) for size in range(1, _LONGEST_WORD + 1))
    return any(reporting().get(word) in _REPORTS for word in ends)


def _close(cast: Cast, trigger: Span, phrase: Span, actor: Span | None) -> bool:
    """Whether a phrase is near enough to be acted on, with nobody else named on the way."""
    gap = _gap(trigger, phrase)
    between = cast.text[gap.start : gap.end]
    if _MARK.search(between) or len(between.split()) > _FAR:
        return False
    if actor and covers(gap, actor):
        gap = Span(gap.start, actor.start)
    return not cast.named_between(gap)


def _holds(cast: Cast, trigger: Span, phrase: Span) -> bool:
    """Whether a phrase right behind a noun says whose it is: `phiên họp Quốc hội`."""
    return cast.is_noun(trigger) and not cast.text[trigger.end : phrase.start].strip()


def _gap(one: Span, other: Span) -> Span:
    first, second = sorted((one, other), key=lambda span: span.start)
    return Span(first.end, second.start)
