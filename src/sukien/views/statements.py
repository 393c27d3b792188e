"""The statements of a figure as a page shows them: the lines, the pairs, and the chart of both."""

import math

import msgspec

from sukien.views.charts.figures import FigureChart, FigureMark, Stated, figure_chart
from sukien.views.contract import PLAIN_VERDICTS
from sukien.views.lines import Place

_SHOWN, _FOLDED = 8, 16
_LONG = 3
_JOINED = ("conflict", "claims")
_PAIRS = 2


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a figure with its sentence, and who says it where it is not the article.

    `unit` is UCUM or ISO 4217; `source` is what the article goes back to, where it has a name.
    """

    value: float | None
    low: float | None
    high: float | None
    mod: str | None
    date: str | None
    place: Place
    speaker: str = ""
    unit: str | None = None
    source: str = ""

    @property
    def who(self) -> str:
        """Who says so, as shortly as it can be told."""
        return self.speaker or self.source or self.place.publisher or self.place.title


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that do not simply agree: the verdict, and the named reason for it."""

    verdict: str
    reason: str
    detail: str
    one: FigureLine
    other: FigureLine

    @property
    def plain(self) -> str:
        """The verdict's place among three: same, changed, conflict."""
        return PLAIN_VERDICTS[self.verdict]


class FigureTable(msgspec.Struct, frozen=True, kw_only=True):
    """A figure over articles and time.

    `verdict` is conflict, claims, changed, rounded or same; `comparisons` are the pairs that say
    why, at most a few, the gravest first. `beside` are statements that look like it and count
    something else; `sources` is the number of independent sources of `lines`.
    """

    about: str
    verdict: str
    lines: tuple[FigureLine, ...]
    comparisons: tuple[Comparison, ...] = ()
    beside: tuple[FigureLine, ...] = ()
    sources: int = 1

    @property
    def plain(self) -> str:
        """The verdict's place among three: same, changed, conflict."""
        return PLAIN_VERDICTS[self.verdict]

    @property
    def statements(self) -> tuple[FigureLine, ...]:
        """All that the chart shows, the figure's own first."""
        return (*self.lines, *self.beside)

    @property
    def unit(self) -> str | None:
        """The unit, where all statements have the same."""
        units = {line.unit for line in self.lines}
        return next(iter(units)) if len(units) == 1 else None

    @property
    def long(self) -> bool:
        """Whether the lines go behind a fold, under the sentence and the chart."""
        return len(self.lines) > _LONG

    @property
    def gravest(self) -> Comparison | None:
        """The pair that contradicts most, where the lines that show it are behind a fold."""
        grave = self.plain == "conflict" and self.long
        return next(iter(self.comparisons), None) if grave else None

    @property
    def chart(self) -> FigureChart | None:
        """The figure drawn; None where there is nothing to see."""
        return figure_chart(
            [
                _stated(line, beside=at >= len(self.lines))
                for at, line in enumerate(self.statements)
            ],
            pairs=self._pairs(),
            told=[self.statements.index(line) for line in self.told],
            stepped=self.verdict == "changed",
        )

    def of(self, mark: FigureMark) -> tuple[FigureLine, ...]:
        """The statements that a mark of the chart stands for."""
        return tuple(self.statements[number] for number in mark.of)

    @property
    def told(self) -> tuple[FigureLine, ...]:
        """The statements that a sentence on the figure names: the gravest pair, or the first of the
        first value and of the last, and of the values between if there is but one.
        """
        if self.plain == "conflict" and self.comparisons:
            first = self.comparisons[0]
            return tuple(sorted((first.one, first.other), key=_when))
        firsts: dict[float | None, FigureLine] = {}
        for line in sorted(self.lines, key=_when):
            firsts.setdefault(line.value, line)
        values = tuple(firsts.values())
        return values if len(values) <= _LONG else (values[0], values[-1])

    @property
    def values(self) -> int:
        """How many different values are told."""
        return len({line.value for line in self.lines})

    def _pairs(self) -> list[tuple[int, int, str]]:
        grave = [pair for pair in self.comparisons if pair.verdict in _JOINED][:_PAIRS]
        at = {line: number for number, line in reversed(list(enumerate(self.statements)))}
        return [(at[pair.one], at[pair.other], pair.verdict) for pair in grave]

    @property
    def shown(self) -> tuple[tuple[FigureLine, int], ...]:
        """The first lines, which a page shows at once, each with its value in per cent of the
        greatest (0 for one without a value).
        """
        return self._shares[:_SHOWN]

    @property
    def more(self) -> tuple[tuple[FigureLine, int], ...]:
        """Those behind a fold."""
        return self._shares[_SHOWN:_FOLDED]

    @property
    def left(self) -> int:
        """How many more there are."""
        return max(0, len(self.lines) - _FOLDED)

    @property
    def _shares(self) -> tuple[tuple[FigureLine, int], ...]:
        sizes = [_size(line.value) for line in self.lines]
        greatest = max(sizes, default=0.0) or 1.0
        shares = (round(100 * (size / greatest)) for size in sizes)
        return tuple(zip(self.lines, shares, strict=True))


def _size(value: float | None) -> float:
    return abs(value) if value is not None and math.isfinite(value) else 0.0


def _when(line: FigureLine) -> str:
    return line.date or line.place.published or ""


def _stated(line: FigureLine, *, beside: bool) -> Stated:
    return Stated(
        *(line.value, line.low, line.high, line.mod, line.date, line.place.published),
        said=bool(line.speaker),
        beside=beside,
    )
