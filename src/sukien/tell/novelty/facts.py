"""What the sentences of an article tell first, and what was told before them."""

from collections.abc import Iterable, Sequence

from sukien.model import Evidence, Fact, TimelineEntry
from sukien.tell.novelty.sentences import Known, Line, supports
from sukien.tell.novelty.so_far import SoFar, Stated, place_of

_LEAST_WORDS = 5
_MOSTLY = 0.5


def facts(so_far: SoFar, told: Sequence[Line], known: Known) -> tuple[list[Fact], list[Fact]]:
    """The facts that are told first and those that repeat, in the order of the sentences.

    A sentence whose words and numbers an earlier one holds repeats it, whatever it tells. Any other
    is read for values of figures, happenings, quotations; one that holds none of these is a
    statement if it names or counts something.
    """
    first: list[Fact] = []
    repeats: list[Fact] = []
    seen: set[str] = set()
    own: list[Line] = []
    for line in told:
        if any(_is_said(line, other) for other in own):
            continue
        own.append(line)
        for fact in _of(so_far, line, known):
            key = f"{fact.kind} {fact.about} {fact.kind in _SAID_ONCE or fact.text}"
            if key not in seen:
                seen.add(key)
                (repeats if fact.earlier else first).append(fact)
    return first, repeats


_SAID_ONCE = frozenset(("happening",))


def _is_said(line: Line, other: Line) -> bool:
    return line.specifics <= other.specifics and line.content <= other.content


def _of(so_far: SoFar, line: Line, known: Known) -> list[Fact]:
    """The facts of one sentence; those that were told before have `earlier`."""
    entries = so_far.entries(line.told.span)
    values = list(so_far.stated(line.told.span))
    quoted = _quoted(line)
    told = bool(entries or values or quoted)
    if not told and (len(line.content) < _LEAST_WORDS or _goes_on(line)):
        return []
    again = [one.place for one in known.repeated(line)]
    if again:
        again += [p for entry in entries for p in so_far.earlier(entry.evidence)]
        return [_fact(so_far, line, _kind(entries, values, quoted), again)]
    found = [_value(so_far, line, known, one) for one in values]
    for entry in entries:
        found += _happening(so_far, line, known, entry)
    if quoted is not None:
        near = [one.place for one in known.nearly(line)]
        found.append(_fact(so_far, line, ("quote", quoted), near))
    if not found:
        return _statement(so_far, line, known)
    if all(fact.earlier for fact in found) and _adds(line, known, found):
        found.append(_fact(so_far, line, ("statement", ""), ()))
    return _merged(found)


def _value(so_far: SoFar, line: Line, known: Known, stated: Stated) -> Fact:
    places = [place_of(point) for point in stated.same]
    if not places and not stated.against:
        places = [one.place for one in known.counted(line)]
    return _fact(so_far, line, ("figure", stated.figure.about), places)


def _happening(so_far: SoFar, line: Line, known: Known, entry: TimelineEntry) -> list[Fact]:
    """A happening, first or told before; nothing where those who told it before say another."""
    before = so_far.earlier(entry.evidence)
    if before and not any(_supported(line, known.at(place)) for place in before):
        return []
    places = before or tuple(one.place for one in known.of_day(line, entry.date))
    return [_fact(so_far, line, ("happening", entry.date), places)]


def _supported(line: Line, other: Line | None) -> bool:
    return other is None or supports(line, other)


def _adds(line: Line, known: Known, found: Sequence[Fact]) -> bool:
    """Whether a sentence that repeats something names or counts what is new beside it."""
    proofs = (proof for fact in found for proof in fact.earlier)
    told = [one for one in map(known.at, proofs) if one is not None]
    if not told:
        return False
    counted = any(fact.kind == "figure" for fact in found)  # a rounded number is no new one
    own = line.names if counted else line.specifics
    specifics = own.difference(*(one.specifics for one in told))
    content = line.content.difference(*(one.content for one in told))
    return bool(specifics) and len(content) >= _MOSTLY * len(line.content)


def _merged(found: Sequence[Fact]) -> list[Fact]:
    """Of one sentence the first fact that is new, and every fact that repeats."""
    new = [fact for fact in found if not fact.earlier][:1]
    return new + [fact for fact in found if fact.earlier]


def _statement(so_far: SoFar, line: Line, known: Known) -> list[Fact]:
    """What a sentence says besides: told before, or first if it says something of its own."""
    if not line.specifics:
        return []
    places = [one.place for one in known.nearly(line)]
    if not places and line.specifics <= known.specifics:
        places = list(so_far.deeds(line.told.span))
        if not places and not (line.types and line.names) and not known.is_new(line):
            return []
    return [_fact(so_far, line, ("statement", ""), places)]


def _quoted(line: Line) -> str | None:
    """Who is quoted in a sentence, by name; a quotation that goes on is told where it begins."""
    article, span = line.told.article, line.told.span
    for quote in article.quotes:
        if quote.speaker and span.start <= quote.start < span.end:
            return " ".join(article.surface(quote.speaker).split())
    return None


def _goes_on(line: Line) -> bool:
    """Whether a quotation that began before covers the sentence."""
    span = line.told.span
    quotes = line.told.article.quotes
    return any(quote.start < span.start and span.end <= quote.end + 1 for quote in quotes)


def _kind(
    entries: Sequence[TimelineEntry], values: Sequence[Stated], quoted: str | None
) -> tuple[str, str]:
    """What a sentence tells first of all."""
    if values:
        return "figure", values[0].figure.about
    if entries:
        return "happening", entries[0].date
    return ("quote", quoted) if quoted is not None else ("statement", "")


def _fact(so_far: SoFar, line: Line, what: tuple[str, str], earlier: Iterable[Evidence]) -> Fact:
    proofs = tuple(dict.fromkeys(earlier))
    ids = so_far.tellers(proofs)
    return Fact(
        kind=what[0],
        about=what[1],
        text=line.told.text,
        place=line.place,
        earlier=proofs,
        articles=len(ids),
        sources=so_far.sources(ids),
        opening=line.told.part == "lead",
    )
