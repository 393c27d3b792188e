"""Articles and stories built by hand for tests, from visible markup."""

import re

from sukien.model import (
    AnnotatedArticle,
    Article,
    Brief,
    BriefSentence,
    Episode,
    Evidence,
    Figure,
    FigurePoint,
    Name,
    Part,
    Sentence,
    Story,
    StoryEntity,
    TimelineEntry,
    Word,
)
from sukien.tell.origins import Origins

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")


def marked(markup: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of `Hôm [16/3|2024-03-16]` and its spans with what stands behind the bar."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(markup):
        text += markup[at : match.start()]
        spans.append((len(text), len(text) + len(match.group(1)), match.group(2)))
        text += match.group(1)
        at = match.end()
    return text + markup[at:], spans


def annotated(markup: str, article_id: str = "a", **known: str) -> AnnotatedArticle:
    """An article whose first line is its title, whose lines are sentences, marks its names."""
    text, spans = marked(markup)
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    lines = list(zip(starts, ends, strict=True))
    names = (Name(a, b, *label.split(" ", 1)) for a, b, label in spans)
    parts = [Part(*lines[0], "title"), *(Part(*line, "body") for line in lines[1:])]
    return AnnotatedArticle(
        article=Article(id=article_id, text=text, source=f"{article_id}.txt", **known),
        sentences=tuple(Sentence(*line) for line in lines),
        words=tuple(Word(m.start(), m.end(), "NOUN") for m in re.finditer(r"\w+", text)),
        parts=tuple(parts),
        names=tuple(names),
    )


def story(*articles: AnnotatedArticle, story_id: str = "s1", label: str = "Bão số 3") -> Story:
    """A story of one episode that says one thing of the first article's first sentence."""
    first = articles[0]
    ids = tuple(article.id for article in articles)
    proof = Evidence(article=first.id, start=0, end=first.sentences[0].end)
    point = FigurePoint(
        value=12.0,
        low=12.0,
        high=12.0,
        mod=None,
        date="2024-09-07",
        article=first.id,
        start=0,
        end=3,
    )
    return Story(
        id=story_id,
        label=label,
        first=first.article.published,
        last=articles[-1].article.published,
        episodes=(Episode(id="e1", label=label, articles=ids),),
        articles=ids,
        timeline=(
            TimelineEntry(
                date="2024-09-07",
                text=first.surface(proof),
                evidence=(proof,),
                articles=1,
                sources=1,
                upcoming=True,
            ),
        ),
        figures=(Figure(about="người chết", points=(point, point), verdict="changed"),),
        brief=Brief(
            text=first.surface(proof),
            evidence=(proof,),
            sentences=(BriefSentence(text=first.surface(proof), evidence=(proof,)),),
        ),
        entities=(StoryEntity(entity="country:VN", name="Việt Nam", type="LOC", mentions=3),),
        lineage=Origins(articles, ()).lineage,
    )
