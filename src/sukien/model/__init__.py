"""What flows through Sukien. Frozen values; this room imports nothing of ours."""

from sukien.model.agenda import OUTCOMES, AgendaItem
from sukien.model.article import PART_KINDS, Article, Part
from sukien.model.evidence import Evidence, Reason
from sukien.model.failure import ReadFailure
from sukien.model.ids import content_id
from sukien.model.judgement import Change, Judgement
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
from sukien.model.novelty import Contradiction, Fact, Novelty
from sukien.model.origin import LINEAGE_REASONS, ORIGIN_KINDS, Lineage, Origin, Source
from sukien.model.section import SECTIONS, Section
from sukien.model.spans import Span, covers, overlaps
from sukien.model.story import (
    Brief,
    BriefSentence,
    Descent,
    Edge,
    Episode,
    Figure,
    FigureJudgement,
    FigurePoint,
    Link,
    Story,
    StoryEntity,
    Thread,
    TimelineEntry,
)
from sukien.model.summary import (
    Course,
    Dispute,
    Moment,
    Report,
    Side,
    Stated,
    StoryIndex,
    StorySummary,
)

__all__ = [
    "LINEAGE_REASONS",
    "ORIGIN_KINDS",
    "OUTCOMES",
    "PART_KINDS",
    "SECTIONS",
    "Actor",
    "AgendaItem",
    "AnnotatedArticle",
    "Article",
    "Brief",
    "BriefSentence",
    "Change",
    "Contradiction",
    "Course",
    "Descent",
    "Dispute",
    "Edge",
    "Episode",
    "Event",
    "Evidence",
    "Fact",
    "Figure",
    "FigureJudgement",
    "FigurePoint",
    "Judgement",
    "Lineage",
    "Link",
    "Mention",
    "Merge",
    "Moment",
    "Name",
    "Novelty",
    "Origin",
    "Part",
    "Quantity",
    "Quote",
    "ReadFailure",
    "Reason",
    "Report",
    "Role",
    "Section",
    "Sentence",
    "Side",
    "Sighting",
    "Source",
    "Span",
    "Speaker",
    "Stated",
    "Story",
    "StoryEntity",
    "StoryIndex",
    "StorySummary",
    "Thread",
    "Time",
    "TimelineEntry",
    "Word",
    "content_id",
    "covers",
    "overlaps",
]
