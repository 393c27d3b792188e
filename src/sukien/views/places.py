"""Where the characters stand that prove a line."""

from collections.abc import Mapping

from sukien.model import AnnotatedArticle, Evidence, Span
from sukien.store import Card
from sukien.views.lines import Place

_NEAR = 300


class Places:
    """Finds the sentence around the characters that prove a line."""

    def __init__(self, articles: Mapping[str, AnnotatedArticle], cards: Mapping[str, Card]) -> None:
        self.articles = articles
        self.cards = cards

    def of(self, evidence: Evidence) -> Place:
        """The evidence with its sentence and its article's title, publisher and date."""
        return self.at(evidence.article, evidence)

    def at(self, article_id: str, span: Span) -> Place:
        """The same for a span of an article."""
        article, card = self.articles[article_id], self.cards[article_id]
        around = _around(article, span)
        return Place(
            start=span.start,
            end=span.end,
            article=article_id,
            text=article.surface(around),
            text_start=around.start,
            title=card.title,
            publisher=card.publisher,
            published=card.published,
        )

    def beside(self, evidence: Evidence) -> tuple[str, str]:
        """The sentences before and after those of the evidence, empty where there is none near."""
        article = self.articles[evidence.article]
        around = _around(article, evidence)
        before = [s for s in article.sentences if s.end <= around.start][-1:]
        after = [s for s in article.sentences if s.start >= around.end][:1]
        one, other = (
            " ".join(article.surface(found[0]).split()) if found else ""
            for found in (before, after)
        )
        return (one if len(one) <= _NEAR else "", other if len(other) <= _NEAR else "")

    def surface(self, article_id: str, span: Span) -> str:
        """The characters of a span of an article, on one line."""
        return " ".join(self.articles[article_id].surface(span).split())


def _around(article: AnnotatedArticle, span: Span) -> Span:
    inside = [s for s in article.sentences if s.start < span.end and span.start < s.end]
    if not inside:
        return span
    return Span(min(span.start, inside[0].start), max(span.end, inside[-1].end))
