"""What is kept beside a story: its place among others, its contradictions, its figures by day."""

from msgspec.structs import replace

from building import annotated, story
from sukien.model import Figure, FigureJudgement, FigurePoint, Speaker
from sukien.tell.dates import shifted
from sukien.tell.origins import Origins
from sukien.tell.summary import story_index, weight

FIRST = annotated(
    "Lũ ở Bản Pát\nCó 12 người mất tích trong trận lũ.",
    "a",
    published="2024-05-01",
    publisher="Báo A",
)
SECOND = annotated(
    "Lũ ở Bản Pát\nÔng Tám nói có 20 người mất tích.",
    "b",
    published="2024-05-12",
    publisher="Báo B",
)
UNDATED = annotated("Lũ\nBản Pát có lũ.", "c")


def point(article, start, value, **more):
    return FigurePoint(
        start=start,
        end=start + 8,
        value=value,
        low=value,
        high=value,
        mod=None,
        date=None,
        article=article,
        **more,
    )


def told(verdict, *, speaker=None):
    """A story of three articles of which two count differently."""
    judged = FigureJudgement(one=1, other=0, verdict=verdict, reason="one moment")
    figure = Figure(
        about="người mất tích",
        points=(point("b", 27, 20.0, speaker=speaker), point("a", 16, 12.0)),
        verdict=verdict,
        judgements=(judged,),
    )
    articles = (FIRST, SECOND, UNDATED)
    made = story(*articles)
    return replace(
        made,
        first="2024-05-01",
        last="2024-05-12",
        figures=(figure,),
        lineage=Origins(articles, ()).lineage,
    ), articles


def test_a_story_stands_two_days_higher_for_each_doubling_of_its_sources():
    assert weight("2024-05-12", 4) == weight("2024-05-16", 1)
    assert weight("2024-05-12", 0) == weight("2024-05-12", 1)
    assert weight(None, 64) < weight("2024-05-12", 1)


def test_sources_of_the_last_week_count_for_the_standing():
    summary = story_index(*told("same")).summary
    assert (summary.sources, summary.recent) == (3, 1)
    undated = story(UNDATED)
    assert story_index(undated, [UNDATED]).summary.recent == 1


def test_two_values_of_one_moment_are_shown_with_both_sentences():
    [found] = story_index(*told("conflict")).summary.disputes
    assert (found.kind, found.about, found.day) == ("conflict", "người mất tích", "2024-05-12")
    assert (found.one.value, found.one.source, found.one.published) == (12.0, "Báo A", "2024-05-01")
    assert found.one.text == "Có 12 người mất tích trong trận lũ."
    assert found.one.place.start == FIRST.text.index("Có 12")
    assert (found.other.value, found.other.source) == (20.0, "Báo B")


def test_who_says_a_value_stands_before_where_it_is_written():
    start = SECOND.text.index("Ông Tám")
    [found] = story_index(*told("claims", speaker=Speaker(start, start + 7))).summary.disputes
    assert (found.kind, found.other.source) == ("claims", "Ông Tám")


def test_what_agrees_or_changed_is_no_contradiction():
    assert story_index(*told("changed")).summary.disputes == ()
    assert story_index(*told("same")).summary.disputes == ()


def test_a_contradiction_without_its_articles_keeps_its_values_and_places():
    made, _ = told("conflict")
    [found] = story_index(made, []).summary.disputes
    assert (found.one.text, found.one.value, found.one.place.end) == ("", 12.0, 24)
    assert found.day is None


def test_figures_with_several_values_are_kept_day_by_day():
    [course] = story_index(*told("changed")).courses
    assert [(one.told, one.point.value) for one in course.values] == [
        ("2024-05-01", 12.0),
        ("2024-05-12", 20.0),
    ]


def test_what_was_not_told_is_kept_plainly():
    made, articles = told("conflict")
    assert story_index(made, articles, plainly=True).novelties == ()
    assert [one.article for one in story_index(made, articles).novelties] == ["a", "b", "c"]


def test_days_are_counted_up_to_the_first_and_the_last_of_the_calendar():
    assert shifted("2024-03-01", -1) == "2024-02-29"
    assert shifted("0001-01-03", -7) == "0001-01-01"
    assert shifted("9999-12-30", 7) == "9999-12-31"
