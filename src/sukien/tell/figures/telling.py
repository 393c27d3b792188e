"""The figures of a story: numbers that several articles state, and whether they agree."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from sukien.model import AnnotatedArticle, Figure, FigureJudgement, FigurePoint
from sukien.tell.figures.clues import Weighed, clues, cosine, score, weighed
from sukien.tell.figures.course import Course
from sukien.tell.figures.grouping import Pairs, candidates, groups, weights
from sukien.tell.figures.naming import about
from sukien.tell.figures.statements import Statement, statements
from sukien.tell.figures.verdicts import Verdict, beside, gravest, verdict
from sukien.tell.figures.worth import interest, is_telling

_MOST = 24
_COMPARED = 40
_BESIDE = 4
_UNLIKE = -3.0
_LOOKS_ALIKE = -0.5


def figures(articles: Sequence[AnnotatedArticle]) -> tuple[Figure, ...]:
    """The figures that several articles state, those a reader wants to see first."""
    if len(articles) < 2:
        return ()
    found = weighed([one for article in articles for one in statements(article)])
    pairs = weights(found, candidates(found))
    together = groups(len(found), pairs)
    nearby = _beside(found, pairs, together)
    told = []
    for group, near in zip(together, nearby, strict=True):
        rows = [found[at].statement for at in group]
        figure = _figure(rows, near)
        alike = _alike([found[at] for at in group])
        if figure and is_telling(rows, figure.verdict, alike, articles=len(articles)):
            told.append((-interest(rows, figure.verdict), -len(figure.points), figure))
    told.sort(key=lambda one: (one[0], one[1], one[2].about))
    return tuple(figure for _, _, figure in told[:_MOST])


def _alike(group: Sequence[Weighed]) -> float:
    """How much the words around the numbers of a figure agree, on average, 0 to 1."""
    pairs = [
        cosine(one.vector, other.vector)
        for one, other in combinations(group[:_COMPARED], 2)
        if one.statement.article != other.statement.article
    ]
    return sum(pairs) / len(pairs) if pairs else 0.0


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
        about=about(rows),
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
