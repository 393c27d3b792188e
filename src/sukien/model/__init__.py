"""What flows through Sukien. Frozen values; this room imports nothing of ours."""

from sukien.model.article import PART_KINDS, Article, Part
from sukien.model.failure import ReadFailure
from sukien.model.ids import content_id
from sukien.model.layers import (
    Actor,
    AnnotatedArticle,
    Event,
    Mention,
    Name,
    Quantity,
    Quote,
    Role,
    Sentence,
    Speaker,
    Time,
    Word,
)
from sukien.model.merge import Merge, Sighting
from sukien.model.spans import Span, covers, overlaps
from sukien.model.story import (
    Brief,
    Edge,
    Episode,
    Evidence,
    Figure,
    FigureJudgement,
    FigurePoint,
    Link,
    Reason,
    Story,
    StoryEntity,
    Thread,
    TimelineEntry,
)

__all__ = [
    "PART_KINDS",
    "Actor",
    "AnnotatedArticle",
    "Article",
    "Brief",
    "Edge",
    "Episode",
    "Event",
    "Evidence",
    "Figure",
    "FigureJudgement",
    "FigurePoint",
    "Link",
    "Mention",
    "Merge",
    "Name",
    "Part",
    "Quantity",
    "Quote",
    "ReadFailure",
    "Reason",
    "Role",
    "Sentence",
    "Sighting",
    "Span",
    "Speaker",
    "Story",
    "StoryEntity",
    "Thread",
    "Time",
    "TimelineEntry",
    "Word",
    "content_id",
    "covers",
    "overlaps",
]
