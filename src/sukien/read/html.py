"""Web pages: one page is one article, its parts kept apart.

In this order: JSON-LD and meta tags for what the page says of itself, then selectors (the
publisher's where it is known, else class names and tags that news pages share), and trafilatura,
an optional package, where these find too little.
"""

import re
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

import msgspec
from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode as Node

from sukien.errors import ArticleError, EmptyArticleError, MissingExtraError
from sukien.knowledge.pages import PublisherPage, page_of
from sukien.read import page_parts
from sukien.read.base import Document, Item, Reader, ReadOptions
from sukien.read.fields import Fields, Identity, Piece, arrange, put_together
from sukien.read.page_blocks import blocks
from sukien.read.page_facts import PageFacts, best_date, page_facts
from sukien.text.encoding import decode
from sukien.text.respace import squeeze

_LEAST = 80
_DEEPEST = 5000
_NESTING = re.compile(
    r"<(/?)(?:div|section|article|span|b|i|em|strong|font|a|table|ul|ol|blockquote)\b"
)
_SITE_MARKS = (" | ", " - ", " – ", " — ")


class _Places(NamedTuple):
    """The page's elements that hold the title, the lead and the text."""

    title: Node | None
    lead: Node | None
    body: Node | None


def read_html(document: Document, options: ReadOptions) -> Iterator[Item]:
    """The article of a page; its id is the file's stem, or else made from its address."""
    written = decode(document.content(), document.name)
    _refuse_nesting(written, document.name)
    page = Page(written)
    facts = page_facts(page)
    known = page_of(facts.host) if facts.host else None
    places = _places(page, known, facts)
    identity = _identity(page, known, facts, places)
    identity = msgspec.structs.replace(identity, source=document.name, id=document.stem)
    pieces = _pieces(page, facts, places) or _extracted(written, facts, document.name)
    yield put_together(_with_byline(pieces, identity.author), identity, options)


def _refuse_nesting(written: str, name: str) -> None:
    """Parsers take quadratic time on elements in elements in elements: no article has those."""
    marks = _NESTING.findall(written)
    if len(marks) - 2 * marks.count("/") > _DEEPEST:
        raise ArticleError(name, "has thousands of tags that are never closed; it is left out")


def _places(page: Page, known: PublisherPage | None, facts: PageFacts) -> _Places:
    title = page_parts.find_title(page, known, facts.title)
    body = page_parts.find_body(page, known)
    return _Places(title, page_parts.find_lead(page, known, title, body), body)


def _pieces(page: Page, facts: PageFacts, places: _Places) -> list[Piece]:
    """Title, lead and body by selectors; nothing when they find too little."""
    title, lead, body = places
    if body is None:
        return []
    heads = [Piece("title", _line(title) or _without_site(facts)), Piece("lead", _line(lead))]
    used = frozenset(node.mem_id for node in (title, lead) if node is not None)
    for picture in page_parts.find_captions(page, title, body):
        heads += blocks(picture, without=used)
    text = _unlike(blocks(body, without=used), heads)
    if sum(len(piece.raw) for piece in text if piece.kind is None) < _LEAST:
        return []
    return [*heads, *(text if lead is not None else _with_lead(text, facts.description))]


def _unlike(text: Iterator[Piece], heads: list[Piece]) -> list[Piece]:
    """The blocks of the body that do not merely say the title, lead or top caption again."""
    told = {squeeze(head.raw) for head in heads}
    return [piece for piece in text if squeeze(piece.raw) not in told]


def _with_lead(text: list[Piece], description: str) -> list[Piece]:
    """The blocks, the first marked as the lead when the page describes itself in its words."""
    said = squeeze(description.rstrip(".… "))
    for place, piece in enumerate(text):
        if piece.kind is None:
            if len(said) >= _LEAST // 4 and squeeze(piece.raw).startswith(said):
                return [*text[:place], Piece("lead", piece.raw), *text[place + 1 :]]
            return text
    return text


def _extracted(written: str, facts: PageFacts, name: str) -> list[Piece]:
    """Title and body as trafilatura finds them."""
    found = _trafilatura(name).extract(
        written, include_comments=False, include_tables=False, deduplicate=False
    )
    if not found or len(found) < _LEAST:
        raise EmptyArticleError(
            name, "has no article on it, as far as can be seen; give the page of one article"
        )
    return arrange(Fields(title=_without_site(facts), body=found))


def _trafilatura(name: str) -> ModuleType:
    try:
        import trafilatura  # noqa: PLC0415  slow to import, and seldom needed
    except ImportError:
        raise MissingExtraError(
            f"{name}: the article is not where news pages have it; to look further install the "
            "general extractor: pip install 'sukien[html]'"
        ) from None
    return trafilatura


def _identity(
    page: Page, known: PublisherPage | None, facts: PageFacts, places: _Places
) -> Identity:
    publisher = known.name if known else facts.site
    visible = page_parts.visible_dates(page, known, places.title, places.body)
    author = facts.author if squeeze(facts.author) != squeeze(publisher) else ""
    return Identity(
        source="",
        url=facts.url or None,
        publisher=publisher or facts.host or None,
        published=best_date((*facts.dates, *visible)),
        author=author or page_parts.find_author(page, known) or None,
    )


def _with_byline(pieces: list[Piece], author: str | None) -> list[Piece]:
    """The pieces, the last that is the author's name alone marked as the byline."""
    name = squeeze(author or "").lower()
    for place in range(len(pieces) - 1, max(0, len(pieces) - 4), -1):
        piece = pieces[place]
        if piece.kind is None and name and squeeze(piece.raw).lower() == name:
            return [*pieces[:place], Piece("byline", piece.raw), *pieces[place + 1 :]]
    return pieces


def _line(node: Node | None) -> str:
    return "\n".join(piece.raw for piece in blocks(node)) if node is not None else ""


def _without_site(facts: PageFacts) -> str:
    """The page's title without the name of the site behind it."""
    for mark in _SITE_MARKS:
        head, found, tail = facts.title.rpartition(mark)
        if found and squeeze(tail).lower() in {squeeze(facts.site).lower(), facts.host}:
            return head
    return facts.title


HTML = Reader(kind="html", suffixes=(".html", ".htm", ".xhtml"), read=read_html)
