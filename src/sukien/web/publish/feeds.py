"""What other programs read of a site that stands somewhere: a feed and a map of its pages.

Atom is RFC 4287; the map is that of sitemaps.org, at most 50,000 pages in one file.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ENTRIES = 50
MOST = 50_000
_UNDATED = "1970-01-01"


class Item(NamedTuple):
    """A story in a feed: its page, what it is called, its last day, its first sentences."""

    file: str
    title: str
    day: str | None
    told: str


def feed(items: Sequence[Item], *, base_url: str, title: str) -> bytes:
    """The newest stories as an Atom feed. Times are days, at midnight UTC."""
    newest = sorted(items, key=lambda item: (item.day or "", item.file), reverse=True)[:ENTRIES]
    root = Element("feed", xmlns=ATOM)
    _add(root, "title", title)
    _add(root, "id", base_url)
    SubElement(root, "link", href=base_url)
    SubElement(root, "link", rel="self", href=f"{base_url}feed.xml")
    _add(root, "updated", _time(newest[0].day if newest else None))
    _add(SubElement(root, "author"), "name", title)
    for item in newest:
        entry = SubElement(root, "entry")
        _add(entry, "title", item.title)
        _add(entry, "id", base_url + item.file)
        SubElement(entry, "link", href=base_url + item.file)
        _add(entry, "updated", _time(item.day))
        _add(entry, "summary", item.told)
    return _written(root)


def sitemap(files: Iterable[str], *, base_url: str) -> bytes:
    """The pages of the site."""
    root = Element("urlset", xmlns=SITEMAP)
    for file in sorted(files)[:MOST]:
        _add(SubElement(root, "url"), "loc", base_url + file)
    return _written(root)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = "".join(filter(_is_allowed, text))


def _is_allowed(letter: str) -> bool:
    """Whether XML 1.0 allows the character."""
    return (
        letter in "\t\n\r"
        or " " <= letter < "\ud800"
        or "\ue000" <= letter < "\ufffe"
        or (letter > "\uffff")
    )


def _time(day: str | None) -> str:
    return f"{(day or _UNDATED)[:10]}T00:00:00Z"


def _written(root: Element) -> bytes:
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
