from msgspec.structs import replace

from sukien.views.glances import glance
from sukien.views.lines import Place, TimelineLine
from sukien.views.statements import Comparison, FigureLine, FigureTable

PLACE = Place(
    start=0,
    end=1,
    article="a",
    text="Mưa.",
    text_start=0,
    title="",
    publisher=None,
    published=None,
)


def figure(about: str, verdict: str) -> FigureTable:
    line = FigureLine(value=1.0, low=None, high=None, mod=None, date=None, place=PLACE)
    return FigureTable(about=about, verdict=verdict, lines=(line,))


def line(date: str, *, upcoming: bool = False, background: bool = False) -> TimelineLine:
    return TimelineLine(
        date=date,
        text="Mưa.",
        articles=1,
        sources=1,
        upcoming=upcoming,
        evidence=(PLACE,),
        background=background,
    )


def test_conflicts_and_changes_lead_to_where_the_page_tells_them():
    tables = [figure("a", "conflict"), figure("b", "same"), figure("c", "changed")]
    tables += [figure("d", "claims")]
    seen = glance(tables, (), told=3)
    assert seen is not None
    assert [(one.table.about, one.anchor) for one in seen.conflicts] == [
        ("a", "figure-1"),
        ("d", "figures"),
    ]
    assert [(one.table.about, one.anchor) for one in seen.changes] == [("c", "figure-3")]
    assert (seen.latest, seen.coming) == (None, None)


def test_of_many_figures_the_first_are_named_and_all_counted():
    seen = glance([figure(str(at), "changed") for at in range(9)], (), told=8)
    assert seen is not None
    assert (len(seen.changes), seen.change_count, seen.conflict_count) == (3, 9, 0)


def test_the_last_that_happened_and_the_next_to_come_stand_out():
    lines = [line("1960", background=True), line("2024-03-16"), line("2024-03-20")]
    lines += [line("2024-05-01", upcoming=True), line("2024-06-01", upcoming=True)]
    seen = glance((), lines, told=8)
    assert seen is not None
    assert seen.latest is lines[2]
    assert seen.coming is lines[3]
    assert seen.coming_after == 1


def test_where_nothing_stands_out_there_is_nothing():
    assert glance([figure("a", "same")], [line("1960", background=True)], told=8) is None


def test_of_a_long_figure_in_conflict_the_gravest_pair_is_seen_at_once():
    line = figure("a", "conflict").lines[0]
    pair = Comparison(verdict="conflict", reason="one moment", detail="", one=line, other=line)
    table = replace(figure("a", "conflict"), lines=(line,) * 4, comparisons=(pair,))
    assert table.gravest is pair
    assert replace(table, lines=(line,)).gravest is None
    assert replace(table, verdict="changed").gravest is None
