import csv
import io
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.export import EXPORTERS
from sukien.model import Edge, Evidence

SPACE = "{http://graphml.graphdrawing.org/xmlns}"
BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}


def edge(**known):
    made = {
        "actor": "org:Lan Hà",
        "actor_name": "=Lan & <Hà>",
        "target": "country:LA",
        "target_name": "Lào\x01",
        "type": "demand",
        "mutual": False,
        "count": 2,
        "planned": 1,
        "articles": 1,
        "sources": 1,
        "first": "2024-05-01",
        "last": None,
        "evidence": (Evidence(article="bao", start=0, end=3),),
    }
    return Edge(**{**made, **known})


@pytest.fixture
def told():
    article = annotated("Bão\nMưa to.", "bao", published="2024-09-07")
    meeting = edge(
        first=None, type="meet", mutual=True, target="person:Ngô Lam", target_name="Ngô Lam"
    )
    return replace(story(article), network=(edge(), meeting))


def written(name, stories):
    return "".join(BY_NAME[name].write(stories, []))


def test_every_edge_is_a_row_that_a_spreadsheet_reads(told):
    rows = list(csv.DictReader(io.StringIO(written("network-csv", [told]))))
    assert len(rows) == 2
    assert rows[0]["actor_name"] == "'=Lan & <Hà>"
    assert (rows[0]["count"], rows[0]["planned"], rows[0]["last"]) == ("2", "1", "")
    assert (rows[0]["evidence"], rows[1]["mutual"]) == ("bao:0-3", "1")


def test_graphml_holds_each_party_once_and_escapes_what_xml_forbids(told):
    text = written("graphml", [told])
    graph = ET.fromstring(text).find(f"{SPACE}graph")
    nodes = [{data.get("key"): data.text for data in node} for node in graph.iter(f"{SPACE}node")]
    assert [node["entity"] for node in nodes] == ["country:LA", "org:Lan Hà", "person:Ngô Lam"]
    assert [node["name"] for node in nodes] == ["Lào\ufffd", "=Lan & <Hà>", "Ngô Lam"]
    edges = list(graph.iter(f"{SPACE}edge"))
    assert [one.get("directed") for one in edges] == [None, "false"]
    assert (edges[0].get("source"), edges[0].get("target")) == ("n1", "n0")
    values = {data.get("key"): data.text for data in edges[0]}
    assert (values["type"], values["count"], values["evidence"]) == ("demand", "2", "bao:0-3")
    unknown = {data.get("key") for data in edges[1]}
    assert "first" in values
    assert not unknown & {"first", "last"}


def test_a_library_without_a_network_is_an_empty_graph():
    graph = ET.fromstring(written("graphml", [])).find(f"{SPACE}graph")
    assert list(graph) == []
