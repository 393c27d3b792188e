"""Where the articles of a story come from, as pages show it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sukien.model import AnnotatedArticle, Lineage, Origin, Story
from sukien.store import Card
from sukien.tell.origins import Origins
from sukien.views.language import LANGUAGES, phrase
from sukien.views.lineages import OriginLine, OriginTable


def origin_tables(
    story: Story,
    cards: Mapping[str, Card],
    articles: Mapping[str, AnnotatedArticle] = MappingProxyType({}),
) -> tuple[OriginTable, ...]:
    """The independent sources of a story, that of most articles first, each with its articles.

    Of `articles` the characters are shown that prove the source.
    """
    lineage = {one.article: one for one in story.lineage}
    found = Origins.of_story(story).among(lineage)
    return tuple(
        OriginTable(
            origin=origin,
            articles=tuple(
                origin_line(lineage[name], cards, articles.get(name)) for name in origin.articles
            ),
        )
        for origin in found
    )


def origin_line(
    lineage: Lineage, cards: Mapping[str, Card], article: AnnotatedArticle | None = None
) -> OriginLine:
    """One article with what stands behind it, and the first words of it that show that."""
    original = cards.get(lineage.copy_of) if lineage.copy_of else None
    proofs = [one for one in lineage.evidence if article and one.article == article.id]
    return OriginLine(
        card=cards[lineage.article],
        lineage=lineage,
        original=original,
        words=" ".join(article.surface(proofs[0]).split()) if article and proofs else "",
    )


def origin_name(origin: Origin, language: str = LANGUAGES[0]) -> str:
    """What a source is called: `AFP (hãng tin)`, or that the article shows none."""
    kind = phrase(f"origin_{origin.kind}", language)
    return f"{origin.name} ({kind})" if origin.name else kind


def origin_names(origins: Iterable[Origin], language: str = LANGUAGES[0]) -> str:
    """Several of them with the number of their articles: `AFP (3), Tuổi Trẻ (1)`."""
    names = ((one.name or phrase("origin_article", language), one.articles) for one in origins)
    return ", ".join(f"{name} ({len(ids)})" for name, ids in names)


def lineage_words(line: OriginLine, language: str = LANGUAGES[0]) -> str:
    """Why an article goes back to its source, in words: `ghi theo AFP`."""
    names = ", ".join(source.name for source in line.lineage.sources)
    title = line.original.title if line.original else line.lineage.copy_of
    return phrase(f"lineage_{line.lineage.reason}", language).format(names=names, title=title)
