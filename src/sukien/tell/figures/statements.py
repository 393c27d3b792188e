"""Statements: numbers of articles, each with what it counts, of what, where, when and who says it.

What is counted is the class of the noun behind the number (`binh sĩ` and `quân nhân` are one);
what happens to it is the nearest word of the sentence that names a happening; marks (`trong đó`,
`thêm`, `mỗi ngày`) say of what scope a number is. The words around, nearer ones more, are kept for
comparison with others.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sukien.knowledge.figures import Counted, Happening, counted, happenings, marks, words_of
from sukien.model import Actor, AnnotatedArticle, Name, Quantity, Quote, Span, Speaker, Time
from sukien.tell.dates import day_value, days
from sukien.tell.reading import Told, told_sentences
from sukien.text.syllables import canonical

_SYLLABLE = re.compile(r"[^\W_]+")
_RATE = re.compile(r"\s*(?:/|mỗi\b|trên mỗi\b|một\b|/\s*mỗi\b)\s*((?:[^\W\d_]|2)+(?: [^\W\d_]+)?)")
_STOP = re.compile(r"[;:.!?()]|,")
_EXCLUDED = frozenset(("a", "h", "min", "s", "d", "deg"))
_REACH, _FADE = 14, 6.0
_COMMA, _OTHER, _BRACKET = 2.0, 4.0, 6.0
_FARTHEST = 9.0
_CURRENCY = 3  # letters of a currency's code
_LOOK_BACK = 2  # sentences
_FIRST = 3.0  # how much farther off what befalls people may stand than another happening
_BEFORE = 5  # words before a number among which a mark of scope counts
_AFTER = 3  # words behind the counted noun among which it does
_SMALL = 10  # a number of things up to which needs to say what happened to them


_NOTHING = Counted("", "", "", False)
_NONE = Happening("", "", False, False)


class Statement(NamedTuple):
    """One number in its sentence; `words` weighs the words around it, nearer ones more.

    `kind` is a unit or `count`; `head` the class of what is counted, or its first word, `family`
    its wider class (`owned` where it matters whose they are); `happening` an id and its label, and
    whether it befalls people; `nation` is whose they are and `whose` its name, `where` the
    name of the first of the `places`; `lead` and `tail` the words between the number
    and the next mark or number on each side; `topic` the name nearest before it; `others` the other
    numbers of its sentence;
    `date` the day that its sentence has for it (`stated`), else that of publication.
    """

    told: Told
    quantity: Quantity
    kind: str
    head: str
    family: str
    noun: str
    owned: bool
    happening: str
    happening_label: str
    befalls: bool
    rate: str
    period: str
    nation: str
    whose: str
    places: frozenset[str]
    where: str
    marks: frozenset[str]
    words: dict[str, float]
    lead: frozenset[str]
    tail: frozenset[str]
    topic: str
    others: frozenset[tuple[str, float]]
    date: str | None
    stated: bool
    speaker: Speaker | None

    @property
    def value(self) -> float:
        """The number, nought where only bounds are known."""
        return self.quantity.value or 0.0

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.told.article.id


def statements(article: AnnotatedArticle) -> list[Statement]:
    """The numbers of an article that a figure can be made of, in order."""
    scene = _Scene(article)
    found: list[Statement] = []
    for told in told_sentences(article):
        for statement in _of_sentence(told, scene):
            if _tells(statement):
                found.append(_with_nation(statement, found))
    return found


def _with_nation(statement: Statement, before: Sequence[Statement]) -> Statement:
    """`Số quân giảm còn 650`: soldiers of no nation are those of whom was told just before."""
    if statement.nation or not statement.owned:
        return statement
    last = next((one for one in reversed(before) if one.head == statement.head), None)
    if last is None or statement.told.number - last.told.number > _LOOK_BACK:
        return statement
    return statement._replace(nation=last.nation, whose=last.whose)


class _Scene:
    """The layers of an article, to be asked for what lies in a sentence."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self.article = article
        self.quotes = sorted(article.quotes, key=lambda quote: quote.end - quote.start)
        self._layers = {
            "quantities": article.quantities,
            "times": article.times,
            "names": article.names,
            "words": article.words,
            "actors": article.actors,
        }
        self._starts = {key: [one.start for one in layer] for key, layer in self._layers.items()}

    def inside(self, layer: str, span: Span) -> Sequence[Span]:
        """The spans of a layer that start in a stretch."""
        starts = self._starts[layer]
        return self._layers[layer][bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def quote_around(self, quantity: Span) -> Quote | None:
        """The shortest quotation that a number stands in."""
        around = (q for q in self.quotes if q.start <= quantity.start and quantity.end <= q.end)
        return next(around, None)


class _Line:
    """A sentence as syllables, with what parts them: marks, and its other numbers."""

    def __init__(self, told: Told, scene: _Scene) -> None:
        self.told = told
        text = told.article.text
        found = list(_SYLLABLE.finditer(text, told.span.start, told.span.end))
        self.starts = [match.start() for match in found]
        self.syllables = [canonical(match.group()) for match in found]
        self.stops = [
            (match.start(), _COMMA if match.group() == "," else _BRACKET)
            for match in _STOP.finditer(text, told.span.start, told.span.end)
            if not _is_inside_number(text, match.start())
        ]
        self._stop_starts = [start for start, _ in self.stops]
        stated = [q for q in scene.inside("quantities", told.span) if isinstance(q, Quantity)]
        self.quantities = sorted([*stated, *self._ones()], key=lambda q: q.start)

    def _ones(self) -> Iterator[Quantity]:
        """`một người chết`: one is a number where it says that something happened to somebody."""
        for at in range(len(self.syllables)):
            one = words_of("one").at(self.syllables, at)
            noun = counted().at(self.syllables, one[1]) if one else None
            if noun is None or noun[0].kind != "person":
                continue
            behind = (happenings().at(self.syllables, noun[1] + skip) for skip in range(_AFTER))
            if any(behind):
                end = self.starts[noun[1] - 1] + len(self.syllables[noun[1] - 1])
                item = self.told.article.text[self.starts[one[1]] : end] if one else ""
                yield Quantity(self.starts[at], end, value=1.0, low=1.0, high=1.0, item=item)

    def index(self, offset: int) -> int:
        """The place of the syllable at or behind an offset."""
        return bisect_left(self.starts, offset)

    def cost(self, quantity: Span, start: int, end: int) -> float:
        """How far a stretch is from a number: syllables, and what lies between."""
        first, last = (end, quantity.start) if end <= quantity.start else (quantity.end, start)
        if last < first:
            return 0.0
        between = self.index(last) - self.index(first)
        return float(max(0, between)) + self.parted(first, last, quantity)

    def parted(self, first: int, last: int, quantity: Span) -> float:
        """What the marks and the other numbers between two offsets add to their distance."""
        low = bisect_left(self._stop_starts, first)
        high = bisect_left(self._stop_starts, last)
        cost = sum(cost for _, cost in self.stops[low:high])
        passed = sum(first <= q.start < last for q in self.quantities if q is not quantity)
        return cost + _OTHER * passed


def _is_inside_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _of_sentence(told: Told, scene: _Scene) -> Iterator[Statement]:
    line = _Line(told, scene)
    told_numbers = [q for q in line.quantities if _is_told(q)]
    if not told_numbers:
        return
    numbers = {(_kind(q, line), q.value or 0.0) for q in told_numbers}
    for quantity in told_numbers:
        yield _statement(quantity, line, scene, frozenset(numbers))


def _is_told(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.unit not in _EXCLUDED


def _statement(
    quantity: Quantity, line: _Line, scene: _Scene, numbers: frozenset[tuple[str, float]]
) -> Statement:
    told = line.told
    kind = _kind(quantity, line)
    head = _head(quantity, line) if kind == "count" else _NOTHING
    happening = _happening(quantity, line)
    times = [t for t in scene.inside("times", told.span) if isinstance(t, Time)]
    names = [n for n in scene.inside("names", told.span) if isinstance(n, Name)]
    nation, whose = _nation(quantity, line, scene)
    places = _places(quantity, line, names)
    quote = scene.quote_around(quantity)
    date = _as_of(quantity, line, times)
    published = told.article.article.published
    return Statement(
        told=told,
        quantity=quantity,
        kind=kind,
        head=head.id,
        family=head.kind,
        noun=head.label,
        owned=head.owned,
        happening=happening.id,
        happening_label=happening.label,
        befalls=happening.first,
        rate=_rate(quantity, told),
        period=_period(quantity, line, times),
        nation=nation,
        whose=whose,
        places=frozenset(places),
        where=next(iter(places.values()), ""),
        marks=_marks(quantity, line),
        words=_words(quantity, line, scene),
        lead=_lead(quantity, line, scene),
        tail=_tail(quantity, line, scene),
        topic=_topic(quantity, line, names),
        others=numbers - {(kind, quantity.value or 0.0)},
        date=date or (published[:10] if published else None),
        stated=date is not None,
        speaker=quote.speaker if quote else None,
    )


def _tells(statement: Statement) -> bool:
    """Whether a number tells something: not `hai nước`, and a few things only with a happening."""
    if statement.family == "none":
        return statement.value > _SMALL
    if statement.kind == "count" and not statement.head:
        return statement.value > _SMALL and not _looks_like_a_year(statement)
    return True


def _looks_like_a_year(statement: Statement) -> bool:
    text = statement.told.article.surface(statement.quantity)
    return len(text) == 4 and text.isdigit() and text[:2] in {"19", "20"}


def _kind(quantity: Quantity, line: _Line) -> str:
    """The unit, that of the number it leads to (`từ 4,8 lên 5,3%`), or `count`."""
    if quantity.unit or quantity.item:
        return quantity.unit or "count"
    at = line.index(quantity.end)
    behind = next((q for q in line.quantities if q.start >= quantity.end), None)
    leads = words_of("level").at(line.syllables, at)
    if behind and behind.unit and leads and line.index(behind.start) <= leads[1]:
        return behind.unit
    return "VND" if words_of("scale").before(line.syllables, at) else "count"


def _head(quantity: Quantity, line: _Line) -> Counted:
    """The class of what is counted, or its first word where no table has it."""
    item = quantity.item or ""
    if not item:
        return _led_by(quantity, line)
    syllables = _syllables(item)
    hit = counted().at(syllables, 0)
    if hit and hit[0].id == "piece" and (behind := counted().at(syllables, hit[1])):
        hit = behind
    if hit:
        return hit[0]
    return Counted(syllables[0], "", item.casefold(), False) if syllables else _NOTHING


def _led_by(quantity: Quantity, line: _Line) -> Counted:
    """`số người chết là 12`: a number without a noun counts the one that leads to it."""
    at = line.index(quantity.start)
    for start in range(at - 1, max(-1, at - _BEFORE - _AFTER), -1):
        if line.parted(line.starts[start], quantity.start, quantity) >= _OTHER:
            break
        if line.syllables[start] == "số" and (hit := counted().at(line.syllables, start + 1)):
            return hit[0]
    return _NOTHING


@lru_cache(maxsize=4096)
def _syllables(text: str) -> tuple[str, ...]:
    return tuple(canonical(match.group()) for match in _SYLLABLE.finditer(text))


def _happening(quantity: Quantity, line: _Line) -> Happening:
    """The nearest happening of the sentence, one behind the number before one in front of it."""
    best, least = _NONE, _FARTHEST
    at = 0
    while at < len(line.syllables):
        hit = happenings().at(line.syllables, at)
        if hit is None or (hit[0].of_measures and not _is_measure(quantity)):
            at += 1
            continue
        start = line.starts[at]
        last = hit[1] - 1
        end = line.starts[last] + len(line.syllables[last])
        cost = line.cost(quantity, start, end)
        behind = start >= quantity.end
        cost += 0.0 if behind == (quantity.unit is None) else 1.5
        cost -= _FIRST if hit[0].first and quantity.unit is None else 0.0
        if start >= quantity.start and end <= quantity.end:
            cost = -_FIRST - 1.0
        if cost < least:
            best, least = hit[0], cost
        at = hit[1]
    return best


def _is_measure(quantity: Quantity) -> bool:
    """Whether a unit is of a length, a weight and the like: not of money, not a share."""
    unit = quantity.unit
    return unit is not None and unit != "%" and not (len(unit) == _CURRENCY and unit.isupper())


def _rate(quantity: Quantity, told: Told) -> str:
    """What a rate is for: `tháng` of `10.000 đồng/tháng`."""
    match = _RATE.match(told.article.text, quantity.end, told.span.end)
    if match is None:
        return ""
    words = _syllables(match.group(1))
    hit = words_of("per").at(words, 0)
    return hit[0] if hit else ""


def _period(quantity: Quantity, line: _Line, times: Iterable[Time]) -> str:
    """The year, quarter or month that a number is for, where its sentence names one near."""
    near = [
        (line.cost(quantity, t.start, t.end), t.start, day_value(t.value))
        for t in times
        if t.type == "DATE" and days(day_value(t.value))
    ]
    near = [one for one in near if one[0] <= _FARTHEST + _BRACKET]
    return min(near)[2] if near else ""


def _nation(quantity: Quantity, line: _Line, scene: _Scene) -> tuple[str, str]:
    """Whose they are: the nation of the counted phrase, else of the nearest before; its name too.

    A country that a preposition makes a place is not whose.
    """
    actors = [a for a in scene.inside("actors", line.told.span) if isinstance(a, Actor)]
    nations = [a for a in actors if a.country]
    reach = _item_end(line.told, quantity)
    inside = [a for a in nations if a.start < reach and quantity.start < a.end]
    before = [a for a in nations if a.end <= quantity.start and not _is_where(line, a)]
    chosen = inside[0] if inside else before[-1] if before else None
    if chosen is None or chosen.country is None:
        return "", ""
    named = [n for n in scene.inside("names", chosen) if isinstance(n, Name) and n.type == "LOC"]
    return chosen.country, line.told.article.surface(named[-1]) if named else ""


def _item_end(told: Told, quantity: Quantity) -> int:
    item = quantity.item or ""
    at = told.article.text.find(item, quantity.start, told.span.end) if item else -1
    return max(quantity.end, at + len(item))


def _is_where(line: _Line, name: Span) -> bool:
    """Whether a preposition before a place says that it is where something is."""
    at = line.index(name.start)
    return words_of("where").before(line.syllables, at)


def _places(quantity: Quantity, line: _Line, names: Sequence[Name]) -> dict[str, str]:
    """Where: places near the number that a preposition makes places, each with its name."""
    surface = line.told.article.surface
    return {
        n.entity or surface(n).casefold(): surface(n)
        for n in names
        if n.type == "LOC"
        and _is_where(line, n)
        and line.cost(quantity, n.start, n.end) <= _FARTHEST + _COMMA
    }


def _marks(quantity: Quantity, line: _Line) -> frozenset[str]:
    """The marks of scope just before the number and just behind what it counts."""
    first, last = line.index(quantity.start), line.index(quantity.end)
    found: set[str] = set()
    for at in range(max(0, first - _BEFORE), min(len(line.syllables), last + _AFTER)):
        hit = marks().at(line.syllables, at)
        if hit is None or (first < hit[1] and at < last):
            continue
        start = line.starts[at]
        if line.parted(*sorted((start, quantity.start)), quantity) >= _OTHER:
            continue
        if hit[0] == "change" and words_of("level").at(line.syllables, hit[1]):
            continue
        if hit[0] == "before" and hit[1] != first:
            continue
        found.add(hit[0])
    return frozenset(found)


def _words(quantity: Quantity, line: _Line, scene: _Scene) -> dict[str, float]:
    """The words around a number, each with how near it is (1 beside it, fading)."""
    found: dict[str, float] = {}
    article = scene.article
    for word in scene.inside("words", line.told.span):
        if quantity.start < word.end and word.start < quantity.end:
            continue
        text = canonical(article.text[word.start : word.end])
        if not text[:1].isalpha():
            continue
        near = math.exp(-line.cost(quantity, word.start, word.end) / _FADE)
        found[text] = max(near, found.get(text, 0.0))
    for syllable in _syllables(quantity.item or ""):
        found[syllable] = 1.0
    return found


def _lead(quantity: Quantity, line: _Line, scene: _Scene) -> frozenset[str]:
    """The words between the last mark or number before a number and the number."""
    start = line.told.span.start
    barriers = [stop + 1 for stop, _ in line.stops if stop < quantity.start]
    barriers += [q.end for q in line.quantities if q.end <= quantity.start]
    return _between(max([start, *barriers]), quantity.start, scene)


def _tail(quantity: Quantity, line: _Line, scene: _Scene) -> frozenset[str]:
    """The words between what is counted and the next mark or number, the counted words included."""
    end = line.told.span.end
    barriers = [stop for stop, _ in line.stops if stop >= quantity.end]
    barriers += [q.start for q in line.quantities if q.start >= quantity.end]
    item = frozenset(_syllables(quantity.item or ""))
    return _between(quantity.end, min([end, *barriers]), scene) | item


def _between(start: int, end: int, scene: _Scene) -> frozenset[str]:
    text = scene.article.text
    words = (text[w.start : w.end] for w in scene.inside("words", Span(start, end)))
    found = (canonical(word) for word in words if word[:1].isalpha())
    return frozenset(word for word in found if not words_of("lead").at((word,), 0))


def _topic(quantity: Quantity, line: _Line, names: Sequence[Name]) -> str:
    """The name nearest before a number in its sentence, else the first behind it."""
    before = [n for n in names if n.end <= quantity.start]
    chosen = before[-1:] or [n for n in names if n.start >= quantity.end][:1]
    return next((n.entity or canonical(line.told.article.surface(n)) for n in chosen), "")


def _as_of(quantity: Quantity, line: _Line, times: Sequence[Time]) -> str | None:
    """The past day or month nearest to the number in its sentence."""
    article = line.told.article.article
    published, today = article.published, article.published_date
    near: list[tuple[float, int, str]] = []
    for time in times:
        value = day_value(time.value)
        span = days(value)
        if time.type not in {"DATE", "TIME"} or span is None or (today and span[0] > today):
            continue
        exact = len(value) > len("2024-03")
        if exact or (len(value) == len("2024-03") and (not published or value < published[:7])):
            near.append((line.cost(quantity, time.start, time.end), time.start, value))
    return min(near)[2] if near else None
