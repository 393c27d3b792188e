"""What an article's marks say of themselves."""

import pytest

from sukien.knowledge.happenings import event_types
from sukien.model import AnnotatedArticle, Article, Event, Quote, Role, Span, Speaker
from sukien.views.articles import article_marks

TEXT = "AFP dẫn lời ông Nam cho biết Mỹ sẽ rút quân."


def article(**layers: object) -> AnnotatedArticle:
    return AnnotatedArticle(article=Article(id="a", text=TEXT, published=None), **layers)


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize("kind", event_types())
def test_an_event_is_named_in_vietnamese_with_english_beside_it(kind: str) -> None:
    role = Role(*span("Mỹ"), role="actor")
    event = Event(
        type=kind, trigger=Span(*span("rút quân")), sentence=0, roles=(role,), status="planned"
    )
    (mark,) = article_marks(article(events=(event,)))
    named = event_types()[kind]
    assert mark.value == (
        f"{named.vi} ({named.en}) · dự định (planned) · chủ thể (actor): Mỹ"
    )  # fmt: skip


def test_a_quotation_says_who_when_and_through_whom() -> None:
    quote = Quote(
        *span("Mỹ sẽ rút quân"),
        kind="indirect",
        speaker=Speaker(*span("ông Nam")),
        via=(Speaker(*span("AFP")),),
        said="2024-05-03",
    )
    (mark,) = article_marks(article(quotes=(quote,)))
    assert mark.value == "ông Nam · 2024-05-03 · AFP"
