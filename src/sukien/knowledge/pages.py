"""What publishers' pages are made of: selectors by host, and what class names say."""

import re
from functools import cache

import msgspec

from sukien.knowledge.tables import read_table, values

_PART = r"(?:^|[\s_-])(?:{})(?=[\s_-]|$)"


class PublisherPage(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher's name and the CSS selectors of its pages; an empty one says nothing."""

    host: str
    name: str
    title: str = ""
    lead: str = ""
    body: str = ""
    author: str = ""
    date: str = ""


@cache
def publisher_pages() -> dict[str, PublisherPage]:
    """Every publisher that is known, by host."""
    return {row["host"]: PublisherPage(**row) for row in read_table("publisher_pages")}


def page_of(host: str) -> PublisherPage | None:
    """The publisher of `host` or of a host above it: `thethao.tuoitre.vn` is `tuoitre.vn`."""
    labels = host.lower().split(".")
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((publisher_pages()[one] for one in hosts if one in publisher_pages()), None)


@cache
def class_tokens() -> dict[str, tuple[str, ...]]:
    """For each kind of element the names by which it goes."""
    return {row["kind"]: values(row["tokens"]) for row in read_table("page_classes")}


@cache
def class_pattern(kind: str) -> re.Pattern[str]:
    """A pattern that finds a name of `kind` in an element's classes and id."""
    tokens = "|".join(re.escape(token) for token in class_tokens()[kind])
    return re.compile(_PART.format(tokens), re.IGNORECASE)
