from sukien.model import Evidence, TimelineEntry
from sukien.store import Card
from sukien.views.chronology import Window, chronology, events_of, fresh_of
from sukien.views.chronology.density import histogram

DAYS = ("2024-03-16", "2024-03-20", "2024-05-19", "2024-05-19T08:00:00+07:00", None)


def entry(date, article="a", sources=1, **more):
    proof = Evidence(article=article, start=0, end=3)
    return TimelineEntry(
        date=date, text=f"Việc {date}", evidence=(proof,), articles=1, sources=sources, **more
    )


STORY = (
    entry("1960", background=True),
    entry("XXXX-03-16"),
    entry("2024-03-16", sources=4),
    entry("2024-03"),
    entry("2024-04-19"),
    entry("2024-05-19", "b"),
    entry("2024-06-02", upcoming=True),
    entry("2031", upcoming=True),
)


def test_a_story_opens_on_its_own_days_and_counts_what_is_outside():
    found = chronology(events_of(STORY), DAYS)
    assert found.window == Window("2024-03-01", "2024-06-02")
    assert found.whole == Window("1960-01-01", "2031-12-31")
    assert [event.number for event in found.events] == [2, 3, 4, 5, 6]
    assert (found.before, found.after, found.undated) == (1, 1, 1)
    assert found.today == "2024-05-19"
    assert found.days == (("2024-03-16", 1), ("2024-03-20", 1), ("2024-05-19", 2))


def test_another_window_shows_what_lies_in_it():
    found = chronology(events_of(STORY), DAYS, Window("1950-01-01", "1970-12-31"))
    assert [event.number for event in found.events] == [0]
    assert (found.before, found.after) == (0, 6)
    assert found.later == Window("1950-01-01", "2031-12-31")
    assert found.wide.today is None


def test_a_story_without_a_date_is_not_drawn():
    assert chronology(events_of([entry("XXXX-03-16")]), DAYS) is None
    assert chronology((), ()) is None


def test_new_is_what_only_articles_since_a_day_tell():
    cards = [Card("a", "A", "2024-03-16", None, None), Card("b", "B", "2024-05-19", None, None)]
    fresh = fresh_of(cards, "2024-05-01")
    assert [event.number for event in events_of(STORY, fresh) if event.new] == [5]
    assert not fresh_of(cards, None)


def test_the_wide_drawing_has_each_event_once_and_what_is_planned_after_today():
    found = chronology(events_of(STORY), DAYS)
    drawing = found.wide
    drawn = [e.number for point in drawing.points for e in point.events]
    drawn += [beam.event.number for beam in drawing.beams]
    assert sorted(drawn) == [2, 3, 4, 5, 6]
    place = {point.main.number: point.x for point in drawing.points}
    assert place[5] < drawing.today < place[6]
    assert drawing.label_of(found.events[0]).lines == ("Việc 2024-03-16",)
    assert drawing.density.unit == "day"
    assert drawing.density.most == 2


def test_a_group_opens_into_a_window_that_parts_it():
    entries = [entry(f"2024-03-{day:02}") for day in range(1, 9)] + [entry("2020-01-01")]
    found = chronology(events_of(entries), ())
    [group] = [point for point in found.wide.points if point.is_group]
    assert group.dates == ("2024-03-01", "2024-03-08")
    inner = chronology(events_of(entries), (), group.window)
    assert len(inner.wide.points) == 8


def test_many_events_of_one_day_open_nothing():
    found = chronology(events_of([entry("2024-03-01") for _ in range(300)]), ())
    assert found.window == Window("2024-03-01", "2024-03-01")
    drawing = found.tall
    assert len(drawing.beams) + drawing.left_out == 300
    wide = chronology(
        events_of([entry("2024-03-01") for _ in range(300)]), (), Window("2024-01-01", "2024-06-01")
    ).wide
    assert [point.window for point in wide.points] == [None]


def test_the_legend_names_the_shapes_that_are_drawn():
    shown = chronology(events_of(STORY), DAYS)
    legend = shown.legend(shown.wide, shown.tall)
    assert [size.sources for size in legend.sizes] == [1, 3, 4]
    assert (legend.bars, legend.background, legend.planned) == (True, False, True)
    alone = chronology(events_of([entry("2024-03-01")]), ())
    assert alone.legend(alone.wide, alone.tall).groups is False


def test_articles_are_counted_between_borders():
    found = histogram(
        (("2024-03-05", 2), ("2024-03-11", 1), ("2030-01-01", 9)),
        Window("2024-03-05", "2024-03-19").stretch,
        3,
    )
    assert found.counts == (2, 1, 0)
    assert found.most == 2


def test_the_words_of_the_last_mark_of_the_axis_stay_inside():
    scratches = chronology(
        events_of(STORY), DAYS, Window("2024-01-01", "2024-06-30")
    ).wide.scratches
    assert {one.anchor for one in scratches if one.at > 940} == {"end"}
    assert {one.anchor for one in scratches if one.at <= 940} == {"start"}


def test_what_only_the_drawing_of_a_phone_folds_is_in_the_legend():
    days = tuple(entry(f"2024-03-{day:02d}") for day in range(1, 29))
    found = chronology(events_of(days), DAYS, Window("2024-01-01", "2024-06-30"))
    folded = [any(one.is_group for one in drawing.points) for drawing in (found.wide, found.tall)]
    assert found.legend(found.wide, found.tall).groups == any(folded)
    assert folded[1]
