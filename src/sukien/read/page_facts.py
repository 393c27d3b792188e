"""What a web page says about its article besides the text: JSON-LD first, then meta tags."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec
from selectolax.lexbor import LexborHTMLParser as Page

from sukien.errors import DateError
from sukien.text.dates import find_date, normalize_date

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_LOOSE_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_DATE_TAGS = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
    "dc.date.issued", "dc.date", "date", "its_publication", "og:article:published_time",
)  # fmt: skip
_AUTHOR_TAGS = ("author", "article:author", "dc.creator", "dc.author", "its_author")
_DEEPEST = 6

Ld = Mapping[str, Any]


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Empty strings stand for what the page does not say; `dates` are as written."""

    title: str = ""
    description: str = ""
    url: str = ""
    site: str = ""
    author: str = ""
    dates: tuple[str, ...] = ()

    @property
    def host(self) -> str:
        """The host of the page's own address, without `www.`."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


def page_facts(page: Page) -> PageFacts:
    """Everything that JSON-LD and meta tags say of the page's article."""
    tags, ld = _tags(page), _linked_data(page)
    title = _text(ld.get("headline")) or tags.get("og:title", "") or _content(page, "title")
    return PageFacts(
        title=title,
        description=_text(ld.get("description")) or tags.get("og:description", ""),
        url=_url(page, tags, ld),
        site=tags.get("og:site_name", "") or _text(ld.get("publisher")),
        author=_author(tags, ld),
        dates=tuple(_dates(page, tags, ld)),
    )


def best_date(written: tuple[str, ...]) -> str | None:
    """The first of the dates, with its time when another of the same day has one."""
    found = [iso for one in written if (iso := _iso(one))]
    if not found:
        return None
    same_day = (iso for iso in found if iso[:10] == found[0][:10] and len(iso) > 10)
    return next(same_day, found[0])


def _iso(written: str) -> str | None:
    try:
        return normalize_date(written)
    except DateError:
        found = find_date(written)
        return found[0] if found else None


def _tags(page: Page) -> dict[str, str]:
    """The content of each meta tag by its property, name or itemprop, in lower case."""
    tags: dict[str, str] = {}
    for node in page.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        value = (attributes.get("content") or "").strip()
        if name and value:
            tags.setdefault(name.lower(), value)
    return tags


def _linked_data(page: Page) -> Ld:
    """The first JSON-LD object that is an article; an empty one when there is none."""
    for node in page.css('script[type="application/ld+json"]'):
        written = node.text()
        try:
            value = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            dated = _LOOSE_DATE.search(written)
            value = {"@type": "Article", "datePublished": dated.group(1)} if dated else None
        article = next(_articles(value, 0), None)
        if article is not None:
            return article
    return {}


def _articles(value: object, depth: int) -> Iterator[Ld]:
    if isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _articles(one, depth + 1)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(
            _ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def _text(value: object) -> str:
    """The words of a JSON-LD value: a string, an object's name, or those of a list."""
    if isinstance(value, str):
        return html.unescape(value).strip()
    if isinstance(value, Mapping):
        name = value.get("name")
        return html.unescape(name).strip() if isinstance(name, str) else ""
    if isinstance(value, list):
        return ", ".join(
            text for one in value if not isinstance(one, list) and (text := _text(one))
        )
    return ""


def _url(page: Page, tags: Mapping[str, str], ld: Ld) -> str:
    link = page.css_first('link[rel="canonical"]')
    main = ld.get("mainEntityOfPage")
    candidates = (
        (link.attributes.get("href") if link else None) or "",
        tags.get("og:url", ""),
        _text(ld.get("url")),
        str(main.get("@id", "")) if isinstance(main, Mapping) else _text(main),
    )
    return next((url for url in candidates if url.startswith(("http://", "https://"))), "")


def _author(tags: Mapping[str, str], ld: Ld) -> str:
    candidates = (_text(ld.get("author")), *(tags.get(name, "") for name in _AUTHOR_TAGS))
    return next((name for name in candidates if name and "://" not in name), "")


def _dates(page: Page, tags: Mapping[str, str], ld: Ld) -> Iterator[str]:
    for key in ("datePublished", "dateCreated"):
        if isinstance(ld.get(key), str):
            yield ld[key]
    yield from (tags[name] for name in _DATE_TAGS if name in tags)
    for node in page.css('time[datetime], [itemprop="datePublished"]'):
        yield node.attributes.get("datetime") or node.attributes.get("content") or node.text()


def _content(page: Page, selector: str) -> str:
    node = page.css_first(selector)
    return " ".join(node.text().split()) if node else ""
