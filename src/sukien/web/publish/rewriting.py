"""A page as a server answers it, made a file of a site: its links, its forms, its head."""

import re
from collections.abc import Callable, Collection
from html import unescape
from typing import NamedTuple

from markupsafe import escape

from sukien.views.language import phrase
from sukien.web.publish.spots import SEARCH, Link, Spot, read, relative

_ADDRESS = re.compile(r'\s((?:xlink:)?href|src|action|formaction)="(/[^"]*)"')
_TO_JSON = re.compile(r'<a\b[^>]*\shref="/[^"]*\.json(?:\?[^"]*)?"[^>]*>.*?</a>', re.DOTALL)
_FORM = re.compile(r"<form\b([^>]*)>.*?</form>", re.DOTALL)
_SCRIPT = re.compile(r'<script\b[^>]*\ssrc="/static/([^"?]+)[^"]*"[^>]*></script>\n?')
_OMITTED = re.compile(r'<p class="omitted"[^>]*>\s*</p>')
_OMITTED_MARK = '<p class="omitted"></p>'
_GAP = '<p class="omitted">[…]</p>'
_MARGINS = re.compile(r'<nav class="(?:margins|steps)".*?</nav>', re.DOTALL)  # other answers
_NEAR = re.compile(r'<span class="near">.*?</span> ?', re.DOTALL)  # sentences beside a proof
_CHARSET = '<meta charset="utf-8">'
_NO_ROBOTS = '<meta name="robots" content="noindex">\n'
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
_SWITCHES = 'class="layers"'  # marks are switched by style sheets alone
_BUTTON = re.compile(r"<button\b.*?</button>", re.DOTALL)
_NEEDS_A_SERVER = re.compile(
    r"\bfetch\(|XMLHttpRequest|EventSource|^\s*(?:import|export)\s", re.MULTILINE
)


class Seen(NamedTuple):
    """What the pages of a site lead to: pages, and characters of articles that prove something."""

    spots: set[Spot]
    proofs: set[tuple[str, int, int]]


class Frame(NamedTuple):
    """What holds for the whole site.

    `base_url` is where it will stand, "" where nobody knows; `without` are rooms that it has not;
    `entities` are those with a page, None while all have one; `scripts` are the files of the
    package that run without a server.
    """

    base_url: str = ""
    without: Collection[str] = ()
    entities: Collection[str] | None = None
    scripts: Collection[str] = ()


def runs_alone(script: str) -> bool:
    """Whether a script asks no server and is no module, so that it runs from a file."""
    return not _NEEDS_A_SERVER.search(script)


def rewritten(page: str, spot: Spot, frame: Frame, seen: Seen) -> str:
    """The page as a file; what it leads to is added to `seen`."""
    page = _SCRIPT.sub(lambda found: _script(found, spot, frame), page)
    page = _TO_JSON.sub("", page)
    page = _NEAR.sub("", _MARGINS.sub("", _FORM.sub(_form, page)))
    page = _ADDRESS.sub(_addressing(spot, frame, seen), page)
    page = _with_gaps(_OMITTED.sub(_OMITTED_MARK, page), spot.language)
    if frame.base_url:
        page = page.replace(_NO_ROBOTS, "", 1)
    return page.replace(_CHARSET, _CHARSET + _head(spot, frame), 1)


def _with_gaps(page: str, language: str) -> str:
    """What is left out is shown by dots; the last of them say so in words."""
    first, found, last = page.rpartition(_OMITTED_MARK)
    if not found:
        return page
    said = escape(phrase("published_omitted", language))
    return f'{first.replace(_OMITTED_MARK, _GAP)}<p class="omitted">{said}</p>{last}'


def _addressing(spot: Spot, frame: Frame, seen: Seen) -> Callable[[re.Match[str]], str]:
    """Replaces one address. An address that leads nowhere is taken off its element."""

    def replaced(found: re.Match[str]) -> str:
        link = read(unescape(found.group(2)), spot.language)
        if link is None or (link.dropped and link.spot == spot):
            return ""
        if link.asset:
            return f' {found.group(1)}="{escape(relative(link.asset, spot.file))}"'
        if link.spot is None or not _has_page(link.spot, frame):
            return ""
        _note(link, seen)
        return f' {found.group(1)}="{escape(_target(link, spot))}"'

    return replaced


def _has_page(spot: Spot, frame: Frame) -> bool:
    if spot.room in frame.without:
        return False
    return spot.room != "/entity" or frame.entities is None or spot.id in frame.entities


def _note(link: Link, seen: Seen) -> None:
    if link.spot is not None:
        seen.spots.add(link.spot)
        if link.proof:
            seen.proofs.add((link.spot.id, *link.proof))


def _target(link: Link, here: Spot) -> str:
    assert link.spot is not None
    path = relative(link.spot.file, here.file)
    query = f"?{link.query}" if link.query else ""
    fragment = anchor(*link.proof) if link.proof else link.fragment
    return f"{path}{query}#{fragment}" if fragment else path + query


def anchor(start: int, end: int) -> str:
    """The id of the characters of an article that prove something."""
    return f"proof-{start}-{end}"


def _script(found: re.Match[str], spot: Spot, frame: Frame) -> str:
    name = found.group(1)
    if name not in frame.scripts:
        return ""
    return f'<script src="{relative(f"static/{name}", spot.file)}" defer></script>\n'


def _form(found: re.Match[str]) -> str:
    """The search stays, and what style sheets switch; other forms ask a server."""
    attributes = found.group(1)
    if f'action="{SEARCH}' in attributes:
        return found.group()
    return _BUTTON.sub("", found.group()) if _SWITCHES in attributes else ""


def _head(spot: Spot, frame: Frame) -> str:
    lines = [
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f'<link rel="stylesheet" href="{relative("static/css/published.css", spot.file)}">',
    ]
    if frame.base_url:
        lines.append(f'<link rel="canonical" href="{escape(frame.base_url + spot.file)}">')
        feed = relative("feed.xml", spot.file)
        lines.append(f'<link rel="alternate" type="application/atom+xml" href="{feed}">')
    return "".join(f"\n{line}" for line in lines)
