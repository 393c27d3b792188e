"""Who made it: picture credits, bylines and credited agencies, read from one line of text.

Every function looks at a line (a sentence, a caption, the last words of an article) and gives
offsets inside that line.
"""

import functools
import re
from typing import NamedTuple

from sukien.knowledge.press import agencies, alternatives, byline_forms, credit_cues
from sukien.model import Span

MAX_CREDIT_WORDS = 6
MAX_AGENCY_WORDS = 6
MAX_SIGNATURE = 140
_CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(
    rf"[{_CAPITALS}][\w.'’+]*(?:[ -][{_CAPITALS}][\w.'’+]*){{0,4}}",
)
_ITEM = re.compile(r"[^,;/&–—|]+")
_DASHED = re.compile(r"\s[-–—]\s|\s*[,;/&|–—]\s*|\s+và\s+")
_CLOSING = " \t\n.,;)]\"'”’-–—"
_SITE = re.compile(r"(?i)[\w-]{1,30}(?:\. ?\w{1,12}){0,2}\. ?(?:vn|com|net|org|info)")
_GIVEN_BY = re.compile(r"\s+(?:cung cấp|gửi|chụp|ghi lại)$")


class Credit(NamedTuple):
    """A credit in a line: its start, dash or bracket included, the name, and its end."""

    start: int
    name: Span
    end: int


class Signature(NamedTuple):
    """The end of an article: its authors and the sources that it credits."""

    authors: tuple[Span, ...] = ()
    agencies: tuple[Span, ...] = ()
    credits: tuple[Span, ...] = ()


@functools.cache
def _credit_pattern() -> re.Pattern[str]:
    cues = alternatives(credit_cues())
    return re.compile(
        rf"(?P<link>(?:^|\s|(?<=[.)\"”]))[-–—]?\s*[(\[]?\s*)(?<!\w)(?P<cue>(?i:{cues}))"
        r"\s*:\s*(?P<name>[^\s()\[\]:;][^()\[\]:;]{0,120})"
    )


@functools.cache
def _next_cue() -> re.Pattern[str]:
    return re.compile(rf"[\s.,–-]+(?:{alternatives(credit_cues())})\s*$")


def find_credits(line: str) -> tuple[Credit, ...]:
    """Every `Ảnh : X`, `- Ảnh : X`, `( Ảnh : X )` of a line whose X is a name, not a sentence."""
    found, at = [], 0
    while match := _credit_pattern().search(line, at):
        credit = _credit(line, match)
        at = credit.end if credit else match.start("name")
        found += [credit] if credit else []
    return tuple(found)


def _credit(line: str, match: re.Match[str]) -> Credit | None:
    stopped = line[max(0, match.start() - 8) : match.start()].rstrip()[-1:] in {
        ".",
        "!",
        "?",
        '"',
        "”",
        ")",
        "",
    }
    if not (match["link"].strip() or stopped or match["cue"][0].isupper()):
        return None
    start = match.start("name")
    stop = _next_cue().search(match["name"])
    written = match["name"][: stop.start()] if stop else match["name"]
    name = _GIVEN_BY.sub("", written.rstrip(_CLOSING))
    if len(_WORD.findall(name)) > MAX_CREDIT_WORDS:
        name = leading_agency(name)
        written = name
    if not _WORD.search(name):
        return None
    end = start + len(written)
    end += len(line[end : end + 3]) - len(line[end : end + 3].lstrip(" )].")) if not stop else 0
    return Credit(match.start(), Span(start, start + len(name)), end)


@functools.cache
def _illustration() -> re.Pattern[str]:
    kinds = alternatives(tuple(cue for cue in credit_cues() if cue.startswith("Ảnh ")))
    return re.compile(rf"(?:^|[-–—(]\s*)(?i:{kinds})\s*[).]{{0,3}}\s*$")


def is_illustration(line: str) -> bool:
    """Whether a line is or ends in a bare `Ảnh minh họa`: a caption that credits nobody."""
    return bool(_illustration().search(line))


def leading_agency(text: str) -> str:
    """The longest known agency that a text starts with, or nothing."""
    ends = [m.end() for _, m in zip(range(MAX_AGENCY_WORDS), _WORD.finditer(text), strict=False)]
    known = (text[:end] for end in reversed(ends) if text[:end].lower() in agencies())
    return next(known, "")


@functools.cache
def _frames() -> dict[str, re.Pattern[str]]:
    before, after = alternatives(byline_forms("before")), alternatives(byline_forms("after"))
    source, alone = alternatives(byline_forms("source")), alternatives(byline_forms("alone"))
    return {
        "before": re.compile(rf"(?i:{before})\s*:\s*"),
        "after": re.compile(rf"(?:\s+[-–—]\s*|\s+|^)(?i:{after})$"),
        "source": re.compile(
            rf"(?:(?:^|(?<=[\s(–-]))(?i:{source})|(?<=[^\W\d_])(?:{source}))(?:\s*:\s*|\s+)"
        ),
        "alone": re.compile(rf"(?:{alone})$"),
    }


def read_signature(line: str) -> Signature | None:
    """The authors and sources of a line that holds nothing else, or None.

    `Vũ Anh ( Theo RIA Novosti , Reuters )` has one author and two agencies, `Tin , ảnh : X` an
    author, `Theo AFP` an agency. A page that lost its line breaks may write `Vũ AnhTheo AFP`.
    """
    size = len(line.rstrip(_CLOSING))
    if not 0 < size <= MAX_SIGNATURE:
        return None
    head, inner = _brackets(line)
    outer = _unbracketed(line, head)
    bracket = Signature() if inner is None else _bracketed(line, inner)
    if outer is None or bracket is None:
        return None
    both = [one + other for one, other in zip(outer, bracket, strict=True)]
    return Signature(*both) if any(both) else None


def _brackets(line: str) -> tuple[Span, Span | None]:
    """The line without a bracket that closes it, and what is in that bracket."""
    bare = line.rstrip(" .")
    at = bare.rfind("(") if bare.endswith(")") else -1
    if at < 0:
        return _trim(line, 0, len(line)), None
    return _trim(line, 0, at), _trim(line, at + 1, len(bare) - 1)


def _trim(line: str, start: int, end: int) -> Span:
    while start < end and line[start] in " \t\n(–—-*":
        start += 1
    while start < end and line[end - 1] in " \t\n.,;–—-":
        end -= 1
    return Span(start, end)


def _unbracketed(line: str, span: Span) -> Signature | None:
    """Authors, then perhaps `Theo` and sources; None when there is anything else."""
    text = line[span.start : span.end]
    if not text or _frames()["alone"].fullmatch(text):
        return Signature((span,)) if text else Signature()
    source = _frames()["source"].search(text)
    cut = span.start + source.start() if source else span.end
    agents = _sources(line, Span(span.start + source.end(), span.end)) if source else ()
    before = _trim(line, span.start, cut)
    people = _people(line, before) if before.start < before.end else Signature()
    if people is None or agents is None:
        return None
    return Signature(people.authors, people.agencies + agents)


def _people(line: str, span: Span) -> Signature | None:
    """Authors' names apart by commas and dashes; a known agency among them is an agency."""
    text = line[span.start : span.end]
    opened = _frames()["before"].match(text)
    start = span.start + (opened.end() if opened else 0)
    closed = _frames()["after"].search(line[start : span.end])
    whole = _trim(line, start, start + closed.start() if closed else span.end)
    items = _items(line, whole)
    known = tuple(i for i in items if line[i.start : i.end].lower() in agencies())
    named = tuple(i for i in items if i not in known and _is_person(line[i.start : i.end]))
    others = len(items) - len(known) - len(named)
    if closed and not items:
        return Signature()
    if not items or (others and not ((named or known) and "/" in text)):
        return None
    return Signature(named, known)


def _items(line: str, span: Span) -> tuple[Span, ...]:
    """The members of a list."""
    start, found = span.start, []
    for gap in _DASHED.finditer(line, span.start, span.end):
        found.append(_trim(line, start, gap.start()))
        start = gap.end()
    found.append(_trim(line, start, span.end))
    return tuple(item for item in found if item.start < item.end)


def _is_person(text: str) -> bool:
    """Whether a text looks like a name a journalist signs with: `Vũ Anh`, `N.An`, `HOÀNG LAN`."""
    return len(text) <= 40 and bool(_NAME.fullmatch(text))


def _sources(line: str, span: Span) -> tuple[Span, ...] | None:
    """The sources of a list, each one's name alone; None when one of them is no name."""
    whole = _without_noun(line, span)
    if line[whole.start : whole.end].lower() in agencies():
        return (whole,)
    items = tuple(_without_noun(line, item) for item in _items(line, span))
    named = all(_is_source(line[i.start : i.end]) for i in items)
    return items if items and named else None


_NOUN = re.compile(r"(?i:báo điện tử|báo|tờ|hãng thông tấn|hãng tin|hãng|trang tin|trang|đài)\s+")


def _without_noun(line: str, span: Span) -> Span:
    known = line[span.start : span.end].lower() in agencies()
    noun = None if known else _NOUN.match(line, span.start, span.end)
    return Span(noun.end(), span.end) if noun else span


def _is_source(text: str) -> bool:
    words = _WORD.findall(text)
    if text.lower() in agencies() or _SITE.fullmatch(text):
        return True
    capital = sum(not word[0].islower() for word in words)
    return (
        0 < len(words) <= MAX_AGENCY_WORDS
        and not words[0][0].islower()
        and capital * 2 > len(words)
    )


def _bracketed(line: str, span: Span) -> Signature | None:
    """What a bracket after an author's name says: sources, a credit, `tổng hợp`."""
    text = line[span.start : span.end]
    credit = find_credits(text)
    if credit:
        shifted = (Span(span.start + c.name.start, span.start + c.name.end) for c in credit)
        return Signature(credits=tuple(shifted))
    source = _frames()["source"].match(text)
    if source:
        agents = _sources(line, Span(span.start + source.end(), span.end))
        return None if agents is None else Signature(agencies=agents)
    people = _people(line, span)
    if people is None or people.authors:
        return Signature() if people else None
    return people


def closing_source(line: str) -> tuple[Span, ...]:
    """Sources in a bracket that ends the last sentence of an article: `... . ( Theo Reuters )`."""
    head, inner = _brackets(line)
    if inner is None or head.end - head.start == 0:
        return ()
    source = _frames()["source"].match(line, inner.start, inner.end)
    return (_sources(line, Span(source.end(), inner.end)) or ()) if source else ()
