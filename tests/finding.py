"""Libraries built by hand that can be searched."""

from collections.abc import Sequence

from sukien.library.searching import Linked, Searching
from sukien.model import AnnotatedArticle, Merge, Story
from sukien.search import StoryText
from sukien.store import SqlStore


def made_findable(
    store: SqlStore,
    articles: Sequence[AnnotatedArticle],
    stories: Sequence[Story] = (),
    *,
    merges: Sequence[Merge] = (),
) -> Searching:
    """Have articles and stories found that were put into the store by hand."""
    searching = Searching(store)
    homes = {name: one.id for one in stories for name in one.articles}
    with store.writing():
        searching.take(articles)
        seen = store.sightings()
        searching.tell([story_text(one) for one in stories], (), Linked(homes, merges, seen))
    return searching


def story_text(story: Story) -> StoryText:
    """What is searched of a story."""
    return StoryText(
        id=story.id,
        label=story.label,
        brief=story.brief.text,
        first=story.first,
        last=story.last,
        articles=len(story.articles),
    )
