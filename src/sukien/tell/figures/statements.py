"""Statements: numbers of articles, each with what it counts, of what, where, when and who says it.

What is counted is the class of the noun behind the number (`binh sĩ` and `quân nhân` are one);
what happens to it is the nearest word of the sentence that names a happening; marks (`trong đó`,
`thêm`, `mỗi ngày`) say of what scope a number is. The words around, nearer ones more, are kept for
comparison with others.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.knowledge.figures import Counted
from sukien.model import AnnotatedArticle, Name, Quantity, Speaker, Time
from sukien.tell.figures.around import lead_of, tail_of, words_around
from sukien.tell.figures.lines import Line, Scene
from sukien.tell.figures.what import (
    happening_of,
    head_of,
    heading_of,
    kind_of,
    label_of,
    marks_of,
    rate_of,
)
from sukien.tell.figures.where import as_of, nation_of, period_of, places_of, topic_of
from sukien.tell.reading import Told, told_sentences

_EXCLUDED = frozenset(("a", "h", "min", "s", "d", "deg"))
_LOOK_BACK = 2  # sentences
_SMALL = 10  # a number of things up to which needs to say what they are
_NOTHING = Counted("", "", "", False)


class Statement(NamedTuple):
    """One number in its sentence; `words` weighs the words around it, nearer ones more.

    `kind` is a unit or `count`; `head` the class of what is counted, or its first word, `family`
    its wider class (`owned` where it matters whose they are); `happening` an id, its label behind a
    noun and its `heading` without one, and whether it befalls people; `nation` is whose they are
    and `whose` its name, `where` the name of the first of the `places`; `lead` and `tail` the words
    between the number and the next mark or number on each side; `topic` the name nearest before it,
    `named` as written (`in_place`: a place); `others` the other numbers of its sentence; `date` the
    day that its sentence has for it (`stated`), else that of publication.
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
    heading: str
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
    named: str
    in_place: bool
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
    scene = Scene(article)
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


def _of_sentence(told: Told, scene: Scene) -> Iterator[Statement]:
    line = Line(told, scene)
    told_numbers = [q for q in line.quantities if _is_told(q)]
    if not told_numbers:
        return
    numbers = {(kind_of(q, line), q.value or 0.0) for q in told_numbers}
    for quantity in told_numbers:
        yield _statement(quantity, line, scene, frozenset(numbers))


def _is_told(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.unit not in _EXCLUDED


def _statement(
    quantity: Quantity, line: Line, scene: Scene, numbers: frozenset[tuple[str, float]]
) -> Statement:
    told = line.told
    kind = kind_of(quantity, line)
    head = head_of(quantity, line) if kind == "count" else _NOTHING
    happening = happening_of(quantity, line)
    times = [t for t in scene.inside("times", told.span) if isinstance(t, Time)]
    names = [n for n in scene.inside("names", told.span) if isinstance(n, Name)]
    nation, whose = nation_of(quantity, line, scene)
    places = places_of(quantity, line, names)
    topic, named, in_place = topic_of(quantity, line, names)
    rate = rate_of(quantity, told)
    quote = scene.quote_around(quantity)
    date = as_of(quantity, line, times)
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
        happening_label=label_of(happening, head),
        heading=heading_of(happening, quantity, rate) if kind != "count" else "",
        befalls=happening.first,
        rate=rate,
        period=period_of(quantity, line, times),
        nation=nation,
        whose=whose,
        places=frozenset(places),
        where=next(iter(places.values()), ""),
        marks=marks_of(quantity, line),
        words=words_around(quantity, line, scene),
        lead=lead_of(quantity, line, scene),
        tail=tail_of(quantity, line, scene),
        topic=topic,
        named=named,
        in_place=in_place,
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
