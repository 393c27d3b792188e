"""The text blocks of a part of a web page, in reading order, each with its task."""

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode as Node

from sukien.knowledge.pages import class_pattern
from sukien.read.fields import Piece

_BLOCK_TAGS = """address article aside blockquote body caption center dd details div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table
tbody td tfoot th thead tr ul"""
_FOREIGN_TAGS = """script style noscript template svg iframe form button nav aside footer select
textarea video audio object canvas input label head"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_NOT_TEXT = frozenset(_FOREIGN_TAGS.split())
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_MOSTLY = 0.8
_SHORT = 15
_GREAT_SHARE = 0.4


class _Frame(NamedTuple):
    """An element that is being read: what its text is, and whether it is all one block."""

    kind: str | None
    whole: bool


class _Block:
    """The characters of the block under way, and how many of them are links."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.linked = 0

    def add(self, text: str, *, linked: bool) -> None:
        self.text.append(text)
        self.linked += len(text.strip()) if linked else 0

    def take(self) -> tuple[str, bool]:
        """The text so far, on one line, and whether it is mostly links; starts anew."""
        text, linked = " ".join("".join(self.text).split()), self.linked
        self.text, self.linked = [], 0
        return text, len(text) > _SHORT and linked >= _MOSTLY * len(text)


def blocks(root: Node, *, without: frozenset[int] = frozenset()) -> Iterator[Piece]:
    """The blocks of `root`: paragraphs (kind None), headings, captions.

    Left out are elements that are not text, those whose class says that they are not the article,
    blocks that are nothing but links, and the elements `without` (by their mem_id).
    """
    size = len(root.text())
    block, frames, links = _Block(), [_Frame(None, whole=False)], 0
    for entering, node in _events(root, without, size):
        frame = frames[-1]
        if not node.is_element_node:
            block.add(node.text_content or "", linked=links > 0)
            continue
        tag = node.tag or ""
        links += (1 if entering else -1) if tag == "a" else 0
        if tag != "br" and tag not in _BLOCKS:
            continue
        if frame.whole and (entering or tag == "br" or frames[-2].whole):
            block.add(" ", linked=False)
        else:
            text, is_links = block.take()
            if text and not is_links:
                yield Piece(frame.kind, text)
        if tag != "br":
            frames.append(_frame(node, frame)) if entering else frames.pop()
    text, is_links = block.take()
    if text and not is_links:
        yield Piece(None, text)


def names_of(node: Node) -> str:
    """An element's classes and id, as class_pattern reads them."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def _frame(node: Node, outer: _Frame) -> _Frame:
    if outer.whole:
        return outer
    tag = node.tag or ""
    if tag == "figcaption" or class_pattern("caption").search(names_of(node)):
        return _Frame("caption", whole=True)
    if tag == "figure" or (tag == "table" and node.css_first("img")):
        return _Frame("caption", whole=False)
    if tag in _HEADINGS:
        return _Frame("heading", whole=False)
    return outer


def _events(root: Node, without: frozenset[int], size: int) -> Iterator[tuple[bool, Node]]:
    """Every element twice, on entering (True) and leaving it, and text nodes once."""
    stack = [(False, root), (True, root)]
    while stack:
        entering, node = stack.pop()
        if entering and node.is_element_node and node.mem_id != root.mem_id:
            if node.mem_id in without or _is_foreign(node, size):
                continue
            stack.append((False, node))
        yield entering, node
        if entering and node.is_element_node:
            children = list(node.iter(include_text=True))
            stack += [(True, child) for child in reversed(children)]


def _is_foreign(node: Node, size: int) -> bool:
    """Whether an element is not the article's, by its tag, its style or its class."""
    if node.tag in _NOT_TEXT or "hidden" in node.attributes:
        return True
    style = node.attributes.get("style") or ""
    if "display:none" in style.replace(" ", ""):
        return True
    names = names_of(node)
    if len(names) == 1 or not class_pattern("drop").search(names):
        return False
    return len(node.text()) < _GREAT_SHARE * size
