"""What the entities that a story's grounds rest on are called in the story."""

from collections import Counter
from collections.abc import Iterable, Iterator

from sukien.model import AnnotatedArticle, Reason, Story
from sukien.views.reasons import entities_of


def reasons_of(story: Story) -> Iterator[Reason]:
    """Why the articles of each episode are one happening, and the episodes one story."""
    for link in (*story.links, *(link for one in story.episodes for link in one.links)):
        yield from link.reasons


def called(story: Story, articles: Iterable[AnnotatedArticle]) -> dict[str, str]:
    """The name most used of each entity that these reasons rest on, where the story has one."""
    wanted = {one for reason in reasons_of(story) for one in entities_of(reason)}
    names = {one.entity: one.name for one in story.entities if one.entity in wanted}
    missing = wanted - names.keys()
    used: dict[str, Counter[str]] = {}
    for article in articles if missing else ():
        for name in article.names:
            if name.entity in missing:
                words = " ".join(article.surface(name).split())
                used.setdefault(name.entity, Counter())[words] += 1
    most = {entity: counts.most_common(1)[0][0] for entity, counts in used.items()}
    return dict(sorted((names | most).items()))
