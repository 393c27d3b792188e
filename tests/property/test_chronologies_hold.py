"""Any timeline is drawn within its box, every event once, and no text over another."""

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.views.chronology import Event, Window, chronology
from sukien.views.chronology.labels import Flag, lanes, text_width
from sukien.views.chronology.wide import SIZE
from sukien.views.chronology.windows import moves

days = st.dates().map(lambda day: day.isoformat())
near = st.integers(1, 28).map(lambda day: f"2024-05-{day:02}")
dates = st.one_of(
    days,
    near,
    st.tuples(near, st.integers(0, 23)).map(lambda pair: f"{pair[0]}T{pair[1]:02}:30"),
    st.sampled_from(
        ["2024", "2024-05", "2024-Q2", "2024-W20", "XXXX-05-01", "196X", "0001", "9999"]
    ),
    st.text(max_size=8),
)
flags = st.booleans()
events = st.lists(
    st.builds(
        lambda date, text, sources, upcoming, back, new: (date, text, sources, upcoming, back, new),
        dates,
        st.text(max_size=200),
        st.integers(0, 500),
        flags,
        flags,
        flags,
    ),
    max_size=40,
).map(
    lambda rows: [
        Event(number=n, date=d, text=t, sources=s, upcoming=u, background=b, new=w)
        for n, (d, t, s, u, b, w) in enumerate(rows)
    ]
)
windows = st.one_of(st.none(), st.tuples(days, days).map(lambda pair: Window(min(pair), max(pair))))


@settings(deadline=None, max_examples=80)
@given(events, st.lists(st.one_of(st.none(), days), max_size=20), windows)
def test_any_timeline_is_drawn_within_its_box(found, published, window):
    shown = chronology(found, published, window)
    if shown is None:
        return
    for drawing in (shown.wide, shown.tall):
        drawn = [e.number for point in drawing.points for e in point.events]
        drawn += [beam.event.number for beam in drawing.beams]
        assert len(drawn) == len(set(drawn))
        assert len(drawn) + drawing.left_out == len(shown.events)
        for point in drawing.points:
            assert 0 <= point.x <= drawing.width
            assert 0 <= point.y <= drawing.height
        for beam in drawing.beams:
            assert 0 <= beam.box.x <= beam.box.x + beam.box.width <= drawing.width
            assert 0 <= beam.box.y <= beam.box.y + beam.box.height <= drawing.height
        places = [place for label in drawing.labels for pair in label.leader for place in pair]
        places += [one.at for one in drawing.scratches]
        assert all(math.isfinite(place) and place >= 0 for place in places)
        assert_texts_apart(drawing.labels)
    assert all(one is None or one.first <= one.last for one in moves(shown.window, shown.whole))


def assert_texts_apart(labels):
    boxes = [box(label) for label in labels]
    for (left, top, right, bottom), (x, y, other_right, other_bottom) in combinations(boxes, 2):
        assert right <= x or other_right <= left or bottom <= y or other_bottom <= top


def box(label):
    width = max((text_width(line, SIZE) for line in label.lines), default=0)
    left = label.x - width if label.anchor == "end" else label.x
    return left, label.y - 11, left + width, label.y + 15 * len(label.lines)


@given(
    st.lists(
        st.builds(
            lambda at, width: Flag(at, width, left=at + width > 1000),
            st.floats(0, 1000),
            st.floats(1, 190),
        ),
        max_size=12,
        unique_by=lambda flag: flag.at,
    )
)
def test_no_leader_goes_through_a_text(found):
    places = lanes(found)
    if places is None:
        return
    for (one, lane), (other, above) in combinations(zip(found, places, strict=True), 2):
        for flag, low, leader, high in ((one, lane, other, above), (other, above, one, lane)):
            start, end = flag.box
            assert not (start <= leader.at <= end and low <= high)
