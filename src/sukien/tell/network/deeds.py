"""What one party did to another, event by event."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from sukien.knowledge.dealings import dealings
from sukien.model import AnnotatedArticle, Event, Evidence, Span, overlaps
from sukien.tell.dates import day_value, days
from sukien.tell.network.acts import Act, read_act
from sukien.tell.network.parties import Cast, kind
from sukien.tell.reading import Told, told_sentences

_DONE = frozenset(("actual", "planned"))
_MARK = re.compile(r"[,;:.!?]")
_NEXT = 3  # words between an ending and what it ends
_ASIDE = 5  # words more where commas bracket an aside: `chấm dứt, với hiệu lực tức thì, ...`
_BRACKETS = 2
_TOGETHER = 3  # of a longer list nobody says who deals with whom


class Deed(NamedTuple):
    """An event by which one party acts on another, as one sentence of an article tells it.

    `date` is a calendar value or None; `sure` how sure it is, 2 to 0.
    """

    actor: str
    target: str
    type: str
    mutual: bool
    planned: bool
    date: str | None
    sure: int
    evidence: Evidence
    published: str


def deeds(article: AnnotatedArticle) -> Iterator[Deed]:
    """The deeds that an article tells: nothing denied, nothing merely possible."""
    if not any(event.type in dealings() for event in article.events):
        return
    cast = Cast(article)
    by_sentence: dict[int, list[Event]] = {}
    for event in article.events:
        by_sentence.setdefault(event.sentence, []).append(event)
    for sentence in told_sentences(article):
        events = by_sentence.get(sentence.number, [])
        for event, act in _acts(cast, events, sentence):
            for pair in _pairs(cast, event, act):
                yield _deed(event, sentence, pair)


def _acts(cast: Cast, events: Sequence[Event], sentence: Told) -> Iterator[tuple[Event, Act]]:
    """The events of a sentence that join two parties, without those that only stand in another."""
    told = [event for event in events if event.type in dealings()]
    for event in told:
        outer = _outer(event, told, sentence)
        if event.status not in _DONE or (outer and outer.status not in _DONE):
            continue
        act = read_act(cast, event, sentence)
        if _left_behind(cast, act, event, events):
            continue
        if outer is None:
            yield event, act
        elif dealings()[outer.type].inner == "ends" and dealings()[event.type].mutual:
            ending = read_act(cast, outer, sentence)
            if not ending.targets:
                yield outer, Act(ending.actors or act.actors, act.targets)


def _outer(event: Event, events: Sequence[Event], sentence: Told) -> Event | None:
    """The event that an event is the object of: `hủy` of `thỏa thuận`, `yêu cầu` of `điều tra`."""
    text = sentence.article.text
    for other in events:
        inner, between = dealings()[other.type].inner, text[other.trigger.end : event.trigger.start]
        if other.trigger.end > event.trigger.start:
            continue
        marks, words = len(_MARK.findall(between)), len(between.split())
        if inner == "ends" and words <= _NEXT + _ASIDE * (marks == _BRACKETS) and marks != 1:
            return other
        if inner == "says" and not marks and _hands_over(other, event):
            return other
    return None


def _left_behind(cast: Cast, act: Act, event: Event, events: Sequence[Event]) -> bool:
    """Whether who is said to act was acted on before a comma: `A buộc B ra đi, rút khỏi C`."""
    phrase = act.actors.phrase
    if phrase is None or not _MARK.search(cast.text[phrase.end : event.trigger.start]):
        return False
    others = (other for other in events if other.trigger.end <= phrase.start)
    roles = (role for other in others for role in other.roles if role.role == "target")
    return any(overlaps(role, phrase) for role in roles)


def _hands_over(outer: Event, inner: Event) -> bool:
    """Whether who is asked or accused is who acts in the other event."""
    asked = [role for role in outer.roles if role.role in {"target", "partner"}]
    acting = [role for role in inner.roles if role.role == "actor"]
    return any(overlaps(one, other) for one in asked for other in acting)


def _pairs(cast: Cast, event: Event, act: Act) -> list[tuple[str, str]]:
    """Who acted on whom in an event; the two of a mutual one in the order of their ids."""
    dealing, actors = dealings()[event.type], act.actors
    if not dealing.mutual:
        both = set(actors.entities) & set(act.targets)  # a pronoun for those who act themselves
        pairs = [] if both else list(product(actors.entities, act.targets))
    else:
        pairs = [] if actors.meant else list(product(actors.entities, act.targets))
        if len(actors.entities) <= _TOGETHER:
            pairs += combinations(actors.entities, 2)
        pairs = [(min(pair), max(pair)) for pair in pairs if not _own(cast, *pair)]
    fit = (pair for pair in pairs if not dealing.alike or kind(pair[0]) == kind(pair[1]))
    return [pair for pair in dict.fromkeys(fit) if pair[0] != pair[1]]


def _own(cast: Cast, one: str, other: str) -> bool:
    """Whether one party is the country of the other: no two sides of a meeting."""
    return cast.nations.get(one) == other or cast.nations.get(other) == one


def _deed(event: Event, sentence: Told, pair: Sequence[str]) -> Deed:
    article, span = sentence.article, sentence.span
    date = day_value(event.date) if event.date else None
    if date and days(date) is None:
        date = None
    stated = (day_value(time.value) == date for time in article.times if _touches(time, span))
    return Deed(
        actor=pair[0],
        target=pair[1],
        type=event.type,
        mutual=dealings()[event.type].mutual,
        planned=event.status == "planned",
        date=date,
        sure=_sure(date, any(stated), sentence.part),
        evidence=Evidence(article=article.id, start=span.start, end=span.end),
        published=article.article.published or "9",
    )


def _sure(date: str | None, stated: bool, part: str) -> int:
    """How sure a date is: 2 stated beside, 1 the day of the news that opens the article, 0 not."""
    if date is None:
        return 0
    return 2 if stated else int(part in {"title", "lead"})


def _touches(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end
