"""What an entity left in a library, told on its page."""

import pytest
from msgspec.structs import replace

from building import annotated, story
from finding import made_findable
from sukien.library import open_library
from sukien.model import Edge, Evidence, Quote, Speaker
from sukien.store import open_sqlite
from sukien.views.entities import entity_page

TEXT = (
    "Ông [Lê Văn Mẫu|PER person:Mau] nói đập sẽ giữ nước.\nHôm qua ông gặp [Niger|LOC country:NE]."
)


def edge(actor: str, target: str, *, mutual: bool, last: str | None) -> Edge:
    names = {"person:Mau": "Lê Văn Mẫu", "country:NE": "Niger"}
    return Edge(
        actor=actor,
        actor_name=names[actor],
        target=target,
        target_name=names[target],
        type="meet" if mutual else "aid",
        mutual=mutual,
        count=1,
        planned=0,
        articles=1,
        sources=1,
        first=last,
        last=last,
        evidence=(Evidence(article="a", start=0, end=9),),
    )


@pytest.fixture
def library(tmp_path):
    first = annotated(TEXT, "a", published="2024-05-03", publisher="Báo Mẫu")
    said = first.text.index("đập")
    name = first.names[0]
    speaker = Speaker(start=name.start, end=name.end, entity="person:Mau")
    quote = Quote(start=said, end=said + 16, kind="indirect", speaker=speaker, said="2024-05-02")
    first = replace(first, quotes=(quote,))
    later = annotated("Tin [Niger|LOC country:NE] sau đó.", "b", published="2024-07-09")
    network = (
        edge("country:NE", "person:Mau", mutual=True, last="2024-05-01"),
        edge("country:NE", "person:Mau", mutual=False, last=None),
    )
    told = replace(story(first, later, story_id="s", label="Đập nước"), network=network)
    store = open_sqlite(tmp_path / "thu.sukien", create=True)
    with store.writing():
        store.put_articles([first, later], "hand")
        store.put_stories([told])
        made_findable(store, [first, later], [told])
    store.close()
    with open_library(tmp_path / "thu.sukien", refresh=False) as opened:
        yield opened


def test_what_was_said_and_done_stands_in_order_of_its_days(library):
    traces = entity_page(library, "person:Mau").traces
    moments = traces.moments("all")
    assert [one.date for one in moments] == ["2024-05-02", "2024-05-01", None]
    assert moments[0].said.snippet.text == "đập sẽ giữ nước."[:16]
    assert [one.deed.role for one in moments[1:]] == ["together", "undergone"]
    assert [one.deed.other_name for one in moments[1:]] == ["Niger", "Niger"]
    assert sorted(one.deed.number for one in moments[1:]) == [0, 1]
    assert traces.graphs is None, "two parties are better read as lines"
    assert [one.said is None for one in traces.moments("did")] == [True, True]
    assert [one.deed is None for one in traces.moments("said")] == [True]


def test_counts_are_of_all_that_the_library_has(library):
    niger = entity_page(library, "country:NE").traces
    assert (niger.article_count, niger.story_count, niger.deed_count) == (2, 1, 2)
    assert [line.card.id for line in niger.articles] == ["b", "a"]
    assert [(one.id, one.found) for one in niger.stories] == [("s", 2)]
    assert sum(one.count for one, _ in niger.bars) == 2


def test_who_never_spoke_has_nobody_elses_quotations(library):
    niger = entity_page(library, "country:NE").traces
    assert niger.quotes == ()
    assert niger.quote_count == 0


def test_a_place_has_a_map_and_a_person_none(library):
    assert entity_page(library, "country:NE").traces.map is not None
    assert entity_page(library, "person:Mau").traces.map is None
