"""Who said what when, as lanes: a row for each speaker, a mark for each day that he spoke on."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sukien.tell.dates import Days
from sukien.views.charts.scales import DayScale, Tick, days_of

LANES = 10
_LANE = 40
_NAME, _LINE = 13, 29
_FOOT = 22
_BEFORE = dt.timedelta(days=10)
_RADIUS = (4.0, 1.1, 8.0)
_FEWEST = 2


class Spoken(NamedTuple):
    """A quotation as the lanes see it: when it was `said`, a TIMEX3 value, and `published`."""

    direct: bool
    said: str | None
    published: str | None


class Voice(NamedTuple):
    """A speaker with his quotations."""

    name: str
    spoken: tuple[Spoken, ...]


class LaneMark(NamedTuple):
    """Quotations of one kind and day: `of` numbers them, the first is linked.

    `day` is the first of their days; `before` says that they are older than what the lanes show.
    """

    x: float
    dx: float
    radius: float
    of: tuple[int, ...]
    direct: bool
    day: str
    before: bool


class Lane(NamedTuple):
    """A speaker's row; `speaker` numbers him, `name` stands at `name_y` above the line at `y`."""

    speaker: int
    name: str
    name_y: int
    y: int
    marks: tuple[LaneMark, ...]


class VoicesChart(NamedTuple):
    """The lanes, and the days below them."""

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]

    @property
    def floor(self) -> int:
        """Where the days stand."""
        return self.height - 5


def voices_chart(voices: Sequence[Voice]) -> VoicesChart | None:
    """The lanes of the first speakers; None for fewer than two, or quotations of one day only."""
    dated = [(number, voice, _dated(voice)) for number, voice in enumerate(voices)]
    shown = [(number, voice, days) for number, voice, days in dated if voice.name and days][:LANES]
    spans = [span for _, _, days in shown for span in days.values()]
    if len(shown) < _FEWEST or len(set(spans)) < _FEWEST:
        return None
    scale = _scale(shown, spans)
    if scale.first == scale.last:
        return None
    lanes = tuple(
        Lane(number, voice.name, at * _LANE + _NAME, at * _LANE + _LINE, _marks(voice, days, scale))
        for at, (number, voice, days) in enumerate(shown)
    )
    return VoicesChart(len(lanes) * _LANE + _FOOT, lanes, scale.ticks)


def _dated(voice: Voice) -> dict[int, Days]:
    found = ((at, days_of(one.said, one.published)) for at, one in enumerate(voice.spoken))
    return {at: span for at, span in found if span is not None}


def _scale(shown: Sequence[tuple[int, Voice, dict[int, Days]]], spans: Sequence[Days]) -> DayScale:
    """From shortly before the first article, whatever older words it recalls."""
    spoken = (voice.spoken[at] for _, voice, days in shown for at in days)
    published = [days_of(None, one.published) for one in spoken]
    articles = [span[0] for span in published if span]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if not articles:
        return DayScale(first, last)
    start = min(articles)
    early = start - _BEFORE if start - dt.date.min > _BEFORE else dt.date.min
    return DayScale(max(first, early), max(articles))


def _marks(voice: Voice, days: dict[int, Days], scale: DayScale) -> tuple[LaneMark, ...]:
    groups: dict[tuple[Days, bool], list[int]] = {}
    for at in sorted(days, key=lambda at: (days[at], not voice.spoken[at].direct, at)):
        groups.setdefault((days[at], voice.spoken[at].direct), []).append(at)
    return tuple(
        LaneMark(
            x=scale.spread(*span),
            dx=0.0 if (span, not direct) not in groups else -5.0 if direct else 5.0,
            radius=_radius(len(group)),
            of=tuple(group),
            direct=direct,
            day=span[0].isoformat(),
            before=span[1] < scale.first,
        )
        for (span, direct), group in groups.items()
    )


def _radius(count: int) -> float:
    least, more, most = _RADIUS
    return round(min(most, least + more * (count - 1)), 1)
