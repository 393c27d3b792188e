"""Outlets that an article cites as the source of its news: `theo tờ X`, `X đưa tin`."""

import functools
import re
from collections import Counter
from collections.abc import Iterator

from sukien.knowledge.press import agencies, alternatives, citing_words
from sukien.model import AnnotatedArticle, Evidence, Name, Quote, Source, Span, overlaps
from sukien.tell.origins.sources import outlet
from sukien.tell.reading import Told, told_sentences

_OPENING = 3  # sentences of the body that still say where the news comes from
_LEAST_QUOTES = 2
_BEFORE = 90
_AFTER = 70
_KINDS = frozenset(("ORG", "MISC"))

Cited = tuple[Source, Evidence]


def cited(article: AnnotatedArticle) -> Iterator[Cited]:
    """The outlets that the opening names as its source, then the one of most quotations."""
    for told in _opening(article):
        for name in article.names:
            if told.span.start <= name.start and name.end <= told.span.end:
                source = _cited(article, told, name)
                if source:
                    yield source, Evidence(article=article.id, start=name.start, end=name.end)
    yield from _of_quotes(article)


def _opening(article: AnnotatedArticle) -> Iterator[Told]:
    """Title, lead and the first sentences of the body; captions say who made a picture."""
    body = 0
    for told in told_sentences(article):
        body += told.part == "body"
        if body > _OPENING:
            return
        if told.part in {"title", "lead", "body"}:
            yield told


def _cited(article: AnnotatedArticle, told: Told, name: Name) -> Source | None:
    """The outlet that a name of the sentence is, when the sentence says that it tells this."""
    noun = _noun(article, name)
    named = outlet(article.surface(name), name.entity)
    if named is None and not (noun and name.type in _KINDS):
        return None
    if article.surface(name) in citing_words("platform"):
        return None
    before = article.text[max(told.span.start, name.start - _BEFORE) : name.start]
    after = article.text[name.end : min(told.span.end, name.end + _AFTER)]
    if not (_before().search(before) or _after().match(after)):
        return None
    return named or _unknown(article, name)


def _noun(article: AnnotatedArticle, name: Name) -> bool:
    """Whether what only an outlet is stands before the name: `tờ [DongA]`."""
    before = article.text[max(0, name.start - _BEFORE) : name.start]
    return bool(_outlet_noun().search(before))


def _unknown(article: AnnotatedArticle, name: Name) -> Source:
    surface = " ".join(article.surface(name).split())
    entity = name.entity if (name.entity or "").startswith("org:") else None
    return Source(entity or f"org:{surface}", surface, "outlet")


def _of_quotes(article: AnnotatedArticle) -> Iterator[Cited]:
    """The outlet that said or passed on at least half of what is quoted."""
    if len(article.quotes) < _LEAST_QUOTES:
        return
    found: Counter[Source] = Counter()
    where: dict[Source, Span] = {}
    for quote in article.quotes:
        for source, span in dict(_behind(article, quote)).items():
            found[source] += 1
            where.setdefault(source, span)
    for source, number in found.items():
        if number >= _LEAST_QUOTES and 2 * number >= len(article.quotes):
            span = where[source]
            yield source, Evidence(article=article.id, start=span.start, end=span.end)


def _behind(article: AnnotatedArticle, quote: Quote) -> Iterator[tuple[Source, Span]]:
    for link in (*quote.via, *([quote.speaker] if quote.speaker else [])):
        source = outlet(article.surface(link), link.entity)
        if source is None:
            names = (name for name in article.names if overlaps(name, link))
            named = next((name for name in names if _noun(article, name)), None)
            source = _unknown(article, named) if named and named.type in _KINDS else None
        if source:
            yield source, Span(link.start, link.end)


@functools.cache
def _outlet_noun() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{alternatives(citing_words('noun'))})\s+[\"“'‘]?$")


@functools.cache
def _before() -> re.Pattern[str]:
    """`theo tờ `, `nói với phóng viên hãng tin `: what cites the name behind it."""
    cues, own = alternatives(citing_words("before")), alternatives(citing_words("own"))
    nouns = alternatives((*citing_words("noun"), *citing_words("loose")))
    noun = rf"(?:\s+(?:{own}))?(?:\s+(?:{nouns})(?:\s+(?!của\b)\w+){{0,3}})?"
    return re.compile(
        rf"(?i)(?<!\w)(?:{cues}){noun}\s+[\"“'‘]?(?:(?:{_listed()})(?:\s*,\s*|\s+và\s+))*$"
    )


@functools.cache
def _listed() -> str:
    """Names of a list of outlets: `theo Reuters, CNN và BBC`."""
    return "|".join(map(re.escape, sorted(agencies(), key=lambda form: (-len(form), form))))


@functools.cache
def _after() -> re.Pattern[str]:
    """` (Anh) hôm 3/5 đưa tin`: what the outlet does, with when and of where between."""
    verbs = alternatives(citing_words("after"))
    return re.compile(
        rf"(?i)[\"”'’]?(?:\s*\([^()]{{1,30}}\))?(?:,?\s+[\w/-]+){{0,6}}?,?\s+(?:{verbs})(?!\w)"
    )
