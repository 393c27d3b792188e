"""Where the articles of a story come from, as pages show it."""

from collections.abc import Iterable, Mapping

from sukien.model import Lineage, Origin, Story
from sukien.store import Card
from sukien.tell.origins import Origins
from sukien.views.language import LANGUAGES, phrase
from sukien.views.pages import OriginLine, OriginTable


def origin_tables(story: Story, cards: Mapping[str, Card]) -> tuple[OriginTable, ...]:
    """The independent sources of a story, that of most articles first, each with its articles."""
    lineage = {one.article: one for one in story.lineage}
    found = Origins.of_story(story).among(lineage)
    return tuple(
        OriginTable(
            origin=origin,
            articles=tuple(origin_line(lineage[name], cards) for name in origin.articles),
        )
        for origin in found
    )


def origin_line(lineage: Lineage, cards: Mapping[str, Card]) -> OriginLine:
    """One article with what stands behind it."""
    original = cards.get(lineage.copy_of) if lineage.copy_of else None
    return OriginLine(card=cards[lineage.article], lineage=lineage, original=original)


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
