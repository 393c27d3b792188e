"""Where on a web page the article's parts stand: title, lead, body, author, visible date."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode as Node

from sukien.knowledge.pages import PublisherPage, class_pattern
from sukien.read.page_blocks import names_of
from sukien.text.respace import squeeze

_BODIES = ('[itemprop="articleBody"]', "article", "main", '[role="main"]')
_LEAST = 80
_LEAST_LEAD = 20
_LONGEST_NAME = 60
_MOST_DATES = 100
_NAMED = ", ".join(f"{tag}[class]" for tag in ("p", "div", "span", "a", "strong", "time", "li"))


def find_title(page: Page, known: PublisherPage | None, said: str) -> Node | None:
    """The headline's element: the publisher's, or the h1 that says what the page's data says."""
    if known and known.title and (node := _first(page, known.title)):
        return node
    headlines = [node for node in page.css("h1") if node.text().strip()]
    wanted = squeeze(said)
    agreeing = (node for node in headlines if wanted and squeeze(node.text()) in wanted)
    return next(agreeing, headlines[0] if headlines else None)


def find_body(page: Page, known: PublisherPage | None) -> Node | None:
    """The element that holds the text: by publisher, by class, by tag, else where most text is."""
    for selector in known.body.split(",") if known and known.body else ():
        if node := _fullest(page.css(selector.strip())):
            return node
    named = [
        node
        for node in page.css("div[class], div[id], section[class], article[class]")
        if _is(node, "body")
    ]
    if node := _fullest(named):
        return node
    for selector in _BODIES:
        if node := _fullest(page.css(selector)):
            return node
    return _densest(page)


def find_lead(
    page: Page, known: PublisherPage | None, title: Node | None, body: Node | None
) -> Node | None:
    """The lead's element: the publisher's, or one named as a lead after the title."""
    if known and known.lead and (node := _first(page, known.lead)):
        return node
    candidates = (node for node in _between(page, title, body) if _is(node, "lead"))
    long = (node for node in candidates if len(node.text().strip()) >= _LEAST_LEAD)
    return next((node for node in long if not node.css_first("h1")), None)


def find_captions(page: Page, title: Node | None, body: Node | None) -> Iterator[Node]:
    """Pictures between title and body, which some papers put outside the text."""
    if title is not None and body is not None:
        for node in _between(page, title, body):
            if node.tag == "figure" and not _inside(node, body):
                yield node


def find_author(page: Page, known: PublisherPage | None) -> str:
    """A name that stands where authors do; empty when nothing there looks like a name."""
    nodes = page.css(known.author) if known and known.author else []
    nodes += page.css('[rel="author"], [itemprop="author"]')
    nodes += [node for node in page.css(_NAMED) if _is(node, "byline")]
    texts = (" ".join(node.text(separator=" ").split()) for node in nodes)
    return next((text for text in texts if _is_name(text)), "")


def visible_dates(
    page: Page, known: PublisherPage | None, title: Node | None, body: Node | None
) -> tuple[str, ...]:
    """What stands where dates do, as written: by publisher, by class, between title and body."""
    nodes = page.css(known.date) if known and known.date else []
    nodes += [node for node in page.css(_NAMED) if _is(node, "date")]
    nodes += _between(page, title, body) if title is not None else ()
    texts = (" ".join(node.text(separator=" ").split()) for node in nodes[:_MOST_DATES])
    return tuple(text for text in texts if 0 < len(text) < _LONGEST_NAME)


def _is(node: Node, kind: str) -> bool:
    names = names_of(node)
    return len(names) > 1 and class_pattern(kind).search(names) is not None


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) < 6
        and len(text) < _LONGEST_NAME
        and all(word[0].isupper() for word in words)
        and not any(character.isdigit() or character in ":|/@" for character in text)
    )


def _first(page: Page, selectors: str) -> Node | None:
    for selector in selectors.split(","):
        for node in page.css(selector.strip()):
            if node.text().strip():
                return node
    return None


def _text_size(node: Node) -> int:
    """Characters of the element's own paragraphs, or all when it has none."""
    sizes = [len(one.text().strip()) for one in node.css("p")]
    return sum(sizes) or len(node.text().strip())


def _fullest(nodes: Sequence[Node]) -> Node | None:
    sizes = [(_text_size(node), node) for node in nodes[:50]]
    size, node = max(sizes, key=lambda one: one[0], default=(0, None))
    return node if size >= _LEAST else None


def _densest(page: Page) -> Node | None:
    """The element whose own paragraphs, links apart, hold the most text."""
    sizes: dict[int, int] = {}
    nodes: dict[int, Node] = {}
    for paragraph in page.css("p"):
        parent = paragraph.parent
        if parent is None or _is(parent, "drop"):
            continue
        size = len(paragraph.text()) - 2 * sum(len(link.text()) for link in paragraph.css("a"))
        sizes[parent.mem_id] = sizes.get(parent.mem_id, 0) + max(0, size)
        nodes[parent.mem_id] = parent
    best = max(sizes, key=lambda one: sizes[one], default=None)
    return nodes[best] if best is not None and sizes[best] >= 2 * _LEAST else None


def _between(page: Page, title: Node | None, body: Node | None) -> Iterator[Node]:
    """Elements after the title, up to the first third of the body's elements."""
    root = page.body
    if root is None:
        return
    after, left = title is None, None
    for node in root.traverse(include_text=False):
        if title is not None and node.mem_id == title.mem_id:
            after = True
        elif body is not None and node.mem_id == body.mem_id:
            left = len(body.css("p")) // 3 + 3
        elif after:
            yield node
        if left is not None:
            left -= 1
            if left < 0:
                return


def _inside(node: Node, outer: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id == outer.mem_id:
            return True
        parent = parent.parent
    return False
