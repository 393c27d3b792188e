import pytest
from msgspec.structs import replace

from building import annotated
from sukien.model import AnnotatedArticle, Part


@pytest.fixture
def authored() -> AnnotatedArticle:
    """An article on a director, with its author's name below."""
    person = "person:Bùi Văn Sự"
    article = annotated(
        f"Giám đốc [Bùi Văn Sự|PER {person}] từ chức\n"
        f"Ông [Sự|PER {person}] đi. Ông [Sự|PER {person}] về.\n"
        "[Lê Lá|PER person:Lê Lá]"
    )
    byline = Part(len(article.text) - 5, len(article.text), "byline")
    return replace(article, parts=(*article.parts[:-1], byline))
