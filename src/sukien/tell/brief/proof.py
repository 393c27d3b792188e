"""The proofs of a brief's sentences, and the check of each against them before it is shown."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sukien.model import AnnotatedArticle, BriefSentence, Evidence, Span, covers
from sukien.tell.brief.candidates import NUMBER, Line, Page, opened
from sukien.tell.dates import day_value, days
from sukien.tell.origins import Origins

_SAME = 0.45
_LEAST_SHARED = 5
_PROOFS = 5


def proved(line: Line, pages: Sequence[Page], origins: Origins) -> BriefSentence:
    """A sentence with its own characters as its first proof, then those of articles that agree.

    Every independent source has one, whatever their number.
    """
    others = (_agreeing(line, page) for page in pages if page.article is not line.told.article)
    found = [_evidence(line), *(_evidence(other) for other in others if other is not None)]
    first = set(origins.sources(proof.article for proof in found).values())
    proofs = sorted(found, key=lambda proof: proof.article not in first)
    return BriefSentence(
        text=line.text,
        evidence=tuple(proofs[: max(_PROOFS, len(first))]),
        sources=len(first),
        days=tuple(relative_days(line.told.article, line.told.span)),
    )


def _evidence(line: Line) -> Evidence:
    span = line.told.span
    return Evidence(article=line.told.article.id, start=span.start, end=span.end)


def _agreeing(line: Line, page: Page) -> Line | None:
    """The sentence of an article that says the same, if one does."""
    best = max((*page.leads, *page.body), key=lambda other: _sameness(line, other), default=None)
    return best if best is not None and _sameness(line, best) >= _SAME else None


def _sameness(one: Line, other: Line) -> float:
    """The share of the shorter one's pairs that both have but for names; 0 where numbers differ."""
    if len(one.pairs & other.pairs) < _LEAST_SHARED:
        return 0.0
    mine, theirs = one.numbers, other.numbers
    if not (mine <= theirs or theirs <= mine):
        return 0.0
    shared = len(one.plain_pairs & other.plain_pairs)
    smaller = min(len(one.plain_pairs), len(other.plain_pairs))
    return shared / smaller if shared >= _LEAST_SHARED else 0.0


def relative_days(article: AnnotatedArticle, span: Span) -> Iterator[tuple[str, str]]:
    """The words of a sentence that tell a day by the day of publication, with their values."""
    for time in article.times:
        if covers(span, time) and time.type in {"DATE", "TIME"}:
            surface = article.surface(time)
            told = days(time.value)
            if told and told[0] == told[1] and told[0].day not in _numbers(surface):
                yield " ".join(surface.split()), day_value(time.value)


def _numbers(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"\d{1,4}", text)}


def faults(sentence: BriefSentence, articles: Mapping[str, AnnotatedArticle]) -> tuple[str, ...]:
    """What a sentence says that its first proof does not: words, names, numbers, days.

    Nothing for a sentence that agrees with the characters and the layers of its article; a
    sentence with a fault must not be shown.
    """
    proof = sentence.evidence[0]
    article = articles.get(proof.article)
    if article is None or not 0 <= proof.start < proof.end <= len(article.text):
        return ("evidence",)
    return tuple(kind for kind, wrong in _checks(sentence, article, proof) if wrong)


def _checks(
    sentence: BriefSentence, article: AnnotatedArticle, proof: Evidence
) -> Iterator[tuple[str, bool]]:
    told, text = article.surface(proof), sentence.text
    yield "words", opened(" ".join(told.split())) != text
    yield "names", bool(_missing((article.surface(n) for n in _in(article.names, proof)), text))
    amounts = (article.surface(q) for q in _in(article.quantities, proof))
    yield "numbers", NUMBER.findall(told) != NUMBER.findall(text) or bool(_missing(amounts, text))
    yield "days", tuple(relative_days(article, proof)) != sentence.days


def _in(spans: Iterable[Span], proof: Evidence) -> Iterator[Span]:
    return (span for span in spans if covers(proof, span))


def _missing(parts: Iterable[str], text: str) -> list[str]:
    """The parts that do not stand in the text, but for the capital that may open it."""
    return [part for part in parts if " ".join(part.split()).casefold() not in text.casefold()]
