"""The stretch of an article that best shows what was asked for."""

from sukien.model import AnnotatedArticle, Span
from sukien.search.base import Snippet
from sukien.search.query import occurrences, parse

_LONGEST = 260


def snippet(article: AnnotatedArticle, query: str) -> Snippet:
    """The sentence with most of the query's words, cut to some 260 characters around the first."""
    found = [Span(*span) for span in occurrences(article.text, parse(query))]
    sentence = _best_sentence(article, found)
    inside = [s for s in found if sentence.start <= s.start and s.end <= sentence.end]
    stretch = _cut(article.text, sentence, inside[0].start if inside else sentence.start)
    marks = tuple(s for s in inside if stretch.start <= s.start and s.end <= stretch.end)
    return Snippet(span=stretch, text=article.surface(stretch), marks=marks)


def _best_sentence(article: AnnotatedArticle, found: list[Span]) -> Span:
    sentences = article.sentences or (Span(0, len(article.text)),)
    best, most, i = sentences[0], 0, 0
    for sentence in sentences:
        while i < len(found) and found[i].start < sentence.start:
            i += 1
        words = set()
        while i < len(found) and found[i].end <= sentence.end:
            words.add(article.surface(found[i]).lower())
            i += 1
        if len(words) > most:
            best, most = sentence, len(words)
    return Span(best.start, best.end)


def _cut(text: str, sentence: Span, first: int) -> Span:
    if sentence.end - sentence.start <= _LONGEST:
        return sentence
    start = sentence.start
    if first - start > _LONGEST // 2:
        start = text.find(" ", first - _LONGEST // 4, first) + 1 or first
    end = min(sentence.end, start + _LONGEST)
    if end < sentence.end:
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    return Span(start, end)
