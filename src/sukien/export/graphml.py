"""The network of a library in GraphML, for programs that draw and measure graphs.

Source of the form: Brandes et al., GraphML Progress Report, 2002.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from sukien.export.base import Exporter
from sukien.export.cells import places
from sukien.model import AnnotatedArticle, Edge, Story
from sukien.tell.network import joined

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    *(("node", "entity", "string"), ("node", "name", "string"), ("node", "kind", "string")),
    *(("edge", "type", "string"), ("edge", "count", "int"), ("edge", "planned", "int")),
    *(("edge", "articles", "int"), ("edge", "sources", "int"), ("edge", "first", "string")),
    *(("edge", "last", "string"), ("edge", "evidence", "string")),
)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(stories: Iterable[Story], _articles: Iterable[AnnotatedArticle]) -> Iterator[str]:
    """One graph of all stories: parties are nodes, an edge is of one type.

    Edges are directed from who acts to whom; those of mutual types are not.
    """
    edges = joined(story.network for story in stories)
    root = ET.Element("graphml", xmlns=_SPACE)
    for domain, name, kind in _KEYS:
        attributes = {"id": name, "for": domain, "attr.name": name, "attr.type": kind}
        ET.SubElement(root, "key", attributes)
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    ids = _nodes(graph, edges)
    for edge in edges:
        _edge(graph, edge, ids)
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield ET.tostring(root, encoding="unicode") + "\n"


def _nodes(graph: ET.Element, edges: Iterable[Edge]) -> dict[str, str]:
    """The nodes of all parties, and the id in the file of each entity."""
    names = {edge.actor: edge.actor_name for edge in edges}
    names |= {edge.target: edge.target_name for edge in edges}
    ids: dict[str, str] = {}
    for number, entity in enumerate(sorted(names)):
        ids[entity] = f"n{number}"
        node = ET.SubElement(graph, "node", id=ids[entity])
        kind = entity.partition(":")[0]
        _data(node, {"entity": entity, "name": names[entity], "kind": kind})
    return ids


def _edge(graph: ET.Element, edge: Edge, ids: dict[str, str]) -> None:
    element = ET.SubElement(graph, "edge", source=ids[edge.actor], target=ids[edge.target])
    if edge.mutual:
        element.set("directed", "false")
    known = {name: getattr(edge, name) for domain, name, _ in _KEYS if domain == "edge"}
    _data(element, {**known, "evidence": places(edge.evidence)})


def _data(element: ET.Element, values: dict[str, object]) -> None:
    for key, value in values.items():
        if value is not None:
            ET.SubElement(element, "data", key=key).text = _NOT_XML.sub("\ufffd", str(value))


GRAPHML = Exporter("graphml", "the library's network of who acted on whom, in GraphML", write)
