"""The figures of a story: numbers that several articles state, and whether they agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from sukien.knowledge.figures import at_word
from sukien.model import AnnotatedArticle, Figure, FigureJudgement, FigurePoint
from sukien.tell.figures.clues import Weighed, clues, score, weighed
from sukien.tell.figures.course import Course
from sukien.tell.figures.grouping import Pairs, candidates, groups, weights
from sukien.tell.figures.statements import Statement, statements
from sukien.tell.figures.verdicts import Verdict, beside, gravest, verdict

_MOST = 60
_COMPARED = 40
_BESIDE = 4
_UNLIKE = -3.0
_LOOKS_ALIKE = -0.5
_ABOUT_WORDS = 6


def figures(articles: Sequence[AnnotatedArticle]) -> tuple[Figure, ...]:
    """The figures that several articles state, those in most articles first."""
    if len(articles) < 2:
        return ()
    found = weighed([one for article in articles for one in statements(article)])
    pairs = weights(found, candidates(found))
    together = groups(len(found), pairs)
    nearby = _beside(found, pairs, together)
    told = [
        figure
        for number, group in enumerate(together)
        if (figure := _figure([found[at].statement for at in group], nearby[number])) is not None
    ]
    told.sort(key=lambda one: (-len({p.article for p in one.points}), -len(one.points), one.about))
    return tuple(told[:_MOST])


def _beside(
    found: Sequence[Weighed], pairs: Pairs, together: Sequence[Sequence[int]]
) -> list[list[Statement]]:
    """For each group the statements outside it that look most like one of another scope."""
    home = {at: number for number, group in enumerate(together) for at in group}
    near: list[dict[int, float]] = [{} for _ in together]
    for (a, b), together_by in pairs.items():
        if together_by < _UNLIKE or home.get(a, -a) == home.get(b, -b):
            continue
        sure = score(clues(found[a], found[b]), "scope")
        if sure <= _LOOKS_ALIKE:
            continue
        for inside, outside in ((a, b), (b, a)):
            if inside in home:
                known = near[home[inside]].get(outside, sure)
                near[home[inside]][outside] = max(known, sure)
    return [
        [found[at].statement for at in sorted(one, key=lambda at: (-one[at], at))[:_BESIDE]]
        for one in near
    ]


def _figure(rows: Sequence[Statement], nearby: Sequence[Statement]) -> Figure | None:
    stated = _once(rows)
    if len({row.article for row in stated}) < 2:
        return None
    outside = _once(nearby)
    own = _judgements(stated)
    others = [
        _judgement(at, len(stated) + place, beside(stated[at], other))
        for place, other in enumerate(outside)
        for at in range(len(stated))
        if stated[at].article != other.article
    ]
    return Figure(
        about=_about(rows),
        points=tuple(map(_point, stated)),
        verdict=gravest(own),
        beside=tuple(map(_point, outside)),
        judgements=(*own, *others),
    )


def _once(rows: Iterable[Statement]) -> list[Statement]:
    """One statement for each value of each article, in order of time."""
    kept: dict[tuple[str, float], Statement] = {}
    for row in rows:
        kept.setdefault((row.article, row.value), row)
    return sorted(
        kept.values(),
        key=lambda row: (
            row.date or "9",
            row.told.article.article.published or "",
            row.article,
            row.quantity.start,
        ),
    )


def _judgements(stated: Sequence[Statement]) -> list[FigureJudgement]:
    """On pairs of different articles; of very many statements on neighbours in time alone."""
    course = Course(stated)
    return [
        _judgement(a, b, course.settled(verdict(stated[a], stated[b]), stated[a], stated[b]))
        for a, b in combinations(range(len(stated)), 2)
        if b - a <= _COMPARED and stated[a].article != stated[b].article
    ]


def _judgement(one: int, other: int, told: Verdict) -> FigureJudgement:
    return FigureJudgement(
        one=one, other=other, verdict=told.verdict, reason=told.reason, detail=told.detail
    )


def _point(row: Statement) -> FigurePoint:
    quantity = row.quantity
    return FigurePoint(
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        mod=quantity.mod,
        date=row.date,
        article=row.article,
        speaker=row.speaker,
    )


def _about(rows: Sequence[Statement]) -> str:
    """What a person would call the figure: what is counted, whose and where, what happens."""
    named = [row for row in rows if row.noun or row.happening_label]
    if not named:
        return _words_before(rows)
    what = _usual(f"{row.noun} {_happens(row)}".strip() for row in named)
    whose = _usual(row.whose for row in rows if row.owned and row.whose)
    where = _usual(row.where for row in rows if row.where)
    return " ".join(part for part in (what, whose, f"{at_word()} {where}" if where else "") if part)


def _happens(row: Statement) -> str:
    """What happens, where the noun does not say so; a sum has no noun."""
    return row.happening_label if not row.noun or row.befalls or row.family == "person" else ""


def _usual(told: Iterable[str]) -> str:
    counts = Counter(told)
    return min(counts, key=lambda one: (-counts[one], len(one), one)) if counts else ""


def _words_before(rows: Sequence[Statement]) -> str:
    """The words that lead to the number in its first statement."""
    first = rows[0]
    text = first.told.article.text[first.told.span.start : first.quantity.start]
    return " ".join(text.split()[-_ABOUT_WORDS:]).strip(" ,;:(\"“'")
