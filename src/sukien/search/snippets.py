"""The stretch of an article that best shows what was asked for."""

from bisect import bisect_right
from collections.abc import Sequence

from sukien.model import Span
from sukien.search.base import Findable, Snippet
from sukien.search.query import Term, occurrences

_LONGEST = 260
_LONGEST_QUOTE = 600


def snippet(article: Findable, terms: tuple[Term, ...]) -> Snippet:
    """The sentence with most of the words, cut to some 260 characters around the first.

    A title, which stands above it, is shown only where no other sentence has any of them; where
    none has, as when no words were asked for: the first after the title.
    """
    found = [Span(*span) for span in occurrences(article.text, terms)]
    sentences = article.sentences or (Span(0, len(article.text)),)
    after = max((title.end for title in article.titles), default=0)
    below = [one for one in sentences if one.start >= after] or sentences
    sentence = (
        _with_most(article, below, found) or _with_most(article, sentences, found) or below[0]
    )
    return _shown(article.text, sentence, found, _LONGEST)


def excerpt(article: Findable, span: Span, terms: tuple[Term, ...]) -> Snippet:
    """A sentence or quotation with the words marked, cut where it is very long."""
    found = [Span(*one) for one in occurrences(article.text, terms, span.start, span.end)]
    return _shown(article.text, span, found, _LONGEST_QUOTE)


def passage(text: str, terms: tuple[Term, ...]) -> Snippet:
    """The stretch of any text from the sentence with the first of the words; spans count it."""
    found = [Span(*one) for one in occurrences(text, terms)]
    first = found[0].start if found else 0
    start = text.rfind(". ", max(0, first - _LONGEST // 2), first) + 1
    start += text.startswith(" ", start) if start else 0
    return _shown(text, Span(start, len(text)), found, _LONGEST)


def _shown(text: str, whole: Span, found: Sequence[Span], longest: int) -> Snippet:
    inside = [one for one in found if whole.start <= one.start and one.end <= whole.end]
    stretch = _cut(text, whole, inside[0].start if inside else whole.start, longest)
    marks = tuple(one for one in inside if stretch.start <= one.start and one.end <= stretch.end)
    return Snippet(span=stretch, text=text[stretch.start : stretch.end], marks=marks)


def _with_most(article: Findable, sentences: Sequence[Span], found: Sequence[Span]) -> Span | None:
    """The first of the sentences with most different words among those found."""
    starts = [sentence.start for sentence in sentences]
    words: dict[int, set[str]] = {}
    for one in found:
        at = max(0, bisect_right(starts, one.start) - 1)
        if sentences[at].start <= one.start and one.end <= sentences[at].end:
            words.setdefault(at, set()).add(article.text[one.start : one.end].lower())
    if not words:
        return None
    return sentences[min(words, key=lambda at: (-len(words[at]), at))]


def _cut(text: str, whole: Span, first: int, longest: int) -> Span:
    if whole.end - whole.start <= longest:
        return whole
    start = whole.start
    if first - start > longest // 2:
        start = text.find(" ", first - longest // 4, first) + 1 or first
    end = min(whole.end, start + longest)
    if end < whole.end:
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    return Span(start, end)
