"""Whatever a figure says, every mark of its chart is a finite place within the picture."""

import math
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.views.charts.figures import FigureChart, Stated, figure_chart
from sukien.views.charts.graph import NARROW, WIDE, Tie, graph
from sukien.views.charts.scales import days_of
from sukien.views.charts.voices import Spoken, Voice, voices_chart

_VALUES = st.none() | st.floats() | st.integers(-(10**6), 10**6).map(float) | st.just(1e15)
_DAYS = st.dates().map(str) | st.sampled_from(
    [None, "", "2024", "2024-03", "2024-W11", "XXXX-03-16", "FUTURE_REF", "9999-12-31", "0001"]
)
_MODS = st.sampled_from([None, "approx", "more_than", "less_than", "at_least", "order_of", "?"])
_STATED = st.builds(
    Stated, _VALUES, _VALUES, _VALUES, _MODS, _DAYS, _DAYS, st.booleans(), st.booleans()
)


@settings(deadline=None)
@given(
    st.lists(_STATED, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.just("conflict")), max_size=3),
    st.lists(st.integers(0, 12), max_size=4),
)
def test_every_mark_is_within_the_picture(statements, pairs, told):
    chart = figure_chart(statements, pairs=pairs, told=told, stepped=True)
    if chart is None:
        return
    assert all(math.isfinite(x) and 0 <= x <= 100 for x in _across(chart))
    assert all(math.isfinite(y) and 0 <= y <= chart.height for y in _down(chart))
    drawn = [number for mark in chart.marks for number in mark.of]
    assert len(drawn) == len(set(drawn)) == len(statements) - chart.left_out
    assert len(chart.grid) <= 10
    assert len(chart.ticks) <= 5


def _across(chart: FigureChart) -> Iterator[float]:
    for mark in chart.marks:
        yield from (x for x in (mark.x, mark.since, mark.until) if x is not None)
    for line in (*chart.steps, *(pair.line for pair in chart.joined)):
        yield from (line.x1, line.x2)
    yield from (label.x for label in chart.labels)
    yield from (tick.x for tick in chart.ticks)


def _down(chart: FigureChart) -> Iterator[float]:
    for mark in chart.marks:
        yield mark.y
        if mark.whisker:
            yield from (mark.y + mark.whisker.high, mark.y + mark.whisker.low)
    for line in (*chart.steps, *(pair.line for pair in chart.joined)):
        yield from (line.y1, line.y2)


@given(_DAYS, _DAYS)
def test_days_are_read_or_there_are_none(said, published):
    span = days_of(said, published)
    assert span is None or span[0] <= span[1]


_SPOKEN = st.builds(Spoken, st.booleans(), _DAYS, _DAYS)
_VOICES = st.lists(
    st.builds(Voice, st.sampled_from(["", "A", "B"]), st.lists(_SPOKEN, max_size=6).map(tuple)),
    max_size=14,
)


@settings(deadline=None)
@given(_VOICES)
def test_every_lane_and_its_marks_are_within_the_picture(voices):
    chart = voices_chart(voices)
    for lane in chart.lanes if chart else ():
        assert voices[lane.speaker].name == lane.name
        assert 0 < lane.name_y < lane.y < chart.height
        assert all(0 <= mark.x <= 100 for mark in lane.marks)
        drawn = [number for mark in lane.marks for number in mark.of]
        assert len(drawn) == len(set(drawn)) <= len(voices[lane.speaker].spoken)


_PARTIES = st.sampled_from(["A", "B", "C", "D", "Đ" * 60, "một tên rất dài gồm nhiều chữ", " "])


@st.composite
def _ties(draw: st.DrawFn) -> list[Tie]:
    tones = st.sampled_from(["hostile", "cooperative", "neutral"])
    return [
        Tie(
            one, one, other, other, {"vi": "gặp", "en": "meeting or talks"}, draw(tones),
            draw(st.booleans()), draw(st.integers(0, 10**6)), draw(st.integers(0, 3)), number,
        )
        for number, (one, other) in enumerate(
            draw(st.lists(st.tuples(_PARTIES, _PARTIES), max_size=25))
        )
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(_ties(), st.sampled_from([WIDE, NARROW]))
def test_every_party_and_act_is_within_the_frame(ties, frame):
    drawn = graph(ties, frame)
    if drawn is None:
        return
    for node in drawn.nodes:
        assert 0 <= node.x <= drawn.width
        assert 0 <= node.y <= drawn.height
    places = [(line.x, act.y) for line in drawn.lines for act in line.acts]
    assert all(math.isfinite(x) and 0 <= x <= drawn.width and math.isfinite(y) for x, y in places)
    told = sum(len(line.acts) + line.more for line in drawn.lines)
    assert told + drawn.left == len(ties)
    assert "nan" not in "".join(line.path + line.heads for line in drawn.lines)
