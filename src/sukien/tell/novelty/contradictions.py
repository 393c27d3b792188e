"""What an article tells otherwise than those before it."""

from collections.abc import Iterator, Sequence

from sukien.knowledge.grammar import function_words, spelled
from sukien.knowledge.happenings import event_types
from sukien.model import Contradiction, Event, Evidence
from sukien.tell.dates import compatible, day_value, length
from sukien.tell.novelty.sentences import Known, Line, share
from sukien.tell.novelty.so_far import SoFar, place_of
from sukien.tell.timeline.claims import STRONG

_SAME_BUT_THE_DAY = 0.8
_SAME_BUT_DENIED = 0.6
_LEAST_WORDS = 6


def contradictions(so_far: SoFar, told: Sequence[Line], known: Known) -> tuple[Contradiction, ...]:
    """Figures that do not agree, deeds that one tells and the other denies, and other days."""
    found: list[Contradiction] = []
    for line in told:
        found += _of_figures(so_far, line, known)
        near = known.sharing(line, _SAME_BUT_DENIED)
        others = [other for other in near if share(other, line) >= _SAME_BUT_DENIED]
        found += _of_status(line, others)
        found += _of_days(line, others)
    return tuple({(one.kind, one.about, one.text): one for one in reversed(found)}.values())[::-1]


def _of_figures(so_far: SoFar, line: Line, known: Known) -> Iterator[Contradiction]:
    for stated in so_far.stated(line.told.span):
        for point in stated.against[-1:]:
            other = place_of(point)
            around = known.at(other)
            said = around.told.text if around else ""
            yield _made("figure", stated.figure.about, line, other, said)


def _of_status(line: Line, others: Sequence[Line]) -> Iterator[Contradiction]:
    """What one denies and the other does not: the words that deny stand in one of them only."""
    denials = _denials(line)
    others = [other for other in others if _denials(other) != denials]
    for event in _events(line):
        for other in others:
            if any(_denies((line, event), (other, told)) for told in _events(other)):
                yield _made("status", event.type, line, other.place, other.told.text)
                break


def _denials(line: Line) -> frozenset[str]:
    words = spelled(line.told.text.casefold()).split()
    return frozenset(word for word in words if "negation" in function_words().get(word, ()))


def _events(line: Line) -> list[Event]:
    events = line.told.article.events
    return [event for event in events if event.sentence == line.told.number]


def _denies(one: tuple[Line, Event], other: tuple[Line, Event]) -> bool:
    """Whether one event is told as done and the same, by the same word, is denied."""
    mine, theirs = one[1], other[1]
    if {mine.status, theirs.status} != {"actual", "negated"} or mine.type != theirs.type:
        return False
    if event_types()[mine.type].weight < STRONG or _word(*one) != _word(*other):
        return False
    same = _parties(mine) == _parties(theirs)
    return bool(_parties(mine)) and same and _of_one_day(mine.date, theirs.date)


def _word(line: Line, event: Event) -> str:
    return line.told.article.surface(event.trigger).casefold()


def _parties(event: Event) -> frozenset[tuple[str, str]]:
    return frozenset((role.role, role.entity) for role in event.roles if role.entity)


def _of_one_day(one: str | None, other: str | None) -> bool:
    return not one or not other or compatible(day_value(one), day_value(other))


def _of_days(line: Line, others: Sequence[Line]) -> Iterator[Contradiction]:
    """The same sentence of another day: one date in figures in each, the rest alike.

    Where one of the articles tells of the other's day too, it tells of two things.
    """
    mine = _day(line)
    if mine is None or len(line.content) < _LEAST_WORDS:
        return
    for other in others:
        theirs = _day(other)
        if theirs is None or mine == theirs or line.specifics != other.specifics:
            continue
        if min(share(line, other), share(other, line)) < _SAME_BUT_THE_DAY:
            continue
        if not _tells_of(line, theirs) and not _tells_of(other, mine):
            yield _made("date", mine, line, other.place, other.told.text)
            return


def _day(line: Line) -> str | None:
    """The one day that a sentence names in figures."""
    days = [value for value in line.written if length(value) == 1]
    return days[0] if len(days) == 1 else None


def _tells_of(line: Line, day: str) -> bool:
    """Whether the article of a sentence names a day anywhere."""
    return any(day_value(time.value) == day for time in line.told.article.times)


def _made(kind: str, about: str, line: Line, other: Evidence, other_text: str) -> Contradiction:
    return Contradiction(
        kind=kind,
        about=about,
        text=line.told.text,
        place=line.place,
        other_text=other_text,
        other=other,
    )
