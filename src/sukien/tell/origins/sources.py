"""Agencies, outlets and publishers by their names: one source, however it is written."""

from urllib.parse import urlsplit

from sukien.knowledge.gazetteer import surnames
from sukien.knowledge.pages import page_of
from sukien.knowledge.press import agencies, citing_words, house_pattern, outlets
from sukien.model import AnnotatedArticle, Evidence, Source
from sukien.text.syllables import canonical, is_syllable

_BRACKETS = " \t\n()-–—:."


def outlet(name: str, entity: str | None = None) -> Source | None:
    """The known agency, paper, station or site of that name or entity."""
    found = agencies().get(" ".join(name.split()).lower())
    if found is None and entity in outlets():
        found = entity
    if found is None:
        return None
    known = outlets()[found]
    return Source(known.entity, known.name, known.kind)


def credited(name: str) -> Source:
    """The source that an article credits, known or not."""
    surface = " ".join(name.split())
    return outlet(surface) or Source(f"org:{surface}", surface, "outlet")


def is_author(name: str) -> bool:
    """Whether a name is one of a Vietnamese person: `Hà Trang`."""
    syllables = [canonical(one) for one in name.split()]
    named = len(syllables) > 1 and syllables[0] in surnames()
    return named and all(map(is_syllable, syllables))


def publisher(article: AnnotatedArticle) -> Source | None:
    """Who published an article: what its metadata name, else the host of its address."""
    given = article.article.publisher
    host = _host(article.article.url)
    name = given or (_site(host) if host else None)
    if not name:
        return None
    known = outlet(name) or outlet(_without_noun(name))
    if known is None:
        return Source(f"publisher:{name}", name, "publisher")
    return Source(known.key, known.name, known.kind if known.kind == "agency" else "publisher")


def house(article: AnnotatedArticle) -> tuple[Source, Evidence] | None:
    """The house whose mark opens the lead: `(TTXVN) -`, `TTO -`."""
    for part in article.parts:
        if part.kind not in {"lead", "body"}:
            continue
        match = house_pattern().match(article.text, part.start, part.end)
        found = outlet(match[0].strip(_BRACKETS)) if match else None
        if match is None or found is None:
            return None
        kind = found.kind if found.kind == "agency" else "publisher"
        proof = Evidence(article=article.id, start=match.start(), end=match.end())
        return Source(found.key, found.name, kind), proof
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _site(host: str) -> str:
    page = page_of(host)
    return page.name if page else host


def _without_noun(name: str) -> str:
    """`Báo Tuổi Trẻ` is `Tuổi Trẻ`."""
    lowered = name.lower()
    nouns = (
        one
        for one in (*citing_words("noun"), *citing_words("loose"))
        if lowered.startswith(one + " ")
    )
    return name[len(next(nouns, "")) :].strip()
