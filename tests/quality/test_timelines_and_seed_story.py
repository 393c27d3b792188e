"""The gold of timelines, and how the seeds' story is asked. No article is needed."""

import pytest
from quality.scoring import Count
from quality.seed_story import answers
from quality.timelines import SETS, Told, backing_of, dates_of, load

from sukien.model import Evidence, Story, TimelineEntry
from sukien.tell.dates import days


@pytest.mark.parametrize("which", SETS)
def test_every_value_is_of_the_calendar(which):
    for cluster in load(which):
        values = [value for row in cluster["dates"] for value in row["date"]]
        assert values
        assert all(days(value) for value in [*values, *cluster["may"]]), cluster["id"]
        assert all(row["articles"] and row["about"] for row in cluster["dates"])


def test_no_cluster_is_in_both_sets():
    one, other = ({cluster["id"] for cluster in load(which)} for which in SETS)
    assert not one & other


def _story(*entries):
    return Story(
        id="s", label="", first=None, last=None, episodes=(), articles=(), timeline=tuple(entries)
    )


def _entry(date, *articles):
    places = tuple(Evidence(article=name, start=0, end=1) for name in articles)
    return TimelineEntry(
        date=date, text="x", evidence=places, articles=len(articles), sources=1, upcoming=False
    )


def test_dates_that_may_stand_count_for_nothing():
    gold = {
        "id": 1,
        "may": ["2013"],
        "dates": [
            {"date": ["2013-10-01", "2013-10"], "articles": ["a", "b"]},
            {"date": ["2013-11-01"], "articles": ["a"]},
        ],
    }
    one = Told(gold, _story(_entry("2013", "a"), _entry("2013-10", "a"), _entry("2013-12", "b")))
    assert dates_of(one) == Count(1, 2, 2)
    assert backing_of(one) == (1, 3)


def _asked(timeline, figures):
    expected = {
        "articles": ["a", "b"],
        "one_story": True,
        "timeline": [{"date": "2024-09", "articles": 2, "upcoming_at": "2024-05-19"}],
        "figures": [
            {"about": "x", "verdict": "changed", "values": [{"value": 3, "as_of": "2024-05-19"}]}
        ],
        "same_person": [["An", "An"]],
        "aliases": [],
    }
    story = {"articles": ["b", "a"], "timeline": timeline, "figures": figures}
    mention = {"start": 0, "end": 2, "entity": "person:An"}
    article = {"text": "An nói", "names": [mention], "actors": []}
    return [one.holds for one in answers(expected, [story], [article])]


def test_a_story_that_tells_what_is_expected_holds():
    evidence = [{"article": "a"}, {"article": "b"}]
    line = {"date": "2024-09", "articles": 2, "upcoming": True, "evidence": evidence}
    point = {"value": 3, "date": "2024-05-19", "mod": None}
    assert all(_asked([line], [{"verdict": "changed", "points": [point]}]))


def test_a_story_that_tells_less_does_not_hold():
    line = {"date": "2024-09", "articles": 2, "upcoming": False, "evidence": [{"article": "a"}]}
    assert _asked([line], []) == [True, False, False, False, True]
