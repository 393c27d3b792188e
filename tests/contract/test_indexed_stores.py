"""What every store must keep beside its stories, so that pages need not open them."""

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.model import AgendaItem, Edge, Evidence
from sukien.store import (
    EdgesWanted,
    Month,
    Planned,
    SqlIndexed,
    Standing,
    Wanted,
    open_sqlite,
    story_row,
)
from sukien.tell import story_index
from sukien.tell.summary import weight

STORES = {"sqlite": lambda folder: open_sqlite(folder / "a.sukien", create=True)}
PROOF = Evidence(article="a1", start=0, end=3)


@pytest.fixture(params=STORES)
def store(request, tmp_path):
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


def item(date, outcome="announced", **known):
    return AgendaItem(date=date, text="Họp", evidence=(PROOF,), outcome=outcome, **known)


def edge(actor, target, kind="meet", count=1, last="2024-05-02", name=""):
    return Edge(
        actor=actor,
        actor_name=name or actor,
        target=target,
        target_name=target,
        type=kind,
        mutual=False,
        count=count,
        planned=0,
        articles=count,
        sources=1,
        first=None,
        last=last,
        evidence=(PROOF,),
    )


FLOOD = [
    annotated("Lũ\nNước lên.", "a1", published="2024-04-30", publisher="A"),
    annotated("Lũ lớn\nNước lên cao.", "a2", published="2024-05-02T07:00", publisher="B"),
]
LATER = [annotated("Họp\nBàn việc.", "b1", published="2024-05-03", publisher="A")]
UNDATED = [annotated("Tin\nKhông ngày.", "c1")]


@pytest.fixture
def kept(store):
    store.put_articles([*FLOOD, *LATER, *UNDATED], "p")
    flood = replace(
        story(*FLOOD, story_id="s1", label="Lũ"),
        agenda=(
            item("2024-05-10", announced="2024-05-02"),
            item("2024-05-01", announced="2024-04-30"),
            item("2024-05", "moved", closed="2024-05-03", announced="2024-04-30"),
            item("XXXX"),
        ),
        network=(edge("A", "B"), edge("B", "C", "aid", 3, last="2024-04")),
    )
    later = replace(story(*LATER, story_id="s2", label="Họp"), network=(edge("A", "B", name="Á"),))
    store.put_stories([flood, later, story(*UNDATED, story_id="s3", label="Tin")])
    return SqlIndexed(store)


def test_stories_stand_by_their_last_day_and_sources_and_undated_ones_last(kept):
    found = kept.standings(Wanted())
    assert [one.story for one in found] == ["s1", "s2", "s3"]
    assert found[0] == Standing("s1", weight("2024-05-02", 2), "2024-05-02", 2, 2)
    assert found[2].last is None


def test_stories_of_some_days_stand_by_what_they_have_in_them(kept):
    found = kept.standings(Wanted(start="2024-05-02", end="2024-05-03"))
    assert [(one.story, one.articles, one.sources) for one in found] == [("s2", 1, 1), ("s1", 1, 1)]
    assert kept.standings(Wanted(end="2024-04-29")) == []
    assert kept.standings(Wanted(section="sport")) == []
    assert kept.standings(Wanted(section="sport", start="2024-01-01")) == []
    assert kept.standing_counts(Wanted()) == (3, 4)
    assert kept.standing_counts(Wanted(start="2024-05-01")) == (2, 2)
    assert kept.standing_counts(Wanted(section="sport")) == (0, 0)
    assert kept.standings(Wanted(), start=1, limit=1) == kept.standings(Wanted())[1:2]
    assert len(kept.standings(Wanted(start="2024-01-01"), limit=1)) == 1


def test_summaries_come_in_the_order_asked_for(kept):
    found = kept.summaries(["s2", "nobody", "s1"])
    assert [(one.id, one.label, one.articles) for one in found] == [
        ("s2", "Họp", 1),
        ("s1", "Lũ", 2),
    ]
    assert kept.sections() == {}


def test_months_count_stories_and_articles(kept):
    assert kept.months() == [Month("2024-04", 1, 1), Month("2024-05", 2, 2)]


def test_the_articles_of_a_story_come_with_their_sources(kept):
    found = kept.reports("s1")
    assert [(one.article, one.day, one.source) for one in found] == [
        ("a1", "2024-04-30", "a1"),
        ("a2", "2024-05-02", "a2"),
    ]
    assert [one.day for one in kept.reports("s3")] == [None]


def test_what_articles_add_is_kept_of_stories_of_several(kept):
    assert [one.article for one in kept.novelties("s1")] == ["a1", "a2"]
    assert [one.article for one in kept.novelties("s1", "2024-05-01")] == ["a2"]
    assert kept.novelty("a2").known == 1
    assert kept.novelty("b1") is None
    assert kept.courses("s1") == ()


def test_announced_items_stand_as_on_the_day_that_is_asked(kept):
    def states(**asked):
        return [(one.date, state) for _, state, one in kept.planned(Planned(**asked))]

    assert states(now="2024-05-02") == [
        ("2024-05-01", "silent"),
        ("2024-05", "upcoming"),
        ("2024-05-10", "upcoming"),
    ]
    assert states(now="2024-05-03", states=("moved",)) == [("2024-05", "moved")]
    assert states(now="2024-05-01", start="2024-05-05") == [("2024-05", "upcoming")]
    assert states(end="2024-05-01", story="s1") == [
        ("2024-05-01", "upcoming"),
        ("2024-05", "moved"),
    ]
    assert states(story="s2") == []
    assert kept.planned_counts(Planned(now="2024-05-11")) == {"moved": 1, "silent": 2}
    assert kept.planned_months(Planned()) == {"2024-05": 3}
    assert [one.date for _, _, one in kept.planned(Planned(), start=1, limit=1)] == ["2024-05"]


def test_edges_of_the_same_parties_stand_together(kept):
    found = kept.edges(EdgesWanted())
    assert [[(e.actor, e.count) for e in group] for group in found] == [
        [("B", 3)],
        [("A", 1), ("A", 1)],
    ]
    assert kept.edge_count(EdgesWanted()) == 2
    assert kept.edges(EdgesWanted(), start=1, limit=1) == found[1:]
    assert kept.edges(EdgesWanted(entity="C")) == found[:1]
    assert kept.edges(EdgesWanted(since="2024-05-01")) == found[1:]
    assert kept.edge_count(EdgesWanted(type="aid", entity="A")) == 0
    assert kept.edge_types(EdgesWanted(entity="B", type="aid")) == {"aid": 1, "meet": 1}
    assert kept.party_names(["A", "nobody"]) == {"A": {"A": 1, "Á": 1}}


def test_what_is_beside_a_story_goes_and_stays_with_it(store, kept):
    again = story(*UNDATED, story_id="s4", label="Tin khác")
    store.put_stories([story_row(again, story_index(again, []), "x")], {"s2"})
    assert [one.story for one in kept.standings(Wanted())] == ["s2", "s4"]
    assert kept.planned(Planned()) == []
    assert len(kept.edges(EdgesWanted())) == 1
    assert kept.novelties("s1") == []
    assert [one.article for one in kept.reports("s4")] == ["c1"]


def test_an_article_that_moved_is_kept_beside_its_new_story_alone(store, kept):
    moved = story(*FLOOD[:1], story_id="s9", label="Lũ")
    store.put_stories([moved], {"s2", "s3"})
    assert kept.reports("s1") == []
    assert [one.article for one in kept.reports("s9")] == ["a1"]
