"""Articles, stories, merges and sightings as rows of their tables."""

from typing import Any

import msgspec

from sukien.model import (
    AnnotatedArticle,
    Article,
    Merge,
    Sighting,
    Story,
    StoryIndex,
    content_id,
)
from sukien.store.base import Known, StoryRow
from sukien.store.beside import rows_beside
from sukien.store.packing import packed
from sukien.store.schema import stories

_TITLE_LENGTH = 120


def title_of(article: AnnotatedArticle) -> str:
    """The article's title on one line, or its opening words when it has none."""
    for part in article.parts:
        if part.kind == "title":
            return " ".join(article.surface(part).split())
    opening = " ".join(article.text[: 2 * _TITLE_LENGTH].split())
    if len(opening) <= _TITLE_LENGTH:
        return opening
    return opening[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def fingerprint(article: Article) -> Known:
    """What tells an article from another of the same id."""
    return Known(
        text=content_id(article.text),
        published=article.published,
        publisher=article.publisher,
        url=article.url,
    )


def article_row(article: AnnotatedArticle, pipeline: str) -> dict[str, object]:
    """An article as it is kept, annotated by that pipeline."""
    read = article.article
    return {
        "id": read.id,
        "text_digest": fingerprint(read).text,
        "published": read.published,
        "publisher": read.publisher,
        "url": read.url,
        "title": title_of(article),
        "source": read.source,
        "pipeline": pipeline,
        "section": article.section.code if article.section else "",
        "content": packed(article),
    }


def merge_row(merge: Merge) -> dict[str, object]:
    """A merge as it is kept."""
    return {**msgspec.structs.asdict(merge), "reasons": "\n".join(merge.reasons)}


def story_row(story: Story, index: StoryIndex, inputs: str) -> StoryRow:
    """A story as it is kept; `inputs` is a digest of what it was told from, `index` is beside it.

    What goes beside it is packed at once: a library's stories are all held until they are written.
    """
    return StoryRow(
        id=story.id,
        label=story.label,
        first=story.first,
        last=story.last,
        inputs=inputs,
        content=packed(story),
        homes=tuple((a, e.id) for e in story.episodes for a in e.articles),
        beside=rows_beside(story, index),
    )


def story_columns(row: StoryRow) -> dict[str, object]:
    """What of a story stands in the table of stories."""
    return {name: getattr(row, name) for name in StoryRow.__struct_fields__ if name in stories.c}


def sighting_of(row: Any) -> Sighting:
    """A sighting of its row, whose columns stand in the order of its fields."""
    return Sighting(
        article=row[0],
        entity=row[1],
        type=row[2],
        name=row[3],
        reason=row[4],
        mentions=row[5],
        role=row[6],
        gender=row[7],
    )
