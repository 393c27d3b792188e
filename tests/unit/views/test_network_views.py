import datetime as dt

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.errors import NotFoundError
from sukien.library import open_library
from sukien.model import Edge, Evidence
from sukien.store import open_sqlite
from sukien.views.network import Wanted, chosen, kind_names, network_page
from sukien.views.stories import story_page


def edge(actor, target, kind="demand", last="2024-05-02"):
    return Edge(
        actor=actor,
        actor_name=actor.partition(":")[2],
        target=target,
        target_name=target.partition(":")[2],
        type=kind,
        mutual=False,
        count=1,
        planned=0,
        articles=1,
        sources=1,
        first=last,
        last=last,
        evidence=(Evidence(article="bao", start=4, end=11),),
    )


EDGES = (
    edge("org:A", "org:B"),
    edge("org:B", "org:C", "meet", last="2024-05"),
    edge("org:C", "org:D", last=None),
)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, [0, 1, 2]),
        ({"entity": "org:B"}, [0, 1]),
        ({"entity": "org:B", "type": "meet"}, [1]),
        ({"since": dt.date(2024, 5, 3)}, [1]),
        ({"since": dt.date(2025, 1, 1)}, []),
    ],
)
def test_edges_are_chosen_by_party_type_and_day(asked, numbers):
    assert chosen(EDGES, Wanted(**asked)) == tuple(EDGES[number] for number in numbers)


def test_a_type_has_a_name_in_each_language():
    assert kind_names("meet") == {"vi": "gặp, họp, đàm phán", "en": "meeting or talks"}
    assert kind_names("unheard-of") == {"vi": "unheard-of", "en": "unheard-of"}


def test_a_library_shows_the_network_of_a_story_and_of_all(tmp_path):
    path = tmp_path / "l.sukien"
    article = annotated("Bão\nMưa to.", "bao", published="2024-09-07")
    store = open_sqlite(path, create=True)
    store.put_articles([article], "hand")
    store.put_stories([replace(story(article), network=EDGES[:2])])
    store.close()
    with open_library(path, refresh=False) as library:
        whole = network_page(library, None, Wanted())
        assert {one.actor for one in whole.edges} == {"org:A", "org:B"}
        assert network_page(library, "s1", Wanted(type="meet")).edges == EDGES[1:2]
        [line, _] = story_page(library, "s1").network
        assert (line.evidence[0].text, line.evidence[0].within.start) == ("Mưa to.", 0)
        with pytest.raises(NotFoundError):
            network_page(library, "nobody", Wanted())


def test_a_network_comes_page_by_page_with_its_types(tmp_path):
    path = tmp_path / "l.sukien"
    article = annotated("Bão\nMưa to.", "bao", published="2024-09-07")
    store = open_sqlite(path, create=True)
    store.put_articles([article], "hand")
    store.put_stories([replace(story(article), network=EDGES)])
    store.close()
    with open_library(path, refresh=False) as library:
        for story_id in (None, "s1"):
            page = network_page(library, story_id, Wanted(), number=2, limit=2)
            assert (page.found, page.number, page.pages) == (3, 2, 2)
            assert page.edges == EDGES[2:]
            assert page.types == {"demand": 2, "meet": 1}
            assert set(page.kinds) == {"demand", "meet"}
            of_one = network_page(library, story_id, Wanted(entity="org:B", type="meet"), limit=2)
            assert (of_one.edges, of_one.found, of_one.party) == (EDGES[1:2], 1, "B")
            assert of_one.types == {"demand": 1, "meet": 1}
            nobody = network_page(library, story_id, Wanted(entity="org:Z"), number=7, limit=2)
            assert (nobody.edges, nobody.number, nobody.party) == ((), 1, "org:Z")


def test_the_edges_of_a_page_are_drawn_and_lead_to_their_rows(tmp_path):
    path = tmp_path / "l.sukien"
    article = annotated("Bão\nMưa to.", "bao", published="2024-09-07")
    store = open_sqlite(path, create=True)
    store.put_articles([article], "hand")
    store.put_stories([replace(story(article), network=EDGES)])
    store.close()
    with open_library(path, refresh=False) as library:
        for drawing in network_page(library, None, Wanted()).graphs:
            assert {node.name for node in drawing.nodes} == {"A", "B", "C", "D"}
            rows = [act.tie.number for line in drawing.lines for act in line.acts]
            assert sorted(rows) == [0, 1, 2]
        assert network_page(library, None, Wanted(entity="org:A")).graphs is None
