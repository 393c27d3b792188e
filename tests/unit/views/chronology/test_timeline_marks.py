import math
from itertools import pairwise

from sukien.views.chronology.marks import Event, Scale, folded, marks, radii
from sukien.views.chronology.windows import Window


def event(number, date, sources=1, **more):
    return Event(number=number, date=date, text=f"Việc {number}", sources=sources, **more)


def drawn(events, first="2024-01-01", last="2024-12-31", **more):
    scale = Scale(Window(first, last).stretch, 0, 1000)
    return marks(events, scale, radii(events), **more)


def test_areas_grow_with_the_number_of_sources():
    sizes = radii([event(0, "2024-01-01", 12)])
    assert math.isclose(sizes.of(12) ** 2 / sizes.of(3) ** 2, 4)
    huge = radii([event(0, "2024-01-01", 900)])
    assert huge.of(900) <= 15
    assert huge.of(1) == 2


def test_a_day_is_a_point_a_month_a_short_bar_or_a_long_one_as_the_scale_is():
    months = [event(0, "2024-03-16"), event(1, "2024-08")]
    [point], [bar] = drawn(months)
    assert point.half == 0
    assert 80 < bar.end - bar.start < 90
    points, bars = drawn(months, "2000-01-01", "2024-12-31")
    assert bars == []
    assert points[-1].half == 5


def test_a_day_becomes_a_bar_where_hours_are_shown():
    events = [event(0, "2024-05-19"), event(1, "2024-05-19T19:02")]
    points, bars = drawn(events, "2024-05-19", "2024-05-19")
    assert [bar.event.number for bar in bars] == [0]
    assert round(points[0].at) == round(1000 * (19 * 60 + 2.5) / (24 * 60))


def test_what_would_overlap_is_one_group_with_all_of_it():
    events = [event(n, f"2024-03-{n + 1:02}") for n in range(20)]
    points, _ = drawn(events)
    assert sorted(e.number for mark in points for e in mark.events) == list(range(20))
    assert any(mark.is_group for mark in points)
    for one, other in pairwise(points):
        assert other.at - one.at >= one.reach + other.reach


def test_few_events_of_one_day_stand_one_over_the_other():
    days = [event(0, "2024-03-01"), event(1, "2024-03-01", 4), event(2, "2024-03-01")]
    [stack], _ = drawn(days, stacked=3)
    assert not stack.is_group
    assert stack.height > 2 * stack.radius
    [group], _ = drawn([*days, event(3, "2024-03-01")], stacked=3)
    assert group.is_group


def test_a_group_is_named_for_its_weightiest_event():
    [mark] = folded(
        drawn([event(0, "2024-03-01", 3, background=True), event(1, "2024-03-01", 2)])[0]
    )
    assert mark.main.number == 1
